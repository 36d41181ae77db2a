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

    public override IReadOnlyList<Document> Read(Page page, string decoded) => Finish(page, TextReader.Read(PdfLines.Join(decoded)));
}
