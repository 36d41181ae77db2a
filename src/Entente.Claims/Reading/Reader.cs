namespace Entente.Claims.Reading;

/// <summary>Saved bytes → documents with fixed text, blocks with roles, and the evidence of their dates.</summary>
public static class Reader
{
    /// <summary>Reads a page. Never throws for what the page holds: what is wrong with it stands in the problems.</summary>
    public static ReadPage Read(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var decoded = Decoder.Decode(page.Content.Span);
        var problems = decoded.Problem is { } problem ? new List<Problem> { problem } : [];
        if (decoded.Problem?.Code is ProblemCodes.Empty or ProblemCodes.Binary)
        {
            return new ReadPage(page, decoded.Text, []) { Problems = problems };
        }

        var documents = page.Form == PageForm.Prepared ? [PreparedReader.Read(page, decoded.Text)] : ReadDetected(page, decoded.Text);
        return new ReadPage(page, decoded.Text, documents) { Problems = problems };
    }

    private static List<Document> ReadDetected(Page page, string decoded)
    {
        var drafts = TextReader.Read(decoded);
        var finisher = new Finisher(page);
        return [.. drafts.Select((d, i) => finisher.Finish(d, drafts.Count == 1 ? page.Id : $"{page.Id}#{i + 1}"))];
    }
}
