namespace Entente.Claims.Reading;

/// <summary>A piece of a page that stands by itself: a line or paragraph of a text dump, or what stands between two block tags.</summary>
/// <param name="Text">With white space collapsed and entities decoded.</param>
/// <param name="Runs">Where its characters come from; offsets into <paramref name="Text"/> and into the page. What no run covers was made or changed.</param>
/// <param name="Page">All of it in the page.</param>
internal sealed record Segment(string Text, SourceRun[] Runs, TextSpan Page)
{
    /// <summary>Segments of a page that are told apart; what comes after them is joined, for a page of a million lines or cells is a table to be had elsewhere.</summary>
    public const int Most = 200_000;

    /// <summary>How long the joined ones get, in characters.</summary>
    public const int JoinedLength = 4_000;

    /// <summary>What is said of a page with more.</summary>
    public static Problem TooMany { get; } = new(ProblemCodes.TooLarge, "The page has more lines or elements than are told apart: the later ones are joined to long blocks; split the page, if they matter.");

    /// <summary>Blanks before a line of a text dump.</summary>
    public int Indent { get; init; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool AfterBlank { get; init; }

    /// <summary>Of HTML: the block element it stands in.</summary>
    public int Element { get; init; } = -1;

    /// <summary>Of HTML: how many of its characters are link text.</summary>
    public int LinkChars { get; init; }

    /// <summary>Whether it stood in a bold or strong element altogether.</summary>
    public bool Strong { get; init; }

    /// <summary>The characters [start, end) as a segment of their own, white space at its edges left out.</summary>
    public Segment Slice(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        if (start == 0 && end == Text.Length)
        {
            return this;
        }

        var runs = new List<SourceRun>();
        foreach (var run in Runs)
        {
            if (Cut(run, start, end) is { } cut)
            {
                runs.Add(cut);
            }
        }

        var page = runs.Count == 0 ? new TextSpan(Page.Start, 0) : TextSpan.FromBounds(runs[0].Page.Start, runs[^1].Page.End);
        return this with { Text = Text[start..end], Runs = [.. runs], Page = page };
    }

    private static SourceRun? Cut(SourceRun run, int start, int end)
    {
        var from = Math.Max(run.Text.Start, start);
        var to = Math.Min(run.Text.End, end);
        if (from >= to)
        {
            return null;
        }

        var page = run.Text.Length == run.Page.Length ? new TextSpan(run.Page.Start + from - run.Text.Start, to - from) : run.Page;
        return new SourceRun(new TextSpan(from - start, to - from), page);
    }
}
