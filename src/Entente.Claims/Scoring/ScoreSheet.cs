namespace Entente.Claims.Scoring;

/// <summary>A share: so many right of so many.</summary>
/// <param name="Name">As the guide and a table of floors have it: "events.f1".</param>
public sealed record Score(string Name, double Right, double Of)
{
    /// <summary>0–1; null where there is nothing to count.</summary>
    public double? Value => Of > 0 ? Right / Of : null;
}

/// <summary>The scores of some texts of gold. All are shares, so more is better of each.</summary>
public sealed record ScoreSheet(IReadOnlyList<Score> Scores)
{
    /// <summary>The score of a name.</summary>
    /// <exception cref="ArgumentException">There is no such score.</exception>
    public Score this[string name] => Scores.FirstOrDefault(s => s.Name == name) ?? throw new ArgumentException($"There is no score '{name}'.", nameof(name));

    /// <summary>The scores of these texts.</summary>
    public static ScoreSheet Of(IEnumerable<ItemScore> items)
    {
        List<ItemScore> all = [.. items];
        List<Comparison> events = [.. all.SelectMany(i => i.Comparisons).Where(c => Kind(c) == ClaimKind.Event)];
        List<Comparison> found = [.. events.Where(c => c is { Expected: not null, Got: not null })];
        List<Comparison> others = [.. all.SelectMany(i => i.Comparisons).Where(c => Kind(c) != ClaimKind.Event && !c.Expected!.IsOptional)];
        List<int> furniture = [.. all.SelectMany(i => i.Furniture.Values)];
        List<ItemScore> silent = [.. all.Where(i => i.Item.Claims.Count == 0 && !i.Item.HasMore)];
        return new ScoreSheet(
        [
            .. Found("events", events, _ => true),
            .. Found("sides", events, c => c.Has(Aspect.Actors, Aspect.Recipients)),
            .. Found("acts", events, c => c.Has(Aspect.Actors, Aspect.Recipients, Aspect.Mode)),
            .. Enum.GetValues<Aspect>().Where(a => a != Aspect.Quantity).Select(a => Share(a.ToString().ToLowerInvariant(), found.Where(c => c.Aspects.ContainsKey(a)), c => c.Aspects[a])),
            Share("figures", others.Where(c => Kind(c) == ClaimKind.Figure), c => c.IsRight),
            Share("kinds", others.Where(c => Kind(c) != ClaimKind.Figure), c => c.IsRight),
            Share("silence", silent, i => i.Comparisons.Count == 0),
            Share("furniture", furniture, n => n == 0),
            Share("dated", all.Where(i => i.IsDated is not null), i => i.IsDated == true),
            Share("texts", all, i => i.IsRight),
        ]);
    }

    private static ClaimKind Kind(Comparison comparison) => comparison.Expected?.Kind ?? comparison.Got!.Kind;

    private static Score Share<T>(string name, IEnumerable<T> of, Func<T, bool> right) =>
        of.Aggregate(new Score(name, 0, 0), (s, t) => s with { Right = s.Right + (right(t) ? 1 : 0), Of = s.Of + 1 });

    /// <summary>Precision, recall and F1 of events that are there and have something right. What is optional counts on neither side.</summary>
    private static IEnumerable<Score> Found(string name, List<Comparison> events, Func<Comparison, bool> right)
    {
        var counted = events.Where(c => c.Expected?.IsOptional != true).ToList();
        var hits = counted.Count(c => c is { Expected: not null, Got: not null } && right(c));
        var (got, expected) = (counted.Count(c => c.Got is not null), counted.Count(c => c.Expected is not null));
        yield return new Score(name + ".precision", hits, got);
        yield return new Score(name + ".recall", hits, expected);
        yield return new Score(name + ".f1", 2 * hits, got + expected);
    }
}
