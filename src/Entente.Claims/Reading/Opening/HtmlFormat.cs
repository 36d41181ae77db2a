namespace Entente.Claims.Reading.Opening;

/// <summary>HTML and XHTML.</summary>
internal sealed class HtmlFormat : PageFormat
{
    /// <summary>Whether tags of a page's frame or several of its paragraphs stand near the beginning.</summary>
    public override bool Fits(ReadOnlySpan<char> head)
    {
        var start = head.TrimStart().TrimStart('\uFEFF');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<head>", StringComparison.OrdinalIgnoreCase) || head.Count("</p>") >= 2 || head.Count("</div>") >= 2;
    }

    public override IReadOnlyList<Document> Read(Page page, string decoded)
    {
        var known = SavedPage.Fill(page.Given, decoded);
        return Finish(page with { Given = known }, Html.HtmlReader.Read(decoded, known.Uri));
    }

    /// <summary>Whether XML is a web page.</summary>
    public static bool IsXhtml(ReadOnlySpan<char> head) => head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("http://www.w3.org/1999/xhtml", StringComparison.Ordinal);

    /// <summary>Whether the very first bytes say that it is a web page, so that its name does not matter.</summary>
    public static bool IsOutright(ReadOnlySpan<byte> head)
    {
        Span<char> start = stackalloc char[64];
        var bytes = head.TrimStart("\uFEFF \t\r\n"u8);
        bytes = bytes[..Math.Min(bytes.Length, start.Length)];
        start = start[..System.Text.Encoding.Latin1.GetChars(bytes, start)];
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
