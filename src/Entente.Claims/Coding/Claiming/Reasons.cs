namespace Entente.Claims.Coding.Claiming;

/// <summary>The words that give a reason: "… because it would bind both", "… on the grounds that it breaks the treaty", "…, saying that it would cost jobs".</summary>
internal static class Reasons
{
    public static TextSpan? Of(SentenceView sentence, int token)
    {
        var elements = sentence.Elements;
        for (var at = 0; at < elements.Count; at++)
        {
            if (elements[at].Token > token && Begins(elements, at))
            {
                var end = elements.Skip(at).TakeWhile(e => !e.EndsClause && !Quoted.IsMark(e.Form)).LastOrDefault();
                return end is null || end.Span == elements[at].Span ? null : TextSpan.FromBounds(elements[at].Span.Start, end.Span.End);
            }
        }

        return Before(sentence, token);
    }

    private static bool Begins(IReadOnlyList<Element> elements, int at) => elements[at].Form switch
    {
        "because" => true,
        "since" => elements[at].Upos == "SCONJ",
        "due" => Follows(elements, at, "to"),
        "owing" => Follows(elements, at, "to"),
        "on" => Follows(elements, at, "the") && at + 2 < elements.Count && elements[at + 2].Form is "grounds" or "ground",
        "saying" or "arguing" or "claiming" or "stressing" or "insisting" or "noting" or "warning" or "citing" => at > 0 && elements[at - 1].Form == ",",
        _ => false,
    };

    private static bool Follows(IReadOnlyList<Element> elements, int at, string form) => at + 1 < elements.Count && elements[at + 1].Form == form;

    /// <summary>"Because it would cost jobs, the union opposes the treaty": the clause that hangs on the word and stands before it.</summary>
    private static TextSpan? Before(SentenceView sentence, int token)
    {
        var tree = sentence.Tree;
        foreach (var child in tree.Children(token))
        {
            if (child < token && tree.Is(child, "advcl") && tree.Child(child, "mark") is { } mark && sentence.Form(mark) is "because" or "since" or "as")
            {
                return tree.Span(child);
            }
        }

        return null;
    }
}
