using Entente.Claims.Coding;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>Whether the words of a figure tell its unit and its direction.</summary>
internal static class FigureDoubts
{
    private static readonly string[] Movements = ["up", "down"];

    public static IEnumerable<string> Of(Findings findings, IReadOnlyList<Claim> own, Claim claim)
    {
        if (claim.Body is not FigureClaim { Quantity: var theirs } || findings.Quantities.Where(q => q.Span.Overlaps(theirs.Span)).ToArray() is not [var ours])
        {
            yield break;
        }

        var words = Fields.Shown(OneLine.Of(theirs.Span.In(findings.Text)));
        if (theirs.Unit is { } unit && ours.Unit is { } read && unit != read && IsMeasure(unit) && IsMeasure(read))
        {
            yield return $"'{words}' is in {read}, and the claim in {unit}.";
        }

        if (claim.Body is FigureClaim { Whose: { Count: > 0 } whose } && own.Select(c => c.Body).OfType<FigureClaim>().FirstOrDefault(f => f.Quantity.Span == ours.Span) is { Whose: { Count: > 0 } holders }
            && !whose.Any(a => holders.Any(b => PartyDoubts.IsOne(a.Actor, b.Actor))))
        {
            yield return $"'{words}' is read as what {string.Join(" and ", holders.Select(a => a.Actor.Name))} has, and the claim says {string.Join(" and ", whose.Select(a => a.Actor.Name))}.";
        }

        if (Movements.Contains(theirs.Change) && Movements.Contains(ours.Change) && theirs.Change != ours.Change)
        {
            yield return $"'{words}' goes {ours.Change}, and the claim says {theirs.Change}.";
        }
    }

    /// <summary>Money, shares and symbols are called one way; what is counted may be called by many words.</summary>
    private static bool IsMeasure(string unit) => unit is "%" or "pp" || (unit.Length == 3 && unit.All(char.IsAsciiLetterUpper));
}
