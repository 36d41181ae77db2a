using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>What the article's own words say of its day, for pages that print none; and whether they agree with the day that a page prints.</summary>
internal sealed class TextDates(TimeTagger times, Anniversaries anniversaries, Meetings meetings, OfficeDates offices)
{
    private const int Pointers = 3;

    private const int PointerDays = 42;

    /// <summary>So long after the day shown a day told as past is no slip of a clock or of an edition.</summary>
    private const int Late = 3;

    /// <summary>Takes what the words say: what is surer first, and weekdays last, for they need limits to stand in.</summary>
    public void Add(DatingText text, Weighing weighing)
    {
        var shown = weighing.Interval.Latest;
        if (shown is null && Current(text.Document) is { } current)
        {
            weighing.Take(current, mayConflict: false);
        }

        if (PlainDates.Newest(text, weighing.Interval) is { } newest)
        {
            weighing.Take(newest, mayConflict: false);
        }

        foreach (var constraint in anniversaries.Of(text).Concat(meetings.Of(text)).Concat(offices.Of(text)).OrderByDescending(c => c.Evidence.Confidence))
        {
            weighing.Take(constraint, mayConflict: constraint.Evidence is { Kind: not "office", Confidence: >= 0.6 });
        }

        if (PlainDates.Ahead(text, weighing.Interval) is { } ahead)
        {
            weighing.Take(ahead, mayConflict: false);
        }

        foreach (var dated in PlainDates.WithWeekdays(text, weighing.Interval))
        {
            weighing.Take(dated, mayConflict: false);
        }

        // A weekday is reckoned back from a comment or a capture, never from days that words leave: that would be exact about a guess.
        if (shown is { } upper && PlainDates.LastWeekday(text, upper) is { } weekday)
        {
            weighing.Take(weekday, mayConflict: false);
        }
    }

    /// <summary>Says what contradicts a day that the page shows.</summary>
    public void Check(DatingText text, Weighing weighing)
    {
        if (weighing.Interval.Latest is { } latest && PlainDates.NewestDay(text) is { } newest && newest.Interval.Earliest!.Value.DayNumber - latest.DayNumber > Late)
        {
            weighing.Compare(Constraint.Of(newest));
        }

        foreach (var anniversary in anniversaries.Of(text))
        {
            weighing.Compare(anniversary);
        }
    }

    /// <summary>A story that points to several dated ones points to recent ones: it came out within weeks of the newest.</summary>
    private DateEvidence? Current(AnalyzedDocument document)
    {
        var pointers = times.Read(document, BlockRole.Crossref).SelectMany(b => b.Times).Where(t => t.Draft.Ask is Ask.Stated { Time.Grain: TimeGrain.Day }).ToList();
        if (pointers.Count < Pointers)
        {
            return null;
        }

        var newest = pointers.MaxBy(p => ((Ask.Stated)p.Draft.Ask).Time.Start)!;
        var day = ((Ask.Stated)newest.Draft.Ask).Time.Start;
        return new DateEvidence("crossref", DateBound.NotAfter, new DateInterval(day, day.AddDays(PointerDays)), 0.5)
        {
            Span = newest.Span,
            Why = "points to several stories: the newest is some weeks old at most",
        };
    }
}
