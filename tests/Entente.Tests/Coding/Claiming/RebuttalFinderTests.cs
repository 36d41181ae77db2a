using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

/// <summary>Replies that deny what was told before, by "the report" or "it".</summary>
public sealed class RebuttalFinderTests
{
    [Theory]
    [InlineData("Chile said on Monday that Peru had shelled a Chilean village. Peru rejected the accusation.", EventType.Assault, "PER", "accusation")]
    [InlineData("Reuters reported that Chile had sold tanks to Bolivia. The defence ministry in Santiago dismissed the report as fiction.", EventType.Cooperate, "CHL", "report")]
    [InlineData("Chilean officials said that Peru had attacked a post. Peru's foreign ministry said that the report was false.", EventType.Assault, "PER", "report")]
    [InlineData("Chile attacked a Peruvian port on Monday, Lima said. Santiago denied it.", EventType.Assault, "CHL", "it")]
    [InlineData("Chile said that Peru had attacked a village, but Peru rejected the accusation.", EventType.Assault, "PER", "accusation")]
    public void What_was_told_before_is_denied(string text, EventType type, string actor, string word)
    {
        var document = Some.Coded(text);
        var denied = document.Claims.Single(c => c.Factuality.Readings == Readings.Denied);
        var act = denied.Body.ShouldBeOfType<EventMention>();
        (act.Type, act.Actors[0].Actor.Country, act.Trigger.In(document.Document.Text)).ShouldBe((type, actor, word));
        denied.Evidence.Contains(act.Trigger).ShouldBeTrue();
        denied.Chain.Links[^1].Gives.HasFlag(Readings.Asserted).ShouldBeFalse();
        denied.Rule.ShouldEndWith("+rebutted");
        document.Claims.ShouldContain(c => c.Body is EventMention && ((EventMention)c.Body).Type == type && c.Factuality.Readings != Readings.Denied);
    }

    [Theory]
    [InlineData("Chile attacked a Peruvian port, Lima said. Santiago did not deny it.")]
    [InlineData("Peru signed a treaty with Chile. Bolivia rejected it.")]
    [InlineData("Chile said that Peru had shelled a village. Peru rejected the report of the border commission.")]
    [InlineData("Peru condemned Chile and denied it.")]
    public void What_is_not_denied_or_not_theirs_is_left(string text) => Some.Coded(text).Claims.ShouldAllBe(c => !c.Rule.EndsWith("+rebutted", StringComparison.Ordinal));

    [Fact]
    public void Of_a_position_the_one_who_replies_holds_the_opposite()
    {
        var positions = Some.Claims<PositionClaim>("Bolivia says that Chile is isolated. Chile dismissed the claim.");
        positions.Select(p => (p.Holder!.Actor.Id, p.Stance)).ShouldBe([("BOL", "for"), ("CHL", "against")], ignoreOrder: true);
    }
}
