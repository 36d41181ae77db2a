using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Claims.Accepting;
using Entente.Cli;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Exchanging;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Entente.Server;
using Shouldly;
using Xunit;

namespace Entente.Tests.House;

/// <summary>
/// Promise 10 (docs/design.md): whatever tells of an allegation against a person – every export, every verb, every address of the server – tells who makes it, by which chain, how it is told,
/// and what denies it. A new export, verb or address that forgets it fails here.
/// </summary>
public sealed partial class AllegationFacesTests : IDisposable
{
    /// <summary>Verbs that fill a record or hand it to another face, that tell of no claims, or (diff) of allegations nothing but their ids: <see cref="Asking.RunDiffTests"/>.</summary>
    private static readonly string[] Silent = ["read", "accept", "rebuild", "serve", "runs", "diff", "verify", "forget"];

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-faces-").FullName;
    private readonly Archive _archive;
    private readonly IReadOnlyList<ClaimRow> _alleged;

    public AllegationFacesTests()
    {
        _archive = Alleged.Record(File);
        AcceptAnother();
        _alleged = _archive.Claims(new ClaimFilter { Allegations = true });
    }

    private string File => Path.Combine(_folder, "test.db");

    public static TheoryData<ExportTable, bool, bool> Exports { get; } = new(
        from table in Enum.GetValues<ExportTable>() from lines in new[] { false, true } from text in new[] { false, true } select new TheoryDataRow<ExportTable, bool, bool>(table, lines, text));

    public static TheoryData<string> Asking { get; } = new(Verbs.Root().Subcommands.Where(v => v.Options.Any(o => o.Name == "--record")).Select(v => v.Name).Except(Silent));

    public static TheoryData<string> Addresses { get; } = new(Address().Matches(System.IO.File.ReadAllText(Repository.PathOf("docs", "guide", "api.md"))).Select(m => m.Groups["path"].Value).Distinct());

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void No_row_of_an_export_holds_an_allegation_alone(ExportTable table, bool lines, bool text)
    {
        using var output = new StringWriter();
        Exporter.Write(_archive, output, new ExportOptions(table, lines, text));
        foreach (var row in output.ToString().Split('\n').Skip(lines ? 0 : 1))
        {
            foreach (var claim in _alleged.Where(c => row.Contains(c.Id, StringComparison.Ordinal) && !IsOnlyLinkedIn(row, c) || (table == ExportTable.Events && row.Contains(c.Event!, StringComparison.Ordinal))))
            {
                IsWhole(row, claim, text && table != ExportTable.Events);
            }

            // A row that names the accused otherwise would be one that was forgotten.
            if (row.Contains("Haddad", StringComparison.OrdinalIgnoreCase) && table is not ExportTable.Claims)
            {
                _alleged.ShouldContain(c => row.Contains(c.Id, StringComparison.Ordinal), row);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void No_verb_tells_an_allegation_alone(string verb)
    {
        var shown = 0;
        foreach (var arguments in Commands(verb))
        {
            var output = Run([verb, .. arguments, "--record", File]);
            output.ShouldNotBeEmpty(verb + " " + string.Join(' ', arguments));
            foreach (var claim in _alleged.Where(c => Shows(output, c)))
            {
                IsWhole(output, claim, text: arguments is not (["csv", "--what", ..] or ["events", "--json"]));
                shown++;
            }
        }

        shown.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_answer_of_the_server_holds_an_allegation_alone(string address)
    {
        var stop = TestContext.Current.CancellationToken;
        var accusation = Alleged.Accusation(_archive);
        await using var server = await RecordServer.StartAsync(_archive, "test.db", 0, () => Some.Coder, stop: stop);
        using var client = new HttpClient { BaseAddress = server.Address };
        var id = address.Contains("claims", StringComparison.Ordinal) ? accusation.Id : address.Contains("matters", StringComparison.Ordinal) ? accusation.Matter! : address.Contains("actors", StringComparison.Ordinal) ? accusation.Parties[0].Actor.Id : accusation.Document;
        var path = address.Replace("{name}", "Ann", StringComparison.Ordinal).Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal).Replace("{a}", "SDN", StringComparison.Ordinal).Replace("{b}", "TCD", StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await client.GetStringAsync(path.EndsWith('=') ? path + "accused" : path, stop));
        Walk(json.RootElement);
    }

    [Fact]
    public void There_is_no_other_way_out_of_a_record_than_those_looked_at_here()
    {
        var ways = typeof(Exporter).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(Exporter).Namespace)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)).Where(m => m.GetParameters().Any(p => p.ParameterType.IsAssignableTo(typeof(TextWriter)) || p.ParameterType.IsAssignableTo(typeof(Stream))));
        ways.Select(m => m.DeclaringType!.Name + "." + m.Name).Distinct().ShouldBe(["Exporter.Write", "Exporter.WriteJson"], ignoreOrder: true);
        new[] { Exporter.ColumnsOf(ExportTable.Claims), Exporter.ColumnsOf(ExportTable.Figures) }.ShouldAllBe(columns => columns.Contains("allegation_against") && columns.Contains("chain"));
    }

