using Entente.Claims;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

public sealed class NamingTableTests
{
    private static readonly Namer Namer = Namer.Load();
    private static readonly string[] NoCountry = ["IGO", "NGO", "IMG"];

    private static IEnumerable<TableRow> Rows(string table) => Table.Shipped(table).Rows;

    private static readonly HashSet<string> Countries = [.. Rows("countries").Select(r => r.Required("iso3"))];

    private static readonly HashSet<string> Sectors = [.. Rows("sectors").Select(r => r.Required("code"))];

    [Fact]
    public void Codes_of_countries_are_unique_and_well_formed()
    {
        Rows("countries").Select(r => r.Required("iso3")).ShouldBeUnique();
        Rows("countries").ShouldAllBe(r => r.Required("iso3").Length == 3 && r.Required("iso2").Length == 2);
        Rows("countries").Single(r => r["iso3"] == "NAM")["iso2"].ShouldBe("NA");
        Rows("countries").Single(r => r["iso3"] == "XKX")["cow"].ShouldBe("347");
        Rows("countries").Single(r => r["iso3"] == "DEU")["gw"].ShouldBe("260");
    }

    [Theory]
    [InlineData("places", "country")]
    [InlineData("organisations", "country")]
    [InlineData("offices", "country")]
    [InlineData("outlets", "country")]
    [InlineData("leaders", "country")]
    [InlineData("role-nouns", "country")]
    public void Countries_that_a_table_names_exist(string table, string column) =>
        Rows(table).Select(r => r[column]).OfType<string>().Where(c => !Countries.Contains(c) && !NoCountry.Contains(c)).ShouldBeEmpty();

    [Theory]
    [InlineData("organisations")]
    [InlineData("offices")]
    [InlineData("role-nouns")]
    public void Sectors_that_a_table_names_exist(string table) => Rows(table).Select(r => r["sector"]).OfType<string>().Where(s => !Sectors.Contains(s)).ShouldBeEmpty();

    [Fact]
    public void Organisations_of_offices_and_memberships_exist()
    {
        var known = Rows("organisations").Select(r => "org:" + r.Required("id")).ToHashSet();
        Rows("organisations").Select(r => r.Required("id")).ShouldBeUnique();
        Rows("offices").Select(r => r["org"]).OfType<string>().Where(o => !known.Contains(o)).ShouldBeEmpty();
        Rows("memberships").Select(r => r.Required("organisation")).Where(o => !known.Contains(o)).ShouldBeEmpty();
        Rows("memberships").Select(r => r.Required("actor")).Where(a => !known.Contains(a) && !Countries.Contains(a)).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_a_member_twice_at_a_time()
    {
        foreach (var spells in Rows("memberships").GroupBy(r => (r.Required("actor"), r.Required("organisation"))))
        {
            var ordered = spells.Select(r => (From: r.Required("from"), To: r["to"] ?? "9999-12-31")).Order().ToArray();
            ordered.Zip(ordered.Skip(1)).ShouldAllBe(p => string.CompareOrdinal(p.First.To, p.Second.From) <= 0, spells.Key.ToString());
        }
    }

    [Fact]
    public void Names_of_bodies_are_shared_only_where_the_date_or_the_context_decides()
    {
        string[] shared = ["Taliban", "PTI", "RSF", "SDF", "PIF", "ABC", "NTV", "SPA", "PAP"];
        Rows("organisations").Concat(Rows("outlets")).SelectMany(r => r.List("aliases").Append(r.Required("name")).Distinct())
            .GroupBy(a => a, StringComparer.Ordinal).Where(g => g.Count() > 1 && !shared.Contains(g.Key)).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Names_mean_something_else_only_beside_the_words_that_decide()
    {
        foreach (var row in Rows("name-contexts"))
        {
            var text = row.Required("example");
            var name = row.Required("name");
            var words = row.List("words");
            words.ShouldContain(w => text.Contains(w, StringComparison.OrdinalIgnoreCase), text);
            Namer.Explain(text, new DateOnly(2023, 6, 1)).ShouldContain(e => e.Words.Contains(name) && e.Rows.Any(r => r == $"name-contexts.tsv, line {row.Line}"), text);
            Namer.Explain(name + " said.", new DateOnly(2023, 6, 1)).ShouldNotContain(e => e.Rows.Any(r => r.StartsWith("name-contexts", StringComparison.Ordinal)), name);
        }
    }

    [Fact]
    public void Traps_hold_no_actor()
    {
        foreach (var row in Rows("name-traps"))
        {
            var text = row.Required("example");
            var at = text.IndexOf(row.Required("phrase"), StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, text);
            var span = new TextSpan(at, row.Required("phrase").Length);
            var whole = new TextSpan(0, text.Length);
            var document = new AnalyzedDocument(new Document("test", text, [new Block(whole, BlockRole.Body, whole)]), [], []);
            Namer.Find(document, new DateOnly(2023, 6, 1), out _).Actors.ShouldNotContain(a => a.Span.Overlaps(span), text);
        }
    }
}
