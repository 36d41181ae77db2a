using System.Text;

namespace Entente.Claims.Reading.Opening;

/// <summary>The characters of a mail as they are read: the header fields that a reader is shown, an empty line, and the body decoded.</summary>
internal sealed class Letter
{
    private static readonly string[] Shown = ["From", "Date", "Subject", "List-Id"];

    private readonly Dictionary<string, TextSpan> _fields = new(StringComparer.Ordinal);

    private Letter(MimePart message, string? charset)
    {
        var text = new StringBuilder();
        foreach (var name in Shown)
        {
            if (message.Fields[name] is { } raw && EncodedWords.Decode(raw) is { Length: > 0 } value)
            {
                _fields[name] = new TextSpan(text.Length + name.Length + 2, value.Length);
                text.Append(name).Append(": ").Append(value).Append('\n');
            }
        }

        text.Append('\n');
        BodyStart = text.Length;
        var bodies = message.All().Where(p => p.Parts.Count == 0 && !p.IsAttached).ToList();
        var body = bodies.Find(p => MediaKind.IsHtml(p.Fields.MediaType)) ?? bodies.Find(p => p.Fields.MediaType is "text/plain" or "") ?? bodies.Find(p => p.Fields.MediaType.StartsWith("text/", StringComparison.Ordinal));
        if (body is not null)
        {
            var decoded = Decoder.Decode(body.Content(), body.Fields.Parameter("Content-Type", "charset") ?? charset);
            IsHtml = MediaKind.IsHtml(body.Fields.MediaType);
            Problem = decoded.Problem is { Code: ProblemCodes.Encoding } problem ? problem : null;
            text.Append(decoded.Text);
        }

        Text = text.ToString();
        Uri = message.Fields["Archived-At"]?.Trim('<', '>', ' ') ?? (message.Fields["Message-ID"]?.Trim('<', '>', ' ') is { } id ? "mid:" + id : null);
    }

    public string Text { get; }

    public int BodyStart { get; }

    public bool IsHtml { get; }

    public Problem? Problem { get; }

    /// <summary>Where it can be found again: in an archive of its list, else by its Message-ID (RFC 2392).</summary>
    public string? Uri { get; }

    /// <summary>Null when the bytes are no mail.</summary>
    public static Letter? Of(Page page)
    {
        var content = page.Content.Span;
        return MimeHead.Of(content[..Math.Min(content.Length, Formats.HeadLength)]) is null ? null : new Letter(MimePart.Read(page.Content), page.Given.Charset);
    }

    /// <summary>The value of a field in the text; null when the mail has none.</summary>
    public TextSpan? Field(string name) => _fields.TryGetValue(name, out var span) ? span : null;
}
