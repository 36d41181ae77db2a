namespace Entente.Claims.Reading.Opening;

/// <summary>PDF as the text that a program made of it: positions refer to that text.</summary>
internal sealed class PdfFormat : PageFormat
{
    private static readonly Problem NoProgram = new(
        ProblemCodes.NoProgram,
        "The page is a PDF, and its text is taken out by pdftotext, which was not found: install it (Debian, Ubuntu: apt install poppler-utils; Fedora: dnf install poppler-utils; macOS: brew install poppler; Windows: scoop install poppler) and read the page again.");

    public override bool Fits(ReadOnlySpan<char> head) => head.StartsWith("%PDF-");

    public override DecodedPage? Decode(Page page) => !PdfContainer.Begins(page.Content.Span) ? null : page.Converted switch
    {
        { Text: { } text } when !string.IsNullOrWhiteSpace(text) => new DecodedPage(text, null),
        { Problem: { } problem } => new DecodedPage("", problem),
        { Text: not null } => new DecodedPage("", new Problem(ProblemCodes.Empty, "The PDF holds pictures of pages and no text: have its text recognised first.")),
        _ => new DecodedPage("", NoProgram),
    };

    public override IReadOnlyList<Document> Read(Page page, string decoded)
    {
        var drafts = TextReader.Read(PdfLines.Join(decoded));
        if (drafts is [{ Confidence: 0 } only])
        {
            TakeProse(only);
        }

        return Finish(page, drafts);
    }

    /// <summary>No site stands about the text of a PDF: too little of it to find an article by is one all the same.</summary>
    private static void TakeProse(Draft draft)
    {
        var lines = PageLine.Mark([.. draft.Pieces.Select(p => p.Segment)]);
        var first = lines.FindIndex(l => l.IsProse);
        var title = first < 0 ? -1 : lines.FindIndex(0, first, l => l.IsTitleLike);
        draft.Title = title < 0 ? null : lines[title].Text;
        draft.Confidence = first < 0 ? 0 : 0.5;
        for (var i = 0; first >= 0 && i < lines.Count; i++)
        {
            var (role, reason) = i == title ? (BlockRole.Title, "first line of the PDF")
                : lines[i].IsProse || (lines[i].IsSentence && i > first) ? (BlockRole.Body, "running text")
                : lines[i].IsDateLine && i < first ? (BlockRole.Dateline, "date above the text") : (draft.Pieces[i].Role, draft.Pieces[i].Reason);
            draft.Pieces[i] = draft.Pieces[i] with { Role = role, Reason = reason };
        }
    }
}
