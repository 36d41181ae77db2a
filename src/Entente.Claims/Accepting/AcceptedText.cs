namespace Entente.Claims.Accepting;

/// <summary>
/// The text of a document that claims are set beside. Words are found in it whole, in the letters given, with white space of any length between them. It belongs to one thread at a time.
/// </summary>
public sealed class AcceptedText
{
    /// <summary>Words beside which a number tells other years than its own.</summary>
    private static readonly string[] Decades = ["century", "centuries", "decade", "millennium"];

    private readonly OneLine _line;
    private readonly Dictionary<string, bool> _held = new(StringComparer.Ordinal);
    private HashSet<int>? _years;
    private Dictionary<string, int>? _counts;

    /// <summary>Takes a text as the record has it.</summary>
    public AcceptedText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Map = new CodePointMap(text);
        Length = Map.ToCodePoint(text.Length);
        _line = new OneLine(text);
    }

    /// <summary>The text as it is.</summary>
    public string Text { get; }

    /// <summary>UTF-16 offsets ↔ code points of the text.</summary>
    public CodePointMap Map { get; }

    /// <summary>In code points.</summary>
    public int Length { get; }

    /// <summary>The text that the coder had, where it is another: then the words at its places are looked for in this one. Null where it is the same.</summary>
    public AcceptedText? Given { get; init; }

    /// <summary>Whether a quote that stands elsewhere than was said, and at one place alone, is taken from there.</summary>
    public bool FindQuotes { get; init; }

    /// <summary>The blocks of the text, where they are known: only the article's own hold claims, no comment and no furniture.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>When the document was published, where that is known: a day that is told without a year is of a year near it.</summary>
    public DateInterval? Published { get; init; }

    /// <summary>Who published the document, where that is known.</summary>
    public string? Publisher { get; init; }

    /// <summary>Ids of actors and countries of which the document is known to speak beyond its words, and names of who wrote and published it.</summary>
    public IReadOnlySet<string> Known { get; init; } = new HashSet<string>();

    /// <summary>All places at which the words stand whole; where there is none, those at which they end in the seam of two words that the page runs together.</summary>
    internal IEnumerable<TextSpan> PlacesOf(string words, StringComparison comparison = StringComparison.Ordinal)
    {
        var whole = false;
        foreach (var span in Occurrences(words, comparison).Where(s => !Cuts(s)))
        {
            whole = true;
            yield return span;
        }

        foreach (var span in whole ? [] : Occurrences(words, comparison).Where(s => CutWord(s) is null))
        {
            yield return span;
        }
    }

    private IEnumerable<TextSpan> Occurrences(string words, StringComparison comparison)
    {
        var (line, text) = (OneLine.Of(words), _line.Words);
        if (line.Length == 0)
        {
            yield break;
        }

        for (var at = text.IndexOf(line, comparison); at >= 0; at = at + 1 < text.Length ? text.IndexOf(line, at + 1, comparison) : -1)
        {
            yield return _line.Place(at, line.Length);
        }
    }

    /// <summary>The place nearest to another at which the words stand, in any case of letters when not as they are; null when they stand nowhere.</summary>
    internal TextSpan? Nearest(string words, TextSpan to)
    {
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            if (PlacesOf(words, comparison).Select(p => (TextSpan?)p).OrderBy(p => to.Contains(p!.Value) ? 0 : 1).ThenBy(p => Math.Abs(p!.Value.Start - to.Start)).FirstOrDefault() is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Whether some words stand in the text, in any case of letters.</summary>
    internal bool Holds(string words) =>
        _held.TryGetValue(words, out var known) ? known : _held[words] = PlacesOf(words, IsShout(words) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase).Any();

    /// <summary>Whether the text tells a year, or one beside it ("fiscal 2019", "1998-99"), or is of such a year; also where the evidence tells decades or centuries, and where its own year is not known.</summary>
    internal bool TellsYear(int year, TextSpan evidence)
    {
        _years ??= [.. Words(Text).Select(w => w.TrimEnd('s')).Where(w => w.Length == 4 && w.All(char.IsAsciiDigit)).Select(int.Parse)];
        return Published is not { } published || Near(published.Earliest?.Year) || Near(published.Latest?.Year) || _years.Any(y => Near(y)) || Decades.Any(w => HoldsFormOf(w, evidence));

        bool Near(int? other) => other is { } told && (Math.Abs(told - year) <= 1 || (told % 10 == 0 && year >= told && year < told + 10));
    }

    /// <summary>Whether a stretch of the text has a word, or one that differs in its ending: "visits" for "visit".</summary>
    internal bool HoldsFormOf(string word, TextSpan within)
    {
        var stem = word[..Math.Max(Math.Min(3, word.Length), word.Length - 2)];
        return Words(within.In(Text)).Any(w => w.Equals(word, StringComparison.OrdinalIgnoreCase) || (word.Length > 3 && w.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && w.Length <= word.Length + 3));
    }

    /// <summary>Where a stretch of the text has some words in a row, the last of them in any ending; null when it has not. "lend" stands for "lends" and "loan" for "loansto".</summary>
    internal TextSpan? FormOf(string words, TextSpan within)
    {
        var stretch = within.In(Text);
        for (var at = stretch.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = stretch.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var (start, end) = (within.Start + at, within.Start + at + words.Length);
            while (end < within.End && char.IsLetter(Text[end]))
            {
                end++;
            }

            if (!Inside(start) && end - start <= words.Length + 3)
            {
                return TextSpan.FromBounds(start, end);
            }
        }

        return null;
    }

    /// <summary>The word that a stretch begins or ends inside of; null when it cuts none. Two words that the page runs together ("loansto") are two.</summary>
    internal string? CutWord(TextSpan span) => Inside(span.Start) && !IsSeam(span.Start) ? WordAt(span.Start) : Inside(span.End) && !IsSeam(span.End) ? WordAt(span.End) : null;

    /// <summary>Letters and digits in a row.</summary>
    internal static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                yield return text[start..at];
            }
        }
    }

    /// <summary>"US" is no "us".</summary>
    private static bool IsShout(string words) => words.Length <= 5 && words.Any(char.IsUpper) && !words.Any(char.IsLower);

    private bool Cuts(TextSpan span) => Inside(span.Start) || Inside(span.End);

    /// <summary>Whether what stands before and behind are words of this text themselves, in one of their numbers, and what they make together stands here alone, as a misprint does.</summary>
    private bool IsSeam(int at)
    {
        _counts ??= Words(Text).GroupBy(w => w, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        var word = WordAt(at);
        var first = at;
        while (first > 0 && char.IsLetter(Text[first - 1]))
        {
            first--;
        }

        return _counts.GetValueOrDefault(word) == 1 && IsWord(word[..(at - first)]) && IsWord(word[(at - first)..]);

        bool IsWord(string part) => part.Length > 1 && (_counts.ContainsKey(part) || _counts.ContainsKey(part + "s") || (part.EndsWith('s') && _counts.ContainsKey(part[..^1])));
    }

    private bool Inside(int at) => at > 0 && at < Text.Length && char.IsLetter(Text[at - 1]) && char.IsLetter(Text[at]);

    private string WordAt(int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsLetter(Text[start - 1]))
        {
            start--;
        }

        while (end < Text.Length && char.IsLetter(Text[end]))
        {
            end++;
        }

        return Text[start..end];
    }
}
