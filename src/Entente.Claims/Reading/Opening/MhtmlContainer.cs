namespace Entente.Claims.Reading.Opening;

/// <summary>MHTML (RFC 2557): a page that a browser saved with its pictures as one file. The page is its main part.</summary>
internal sealed class MhtmlContainer : Container
{
    /// <summary>Pictures and films come with the page.</summary>
    private const int LargestFile = 256 << 20;

    public override bool Fits(ReadOnlySpan<byte> head) => MimeHead.Of(head) is { } fields && MimeHead.IsCapture(fields);

    public override IEnumerable<Opened> Open(Carrier carrier)
    {
        if (carrier.Bytes.ReadAll(LargestFile) is not { } content)
        {
            return [carrier.Problem(ProblemCodes.TooLarge, $"{carrier.Place} is larger than {LargestFile >> 20} MiB, and no saved page is: save it again without its films.")];
        }

        var message = MimePart.Read(content);
        var address = message.Fields["Snapshot-Content-Location"];
        if (Main(message, address) is not { } main)
        {
            return [carrier.Problem(ProblemCodes.Damaged, $"{carrier.Place} is a page saved as one file, but no web page was found in it: save it again.")];
        }

        var known = carrier.Facts with
        {
            Uri = carrier.Facts.Uri ?? Web(address) ?? Web(main.Fields["Content-Location"]) ?? Web(message.Fields["Content-Location"]),
            Captured = carrier.Facts.Captured ?? DateReader.First(message.Fields["Date"] ?? "")?.Interval?.Earliest,
            Charset = main.Fields.Parameter("Content-Type", "charset"),
        };
        var isHtml = MediaKind.IsHtml(main.Fields.MediaType);
        return carrier.Inner(ByteReader.Of(main.Content()), carrier.Place, "", known, isHtml ? PageForm.Html : PageForm.Detect);
    }

    /// <summary>The part that the header names, else that of the page's own address, else the first web page.</summary>
    private static MimePart? Main(MimePart message, string? address)
    {
        var start = message.Fields.Parameter("Content-Type", "start");
        var pages = message.All().Where(p => p.Parts.Count == 0 && MediaKind.Of(p.Fields.MediaType) is null && !p.Fields.MediaType.StartsWith("multipart/", StringComparison.Ordinal)).ToList();
        return pages.Find(p => start is not null && p.Fields["Content-ID"] == start)
            ?? pages.Find(p => address is not null && p.Fields["Content-Location"] == address)
            ?? pages.Find(p => MediaKind.IsHtml(p.Fields.MediaType))
            ?? pages.FirstOrDefault();
    }

    private static string? Web(string? address) => address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address : null;
}
