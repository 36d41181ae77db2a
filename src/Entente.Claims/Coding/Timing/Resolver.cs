using System.Globalization;

namespace Entente.Claims.Coding.Timing;

/// <summary>A draft with the answer that one day of reference gives.</summary>
/// <param name="Value">TIMEX3 value; with X for what stays open.</param>

internal sealed record Resolved(Draft Draft, string Value, string Why)
{
    public CalendarTime? Time { get; init; }

    public DateInterval? Interval { get; init; }

    /// <summary>What it was reckoned from; null when it needed nothing.</summary>
    public string? Anchor { get; init; }

    /// <summary>Whether another day of publication would give another answer.</summary>
    public bool FromDocument { get; init; }
}

/// <summary>
/// Resolves the drafts of a document in text order, by the day of publication, the time last told of, and tense.
/// What cannot be resolved stays open and is never the day of publication.
/// </summary>
internal sealed class Resolver(DateOnly? published, bool narrative)
{
    private const int Recent = 45;

    private CalendarTime? _last;
    private CalendarTime? _lastDay;
    private CalendarTime? _period;
    private bool _lastIsOld;
    private bool _lastIsFromDocument;

    /// <summary>A document tells history when most of its dated times lie years before its own day, or when that day is not known.</summary>
    public static bool TellsHistory(IEnumerable<Draft> drafts, DateOnly? published)
    {
        if (published is not { } day)
        {
            return true;
        }

        int old = 0, near = 0;
        foreach (var draft in drafts)
        {
            if (draft.Ask is Ask.Stated stated)
            {
                _ = stated.Time.Start.Year < day.Year - 2 ? old++ : near++;
            }
            else if (draft.Ask is Ask.DayOfWeek or Ask.Shifted { From: Reference.Document })
            {
                near++;
            }
        }

        return old >= 4 && old > near;
    }

    /// <summary>A new paragraph or block: the day of the story is no longer that of the paragraph before.</summary>
    public void NewParagraph() => _lastIsOld &= narrative;

    /// <param name="isBase">Whether it is only what something is compared with: then it is not what is told of next.</param>
    public Resolved Resolve(Draft draft, Draft? joined, bool follows, string? tense, bool isBase = false)
    {
        var answer = draft.Ask switch
        {
            Ask.Stated stated => draft.Fiscal ? OfFiscal(draft, stated.Time) : At(draft, stated.Time, "named in full", null),
            Ask.Plain plain => Ended(draft, plain, joined, tense) ?? new Resolved(draft, plain.Value, "names no day"),
            Ask.Loose loose => Lengths.Loosely(draft, loose, narrative ? null : published),
            Ask.Stretch stretch => Lengths.Stretched(draft, stretch, published),
            Ask.Edge edge => Lengths.Edged(draft, edge, edge.Within is { } whole ? Resolve(draft with { Ask = whole, Mod = null }, null, false, tense).Time : null, published),
            Ask.Shifted shifted => Shifted(draft, shifted, tense),
            Ask.MonthDay month => OfMonth(draft, month, joined, tense),
            Ask.Feast feast => OfFeast(draft, feast, tense),
            Ask.DayOfWeek weekday => OfWeek(draft, weekday, follows, tense),
            Ask.PartOfYear part => OfYear(draft, part, tense),
            Ask.Hour => OfDay(draft),
            Ask.SamePeriod same => Same(draft, same, joined, tense),
            _ => throw new InvalidOperationException(draft.Ask.GetType().Name),
        };
        if (!isBase)
        {
            Remember(answer);
        }

        return answer;
    }

    private void Remember(Resolved answer)
    {
        if (answer.Time is not { } time || (narrative && answer.FromDocument))
        {
            return;
        }

        _last = time;
        _lastIsFromDocument = answer.FromDocument;
        _lastIsOld = answer.Draft.Ask is Ask.Stated or Ask.MonthDay && time.Grain is TimeGrain.Day or TimeGrain.Month && published is { } day && time.Start.Year < day.Year - 1;
        _lastDay = time.Grain == TimeGrain.Day ? time : CalendarTime.IsFine(time.Grain, TimeGrain.Month) ? null : _lastDay;
        if (time.Grain == TimeGrain.Quarter)
        {
            _period = time;
        }
    }

