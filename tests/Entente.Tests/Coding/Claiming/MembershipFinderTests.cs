using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

/// <summary>Who is in which organisation, and how that is told.</summary>
public sealed class MembershipFinderTests
{
    [Fact]
    public void Joined_names_are_members_of_each_body() => Some.Claims<MembershipClaim>("Ghana and Togo belong to the African Union and the United Nations.")
        .Select(m => (m.Actor.Actor.Id, m.Organisation.Actor.Id)).ShouldBe([("GHA", "org:african-union"), ("GHA", "org:un"), ("TGO", "org:african-union"), ("TGO", "org:un")], ignoreOrder: true);

    [Theory]
    [InlineData("The prospect of Chad joining NATO worries Niger.")]
    [InlineData("They fear the prospect of Chad joining NATO.")]
    public void A_prospect_is_no_fact(string text)
    {
        var claim = Some.Coded(text).Claims.Single(c => c.Body is MembershipClaim);
        claim.Factuality.Readings.ShouldBe(Readings.Hypothetical);
    }

    [Fact]
    public void Who_will_not_take_part_leaves_and_nothing_is_denied()
    {
        var claim = Some.Coded("China praised the Belt and Road Initiative. Italy declared it would not take part in China's initiative.").Claims.Single(c => c.Body is MembershipClaim);
        var body = (MembershipClaim)claim.Body;
        (body.Actor.Actor.Id, body.Standing, claim.Factuality.Polarity).ShouldBe(("ITA", "left", Polarity.Positive));
    }

    [Fact]
    public void Friends_of_a_country_are_not_the_country() => Some.Claims<MembershipClaim>("US allies joined NATO in May.").ShouldBeEmpty();
}
