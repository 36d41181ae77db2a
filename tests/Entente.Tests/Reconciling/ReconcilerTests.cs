using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

/// <summary>Pages in, matters out: the same in any order and any batches, by little steps or all anew.</summary>
public sealed class ReconcilerTests
{
    /// <summary>Pages of a small world: a visit announced, told and denied, one figure by three voices, a wire and its reprint.</summary>
    private static readonly (string Name, string Text)[] World =
    [
        ("plan.txt", Page("Kenyan president to visit Tanzania", "3 May 2021", "Kenyan President Uhuru Kenyatta will visit Tanzania on 10 May 2021, the Kenyan government said.", "Trade between Kenya and Tanzania reached $450 million in 2020, the Kenyan government said.")),
        ("visit.txt", Page("Kenyatta in Tanzania", "11 May 2021", "Kenyan President Uhuru Kenyatta visited Tanzania on 10 May 2021.", "Trade between Kenya and Tanzania reached $451 million in 2020, according to Tanzanian officials.")),
        ("other.txt", Page("Neighbours talk", "20 May 2021", "Kenyan President Uhuru Kenyatta visited Tanzania on 10 May 2021, Reuters reported.", "Trade between Kenya and Tanzania reached $520 million in 2020.")),
        ("later.txt", Page("Another visit", "2 June 2021", "Kenyan President Uhuru Kenyatta visited Tanzania on 1 June 2021.", "Uganda did not sign an agreement with Kenya on 1 June 2021.")),
        ("rwanda.txt", Page("To Rwanda", "1 July 2021", "The presidents of Uganda and Rwanda will meet in September 2021, the Ugandan government said.")),
        ("refused.txt", Page("Not to Rwanda", "5 July 2021", "The meeting between the presidents of Uganda and Rwanda will not take place in September 2021.")),
        ("signed.txt", Page("Uganda and Kenya", "3 June 2021", "Uganda signed an agreement with Kenya on 1 June 2021.", "Kenya and Uganda are allies.")),
    ];

    [Fact]
    public void One_visit_in_two_pages_is_one_event_which_carries_out_the_plan_and_a_later_visit_is_another()
    {
        using var pages = Read(World);
        var visits = Archive.Open(pages.Record()).Matters(new ClaimFilter { Kind = ClaimKind.Event, Type = "CONSULT", Dyad = "KEN-TZA" });
        visits.Count.ShouldBe(3);
        var plan = visits.Single(v => v.IsPlan);
        var told = visits.Where(v => !v.IsPlan).OrderBy(v => v.Time?.Earliest).ToList();
        told[0].Support.Documents.ShouldBe(2);
        told[1].Support.Documents.ShouldBe(1);
        plan.Outcomes.Select(o => (o.What, o.Event)).ShouldBe([("happened", told[0].Id)]);
    }

    [Theory]
    [InlineData("rwanda.txt", "refused.txt")]
    [InlineData("refused.txt", "rwanda.txt")]
    public void What_will_not_take_place_as_another_page_tells_is_cancelled_whichever_page_came_first(string first, string second)
    {
        using var pages = new Pages();
        foreach (var (name, text) in new[] { first, second }.Select(name => World.Single(p => p.Name == name)))
        {
            Follow(pages.Record(), [pages.Add(name, text)]);
        }

        var plan = Archive.Open(pages.Record()).Matters(new ClaimFilter { Dyad = "RWA-UGA", Type = "CONSULT" }).ShouldHaveSingleItem();
        plan.Claims.Select(c => c.Told).ShouldBe(["planned", "not planned"]);
        plan.Outcome.ShouldBe("cancelled");
    }

    [Fact]
    public void A_figure_has_the_origins_that_are_named_and_those_who_name_nobody_are_counted_apart()
    {
        using var pages = Read(World);
        var figure = Archive.Open(pages.Record()).Matters(new ClaimFilter { Kind = ClaimKind.Figure }).Single();
        figure.Claims.Count.ShouldBe(3);
        figure.Support.Documents.ShouldBe(3);
        figure.Support.Named.Count.ShouldBe(2);
        figure.Support.Unknown.ShouldBe(1);
        figure.Agreement.ShouldBe("differ");
        figure.Disagreements.ShouldAllBe(d => d.About == "number" && d.One.Document != d.Other.Document);
        figure.Disagreements.Count.ShouldBe(2);
    }

    [Fact]
    public void Five_reprints_of_one_report_are_five_documents_and_one_voice()
    {
        using var pages = new Pages();
        const string Report = "Kenyan President Uhuru Kenyatta visited Tanzania on 10 May 2021 and spoke with his host about the roads and the lakes that the two countries share.";
        for (var i = 1; i <= 5; i++)
        {
            pages.Add($"reprint{i}.txt", $"Paper number {i} on the visit\n\nPaper {i}, {10 + i} May 2021\n\n{Report}\n\nThis paragraph stands in paper number {i} alone, and it says what its {i} readers like to hear of the matter.\n");
        }

        Follow(pages.Record(), [pages.Folder]);
        var visit = Archive.Open(pages.Record()).Matters(new ClaimFilter { Type = "CONSULT", Dyad = "KEN-TZA" }).First(m => m.Best.Mode == "visit");
        visit.Support.Documents.ShouldBe(5);
        visit.Support.Copied.ShouldBe(4);
        (visit.Support.Named.Count + visit.Support.Unknown).ShouldBe(1);
        visit.Claims.Count(c => c.CopyOf == visit.Claims[0].Document).ShouldBe(4);
    }

