namespace Entente.Claims.Scoring;

/// <summary>Sets what the coder claims of a text beside what gold says it claims.</summary>
public static class Scorer
{
    /// <summary>
    /// Each claim of gold gets the coder's claim that fits it best, none twice; of the same type and sentence, so that a wrong type is one missed and one too many.
    /// Events that gold does not have are too many; of other kinds gold says only what is to be found.
    /// </summary>
    public static ItemScore Score(GoldItem item, CodedPage coded)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(coded);
        List<(Claim Claim, CodedDocument Document)> got = [.. coded.Documents.SelectMany(d => d.Claims, (d, c) => (c, d))];
        var pairs = Pairs(item.Claims, got);
        var taken = pairs.Select(p => p.Got!).ToHashSet(ReferenceEqualityComparer.Instance);
        var missed = item.Claims.Except(pairs.Select(p => p.Expected!), ReferenceEqualityComparer.Instance).Cast<ExpectedClaim>().Select(e => new Comparison(e, null, null));
        var tooMany = item.HasMore ? [] : got.Where(g => g.Claim.Kind == ClaimKind.Event && !taken.Contains(g.Claim)).Select(g => new Comparison(null, g.Claim, g.Document));
        return new ItemScore(item, [.. pairs, .. missed, .. tooMany])
        {
            Furniture = item.Furniture.Distinct(StringComparer.Ordinal).ToDictionary(f => f, f => got.Count(g => Texts.Share(g.Claim.Evidence.In(g.Document.Document.Text), f)), StringComparer.Ordinal),
            IsDated = item.Published is { } published ? coded.Documents.Count > 0 && coded.Documents[0].Published?.Interval == published : null,
        };
    }

    private static List<Comparison> Pairs(IReadOnlyList<ExpectedClaim> expected, List<(Claim Claim, CodedDocument Document)> got)
    {
        var free = expected.SelectMany(e => got.Select(g => Comparison.Of(e, g.Claim, g.Document))).OfType<Comparison>()
            .OrderByDescending(c => c.IsRight).ThenByDescending(Likeness).ToList();
        var pairs = new List<Comparison>();
        while (free.Count > 0)
        {
            var best = free[0];
            pairs.Add(best);
            free.RemoveAll(c => ReferenceEquals(c.Expected, best.Expected) || ReferenceEquals(c.Got, best.Got));
        }

        return pairs;
    }

    /// <summary>How many parts are right; the sides weigh more than the rest, for they make the act.</summary>
    private static int Likeness(Comparison pair) => pair.Aspects.Sum(a => a.Value ? (a.Key is Aspect.Actors or Aspect.Recipients ? 3 : 1) : 0);
}
