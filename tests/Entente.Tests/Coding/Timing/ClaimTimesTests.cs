using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Timing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Timing;

public sealed class ClaimTimesTests
{
    private static readonly DateOnly _published = new(2025, 5, 9);

    private static readonly DateInterval _friday = DateInterval.Day(new DateOnly(2025, 5, 9));

    private static readonly DateInterval _june = DateInterval.Month(2025, 6);

    private const string Reported = "Officials/official/NOUN/2/nsubj said/say/VERB/0/root Friday/Friday/PROPN/2/obl:tmod that/that/SCONJ/7/mark talks/talk/NOUN/7/nsubj will/will/AUX/7/aux begin/begin/VERB/2/ccomp in/in/ADP/9/case June/June/PROPN/7/obl";

    [Fact]
    public void A_time_belongs_to_the_clause_it_stands_in()
    {
        var findings = TreeText.Of(_published, Reported).With("Friday", _friday, relative: true).With("June", _june);
        At(findings, "said").ShouldBe(new ClaimTime(_friday, _friday.ToString(), "relative"));
        At(findings, "begin").ShouldBe(new ClaimTime(_june, _june.ToString(), "stated"));
        At(findings, "talks")!.Interval.ShouldBe(_june);
    }

    [Fact]
    public void A_century_is_no_time_of_an_event()
    {
        var findings = TreeText.Of(_published, Reported).With("June", new DateInterval(new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31)));
        At(findings, "said").ShouldBe(new ClaimTime(DateInterval.Day(_published), "2025-05-09", "published"));
    }

    [Fact]
    public void The_day_of_the_report_is_not_the_day_of_what_is_announced()
    {
        var findings = TreeText.Of(_published, Reported).With("Friday", _friday).Tense("begin", "future");
        At(findings, "begin").ShouldBe(new ClaimTime(new DateInterval(_published, null), "2025-05-09/..", "tense"));
    }

    [Fact]
    public void Without_any_time_the_day_of_publication_is_named_as_a_fallback()
    {
        var findings = TreeText.Of(_published, Reported);
        At(findings, "said").ShouldBe(new ClaimTime(DateInterval.Day(_published), "2025-05-09", "published"));
        At(findings with { Published = null }, "said").ShouldBeNull();
    }

    [Theory]
    [InlineData("since", "2025-06-01/..")]
    [InlineData("by", "2025-05-09/2025-06-30")]
    [InlineData("until", "../2025-06-30")]
    [InlineData("before", "../2025-05-31")]
    [InlineData("after", "2025-06-30/..")]
    public void A_preposition_opens_or_closes_the_interval(string preposition, string expected)
    {
        var findings = TreeText.Of(_published, $"They/they/PRON/2/nsubj sail/sail/VERB/0/root {preposition}/{preposition}/ADP/4/case June/June/PROPN/2/obl").With("June", _june);
        At(findings, "sail")!.Value.ShouldBe(expected);
    }

    [Fact]
    public void From_and_to_are_one_stretch()
    {
        var findings = TreeText.Of(_published, "He/he/PRON/2/nsubj stays/stay/VERB/0/root from/from/ADP/4/case May/May/PROPN/2/obl to/to/ADP/6/case June/June/PROPN/4/nmod")
            .With("May", DateInterval.Month(2025, 5)).With("June", _june);
        At(findings, "stays")!.Value.ShouldBe("2025-05-01/2025-06-30");
    }

    [Fact]
    public void A_sentence_that_opens_with_a_pronoun_goes_on_at_the_time_before()
    {
        var findings = TreeText.Of(
            _published,
            "Ministers/minister/NOUN/2/nsubj met/meet/VERB/0/root Friday/Friday/PROPN/2/obl:tmod",
            "They/they/PRON/2/nsubj talked/talk/VERB/0/root").With("Friday", _friday).Tense("talked", "past");
        At(findings, "talked").ShouldBe(new ClaimTime(_friday, _friday.ToString(), "relative"));
    }

    [Fact]
    public void What_is_told_as_past_does_not_lie_after_the_day_of_publication()
    {
        var findings = TreeText.Of(_published, "They/they/PRON/2/nsubj signed/sign/VERB/0/root in/in/ADP/4/case June/June/PROPN/2/obl").With("June", _june).Tense("signed", "past");
        At(findings, "signed")!.Basis.ShouldBe("published");
    }

    [Fact]
    public void A_named_war_is_not_the_day_of_publication() =>
        At(TreeText.Of(_published, "They/they/PRON/2/nsubj lost/lose/VERB/0/root much/much/ADJ/2/obj in/in/ADP/6/case the/the/DET/6/det war/war/NOUN/2/obl"), "lost").ShouldBeNull();

    [Fact]
    public void A_publication_that_is_known_from_one_side_stands_for_nothing()
    {
        var findings = TreeText.Of(_published, Reported) with { Published = new Publication(new DateInterval(_published, null), []) };
        At(findings, "said").ShouldBeNull();
    }

    private static ClaimTime? At(Findings findings, string form) => ClaimTimes.At(findings, findings.Whole(), findings.Token(form));
}
