using System.Text;
using System.Text.Json;
using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Cli;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Server;
using Shouldly;
using Xunit;

namespace Entente.Tests.Server;

/// <summary>Why sentences of a recorded document yielded nothing: worked out when asked, from what the record keeps.</summary>
public sealed class SilenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-silence-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_sentence_of_two_actors_without_a_claim_says_what_its_words_miss()
    {
        var (text, silences) = await Ask("🕊 France and Germany signed a treaty in Bonn. Kenya bought the hotel from Somalia. Kenya admires Somalia.");
        silences.Select(s => In(text, s)).ShouldBe(["Kenya bought the hotel from Somalia.", "Kenya admires Somalia."]);

        var bought = silences[0].GetProperty("words").EnumerateArray().Single();
        In(text, bought).ShouldBe("bought");
        bought.GetProperty("words").GetString().ShouldBe("bought");
        bought.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
        var row = bought.GetProperty("row");
        row.GetProperty("id").GetString().ShouldBe("buy-goods");
        row.GetProperty("word").GetString().ShouldBe("buy");
        row.GetProperty("example").GetString().ShouldNotBeNullOrEmpty();

        silences[1].GetProperty("words").EnumerateArray().Single().TryGetProperty("row", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_sentence_with_a_claim_of_any_kind_is_not_silent()
    {
        var (text, silences) = await Ask("China would lend 400 billion roubles to Russia over twenty years. Kenya admires Somalia.");
        silences.Select(s => In(text, s)).ShouldBe(["Kenya admires Somalia."]);
    }

    [Fact]
    public async Task The_coder_is_loaded_when_first_asked_and_once()
    {
        var loaded = 0;
        await using var server = await Serve("Kenya admires Somalia.", () =>
        {
            loaded++;
            return Coder.Load();
        });
        using var client = new HttpClient { BaseAddress = server.Address };
        var id = Uri.EscapeDataString(await Id(client));
        loaded.ShouldBe(0);
        var first = await client.GetStringAsync($"api/documents/{id}/silences", Stop);
        (await client.GetStringAsync($"api/documents/{id}/silences", Stop)).ShouldBe(first);
        loaded.ShouldBe(1);
    }

    [Fact]
    public void What_the_record_keeps_of_a_document_is_coded_to_the_same_claims_and_silences()
    {
        var file = Path.Combine(_folder, "samples.db");
        DemoVerb.Read(file, Stop);
        var archive = Archive.Open(file);
        var coder = Coder.Load();
        foreach (var view in archive.Documents().Select(d => archive.Document(d.Id)!))
        {
            var again = coder.Code(SilenceFinder.Recorded(view), view.Row.Published is { } days ? new Publication(days, view.DateEvidence) : null);
            again.Analyzed.Sentences.Select(s => s.Span).ShouldBe(view.Sentences);
            again.Claims.Select(c => (c.Kind, c.Evidence, c.Rule)).Order().ShouldBe(view.Claims.Select(c => (c.Kind, c.Evidence, c.Rule)).Order(), view.Row.Id);
            again.Silences.ShouldAllBe(s => view.Sentences.Contains(s.Sentence) && view.Blocks.Any(b => b.HoldsClaims && b.Span.Contains(s.Sentence)));
        }
    }

    private async Task<(string Text, List<JsonElement> Silences)> Ask(string text)
    {
        await using var server = await Serve(text, null);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var json = JsonDocument.Parse(await client.GetStringAsync($"api/documents/{Uri.EscapeDataString(await Id(client))}/silences", Stop));
        return (text, [.. json.RootElement.Clone().EnumerateArray()]);
    }

    private Task<RecordServer> Serve(string text, Func<Coder>? coder)
    {
        var file = Path.Combine(_folder, "test.db");
        var page = new Page("one", Encoding.UTF8.GetBytes(text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = new DateOnly(1995, 5, 4) } };
        using (var ledger = Ledger.Open(file))
        {
            ledger.Append(Coder.Load().Code(page), "test", ["one.txt"]);
        }

        return RecordServer.StartAsync(Archive.Open(file), "test.db", 0, coder, stop: Stop);
    }

    private static async Task<string> Id(HttpClient client)
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync("api/documents", Stop));
        return json.RootElement[0].GetProperty("id").GetString()!;
    }

    /// <summary>The words between an answer's offsets, which count code points.</summary>
    private static string In(string text, JsonElement span)
    {
        var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
        return string.Concat(text.EnumerateRunes().Skip(start).Take(end - start));
    }
}