    [Fact]
    public void Whoever_prints_an_agencys_text_the_agency_is_the_origin()
    {
        using var pages = new Pages();
        foreach (var paper in new[] { "Harbour Post", "Hill Gazette" })
        {
            pages.Add(paper + ".txt", Page(paper + " on the lakes", "11 May 2021", "DODOMA, May 11 (Reuters) - Kenyan President Uhuru Kenyatta visited Tanzania on 10 May 2021.", $"The roads and lakes that both share were spoken of in {paper.Length} meetings before that day, and nothing came of it."));
        }

        Follow(pages.Record(), [pages.Folder]);
        var visit = Archive.Open(pages.Record()).Matters(new ClaimFilter { Type = "CONSULT", Dyad = "KEN-TZA" }).First(m => m.Best.Mode == "visit");
        visit.Support.Documents.ShouldBe(2);
        visit.Support.Named.ShouldBe(["Reuters"]);
        visit.Support.Unknown.ShouldBe(0);
    }

    [Fact]
    public void Who_asserts_and_who_denies_stand_side_by_side()
    {
        using var pages = Read(World);
        var signing = Archive.Open(pages.Record()).Matters(new ClaimFilter { Dyad = "KEN-UGA" }).Where(m => m.Disagreements.Count > 0).ToList();
        signing.ShouldNotBeEmpty();
        foreach (var matter in signing)
        {
            (matter.Support.Asserted, matter.Support.Denied).ShouldBe((1, 1));
            matter.Disagreements.ShouldHaveSingleItem().About.ShouldBe("polarity");
        }
    }

    [Fact]
    public void Any_order_and_any_batches_give_the_same_and_so_does_making_all_anew()
    {
        using var whole = Read(World);
        var expected = Told(whole.Record());
        var random = new Random(11);
        var order = World.ToArray();
        for (var round = 0; round < 4; round++)
        {
            random.Shuffle(order);
            using var pages = new Pages();
            foreach (var batch in order.Chunk(random.Next(1, 4)))
            {
                var paths = batch.Select(p => pages.Add(p.Name, p.Text)).ToArray();
                Follow(pages.Record(), paths);
            }

            Told(pages.Record()).ShouldBe(expected);
            using (var ledger = Ledger.Open(pages.Record()))
            {
                Reconciler.Rebuild(ledger);
            }

            Told(pages.Record()).ShouldBe(expected);
        }
    }

    [Fact]
    public void A_page_that_is_coded_anew_takes_the_place_of_what_it_was()
    {
        using var pages = Read(World);
        var before = Told(pages.Record());
        using (var ledger = Ledger.Open(pages.Record()))
        {
            Reconciler.Follow(ledger);
            new Recorder(Some.Coder, "another coder").Read(Pile.Walk([pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
            ledger.Connection.Number("SELECT count(*) FROM matter_claim").ShouldBe(ledger.Connection.Number("SELECT count(*) FROM claims"));
            ledger.Connection.Text("SELECT value FROM meta WHERE key = 'stale'").ShouldBeNull();
        }

        Told(pages.Record()).ShouldBe(before);
    }

    private static string Page(string title, string day, params string[] paragraphs) => $"{title}\n\nHarbour Post, {day}\n\n" + string.Join("\n\n", paragraphs.Append(
        $"Traders on both sides of the border had waited for the news of {day} for a long time, and said that they hoped for shorter queues and lower fees at the crossings in the hills.")) + "\n";

    private static Pages Read((string Name, string Text)[] world)
    {
        var pages = new Pages();
        foreach (var (name, text) in world)
        {
            pages.Add(name, text);
        }

        Follow(pages.Record(), [pages.Folder]);
        return pages;
    }

    private static void Follow(string record, string[] paths)
    {
        using var ledger = Ledger.Open(record);
        Reconciler.Follow(ledger);
        new Recorder(Some.Coder, "test").Read(Pile.Walk(paths), ledger);
    }

    /// <summary>All that is made from the ledger, in words that do not depend on the order of rows.</summary>
    private static string Told(string record)
    {
        var archive = Archive.Open(record);
        var matters = archive.Matters().Select(m => $"{m.Id} {m.Kind} {m.Time} {m.Support} {m.Agreement} [{string.Join(',', m.Claims.Select(c => c.Id))}] {string.Join(',', m.Outcomes.Select(o => o.What + o.Event))} {string.Join(',', m.Disagreements.Select(d => d.Id))}");
        return string.Join('\n', matters.Concat(archive.DyadMonths().Select(d => d.ToString()))) + "\n" + Pages.Exports(record);
    }
}
