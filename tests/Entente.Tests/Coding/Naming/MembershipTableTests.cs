using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

/// <summary>data/memberships.tsv: numbers of members are those of public record.</summary>
public sealed class MembershipTableTests
{
    private static readonly IReadOnlyList<TableRow> Rows = Table.Shipped("memberships").Rows;
    private static readonly string[] Standings = ["member", "permanent member", "elected", "founder", "observer", "candidate", "partner", "dialogue partner", "associate", "suspended", "left", "party", "signatory"];

    [Fact]
    public void Rows_are_whole() => Rows.Where(r => r["source"] is null || !Standings.Contains(r.Required("standing")) || r.When().Earliest is null).Select(r => $"line {r.Line}").ShouldBeEmpty();

    [Theory]
    [InlineData("nato", "1990-06-01", 16)]
    [InlineData("nato", "2004-06-01", 26)]
    [InlineData("nato", "2024-06-01", 32)]
    [InlineData("eu", "1994-06-01", 12)]
    [InlineData("eu", "2005-06-01", 25)]
    [InlineData("eu", "2014-06-01", 28)]
    [InlineData("eu", "2021-06-01", 27)]
    [InlineData("euro-zone", "2023-06-01", 20)]
    [InlineData("euro-zone", "2026-06-01", 21)]
    [InlineData("council-of-europe", "2021-06-01", 47)]
    [InlineData("council-of-europe", "2023-06-01", 46)]
    [InlineData("osce", "2020-06-01", 57)]
    [InlineData("un", "2020-06-01", 193)]
    [InlineData("wto", "2025-06-01", 166)]
    [InlineData("icc", "2025-06-01", 125)]
    [InlineData("african-union", "2024-06-01", 55)]
    [InlineData("arab-league", "2020-06-01", 22)]
    [InlineData("oic", "2020-06-01", 57)]
    [InlineData("oecd", "2022-06-01", 38)]
    [InlineData("commonwealth", "2023-06-01", 56)]
    [InlineData("asean", "2000-06-01", 10)]
    [InlineData("agreement:rcep", "2024-06-01", 15)]
    [InlineData("apec", "2000-06-01", 21)]
    [InlineData("g20", "2024-06-01", 21)]
    [InlineData("brics", "2012-06-01", 5)]
    [InlineData("brics", "2025-06-01", 10)]
    [InlineData("sco", "2003-06-01", 6)]
    [InlineData("sco", "2025-06-01", 10)]
    [InlineData("opec", "2024-06-01", 12)]
    [InlineData("agreement:cptpp", "2025-06-01", 12)]
    [InlineData("csto", "2020-06-01", 6)]
    [InlineData("eaeu", "2020-06-01", 5)]
    [InlineData("gcc", "2020-06-01", 6)]
    public void Organisations_have_as_many_members_as_they_say(string organisation, string day, int members) =>
        On(organisation, DateOnly.ParseExact(day, "yyyy-MM-dd")).Count(r => r.Required("standing") is "member" or "suspended" or "party").ShouldBe(members);

    [Fact]
    public void The_Security_Council_has_five_permanent_and_ten_elected_members_each_year()
    {
        for (var year = 1990; year <= 2026; year++)
        {
            var rows = On("unsc", new DateOnly(year, 7, 1)).ToArray();
            rows.Count(r => r["standing"] == "permanent member").ShouldBe(5, $"{year}");
            rows.Count(r => r["standing"] == "elected").ShouldBe(10, $"{year}");
        }
    }

    private static IEnumerable<TableRow> On(string organisation, DateOnly day) => Rows.Where(r => r["organisation"] == (organisation.Contains(':', StringComparison.Ordinal) ? organisation : "org:" + organisation) && r.When().Contains(day));
}
