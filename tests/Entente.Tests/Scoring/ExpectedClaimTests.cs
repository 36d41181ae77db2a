using Entente.Claims;
using Entente.Claims.Scoring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Scoring;

/// <summary>The notation of gold: what a line asserts, what it leaves open, and what is wrong with a line that can't be read.</summary>
public sealed class ExpectedClaimTests
{
    [Fact]
    public void A_line_asserts_what_it_mentions()
    {
        var claim = ExpectedClaim.Parse("CONSULT visit | actor CHN + person:xi-jinping | recipient - | planned opinion PR not | 2023-03-20/2023-04 relative | via the ministry > \"officials\" | trigger visit | context diplomatic");
        (claim.Kind, claim.Type, claim.Mode, claim.IsOptional).ShouldBe((ClaimKind.Event, EventType.Consult, "visit", false));
        claim.Actors!.Select(a => a.Text).ShouldBe(["CHN", "person:xi-jinping"]);
        claim.Recipients.ShouldBeEmpty();
        (claim.Readings, claim.Polarity, claim.Certainty).ShouldBe((Readings.Planned | Readings.Opinion, Polarity.Negative, Certainty.Probable));
        (claim.Time, claim.TimeBasis).ShouldBe((new DateInterval(new DateOnly(2023, 3, 20), new DateOnly(2023, 4, 30)), "relative"));
        claim.Via.ShouldBe(["the ministry", "\"officials\""]);
        (claim.Trigger, claim.Contexts!.Single()).ShouldBe(("visit", "diplomatic"));
    }

    [Fact]
    public void What_a_line_does_not_mention_is_left_open()
    {
        var claim = ExpectedClaim.Parse("? ASSAULT");
        (claim.IsOptional, claim.Mode, claim.Actors, claim.Recipients, claim.Readings, claim.Time, claim.Via).ShouldBe((true, null, null, null, Readings.None, null, null));
    }

    [Theory]
    [InlineData("figure 19.8 % up", 19.8, null, "%", "up")]
    [InlineData("figure 190 billion USD", 190e9, null, "USD", null)]
    [InlineData("figure 300..400 soldier ~", 300, 400d, "soldier", "~")]
    [InlineData("count 40", 40, null, null, null)]
    public void A_number_has_scale_unit_and_change(string line, double value, double? high, string? unit, string? change) =>
        ExpectedClaim.Parse(line).Quantity.ShouldBe(new ExpectedQuantity(value, high, unit, change));

    [Theory]
    [InlineData("VISIT | actor CHN", "VISIT")]
    [InlineData("event | actor CHN", "event")]
    [InlineData("CONSULT | actor China", "China")]
    [InlineData("CONSULT | actor", "names nobody")]
    [InlineData("CONSULT | plannned", "plannned")]
    [InlineData("CONSULT | 2023-13-01", "2023-13-01")]
    [InlineData("figure many", "many")]
    public void A_wrong_line_says_what_is_wrong(string line, string about) => Should.Throw<FormatException>(() => ExpectedClaim.Parse(line)).Message.ShouldContain(about);

    [Theory]
    [InlineData("RUS", true)]
    [InlineData("RUS:GOV", true)]
    [InlineData("RUS:MIL", false)]
    [InlineData("person:vladimir-putin", true)]
    [InlineData("\"president\"", true)]
    [InlineData("\"Putin\"", true)]
    [InlineData("CHN", false)]
    public void An_actor_fits_by_country_sector_id_or_words(string expected, bool fits)
    {
        const string Text = "The president spoke.";
        var mention = new ActorMention(new TextSpan(4, 13), new Actor("person:vladimir-putin", "Vladimir Putin", ActorKind.Person) { Country = "RUS", Sector = "GOV" });
        new ExpectedActor(expected).Fits(mention, Text).ShouldBe(fits);
    }
}
