using System.Net;
using System.Text;
using System.Text.Json;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Server;
using Shouldly;
using Xunit;

namespace Entente.Tests.Server;

/// <summary>All decisions of the library, sent as the web page sends them; and what is none.</summary>
public sealed class DecisionTests : IAsyncLifetime
{
    private const string Text = "Chile and Peru signed a treaty on fishing in Lima on 3 May 1995. Peru accused Chile of a raid. Ministers praised Peru.";

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-decide-").FullName;
    private readonly HttpClient _client = new();
    private RecordServer _server = null!;
    private Archive _archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Document => _archive.Documents().Single().Id;

    private string First => _archive.Claims().First(c => c.Kind == ClaimKind.Event).Id;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_folder, "test.db");
        var page = new Page("one", Encoding.UTF8.GetBytes(Text)) { Form = PageForm.Prepared, Given = new PageFacts { Publisher = "Harbour Post", Date = new DateOnly(1995, 5, 4) } };
        using (var ledger = Ledger.Open(file))
        {
            ledger.Append(Some.Coder.Code(page), "test", ["one.txt"]);
        }

        _archive = Archive.Open(file);
        _server = await RecordServer.StartAsync(_archive, "test.db", 0, () => Some.Coder, new ReviewDesk(file, "ana"), Stop);
        _client.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_decision_is_previewed_written_and_taken_back()
    {
        var claim = First;
        object[] decisions =
        [
            new { what = "confirm", claims = new[] { claim } },
            new { what = "reject", claims = new[] { claim } },
            new { what = "retype", claims = new[] { claim }, type = "COOPERATE" },
            new { what = "date", claims = new[] { claim }, when = "1995-05" },
            new { what = "judge", claims = new[] { claim }, right = false },
            new { what = "merge", actors = new[] { "CHL", "PER" } },
            new { what = "merge", actors = new[] { "CHL", "PER" }, into = new { id = "andes", name = "The Andes", kind = "group" } },
            new { what = "apart", actors = new[] { "CHL", "PER" } },
            new { what = "split", actor = "PER", into = new { name = "Peruvian navy", kind = "government", country = "per" }, called = "Peru" },
            new { what = "split", actor = "PER", into = new { id = "CHL" }, document = Document, start = Text.IndexOf("Peru accused", StringComparison.Ordinal), end = Text.IndexOf(" of a raid", StringComparison.Ordinal) },
            new { what = "rename", actor = "PER", name = "Republic of Peru" },
            new { what = "retype", actor = "PER", kind = "government", sector = "GOV" },
            new { what = "reject", actor = "PER" },
            new { what = "add", document = Document, start = Text.IndexOf("Ministers", StringComparison.Ordinal), end = Text.Length, claim = Praise },
            new { what = "add", document = Document, start = Text.IndexOf("Ministers", StringComparison.Ordinal), end = Text.Length, claim = Praise, when = "1995-05/.." },
        ];
        foreach (var decision in decisions)
        {
            var before = _archive.CorrectionLog().Count;
            var asked = JsonSerializer.SerializeToNode(decision)!.AsObject();
            asked["preview"] = true;
            (await Send(asked.ToJsonString(), HttpStatusCode.OK)).GetProperty("written").GetBoolean().ShouldBeFalse();
            _archive.CorrectionLog().Count.ShouldBe(before);
            asked["preview"] = false;
            var written = await Send(asked.ToJsonString(), HttpStatusCode.OK);
            written.GetProperty("by").GetString().ShouldBe("ana");
            _archive.CorrectionLog()[^1].State.ShouldBe(CorrectionState.Holds, asked.ToJsonString());
            await Send($$"""{"what":"undo","correction":"{{written.GetProperty("id").GetString()}}"}""", HttpStatusCode.OK);
        }

        _archive.CorrectionLog().Count(c => c.State == CorrectionState.Undone).ShouldBe(decisions.Length);
        First.ShouldBe(claim);
    }

    [Fact]
    public async Task An_added_claim_that_cannot_be_is_refused_with_the_reason_and_not_written()
    {
        var start = Text.IndexOf("Ministers", StringComparison.Ordinal);
        var answer = await Send(JsonSerializer.Serialize(new { what = "add", document = Document, start, end = Text.Length, claim = new { kind = "event", @event = new { type = "NONSENSE" } } }), HttpStatusCode.BadRequest);
        answer.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        _archive.CorrectionLog().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{\"what\":7}")]
    [InlineData("{\"what\":null}")]
    [InlineData("{\"what\":\"war\"}")]
    [InlineData("{\"what\":\"reject\",\"what\":\"confirm\"}")]
    [InlineData("{\"what\":\"reject\",\"claims\":[null]}")]
    [InlineData("{\"what\":\"reject\",\"claims\":[\"none\"]}")]
    [InlineData("{\"what\":\"reject\",\"actor\":\"\"}")]
    [InlineData("{\"what\":\"reject\",\"actor\":\"\\ud800\"}")]
    [InlineData("{\"what\":\"reject\",\"actor\":\"\\u0000\"}")]
    [InlineData("{\"what\":\"merge\",\"actors\":[\"CHL\",\"CHL\"]}")]
    [InlineData("{\"what\":\"merge\",\"actors\":[\"CHL\",\"none\"]}")]
    [InlineData("{\"what\":\"merge\",\"actors\":[\"CHL\"],\"into\":{\"id\":\"CHL\"}}")]
    [InlineData("{\"what\":\"merge\",\"actors\":[\"CHL\"],\"into\":{\"name\":\"A\",\"kind\":\"planet\"}}")]
    [InlineData("{\"what\":\"merge\",\"actors\":[\"CHL\"],\"into\":{\"name\":\"A\",\"kind\":\"-\"}}")]
    [InlineData("{\"what\":\"merge\",\"actors\":[\"CHL\"],\"into\":{\"name\":\"A \\\" B\",\"kind\":\"group\"}}")]
    [InlineData("{\"what\":\"merge\",\"actors\":[\"CHL\"],\"into\":{\"name\":\"A\",\"kind\":\"group\",\"country\":\"Chile\"}}")]
    [InlineData("{\"what\":\"split\",\"actor\":\"CHL\",\"into\":{\"id\":\"PER\"}}")]
    [InlineData("{\"what\":\"split\",\"actor\":\"CHL\",\"into\":{\"id\":\"PER\"},\"document\":\"none\"}")]
    [InlineData("{\"what\":\"split\",\"actor\":\"CHL\",\"called\":\"Chile\"}")]
    [InlineData("{\"what\":\"rename\",\"actor\":\"CHL\"}")]
    [InlineData("{\"what\":\"rename\",\"actor\":\"CHL\",\"name\":\"a\\u001bb\"}")]
    [InlineData("{\"what\":\"retype\",\"actor\":\"CHL\",\"kind\":\"9\"}")]
    [InlineData("{\"what\":\"undo\",\"correction\":\"none\"}")]
    [InlineData("{\"what\":\"undo\"}")]
    [InlineData("{\"what\":\"adopt\",\"claims\":[\"none\"]}")]
    [InlineData("{\"what\":\"add\"}")]
    [InlineData("{\"what\":\"add\",\"document\":\"none\",\"start\":0,\"end\":5,\"claim\":{}}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":5,\"end\":0,\"claim\":{}}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":-1,\"end\":2147483647,\"claim\":{}}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":0,\"end\":5,\"claim\":{}}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":0,\"end\":5,\"claim\":[]}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":0,\"end\":5,\"claim\":{},\"when\":\"soon\"}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":0,\"end\":5,\"claim\":{\"kind\":\"\\ud800\"}}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":0,\"end\":5,\"claim\":{\"kind\":\"event\",\"kind\":\"count\"}}")]
    [InlineData("{\"what\":\"add\",\"document\":\"DOC\",\"start\":0,\"end\":5,\"claim\":{\"kind\":\"event\",\"evidence\":{\"start\":2147483647,\"end\":-2147483648}}}")]
    public async Task What_is_no_decision_is_answered_with_a_problem(string body)
    {
        var problem = await Send(body.Replace("DOC", Document, StringComparison.Ordinal), HttpStatusCode.BadRequest);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        _archive.CorrectionLog().ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_anybody_decides_at_once_is_turned_away()
    {
        using var answer = await Post(new string(' ', (1 << 20) + 1));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task The_desk_tells_who_decides_and_what_there_is_to_choose()
    {
        var desk = await Get("api/desk");
        desk.GetProperty("by").GetString().ShouldBe("ana");
        desk.GetProperty("types").GetProperty("event").EnumerateArray().Select(t => t.GetString()).ShouldContain("CONSULT");
        desk.GetProperty("modes").GetProperty("CONSULT").EnumerateArray().Select(t => t.GetString()).ShouldContain("visit");
        desk.GetProperty("actorKinds").EnumerateArray().Select(t => t.GetString()).ShouldContain("organisation");
    }

    [Fact]
    public async Task An_actor_is_told_with_its_names_places_and_claims()
    {
        var peru = await Get("api/actors/PER");
        peru.GetProperty("name").GetString().ShouldBe("Peru");
        peru.GetProperty("names")[0].GetProperty("words").GetString().ShouldBe("Peru");
        peru.GetProperty("places")[0].GetProperty("document").GetString().ShouldBe(Document);
        peru.GetProperty("claimList").GetArrayLength().ShouldBe(peru.GetProperty("claims").GetInt32());
        using var nobody = await _client.GetAsync("api/actors/nobody", Stop);
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static object Praise => new
    {
        kind = "event",
        evidence = new { start = 0, end = 23 },
        @event = new { type = "SUPPORT", trigger = new { start = 10, end = 17 }, actors = new[] { new { start = 0, end = 9, id = "CHL", name = "Chile", kind = "country" } }, recipients = new[] { new { start = 18, end = 22, id = "PER", name = "Peru", kind = "country" } } },
        factuality = new { certainty = "CT", polarity = "+", readings = new[] { "asserted" } },
        confidence = 1,
    };

    private async Task<HttpResponseMessage> Post(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/corrections") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Entente", "review");
        return await _client.SendAsync(request, Stop);
    }

    private async Task<JsonElement> Send(string body, HttpStatusCode expected)
    {
        using var answer = await Post(body);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(expected, body + " → " + text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private async Task<JsonElement> Get(string path)
    {
        using var json = JsonDocument.Parse(await _client.GetStringAsync(path, Stop));
        return json.RootElement.Clone();
    }
}
