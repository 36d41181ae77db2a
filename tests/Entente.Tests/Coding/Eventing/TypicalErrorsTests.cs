using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>What coders that look words up get wrong most (listed by kind when such a coder was run on news pages), in sentences of our own of the same make.</summary>
public sealed class TypicalErrorsTests
{
    [Theory]
    [InlineData("The letters went to a foreign bank that isn't Chad.", "a place that is named to be left out is no host")]
    [InlineData("The presenters of the programme discuss trade.", "those who talk about an event have no part in it")]
    [InlineData("Chad's exports to Niger jumped 19.8 percent to 15 million dollars.", "a figure is no cooperation")]
    [InlineData("A poll asked the French which country had done most to defeat Germany.", "a poll is no act of those it asks about")]
    [InlineData("A relationship between Chad and Niger is often called a friendship.", "what it is called is no event")]
    public void Nothing_is_done_here(string text, string why) => Told(text).ShouldBeEmpty(why);

    [Theory]
    [InlineData("Rumours – always denied – that Chadian pilots trained the rebels of Niger are old.", Readings.Rumoured | Readings.Denied)]
    [InlineData("They also hope in that way to reduce the aid of Chad to Niger.", Readings.Hypothetical)]
    [InlineData("Chad and Niger will sign accords that open a new era.", Readings.Planned)]
    [InlineData("The agency noted that the president of Chad will visit Niger.", Readings.Planned)]
    [InlineData("Chad called on Niger to release the prisoners.", Readings.Hypothetical)]
    public void What_is_not_done_is_not_told_as_done(string text, Readings expected) =>
        Some.Coded(text).Claims.Where(c => c.Body is EventMention { Type: not EventType.Request }).Select(c => c.Factuality.Readings).ShouldAllBe(r => r == expected, text);

    [Fact]
    public void The_agency_that_reports_is_no_actor()
    {
        var told = Told("AFP reported that the president of Chad visited Niger.");
        told.ShouldHaveSingleItem();
        told[0].ShouldNotContain("agence");
    }

    [Fact]
    public void A_warning_to_one_s_own_side_threatens_nobody() =>
        Told("The French army has warned that France must be ready for war with Chad and Niger.").ShouldNotContain(e => e.StartsWith("Threaten", StringComparison.Ordinal));

    [Fact]
    public void Anger_that_somebody_did_not_condemn_is_against_him() =>
        Told("Chad was angered that Niger did not publicly condemn Mali.").ShouldContain(e => e.StartsWith("Accuse.disapprove TCD > NER", StringComparison.Ordinal));

    private static List<string> Told(string text) => [.. Some.Claims<EventMention>(text)
        .Select(e => $"{e.Type}{(e.Mode is null ? "" : "." + e.Mode)} {string.Join('+', e.Actors.Select(a => a.Actor.Id))} > {string.Join('+', e.Recipients.Select(a => a.Actor.Id))}")];
}
