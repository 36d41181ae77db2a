namespace Entente.Claims.Analyzing;

/// <summary>
/// Words of a block → its sentences. Line breaks that do not merely wrap a line are ends. In the blocks of a page, whose headings and items are blocks of their own,
/// rules about full stops, quotes and brackets find the others; in plain text, weights learned from treebanks decide at each place, and what the rules say is one of the things they weigh.
/// </summary>
internal sealed class SentenceSplitter(SentenceRules rules, HashedWeights weights, Decision? decision = null)
{
    /// <summary>No sentence has more words; what does is a list or no text, and is cut at its last comma or semicolon before.</summary>
    public const int LongestSentence = 400;

    /// <summary>Adds the index after the last word of each sentence among <paramref name="words"/>[first..]; <paramref name="width"/> as <see cref="LineBreaks.Width"/> gives it.</summary>
    public void Split(string text, List<TextSpan> words, int first, SentenceEnds kind, int width, List<int> ends)
    {
        Span<uint> keys = stackalloc uint[EndFeatures.Most];
        var features = new EndFeatures(text, words, first);
        var proposed = -1;
        for (var i = first; i + 1 < words.Count; i++)
        {
            features.Pass(i);
            if (proposed < i)
            {
                proposed = rules.EndsAt(text, words, features.Start, i, features.InBracket);
            }

            var isEnd = LineBreaks.Ends(text, words[i], words[i + 1], kind == SentenceEnds.EachLine, width);
            if (kind != SentenceEnds.MaybeUnmarked)
            {
                isEnd |= proposed == i;
            }
            else if (!isEnd && IsOpen(text, words[i], words[i + 1], proposed == i))
            {
                var list = new FeatureList(keys);
                features.Fill(i, proposed == i, ref list);
                isEnd = decision is null ? weights.Score(list.Keys) > 0 : decision(list.Keys, words[i].End, proposed == i);
            }

            if (isEnd)
            {
                AddEnd(text, words, features.Start, i + 1, ends);
                features.Begin(i + 1);
            }
        }

        if (words.Count > first)
        {
            AddEnd(text, words, features.Start, words.Count, ends);
        }
    }

    /// <summary>Whether it is asked if a sentence ends between two words: not within a token, and not after a title.</summary>
    private bool IsOpen(string text, TextSpan word, TextSpan next, bool proposed) =>
        proposed || (!rules.NeverEnds(text, word) && (next.Start > word.End || !char.IsLetterOrDigit(text[word.End - 1])));

    private static void AddEnd(string text, List<TextSpan> words, int start, int end, List<int> ends)
    {
        while (end - start > LongestSentence)
        {
            var cut = start + LongestSentence;
            for (var i = cut - 1; i > start + (LongestSentence / 2); i--)
            {
                if (text[words[i].Start] is ';' or ',' || text.AsSpan(words[i].End, words[i + 1].Start - words[i].End).ContainsAny('\n', '\r'))
                {
                    cut = i + 1;
                    break;
                }
            }

            ends.Add(cut);
            start = cut;
        }

        ends.Add(end);
    }
}

/// <summary>What may end a sentence within a block.</summary>
internal enum SentenceEnds
{
    /// <summary>A full stop or the like, or a line break that does not wrap: the blocks of a page.</summary>
    Marked,

    /// <summary>Any line break too: lists and tables.</summary>
    EachLine,

    /// <summary>Nothing at all may stand between two sentences: plain text, in which greetings, headings and signatures are run together.</summary>
    MaybeUnmarked,
}

/// <summary>Decides in training in the place of weights: the features, the place in the text before which it is decided, and what the rules propose.</summary>
internal delegate bool Decision(ReadOnlySpan<uint> features, int at, bool proposed);
