using System.Text.Json;
using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>Treaties and initiatives of data/agreements.tsv as claims are about them.</summary>
public sealed class NamedAgreementTests
{
    [Theory]
    [InlineData("The United States withdrew from the INF treaty.", EventType.Sanction, "withdraw", "USA", "agreement:inf")]
    [InlineData("Russia signed New START in Prague.", EventType.Support, null, "RUS", "agreement:new-start")]
    [InlineData("Israel and Bahrain signed the Abraham Accords.", EventType.Support, null, "ISR BHR", "agreement:abraham-accords")]
    [InlineData("Iran violated the JCPOA.", EventType.Reject, null, "IRN", "agreement:jcpoa")]
    [InlineData("Italy left the Belt and Road Initiative.", EventType.Sanction, "withdraw", "ITA", "agreement:bri")]
    [InlineData("Under the Minsk agreements, Ukraine attacked Russia.", EventType.Assault, null, "UKR", null)]
    public void An_act_is_about_it_and_it_is_no_actor(string text, EventType type, string? mode, string actors, string? agreement)
    {
        var mention = Some.Claims<EventMention>(text).First(e => e.Type == type);
        mention.Mode.ShouldBe(mode);
        string.Join(' ', mention.Actors.Select(a => a.Actor.Id)).ShouldBe(actors);
        mention.Recipients.ShouldNotContain(r => r.Actor.Id.StartsWith("agreement:", StringComparison.Ordinal) || r.Actor.Id == "FRA:GOV" || r.Actor.Id == "BLR:GOV");
        mention.Agreement?.Id.ShouldBe(agreement);
    }

    [Theory]
    [InlineData("The United States left the Iran nuclear deal in 2018. Iran then violated the deal.", "agreement:jcpoa")]
    [InlineData("Russia signed New START with the United States in 2010. Moscow suspended the treaty in 2023.", "agreement:new-start")]
    [InlineData("Italy joined the Paris Agreement. Chad and Niger signed a treaty on fishing. Niger later left the treaty.", null)]
    [InlineData("Russia signed New START. It also signed the INF treaty. Moscow later suspended the treaty.", null)]
    [InlineData("Russia signed New START. Moscow later suspended the treaty on fishing.", null)]
    public void The_treaty_is_the_one_named_before(string text, string? id)
    {
        var mention = Some.Claims<EventMention>(text)[^1].Agreement;
        mention?.Id.ShouldBe(id);
        mention?.Via.ShouldBe("noun");
        (mention is null).ShouldBe(id is null);
    }

    [Theory]
    [InlineData("Britain joined the CPTPP.", EventType.Support, "agreement:cptpp")]
    [InlineData("Iran pulled out of the NPT.", EventType.Sanction, "agreement:npt")]
    [InlineData("Turkey acceded to the Paris Agreement.", EventType.Support, "agreement:paris-agreement")]
    public void To_join_and_to_leave_are_acts_too(string text, EventType type, string id)
    {
        var mention = Some.Claims<EventMention>(text).ShouldHaveSingleItem();
        (mention.Type, mention.Agreement?.Id).ShouldBe((type, id));
    }

    [Fact]
    public void A_name_alone_tells_of_no_act() => Some.Claims<EventMention>("The Oslo accords between Israel and Palestine were long.").ShouldBeEmpty();

    [Theory]
    [InlineData("China applied to join the CPTPP.", "CHN", "agreement:cptpp", "candidate")]
    [InlineData("Italy will leave the Belt and Road Initiative.", "ITA", "agreement:bri", "left")]
    [InlineData("The United States withdrew from the Paris agreement.", "USA", "agreement:paris-agreement", "left")]
    public void Who_joins_and_leaves_is_a_claim_of_membership(string text, string actor, string id, string standing)
    {
        var coded = Some.Coded(text);
        var claim = coded.Claims.Select(c => c.Body).OfType<MembershipClaim>().ShouldHaveSingleItem();
        (claim.Actor.Actor.Id, claim.Organisation.Actor.Id, claim.Standing).ShouldBe((actor, id, standing));
        coded.Claims.ShouldNotContain(c => c.Body is AgreementClaim, "the others stay in it");
    }

    [Fact]
    public void A_claim_of_an_agreement_has_its_id()
    {
        var claim = Some.Claims<AgreementClaim>("Moscow suspended the New START treaty with the United States.").ShouldHaveSingleItem();
        (claim.Id, claim.Name, claim.State).ShouldBe(("agreement:new-start", "New START treaty with the United States", "ended"));
        Some.Claims<AgreementClaim>("Russia and China signed an agreement on customs cooperation.").ShouldHaveSingleItem().Id.ShouldBeNull();
    }

    [Fact]
    public void The_coded_document_lists_them_apart_from_actors_and_places()
    {
        var coded = Some.Coder.Code(Some.Page("Paris said that the Paris agreement and the Budapest Memorandum hold in Budapest."));
        var schema = JsonSchema.Read(Repository.PathOf("docs", "coded-document.schema.json"));
        using var json = JsonDocument.Parse(CodedJson.Write(coded.Documents[0], coded.Read));
        schema.Errors(json.RootElement).ShouldBeEmpty();
        Ids("agreements", "id").ShouldBe(["agreement:paris-agreement", "agreement:budapest-memorandum"]);
        Ids("actors", "id").ShouldBe(["FRA:GOV"]);
        Ids("places", "name").ShouldBe(["Budapest"]);

        IEnumerable<string?> Ids(string layer, string property) => json.RootElement.GetProperty(layer).EnumerateArray().Select(a => a.GetProperty(property).GetString());
    }
}
