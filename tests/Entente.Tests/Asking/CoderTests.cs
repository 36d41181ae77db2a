using System.Text;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Entente.Tests.Accepting;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

/// <summary>Other coders beside Entente's own: where they agree, and what they say otherwise.</summary>
public sealed class CoderTests
{
    private const string Ann = "Ann";

    [Fact]
    public void Who_sends_what_Entente_itself_codes_agrees_in_all()
    {
        using var pages = new Pages();
        foreach (var sample in Some.SamplePages())
        {
            File.Copy(sample, Path.Combine(pages.Folder, Path.GetFileName(sample)));
        }

        pages.Read();
        var archive = Archive.Open(pages.Record());
        var lines = string.Join('\n', archive.Documents().Select(d => Encoding.UTF8.GetString(archive.Coded(d.Id)!)));
        using (var ledger = Ledger.Open(pages.Record()))
        {
            var report = new GuestRecorder(ledger, GoodClaims.Accepter, Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(lines)), new AcceptOptions { Coder = "twin" }, n => n.ShouldBeNull());
            report.Accepted.ShouldBe(archive.Claims().Count);
            report.Documents.ShouldBe(archive.Documents().Count);
        }

        var row = archive.Coders().ShouldHaveSingleItem();
        row.ShouldBe(new CoderRow("twin", archive.Documents().Count) { Claims = archive.Claims().Count, Same = archive.Claims().Count });
        row.Agreement.ShouldBe(1);
        archive.CoderDifferences("twin").ShouldBeEmpty();
        archive.Claims(new ClaimFilter { Coder = "twin" }).Select(c => c.Gist).ShouldBe(archive.Claims().Select(c => c.Gist), ignoreOrder: true);
        Verifier.Verify(pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("event.type", "\"AGREE\"", "type")]
    [InlineData("event.recipients", """[{"start":249,"end":255,"id":"org:ecowas","name":"ECOWAS","kind":"organisation"}]""", "recipients")]
    [InlineData("event.actors[1]", null, "actors")]
    [InlineData("time", """{"earliest":"2023-03-15","latest":"2023-03-15","basis":"stated"}""", "time")]
    [InlineData("factuality.readings[0]", "\"planned\"", "readings")]
    [InlineData("factuality.polarity", "\"-\"", "polarity")]
    [InlineData("factuality.certainty", "\"PR\"", "certainty")]
    [InlineData("chain", "[{\"name\":\"Ghana\",\"kind\":\"body\",\"actor\":\"GHA\"}]", "source")]
    [InlineData("event.place.name", "\"Ghana\"", "place")]
    public void In_what_two_coders_differ_is_told(string path, string? json, string part)
    {
        var theirs = json is null ? Without(GoodClaims.Of("event")) : GoodClaims.Spoilt(GoodClaims.Of("event"), path, json);
        Compared(theirs, GoodClaims.Of("event")).ShouldHaveSingleItem().In.ShouldBe([part]);
    }

    [Theory]
    [InlineData("event", "time")]
    [InlineData("event", "event.place")]
    [InlineData("event", "event.contexts")]
    [InlineData("figure", "figure.period")]
    [InlineData("figure", "figure.of")]
    [InlineData("position", "position.reason")]
    public void What_one_leaves_open_is_no_difference(string kind, string path) =>
        Compared(GoodClaims.Spoilt(GoodClaims.Of(kind), path, null), GoodClaims.Of(kind)).ShouldHaveSingleItem().In.ShouldBeEmpty();

    [Theory]
    [InlineData("count", "count.n", "3.0", "")]
    [InlineData("membership", "membership.standing", "\"observer\"", "standing")]
    [InlineData("agreement", "agreement.state", "\"in force\"", "state")]
    [InlineData("agreement", "agreement.name", "\"pact\"", "words")]
    [InlineData("label", "label.words", "\"friend\"", "words")]
    [InlineData("role", "role.office", "\"minister\"", "words")]
    [InlineData("position", "position.stance", "\"against\"", "stance")]
    [InlineData("figure", "figure.unit", "\"EUR\"", "unit")]
    [InlineData("figure", "figure.whose", "[]", "whose")]
    public void Claims_of_every_kind_are_set_beside_each_other(string kind, string path, string json, string part) =>
        string.Join(' ', Compared(GoodClaims.Spoilt(GoodClaims.Of(kind), path, json), GoodClaims.Of(kind)).ShouldHaveSingleItem().In).ShouldBe(part);

