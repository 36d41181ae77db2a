using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

/// <summary>Who holds what: which side, who takes it, whom it is about, and why.</summary>
public sealed class PositionFinderTests
{
    [Theory]
    [InlineData("Chad supports a ceasefire.", "for")]
    [InlineData("Chad called for a ceasefire.", "for")]
    [InlineData("Chad rejected a ceasefire.", "against")]
    [InlineData("Chad does not support a ceasefire.", "against")]
    [InlineData("Chad refused to support a ceasefire.", "against")]
    [InlineData("Chad did not condemn the ceasefire.", "unsure")]
    [InlineData("Chad is sceptical of a ceasefire.", "unsure")]
    [InlineData("Chad called for an end to the ceasefire.", "against")]
    [InlineData("Chad warned against a breach of the ceasefire.", "for")]
    [InlineData("Chad said that the ceasefire must be lifted.", "against")]
    [InlineData("A ceasefire is impossible, Chad said.", "against")]
    [InlineData("A ceasefire is the only solution, Chad said.", "for")]
    [InlineData("Chad called the ceasefire a mistake.", "against")]
    [InlineData("Chad is against a ceasefire.", "against")]
    [InlineData("Chad is not against a ceasefire.", "unsure")]
    [InlineData("Chad has not decided whether it supports a ceasefire.", "unsure")]
    [InlineData("Chad said that the ceasefire hurts the poor and should be lifted.", "against")]
    public void A_word_of_attitude_tells_the_side(string text, string stance)
    {
        var position = Some.Claims<PositionClaim>(text).Single(p => p.Proposition == "ceasefire");
        position.Stance.ShouldBe(stance);
        position.Holder?.Actor.Id.ShouldBe("TCD");
    }

    [Theory]
    [InlineData("Anna Berg, a historian, believes that an alliance already exists in all but name.", "for", "name:anna-berg")]
    [InlineData("Anna Berg, a historian, sees no alliance.", "against", "name:anna-berg")]
    [InlineData("There is no alliance, Kenya said.", "against", "KEN")]
    [InlineData("Chad describes the partnership with Niger as no alliance.", "against", "TCD")]
    [InlineData("Kenya regards Chad and Niger as allies.", "for", "KEN")]
    [InlineData("The two countries are not allies, Kenya said.", "against", "KEN")]
    public void An_alliance_of_the_two_talked_of_is_held_or_not(string text, string stance, string holder)
    {
        var position = Some.Claims<PositionClaim>("Chad and Niger have signed a pact. Chad thanked Niger. " + text).ShouldHaveSingleItem();
        (position.Proposition, position.Stance, position.Holder!.Actor.Id).ShouldBe(("alliance:NER-TCD", stance, holder));
    }

    [Theory]
    [InlineData("India is of the view that the world is multipolar.", "for", "IND")]
    [InlineData("India's position is that the world is multipolar.", "for", "IND")]
    [InlineData("India stands by its view that the world is multipolar.", "for", "IND")]
    [InlineData("India rejects the view that the world is multipolar.", "against", "IND")]
    public void A_view_is_held_by_whose_it_is(string text, string stance, string holder)
    {
        var position = Some.Claims<PositionClaim>(text).ShouldHaveSingleItem();
        (position.Stance, position.Holder!.Actor.Id).ShouldBe((stance, holder));
    }

    [Theory]
    [InlineData("The alliance between Chad and Niger is a fiction, Kenya said.", "against")]
    [InlineData("The alliance between Chad and Niger is no fiction, Kenya said.", "for")]
    [InlineData("The alliance between Chad and Niger is a mistake, Kenya said.", "for")]
    public void What_is_called_a_fiction_is_said_not_to_be(string text, string stance) => Some.Claims<PositionClaim>(text).ShouldHaveSingleItem().Stance.ShouldBe(stance);

    [Theory]
    [InlineData("Kenya considers Somalia an enemy.", "for")]
    [InlineData("Kenya no longer considers Somalia an enemy.", "against")]
    public void What_somebody_is_called_is_not_only_thought_over(string text, string stance) => Some.Claims<PositionClaim>(text).ShouldHaveSingleItem().Stance.ShouldBe(stance);

