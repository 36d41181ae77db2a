using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

/// <summary>Which government a capital stands for depends on the day, and where something happens is no government at all.</summary>
public sealed class CapitalsByDateTests
{
    [Theory]
    [InlineData("Moscow rejected the plan.", 1985, "SUN:GOV")]
    [InlineData("Moscow rejected the plan.", 1995, "RUS:GOV")]
    [InlineData("Belgrade rejected the plan.", 1999, "YUG:GOV")]
    [InlineData("Belgrade rejected the plan.", 2010, "SRB:GOV")]
    [InlineData("Prague rejected the plan.", 1991, "CSK:GOV")]
    [InlineData("Prague rejected the plan.", 1994, "CZE:GOV")]
    public void A_capital_is_the_government_that_sat_there_then(string text, int year, string id) =>
        Some.Coded(text, new PageFacts { Date = new DateOnly(year, 6, 1) }).Actors.Single().Actor.Id.ShouldBe(id);

    [Fact]
    public void Where_it_happens_is_a_place_and_who_acts_is_a_government()
    {
        var coded = Some.Coded("Paris condemned the raid in Tripoli.");
        coded.Actors.ShouldHaveSingleItem().Actor.Id.ShouldBe("FRA:GOV");
        coded.Places.ShouldHaveSingleItem().Country.ShouldBe("LBY");
    }

    [Fact]
    public void The_place_of_an_event_is_where_it_happens_not_whose_it_is()
    {
        var told = Some.Claims<EventMention>("The French president met the Libyan prime minister in Cairo.").ShouldHaveSingleItem();
        told.Place.ShouldNotBeNull().Name.ShouldBe("Cairo");
        told.Actors.Select(a => a.Actor.Country).ShouldBe(["FRA", "LBY"]);
    }

    [Theory]
    [InlineData("Congolese soldiers left Goma.", "COD:MIL")]
    [InlineData("Congolese soldiers left Brazzaville.", "COG:MIL")]
    public void A_people_of_two_states_is_told_by_the_words_beside_it(string text, string id) => Some.Coded(text).Actors[0].Actor.Id.ShouldBe(id);
}
