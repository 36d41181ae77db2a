namespace Entente.Record.Recording.Correcting;

/// <summary>Who has the last word where people decided otherwise than others: whoever decided last, by the times of the log. Nobody's entry is dropped; the list says which is overruled by which.</summary>
internal static class LastWord
{
    /// <summary>Which decisions about one claim are overruled, and by which.</summary>
    /// <param name="said">In order.</param>
    /// <param name="goneBy">The one that took the claim out, if it is out.</param>
    public static IEnumerable<(string Correction, string By)> Overruled(IReadOnlyList<(string Correction, Decision Decision)> said, string? goneBy)
    {
        for (var i = 0; i < said.Count; i++)
        {
            var (correction, decision) = said[i];
            var by = (decision, goneBy) switch
            {
                (JudgeClaims, _) => null,
                (RejectClaims or RejectActor, null) => Later(d => d is not (RejectClaims or RejectActor or JudgeClaims)),
                (not (RejectClaims or RejectActor), { } gone) => gone,
                (RetypeClaims one, _) => Later(d => d is RetypeClaims other && (one.Type, one.Mode) != (other.Type, other.Mode)),
                (RedateClaims one, _) => Later(d => d is RedateClaims other && one.Time != other.Time),
                _ => null,
            };
            if (by is not null && by != correction)
            {
                yield return (correction, by);
            }

            string? Later(Func<Decision, bool> against) => said.Skip(i + 1).Where(s => against(s.Decision)).Select(s => s.Correction).LastOrDefault();
        }
    }

    /// <summary>
    /// Which decisions about actors are overruled, and by which: what was merged and is kept apart later, or the other way round; another name or kind that was given later; and what is said of an actor that an earlier entry merged into another or found to be none.
    /// </summary>
    /// <param name="active">The entries that none takes back, in order.</param>
    public static Dictionary<string, string> OverruledActors(IReadOnlyList<Correction> active)
    {
        var said = active.Where(c => c.Decision is ActorDecision or KeepApart).ToList();
        var overruled = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < said.Count; i++)
        {
            var decision = said[i].Decision;
            var by = said.Skip(i + 1).LastOrDefault(later => IsAgainst(decision, later.Decision))
                ?? said.Take(i).FirstOrDefault(earlier => !overruled.ContainsKey(earlier.Id) && IsTaken(decision, earlier.Decision));
            if (by is not null)
            {
                overruled.Add(said[i].Id, by.Id);
            }
        }

        return overruled;
    }

    /// <summary>Whether a later decision keeps apart what an earlier one merged.</summary>
    public static bool Parts(Decision earlier, Decision later) => earlier is MergeActors merge && later is KeepApart apart && InCommon(merge, apart) > 1;

    private static bool IsAgainst(Decision earlier, Decision later) => (earlier, later) switch
    {
        (MergeActors, KeepApart) => Parts(earlier, later),
        (KeepApart apart, MergeActors merge) => InCommon(merge, apart) > 1,
        (RenameActor one, RenameActor other) => one.Actor == other.Actor && one.Name != other.Name,
        (RetypeActor one, RetypeActor other) => one.Actor == other.Actor && (one.Kind, one.Country, one.Sector) != (other.Kind, other.Country, other.Sector),
        _ => false,
    };

    /// <summary>Whether nobody is left of whom a decision speaks.</summary>
    private static bool IsTaken(Decision decision, Decision earlier) => CorrectionSet.Touched(decision).ToList() is { Count: > 0 } touched && earlier switch
    {
        MergeActors merge => touched.All(merge.Others.Contains) && !(decision is MergeActors again && again.Into.Id == merge.Into.Id),
        RejectActor reject => touched.All(a => a == reject.Actor) && decision is not RejectActor,
        _ => false,
    };

    private static int InCommon(MergeActors merge, KeepApart apart) => merge.Others.Append(merge.Into.Id).Distinct(StringComparer.Ordinal).Count(apart.Actors.Contains);
}
