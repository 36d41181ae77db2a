using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

/// <summary>Lists of agreements, topics, joint projects, and who is party to them.</summary>
public sealed class AgreementFinderTests
{
    private const string Signed = "The documents signed include a declaration between Chad and Niger on water law, agreements on cooperation in building a light plane, cooperation on border posts, "
        + "and a protocol on the building of a dam. Other agreements concern forestry, insurance and cooperation in the gas sector.";

    [Fact]
    public void Each_item_of_a_list_is_an_agreement_between_the_same_two()
    {
        var agreements = Some.Claims<AgreementClaim>(Signed);
        agreements.Select(a => a.Name).ShouldBe(
            ["declaration between Chad and Niger on water law", "cooperation in building a light plane", "cooperation on border posts", "protocol on the building of a dam", "forestry", "insurance and cooperation in the gas sector"],
            ignoreOrder: true, Signed);
        agreements.ShouldAllBe(a => a.Parties.Select(p => p.Actor.Id).Order().SequenceEqual(new[] { "NER", "TCD" }) && a.State == "signed");
    }

    [Theory]
    [InlineData("There are agreements for Chad to lead on water and for Niger to lead on grazing.", "Chad to lead on water|Niger to lead on grazing")]
    [InlineData("There are dozens of secret agreements between Chad and Niger: to share radar data and to coordinate patrols.", "share radar data|coordinate patrols")]
    public void What_agreements_are_for_is_told_one_by_one(string text, string names)
    {
        var agreements = Some.Claims<AgreementClaim>(text);
        agreements.Select(a => a.Name).ShouldBe(names.Split('|'), ignoreOrder: true);
        agreements.ShouldAllBe(a => a.State == "in force" && a.Parties.Count == 2);
    }

    [Theory]
    [InlineData("Chad and Niger will sign accords on trade next week.", "planned")]
    [InlineData("The trip will open a new chapter, with both sides signing several treaties.", "planned")]
    [InlineData("There are plans for Chad and Niger to conclude trade treaties.", "planned")]
    [InlineData("Chad and Niger are pushing ahead with their pipeline project.", "in force")]
    [InlineData("In a long joint statement, Chad and Niger said they would open three border posts.", "signed")]
    public void The_state_is_that_of_the_words_that_tell_of_it(string text, string state) => Some.Claims<AgreementClaim>(text).ShouldHaveSingleItem().State.ShouldBe(state);

    [Theory]
    [InlineData("The visit brought no agreement on gas between Chad and Niger.")]
    [InlineData("Chad has no extradition treaty with Niger.")]
    [InlineData("Chad and Niger have no defence treaty.")]
    [InlineData("What Chad and Niger signed on Monday contains no contract for the dam.")]
    public void An_agreement_that_is_not_there_is_told_as_not_so(string text) =>
        Some.Coded(text).Claims.Single(c => c.Body is AgreementClaim).Factuality.Polarity.ShouldBe(Polarity.Negative);

    [Theory]
    [InlineData("The talks between Chad and Niger ended with an accord on fishing.")]
    [InlineData("The talks between Chad and Niger ended without a treaty.")]
    [InlineData("Chad and Niger have a great deal in common.")]
    public void What_ends_with_or_without_an_agreement_ends_none(string text) => Some.Claims<AgreementClaim>(text).ShouldBeEmpty();

    [Fact]
    public void A_project_of_one_is_no_agreement() => Some.Claims<AgreementClaim>("Chad is pushing ahead with its pipeline project.").ShouldBeEmpty();

    [Fact]
    public void A_joint_statement_that_is_quoted_twice_is_one() => Some.Claims<AgreementClaim>(
        "In a joint statement, Chad and Niger called for calm. In their joint statement, Chad and Niger also praised the talks.").ShouldHaveSingleItem();

    [Fact]
    public void Who_is_unable_to_negotiate_is_the_party() => Some.Claims<AgreementClaim>("Emmanuel Macron blasted Giorgia Meloni for her inability to negotiate a trade deal with Chad.").ShouldHaveSingleItem()
        .Parties.Select(p => p.Actor.Id).ShouldBe(["person:giorgia-meloni", "TCD"], ignoreOrder: true);
}
