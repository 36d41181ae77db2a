using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

/// <summary>Which offices a text gives to whom, and whose they are.</summary>
public sealed class RoleFinderTests
{
    public static TheoryData<string> Verbs { get; } = new(Table.Shipped("role-verbs").Rows.Select(r => r.Required("example")));

    [Theory]
    [InlineData("Norwegian foreign minister Anna Berg left.", "Anna Berg", "foreign minister", "NOR")]
    [InlineData("Norway's prime minister, Erik Holm, flew to Berlin.", "Erik Holm", "prime minister", "NOR")]
    [InlineData("Olga Petrova, Norway's ambassador to Chad, left.", "Olga Petrova", "ambassador to Chad", "NOR")]
    [InlineData("Analysts such as former German ambassador to Poland Karl Meier deny it.", "Karl Meier", "former ambassador to Poland", "DEU")]
    [InlineData("Boris Lund, who resigned last week as Danish finance minister, praised her.", "Boris Lund", "finance minister", "DNK")]
    [InlineData("He praised her rival, Boris Lund, who resigned as Danish finance minister.", "Boris Lund", "finance minister", "DNK")]
    [InlineData("Erik Holm secured a third term as Norway's prime minister.", "Erik Holm", "prime minister", "NOR")]
    [InlineData("He met Kremlin adviser Boris Lund.", "Boris Lund", "Kremlin adviser", "RUS")]
    [InlineData("In the talks, FBI agent Peter Holm said nothing.", "Peter Holm", "FBI agent", "USA")]
    [InlineData("He spoke to former DNI Karl Meier.", "Karl Meier", "former DNI", null)]
    public void The_words_beside_a_name_give_its_office(string text, string person, string office, string? country)
    {
        var role = Some.Claims<RoleClaim>(text).ShouldHaveSingleItem();
        role.Person.Actor.Name.ShouldBe(person);
        role.Office.ShouldBe(office);
        role.Country.ShouldBe(country);
        role.Via.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_beside_as_gives_an_office(string example) => Some.Claims<RoleClaim>(example).ShouldContain(r => r.Person.Actor.Name == "Jonas Sandvik");

    [Fact]
    public void Two_offices_joined_are_two() =>
        Some.Claims<RoleClaim>("Karl Lund, the king's private secretary and chairman of Norway's State Council, meets them often.").Select(r => r.Office).Order()
            .ShouldBe(["chairman of Norway's State Council", "king's private secretary"]);

    [Fact]
    public void An_office_in_the_plural_is_held_by_each() => Some.Claims<RoleClaim>("Presidents Putin and Xi met in Moscow.").Select(r => (r.Person.Actor.Name, r.Office)).Order()
        .ShouldBe([("Vladimir Putin", "President"), ("Xi Jinping", "President")]);

    [Fact]
    public void Ministers_named_behind_their_office_hold_it() => Some.Claims<RoleClaim>("The two countries' foreign ministers – Anna Berg and Olga Petrova – did not meet.").Select(r => (r.Person.Actor.Name, r.Office)).Order()
        .ShouldBe([("Anna Berg", "foreign minister"), ("Olga Petrova", "foreign minister")]);

    [Fact]
    public void A_country_that_only_the_person_tells_says_so()
    {
        var role = Some.Claims<RoleClaim>("President Xi Jinping left.").ShouldHaveSingleItem();
        (role.Country, role.Via).ShouldBe(("CHN", "person"));
    }

    [Theory]
    [InlineData("The minister met the president, Erik Holm said.")]
    [InlineData("Erik Holm met Anna Berg in Oslo.")]
    public void Who_only_stands_near_an_office_does_not_hold_it(string text) => Some.Claims<RoleClaim>(text).ShouldBeEmpty();
}
