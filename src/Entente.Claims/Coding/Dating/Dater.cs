using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>
/// Evidence of dates → the day or days of publication. The only pass that sets it. What the page shows outright goes first, by rank; limits narrow it;
/// where nothing is shown, the text's own dates and weekdays leave an interval. A wrong date is worse than a wide one, and a wide one than none.
/// </summary>
public sealed class Dater
{
    /// <summary>Days that two clocks of one publication may differ by: time zones, and the print edition's next day.</summary>
    private const int Tolerance = 1;

    private const double Sure = 0.6;

    /// <summary>Evidence below this is not taken for the day, whatever it says.</summary>
    private const double Least = 0.45;

    private static readonly string[] _ranks = ["given", "jsonld", "feed", "meta", "time", "dateline", "byline", "url"];

    private readonly TextDates _text;

    private Dater(TextDates text) => _text = text;

    public static Dater Load(TimeTagger times) => new(new TextDates(times));

    /// <summary>Weighs the evidence of a document. Other articles of its page say nothing of its day.</summary>
    public DatingResult Date(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var weighing = new Weighing();
        var days = document.Document.DateEvidence.Where(e => e.Bound == DateBound.On && e.Confidence >= Least).OrderBy(Rank).ThenByDescending(e => e.Confidence).ToList();
        var earlier = days.Find(e => IsEarlierShown(e, days[0], days));
        foreach (var evidence in earlier is null ? days : days.Prepend(earlier))
        {
            weighing.Take(evidence, evidence.Confidence >= Sure);
        }

        var shown = weighing.Basis.Count > 0;
        foreach (var evidence in document.Document.DateEvidence.Where(e => e.Bound != DateBound.On).OrderBy(e => e.Bound).ThenBy(Edge))
        {
            weighing.Take(evidence, evidence.Confidence >= Sure && evidence.Kind != "captured");
        }

        // What a changed text tells of may have come with the change: no limit of the day it first came out.
        if (!shown && !document.Document.DateEvidence.Any(e => e.Bound == DateBound.NotAfter && e.Kind is "jsonld" or "meta" or "time" or "dateline" or "byline"))
        {
            foreach (var evidence in _text.Of(document, weighing.Interval))
            {
                weighing.Take(evidence, mayConflict: false);
            }
        }

        return weighing.Weigh();
    }

    /// <summary>
    /// The day that the page shows is older than the one it states, and neither its address nor another day shown confirms that one: the text was out before it was last put into the system.
    /// </summary>
    private static bool IsEarlierShown(DateEvidence evidence, DateEvidence best, List<DateEvidence> all) =>
        IsShown(evidence) && best is { Kind: "jsonld" or "meta" } && best.Interval.Earliest is { } stated && stated.DayNumber - evidence.Interval.Latest!.Value.DayNumber > Tolerance
        && !all.Exists(e => (IsShown(e) || e is { Kind: "url", Interval.IsDay: true }) && Math.Abs(e.Interval.Earliest!.Value.DayNumber - stated.DayNumber) <= Tolerance);

    private static bool IsShown(DateEvidence evidence) => evidence is { Kind: "dateline" or "byline" or "time", Interval.IsDay: true, Confidence: > 0.8 };

    /// <summary>A meta element that is named "date" and no more can be of anything: what is shown goes before it.</summary>
    private static int Rank(DateEvidence evidence) => evidence is { Kind: "meta", Confidence: < 0.85 } ? Array.IndexOf(_ranks, "url") : Array.IndexOf(_ranks, evidence.Kind) is var rank and >= 0 ? rank : _ranks.Length;

    /// <summary>The tightest limit first: the first comment, the newest cross-reference.</summary>
    private static int Edge(DateEvidence evidence) => evidence.Bound == DateBound.NotAfter
        ? (evidence.Interval.Latest ?? DateOnly.MaxValue).DayNumber : -(evidence.Interval.Earliest ?? DateOnly.MinValue).DayNumber;

    /// <summary>The interval that the evidence taken so far leaves.</summary>
    private sealed class Weighing
    {
        private readonly List<Problem> _problems = [];

        public DateInterval Interval { get; private set; } = new(null, null);

        public List<DateEvidence> Basis { get; } = [];

        public void Take(DateEvidence evidence, bool mayConflict)
        {
            var allowed = evidence.Bound switch
            {
                DateBound.On => evidence.Interval,
                DateBound.NotAfter => new DateInterval(null, evidence.Interval.Latest),
                _ => new DateInterval(evidence.Interval.Earliest, null),
            };
            if (allowed is { Earliest: null, Latest: null })
            {
                return;
            }

            if (Interval.Intersect(allowed) is { } both)
            {
                if (both != Interval || evidence.Bound == DateBound.On)
                {
                    Interval = both;
                    Basis.Add(evidence);
                }
            }
            else if (mayConflict && Distance(Interval, allowed) > Tolerance)
            {
                _problems.Add(new Problem(
                    ProblemCodes.DateConflict,
                    $"The {evidence.Kind} says {allowed}, better evidence ({Basis[^1].Kind}) says {Interval}, which was kept; give the date to decide it.",
                    evidence.Span));
            }
        }

        public DatingResult Weigh()
        {
            if (Basis.Count > 0)
            {
                return new DatingResult(new Publication(Interval, Basis), _problems);
            }

            return new DatingResult(null, [.. _problems, new Problem(ProblemCodes.Undated, "Nothing tells when this was published, so times such as \"last week\" stay open; give the date if you know it.")]);
        }

        private static int Distance(DateInterval a, DateInterval b)
        {
            if (a.Latest is { } last && b.Earliest is { } next && next > last)
            {
                return next.DayNumber - last.DayNumber;
            }

            return a.Earliest is { } first && b.Latest is { } before && before < first ? first.DayNumber - before.DayNumber : 0;
        }
    }
}

/// <summary>What dating found.</summary>
/// <param name="Published">Null when nothing tells.</param>
public sealed record DatingResult(Publication? Published, IReadOnlyList<Problem> Problems);
