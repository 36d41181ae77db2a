namespace Entente.Claims.Coding.Dating;

/// <summary>The days that the evidence taken so far leaves. What comes first is the better; what contradicts it is left out and told.</summary>
internal sealed class Weighing
{
    /// <summary>Days that two clocks of one publication may differ by: time zones, and the print edition's next day.</summary>
    public const int Tolerance = 1;

    private readonly List<Constraint> _basis = [];
    private readonly List<Problem> _problems = [];
    private DaySet _days = DaySet.All;

    public DateInterval Interval => _days.Hull;

    public bool IsOpen => _basis.Count == 0;

    public void Take(DateEvidence evidence, bool mayConflict) => Take(Constraint.Of(evidence), mayConflict);

    public void Take(Constraint constraint, bool mayConflict)
    {
        if (constraint.Days.Runs is [{ Earliest: null, Latest: null }])
        {
            return;
        }

        var both = _days.Intersect(constraint.Days);
        if (both.IsEmpty)
        {
            if (mayConflict && Distance(Interval, constraint.Days.Hull) > Tolerance)
            {
                Tell(constraint);
            }
        }
        else if (!both.SameAs(_days) || (constraint.Evidence.Bound == DateBound.On && constraint.Options is [{ Knowledge: null }]))
        {
            _days = both;
            _basis.Add(constraint);
        }
    }

    /// <summary>Says that evidence contradicts what is taken, when it does.</summary>
    public void Compare(Constraint constraint)
    {
        if (!IsOpen && _days.Intersect(constraint.Days).IsEmpty && Distance(Interval, constraint.Days.Hull) > Tolerance)
        {
            Tell(constraint);
        }
    }

    public DatingResult Weigh()
    {
        if (!IsOpen)
        {
            return new DatingResult(new Publication(Interval, [.. _basis.Select(c => c.Within(Interval))]), _problems);
        }

        return new DatingResult(null, [.. _problems, new Problem(ProblemCodes.Undated, "Nothing tells when this was published, so times such as \"last week\" stay open; give the date if you know it.")]);
    }

    private void Tell(Constraint constraint)
    {
        var evidence = constraint.Within(constraint.Days.Hull);
        var known = evidence.Knowledge is { } knowledge ? $" ({knowledge})" : "";
        _problems.Add(new Problem(
            ProblemCodes.DateConflict,
            $"The {evidence.Kind} says {constraint.Days.Hull}{known}, better evidence ({_basis[^1].Evidence.Kind}) says {Interval}, which was kept; give the date to decide it.",
            evidence.Span));
    }

    /// <summary>Days between two intervals that do not meet; days between time zones are no contradiction.</summary>
    private static int Distance(DateInterval a, DateInterval b)
    {
        if (a.Latest is { } last && b.Earliest is { } next && next > last)
        {
            return next.DayNumber - last.DayNumber;
        }

        return a.Earliest is { } first && b.Latest is { } before && before < first ? first.DayNumber - before.DayNumber : 0;
    }
}

/// <summary>What dating found.</summary>
/// <param name="Published">Null when nothing tells.</param>
public sealed record DatingResult(Publication? Published, IReadOnlyList<Problem> Problems);