    [Theory]
    [InlineData("Among writers it is a trope that the world is multipolar.", "group:trope")]
    [InlineData("The minister said that the visit showed that the world is multipolar.", "group:minister")]
    public void What_many_hold_and_what_a_thing_shows_is_held_by_people(string text, string holder) =>
        Some.Claims<PositionClaim>(text).Single(p => p.Proposition == "world-multipolar").Holder?.Actor.Id.ShouldBe(holder);

    [Fact]
    public void Who_wants_it_holds_it_however_far_off_it_is() =>
        Some.Coded("Chad and Niger want a ceasefire.").Claims.Where(c => c.Body is PositionClaim).Select(c => c.Factuality.Readings).ShouldBe([Readings.Opinion, Readings.Opinion]);

    [Fact]
    public void Those_joined_in_a_source_hold_it_together() => Some.Claims<PositionClaim>("Chad and its Western allies say that the ceasefire is a mistake.")
        .Select(p => p.Holder?.Actor.Id).ShouldBe(["TCD", "org:the-west"], ignoreOrder: true);

    [Theory]
    [InlineData("Chad does not think that the world is multipolar.", "against")]
    [InlineData("The world is multipolar, Chad said.", "for")]
    [InlineData("The world is not multipolar, Chad said.", "against")]
    [InlineData("Chad doubted that the world is multipolar.", "unsure")]
    [InlineData("Chad rejects the claim that the world is multipolar.", "against")]
    [InlineData("The world may be multipolar, Chad said.", "unsure")]
    [InlineData("The world is no longer multipolar, Chad said.", "against")]
    public void What_is_stated_is_held_by_who_says_so(string text, string stance)
    {
        var position = Some.Claims<PositionClaim>(text).Single(p => p.Proposition == "world-multipolar");
        position.Stance.ShouldBe(stance);
        position.Holder!.Actor.Id.ShouldBe("TCD");
    }

    [Fact]
    public void Each_of_several_holds_it() =>
        Some.Claims<PositionClaim>("Chad and Niger oppose unilateral sanctions.").Select(p => p.Holder!.Actor.Id).Order().ShouldBe(["NER", "TCD"]);

    [Theory]
    [InlineData("Chad supports a ceasefire, because it would open the roads.", "because it would open the roads")]
    [InlineData("Chad opposes decoupling, arguing that it hurts farmers.", "arguing that it hurts farmers")]
    [InlineData("Chad opposes decoupling on the grounds that it hurts farmers.", "on the grounds that it hurts farmers")]
    public void The_reason_is_given_in_its_words(string text, string reason) =>
        Some.Claims<PositionClaim>(text).Single().Reason!.Value.In(text).ShouldBe(reason);

    [Theory]
    [InlineData("Chad condemned the sanctions against Niger.", "sanctions:NER")]
    [InlineData("Chad regards Niger as a threat.", "threat:NER")]
    [InlineData("Chad accused Niger of supporting terrorism.", "terrorism-state:NER")]
    [InlineData("Chad and Niger are allies.", "alliance:NER-TCD")]
    [InlineData("Chad rejected a normalisation with Niger.", "normal-relations:NER-TCD")]
    public void A_proposition_names_whom_it_is_about(string text, string proposition) => Some.Claims<PositionClaim>(text).Select(p => p.Proposition).ShouldBe([proposition]);

    [Theory]
    [InlineData("Chad and Niger signed the ceasefire in May.")]
    [InlineData("The ceasefire in Chad began in May.")]
    [InlineData("If the world becomes multipolar, Chad will gain.")]
    [InlineData("Reporters asked Chad whether it supports a ceasefire.")]
    [InlineData("Chad said that the treaty would abolish the tariffs.")]
    [InlineData("Chad did not sign the paper that supports a ceasefire.")]
    public void Nobody_takes_a_side_where_none_is_told(string text) => Some.Claims<PositionClaim>(text).ShouldBeEmpty();
}
