using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Claims.Accepting;
using Shouldly;
using Xunit;

namespace Entente.Tests.Accepting;

/// <summary>What another coder writes in a form of its own is taken where it can mean one thing alone, and told.</summary>
public sealed class ForgivingTests
{
    private const string Loans = "Lund is in Sweden. Ghana borrowed another billion dollars in March. It was mainly in loansto build roads, and Sweden may lend half a million kronor to farmers. "
        + "Sweden and Ghana spoke to the press, and Sweden gave 300 people a loan. Ghana thanked Sweden.";

    [Fact]
    public void A_name_as_an_id_is_written_as_a_slug()
    {
        var accepted = GoodClaims.Accept(GoodClaims.Spoilt(GoodClaims.Of("role"), "role.person.id", "\"name:Kari Holm\""));
        ((RoleClaim)accepted.Claim!.Body).Person.Actor.Id.ShouldBe("name:kari-holm");
        accepted.Notes.ShouldHaveSingleItem().Message.ShouldBe("role.person.id: 'name:Kari Holm' is written name:kari-holm.");
    }

    [Theory]
    [InlineData("Sweden may lend half a million kronor to farmers", "Sweden", 110, "whose[0]: 'Sweden' was found by its words at 110–116.")]
    [InlineData("Sweden and Ghana spoke to the press, and Sweden gave 300 people a loan", "Sweden", 160, "the first of 2 places in the evidence.")]
    [InlineData("may lend half a million kronor", "Sweden", 110, "of 5 places the nearest before the evidence.")]
    [InlineData("Ghana borrowed another billion dollars in March", "loan", 226, null)]
    public void Of_several_places_of_a_quote_the_one_that_the_evidence_points_to_is_taken(string evidence, string quote, int at, string? note)
    {
        var found = Figure(evidence, evidence, null, null, null, quote);
        if (note is null)
        {
            found.Notes.ShouldContain(n => n.Message.EndsWith($"'{quote}' was found by its words at {at}–{at + quote.Length}.", StringComparison.Ordinal), Messages(found));
            return;
        }

        found.Notes.ShouldContain(n => n.Message.EndsWith(note, StringComparison.Ordinal) && n.Message.Contains($"at {at}–", StringComparison.Ordinal), Messages(found));
    }

    [Theory]
    [InlineData("another billion dollars", 1e9, true)]
    [InlineData("another billion dollars", 2e9, false)]
    [InlineData("half a million kronor", 5e5, true)]
    [InlineData("half a million kronor", 1.5e6, false)]
    public void A_number_without_a_number_word_is_told_by_its_scale(string words, double value, bool isTold) =>
        (Figure(words, words, value, null, null, null).Reasons.Count == 0).ShouldBe(isTold);

    [Theory]
    [InlineData("dollars", "USD")]
    [InlineData("per cent", "%")]
    [InlineData("dollars per barrel", "USD/barrel")]
    [InlineData("tonnes", "t")]
    [InlineData("person", "person")]
    [InlineData("people", "people")]
    [InlineData("farmer", "farmer")]
    public void A_unit_is_known_by_its_code_its_words_and_as_a_word_of_the_text(string unit, string taken) =>
        ((FigureClaim)Figure("another billion dollars", "another billion dollars", null, unit, null, null).Claim!.Body).Quantity.Unit.ShouldBe(taken);

    [Theory]
    [InlineData("may lend half a million kronor", "loan", "lend")]
    [InlineData("mainly in loansto build roads, and Sweden may lend half a million kronor", "loans", "loans")]
    [InlineData("Ghana borrowed another billion dollars", "debt", "borrowed")]
    public void A_measure_is_told_by_any_of_its_words(string evidence, string of, string word)
    {
        var accepted = Figure(evidence, evidence, null, null, of, null);
        accepted.Reasons.ShouldBeEmpty(Messages(accepted));
        ((FigureClaim)accepted.Claim!.Body).Quantity.Of!.Value.In(Loans).ShouldBe(word);
    }

    [Fact]
    public void Words_that_the_page_runs_together_are_two()
    {
        var text = new AcceptedText(Loans);
        text.CutWord(new TextSpan(0, Loans.IndexOf("loansto", StringComparison.Ordinal) + 5)).ShouldBeNull();
        text.CutWord(new TextSpan(0, Loans.IndexOf("loansto", StringComparison.Ordinal) + 4)).ShouldBe("loansto");
        text.CutWord(new TextSpan(0, Loans.IndexOf("mainly", StringComparison.Ordinal) + 4)).ShouldBe("mainly");
    }

    [Theory]
    [InlineData("Northern Wire", true)]
    [InlineData("The Northern Wire", true)]
    [InlineData("northernwire.example", true)]
    [InlineData("Southern Wire", false)]
    public void A_page_has_the_publisher_that_it_has(string name, bool isTaken)
    {
        var claim = GoodClaims.Of("event");
        claim["chain"] = new JsonArray(new JsonObject { ["name"] = name, ["kind"] = "publisher" });
        (GoodClaims.Accept(claim, new AcceptedText(GoodClaims.Text) { Publisher = "Northern Wire" }).Claim is not null).ShouldBe(isTaken);
        GoodClaims.Accept(claim).Claim.ShouldNotBeNull();
    }

    private static Acceptance Figure(string evidence, string words, double? value, string? unit, string? of, string? whose)
    {
        var figure = new JsonObject { ["quote"] = words, ["change"] = "=", ["value"] = value, ["unit"] = unit, ["of"] = of };
        figure["whose"] = whose is null ? null : new JsonArray(new JsonObject { ["quote"] = whose, ["id"] = whose == "Sweden" ? "SWE" : "name:loan", ["name"] = whose, ["kind"] = whose == "Sweden" ? "country" : "body" });
        return GoodClaims.Accept(
            new JsonObject
            {
                ["kind"] = "figure", ["figure"] = figure, ["evidence"] = new JsonObject { ["quote"] = evidence }, ["confidence"] = 0.5,
                ["factuality"] = new JsonObject { ["certainty"] = "CT", ["polarity"] = "+", ["readings"] = new JsonArray("asserted") },
            },
            new AcceptedText(Loans) { FindQuotes = true });
    }

    private static string Messages(Acceptance accepted) => string.Join('\n', accepted.Reasons.Concat(accepted.Notes).Select(n => n.Message));
}
