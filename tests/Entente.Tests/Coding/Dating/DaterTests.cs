using Entente.Claims;
using Entente.Claims.Coding.Dating;
using Entente.Claims.Coding.Naming;
using Entente.Claims.Coding.Timing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Dating;

public sealed class DaterTests
{
    private static readonly Dater _dater = Dater.Load(TimeTagger.Load(), Namer.Load());

    private static readonly DateOnly _friday = new(2021, 3, 12);

    [Fact]
    public void The_date_that_was_given_wins_and_a_later_comment_changes_nothing()
    {
        var dating = Date("They met.", On("given", _friday), NotAfter("comment", _friday.AddDays(2)));
        dating.Published!.Value.ShouldBe("2021-03-12");
        dating.Published.Basis.Select(b => b.Kind).ShouldBe(["given"]);
        dating.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_page_that_contradicts_itself_keeps_the_better_evidence_and_says_so()
    {
        var dating = Date("They met.", On("dateline", _friday.AddDays(30)), On("jsonld", _friday));
        dating.Published!.Value.ShouldBe("2021-03-12");
        dating.Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.DateConflict);
    }

    [Fact]
    public void A_day_shown_that_is_older_than_the_day_stated_is_the_day_unless_the_stated_one_is_confirmed()
    {
        Date("They met.", On("dateline", _friday.AddDays(-30)), On("jsonld", _friday)).Published!.Value.ShouldBe("2021-02-10");
        Date("They met.", On("dateline", _friday.AddDays(-30)), On("jsonld", _friday), On("url", _friday)).Published!.Value.ShouldBe("2021-03-12");
    }

    [Fact]
    public void A_vague_meta_element_yields_to_the_day_shown() =>
        Date("They met.", On("dateline", _friday), new DateEvidence("meta", DateBound.On, DateInterval.Day(_friday.AddDays(20)), 0.8)).Published!.Value.ShouldBe("2021-03-12");

    [Fact]
    public void Weak_evidence_is_not_taken_for_the_day() =>
        Date("They met.", new DateEvidence("dateline", DateBound.On, DateInterval.Day(_friday), 0.4)).Published.ShouldBeNull();

    [Fact]
    public void What_a_changed_text_tells_of_is_no_limit_of_its_first_day() =>
        Date("They met on 3 May 2020.", NotAfter("dateline", _friday)).Published!.Interval.ShouldBe(new DateInterval(null, _friday));

    [Fact]
    public void A_day_between_time_zones_is_no_contradiction() =>
        Date("They met.", On("jsonld", _friday), On("dateline", _friday.AddDays(1))).Problems.ShouldBeEmpty();

    [Fact]
    public void A_weekday_that_is_told_as_past_narrows_what_the_first_comment_leaves()
    {
        var dating = Date("The ministry said Friday that talks were held in 2020.", NotAfter("comment", _friday.AddDays(1)));
        dating.Published!.Value.ShouldBe("2021-03-12/2021-03-13");
        dating.Published.Basis.Select(b => b.Kind).ShouldBe(["comment", "text", "weekday"], ignoreOrder: true);
    }

    [Fact]
    public void The_newest_past_date_is_a_lower_limit_and_a_year_to_come_is_none()
    {
        Date("They met on 3 May 2020. They want to double trade by 2030.").Published!.Interval.ShouldBe(new DateInterval(new DateOnly(2020, 5, 3), null));
    }

    [Fact]
    public void Several_dated_pointers_to_other_stories_leave_some_weeks()
    {
        const string text = "They met last week. (See A 4 May 2021, B 11 May 2021, C 18 May 2021.)";
        var split = text.IndexOf('(', StringComparison.Ordinal);
        Block Of(int start, int end, BlockRole role) => new(TextSpan.FromBounds(start, end), role, TextSpan.FromBounds(start, end));
        var document = new Document("d", text, [Of(0, split, BlockRole.Body), Of(split, text.Length, BlockRole.Crossref)])
        {
            DateEvidence = [new DateEvidence("crossref", DateBound.NotBefore, DateInterval.Day(new DateOnly(2021, 5, 18)), 0.8)],
        };
        var published = _dater.Date(new AnalyzedDocument(document, [], [])).Published!;
        published.Interval.Earliest.ShouldBe(new DateOnly(2021, 5, 18));
        published.Interval.Latest!.Value.ShouldBeLessThan(new DateOnly(2021, 8, 1));
    }

    [Fact]
    public void Without_any_evidence_there_is_no_date_and_a_problem()
    {
        var dating = Date("They met.");
        dating.Published.ShouldBeNull();
        dating.Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Undated);
    }

    private static DatingResult Date(string text, params DateEvidence[] evidence)
    {
        var analysed = Timing.TimeTaggerTests.Analysed(text);
        return _dater.Date(analysed with { Document = analysed.Document with { DateEvidence = evidence } });
    }

    private static DateEvidence On(string kind, DateOnly day) => new(kind, DateBound.On, DateInterval.Day(day), 0.9);

    private static DateEvidence NotAfter(string kind, DateOnly day) => new(kind, DateBound.NotAfter, DateInterval.Day(day), 0.9);
}
