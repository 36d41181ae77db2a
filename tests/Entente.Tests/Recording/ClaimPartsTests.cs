using Entente.Claims;
using Entente.Record.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

public sealed class ClaimPartsTests
{
    private static readonly TextSpan Nowhere = new(0, 0);

    [Theory]
    [InlineData(190e9, null, "USD", "=", "190 billion USD")]
    [InlineData(19.8, null, "%", "up", "+19.8 %")]
    [InlineData(2e6, 3e6, "barrel/day", "~", "~ 2 million–3 million barrel/day")]
    [InlineData(1250, null, null, "=", "1,250")]
    public void A_figure_reads_as_a_person_would_write_it(double value, double? high, string? unit, string change, string gist)
    {
        var figure = new FigureClaim(new Quantity(Nowhere, value) { High = high, Unit = unit, Change = change });
        ClaimParts.Gist(new Claim("c", figure, Nowhere, "test"), "text").ShouldBe(gist);
    }

    [Fact]
    public void An_act_stands_in_the_dyads_of_those_who_act_and_those_acted_on()
    {
        var act = new EventMention(EventType.Accuse, null, Nowhere)
        {
            Actors = [Mention("RUS", "RUS"), Mention("CHN", "CHN")],
            Recipients = [Mention("org:nato", "IGO", ActorKind.Organisation), Mention("USA", "USA"), Mention("group:sailors", null, ActorKind.Group)],
        };
        ClaimParts.Dyads(act).ShouldBe([("RUS", "org:nato"), ("RUS", "USA"), ("CHN", "org:nato"), ("CHN", "USA")], ignoreOrder: true);
    }

    [Fact]
    public void Those_who_are_in_an_organisation_count_as_it() =>
        ClaimParts.Dyads(new EventMention(EventType.Accuse, null, Nowhere) { Actors = [Mention("org:nato:members", "IGO", ActorKind.Group)], Recipients = [Mention("RUS", "RUS")] }).ShouldBe([("RUS", "org:nato")]);

    [Fact]
    public void An_act_is_told_with_the_treaty_it_is_about()
    {
        var act = new EventMention(EventType.Sanction, "withdraw", Nowhere) { Actors = [Mention("USA", "USA")], Agreement = new AgreementMention(Nowhere, "agreement:inf", "INF Treaty", "treaty") };
        ClaimParts.Gist(new Claim("c", act, Nowhere, "test"), "text").ShouldEndWith(": SANCTION withdraw (INF Treaty)");
        ClaimParts.Words(act, "text").ShouldBe("INF Treaty");
    }

    [Fact]
    public void A_mutual_act_stands_in_the_dyads_of_all_its_parties_and_nobody_is_a_dyad_with_himself()
    {
        var act = new EventMention(EventType.Consult, "visit", Nowhere)
        {
            Actors = [Mention("person:xi-jinping", "CHN", ActorKind.Person), Mention("CHN", "CHN"), Mention("RUS", "RUS")],
        };
        ClaimParts.Dyads(act).ShouldBe([("CHN", "RUS")]);
    }

    private static ActorMention Mention(string id, string? country, ActorKind kind = ActorKind.Country) => new(Nowhere, new Actor(id, id, kind) { Country = country });
}
