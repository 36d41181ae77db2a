using Entente.Claims;
using Entente.Claims.Coding.Timing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Timing;

public sealed class TimeTaggerTests
{
    private static readonly TimeTagger _tagger = TimeTagger.Load();

    // 2021-03-10 was a Wednesday
    private static readonly DateOnly _published = new(2021, 3, 10);

    [Theory]
    [InlineData("They met on 4 March 2019 in Geneva.", "4 March 2019", "2019-03-04", "Date")]
    [InlineData("They met on March 4th, 2019.", "March 4th, 2019", "2019-03-04", "Date")]
    [InlineData("Printed 04.03.2019 in Bern.", "04.03.2019", "2019-03-04", "Date")]
    [InlineData("The pact was signed in June 1998.", "June 1998", "1998-06", "Date")]
    [InlineData("The pact was signed in 1998.", "1998", "1998", "Date")]
    [InlineData("The rules of the 1970s were harsh.", "the 1970s", "197", "Date")]
    [InlineData("It was the longest war of the 19th century.", "the 19th century", "18", "Date")]
    [InlineData("The ministry said Monday that it agreed.", "Monday", "2021-03-08", "Date")]
    [InlineData("The envoys will meet Monday.", "Monday", "2021-03-15", "Date")]
    [InlineData("The envoys will meet next Friday.", "next Friday", "2021-03-12", "Date")]
    [InlineData("They signed it last week.", "last week", "2021-W09", "Date")]
    [InlineData("They signed it two days ago.", "two days ago", "2021-03-08", "Date")]
    [InlineData("They signed it in July.", "July", "2020-07", "Date")]
    [InlineData("They will sign it in July.", "July", "2021-07", "Date")]
    [InlineData("They signed it last July.", "last July", "2020-07", "Date")]
    [InlineData("Exports rose in the third quarter of 2020.", "the third quarter of 2020", "2020-Q3", "Date")]
    [InlineData("Exports rose last year.", "last year", "2020", "Date")]
    [InlineData("The talks took three days.", "three days", "P3D", "Duration")]
    [InlineData("It was a two-year truce.", "two-year", "P2Y", "Duration")]
    [InlineData("The truce held for nearly three months.", "nearly three months", "P3M", "Duration")]
    [InlineData("Prices fell over the past three months.", "the past three months", "P3M", "Duration")]
    [InlineData("The council meets every Thursday.", "every Thursday", "XXXX-WXX-4", "Set")]
    [InlineData("The plane landed at 8:30 p.m. on Tuesday.", "8:30 p.m. on Tuesday", "2021-03-09T20:30", "Time")]
    [InlineData("Shelling began yesterday morning.", "yesterday morning", "2021-03-09TMO", "Time")]
    [InlineData("The two are now at peace.", "now", "PRESENT_REF", "Date")]
    [InlineData("The border was recently opened.", "recently", "PAST_REF", "Date")]
    [InlineData("The fleet arrived in early December 2020.", "early December 2020", "2020-12", "Date")]
    public void An_expression_has_its_extent_its_type_and_its_value(string text, string words, string value, string type)
    {
        var times = Tag(text, _published);
        var found = times.Where(t => t.Span.In(text) == words).ShouldHaveSingleItem();
        found.Value.ShouldBe(value);
        found.Type.ToString().ShouldBe(type);
    }

    [Fact]
    public void The_end_of_a_range_of_weekdays_is_the_next_one_after_its_beginning() =>
        Tag("He will be there from Monday to Wednesday, both sides announced.", _published).Select(t => t.Value).ShouldBe(["2021-03-15", "2021-03-17"]);

    [Fact]
    public void Earlier_this_month_ends_on_the_day_it_is_told()
    {
        Tag("They met earlier this month.", _published).ShouldHaveSingleItem().Interval.ShouldBe(new DateInterval(new DateOnly(2021, 3, 1), _published));
        Tag("They will meet later this month.", _published).ShouldHaveSingleItem().Interval.ShouldBe(new DateInterval(_published, new DateOnly(2021, 3, 31)));
    }

    [Fact]
    public void An_age_is_no_time() => Tag("The 44-year-old envoy is 44 years old.", _published).ShouldBeEmpty();

    [Theory]
    [InlineData("Theresa May said she may march to the spring.")]
    [InlineData("The second man paid 2,500 dollars for a Model 1940 troops carrier of 1500 kilometers range.")]
    [InlineData("Soldiers on the Long March had no current account.")]
    public void Words_that_only_look_like_times_are_none(string text) =>
        Tag(text, _published).Where(t => t.Value is not "PRESENT_REF").ShouldBeEmpty();

    [Theory]
    [InlineData("They met on Friday.", "XXXX-WXX-5")]
    [InlineData("They met last week.", "XXXX-WXX")]
    [InlineData("They met yesterday.", "XXXX-XX-XX")]
    [InlineData("They met on June 5.", "XXXX-06-05")]
    public void Without_a_day_of_publication_what_hangs_on_it_stays_open(string text, string value)
    {
        var time = Tag(text, null).ShouldHaveSingleItem();
        time.Value.ShouldBe(value);
        time.Interval.ShouldBeNull();
    }

    [Fact]
    public void A_history_moves_its_own_day_along()
    {
        const string text = "The siege began on 5 May 1821. On 12 May the town fell. Three days later the army left. In June it came back.";
        Tag(text, null).Select(t => t.Value).ShouldBe(["1821-05-05", "1821-05-12", "1821-05-15", "1821-06"]);
    }

