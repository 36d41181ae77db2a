namespace Entente.Claims.Coding.Attributing;

/// <summary>Drafts → attributions with chains: an attribution that stands in the content of another has the other's links before its own. Who only reacts to a content adds none.</summary>
internal static class Chains
{
    public static IReadOnlyList<Attribution> Of(Findings findings, SourceNames names, List<Draft> drafts)
    {
        var parents = Parents(drafts);
        var chains = new SourceChain?[drafts.Count];
        var found = new Attribution[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            draft.Content.Sort();
            found[i] = new Attribution([.. draft.Source], [.. draft.Cue], [.. draft.Content]) { Chain = ChainOf(i, 0), Gives = draft.Gives };
        }

        return found;

        SourceChain ChainOf(int draft, int depth)
        {
            if (chains[draft] is { } known)
            {
                return known;
            }

            var outer = parents[draft] is >= 0 and var parent && depth < 12 ? ChainOf(parent, depth + 1) : findings.OwnVoice;
            List<SourceLink> links = drafts[draft].Reacts ? [] : [.. names.LinksOf(drafts[draft], outer)];
            for (var i = 0; i < links.Count; i++)
            {
                // who is only told to relays; who speaks is last, and tells it in the cue's way
                outer = outer.Then(i == links.Count - 1 ? links[i] with { Gives = drafts[draft].Gives } : links[i]);
            }

            return chains[draft] = outer;
        }
    }

    /// <summary>For each draft the one whose content most narrowly holds its cue; −1 when none does.</summary>
    private static int[] Parents(List<Draft> drafts)
    {
        var parts = new List<(TextSpan Span, int Draft)>();
        for (var i = 0; i < drafts.Count; i++)
        {
            foreach (var part in drafts[i].Content)
            {
                parts.Add((part, i));
            }
        }

        parts.Sort((a, b) => a.Span.CompareTo(b.Span) is not 0 and var order ? order : a.Draft.CompareTo(b.Draft));
        var parents = new int[drafts.Count];
        var open = new List<(TextSpan Span, int Draft)>();
        var next = 0;
        for (var i = 0; i < drafts.Count; i++)
        {
            var at = drafts[i].Start;
            while (next < parts.Count && parts[next].Span.Start <= at)
            {
                open.Add(parts[next++]);
            }

            open.RemoveAll(p => p.Span.End <= at);
            parents[i] = Narrowest(open, i, drafts);
        }

        return parents;
    }

    private static int Narrowest(List<(TextSpan Span, int Draft)> open, int draft, List<Draft> drafts)
    {
        int best = -1, length = int.MaxValue;
        foreach (var (span, other) in open)
        {
            if (other != draft && span.Length < length && !drafts[draft].Holds(drafts[other].Cue[0]))
            {
                (best, length) = (other, span.Length);
            }
        }

        return best;
    }
}
