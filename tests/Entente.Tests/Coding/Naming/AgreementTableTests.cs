using Entente.Claims;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

/// <summary>data/agreements.tsv: treaties and initiatives, with their days, and who was party when.</summary>
public sealed class AgreementTableTests
{
    private static readonly Namer Namer = Namer.Load();
    private static readonly IReadOnlyList<TableRow> Rows = Table.Shipped("agreements").Rows;
    private static readonly string[] Kinds = ["treaty", "convention", "protocol", "agreement", "accord", "pact", "memorandum", "declaration", "charter", "initiative", "plan", "format", "doctrine"];
    private static readonly string?[] Scopes = ["bilateral", "group", "open", null];

    [Fact]
    public void Rows_are_whole()
    {
        Rows.Count.ShouldBeGreaterThan(300);
        Rows.Select(r => r.Required("id")).ShouldBeUnique();
        Rows.Where(r => r["source"] is null || !Kinds.Contains(r.Required("kind")) || !Scopes.Contains(r["scope"]) || r["scope"] is null && r["kind"] is not ("doctrine" or "initiative")).Select(r => $"line {r.Line}").ShouldBeEmpty();
    }

    [Fact]
    public void Days_are_in_order_and_lie_before_the_editors_last()
    {
        foreach (var row in Rows)
        {
            row.When().Earliest.GetValueOrDefault().ShouldBeLessThan(new DateOnly(2026, 11, 30), $"line {row.Line}");
            (row.When("signed", "from").Earliest ?? DateOnly.MinValue).ShouldBeLessThanOrEqualTo(row.When().Latest ?? DateOnly.MaxValue, $"line {row.Line}");
        }
    }

    [Fact]
    public void One_name_means_one_agreement() => Rows.SelectMany(r => r.List("aliases").Append(r.Required("name")).Select(n => (Name: n.ToLowerInvariant(), Id: r["id"]))).Distinct()
        .GroupBy(n => n.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Every_name_is_found_and_nothing_in_it_is_an_actor()
    {
        foreach (var row in Rows)
        {
            foreach (var name in row.List("aliases").Append(row.Required("name")))
            {
                var all = Namer.Explain($"They spoke of the {name} yesterday.", new DateOnly(2023, 6, 1));
                all.ShouldHaveSingleItem(name).Id.ShouldBe("agreement:" + row["id"], name);
            }
        }
    }

    [Theory]
    [InlineData("inf", "2018-06-01", "RUS: party since 1991-12-26; USA: party since 1988-06-01")]
    [InlineData("inf", "1989-06-01", "SUN: party since 1988-06-01; USA: party since 1988-06-01")]
    [InlineData("inf", "2020-06-01", "")]
    [InlineData("new-start", "2024-06-01", "RUS: suspended since 2023-02-28; USA: party since 2011-02-05")]
    [InlineData("jcpoa", "2019-06-01", "CHN: party since 2015-10-18; DEU: party since 2015-10-18; European Union: party since 2015-10-18; FRA: party since 2015-10-18; GBR: party since 2015-10-18; IRN: party since 2015-10-18; RUS: party since 2015-10-18; USA: left since 2018-05-08")]
    [InlineData("phase-one-deal", "2021-06-01", "CHN: party since 2020-02-14; USA: party since 2020-02-14")]
    public void Who_was_in_it_is_told_by_the_day(string id, string day, string expected)
    {
        var name = Rows.Single(r => r["id"] == id).Required("name");
        string.Join("; ", Namer.Explain(name, DateOnly.ParseExact(day, "yyyy-MM-dd")).Single().Members.Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("the INF treaty", "treaty, signed 1987-12-08, in force since 1988-06-01, until 2019-08-02")]
    [InlineData("the Monroe Doctrine", "doctrine, since 1823-12-02")]
    [InlineData("the Belt and Road Initiative", "initiative, since 2013-09-07")]
    public void It_is_told_as_an_agreement_and_no_actor(string phrase, string days)
    {
        var why = Namer.Explain(phrase, null).Single();
        why.Via.ShouldBe("agreement");
        why.Reason.ShouldBe($"An agreement, not an actor: {days}.");
        why.Rows.Single().ShouldStartWith("agreements.tsv");
    }

    [Fact]
    public void Paris_is_the_place_the_government_or_part_of_a_name()
    {
        const string text = "Paris praised the Paris agreement, which was made in Paris; the Paris climate deal was no deal of Paris.";
        var all = Namer.Explain(text, new DateOnly(2023, 6, 1));
        all.Select(e => $"{e.Words}={e.Id ?? e.Name}").ShouldBe(["Paris=FRA:GOV", "Paris agreement=agreement:paris-agreement", "Paris=Paris", "Paris climate deal=agreement:paris-agreement", "Paris=FRA:GOV"]);
    }

    [Theory]
    [InlineData("Manila and Washington spoke of the Mutual Defense Treaty.", "agreement:us-philippines-mdt")]
    [InlineData("Seoul and Washington spoke of the Mutual Defence Treaty.", "agreement:us-korea-mdt")]
    [InlineData("They spoke of a Mutual Defense Treaty.", null)]
    public void A_name_of_several_is_decided_by_the_words_beside_it(string text, string? id) => Namer.Explain(text, null).SingleOrDefault(e => e.Via == "agreement")?.Id.ShouldBe(id);
}