    private Resolved At(Draft draft, CalendarTime time, string why, string? anchor, bool fromDocument = false) =>
        new(draft, time.Value + draft.Clock, why) { Time = time, Interval = Staged(time.Interval, draft.Mod), Anchor = anchor, FromDocument = fromDocument };

    private static Resolved Open(Draft draft, string value, string why) => new(draft, value + draft.Clock, why);

    /// <summary>"early 2012" is its first half, "mid-2012" its middle half, "late 2012" its second half.</summary>
    private static DateInterval Staged(DateInterval whole, string? mod)
    {
        if (mod is not ("START" or "MID" or "END") || whole is not { Earliest: { } first, Latest: { } last } || first == last)
        {
            return whole;
        }

        var days = last.DayNumber - first.DayNumber + 1;
        return mod switch
        {
            "START" => new DateInterval(first, first.AddDays((days - 1) / 2)),
            "END" => new DateInterval(first.AddDays(days / 2), last),
            _ => new DateInterval(first.AddDays(days / 4), last.AddDays(-(days / 4))),
        };
    }

    /// <summary>Fiscal 2022 lies between April 2021 and March 2023, whoever counts.</summary>
    private Resolved OfFiscal(Draft draft, CalendarTime year) => At(draft, year, "named in full; a fiscal year begins in another month from country to country", null) with
    {
        Interval = new DateInterval(year.Start.AddMonths(-9), year.Start.AddMonths(15).AddDays(-1)),
    };

    /// <summary>"the nine months ended Dec. 31", "the year to March": a length and its last day.</summary>
    private Resolved? Ended(Draft draft, Ask.Plain plain, Draft? joined, string? tense) =>
        draft.Length is { } length && joined is { Ask: Ask.Stated or Ask.MonthDay } && OfJoined(joined, tense) is { } end ? Lengths.Ended(draft, plain, length, joined, end) : null;

    private Resolved Shifted(Draft draft, Ask.Shifted ask, string? tense)
    {
        if (ask.From == Reference.Narrative && Narrated(ask.Grain) is { } told)
        {
            return Counted(draft, ask, told.Start, "reckoned from the time told of before", told.Value, _lastIsFromDocument);
        }

        if (ask is { Weekend: true, Count: 0 } && published is { } today && tense != "future" && today.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            ask = ask with { Count = -1 };
        }

        if (published is not { } day || (ask.From == Reference.Narrative && narrative))
        {
            return Open(draft, Unknown(ask.Grain), "reckoned from a day that is not known");
        }

        return Counted(draft, ask, day, "reckoned from the day of publication", Iso(day), fromDocument: true);
    }

    private Resolved Counted(Draft draft, Ask.Shifted ask, DateOnly from, string why, string anchor, bool fromDocument)
    {
        if (ask is { Unit: TimeUnit.Decade, Count: 1 or -1 })
        {
            return At(draft, CalendarTime.Of(TimeGrain.Year, from.AddYears(10 * ask.Count)), why, anchor, fromDocument);
        }

        // a shift of two decades is one of twenty years, a fortnight two weeks
        var time = ask.Unit is TimeUnit.Fortnight ? CalendarTime.Of(TimeGrain.Week, from).Shift(2 * ask.Count)
            : ask.Unit is TimeUnit.Decade or TimeUnit.Century && draft.Mod is null ? CalendarTime.Of(TimeGrain.Year, TimeUnits.Add(ask.Unit.Value, from, ask.Count)) is var year && ask.Count < -1 ? CalendarTime.Of(TimeGrain.Decade, year.Start) : CalendarTime.Of(ask.Grain, from).Shift(ask.Count)
            : CalendarTime.Of(ask.Grain, from).Shift(ask.Count);
        var answer = At(draft, time with { Weekend = ask.Weekend }, why, anchor, fromDocument);
        return Bounded(answer, ask, from) is { } bounded ? answer with { Interval = bounded } : answer;
    }

