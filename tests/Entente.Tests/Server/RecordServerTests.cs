using System.Net;
using System.Text;
using System.Text.Json;
using Entente.Claims;
using Entente.Claims.Accepting;
using Entente.Claims.Coding;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Entente.Server;
using Shouldly;
using Xunit;

namespace Entente.Tests.Server;

public sealed class RecordServerTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-server-").FullName;
    private readonly HttpClient _client = new();
    private RecordServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_folder, "test.db");
        var page = new Page("one", Encoding.UTF8.GetBytes("France and Germany signed a treaty on trade in Bonn on 3 May 1995. 🕊 Nobody objected."))
        {
            Form = PageForm.Prepared,
            Given = new PageFacts { Publisher = "Harbour Post", Date = new DateOnly(1995, 5, 4) },
        };
        using (var ledger = Ledger.Open(file))
        {
            ledger.Append(Coder.Load().Code(page), "test", ["one.txt"]);
        }

        _server = await RecordServer.StartAsync(Archive.Open(file), "test.db", 0, stop: Stop);
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
    public void It_listens_on_the_loopback_alone() => _server.Address.Host.ShouldBe("127.0.0.1");

    [Fact]
    public async Task Documents_are_listed_with_their_publisher_and_day()
    {
        var document = (await Get("api/documents"))[0];
        document.GetProperty("publisher").GetString().ShouldBe("Harbour Post");
        document.GetProperty("paths")[0].GetString().ShouldBe("one.txt");
    }

    [Fact]
    public async Task Other_coders_are_listed_with_what_they_say_otherwise()
    {
        (await Get("api/coders")).GetArrayLength().ShouldBe(0);
        var file = Path.Combine(_folder, "test.db");
        var line = System.Text.Json.Nodes.JsonNode.Parse(Archive.Open(file).Coded((await Get("api/documents"))[0].GetProperty("id").GetString()!)!)!;
        var claim = line["claims"]!.AsArray().First(c => (string?)c!["kind"] == "event")!;
        claim["factuality"]!["polarity"] = "-";
        using (var ledger = Ledger.Open(file))
        {
            new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(line.ToJsonString())), new AcceptOptions { Coder = "model-x/1" }, n => n.Refused.ShouldBeFalse()).Documents.ShouldBe(1);
        }

        var coder = (await Get("api/coders"))[0];
        (coder.GetProperty("coder").GetString(), coder.GetProperty("otherwise").GetInt32()).ShouldBe(("model-x/1", 1));
        foreach (var name in new[] { "model-x/1", "model-x%2F1" })
        {
            var difference = (await Get($"api/coders/{name}?kind=event")).EnumerateArray().ShouldHaveSingleItem();
            difference.GetProperty("in").EnumerateArray().Select(i => i.GetString()).ShouldBe(["polarity"]);
            difference.GetProperty("theirs").GetProperty("coder").GetString().ShouldBe("model-x/1");
            difference.GetProperty("theirs").GetProperty("doubts")[0].GetString()!.ShouldContain("is told as so, and the claim says it is not");
            difference.GetProperty("ours").TryGetProperty("coder", out _).ShouldBeFalse();
        }

        var document = await Get("api/documents/" + (await Get("api/documents"))[0].GetProperty("id").GetString());
        document.GetProperty("claimsOfOthers").GetArrayLength().ShouldBe(document.GetProperty("claimList").GetArrayLength());
        using var nobody = await _client.GetAsync("api/coders/nobody", Stop);
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var unknown = await _client.GetAsync("api/coders/model-x/1?kind=war", Stop);
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Offsets_of_a_document_count_code_points()
    {
        var id = (await Get("api/documents"))[0].GetProperty("id").GetString()!;
        var document = await Get("api/documents/" + Uri.EscapeDataString(id));
        var last = document.GetProperty("blocks").EnumerateArray().Last();
        last.GetProperty("end").GetInt32().ShouldBe(document.GetProperty("text").GetString()!.EnumerateRunes().Count());
    }

    [Fact]
    public async Task A_document_tells_what_its_day_rests_on()
    {
        var id = (await Get("api/documents"))[0].GetProperty("id").GetString()!;
        var evidence = (await Get("api/documents/" + Uri.EscapeDataString(id))).GetProperty("datedBy")[0];
        evidence.GetProperty("kind").GetString().ShouldBe("given");
        evidence.GetProperty("bound").GetString().ShouldBe("on");
        evidence.GetProperty("why").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("api/totals")]
    [InlineData("api/dyads")]
    [InlineData("api/actors")]
    [InlineData("api/search?q=treaty")]
    public async Task Every_list_is_answered_as_json(string path)
    {
        using var answer = await _client.GetAsync(path, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("api/documents/none", HttpStatusCode.NotFound)]
    [InlineData("api/documents/none/silences", HttpStatusCode.NotFound)]
    [InlineData("api/dyads/AAA/BBB", HttpStatusCode.NotFound)]
    [InlineData("api/claims/none", HttpStatusCode.NotFound)]
    [InlineData("api/search", HttpStatusCode.BadRequest)]
    [InlineData("api/nothing", HttpStatusCode.NotFound)]
    [InlineData("nothing.js", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_answered_with_a_problem(string path, HttpStatusCode status)
    {
        using var answer = await _client.GetAsync(path, Stop);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        problem.RootElement.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_name_that_is_not_this_machine_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/documents") { Headers = { Host = "elsewhere.example" } };
        using var answer = await _client.SendAsync(request, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task It_takes_no_orders()
    {
        using var answer = await _client.DeleteAsync("api/documents/one", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_browser_is_told_to_ask_nobody_else()
    {
        using var answer = await _client.GetAsync("", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
    }

    [Fact]
    public async Task A_taken_port_is_told_with_its_remedy()
    {
        var taken = _server.Address.Port;
        var refusal = await Should.ThrowAsync<PortTakenException>(() => RecordServer.StartAsync(Archive.Open(Path.Combine(_folder, "test.db")), "test.db", taken, stop: Stop));
        refusal.Message.ShouldContain("--port");
    }

    private async Task<JsonElement> Get(string path)
    {
        using var json = JsonDocument.Parse(await _client.GetStringAsync(path, Stop));
        return json.RootElement.Clone();
    }
}
