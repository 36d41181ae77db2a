using System.Globalization;

namespace Entente.Claims.Reading.Opening;

/// <summary>One record of a web archive: whether it is a page, and which.</summary>
internal sealed class WarcRecord(Carrier carrier, string place, HeaderFields fields)
{
    private readonly string _type = (fields["WARC-Type"] ?? "").ToLowerInvariant();

    public string Place => place;

    /// <summary>Its address, else its place: what a person knows it by.</summary>
    public string Name => Uri is { } uri ? $"{place} ({uri})" : place;

    /// <summary>Its Content-Length; null when it has none that makes sense.</summary>
    public long? Length { get; } = long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>Whether a page may be in it: an answer of a server, or a file put into the archive.</summary>
    public bool HoldsPage => Length != 0 && (_type == "response" ? !fields.MediaType.StartsWith("text/dns", StringComparison.Ordinal) : _type == "resource" && IsOfTheWeb && MediaKind.Of(fields.MediaType) is null);

    /// <summary>WARC 1.0 writes it in angle brackets here and there.</summary>
    private string? Uri => fields["WARC-Target-URI"]?.Trim('<', '>', ' ');

    /// <summary>Resources of other schemes are what the crawler says of the page: its text, its screenshot.</summary>
    private bool IsOfTheWeb => System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ftp" or "file";

    private DateOnly? Captured => fields["WARC-Date"] is { Length: >= 10 } date && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public PassedOver PassOver() => new(place, Length == 0 && _type is "response" or "resource" ? "empty answer"
        : _type == "resource" ? MediaKind.Of(fields.MediaType) ?? "resource record"
        : _type.Length == 0 ? "record without a type" : _type + " record");

    /// <summary>The page in the record's block, or why there is none.</summary>
    public IEnumerable<Opened> Open(byte[] block)
    {
        if (fields["WARC-Truncated"] is { } why)
        {
            return [Problem(ProblemCodes.Damaged, $"{Name} was cut off when it was archived ({why}), and is left out: archive the page again.")];
        }

        return _type == "resource" ? Page(block, fields) : Answer(block);
    }

    private IEnumerable<Opened> Answer(byte[] block)
    {
        if (HttpAnswer.Parse(block) is not { } answer)
        {
            return [new PassedOver(place, "response record without HTTP")];
        }

        if (answer.Status != 200)
        {
            return [new PassedOver(place, answer.Status == 304 ? "answer 304 (not modified)" : $"answer {answer.Status}")];
        }

        if (MediaKind.Of(answer.Fields.MediaType) is { } kind)
        {
            return [new PassedOver(place, kind)];
        }

        var body = HttpBody.Decode(answer, carrier.Options.LargestPage, carrier.Allowance);
        var page = body.Content.Length == 0 ? body.Problem is null ? [new PassedOver(place, "empty answer")] : [] : Page(body.Content, answer.Fields);
        return body.Problem is { } problem ? [Problem(problem.Code, $"{Name}: {problem.Message}"), .. page] : page;
    }

    private IEnumerable<Opened> Page(byte[] content, HeaderFields described)
    {
        if (content.AsSpan().IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            return [new PassedOver(place, "empty answer")];
        }

        var media = described.MediaType;
        var known = carrier.Facts with
        {
            Uri = Uri ?? carrier.Facts.Uri,
            Captured = Captured ?? carrier.Facts.Captured,
            Charset = described.Parameter("Content-Type", "charset") ?? carrier.Facts.Charset,
            Title = null,
        };
        if (MediaKind.IsXml(media) && !Formats.IsXmlPage(content))
        {
            return [new PassedOver(place, "data")];
        }

        return media.Length == 0 && !Formats.IsMarkup(content)
            ? [new PassedOver(place, "answer without a media type")]
            : Named(carrier.Inner(ByteReader.Of(content), place, "", known, MediaKind.IsHtml(media) ? PageForm.Html : PageForm.Detect));
    }

    private IEnumerable<Opened> Named(IEnumerable<Opened> opened) => opened.Select(o => o is OpenedPage page ? page with { RecordId = fields["WARC-Record-ID"]?.Trim('<', '>') } : o);

    private OpeningProblem Problem(string code, string message) => new(place, new Problem(code, message));
}
