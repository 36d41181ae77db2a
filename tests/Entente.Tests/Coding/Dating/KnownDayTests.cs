using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Dating;
using Entente.Claims.Coding.Naming;
using Entente.Claims.Coding.Timing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Dating;

/// <summary>Pages that print no date, dated by what is known of the events they tell of.</summary>
public sealed class KnownDayTests
{
    private static readonly Dater _dater = Dater.Load(TimeTagger.Load(), Namer.Load());
    private static readonly Analyzer _analyzer = Analyzer.Load();

    [Fact]
    public void An_anniversary_gives_its_year()
    {
        var published = Date("The city prepares to mark the 80th anniversary of the D-Day landings. Veterans are expected.");
        published.Interval.Contains(new DateOnly(2024, 6, 6)).ShouldBeTrue();
        published.Interval.Contains(new DateOnly(2023, 6, 6)).ShouldBeFalse();
        published.Interval.Contains(new DateOnly(2025, 6, 6)).ShouldBeFalse();
        var evidence = published.Basis.ShouldHaveSingleItem();
        evidence.Kind.ShouldBe("anniversary");
        evidence.Knowledge.ShouldBe("D-Day landings, 1944-06-06");
    }

    [Fact]
    public void Something_on_the_anniversary_itself_gives_the_week() =>
        Date("Ministers laid wreaths on Thursday, on the 25th anniversary of the fall of the Berlin Wall.").Interval.ShouldBe(new DateInterval(new DateOnly(2014, 11, 6), new DateOnly(2014, 11, 12)));

    [Theory]
    [InlineData("More than two years into the invasion of Ukraine, the harbour is still closed.", "2025-01-10", "2023-06-01")]
    [InlineData("The harbour has been closed since the invasion of Ukraine nearly a year ago.", "2023-01-20", "2023-06-20")]
    [InlineData("Just over a year after the fall of Kabul, the embassy is empty.", "2022-10-01", "2024-01-01")]
    public void How_long_an_event_is_ago_leaves_some_months(string text, string day, string other)
    {
        var published = Date(text);
        published.Basis.ShouldHaveSingleItem().Kind.ShouldBe("since");
        published.Interval.Contains(DateOnly.Parse(day)).ShouldBeTrue();
        published.Interval.Contains(DateOnly.Parse(other)).ShouldBeFalse();
    }

    [Fact]
    public void In_a_tale_of_the_past_the_time_after_an_event_tells_nothing_of_the_writing() =>
        Undated("Two weeks after the fall of Kabul, the embassy moved to another city.");

    [Fact]
    public void A_meeting_of_last_week_gives_the_week()
    {
        var published = Date("Trump met Putin in Helsinki last week. Nothing was signed.");
        published.Interval.ShouldBe(new DateInterval(new DateOnly(2018, 7, 22), new DateOnly(2018, 7, 29)));
        published.Basis.ShouldHaveSingleItem().Knowledge.ShouldBe("Trump and Putin, Helsinki, 2018-07-16");
    }

    [Fact]
    public void A_meeting_in_a_place_of_many_meetings_is_chosen_by_the_weekday()
    {
        // Of the meetings of the two in Moscow those of 2017 and 2023 held a Tuesday.
        var published = Date("Putin welcomed Xi in Moscow on Tuesday. Trade was the topic. In 2022 trade had grown.");
        published.Interval.ShouldBe(new DateInterval(new DateOnly(2023, 3, 21), new DateOnly(2023, 3, 27)));
    }

    [Fact]
    public void A_minister_who_left_last_week_gives_the_week() =>
        Date("The talks were opened by Boris Johnson, who resigned last week as foreign secretary.").Interval.Contains(new DateOnly(2018, 7, 17)).ShouldBeTrue();

    [Fact]
    public void Holders_of_offices_are_a_weak_limit()
    {
        var published = Date("U.S. President Donald Trump spoke with British Prime Minister Theresa May.");
        published.Interval.Contains(new DateOnly(2018, 2, 1)).ShouldBeTrue();
        published.Interval.Contains(new DateOnly(2020, 2, 1)).ShouldBeFalse();
        published.Basis.ShouldAllBe(b => b.Kind == "office" && b.Knowledge != null && b.Span != null);
    }

    [Fact]
    public void What_is_still_to_come_is_an_upper_limit() =>
        Date("The port was opened in 2014. The canal will be opened on 3 May 2019.").Interval.ShouldBe(new DateInterval(new DateOnly(2014, 1, 1), new DateOnly(2019, 5, 3)));

    [Fact]
    public void The_weekday_of_a_date_tells_the_year()
    {
        // 12 March was a Friday in 2010 and in 2021.
        var published = Date("The port was opened in 2015. The canal will be opened on 3 May 2024. The talks were held on Friday, March 12.");
        published.Interval.Earliest.ShouldBe(new DateOnly(2021, 3, 12));
        published.Interval.Latest!.Value.Year.ShouldBe(2022);
    }

    [Fact]
    public void An_anniversary_that_contradicts_the_day_shown_is_told()
    {
        var analysed = Analysed("They mark the 80th anniversary of the D-Day landings.");
        var shown = new DateEvidence("dateline", DateBound.On, DateInterval.Day(new DateOnly(2011, 3, 1)), 0.9);
        var dating = _dater.Date(analysed with { Document = analysed.Document with { DateEvidence = [shown] } });
        dating.Published!.Value.ShouldBe("2011-03-01");
        dating.Problems.ShouldHaveSingleItem().Message.ShouldContain("D-Day landings, 1944-06-06");
    }

    [Fact]
    public void Times_that_rest_on_nothing_known_leave_the_article_undated() =>
        Undated("They met last week and will meet again on Monday. A year ago they did not speak.");

    private static Publication Date(string text) => _dater.Date(Analysed(text)).Published.ShouldNotBeNull();

    private static void Undated(string text)
    {
        var dating = _dater.Date(Analysed(text));
        dating.Published.ShouldBeNull();
        dating.Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Undated);
    }

    private static AnalyzedDocument Analysed(string text)
    {
        var whole = new TextSpan(0, text.Length);
        var document = new Document("d", text, [new Block(whole, BlockRole.Body, whole)]);
        return _analyzer.Analyze(new ReadPage(new Page("p", Array.Empty<byte>()), text, [document])).Documents[0];
    }
}
