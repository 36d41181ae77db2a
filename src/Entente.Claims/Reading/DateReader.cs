using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>A date as a page shows it.</summary>
/// <param name="Interval">The day or month it names; null when it gives no year.</param>
/// <param name="MonthDay">Month and day of one without a year.</param>
/// <param name="Span">Its characters in the line.</param>
/// <param name="Sure">False when day and month could be the other way round.</param>
internal readonly record struct ShownDate(DateInterval? Interval, (int Month, int Day)? MonthDay, TextSpan Span, bool Sure)
{
    /// <summary>"2023-03-17", "2023-03", "--03-17".</summary>
    public string Value => Interval switch
    {
        { IsDay: true, Earliest: { } day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Earliest: { } first } => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => $"--{MonthDay?.Month:00}-{MonthDay?.Day:00}",
    };
}

/// <summary>How the page writes dates of figures only, as far as its unambiguous ones show.</summary>
internal enum DateOrder
{
    Unknown,
    DayMonth,
    MonthDay,
}

/// <summary>Finds dates in short lines: "9:25 09.05.2025", "Nov. 19, 2019", "19 November 2019", "2019-11-19T10:31", "March 2019", "Mar 17".</summary>
internal static partial class DateReader
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private const int ShortestMonth = 3;
    private const int LongestMonth = 12;

    /// <summary>The first date of the text, or null.</summary>
    public static ShownDate? First(string text, DateOrder order = DateOrder.Unknown)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        ShownDate? best = null;
        if (HasJoinedFigures(text))
        {
            for (var m = Iso().Match(text); m.Success; m = m.NextMatch())
            {
                best = Earlier(best, Day(Number(m, "y"), Number(m, "m"), Number(m, "d")) is { } day ? new ShownDate(day, null, SpanOf(m), true) : null);
            }

            for (var m = Figures().Match(text); m.Success; m = m.NextMatch())
            {
                best = Earlier(best, OfFigures(m, order));
            }
        }

        return NamesMonth(text) ? WithName(text, best) : best;
    }

    /// <summary>Which of day and month comes first in the dates of figures, when one of them shows it ("25/12/2019").</summary>
    public static DateOrder OrderOf(IEnumerable<string> lines)
    {
        int dayFirst = 0, monthFirst = 0;
        foreach (var line in lines)
        {
            if (!HasJoinedFigures(line))
            {
                continue;
            }

            for (var m = Figures().Match(line); m.Success; m = m.NextMatch())
            {
                var a = int.Parse(m.Groups["a"].ValueSpan);
                var b = int.Parse(m.Groups["b"].ValueSpan);
                dayFirst += a is > 12 and <= 31 && b <= 12 ? 1 : 0;
                monthFirst += b is > 12 and <= 31 && a <= 12 ? 1 : 0;
            }
        }

        return dayFirst > 0 && monthFirst == 0 ? DateOrder.DayMonth : monthFirst > 0 && dayFirst == 0 ? DateOrder.MonthDay : DateOrder.Unknown;
    }

    /// <summary>Of two dates the one that begins first, and of those the longer.</summary>
    private static ShownDate? Earlier(ShownDate? best, ShownDate? found) =>
        found is { } f && (best is not { } b || f.Span.Start < b.Span.Start || (f.Span.Start == b.Span.Start && f.Span.Length > b.Span.Length)) ? found : best;

    /// <summary>Whether a dot, slash or hyphen stands between two figures; without one there are no dates of figures only. Most lines have none, and this is soon told.</summary>
    private static bool HasJoinedFigures(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is '-' or '.' or '/' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of its words is a month; without one there are no dates with names.</summary>
    private static bool NamesMonth(ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !char.IsLetter(text[i]))
            {
                if (i - start is >= ShortestMonth and <= LongestMonth && ReadingTables.Shipped.Month(text[start..i]) > 0)
                {
                    return true;
                }

                start = i + 1;
            }
        }

        return false;
    }

    private static ShownDate? WithName(string text, ShownDate? best)
    {
        for (var m = DayName().Match(text); m.Success; m = m.NextMatch())
        {
            best = Earlier(best, Named(m));
        }

        for (var m = NameDay().Match(text); m.Success; m = m.NextMatch())
        {
            best = Earlier(best, Named(m));
        }

        for (var m = YearNameDay().Match(text); m.Success; m = m.NextMatch())
        {
            best = Earlier(best, Named(m));
        }

        for (var m = NameYear().Match(text); m.Success; m = m.NextMatch())
        {
            var month = ReadingTables.Shipped.Month(m.Groups["n"].ValueSpan);
            best = Earlier(best, month > 0 && Year(m.Groups["y"].Value) is { } year ? new ShownDate(DateInterval.Month(year, month), null, SpanOf(m), true) : null);
        }

        return best;
    }

    private static ShownDate? Named(Match m)
    {
        var month = ReadingTables.Shipped.Month(m.Groups["n"].ValueSpan);
        var day = Number(m, "d");
        if (month == 0 || day is 0 or > 31)
        {
            return null;
        }

        if (!m.Groups["y"].Success)
        {
            return day <= DateTime.DaysInMonth(2024, month) ? new ShownDate(null, (month, day), SpanOf(m), true) : null;
        }

        return Year(m.Groups["y"].Value) is { } year && Day(year, month, day) is { } interval ? new ShownDate(interval, null, SpanOf(m), true) : null;
    }

    /// <summary>"09.05.2025" is day and month; "03/04/2019" is told by the page's other dates, else it is unsure and taken as the American order.</summary>
    private static ShownDate? OfFigures(Match m, DateOrder order)
    {
        var a = Number(m, "a");
        var b = Number(m, "b");
        if (Year(m.Groups["y"].Value) is not { } year)
        {
            return null;
        }

        var dots = m.Groups["s"].ValueSpan is ".";
        var dayFirst = a > 12 || (b <= 12 && (dots || order == DateOrder.DayMonth));
        var sure = a > 12 || b > 12 || a == b || dots || order != DateOrder.Unknown;
        var day = dayFirst ? Day(year, b, a) : Day(year, a, b);
        return day is null ? null : new ShownDate(day, null, SpanOf(m), sure);
    }

    private static DateInterval? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? DateInterval.Day(new DateOnly(year, month, day)) : null;

    private static int? Year(string figures)
    {
        var year = int.Parse(figures.TrimStart('\'', '’'));
        year += figures.Length <= 3 ? year < 70 ? 2000 : 1900 : 0;
        return year is >= FirstYear and <= LastYear ? year : null;
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].ValueSpan);

    private static TextSpan SpanOf(Match m) => new(m.Index, m.Length);

    // Figures are those of ASCII in all of them: "٢٠٢١" are figures to a regex and no number to a parser.
    // 2019-11-19, 2019/11/19, 2019.11.19, 2019-11-19T10:31:00+02:00
    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9][0-9])(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    // 09.05.2025, 3/4/2019, 25-12-19
    [GeneratedRegex(@"(?<![0-9./:-])(?<a>[0-9]{1,2})(?<s>[-/.])(?<b>[0-9]{1,2})\k<s>(?<y>(?:19|20)[0-9][0-9]|[0-9][0-9])(?![0-9]|[./:-][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    // 19 Nov 2019, 19th of November, 2019, 20. Apr 2004, 19-Nov-2019, 19-Nov-19, 8 Jan
    [GeneratedRegex(@"(?<![0-9:.])(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:\.\s?|\s|-|\sof\s)(?<n>\p{L}{3,12})\b\.?(?:(?:,?\s|-)(?<y>(?:19|20)[0-9][0-9]|['’][0-9][0-9]|(?<=-)[0-9][0-9])(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex DayName();

    // Nov. 19, 2019; November 19th 2019; Mar 17
    [GeneratedRegex(@"\b(?<n>\p{L}{3,12})\.?[\s-](?<d>[0-9]{1,2})(?:st|nd|rd|th)?\b(?![:.][0-9])(?:(?:,\s?|\s|-)(?<y>(?:19|20)[0-9][0-9]|['’][0-9][0-9])(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex NameDay();

    // 2019 Nov 19, 2019 November 19
    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)\s(?<n>\p{L}{3,12})\.?\s(?<d>\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearNameDay();

    // March 2019
    [GeneratedRegex(@"\b(?<n>\p{L}{3,12})\.?,?\s(?<y>(?:19|20)[0-9][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NameYear();
}
