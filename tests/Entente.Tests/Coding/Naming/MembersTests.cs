using Entente.Claims;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

/// <summary>Those who are in an organisation, taken together, by data/member-nouns.tsv and the day.</summary>
public sealed class MembersTests
{
    private static readonly Namer Namer = Namer.Load();

    [Fact]
    public void Every_row_finds_its_example()
    {
        foreach (var row in Table.Shipped("member-nouns").Rows)
        {
            var text = row.Required("example");
            var why = Namer.Explain(text, new DateOnly(2025, 6, 1)).ShouldHaveSingleItem(text);
            why.Id.ShouldBe(row.Required("means"), text);
            why.Via.ShouldBe("members", text);
            why.Rows.ShouldContain($"member-nouns.tsv, line {row.Line}", text);
            why.Members.ShouldNotBeEmpty(text);
        }
    }

    [Theory]
    [InlineData("EU member states", "2019-06-01", 28, "GBR")]
    [InlineData("EU member states", "2021-06-01", 27, null)]
    [InlineData("NATO allies", "2022-06-01", 30, null)]
    [InlineData("NATO allies", "2024-06-01", 32, "SWE")]
    [InlineData("BRICS members", "2012-06-01", 5, "ZAF")]
    [InlineData("BRICS members", "2025-06-01", 10, "IDN")]
    [InlineData("the G7 countries", "2020-06-01", 7, "CAN")]
    [InlineData("the five permanent members", "2020-06-01", 5, "RUS")]
    [InlineData("the non-permanent members of the Security Council", "2023-06-01", 10, "JPN")]
    public void Who_they_are_is_told_by_the_day(string phrase, string day, int count, string? one)
    {
        var members = Namer.Explain(phrase, DateOnly.ParseExact(day, "yyyy-MM-dd")).ShouldHaveSingleItem().Members.Where(m => !m.Contains("European Union", StringComparison.Ordinal)).ToArray();
        members.Length.ShouldBe(count);
        if (one is not null)
        {
            members.ShouldContain(m => m.StartsWith(one + ": ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("The members of the African Union agreed.", "org:african-union:members")]
    [InlineData("Turkey, a NATO member, agreed.", "TUR org:nato")]
    [InlineData("US allies agreed.", "USA")]
    [InlineData("The members of the EU delegation agreed.", "org:eu")]
    [InlineData("The permanent members of the choir agreed.", "")]
    [InlineData("Members of the European Parliament agreed.", "org:european-parliament")]
    public void One_of_them_and_others_are_not_all(string text, string ids) => string.Join(' ', Namer.Explain(text, new DateOnly(2023, 6, 1)).Select(e => e.Id)).ShouldBe(ids);

    [Fact]
    public void They_act_in_events() => Some.Claims<EventMention>("NATO allies condemned Russia.").ShouldHaveSingleItem().Actors.ShouldHaveSingleItem().Actor.Id.ShouldBe("org:nato:members");
}
