using Entente.Claims;

namespace Entente.Record.Asking;

/// <summary>
/// Sets the claims that two coders make of one document beside each other. Two claims are of the same thing when they are of one kind and their evidence overlaps, of events also the words that tell of them, or their type and somebody who takes part ("pay a visit" may be told by either word);
/// those that differ least are paired first, of equals those that share more of their evidence, then in the order of the text; each claim is in one pair at most.
/// </summary>
internal sealed class ClaimComparison
{
    /// <summary>Parts that two claims differ in, by name.</summary>
    private static readonly (string Name, Func<ClaimRow, string?> Of)[] Parts =
    [
        ("type", c => c.Kind == ClaimKind.Event ? c.Type : null),
        ("standing", c => c.Kind == ClaimKind.Membership ? c.Type : null),
        ("state", c => c.Kind == ClaimKind.Agreement ? c.Type : null),
        ("stance", c => c.Kind == ClaimKind.Position ? c.Type : null),
        ("mode", c => c.Mode),
        ("words", c => c.Words?.ToLowerInvariant()),
        ("value", c => Number(c.Figure?.Value)),
        ("high", c => Number(c.Figure?.High)),
        ("unit", c => Singular(c.Figure?.Unit)),
        ("change", c => c.Figure?.Change),
        ("from", c => Number(c.Figure?.From)),
        ("to", c => Number(c.Figure?.To)),
        ("of", c => c.Figure?.Of?.ToLowerInvariant()),
        ("period", c => Days(c.Figure?.Period)),
        ("record", c => c.Figure?.Record),
        ("place", c => c.Place),
        ("contexts", c => c.Contexts.Count == 0 ? null : string.Join('|', c.Contexts.Order(StringComparer.Ordinal))),
        ("reason", c => c.Reason?.ToLowerInvariant()),
        ("time", c => c.Time?.ToString()),
        ("readings", c => string.Join('+', CodedNames.Of(c.Factuality.Readings))),
        ("polarity", c => CodedNames.Of(c.Factuality.Polarity)),
        ("certainty", c => CodedNames.Of(c.Factuality.Certainty)),
        ("source", c => c.Chain.Origin is { } origin ? origin.Actor ?? origin.Name.ToLowerInvariant() : null),
    ];

    /// <summary>PLOVER types of what is done together: no one of the parties does it to the other. Of SUPPORT that is so where a treaty is signed.</summary>
    private static readonly string[] Joint = ["CONSULT", "AGREE", "COOPERATE"];

    private ClaimComparison(IReadOnlyList<CoderDifference> pairs) => Pairs = pairs;

    /// <summary>All claims of either, in the order of the text: those in which both agree differ in nothing.</summary>
    public IReadOnlyList<CoderDifference> Pairs { get; }

    /// <param name="sameText">Whether both coded the same text; else only claims of the same words are of the same thing.</param>
    public static ClaimComparison Of(IReadOnlyList<ClaimRow> theirs, IReadOnlyList<ClaimRow> ours, bool sameText)
    {
        var candidates =
            from t in theirs.Select((Row, N) => (Row, N))
            from o in ours.Select((Row, N) => (Row, N))
            where IsOfSame(t.Row, o.Row, sameText)
            let differences = Differences(t.Row, o.Row)
            orderby differences.Count, sameText ? -Shared(t.Row, o.Row) : 0, t.N, o.N
            select (t.Row, Other: o.Row, differences);
        var pairs = new List<CoderDifference>();
        var taken = new HashSet<ClaimRow>(ReferenceEqualityComparer.Instance);
        foreach (var (their, our, differences) in candidates)
        {
            if (!taken.Contains(their) && !taken.Contains(our))
            {
                taken.Add(their);
                taken.Add(our);
                pairs.Add(new CoderDifference(their, our) { In = differences });
            }
        }

        pairs.AddRange(theirs.Where(t => !taken.Contains(t)).Select(t => new CoderDifference(t, null)));
        pairs.AddRange(ours.Where(o => !taken.Contains(o)).Select(o => new CoderDifference(null, o)));
        return new ClaimComparison([.. pairs.OrderBy(p => p.Claim.Start).ThenBy(p => p.Claim.Stop).ThenBy(p => p.Claim.Kind).ThenBy(p => p.Claim.Id, StringComparer.Ordinal)]);
    }

    /// <summary>What one of the two leaves open – no time, no mode, no place – is no difference; who takes part is never left open.</summary>
    private static List<string> Differences(ClaimRow theirs, ClaimRow ours)
    {
        var found = Parts.Where(p => p.Of(theirs) is { } a && p.Of(ours) is { } b && a != b && !(p.Name == "words" && AgreementNames.AreOne(theirs, ours))).Select(p => p.Name).ToList();
        if (!AreTogether(theirs, ours))
        {
            found.AddRange(theirs.Parties.Concat(ours.Parties).Select(p => p.Part).Distinct(StringComparer.Ordinal).Where(part => !Ids(theirs, part).SetEquals(Ids(ours, part))).Select(Plural));
        }

        return found;
    }

    /// <summary>"A and B met" and "A met B": who did something together may all be its actors, or one the actor and the others the recipients. Who visits or praises whom is not together.</summary>
    private static bool AreTogether(ClaimRow theirs, ClaimRow ours) => theirs.Kind == ClaimKind.Event && theirs.Type == ours.Type
        && (Joint.Contains(theirs.Type) || (theirs.Type == "SUPPORT" && (theirs.Words ?? ours.Words) is not null)) && theirs.Mode != "visit" && ours.Mode != "visit" && IsOnTwoSides(theirs) && IsOnTwoSides(ours)
        && (Ids(theirs, "recipient").Count == 0) != (Ids(ours, "recipient").Count == 0) && theirs.Parties.Select(p => p.Actor.Id).ToHashSet(StringComparer.Ordinal).SetEquals(ours.Parties.Select(p => p.Actor.Id));

    private static bool IsOnTwoSides(ClaimRow claim) => !Ids(claim, "actor").Overlaps(Ids(claim, "recipient"));

    private static bool IsOfSame(ClaimRow a, ClaimRow b, bool sameText) => a.Kind == b.Kind && (!sameText
        ? a.Quote == b.Quote
        : a.Start < b.Stop && b.Start < a.Stop && (a.Trigger is not { } one || b.Trigger is not { } other || one.Overlaps(other) || (a.Type == b.Type && a.Parties.Any(p => b.Parties.Any(q => p.Actor.Id == q.Actor.Id)))));

    private static int Shared(ClaimRow a, ClaimRow b) => Math.Min(a.Stop, b.Stop) - Math.Max(a.Start, b.Start);

    private static HashSet<string> Ids(ClaimRow claim, string part) => claim.Parties.Where(p => p.Part == part).Select(p => p.Actor.Id).ToHashSet(StringComparer.Ordinal);

    private static string Plural(string part) => part is "actor" or "recipient" ? part + "s" : part == "party" ? "parties" : part;

    private static string? Singular(string? unit) => unit is { Length: > 3 } && unit.EndsWith('s') && unit.All(c => char.IsLower(c) || c == ' ') ? unit[..^1] : unit;

    /// <summary>"2025-01/2025-04" and the days from the first to the last.</summary>
    private static string? Days(string? period)
    {
        try
        {
            return period is null ? null : DayText.Interval(period).ToString();
        }
        catch (FormatException)
        {
            return period;
        }
    }

    private static string? Number(double? value) => value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
