using Entente.Claims;
using Entente.Record.Exchanging;
using Shouldly;
using Xunit;

namespace Entente.Tests.Exchanging;

/// <summary>Numbers of states are those of the day, and where a system has none there is none.</summary>
public sealed class StateCodesTests
{
    private static readonly StateCodes Codes = StateCodes.Load();

    [Theory]
    [InlineData("DEU", "1989-06-01", "260", "260")]
    [InlineData("DEU", "1990-10-02", "260", "260")]
    [InlineData("DEU", "1991-06-01", "255", "260")]
    [InlineData("DDR", "1989-06-01", "265", "265")]
    [InlineData("DDR", "1991-06-01", null, null)]
    [InlineData("SUN", "1989-06-01", "365", "365")]
    [InlineData("SUN", "1992-06-01", null, null)]
    [InlineData("RUS", "1992-06-01", "365", "365")]
    [InlineData("UKR", "1989-06-01", null, null)]
    [InlineData("UKR", "1992-06-01", "369", "369")]
    [InlineData("YUG", "1989-06-01", "345", "345")]
    [InlineData("YUG", "2007-06-01", null, null)]
    [InlineData("SRB", "1989-06-01", null, null)]
    [InlineData("SRB", "1999-04-01", "345", "345")]
    [InlineData("SRB", "2010-06-01", "345", "340")]
    [InlineData("MNE", "2005-06-01", null, null)]
    [InlineData("MNE", "2010-06-01", "341", "341")]
    [InlineData("CSK", "1992-06-01", "315", "315")]
    [InlineData("CZE", "1992-06-01", null, null)]
    [InlineData("CZE", "1993-06-01", "316", "316")]
    [InlineData("SDN", "2011-07-08", "625", "625")]
    [InlineData("SDN", "2011-07-10", "625", "625")]
    [InlineData("SSD", "2011-07-08", null, null)]
    [InlineData("SSD", "2011-07-10", "626", "626")]
    [InlineData("TWN", "2020-06-01", "713", "713")]
    [InlineData("PSE", "2020-06-01", null, null)]
    [InlineData("XKX", "2007-06-01", null, null)]
    [InlineData("XKX", "2008-06-01", "347", "347")]
    [InlineData("YEM", "1989-06-01", "678", "678")]
    [InlineData("YEM", "1991-06-01", "679", "678")]
    [InlineData("HKG", "2020-06-01", null, null)]
    [InlineData("IGO", "2020-06-01", null, null)]
    public void Numbers_are_those_of_the_day(string country, string day, string? cow, string? gw)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd");
        Codes.Cow(country, on).ShouldBe(cow);
        Codes.GleditschWard(country, on).ShouldBe(gw);
    }

    [Fact]
    public void Without_a_day_only_a_number_that_never_changed_is_told()
    {
        Codes.Cow("DEU", null).ShouldBeNull();
        Codes.Cow("FRA", null).ShouldBe("220");
        Codes.Cow(null, null).ShouldBeNull();
    }

    [Fact]
    public void A_country_has_one_number_in_a_system_at_a_time()
    {
        foreach (var spells in Table.Shipped("state-codes").Rows.GroupBy(r => (r["iso3"], r["system"])))
        {
            var ordered = spells.Select(r => r.When()).OrderBy(w => w.Earliest).ToArray();
            ordered.Zip(ordered.Skip(1)).ShouldAllBe(p => p.First.Latest < p.Second.Earliest, spells.Key.ToString());
        }
    }

    [Fact]
    public void Countries_of_the_codes_exist_and_codes_are_written_as_their_systems_write_them()
    {
        var countries = Table.Shipped("countries").Rows;
        var known = countries.Select(r => r.Required("iso3")).ToHashSet();
        Table.Shipped("state-codes").Rows.ShouldAllBe(r => known.Contains(r.Required("iso3")) && int.Parse(r.Required("code")) > 0);
        countries.SelectMany(r => r.List("fips")).ShouldAllBe(f => f.Length == 2);
        countries.Select(r => r["cameo"]).OfType<string>().ShouldAllBe(c => c.Length == 3);
        countries.Where(r => r["cow"] is not null && r["capital"] is null).Select(r => r["name"]).ShouldBeEmpty();
        countries.Where(r => r["cow"] is not null && (r["adjectives"] is null || r["demonyms"] is null) && r["iso3"] != "DMA").Select(r => r["name"]).ShouldBeEmpty();
    }
}
