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

    private static readonly Lazy<Coder> _coder = new(Coder.Load);

    /// <summary>Own sentences, read on 10 June 2021: the time of the event that the word in asterisks tells of.</summary>
    [Theory]
    [InlineData("In the 1950s, when France and Germany *signed* a treaty, trade was small.", "195", "stated")]
    [InlineData("The alliance dates from the 1950s, when *meetings* between French and German leaders were rare.", "195", "stated")]
    [InlineData("During the Cold War the United States *backed* Pakistan against India.", "1947-03-12/1991-12-26", "era")]
    [InlineData("After the Cold War the United States *backed* Pakistan against India.", "1991-12-26/..", "era")]
    [InlineData("For much of the Cold War the United States *backed* Pakistan against India.", "1947-03-12/1991-12-26", "era")]
    [InlineData("In a new Cold War the United States *backed* Pakistan against India.", "2021-06-10", "published")]
    [InlineData("Weeks before the March 3, 2020 attack on Iraq, Iran *met* with Turkey.", "2019-12-02/2020-03-02", "relative")]
    [InlineData("Weeks ahead of the February 23, 2020 invasion of Iraq, the Iranian president *met* the Turkish one.", "2019-11-23/2020-02-22", "relative")]
    [InlineData("Since March 2014, when Russia *annexed* Crimea, the United States has imposed sanctions on Russia.", "2014-03", "stated")]
    [InlineData("Since the invasion of Kuwait by Iraq in 1990, the United States has *imposed* sanctions on Iraq.", "1990-01-01/2021-06-10", "relative")]
    [InlineData("Since the *invasion* of Kuwait by Iraq in 1990, the United States has imposed sanctions on Iraq.", "1990", "stated")]
    [InlineData("After the war, in 1947, India and Pakistan *signed* a truce.", "1947", "stated")]
    [InlineData("In 2014, months after Russia annexed Crimea, the United States *imposed* sanctions on Russia.", "2014", "stated")]
    [InlineData("In 2014 Russia annexed Crimea, after which the United States *imposed* sanctions on Russia.", "2014-01-01/2021-06-10", "tense")]
    [InlineData("The president of Iran arrived in Baghdad on Tuesday. During the *visit* of the president of Iran to Iraq the two sides spoke of trade.", "2021-06-08", "elsewhere")]
    [InlineData("Iran *attacked* Israel. Iran attacked Israel on Tuesday. On Monday Iran attacked Israel.", "2021-06-10", "published")]
    [InlineData("Iran *attacked* Israel. Iran attacked Israel in 2019.", "2021-06-10", "published")]
    [InlineData("Iran *attacked* Israel. Iran attacked Israel on Tuesday.", "2021-06-08", "elsewhere")]
    [InlineData("At that time, Iran *supported* Syria against Turkey.", null, null)]
    [InlineData("In 1998 Iran met Iraq. At that time, Iran *supported* Syria against Turkey.", "1998", "relative")]
    public void The_words_around_a_time_say_what_it_is_to_an_event(string marked, string? value, string? basis)
    {
        var text = marked.Replace("*", "", StringComparison.Ordinal);
        var page = new Page("p", System.Text.Encoding.UTF8.GetBytes(text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = new DateOnly(2021, 6, 10) } };
        var claims = _coder.Value.Code(page).Documents[0].Claims;
        var time = claims.First(c => c.Body is EventMention e && e.Trigger.Start == marked.IndexOf('*', StringComparison.Ordinal)).Time;
        (time?.Value, time?.Basis).ShouldBe((value, basis));
    }
}
