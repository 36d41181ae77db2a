using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Claims;
using Entente.Claims.Coding.Dating;
using Entente.Claims.Coding.Naming;
using Entente.Claims.Coding.Timing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Timing;

/// <summary>What holds of every time, on texts made by chance from a few dozen forms.</summary>
public sealed partial class TimePropertyTests
{
    private const int Texts = 400;

    private static readonly TimeTagger _tagger = TimeTagger.Load();
    private static readonly Dater _dater = Dater.Load(_tagger, Namer.Load());

    private static readonly string[] _stated =
        ["{d} {M} {y}", "{M} {d}, {y}", "early {M} {y}", "late {y}", "mid-{y}", "the spring of {y}", "the third quarter of {y}", "the first {n} months of {y}", "fiscal {y}", "the {c}0s", "{y}-{mm}-{dd}", "the last week of {M} {y}", "the second day of {M} {y}", "Easter {y}", "{M} {y}"];

    private static readonly string[] _relative =
        ["on {W}", "last {W}", "next {W}", "in {M}", "on {M} {d}", "last {M}", "{n} {u}s ago", "a {u} ago", "a {u} later", "last {u}", "next {u}", "this {u}", "yesterday", "today", "tomorrow morning", "last night", "in recent {u}s",
         "in the coming {u}s", "the other day", "recently", "soon", "earlier this {u}", "over the past {n} {u}s", "in the first half of the year", "in the third quarter", "this spring", "at 5 p.m.", "on {W} night", "more than a {u} ago", "{n} {u}s earlier",
         "by the end of next {u}", "the previous {W}", "the following {u}", "last Easter", "on Thanksgiving", "every {W}", "daily", "now", "for {n} {u}s", "the {n} {u}s ended {M} {d}"];

    private static readonly string[] _units = ["day", "week", "month", "quarter", "year", "decade"];

    [Fact]
    public void Every_value_is_one_of_timex3()
    {
        foreach (var (text, published) in Made(1))
        {
            foreach (var time in Tag(text, published))
            {
                Timex().IsMatch(time.Value).ShouldBeTrue($"{time.Value} in: {text} ({published})");
                (time.Type is TimexType.Duration or TimexType.Set || !time.Value.StartsWith('P') || time.Value.EndsWith("_REF", StringComparison.Ordinal)).ShouldBeTrue($"{time.Type} {time.Value} in: {text}");
            }
        }
    }

    [Fact]
    public void The_days_of_a_time_are_those_that_its_value_names()
    {
        foreach (var (text, published) in Made(2))
        {
            foreach (var time in Tag(text, published).Where(t => t.Interval is not null))
            {
                var days = time.Interval!.Value;
                (days.Earliest is null || days.Latest is null || days.Earliest <= days.Latest).ShouldBeTrue(text);
                var told = time.Span.In(text);
                if (!told.Contains("fiscal", StringComparison.Ordinal) && Calendar(time.Value) is { } named)
                {
                    (named.Contains(days.Earliest!.Value) && named.Contains(days.Latest!.Value)
                        || told.Contains("decade", StringComparison.Ordinal) || time.Mod == "MORE_THAN").ShouldBeTrue($"{told} = {time.Value} = {days} in: {text} ({published})");
                }
            }
        }
    }

    [Fact]
    public void What_hangs_on_a_day_that_is_not_known_stays_open()
    {
        foreach (var (text, _) in Made(3, stated: false))
        {
            foreach (var time in Tag(text, null))
            {
                time.Interval.ShouldBeNull($"{time.Span.In(text)} = {time.Value} in: {text}");
                Year().IsMatch(time.Value).ShouldBeFalse($"{time.Span.In(text)} = {time.Value} in: {text}");
            }

            _dater.Date(TimeTaggerTests.Analysed(text)).Published.ShouldBeNull(text);
        }
    }

