namespace Entente.Claims.Reading.Opening;

/// <summary>A mail or web capture (RFC 2046), or a part of one.</summary>
internal sealed class MimePart
{
    private const int Deepest = 8;
    private const int MostParts = 2000;

    private readonly ReadOnlyMemory<byte> _body;

    private MimePart(HeaderFields fields, ReadOnlyMemory<byte> body, int depth)
    {
        Fields = fields;
        _body = body;
        Parts = fields.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && depth < Deepest && fields.Parameter("Content-Type", "boundary") is { } boundary ? Split(boundary, depth) : [];
    }

    public HeaderFields Fields { get; }

    /// <summary>The parts of a multipart; empty of any other, and where no boundary is found.</summary>
    public IReadOnlyList<MimePart> Parts { get; }

    public bool IsAttached => Fields["Content-Disposition"]?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The name that an attachment was sent under; "" without one.</summary>
    public string FileName => EncodedWords.Decode(Fields.Parameter("Content-Disposition", "filename") ?? Fields.Parameter("Content-Type", "name") ?? "");

    public static MimePart Read(ReadOnlyMemory<byte> message) => Read(message, 0);

    /// <summary>Its bytes as they were before they were sent.</summary>
    public byte[] Content() => TransferEncoding.Decode(_body.Span, Fields["Content-Transfer-Encoding"]);

    /// <summary>It and all parts in it, in their order.</summary>
    public IEnumerable<MimePart> All() => Parts.SelectMany(p => p.All()).Prepend(this);

    private static MimePart Read(ReadOnlyMemory<byte> part, int depth)
    {
        var bytes = ByteReader.Of(part);
        var fields = HeaderFields.Read(bytes);
        return new MimePart(fields, part[(int)bytes.Position..], depth);
    }

    private List<MimePart> Split(string boundary, int depth)
    {
        var parts = new List<MimePart>();
        var mark = System.Text.Encoding.Latin1.GetBytes("--" + boundary);
        var start = -1;
        foreach (var (at, end) in Marks(mark))
        {
            if (start >= 0 && parts.Count < MostParts)
            {
                parts.Add(Read(WithoutLineEnd(_body[start..at]), depth + 1));
            }

            start = end;
            if (_body.Span[end..].StartsWith("--"u8))
            {
                return parts;
            }

            var line = _body.Span[end..].IndexOf((byte)'\n');
            start = line < 0 ? _body.Length : end + line + 1;
        }

        if (start >= 0 && start < _body.Length)
        {
            // Cut off: the last part has no end.
            parts.Add(Read(_body[start..], depth + 1));
        }

        return parts;
    }

    /// <summary>Where the boundary stands at the beginning of a line.</summary>
    private IEnumerable<(int At, int End)> Marks(byte[] mark)
    {
        for (var at = 0; at < _body.Length;)
        {
            var found = _body.Span[at..].IndexOf(mark);
            if (found < 0)
            {
                yield break;
            }

            at += found;
            if (at == 0 || _body.Span[at - 1] == '\n')
            {
                yield return (at, at + mark.Length);
            }

            at += mark.Length;
        }
    }

    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> part) => part.Span switch
    {
        [.., (byte)'\r', (byte)'\n'] => part[..^2],
        [.., (byte)'\n'] => part[..^1],
        _ => part,
    };
}
