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

    [Theory]
    [InlineData("organisations")]
    [InlineData("outlets")]
    [InlineData("outlet-owners")]
    [InlineData("places")]
    [InlineData("agreements")]
    [InlineData("memberships")]
    [InlineData("offices")]
    public void Every_row_names_a_source_that_the_header_explains(string table)
    {
        Rows(table).Where(r => r["source"] is null).Select(r => $"line {r.Line}").ShouldBeEmpty();
        var head = string.Join('\n', File.ReadLines(Repository.PathOf("data", table + ".tsv")).TakeWhile(l => l.StartsWith('#')));
        Rows(table).Select(r => r.Required("source")).Distinct(StringComparer.Ordinal).Where(s => !head.Contains(s, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Places_are_on_the_map_and_of_a_kind()
    {
        string[] kinds = ["capital", "city", "region", "breakaway", "site", "state", "nation", "sea", "river", "continent"];
        Rows("places").Count().ShouldBeGreaterThan(3000);
        Rows("places").Select(r => r.Required("name")).ShouldBeUnique();
        Rows("places").Where(r => !kinds.Contains(r.Required("kind")) || r["country"] is null && r["kind"] is not ("sea" or "river" or "region" or "continent")).Select(r => r["name"]).ShouldBeEmpty();
        Rows("places").Where(r => !OnMap(r, "latitude", 90) || !OnMap(r, "longitude", 180)).Select(r => r["name"]).ShouldBeEmpty();

        static bool OnMap(TableRow row, string column, double most) => double.TryParse(row[column], System.Globalization.CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most;
    }

    /// <summary>A point that lies far from all others of its country is a slip of the pen, but for what lies overseas.</summary>
    [Fact]
    public void Places_of_a_country_lie_together()
    {
        string[] overseas = ["USA", "FRA", "GBR", "RUS", "NLD", "ESP", "PRT", "CHL", "ECU", "AUS", "NZL", "ZAF", "NOR", "KIR", "PYF", "DNK", "SYC", "IND", "CAN", "BRA", "CHN", "IDN", "MUS"];
        foreach (var places in Rows("places").Where(r => r["country"] is { } c && !overseas.Contains(c)).GroupBy(r => r["country"]))
        {
            var (north, east) = (Median(places, "latitude"), Median(places, "longitude"));
            places.Where(r => Math.Abs(Degrees(r, "latitude") - north) > 22 || Math.Abs(Degrees(r, "longitude") - east) > 40).Select(r => $"{r["country"]}: {r["name"]}").ShouldBeEmpty();
        }

        static double Degrees(TableRow row, string column) => double.Parse(row.Required(column), System.Globalization.CultureInfo.InvariantCulture);
        static double Median(IEnumerable<TableRow> rows, string column) => rows.Select(r => Degrees(r, column)).Order().ToArray() is var all ? all[all.Length / 2] : 0;
    }

    [Fact]
    public void Organisations_of_offices_and_memberships_exist()
    {
        var known = Rows("organisations").Select(r => "org:" + r.Required("id")).Concat(Rows("agreements").Select(r => "agreement:" + r.Required("id"))).ToHashSet();
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

    /// <summary>One name of two things is decided by the words around it: of a palace and who sits in it by a word of place, of people by the day, of the rest by what data/name-contexts.tsv or the day says.</summary>
    [Fact]
    public void Names_of_two_kinds_are_those_that_something_decides()
    {
        string[] seats = ["10 Downing Street", "Blue House", "Buckingham Palace", "Capitol Hill", "Downing Street", "Elysee Palace", "Kremlin", "Pentagon", "Vatican City", "Westminster", "White House", "Whitehall", "Zhongnanhai", "the West", "Élysée Palace"];
        var names = new List<(string Name, string Meaning)>();
        names.AddRange(Rows("countries").SelectMany(r => r.List("aliases").Append(r.Required("name")).Select(a => (a, r.Required("iso3")))));
        names.AddRange(Rows("places").SelectMany(r => r.List("aliases").Append(r.Required("name")).Select(a => (a, "place:" + r["name"]))));
        names.AddRange(Rows("organisations").SelectMany(r => r.List("aliases").Append(r.Required("name")).Select(a => (a, "org"))));
        names.AddRange(Rows("outlets").SelectMany(r => r.List("aliases").Append(r.Required("name")).Select(a => (a, "org"))));
        names.AddRange(Rows("offices").Where(r => r["common"] is null).SelectMany(r => r.List("aliases").Append(r.Required("person")).Select(a => (a, "person"))));
        names.AddRange(Rows("agreements").SelectMany(r => r.List("aliases").Append(r.Required("name")).Select(a => (a, "agreement:" + r["id"]))));
        names.AddRange(Rows("name-traps").Select(r => (r.Required("phrase"), "trap")));
        names.GroupBy(n => n.Name, StringComparer.Ordinal).Where(g => g.Select(n => n.Meaning).Distinct().Count() > 1 && !seats.Contains(g.Key)).Select(g => g.Key).ShouldBeEmpty();
        foreach (var seat in seats)
        {
            Namer.Explain($"{seat} said so.", null).ShouldContain(e => e.Id != null, seat);
        }
    }

    [Fact]
    public void People_of_one_name_are_told_apart_by_the_day()
    {
        var shared = Rows("offices").Where(r => r["common"] is null).SelectMany(r => r.List("aliases").Append(r.Required("person")).Select(a => (Name: a, Person: r.Required("person")))).Distinct()
            .GroupBy(n => n.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
        shared.Order(StringComparer.Ordinal).ShouldBe(["Andris Bērziņš", "George Bush"]);
        Namer.Explain("George Bush", new DateOnly(1991, 2, 1)).Single().Id.ShouldBe("person:george-h-w-bush");
        Namer.Explain("George Bush", new DateOnly(2003, 2, 1)).Single().Id.ShouldBe("person:george-w-bush");
        Namer.Explain("Andris Berzins", new DateOnly(2001, 2, 1)).Single().Id.ShouldBe("person:andris-berzins-prime-minister");
        Namer.Explain("Andris Bērziņš", new DateOnly(2013, 2, 1)).Single().Id.ShouldBe("person:andris-berzins");
    }

    [Theory]
    [InlineData("Wolfgang Schussel", "2001-02-01", "Wolfgang Schüssel")]
    [InlineData("Wolfgang Schüssel", "2001-02-01", "Wolfgang Schüssel")]
    [InlineData("Lech Walesa", "1991-02-01", "Lech Wałęsa")]
    [InlineData("Ekrem Imamoglu", "2023-02-01", "Ekrem İmamoğlu")]
    [InlineData("Radoslaw Sikorski", "2024-02-01", "Radosław Sikorski")]
    [InlineData("Peter Szijjarto", "2024-02-01", "Péter Szijjártó")]
    [InlineData("Sirodjidin Aslov", "2020-02-01", "Sirodjidin Aslov")]
    public void Names_match_with_accents_and_without(string written, string day, string name) =>
        Namer.Resolve(written, DateOnly.ParseExact(day, "yyyy-MM-dd")).Name.ShouldBe(name);

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