    [Fact]
    public void The_coded_document_holds_them_whole()
    {
        using var json = JsonDocument.Parse(_archive.Coded(_archive.Documents().Single().Id)!);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        var accusation = claims.Single(c => c.TryGetProperty("event", out var e) && e.GetProperty("type").GetString() == "ACCUSE");
        accusation.GetProperty("chain").GetArrayLength().ShouldBe(2);
        var denial = accusation.GetProperty("allegation").GetProperty("denials")[0];
        denial.GetProperty("by").GetString().ShouldBe("Haddad");
        claims.ShouldContain(c => c.GetProperty("id").GetString() == denial.GetProperty("claim").GetString());
    }

    /// <summary>What each verb is asked, so that it tells of the accusation; a verb that is not here is told to be put here.</summary>
    private string[][] Commands(string verb) => verb switch
    {
        "show" => [["claims"], ["claims", "--json"], ["events"], ["events", "--json"], ["page", _archive.Documents().Single().Id], ["actors"], ["dyads"], ["documents"], ["unique"], ["unique", "--json"], ["unique", "--brief"], ["confidence"], ["matter", Alleged.Accusation(_archive).Event!]],
        "state" => [["SDN-TCD"], ["SDN-TCD", "--json"], ["SDN-TCD", "--brief"], ["SDN-TCD", "--against", "1990"]],
        "why" => [.. _alleged.Select(c => new[] { c.Id }), [Alleged.Accusation(_archive).Id, "--json"], [Alleged.Accusation(_archive).Event!]],
        "review" => [["--json"], ["--json", "--limit", "50"]],
        "coders" => [["Ann"], ["Ann", "--json"], ["Ann", "--both"]],
        "sample" => [["20"], ["20", "--json"], ["20", "--judge"], ["20", "--judge", "--json"]],
        "search" => [["accused"], ["accused", "--json"], ["attacked"]],
        "export" => [["csv", "--what", "claims"], ["jsonl", "--what", "claims", "--text"], ["csv", "--what", "events"]],
        _ => throw new InvalidOperationException($"'{verb}' asks the record and is not looked at here: does it tell of allegations with all that belongs to them?"),
    };

