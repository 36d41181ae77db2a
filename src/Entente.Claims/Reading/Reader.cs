using Entente.Claims.Reading.Opening;

namespace Entente.Claims.Reading;

/// <summary>Saved bytes → documents with fixed text, blocks with roles, and the evidence of their dates.</summary>
public static class Reader
{
    /// <summary>Reads a page. Never throws for what the page holds: what is wrong with it stands in the problems.</summary>
    public static ReadPage Read(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (format, decoded) = Formats.Of(page);
        Problem[] problems = decoded.Problem is { } problem ? [problem] : [];
        if (decoded.Problem?.Code is ProblemCodes.Empty or ProblemCodes.Binary or ProblemCodes.NoProgram)
        {
            return new ReadPage(page, decoded.Text, []) { Problems = problems };
        }

        var documents = page.Form == PageForm.Prepared ? [PreparedReader.Read(page, decoded.Text)] : format.Read(page, decoded.Text);
        return new ReadPage(page, decoded.Text, documents) { Problems = problems };
    }
}
