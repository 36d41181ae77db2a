using Entente.Claims;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

/// <summary>data/offices.tsv: who held which office when.</summary>
public sealed class OfficeTableTests
{
    private const int LongestGap = 70;

    private static readonly Offices Offices = Namer.Load().Lexicon.Offices;
    private static readonly IReadOnlyList<TableRow> Rows = Table.Shipped("offices").Rows;

    [Fact]
    public void Nobody_holds_one_office_twice_at_a_time() =>
        Overlaps(Rows.GroupBy(r => (r.Required("person"), r.Required("office"), Where(r)))).ShouldBeEmpty();

    [Fact]
    public void An_office_has_one_holder_at_a_time_unless_it_is_marked() =>
        Overlaps(Rows.Where(r => r["several"] is null).GroupBy(r => (Where(r), r.Required("office"), ""))).ShouldBeEmpty();

    [Fact]
    public void The_first_office_of_a_country_has_one_holder_at_a_time() =>
        Overlaps(Rows.Where(r => r["leader"] is not null).GroupBy(r => (Where(r), "leader", ""))).ShouldBeEmpty();

    [Fact]
    public void An_office_is_marked_for_several_holders_throughout() =>
        Rows.GroupBy(r => (Where(r), r.Required("office"))).Where(g => g.Select(r => r["several"]).Distinct().Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Every_row_names_its_source() => Rows.Where(r => r["source"] is null).Select(r => r.Line).ShouldBeEmpty();

    [Fact]
    public void Other_names_stand_at_the_first_row_of_a_person()
    {
        foreach (var rows in Rows.GroupBy(r => r.Required("person")))
        {
            rows.Skip(1).Where(r => r["aliases"] is not null || r["surnames"] is not null || r["common"] is not null).Select(r => $"line {r.Line}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Offices_that_are_wanted_have_one_holder_each_week()
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, "tests/Entente.Tests/Coding/Naming/wanted-offices.tsv"));
        var wanted = Table.Parse("wanted-offices", reader).Rows;
        wanted.Count.ShouldBeGreaterThan(150);
        wanted.SelectMany(Missing).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RUS", "foreign minister", "2014-03-18", "Sergei Lavrov")]
    [InlineData("CHN", "foreign minister", "2023-06-01", "Qin Gang")]
    [InlineData("CHN", "foreign minister", "2023-08-01", "Wang Yi")]
    [InlineData("DEU", "president", "2011-05-01", "Christian Wulff")]
    [InlineData("JPN", "prime minister", "1994-08-01", "Tomiichi Murayama")]
    [InlineData("SUN", "foreign minister", "1991-02-01", "Alexander Bessmertnykh")]
    [InlineData("CSK", "president", "1991-02-01", "Václav Havel")]
    [InlineData("org:nato", "secretary-general", "1999-04-01", "Javier Solana")]
    [InlineData("org:csto", "secretary-general", "2010-04-01", "Nikolai Bordyuzha")]
    [InlineData("LBN", "president", "2015-04-01", null)]
    [InlineData("CHN", "vice premier", "2015-04-01", null)]
    [InlineData("RUS", "ambassador to united nations", "1994-07-15", null)]
    public void Holders_are_those_of_the_day(string where, string office, string day, string? holder) => Offices.Holder(where, office, DateOnly.ParseExact(day, "yyyy-MM-dd"))?.Name.ShouldBe(holder);

    private static string Where(TableRow row) => row["org"] ?? row.Required("country");

    // two meet in the day, or in the month or year that alone is known, of the change
    private static IEnumerable<string> Overlaps<T>(IEnumerable<IGrouping<T, TableRow>> groups)
    {
        foreach (var rows in groups)
        {
            var ordered = rows.OrderBy(r => r.When().Earliest).ThenBy(r => r.When().Latest ?? DateOnly.MaxValue).ToArray();
            foreach (var (first, second) in ordered.Zip(ordered.Skip(1)))
            {
                var end = first["to"] ?? "9999";
                var begin = second.Required("from");
                var same = Math.Min(end.Length, begin.Length);
                if (string.CompareOrdinal(end[..same], begin[..same]) > 0)
                {
                    yield return $"{rows.Key}: lines {first.Line} and {second.Line}";
                }
            }
        }
    }

    private static IEnumerable<string> Missing(TableRow row)
    {
        var without = row.List("without").Select(s => s.Split('/')).Select(s => new DateInterval(DateOnly.ParseExact(s[0], "yyyy-MM-dd"), DateOnly.ParseExact(s[1], "yyyy-MM-dd"))).ToArray();
        var last = row.When().Latest ?? new DateOnly(2026, 11, 1);
        var missing = 0;
        for (var day = row.When().Earliest!.Value; day < last; day = day.AddDays(7))
        {
            missing = without.Any(w => w.Contains(day)) || Offices.Holder(row.Required("where"), row.Required("office"), day) is not null ? 0 : missing + 7;
            if (missing is > LongestGap and <= LongestGap + 7)
            {
                yield return $"{row["where"]} {row["office"]}: nobody for two months before {day:yyyy-MM-dd}";
            }
        }
    }
}