    [Fact]
    public void What_is_told_as_past_does_not_begin_after_the_day_it_is_told()
    {
        var random = new Random(4);
        for (var i = 0; i < Texts; i++)
        {
            var published = new DateOnly(1990, 1, 1).AddDays(random.Next(15000));
            var form = new[] { "on {W}", "last {W}", "{n} {u}s ago", "last year", "last week", "yesterday", "recently", "the other day", "more than a {u} ago", "last night", "over the past {n} {u}s", "last {M}", "last Easter" }[random.Next(13)];
            var text = "They signed the pact " + Fill(form, random) + ".";
            var time = Tag(text, published).ShouldHaveSingleItem(text);
            time.Interval.ShouldNotBeNull(text);
            (time.Interval.Value.Earliest is not { } first || first <= published).ShouldBeTrue($"{text} {published}: {time.Interval}");
        }
    }

    [Fact]
    public void Limits_of_publication_hold_what_each_of_their_days_would_give()
    {
        var random = new Random(5);
        foreach (var (text, published) in Made(5, stated: false))
        {
            var last = published.AddDays(random.Next(40));
            var wide = _tagger.Tag(TimeTaggerTests.Analysed(text), new Publication(new DateInterval(published, last), []));
            foreach (var day in new[] { published, last })
            {
                foreach (var (whole, exact) in wide.Zip(Tag(text, day)).Where(p => p.First.Interval is not null && p.Second.Interval is not null))
                {
                    var (outer, inner) = (whole.Interval!.Value, exact.Interval!.Value);
                    ((outer.Earliest is null || outer.Earliest <= inner.Earliest) && (outer.Latest is null || outer.Latest >= inner.Latest)).ShouldBeTrue($"{whole.Span.In(text)}: {outer} holds not {inner} in: {text}");
                }
            }
        }
    }

    private static IReadOnlyList<TimeExpression> Tag(string text, DateOnly? published) =>
        _tagger.Tag(TimeTaggerTests.Analysed(text), published is { } day ? new Publication(DateInterval.Day(day), []) : null);

    private static IEnumerable<(string Text, DateOnly Published)> Made(int seed, bool stated = true)
    {
        var random = new Random(seed);
        string[] forms = stated ? [.. _stated, .. _relative] : _relative;
        string[] frames = ["They signed the pact {0}.", "They will meet again {0}.", "Trade is open {0}.", "The minister said that the talks ended {0}.", "Output {0} was low."];
        for (var i = 0; i < Texts; i++)
        {
            var sentences = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => string.Format(CultureInfo.InvariantCulture, frames[random.Next(frames.Length)], Fill(forms[random.Next(forms.Length)], random)));
            yield return (string.Join(' ', sentences), new DateOnly(1985, 1, 1).AddDays(random.Next(15000)));
        }
    }

    private static string Fill(string form, Random random)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(random.Next(30000));
        return form.Replace("{d}", day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{M}", day.ToString("MMMM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{y}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{mm}", day.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{dd}", day.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{c}", (day.Year / 10).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{W}", day.DayOfWeek.ToString(), StringComparison.Ordinal).Replace("{n}", (2 + random.Next(9)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{u}", _units[random.Next(_units.Length)], StringComparison.Ordinal);
    }

    /// <summary>The days of a value of the calendar; null of others.</summary>
    private static DateInterval? Calendar(string value)
    {
        value = value.Split('T')[0];
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return DateInterval.Day(day);
        }

        if (DateOnly.TryParseExact(value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return DateInterval.Month(month.Year, month.Month);
        }

        if (value.Length == 4 && int.TryParse(value, out var year))
        {
            return DateInterval.Year(year);
        }

        return value.Length == 3 && int.TryParse(value, out var decade) ? new DateInterval(new DateOnly(decade * 10, 1, 1), new DateOnly(decade * 10 + 9, 12, 31)) : null;
    }

    [GeneratedRegex(@"^(([\dX]{2}|[\dX]{3}|[\dX]{4}(-(H[12X]|Q[1-4X]|SP|SU|FA|WI|W[\dX]{2}(-WE|-[1-7])?|[\dX]{2}(-[\dX]{2})?))?)(T([\dX]{2}(:\d{2})?|MO|MI|AF|EV|NI))?|P(\d+(\.\d+)?|X)(D|W|WE|M|Q|Y|DE|CE|MIL)|PT(\d+(\.\d+)?|X)[HMS]|(PAST|PRESENT|FUTURE)_REF)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Timex();

    [GeneratedRegex(@"^\d{3}", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
