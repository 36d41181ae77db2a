namespace Entente.Claims.Reading;

/// <summary>Saved bytes → documents with fixed text, blocks with roles, and the evidence of their dates.</summary>
public static class Reader
{
    /// <summary>Reads a page. Never throws for what the page holds: what is wrong with it stands in the problems.</summary>
    public static ReadPage Read(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var decoded = Decoder.Decode(page.Content.Span, page.Given.Charset);
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
        var drafts = IsHtml(page.Form, decoded) ? Html.HtmlReader.Read(decoded, page.Given.Uri) : TextReader.Read(decoded);
        var finisher = new Finisher(page);
        return [.. drafts.Select((d, i) => finisher.Finish(d, drafts.Count == 1 ? page.Id : $"{page.Id}#{i + 1}"))];
    }

    /// <summary>What the caller says, else whether tags of a page's frame or several of its paragraphs stand near the beginning.</summary>
    private static bool IsHtml(PageForm form, string decoded)
    {
        if (form != PageForm.Detect)
        {
            return form == PageForm.Html;
        }

        var head = decoded.AsSpan(0, Math.Min(decoded.Length, 4000));
        var start = head.TrimStart().TrimStart('\uFEFF');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("<head>", StringComparison.OrdinalIgnoreCase) || head.Count("</p>") >= 2 || head.Count("</div>") >= 2;
    }
}
