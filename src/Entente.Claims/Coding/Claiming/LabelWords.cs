namespace Entente.Claims.Coding.Claiming;

/// <summary>The words of a label around its noun: elements [First, End).</summary>
/// <param name="IsQuoted">Whether they stand in quotation marks.</param>
/// <param name="IsColoured">Whether a word says more than the noun.</param>
internal readonly record struct LabelWords(int First, int End, bool IsQuoted, bool IsColoured)
{
    /// <summary>
    /// Marks that close before the noun take what they hold along (“no-limits” partnership); marks that open before it bound the label (“friends of steel”).
    /// </summary>
    public static LabelWords Around(IReadOnlyList<Element> elements, int noun, LabelNouns nouns)
    {
        var first = noun;
        var (quoted, coloured) = (false, false);
        while (first > 0 && noun - first < 7)
        {
            var before = elements[first - 1];
            if (IsMark(before))
            {
                quoted = true;
                if (Opener(elements, first - 1) is not { } opener)
                {
                    break;
                }

                first = opener;
            }
            else if (before.Actors.Count == 0 && (before.Upos is "ADJ" or "NOUN" or "ADV" || IsParticiple(before)))
            {
                coloured |= nouns.Colours(elements[noun].Lemma, before);
                first--;
            }
            else if (first < noun && before.Form is "-" or "and" && !nouns.IsPlain(elements[first].Lemma))
            {
                first--;
            }
            else if (before.Form is "no" && first < noun && elements[first].Form is "-" or "limits" or "limit")
            {
                // "no-limits" and its like: the negation belongs to the name
                coloured = true;
                first--;
            }
            else
            {
                break;
            }
        }

        // within marks the words stand as they are quoted: a “new era”
        while (first < noun && !(first > 0 && IsMark(elements[first - 1]) && noun + 1 < elements.Count && IsMark(elements[noun + 1])) && (elements[first].Form is "-" or "and" or "," || elements[first].Upos is "ADV" || (elements[first].Upos is "VERB" && !elements[first].Form.EndsWith("ing", StringComparison.Ordinal)) || (nouns.IsPlain(elements[first].Lemma) && !(nouns.IsLoose(elements[noun].Lemma) && nouns.Colours(elements[noun].Lemma, elements[first])))))
        {
            first++;
        }

        return Ended(elements, first, noun, coloured, quoted);
    }

    /// <summary>Takes "of steel" along, and marks that close behind the noun for a sign that the words are quoted.</summary>
    private static LabelWords Ended(IReadOnlyList<Element> elements, int first, int noun, bool coloured, bool quoted)
    {
        var end = noun + 1;
        if (end + 1 < elements.Count && elements[end].Form == "of" && elements[end + 1].Upos == "NOUN" && elements[end + 1].Actors.Count == 0
            && (quoted || elements[end + 1].Form is "convenience" or "steel" or "iron" || (end + 2 < elements.Count && IsMark(elements[end + 2]))))
        {
            coloured = true;
            end += 2;
        }

        quoted |= end < elements.Count && IsMark(elements[end]);
        return new LabelWords(first, end, quoted, coloured && end - first > 1);
    }

    private static bool IsParticiple(Element element) =>
        element.Upos == "VERB" && (element.Form.EndsWith("ing", StringComparison.Ordinal) || element.Form.EndsWith("ed", StringComparison.Ordinal));

    private static bool IsMark(Element element) => element.Form != "’" && element.Form != "'" && Quoted.IsMark(element.Form);

    /// <summary>Where the quotation begins that a mark closes, at most six words before it; null when the mark opens one.</summary>
    private static int? Opener(IReadOnlyList<Element> elements, int mark)
    {
        if (elements[mark].Span.End == elements[mark + 1].Span.Start && mark > 0 && elements[mark - 1].Span.End < elements[mark].Span.Start)
        {
            return null;
        }

        for (var at = mark - 1; at >= 0 && mark - at <= 7 && elements[mark].Form is not "“"; at--)
        {
            if (IsMark(elements[at]) && elements[at].Form is not "”")
            {
                return mark - at > 1 ? at : null;
            }
        }

        return null;
    }
}
