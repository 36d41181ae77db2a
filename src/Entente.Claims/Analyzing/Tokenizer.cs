namespace Entente.Claims.Analyzing;

/// <summary>
/// Text → the spans of its words, as UD English EWT has them: punctuation, currency signs and clitics are words of their own; addresses, numbers, dates, initials
/// and abbreviations stay whole. Rules propose the cuts of a stretch without spaces; weights learned from treebanks decide at each place where a sign is no letter.
/// Every character that is no space belongs to exactly one word.
/// </summary>
internal sealed class Tokenizer(TokenRules rules, HashedWeights weights, Decision? decision = null)
{
    /// <summary>Stretches longer than this without a space are no text; the rules alone cut them.</summary>
    private const int LongestReviewed = 200;

    /// <summary>Adds the words of <paramref name="text"/> between the bounds of <paramref name="range"/>.</summary>
    public void Cut(string text, TextSpan range, List<TextSpan> words)
    {
        Span<bool> cuts = stackalloc bool[LongestReviewed];
        for (var at = range.Start; at < range.End;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = ChunkEnd(text, at, range.End, out var plain);
            var first = words.Count;
            if (plain)
            {
                if (rules.MaybeCut(text, at, end) is var part and > 0 && IsCut(text, at, at + part, end, range))
                {
                    words.Add(new TextSpan(at, part));
                    words.Add(TextSpan.FromBounds(at + part, end));
                }
                else
                {
                    rules.CutPlain(text, at, end, words);
                }
            }
            else
            {
                rules.CutChunk(text, at, end, words);
                if (end - at is > 1 and <= LongestReviewed)
                {
                    Review(text, at, end, range.End, words, first, cuts);
                }
            }

            at = end;
        }
    }

    /// <summary>Whether a word that may be two is two here ("its a pity").</summary>
    private bool IsCut(string text, int start, int at, int end, TextSpan range)
    {
        Span<uint> keys = stackalloc uint[CutFeatures.Most];
        var list = new FeatureList(keys);
        new CutFeatures(text, start, end, range.End).FillPlain(at, range.Start, ref list);
        return decision is null ? weights.Score(list.Keys) > 0 : decision(list.Keys, at, false);
    }

    /// <summary>Where a stretch without spaces ends, and whether it is of letters alone.</summary>
    public static int ChunkEnd(string text, int at, int limit, out bool plain)
    {
        plain = true;
        while (at < limit)
        {
            var c = text[at];
            if (!char.IsAsciiLetter(c))
            {
                if (char.IsWhiteSpace(c))
                {
                    break;
                }

                plain = false;
            }

            at++;
        }

        return at;
    }

    /// <summary>Whether it is asked if a word ends before text[at]: not between two letters or two figures that the rules keep together, nor inside one sign of two units.</summary>
    public static bool IsOpen(string text, int at, bool rule)
    {
        char left = text[at - 1], right = text[at];
        if (char.IsLowSurrogate(right) || CharKinds.IsJoiner(right) || CharKinds.IsJoiner(left))
        {
            return false;
        }

        return rule || !CharKinds.IsWord(left) || !CharKinds.IsWord(right) || char.IsAsciiDigit(left) != char.IsAsciiDigit(right);
    }

    /// <summary>What the tables and rules know for sure: the full stop of an abbreviation or initial, the sign of a number.</summary>
    private static bool IsKnown(string text, TextSpan word, int at) =>
        (at == word.End - 1 && text[at] == '.' && char.IsLetterOrDigit(text[word.Start])) || (at == word.Start + 1 && char.IsAsciiDigit(text[at]) && text[word.Start] is '-' or '+');

    /// <summary>Takes up the cuts of the rules among words[first..] and decides anew where that is open.</summary>
    private void Review(string text, int start, int end, int limit, List<TextSpan> words, int first, Span<bool> cuts)
    {
        cuts = cuts[..(end - start)];
        MarkCuts(words, first, start, cuts);
        var features = new CutFeatures(text, start, end, limit);
        Span<uint> keys = stackalloc uint[CutFeatures.Most];
        var changed = false;
        for (var w = first; w < words.Count; w++)
        {
            // Within an address nothing is asked
            var from = Math.Max(words[w].Start, start + 1);
            var to = Addresses.End(text, words[w].Start, words[w].End) > 0 ? Math.Min(from + 1, words[w].End) : words[w].End;
            for (var at = from; at < to; at++)
            {
                var rule = cuts[at - start];
                if (IsOpen(text, at, rule) && !IsKnown(text, words[w], at))
                {
                    var list = new FeatureList(keys);
                    features.Fill(at, rule, cuts[at - 1 - start], ref list);
                    cuts[at - start] = decision is null ? weights.Score(list.Keys) > 0 : decision(list.Keys, at, rule);
                    changed |= cuts[at - start] != rule;
                }
            }
        }

        if (changed)
        {
            Replace(words, first, start, cuts);
        }
    }

    /// <summary>Sets the places where words[first..] begin.</summary>
    public static void MarkCuts(List<TextSpan> words, int first, int start, Span<bool> cuts)
    {
        cuts.Clear();
        for (var w = first; w < words.Count; w++)
        {
            cuts[words[w].Start - start] = true;
        }
    }

    private static void Replace(List<TextSpan> words, int first, int start, ReadOnlySpan<bool> cuts)
    {
        words.RemoveRange(first, words.Count - first);
        var begin = 0;
        for (var k = 1; k <= cuts.Length; k++)
        {
            if (k == cuts.Length || cuts[k])
            {
                words.Add(new TextSpan(start + begin, k - begin));
                begin = k;
            }
        }
    }
}
