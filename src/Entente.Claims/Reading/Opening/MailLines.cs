namespace Entente.Claims.Reading.Opening;

/// <summary>Reads the plain text of a mail: paragraphs whose lines were wrapped, and what is quoted with "&gt;".</summary>
internal static class MailLines
{
    /// <summary>A line as long as this ends because it was wrapped, when more follows.</summary>
    private const int Wrapped = 50;

    public static List<RoledSegment> Read(string text, TextSpan body)
    {
        var pieces = new List<RoledSegment>();
        var writer = new SegmentWriter(text);
        var open = 0;
        var lastLength = 0;
        foreach (var line in Lines(text, body))
        {
            var (content, depth) = Quoted(text, line);
            var isEmpty = content.In(text).AsSpan().IsWhiteSpace();
            if (isEmpty || depth != open || lastLength < Wrapped || StartsItem(text, content))
            {
                Take(writer, open, pieces);
            }
            else
            {
                writer.Append(content.Start - 1, content.Start, entities: false);
            }

            writer.Append(content.Start, content.End, entities: false);
            (open, lastLength) = (depth, isEmpty ? 0 : content.Length);
        }

        Take(writer, open, pieces);
        return pieces;
    }

    private static void Take(SegmentWriter writer, int depth, List<RoledSegment> pieces)
    {
        if (writer.Take() is { } segment)
        {
            var (role, reason) = depth > 0 ? (BlockRole.Quote, "quoted in the mail") : StartsItem(segment.Text, new TextSpan(0, segment.Text.Length)) ? (BlockRole.List, "bullet") : (BlockRole.Body, "text of the mail");
            pieces.Add(new RoledSegment(segment, role, reason) { Depth = depth > 0 ? depth - 1 : null });
        }
    }

    private static IEnumerable<TextSpan> Lines(string text, TextSpan body)
    {
        for (var at = body.Start; at < body.End;)
        {
            var end = text.IndexOf('\n', at, body.End - at);
            end = end < 0 ? body.End : end;
            yield return TextSpan.FromBounds(at, end);
            at = end + 1;
        }
    }

    /// <summary>What stands after the marks of quoting, and how many there are.</summary>
    private static (TextSpan Content, int Depth) Quoted(string text, TextSpan line)
    {
        var (at, depth) = (line.Start, 0);
        for (var i = at; i < line.End && text[i] is '>' or ' '; i++)
        {
            if (text[i] == '>')
            {
                (at, depth) = (i + 1, depth + 1);
            }
        }

        return (TextSpan.FromBounds(at, line.End), depth);
    }

    private static bool StartsItem(string text, TextSpan line)
    {
        var start = text.AsSpan(line.Start, line.Length).TrimStart();
        return start is ['-' or '*' or '•', ' ', ..];
    }
}
