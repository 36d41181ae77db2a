namespace Entente.Claims.Reading.Opening;

/// <summary>PDF: a page whose text an outside program makes, if the host has one.</summary>
internal sealed class PdfContainer : Container
{
    public override bool Fits(ReadOnlySpan<byte> head) => Begins(head);

    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    public override IEnumerable<Opened> Open(Carrier carrier) =>
        carrier.ReadPage().Select(o => o is OpenedPage page && carrier.Options.Convert is { } convert ? page with { Page = page.Page with { Converted = convert(page.Page.Content) } } : o);
}
