namespace Entente.Claims.Coding.Claiming;

/// <summary>The words around a noun that belong to its name.</summary>
internal static class NounPhrase
{
    /// <summary>From the first adjective, noun or number before the head to the head itself; a leading article or possessive stays out.</summary>
    public static TextSpan Around(IReadOnlyList<Element> elements, int head) => TextSpan.FromBounds(elements[FirstModifier(elements, head)].Span.Start, elements[head].Span.End);

    /// <summary>The same with what the noun is of or on: "agreement on cooperation in the forestry sector".</summary>
    public static TextSpan WithComplement(IReadOnlyList<Element> elements, int head, IReadOnlySet<string> prepositions)
    {
        var last = head;
        if (head + 1 < elements.Count && prepositions.Contains(elements[head + 1].Form))
        {
            for (var at = head + 2; at < elements.Count && at - head <= 14 && Continues(elements[at]); at++)
            {
                if (elements[at].Upos is "NOUN" or "PROPN" or "NUM" || elements[at].Actors.Count > 0)
                {
                    last = at;
                }
            }
        }

        return TextSpan.FromBounds(elements[FirstModifier(elements, head)].Span.Start, elements[last].Span.End);
    }

    public static int FirstModifier(IReadOnlyList<Element> elements, int head)
    {
        var first = head;
        for (var at = head - 1; at >= 0 && head - at <= 6; at--)
        {
            if (elements[at].Upos is "ADJ" or "NOUN" or "PROPN" or "NUM" && !elements[at].Form.EndsWith("’s", StringComparison.Ordinal))
            {
                first = at;
            }
            else if (elements[at].Form is not ("-" or "," or "and" or "/") || first != at + 1)
            {
                break;
            }
        }

        return elements[first].Upos == "NUM" && first < head ? first + 1 : first;
    }

    private static bool Continues(Element element) => !element.EndsClause && element.Upos is not ("VERB" or "AUX" or "PUNCT" or "PRON" or "SCONJ");
}