    /// <summary>"more than a year ago" is the year up to that day, "the past decade" ten years; "earlier this month" ends on the day it is told from.</summary>
    private static DateInterval? Bounded(Resolved answer, Ask.Shifted ask, DateOnly from)
    {
        if (answer.Draft.Mod == "MORE_THAN" && ask is { Unit: { } unit, Count: < 0 })
        {
            var edge = unit.Add(from, ask.Count);
            return new DateInterval(unit.Add(edge, -1), edge);
        }

        if (ask is { Grain: TimeGrain.Decade, Unit: null, Count: 1 or -1 })
        {
            return ask.Count < 0 ? new DateInterval(from.AddYears(-10), from) : new DateInterval(from, from.AddYears(10));
        }

        if (!answer.Draft.Comparative || answer.Time is not { Grain: not TimeGrain.Day, Interval: { } whole } || !whole.Contains(from))
        {
            return null;
        }

        return answer.Draft.Mod == "START" ? new DateInterval(whole.Earliest, from) : new DateInterval(from, whole.Latest);
    }

    /// <summary>The time last told of, if it is fine enough to count such units from.</summary>
    private CalendarTime? Narrated(TimeGrain grain) => grain == TimeGrain.Day ? _lastDay : _last is { } last && CalendarTime.IsFine(last.Grain, grain) ? last : null;

    private Resolved OfMonth(Draft draft, Ask.MonthDay ask, Draft? joined, string? tense)
    {
        if (joined?.Ask is Ask.Stated { Time: var other } && ask.Years is null && CalendarTime.IsFine(other.Grain, TimeGrain.Month))
        {
            var sameYear = ask.Month <= other.Start.Month ? other.Start.Year : other.Start.Year - 1;
            return MonthAt(draft, ask, sameYear, "the year of the date it is joined to", other.Value, false);
        }

        if (ask.Years is null && (narrative || (_lastIsOld && tense != "future" && !IsRecent(ask))) && _last is { } told)
        {
            var year = narrative && told.Grain is TimeGrain.Month or TimeGrain.Day && told.Start.Month >= 10 && ask.Month <= 2 ? told.Start.Year + 1 : told.Start.Year;
            return MonthAt(draft, ask, year, "the year told of before", told.Value, false);
        }

        if (published is not { } day)
        {
            return Open(draft, ask.Day is { } d ? $"XXXX-{ask.Month:00}-{d:00}" : $"XXXX-{ask.Month:00}", "its year is not known");
        }

        return MonthAt(draft, ask, YearOf(ask, day, tense), Why(ask.Years, tense), Iso(day), true);
    }

    /// <summary>A day of the last weeks needs no year, also beside a date of long ago.</summary>
    private bool IsRecent(Ask.MonthDay ask) => published is { } day && ask.Day is { } d && CalendarTime.Day(day.Year, ask.Month, d) is { Start: var start } && day.DayNumber - start.DayNumber is >= 0 and <= Recent;

    private Resolved OfFeast(Draft draft, Ask.Feast ask, string? tense)
    {
        if (narrative && ask.Years is null && _last is { } told && Feasts.Day(ask.Rule, told.Start.Year) is { } then)
        {
            return At(draft, CalendarTime.Of(ask.Grain, then), "the year told of before", told.Value);
        }

        if (published is not { } day || narrative)
        {
            return Open(draft, "XXXX-XX-XX", "its year is not known");
        }

        DateOnly[] near = [.. Enumerable.Range(day.Year - 1, 3).Select(y => Feasts.Day(ask.Rule, y)).OfType<DateOnly>()];
        var behind = ask.Years == -10 || (ask.Years is null && tense == "past");
        var ahead = ask.Years == 10 || (ask.Years is null && tense == "future");
        DateOnly[] fitting = [.. near.Where(d => behind ? CalendarTime.Of(ask.Grain, d).Start <= day : !ahead || d >= day)];
        return fitting.Length == 0 ? Open(draft, "XXXX-XX-XX", "its year is not known")
            : At(draft, CalendarTime.Of(ask.Grain, fitting.MinBy(d => Math.Abs(d.DayNumber - day.DayNumber))), Why(ask.Years, tense), Iso(day), true);
    }

