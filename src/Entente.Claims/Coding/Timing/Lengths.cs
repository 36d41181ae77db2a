namespace Entente.Claims.Coding.Timing;

/// <summary>Lengths and parts of periods, resolved: "the past three months", "in recent years", "the nine months ended Dec. 31", "the last week of September".</summary>
internal static class Lengths
{
    /// <summary>"the past three months": so long up to the day of publication, or from it on.</summary>
    public static Resolved Stretched(Draft draft, Ask.Stretch stretch, DateOnly? published)
    {
        if (published is not { } day)
        {
            return new Resolved(draft, stretch.Value, "reckoned from a day that is not known");
        }

        var other = stretch.Unit.Add(day, stretch.Count);
        var interval = other < day ? new DateInterval(other, day) : new DateInterval(day, other);
        return new Resolved(draft, stretch.Value, "reckoned from the day of publication") { Interval = interval, Anchor = CalendarTime.Day(day).Value, FromDocument = true };
    }

    /// <summary>"in recent years", "soon": one end is the day of publication, the other is not said.</summary>
    public static Resolved Loosely(Draft draft, Ask.Loose loose, DateOnly? published)
    {
        if (published is not { } day)
        {
            return new Resolved(draft, loose.Value, "reckoned from a day that is not known");
        }

        var interval = loose.Days is { } days ? new DateInterval(day.AddDays(Math.Min(loose.Sign * days, loose.Sign)), day.AddDays(Math.Max(loose.Sign * days, loose.Sign)))
            : loose.Sign < 0 ? new DateInterval(null, day) : new DateInterval(day, null);
        return new Resolved(draft, loose.Value, loose.Sign < 0 ? "up to the day of publication; its beginning is not said" : "from the day of publication; its end is not said")
        {
            Interval = interval,
            Anchor = CalendarTime.Day(day).Value,
            FromDocument = true,
        };
    }

    /// <summary>A length that ends on a day, which is a whole month's last where only the month is named.</summary>
    public static Resolved Ended(Draft draft, Ask.Plain plain, (int Count, TimeUnit Unit) length, Draft joined, DateOnly end)
    {
        var last = joined.Ask is Ask.MonthDay { Day: null } or Ask.Stated { Time.Grain: TimeGrain.Month } ? end.AddMonths(1).AddDays(-1) : end;
        var first = length.Unit.Add(last.AddDays(1), -length.Count);
        return new Resolved(draft, plain.Value, "ends on the day named after it")
        {
            Interval = new DateInterval(first, last),
            Anchor = CalendarTime.Day(last).Value,
            FromDocument = joined.Ask is Ask.MonthDay,
        };
    }

    /// <summary>The first or last units of a period, or the n-th: of the one named after it, else of the year of publication.</summary>
    public static Resolved Edged(Draft draft, Ask.Edge edge, CalendarTime? within, DateOnly? published)
    {
        var of = edge.Within is not null ? within : edge.Of ?? (published is { } day ? CalendarTime.Of(TimeGrain.Year, day) : null);
        if (of is not { } period || edge.Unit is not (TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Week or TimeUnit.Day) || period.Interval is not { Earliest: { } first, Latest: { } last })
        {
            return new Resolved(draft, draft.Type == TimexType.Date ? "XXXX-XX-XX" : edge.Value, "part of a period that is not known");
        }

        var interval = edge.Last ? new DateInterval(edge.Unit.Add(last.AddDays(1), -edge.Count), last)
            : new DateInterval(edge.Unit.Add(first, edge.Skip), edge.Unit.Add(first, edge.Skip + edge.Count).AddDays(-1));
        return new Resolved(draft, draft.Type == TimexType.Date ? interval.ToString() : edge.Value, edge.Within is not null ? "part of the period named after it"
            : edge.Of is null ? "part of the year of publication" : "part of the year named after it")
        {
            Interval = interval,
            Anchor = edge.Of is null && published is { } from ? CalendarTime.Day(from).Value : null,
            FromDocument = edge.Of is null && edge.Within is not Ask.Stated,
        };
    }
}