    [Theory]
    [InlineData("event", "event", """{"type":"COOPERATE","trigger":{"start":19,"end":25},"actors":[{"start":2,"end":8,"id":"NOR","name":"Norway","kind":"country"}],"recipients":[{"start":13,"end":18,"id":"GHA","name":"Ghana","kind":"country"}]}""")]
    [InlineData("figure", "figure.period", "\"2023-01-01/2023-12-31\"")]
    [InlineData("figure", "figure.unit", "\"USD\"")]
    public void What_is_written_in_two_ways_is_no_difference(string kind, string path, string json) =>
        Compared(GoodClaims.Spoilt(GoodClaims.Of(kind), path, json), GoodClaims.Of(kind)).ShouldHaveSingleItem().In.ShouldBeEmpty();

    [Theory]
    [InlineData("figure", "figure.period", "\"2023-01/2023-04\"", "\"2023-01/2023-05\"", "period")]
    [InlineData("figure", "figure.period", "\"P3M\"", "\"P4M\"", "period")]
    [InlineData("figure", "figure.unit", "\"pact\"", "\"friend\"", "unit")]
    [InlineData("agreement", "agreement.name", "\"fishing pact\"", "\"Norway fishing pact\"", "")]
    [InlineData("agreement", "agreement.name", "\"fishing pact\"", "\"pact\"", "words")]
    public void What_means_something_else_is_a_difference(string kind, string path, string json, string other, string part) =>
        string.Join(' ', Compared(GoodClaims.Spoilt(GoodClaims.Of(kind), path, json), GoodClaims.Spoilt(GoodClaims.Of(kind), path, other)).ShouldHaveSingleItem().In).ShouldBe(part);

    [Theory]
    [InlineData("CONSULT", null, "")]
    [InlineData("CONSULT", "visit", "actors recipients")]
    [InlineData("AGREE", null, "")]
    [InlineData("SUPPORT", null, "actors recipients")]
    [InlineData("ASSAULT", null, "actors recipients")]
    public void What_is_done_together_may_be_told_from_either_side(string type, string? mode, string part)
    {
        var (joint, aimed) = (GoodClaims.Of("event"), GoodClaims.Of("event"));
        var ghana = aimed["event"]!["actors"]![1]!.DeepClone();
        aimed["event"]!["actors"]!.AsArray().RemoveAt(1);
        aimed["event"]!["recipients"] = new JsonArray(ghana);
        foreach (var claim in new[] { joint, aimed })
        {
            (claim["event"]!["type"], claim["event"]!["mode"]) = (type, mode);
        }

        string.Join(' ', Compared(joint, aimed).ShouldHaveSingleItem().In).ShouldBe(part);
    }

    [Fact]
    public void Claims_of_other_words_or_other_kinds_are_different_claims()
    {
        var pairs = Compared(GoodClaims.Of("label"), GoodClaims.Of("role"));
        pairs.Count.ShouldBe(2);
        pairs.ShouldAllBe(p => p.In.Count == 0 && (p.Theirs == null || p.Ours == null));
        Compared(GoodClaims.Of("event"), GoodClaims.Of("figure")).Count.ShouldBe(2);
    }