    private static string Why(int? shift, string? tense) => shift is not null ? "as the words say, from the day of publication"
        : tense is "past" ? "the last one before the day of publication: past tense"
        : tense is "future" ? "the next one after the day of publication: future" : "the nearest to the day of publication";

    /// <summary>The year of a month or day without one. "last June" and "next June" are the ones before and after; a bare one goes by tense, else it is the nearest.</summary>
    private static int YearOf(Ask.MonthDay ask, DateOnly day, string? tense)
    {
        var month = ask.Month;
        var here = day.Month > month || (day.Month == month && (ask.Day is null || day.Day >= ask.Day)) ? -1 : 1;
        return ask.Years switch
        {
            -10 => day.Month > month ? day.Year : day.Year - 1,
            10 => day.Month < month ? day.Year : day.Year + 1,
            { } years => day.Year + years,
            null when day.Month == month && ask.Day is null => day.Year,
            null => tense switch
            {
                "past" => here < 0 ? day.Year : IsJustAhead(ask, day) ? day.Year : day.Year - 1,
                "future" => here > 0 ? day.Year : IsToday(ask, day) ? day.Year : day.Year + 1,
                _ => Nearest(month, day),
            },
        };
    }

    /// <summary>"was due on Nov. 16", told on November 2: a day that lies a few weeks ahead is not last year's.</summary>
    private static bool IsJustAhead(Ask.MonthDay ask, DateOnly day) =>
        ask.Day is { } d && CalendarTime.Day(day.Year, ask.Month, d) is { } ahead && ahead.Start.DayNumber - day.DayNumber <= 60;

    private static bool IsToday(Ask.MonthDay ask, DateOnly day) => day.Month == ask.Month && (ask.Day is null || ask.Day >= day.Day - 7);

    private static int Nearest(int month, DateOnly day) => month - day.Month >= 6 ? day.Year - 1 : day.Month - month > 6 ? day.Year + 1 : day.Year;

    private Resolved MonthAt(Draft draft, Ask.MonthDay ask, int year, string why, string anchor, bool fromDocument)
    {
        var time = ask.Day is { } day ? CalendarTime.Day(year, ask.Month, day) : year is >= 1 and <= 9999 ? CalendarTime.Month(year, ask.Month) : null;
        return time is { } found ? At(draft, found, why, anchor, fromDocument) : Open(draft, $"XXXX-{ask.Month:00}-{ask.Day:00}", "there is no such day");
    }

    private Resolved OfWeek(Draft draft, Ask.DayOfWeek ask, bool follows, string? tense)
    {
        if (follows && _lastDay is { } begun)
        {
            // "from Monday to Wednesday": the end is the next one after the beginning
            var ahead = (ask.Day - (int)begun.Start.DayOfWeek + 7) % 7;
            return At(draft, CalendarTime.Day(begun.Start.AddDays(ahead)), "the next one after the day it is joined to", begun.Value, _lastIsFromDocument);
        }

        var told = ask.From == Reference.Narrative || narrative ? _lastDay : null;
        if ((told?.Start ?? (narrative && ask.From == Reference.Narrative ? null : published)) is not { } day || (narrative && told is null && _lastIsOld))
        {
            return Open(draft, $"XXXX-WXX-{ask.Day}", "its week is not known");
        }

        var distance = (ask.Day - (int)day.DayOfWeek + 7) % 7;
        var shift = (ask.Weeks, tense) switch
        {
            (-1, _) => distance == 0 ? -7 : distance - 7,
            (1, _) => distance == 0 ? 7 : distance,
            (_, "future") => distance,
            (null, "present") when told is null && distance <= 4 && !draft.Owns => distance,
            (0, _) => distance,
            _ when told is not null => distance,
            _ => distance == 0 ? 0 : distance - 7,
        };
        var why = told is not null ? "the day told of before" : "the day of publication";
        return At(draft, CalendarTime.Day(day.AddDays(shift)), (shift > 0 ? "the next one after " : "the last one before ") + why + (ask.Weeks is null && tense is not null ? $": {tense} tense" : ""), Iso(day), told is null);
    }

