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

    [Fact]
    public void A_place_is_told_as_one()
    {
        var why = Namer.Explain("in Washington", null).Single();
        why.Id.ShouldBeNull();
        why.Via.ShouldBe("place");
    }

    [Fact]
    public void A_phrase_that_is_passed_over_is_told() => Namer.Explain("the Paris agreement", null).Single().Rows.Single().ShouldStartWith("name-traps.tsv");

    [Fact]
    public void What_is_in_no_table_rests_on_no_row() => Namer.Explain("Prime Minister Bo Lindquist", null).Single(e => e.Id == "name:bo-lindquist").Rows.ShouldBeEmpty();

    [Fact]
    public void Other_meanings_are_told() => Namer.Explain("the Taliban", new DateOnly(1999, 6, 1)).Single().Others.ShouldNotBeEmpty();

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
