using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

/// <summary>What a relationship or a party is called, whom it is about, and who uses the words.</summary>
public sealed class LabelFinderTests
{
    public static TheoryData<string, string> Nouns { get; } = new(Table.Shipped("label-nouns").Rows.Where(r => r["example"] is not null).Select(r => (r.Required("word"), r.Required("example"))));

    public static TheoryData<string> Verbs { get; } = new(Table.Shipped("label-verbs").Rows.Select(r => r.Required("example")));

    [Theory]
    [MemberData(nameof(Nouns))]
    public void A_noun_makes_a_label_of_its_example(string noun, string example)
    {
        var (claim, text) = Labels(example).ShouldHaveSingleItem(example);
        text.ShouldContain(noun, Case.Insensitive);
        claim.About.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_that_names_makes_a_label(string example)
    {
        var (claim, text) = Labels(example).ShouldHaveSingleItem();
        text.ShouldBe("dear friend");
        claim.By.Select(b => b.Actor.Id).ShouldBe(["TCD"]);
        claim.About.Select(a => a.Actor.Id).ShouldContain("NER");
    }

    [Theory]
    [InlineData("Belarus, a close ally of Russia, closed the border.", "close ally", "BLR", "RUS")]
    [InlineData("China became Russia's largest trading partner.", "largest trading partner", "CHN", "RUS")]
    [InlineData("Mali feared the emerging Chad-Niger axis.", "axis", "NER", "TCD")]
    [InlineData("An unbreakable friendship between Pakistan and China was praised.", "unbreakable friendship", "CHN", "PAK")]
    [InlineData("Chad offered Niger a limitless partnership.", "limitless partnership", "NER", "TCD")]
    [InlineData("Mali wants to define Chad openly as the enemy of Niger.", "enemy of Niger", "NER", "TCD")]
    [InlineData("Chad and Niger cast themselves as defenders of a fairer order.", "defenders of a fairer order", "NER", "TCD")]
    public void The_parties_are_those_of_the_words_of_the_label(string text, string words, params string[] parties)
    {
        var (claim, label) = Labels(text).ShouldHaveSingleItem();
        label.ShouldBe(words);
        claim.About.Select(a => a.Actor.Id).Order().ShouldBe(parties);
    }

    [Theory]
    [InlineData("Kenya and Ethiopia are not enemies.", "enemies")]
    [InlineData("In place of an alliance Chad and Niger have closer trade.", "alliance")]
    public void A_label_that_is_denied_or_avoided_is_negative(string text, string words) =>
        Some.Coded(text).Claims.Single(c => c.Body is LabelClaim l && l.Words.In(text) == words).Factuality.Polarity.ShouldBe(Polarity.Negative);

    [Fact]
    public void Who_names_is_the_origin() => Some.Coded("Chad called Niger a dear friend.").Claims.Single(c => c.Body is LabelClaim).Chain.Origin!.Actor.ShouldBe("TCD");

    public static TheoryData<string, string> States { get; } = new(new[] { "relation-states", "label-patterns" }.SelectMany(t => Table.Shipped(t).Rows.Select(r => (t, r.Required("example")))));

    [Theory]
    [MemberData(nameof(States))]
    public void A_row_makes_a_label_of_its_example(string table, string example) => Labels(example).ShouldContain(l => l.Claim.About.Count > 1, table);

    [Theory]
    [InlineData("Chad's relations with Niger deteriorated further after the vote.", "deteriorated further", "NER", "TCD")]
    [InlineData("Russia has ties with Niger, which sank to new lows because of the war.", "sank to new lows", "NER", "RUS")]
    [InlineData("Cooperation between Chad and Niger is far closer than it was.", "far closer", "NER", "TCD")]
    [InlineData("Chad and Niger have deepened their defence cooperation.", "deepened their defence cooperation", "NER", "TCD")]
    [InlineData("Chad and Niger find themselves at odds with Mali.", "at odds", "MLI", "NER", "TCD")]
    [InlineData("The envoy spoke of competition with authoritarian powers, namely Chad and Niger.", "authoritarian powers", "NER", "TCD")]
    [InlineData("Chad and Niger are in bitter conflicts with Mali.", "bitter conflicts", "MLI", "NER", "TCD")]
    [InlineData("Chad became Niger's biggest oil importer.", "biggest oil importer", "NER", "TCD")]
    [InlineData("Togo wants a dialogue with Niger's allies, especially Mali and Benin.", "allies", "BEN", "MLI", "NER")]
    public void How_a_relationship_is_said_to_be_is_a_label(string text, string words, params string[] parties)
    {
        var (claim, label) = Labels(text).ShouldHaveSingleItem();
        label.ShouldBe(words);
        claim.About.Select(a => a.Actor.Id).Order().ShouldBe(parties);
    }

    [Fact]
    public void The_relationship_is_that_of_the_two_named_last() => Labels("Chad and Niger held a meeting. The relationship is better than ever.").ShouldHaveSingleItem()
        .Claim.About.Select(a => a.Actor.Id).ShouldBe(["TCD", "NER"], ignoreOrder: true);

    [Theory]
    [InlineData("Chad warned of security threats.")]
    [InlineData("Chad visited old friends in May.")]
    [InlineData("Chad rejects geopolitical rivalry.")]
    [InlineData("Chad and Niger signed an agreement on trade.")]
    public void Words_that_name_nobody_are_no_label(string text) => Labels(text).ShouldBeEmpty();

    private static List<(LabelClaim Claim, string Words)> Labels(string text) => [.. Some.Claims<LabelClaim>(text).Select(l => (l, l.Words.In(text)))];
}