    /// <summary>Somebody else makes the same accusation on another day and does not say that it is one.</summary>
    private void AcceptAnother()
    {
        var line = System.Text.Json.Nodes.JsonNode.Parse(_archive.Coded(_archive.Documents().Single().Id)!)!;
        var accusation = line["claims"]!.AsArray().Single(c => (string?)c!["event"]?["type"] == "ACCUSE")!.DeepClone();
        accusation.AsObject().Remove("allegation");
        accusation["time"] = new System.Text.Json.Nodes.JsonObject { ["earliest"] = "2012-09-01", ["latest"] = "2012-09-30", ["basis"] = "stated" };
        line["claims"] = new System.Text.Json.Nodes.JsonArray(accusation);
        using var ledger = Ledger.Open(File);
        new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(line.ToJsonString())), new AcceptOptions { Coder = "Ann" }, n => n.Problem.Code.ShouldBe(Entente.Claims.ProblemCodes.ClaimDoubted)).Accepted.ShouldBe(1);
    }

    /// <summary>By its gist, by its event, or as a sentence that a search found.</summary>
    private static bool Shows(string output, ClaimRow claim) => output.Contains(claim.Gist, StringComparison.Ordinal) || output.Contains(claim.Event!, StringComparison.Ordinal)
        || output.Contains('[', StringComparison.Ordinal) && output.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Contains(claim.Sentence, StringComparison.Ordinal);

    private string Run(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), .. arguments])
        {
            WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        // who is asked (sample --judge) leaves everything, so that all is shown
        process.StandardInput.Write(new string(' ', 100));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    /// <summary>Whether a row only names a claim as the denial of another.</summary>
    private bool IsOnlyLinkedIn(string row, ClaimRow claim) => _alleged.Any(o => o.Id != claim.Id && row.Contains(o.Id, StringComparison.Ordinal)) && !row.Contains(claim.Gist, StringComparison.Ordinal);

    private static void IsWhole(string told, ClaimRow claim, bool text)
    {
        told.ShouldContain(Alleged.Accused);
        claim.Accusers.ShouldAllBe(a => told.Contains(a, StringComparison.Ordinal));
        claim.Chain.Links.ShouldAllBe(l => told.Contains(l.Name, StringComparison.Ordinal));
        told.ShouldContain(claim.Told);
        claim.Allegation!.Denials.Count.ShouldBe(2);
        foreach (var denial in claim.Allegation.Denials)
        {
            told.ShouldContain(denial.By!);
            told.ShouldContain(text ? denial.Sentence : $"{denial.Start}-{denial.Stop}");
        }
    }

    /// <summary>Every object that is an accusing claim, or a search hit or an event that has one, holds all of it.</summary>
    private void Walk(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item);
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var claim in _alleged.Where(c => element.TryGetProperty("gist", out var gist) && gist.GetString() == c.Gist))
        {
            element.GetProperty("chain").GetArrayLength().ShouldBe(claim.Chain.Links.Count);
            var allegation = element.GetProperty("allegation");
            allegation.GetProperty("against")[0].GetProperty("name").GetString().ShouldBe(Alleged.Accused);
            allegation.GetProperty("by").EnumerateArray().Select(b => b.GetString()).ShouldBe(claim.Accusers);
            allegation.GetProperty("status").GetString().ShouldBe(claim.Told);
            allegation.GetProperty("denials").EnumerateArray().Select(d => d.GetProperty("sentence").GetString()).ShouldBe([Alleged.Denied, Alleged.LawyersWord]);
            allegation.GetProperty("denials")[0].GetProperty("claim").GetString().ShouldBe(Alleged.Denial(_archive).Id);
        }

        var named = Named(element, "claims").Concat(Named(element, "claim")).Where(id => _alleged.Any(c => c.Id == id)).ToList();
        if (named.Count > 0 && !element.TryGetProperty("sentence", out _) | element.TryGetProperty("snippet", out _))
        {
            element.GetProperty("allegations").EnumerateArray().Select(a => a.GetProperty("id").GetString()).ShouldBe(named, ignoreOrder: true);
        }

        foreach (var member in element.EnumerateObject())
        {
            Walk(member.Value);
        }
    }

    private static IEnumerable<string> Named(JsonElement element, string property) => !element.TryGetProperty(property, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!] : [];

    [GeneratedRegex(@"^\| `/(?<path>api/[^`]*)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