    [Fact]
    public void What_a_history_says_of_today_does_not_move_its_day()
    {
        const string text = "The war began in May 1821 and ended in 1829. In 1822 a fleet came; in 1823 the capital fell, and in 1824 the coast. Historians argue to this day. On 4 June 1825 a truce was made. It is kept today. On 9 July it broke.";
        Tag(text, _published)[^1].Value.ShouldBe("1825-07-09");
    }

    [Fact]
    public void The_first_day_of_a_range_takes_the_year_of_the_last()
    {
        Tag("It lasted from 15 to 22 February 1984.", null).Select(t => t.Value).ShouldBe(["1984-02-15", "1984-02-22"]);
        Tag("It lasted from 31 May to 1 June 1916.", null).Select(t => t.Value).ShouldBe(["1916-05-31", "1916-06-01"]);
    }

    [Fact]
    public void Two_possible_days_of_publication_leave_an_interval()
    {
        const string text = "They spoke yesterday, and last year they had met.";
        var published = new Publication(new DateInterval(_published, _published.AddDays(1)), []);
        var times = _tagger.Tag(Analysed(text), published);
        times[0].Value.ShouldBe("2021-03-XX");
        times[0].Interval.ShouldBe(new DateInterval(new DateOnly(2021, 3, 9), new DateOnly(2021, 3, 10)));
        times[1].Value.ShouldBe("2020");
    }

    [Fact]
    public void The_hour_stays_known_when_the_day_is_not()
    {
        var published = new Publication(new DateInterval(_published, _published.AddDays(40)), []);
        _tagger.Tag(Analysed("They spoke yesterday morning."), published).ShouldHaveSingleItem().Value.ShouldBe("2021-XX-XXTMO");
    }

    [Theory]
    [InlineData("Trade fell in recent years.", "PXY", null, "2021-03-10")]
    [InlineData("They will meet in the coming months.", "PXM", "2021-03-10", null)]
    [InlineData("He resigned the other day.", "PAST_REF", "2021-02-24", "2021-03-09")]
    [InlineData("Trade doubled over the past decade.", "201", "2011-03-10", "2021-03-10")]
    [InlineData("Output rose in fiscal 2020.", "2020", "2019-04-01", "2021-03-31")]
    [InlineData("The second week of January was calm.", "P1W", "2021-01-08", "2021-01-14")]
    [InlineData("The last day of February 2020 was calm.", "2020-02-29", "2020-02-29", "2020-02-29")]
    [InlineData("They met on Thanksgiving.", "2020-11-26", "2020-11-26", "2020-11-26")]
    [InlineData("They will meet on Good Friday.", "2021-04-02", "2021-04-02", "2021-04-02")]
    public void Every_time_is_an_interval_as_far_as_the_words_go(string text, string value, string? earliest, string? latest)
    {
        var time = Tag(text, _published).ShouldHaveSingleItem();
        time.Value.ShouldBe(value);
        time.Interval.ShouldBe(new DateInterval(earliest is null ? null : DateOnly.Parse(earliest), latest is null ? null : DateOnly.Parse(latest)));
    }

    [Fact]
    public void A_length_that_ends_on_a_day_begins_so_long_before()
    {
        var times = Tag("Sales fell in the nine months ended Sept. 30, 2020. Exports rose in the year to March 2020.", _published);
        times[0].Value.ShouldBe("P9M");
        times[0].Interval.ShouldBe(new DateInterval(new DateOnly(2020, 1, 1), new DateOnly(2020, 9, 30)));
    }

    [Fact]
    public void A_decade_later_is_ten_years_after_the_time_told_of() =>
        Tag("They signed in 1994. A decade later they split.", _published)[1].Value.ShouldBe("2004");

    [Theory]
    [InlineData("Until Thursday, they had not called.", "2021-03-04")]
    [InlineData("The shop is open until Thursday.", "2021-03-11")]
    public void Until_a_weekday_looks_back_when_the_verb_does(string text, string value) => Tag(text, _published).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Fact]
    public void A_part_of_a_whole_is_no_time() => Tag("They import about three-quarters of their food.", _published).ShouldBeEmpty();

    [Fact]
    public void The_first_months_of_a_year_are_an_interval()
    {
        var time = Tag("Trade grew in the first two months of 2020.", _published)[0];
        time.Value.ShouldBe("P2M");
        time.Interval.ShouldBe(new DateInterval(new DateOnly(2020, 1, 1), new DateOnly(2020, 2, 29)));
    }

    [Fact]
    public void Early_and_late_halve_what_they_stand_before()
    {
        var time = Tag("It ended in late 2019.", _published).ShouldHaveSingleItem();
        time.Mod.ShouldBe("END");
        time.Interval!.Value.Earliest!.Value.ShouldBeGreaterThan(new DateOnly(2019, 6, 30));
        time.Interval!.Value.Latest.ShouldBe(new DateOnly(2019, 12, 31));
    }

    private static IReadOnlyList<TimeExpression> Tag(string text, DateOnly? published) =>
        _tagger.Tag(Analysed(text), published is { } day ? new Publication(DateInterval.Day(day), []) : null);

    internal static AnalyzedDocument Analysed(string text)
    {
        var whole = new TextSpan(0, text.Length);
        return new AnalyzedDocument(new Document("d", text, [new Block(whole, BlockRole.Body, whole)]), [], []);
    }
}
