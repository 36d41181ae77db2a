using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>What the article's own words say of its day, for pages that print none: the newest past date it names, and the weekdays of what it reports.</summary>
internal sealed class TextDates(TimeTagger times)
{
    /// <summary>A report that names a weekday comes out within so many days, and is commented on as soon.</summary>
    private const int Fresh = 3;

    private const int Pointers = 3;

    private const int PointerDays = 42;

    /// <summary>Evidence, given the limits that are known already.</summary>
    public IEnumerable<DateEvidence> Of(AnalyzedDocument document, DateInterval known)
    {
        var sightings = times.Sight(document);
        var shown = known.Latest;
        if (known.Latest is null && Current(document) is { } current)
        {
            known = known with { Latest = current.Interval.Latest };
            yield return current;
        }

        if (Newest(sightings, known) is { } newest)
        {
            yield return newest;
        }

        // A weekday is reckoned back from a comment or a capture, never from the guess above: that would be exact about a guess.
        if (shown is { } upper && LastWeekday(sightings, upper) is { } weekday)
        {
            yield return weekday;
        }
    }

    /// <summary>A story that points to several dated ones points to recent ones: it came out within weeks of the newest.</summary>
    private DateEvidence? Current(AnalyzedDocument document)
    {
        var pointers = times.Sight(document, BlockRole.Crossref).Where(t => t.Draft.Ask is Ask.Stated { Time.Grain: TimeGrain.Day }).ToList();
        if (pointers.Count < Pointers)
        {
            return null;
        }

        var newest = pointers.MaxBy(p => ((Ask.Stated)p.Draft.Ask).Time.Start)!;
        var day = ((Ask.Stated)newest.Draft.Ask).Time.Start;
        return new DateEvidence("crossref", DateBound.NotAfter, new DateInterval(day, day.AddDays(PointerDays)), 0.5) { Span = newest.Span };
    }

    /// <summary>"In March 2023 they met": what is told as past was not published before it.</summary>
    private static DateEvidence? Newest(IReadOnlyList<TimeSighting> sightings, DateInterval known)
    {
        DateEvidence? newest = null;
        foreach (var sighting in sightings)
        {
            if (sighting is not { Draft.Ask: Ask.Stated { Time: var time } } || !IsPast(sighting, time.Grain) || time.Interval.Earliest > known.Latest)
            {
                continue;
            }

            if (newest is null || time.Interval.Earliest > newest.Interval.Earliest)
            {
                newest = new DateEvidence("text", DateBound.NotBefore, time.Interval, 0.7) { Span = sighting.Span };
            }
        }

        return newest;
    }

    /// <summary>A bare year needs the past tense: programmes are called after years to come.</summary>
    private static bool IsPast(TimeSighting sighting, TimeGrain grain) => sighting.Before is not ("by" or "until" or "till" or "through" or "beyond" or "before") && grain switch
    {
        TimeGrain.Day or TimeGrain.Month => sighting.Tense != "future",
        TimeGrain.Year or TimeGrain.Quarter or TimeGrain.HalfYear or TimeGrain.Season => sighting.Tense == "past" && (sighting.Before is "in" or "since" or "of" or "during" or "from" || (sighting.AfterName && !sighting.AfterProgramme)),
        _ => false,
    };

    /// <summary>"the ministry said Friday", commented on first on a Saturday: published on one of the two.</summary>
    private static DateEvidence? LastWeekday(IReadOnlyList<TimeSighting> sightings, DateOnly upper)
    {
        DateEvidence? newest = null;
        foreach (var sighting in sightings)
        {
            if (sighting is not { Draft.Ask: Ask.DayOfWeek { Weeks: null, Day: var weekday }, Tense: "past" })
            {
                continue;
            }

            var back = ((int)upper.DayOfWeek - weekday + 7) % 7;
            if (back <= Fresh && (newest is null || upper.AddDays(-back) > newest.Interval.Earliest))
            {
                newest = new DateEvidence("text", DateBound.NotBefore, DateInterval.Day(upper.AddDays(-back)), 0.6) { Span = sighting.Span };
            }
        }

        return newest;
    }
}
