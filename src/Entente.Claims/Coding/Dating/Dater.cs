using Entente.Claims.Coding.Naming;
using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>
/// Evidence of dates → the day or days of publication. The only pass that sets it. What the page shows outright goes first, by rank; limits narrow it;
/// where nothing is shown, the text's own dates and weekdays leave an interval. A wrong date is worse than a wide one, and a wide one than none.
/// </summary>
public sealed class Dater
{
    private const double Sure = 0.6;

    /// <summary>Evidence below this is not taken for the day, whatever it says.</summary>
    private const double Least = 0.45;

    private static readonly string[] _ranks = ["given", "jsonld", "feed", "meta", "time", "dateline", "byline", "url"];

    private readonly TimeTagger _times;
    private readonly TextDates _text;

    private Dater(TimeTagger times, TextDates text)
    {
        _times = times;
        _text = text;
    }

    /// <param name="names">Tells the persons of an undated article with their offices.</param>
    public static Dater Load(TimeTagger times, Namer names)
    {
        var words = DatingWords.Load();
        return new Dater(times, new TextDates(times, new Anniversaries(DatedFacts.Load(), words), Meetings.Load(words), new OfficeDates(names, words)));
    }

    /// <summary>Dates the documents of a page: each by its own evidence; one that has too little, and stands between two that are dated close to each other, by these.</summary>
    public IReadOnlyList<DatingResult> Date(AnalyzedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Date(page, [.. page.Documents.Select(_times.Read)]);
    }

    /// <summary>The same, with the time expressions of each document, which were read already.</summary>
    internal IReadOnlyList<DatingResult> Date(AnalyzedPage page, IReadOnlyList<IReadOnlyList<BlockTimes>> times)
    {
        Weighing[] own = [.. page.Documents.Zip(times, Weigh)];
        DateInterval?[] days = [.. own.Select(w => w.IsOpen ? (DateInterval?)null : w.Interval)];
        for (var i = 0; i < own.Length; i++)
        {
            if (Siblings.Between(days, i) is { } between)
            {
                own[i].Take(between, mayConflict: false);
            }
        }

        return [.. own.Select(w => w.Weigh())];
    }

    /// <summary>Weighs the evidence of one document.</summary>
    public DatingResult Date(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Weigh(document, _times.Read(document)).Weigh();
    }

    private Weighing Weigh(AnalyzedDocument document, IReadOnlyList<BlockTimes> times)
    {
        var weighing = new Weighing();
        var evidence = document.Document.DateEvidence;
        var days = evidence.Where(e => e.Bound == DateBound.On && e.Confidence >= Least).OrderBy(Rank).ThenByDescending(e => e.Confidence).ToList();
        var earlier = days.Find(e => IsEarlierShown(e, days[0], days));
        foreach (var day in earlier is null ? days : days.Prepend(earlier))
        {
            weighing.Take(Told(day), day.Confidence >= Sure);
        }

        var shown = !weighing.IsOpen;
        foreach (var limit in evidence.Where(e => e.Bound != DateBound.On).OrderBy(e => e.Bound).ThenBy(Edge))
        {
            weighing.Take(Told(limit), limit.Confidence >= Sure && limit.Kind != "captured");
        }

        // What a changed text tells of may have come with the change: no limit of the day it first came out.
        var changed = evidence.Any(e => e.Bound == DateBound.NotAfter && e.Kind is "jsonld" or "meta" or "time" or "dateline" or "byline");
        if (!changed)
        {
            var text = DatingText.Of(document, times);
            if (shown)
            {
                _text.Check(text, weighing);
            }
            else
            {
                _text.Add(text, weighing);
            }
        }

        return weighing;
    }

    /// <summary>What the page's own evidence says, in words.</summary>
    private static DateEvidence Told(DateEvidence evidence) => evidence with
    {
        Why = evidence.Why ?? (evidence.Kind, evidence.Bound) switch
        {
            ("given", _) => "given with the page",
            ("comment", _) => "the first comment: the article was out",
            ("captured", _) => "the page was saved then",
            ("crossref", _) => "points to a story of that day",
            ("url", _) => "stands in the address",
            (_, DateBound.NotAfter) => "the text was changed then",
            ("jsonld" or "meta" or "feed", _) => "the page states it",
            _ => "the page shows it",
        },
    };

    /// <summary>
    /// The day that the page shows is older than the one it states, and neither its address nor another day shown confirms that one: the text was out before it was last put into the system.
    /// </summary>
    private static bool IsEarlierShown(DateEvidence evidence, DateEvidence best, List<DateEvidence> all) =>
        IsShown(evidence) && best is { Kind: "jsonld" or "meta" } && best.Interval.Earliest is { } stated && stated.DayNumber - evidence.Interval.Latest!.Value.DayNumber > Weighing.Tolerance
        && !all.Exists(e => (IsShown(e) || e is { Kind: "url", Interval.IsDay: true }) && Math.Abs(e.Interval.Earliest!.Value.DayNumber - stated.DayNumber) <= Weighing.Tolerance);

    private static bool IsShown(DateEvidence evidence) => evidence is { Kind: "dateline" or "byline" or "time", Interval.IsDay: true, Confidence: > 0.8 };

    /// <summary>A meta element that is named "date" and no more can be of anything: what is shown goes before it.</summary>
    private static int Rank(DateEvidence evidence) => evidence is { Kind: "meta", Confidence: < 0.85 } ? Array.IndexOf(_ranks, "url") : Array.IndexOf(_ranks, evidence.Kind) is var rank and >= 0 ? rank : _ranks.Length;

    /// <summary>The tightest limit first: the first comment, the newest cross-reference.</summary>
    private static int Edge(DateEvidence evidence) => evidence.Bound == DateBound.NotAfter
        ? (evidence.Interval.Latest ?? DateOnly.MaxValue).DayNumber : -(evidence.Interval.Earliest ?? DateOnly.MinValue).DayNumber;
}
