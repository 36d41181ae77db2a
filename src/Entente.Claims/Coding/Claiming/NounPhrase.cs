namespace Entente.Claims.Coding.Claiming;

/// <summary>The words around a noun that belong to its name.</summary>
internal static class NounPhrase
{
    /// <summary>From the first adjective, noun or number before the head to the head itself; a leading article or possessive stays out.</summary>
    public static TextSpan Around(IReadOnlyList<Element> elements, int head) => TextSpan.FromBounds(elements[FirstModifier(elements, head)].Span.Start, elements[head].Span.End);

    /// <summary>
    /// The same with what the noun is of, on or between, as the tree has it: "agreement between A and B on cooperation in forestry". A relative clause, a further item of a list
    /// and what stands behind a mark end it.
    /// </summary>
    public static TextSpan WithComplement(SentenceView sentence, int head)
    {
        var elements = sentence.Elements;
        var tree = sentence.Tree;
        var token = elements[head].Token;
        var end = tree.RightEdge(token);
        foreach (var child in tree.Children(token))
        {
            if (child > token && (tree.Is(child, "acl") || tree.Is(child, "conj") || tree.Is(child, "appos") || tree.Is(child, "punct") || tree.Is(child, "parataxis")))
            {
                end = Math.Min(end, tree.LeftEdge(child) - 1);
            }
        }

        // 'a declaration "on closer ties"': what is quoted of it belongs to it
        var quoted = head + 2 < elements.Count && Quoted.IsMark(elements[head + 1].Form) && elements[head + 2].Upos == "ADP" ? 1 : 0;
        var last = head;
        for (var at = head + 1 + quoted; at < elements.Count && elements[at].Token <= end && at - head <= 16 && !elements[at].EndsClause && elements[at].Form is not ("," or "(") && !Quoted.IsMark(elements[at].Form); at++)
        {
            if (elements[at].Upos is "NOUN" or "PROPN" or "NUM" || elements[at].Actors.Count > 0)
            {
                last = at;
            }
        }

        return TextSpan.FromBounds(elements[FirstModifier(elements, head)].Span.Start, elements[last].Span.End);
    }

    /// <summary>A hyphen or quotation mark within the words before a noun, and a comma or "and" between two adjectives.</summary>
    private static bool Joins(IReadOnlyList<Element> elements, int at) => elements[at].Form is "-" or "/" || (Quoted.IsMark(elements[at].Form) && elements[at + 1].Upos != "ADP")
        || (elements[at].Form is "," or "and" && at > 0 && elements[at - 1].Phrase is null && (elements[at - 1].Upos == "ADJ" || elements[at - 1].Upos == elements[at + 1].Upos && elements[at].Form == "and"));

    public static int FirstModifier(IReadOnlyList<Element> elements, int head)
    {
        var first = head;
        for (var at = head - 1; at >= 0 && head - at <= 6; at--)
        {
            if (elements[at].Upos is "ADJ" or "NOUN" or "PROPN" or "NUM" && !elements[at].Form.EndsWith("’s", StringComparison.Ordinal))
            {
                first = at;
            }
            else if (first != at + 1 || !Joins(elements, at))
            {
                break;
            }
        }

        return elements[first].Upos == "NUM" && first < head ? first + 1 : first;
    }
}
