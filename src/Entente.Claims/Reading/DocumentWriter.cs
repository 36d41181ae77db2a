namespace Entente.Claims.Reading;

/// <summary>A segment with the role it was given.</summary>
internal sealed record RoledSegment(Segment Segment, BlockRole Role, string Reason)
{
    public int? Depth { get; init; }

    public string? Author { get; init; }

    public string? Posted { get; init; }

    /// <summary>Name of the one answered.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Whether it goes on with the block before it (lines of one comment or wrapped paragraph).</summary>
    public bool Continues { get; init; }
}

/// <summary>Lays roled segments one after another: the document's text, its blocks, and where each stretch comes from.</summary>
internal sealed class DocumentWriter
{
    // Put together once at the end: the text of a large page is not held twice.
    private readonly List<string> _parts = [];
    private int _length;
    private readonly List<Block> _blocks = [];
    private readonly List<SourceRun> _runs = [];

    public string Text() => string.Concat(_parts.ToArray());

    public IReadOnlyList<Block> Blocks => _blocks;

    public IReadOnlyList<SourceRun> Runs => _runs;

    /// <summary>Where in the text the segment was put.</summary>
    public TextSpan Add(RoledSegment piece)
    {
        var joins = piece.Continues && _blocks.Count > 0 && _blocks[^1].Role == piece.Role;
        if (_length > 0)
        {
            Write(joins ? "\n" : "\n\n");
        }

        var span = new TextSpan(_length, piece.Segment.Text.Length);
        Write(piece.Segment.Text);
        foreach (var run in piece.Segment.Runs)
        {
            _runs.Add(run with { Text = new TextSpan(run.Text.Start + span.Start, run.Text.Length) });
        }

        if (joins)
        {
            var open = _blocks[^1];
            _blocks[^1] = open with { Span = TextSpan.FromBounds(open.Span.Start, span.End), PageSpan = Cover(open.PageSpan, piece.Segment.Page) };
        }
        else
        {
            _blocks.Add(new Block(span, piece.Role, piece.Segment.Page) { Reason = piece.Reason, Depth = piece.Depth, Author = piece.Author, Posted = piece.Posted, ReplyTo = piece.ReplyTo });
        }

        return span;
    }

    private void Write(string part)
    {
        _parts.Add(part);
        _length += part.Length;
    }

    private static TextSpan Cover(TextSpan a, TextSpan b) => TextSpan.FromBounds(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));
}
