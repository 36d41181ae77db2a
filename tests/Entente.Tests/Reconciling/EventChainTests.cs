using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Claims;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

/// <summary>
/// Mentions of one event across documents (gold/events.jsonl): which of them the record takes to be one. A plan and the act that carried it out are one event.
/// Scored are the mentions of which the coder made an event at all; how many these are is a figure of its own.
/// To measure another set in the same shape, name it in ENTENTE_EVENTS and run this class with -showLiveOutput.
/// </summary>
public sealed class EventChainTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Mentions_of_one_event_come_together_no_worse_than_they_did()
    {
        var own = Measure(Repository.PathOf("gold", "events.jsonl"));
        own.Coded.ShouldBeGreaterThan(.82, own.Words);
        own.Scores.Pairs.Precision.ShouldBeGreaterThan(.95, own.Words);
        own.Scores.BCubed.F.ShouldBeGreaterThan(.93, own.Words);
        own.Scores.Conll.ShouldBeGreaterThan(.89, own.Words);
    }

    [Fact]
    public void Another_set_is_measured_when_it_is_named()
    {
        var file = Environment.GetEnvironmentVariable("ENTENTE_EVENTS");
        Assert.SkipWhen(file is null, "ENTENTE_EVENTS names no set.");
        TestContext.Current.TestOutputHelper?.WriteLine(Measure(file!).Words);
    }

    [Fact]
    public void The_measures_are_those_of_the_literature()
    {
        // The example of Luo (2005), figure 1: gold {1-5}, {6, 7}, {8-12}; found {1-5}, {6-12}.
        var scores = new ChainScores([.. Enumerable.Range(1, 12).Select(i => (i <= 5 ? "a" : i <= 7 ? "b" : "c", i <= 5 ? "a" : "b"))]);
        scores.Muc.Precision.ShouldBe(.9, .001);
        scores.Muc.Recall.ShouldBe(1, .001);
        scores.BCubed.Precision.ShouldBe(.762, .001);
        scores.BCubed.Recall.ShouldBe(1, .001);
        scores.Ceaf.Precision.ShouldBe(.917, .001);
        scores.Ceaf.Recall.ShouldBe(.611, .001);
        scores.Pairs.Recall.ShouldBe(1, .001);
    }

    private static (double Coded, ChainScores Scores, string Words) Measure(string file)
    {
        Story[] documents = [.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<Story>(l, Json)!)];
        using var pages = new Pages();
        using var ledger = Ledger.Open(pages.Record());
        Reconciler.Follow(ledger);
        var digests = documents.Select(d =>
        {
            var page = PageOf(d);
            ledger.Append([new CodedEntry(Some.Coder.Code(page), "test", [d.Id + ".txt"])]);
            return (d, page.Id);
        }).ToList();
        var events = Events(ledger);
        var mentions = digests.SelectMany(d => d.d.Mentions.Where(m => m.Chain is not null && m.Type?.StartsWith("ACTION", StringComparison.Ordinal) != false).Select(m => (Mention: m, Document: d.Id))).ToList();
        var found = mentions.Select(m => (Gold: m.Mention.Chain!, Found: events.FirstOrDefault(e => e.Page == m.Document && e.Start < m.Mention.End && e.End > m.Mention.Start).Event)).Where(m => m.Found is not null).Select(m => (m.Gold, m.Found!)).ToList();
        var (coded, scores) = ((double)found.Count / mentions.Count, new ChainScores(found));
        return (coded, scores, string.Create(
            CultureInfo.InvariantCulture,
            $"{documents.Length} documents, {mentions.Count} mentions, {found.Count} of them coded ({coded * 100:0.0} %), {found.Select(m => m.Gold).Distinct().Count()} events: pairs {scores.Pairs}; B-cubed {scores.BCubed}; MUC {scores.Muc}; CEAF-e {scores.Ceaf}; CoNLL F {scores.Conll * 100:0.0}"));
    }

    private static Page PageOf(Story story)
    {
        var page = new Page("", Encoding.UTF8.GetBytes(story.Text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = story.Date, Publisher = story.Publisher } };
        return page with { Id = page.Digest[7..19] };
    }

    /// <summary>The words that tell of an event, in code points, and which event they tell of.</summary>
    private static List<(string Page, int Start, int End, string? Event)> Events(Ledger ledger)
    {
        var carriedOut = ledger.Connection.Query("SELECT p.name, min(a.name) FROM outcome x JOIN matter p ON p.id = x.plan JOIN matter a ON a.id = x.act WHERE x.what = 'happened' GROUP BY p.name", r => (r.GetString(0), r.GetString(1)))
            .ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        return ledger.Connection.Query(
            """
            SELECT d.document, c.trigger_start, c.trigger_stop, m.name FROM claim c JOIN document d ON d.id = c.document JOIN matter_claim x ON x.claim = c.id JOIN matter m ON m.id = x.matter
            WHERE c.kind = 'event' AND c.trigger_start IS NOT NULL ORDER BY d.document, c.trigger_start, c.confidence DESC, c.claim
            """,
            r => (r.GetString(0), r.GetInt32(1), r.GetInt32(2), (string?)(carriedOut.TryGetValue(r.GetString(3), out var act) ? act : r.GetString(3))));
    }

    private sealed record Story(string Id, string Text, IReadOnlyList<Marked> Mentions)
    {
        public DateOnly? Date { get; init; }

        public string? Publisher { get; init; }
    }

    private sealed record Marked(int Start, int End)
    {
        public string? Chain { get; init; }

        public string? Type { get; init; }
    }
}