    [Fact]
    public void A_difference_is_told_with_both_claims_and_nothing_else_of_the_record_changes()
    {
        using var guests = new Guests();
        var archive = Archive.Open(guests.File);
        var own = archive.Claims(new ClaimFilter { Kind = ClaimKind.Event }).First(c => c.Trigger!.Value.In(GoodClaims.Text) == "signed");
        var (matters, months, totals) = (archive.Matters(), archive.DyadMonths(), archive.Totals());
        var theirs = GoodClaims.Spoilt(GoodClaims.Of("event"), "factuality.readings[0]", "\"planned\"");
        guests.Accept(Guests.Line(theirs), new AcceptOptions { Coder = Ann }).Report.Accepted.ShouldBe(1);

        var difference = archive.CoderDifferences(Ann, ClaimKind.Event)!.Single(d => d.Theirs is not null);
        difference.Ours!.Id.ShouldBe(own.Id);
        difference.In.ShouldContain("readings");
        difference.Theirs!.Coder.ShouldBe(Ann);
        difference.Ours.Coder.ShouldBeNull();
        archive.Claim(difference.Theirs.Id)!.Told.ShouldBe("planned");
        archive.Claim(difference.Theirs.Id)!.Stand.ShouldBe("planned");
        archive.ClaimsOfOthers(Guests.Document).ShouldHaveSingleItem().Id.ShouldBe(difference.Theirs.Id);
        archive.Claims(new ClaimFilter { Coder = Ann, Kind = ClaimKind.Event }).ShouldHaveSingleItem().Parties.Count.ShouldBe(2);
        archive.Claims(new ClaimFilter { Coder = "nobody" }).ShouldBeEmpty();
        archive.CoderDifferences("nobody").ShouldBeNull();
        archive.CoderDifferences("test").ShouldBeNull();
        archive.Coders().ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Otherwise.ShouldBe(1), c => c.Agreement.ShouldBe(0), c => c.Shared!.Value.ShouldBeGreaterThan(0));

        archive.Matters().Select(m => m.Id).ShouldBe(matters.Select(m => m.Id));
        archive.DyadMonths().ShouldBe(months);
        (archive.Totals().Claims, archive.Totals().Stamp).ShouldBe((totals.Claims, totals.Stamp));
    }

    [Fact]
    public void Two_others_stand_side_by_side()
    {
        using var guests = new Guests();
        guests.Accept(Guests.Line(GoodClaims.Of("event")), new AcceptOptions { Coder = "model-x/1" });
        guests.Accept(Guests.Line(GoodClaims.Of("event"), Named(GoodClaims.Of("label"))), new AcceptOptions { Coder = "model-x/2" });
        var archive = Archive.Open(guests.File);
        archive.Coders().Select(c => (c.Coder, c.Claims)).ShouldBe([("model-x/1", 1), ("model-x/2", 2)]);
        archive.ClaimsOfOthers(Guests.Document).Select(c => c.Id).ShouldBeUnique();
        archive.ClaimsOfOthers(Guests.Document).Count.ShouldBe(3);
        archive.CoderDifferences("model-x/1", beside: "model-x/2").ShouldHaveSingleItem().Ours!.Coder.ShouldBe("model-x/2");
        archive.CoderDifferences("model-x/2", ClaimKind.Event, "model-x/1").ShouldBeEmpty();
        archive.CoderDifferences("model-x/2", beside: "nobody").ShouldBeNull();
    }

    private static JsonObject Named(JsonObject claim)
    {
        claim["id"] = "c2";
        return claim;
    }

    private static JsonObject Without(JsonObject claim)
    {
        claim["event"]!["actors"]!.AsArray().RemoveAt(1);
        return claim;
    }

    /// <summary>Two claims of the text of <see cref="GoodClaims"/>, by two coders, set beside each other.</summary>
    private static IReadOnlyList<CoderDifference> Compared(JsonObject theirs, JsonObject ours)
    {
        using var guests = new Guests();
        guests.Accept(Guests.Line(theirs), new AcceptOptions { Coder = "a" }).Report.Accepted.ShouldBe(1);
        guests.Accept(Guests.Line(ours), new AcceptOptions { Coder = "b" }).Report.Accepted.ShouldBe(1);
        var archive = Archive.Open(guests.File);
        return ClaimComparison.Of(archive.Claims(new ClaimFilter { Coder = "a" }), archive.Claims(new ClaimFilter { Coder = "b" }), sameText: true).Pairs;
    }
}
