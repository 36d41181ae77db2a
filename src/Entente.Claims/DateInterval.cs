using System.Globalization;

namespace Entente.Claims;

/// <summary>
/// A closed interval of days: from Monday to Friday includes Friday. An end that is not known is null, so "since 2013" has no latest day.
/// </summary>
public readonly record struct DateInterval(DateOnly? Earliest, DateOnly? Latest)
{
    public static DateInterval Day(DateOnly day) => new(day, day);

    public static DateInterval Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static DateInterval Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Whether it is one day.</summary>
    public bool IsDay => Earliest is not null && Earliest == Latest;

    public bool Contains(DateOnly day) => (Earliest is not { } first || day >= first) && (Latest is not { } last || day <= last);

    /// <summary>What both hold, or null when they exclude each other.</summary>
    public DateInterval? Intersect(DateInterval other)
    {
        var earliest = Earliest is { } a && other.Earliest is { } b ? (a > b ? a : b) : Earliest ?? other.Earliest;
        var latest = Latest is { } c && other.Latest is { } d ? (c < d ? c : d) : Latest ?? other.Latest;
        return earliest > latest ? null : new DateInterval(earliest, latest);
    }

    /// <summary>ISO 8601: one day, an interval "a/b", or an open one "../b" and "a/..".</summary>
    public override string ToString() => IsDay ? Iso(Earliest) : Iso(Earliest) + "/" + Iso(Latest);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "..";
}