    private Resolved OfYear(Draft draft, Ask.PartOfYear ask, string? tense)
    {
        if (ask.Years is null && (narrative || _lastIsOld) && _last is { } told)
        {
            return At(draft, CalendarTime.PartOfYear(ask.Grain, told.Start.Year, ask.Index), "the year told of before", told.Value);
        }

        if (published is not { } day)
        {
            return Open(draft, Unknown(ask), "its year is not known");
        }

        var now = CalendarTime.PartOfYear(ask.Grain, day.Year, ask.Index);
        var time = ask.Years switch
        {
            -10 => now.Interval.Latest < day ? now : CalendarTime.PartOfYear(ask.Grain, day.Year - 1, ask.Index),
            10 => now.Start > day ? now : CalendarTime.PartOfYear(ask.Grain, day.Year + 1, ask.Index),
            { } years => CalendarTime.PartOfYear(ask.Grain, day.Year + years, ask.Index),
            null when now.Start <= day => now,
            null => tense == "past" ? CalendarTime.PartOfYear(ask.Grain, day.Year - 1, ask.Index) : now,
        };
        return At(draft, time, Why(ask.Years, tense), Iso(day), true);
    }

    private Resolved OfDay(Draft draft)
    {
        if (_lastDay is { } told)
        {
            return At(draft, told, "of the day told of before", told.Value, _lastIsFromDocument);
        }

        return narrative || published is not { } day ? Open(draft, "XXXX-XX-XX", "its day is not known") : At(draft, CalendarTime.Day(day), "of the day of publication", Iso(day), true);
    }

    /// <summary>"a year ago" beside a quarter's figures is that quarter of the year before.</summary>
    private Resolved Same(Draft draft, Ask.SamePeriod ask, Draft? joined, string? tense)
    {
        if (ask.Years == 0 && joined?.Ask is Ask.MonthDay or Ask.Stated && joined is not null && OfJoined(joined, tense) is { } ended)
        {
            return At(draft, CalendarTime.Of(TimeGrain.Quarter, ended), "the quarter that ends on the day named after it", null);
        }

        if (_period is { } period && !narrative)
        {
            return At(draft, period.Shift(4 * ask.Years), "the period told of before", period.Value) with { Time = null };
        }

        if (ask.Grain == TimeGrain.Quarter)
        {
            return Open(draft, "XXXX-QX", "its period is not known");
        }

        return Shifted(draft, new Ask.Shifted(TimeGrain.Year, ask.Years, narrative ? Reference.Narrative : Reference.Document) { Unit = TimeUnit.Year }, null);
    }

    private DateOnly? OfJoined(Draft joined, string? tense) => joined.Ask switch
    {
        Ask.Stated { Time: { Grain: TimeGrain.Day or TimeGrain.Month, Start: var start } } => start,
        Ask.MonthDay month when published is { } day => CalendarTime.Day(YearOf(month, day, tense ?? "past"), month.Month, month.Day ?? 1)?.Start,
        _ => null,
    };

    private static string Unknown(TimeGrain grain) => grain switch
    {
        TimeGrain.Century => "XX",
        TimeGrain.Decade => "XXX",
        TimeGrain.Year => "XXXX",
        TimeGrain.Quarter => "XXXX-QX",
        TimeGrain.HalfYear => "XXXX-HX",
        TimeGrain.Month => "XXXX-XX",
        TimeGrain.Week => "XXXX-WXX",
        _ => "XXXX-XX-XX",
    };

    private static string Unknown(Ask.PartOfYear ask) => "XXXX" + CalendarTime.PartOfYear(ask.Grain, 2000, ask.Index).Value[4..];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
