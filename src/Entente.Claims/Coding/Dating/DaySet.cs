namespace Entente.Claims.Coding.Dating;

/// <summary>Days that evidence leaves: stretches in order, none touching the next. "Last week" of a yearly summit leaves one week of each year.</summary>
internal sealed class DaySet
{
    private DaySet(IReadOnlyList<DateInterval> runs) => Runs = runs;

    public static DaySet All { get; } = new([new DateInterval(null, null)]);

    public IReadOnlyList<DateInterval> Runs { get; }

    public bool IsEmpty => Runs.Count == 0;

    /// <summary>From the first day to the last.</summary>
    public DateInterval Hull => IsEmpty ? default : new DateInterval(Runs[0].Earliest, Runs[^1].Latest);

    public static DaySet Of(DateInterval days) => new([days]);

    /// <summary>All the days of the stretches, which may overlap.</summary>
    public static DaySet Union(IEnumerable<DateInterval> stretches)
    {
        var runs = new List<DateInterval>();
        foreach (var next in stretches.OrderBy(s => s.Earliest ?? DateOnly.MinValue))
        {
            if (runs.Count > 0 && (runs[^1].Latest ?? DateOnly.MaxValue).DayNumber + 1 >= (next.Earliest ?? DateOnly.MinValue).DayNumber)
            {
                runs[^1] = runs[^1] with { Latest = Later(runs[^1].Latest, next.Latest) };
            }
            else
            {
                runs.Add(next);
            }
        }

        return new DaySet(runs);
    }

    public DaySet Intersect(DaySet other) => new([.. Runs.SelectMany(a => other.Runs.Select(a.Intersect)).OfType<DateInterval>()]);

    public bool SameAs(DaySet other) => Runs.SequenceEqual(other.Runs);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other is null ? null : one > other ? one : other;
}

/// <summary>Days of publication that evidence leaves, and what was known beforehand if they rest on it.</summary>
internal readonly record struct Option(DateInterval Days, string? Knowledge);

/// <summary>A piece of evidence with the days of publication that it leaves, each with what they rest on.</summary>
internal sealed record Constraint(DateEvidence Evidence, IReadOnlyList<Option> Options)
{
    public DaySet Days { get; } = DaySet.Union(Options.Select(o => o.Days));

    /// <summary>Evidence whose days are those of its interval and bound.</summary>
    public static Constraint Of(DateEvidence evidence) => new(evidence, [new Option(evidence.Bound switch
    {
        DateBound.On => evidence.Interval,
        DateBound.NotAfter => new DateInterval(null, evidence.Interval.Latest),
        _ => new DateInterval(evidence.Interval.Earliest, null),
    }, null)]);

    /// <summary>Evidence that leaves one of several stretches; null when it leaves none.</summary>
    public static Constraint? Of(string kind, double confidence, TextSpan span, string why, IReadOnlyList<Option> options) =>
        options.Count == 0 ? null : new Constraint(new DateEvidence(kind, DateBound.On, DaySet.Union(options.Select(o => o.Days)).Hull, confidence) { Span = span, Why = why }, options);

    /// <summary>The evidence as it counts in the end: of what it left open, only what agrees with the rest.</summary>
    public DateEvidence Within(DateInterval published)
    {
        if (Options is [{ Knowledge: null }])
        {
            return Evidence;
        }

        List<Option> left = [.. Options.Where(o => o.Days.Intersect(published) is not null)];
        var hull = DaySet.Union(left.Select(o => o.Days)).Hull;
        string[] known = [.. left.Select(o => o.Knowledge).OfType<string>().Distinct(StringComparer.Ordinal)];
        return Evidence with
        {
            Interval = hull,
            Bound = hull.Latest is null ? DateBound.NotBefore : hull.Earliest is null ? DateBound.NotAfter : DateBound.On,
            Knowledge = known.Length == 0 ? null : known.Length <= Named ? string.Join(" or ", known) : $"{known[0]} or one of {known.Length - 1} more",
        };
    }

    private const int Named = 3;
}
