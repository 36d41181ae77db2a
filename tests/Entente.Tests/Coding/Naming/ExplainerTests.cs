using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

/// <summary>Why a phrase was resolved as it was.</summary>
public sealed class ExplainerTests
{
    private static readonly Namer Namer = Namer.Load();

    [Theory]
    [InlineData("the French president", "person:emmanuel-macron", "office", "Held the office on 2023-06-01", "(president, FRA, 2017-05-14/..)")]
    [InlineData("Washington said no.", "USA:GOV", "capital", "without a word of place", "places.tsv")]
    [InlineData("Putin", "person:vladimir-putin", "surname", "short form", "(president, RUS, 2012-05-07/..)")]
    [InlineData("NATO", "org:nato", "acronym", "name in the tables", "organisations.tsv")]
    [InlineData("Russian", "RUS", "demonym", "adjective", "countries.tsv")]
    public void The_choice_is_explained(string phrase, string id, string via, string reason, string row)
    {
        var why = Namer.Explain(phrase, new DateOnly(2023, 6, 1)).Single();
        why.Id.ShouldBe(id);
        why.Via.ShouldBe(via);
        why.Reason.ShouldContain(reason);
        why.Rows.ShouldContain(r => r.Contains(row), string.Join("; ", why.Rows));
    }

    [Theory]
    [InlineData("the French president", "2025-06-01", false)]
    [InlineData("the French president", "2026-10-01", true)]
    [InlineData("the French president", "2012-02-01", false)]
    [InlineData("NATO allies", "2025-06-01", false)]
    [InlineData("NATO allies", "2026-10-01", true)]
    [InlineData("the Paris agreement", "2026-10-01", true)]
    [InlineData("the INF treaty", "2026-10-01", false)]
    public void Days_after_what_the_tables_know_are_told(string phrase, string day, bool told) =>
        Namer.Explain(phrase, DateOnly.ParseExact(day, "yyyy-MM-dd")).Single().Reason.Contains("the table may not know", StringComparison.Ordinal).ShouldBe(told);

    [Fact]
    public void A_place_is_told_as_one()
    {
        var why = Namer.Explain("in Washington", null).Single();
        why.Id.ShouldBeNull();
        why.Via.ShouldBe("place");
    }

    [Fact]
    public void A_phrase_that_is_passed_over_is_told() => Namer.Explain("the Korean War", null).Single().Rows.Single().ShouldStartWith("name-traps.tsv");

    [Fact]
    public void What_is_in_no_table_rests_on_no_row() => Namer.Explain("Prime Minister Bo Lindquist", null).Single(e => e.Id == "name:bo-lindquist").Rows.ShouldBeEmpty();

    [Fact]
    public void Other_meanings_are_told() => Namer.Explain("the Taliban", new DateOnly(1999, 6, 1)).Single().Others.ShouldNotBeEmpty();

    [Theory]
    [InlineData("Finland", "2022-06-01", "NATO", null)]
    [InlineData("Finland", "2023-06-01", "NATO", "member since 2023-04-04")]
    [InlineData("Russia", "2023-06-01", "Council of Europe", null)]
    [InlineData("Russia", "2020-06-01", "Council of Europe", "member since 1996-02-28")]
    [InlineData("Qatar", "2018-06-01", "OPEC", "member since")]
    [InlineData("Qatar", "2020-06-01", "OPEC", null)]
    [InlineData("Niger", "2024-06-01", "African Union", "suspended since 2023-08-22")]
    [InlineData("Ukraine", "2024-06-01", "European Union", "candidate since 2022")]
    [InlineData("Japan", "2023-06-01", "UN Security Council", "elected since 2023")]
    [InlineData("China", "2002-06-01", "World Trade Organization", "member since 2001-12-11")]
    [InlineData("China", "2000-06-01", "World Trade Organization", null)]
    [InlineData("North Korea", "2000-06-01", "Non-Proliferation Treaty", "party since 1985-12-12")]
    [InlineData("North Korea", "2010-06-01", "Non-Proliferation Treaty", "left since 2003-01-10")]
    [InlineData("Palestine", "2020-06-01", "United Nations", "observer since 1974-11-22")]
    public void A_state_is_told_with_what_it_was_in(string state, string day, string organisation, string? standing)
    {
        var told = Namer.Explain(state, DateOnly.ParseExact(day, "yyyy-MM-dd")).Single().Memberships.Where(m => m.StartsWith(organisation + ": ", StringComparison.Ordinal)).ToArray();
        if (standing is null)
        {
            told.ShouldBeEmpty();
        }
        else
        {
            told.Single().ShouldContain(standing);
        }
    }

    [Fact]
    public void Rows_are_those_of_the_files()
    {
        foreach (var why in Namer.Explain("The German chancellor met NATO in Paris, and Reuters said that the Kremlin agreed.", new DateOnly(2023, 6, 1)))
        {
            foreach (var row in why.Rows.Select(r => r.Split(" (")[0].Split(".tsv, line ")))
            {
                var lines = File.ReadAllLines(Repository.PathOf("data", row[0] + ".tsv"));
                lines[int.Parse(row[1]) - 1].ShouldContain(row[0] is "offices" or "places" ? why.Name.Split(' ')[0] : why.Name, Case.Insensitive);
            }
        }
    }
}
