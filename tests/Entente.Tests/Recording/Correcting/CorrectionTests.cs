using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Naming;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Entente.Tests.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording.Correcting;

/// <summary>What people say of what was coded, one kind of decision after the other.</summary>
public sealed class CorrectionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void Actors_that_are_merged_are_one_everywhere_also_on_pages_read_later_and_after_a_rebuild()
    {
        Add("one", "2 May 2021", "The Lakeside Institute criticised Rwanda on 1 May 2021.");
        Add("two", "3 May 2021", "The Lakeview Institute criticised Rwanda on 2 May 2021.");
        using var ledger = Read();
        ledger.Correct([Entry(new MergeActors(["group:lakeview-institute", "group:lakeland-institute"], Institute))]).Claims.ShouldHaveSingleItem().After!.Gist.ShouldBe("Lakeside Institute → Rwanda: ACCUSE disapprove");
        Add("three", "4 May 2021", "The Lakeland Institute criticised Rwanda on 3 May 2021.");
        ReadOn(ledger);
        Criticisms(ledger).ShouldBe(["Lakeside Institute → Rwanda: ACCUSE disapprove", "Lakeside Institute → Rwanda: ACCUSE disapprove", "Lakeside Institute → Rwanda: ACCUSE disapprove"]);
        Reconciler.Rebuild(ledger);
        Criticisms(ledger).Distinct().Count().ShouldBe(1);

        ledger.Correct([Entry(new Undo(ledger.Corrections()[0].Id))]).Claims.Count.ShouldBe(2);
        Criticisms(ledger).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void The_spellings_of_one_state_are_one_decision_that_holds_after_a_rebuild_and_can_be_undone()
    {
        // A pile whose own table takes them for three bodies; that "US" and "U.S." are one, the coder knows.
        string[] spellings = ["US", "U.S.", "United States", "America"];
        var own = OwnActors.Read("actors.tsv", new StringReader("name\tkind\tcountry\tid\nUS\tbody\tIMG\tname:us\nAmerica\tbody\tIMG\tname:america\nUnited States\tbody\tIMG\tname:united-states\n"));
        own.Problems.ShouldBeEmpty();
        var coder = Coder.Load(AnalysisDepth.Trees, own);
        foreach (var (spelling, n) in spellings.Select((s, n) => (s, n)))
        {
            Add("page" + n.ToString(System.Globalization.CultureInfo.InvariantCulture), "2 May 2021", $"The {spelling} criticised Rwanda on 1 May 2021.");
        }

        using var ledger = Ledger.Open(_pages.Record());
        Reconciler.Follow(ledger);
        new Recorder(coder, "test").Read(Pile.Walk([_pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
        Critics().ShouldBe(["name:america", "name:united-states", "name:us"]);
        var entry = Entry(new MergeActors(["name:us", "name:america", "name:united-states"], new Actor("USA", "United States", ActorKind.Country) { Country = "USA" }));
        ledger.Correct([entry]).Claims.Count.ShouldBe(4);
        Critics().ShouldBe(["USA"]);
        ledger.Connection.Number("SELECT count(*) FROM events WHERE type = 'ACCUSE'").ShouldBe(1);
        Reconciler.Rebuild(ledger);
        Critics().ShouldBe(["USA"]);
        ledger.Correct([Entry(new Undo(entry.Id))]);
        Critics().ShouldBe(["name:america", "name:united-states", "name:us"]);
        Reconciler.Verify(ledger).Violations.ShouldBeEmpty();

        List<string> Critics() => ledger.Connection.Query("SELECT DISTINCT y.actor FROM claims c JOIN claim k ON k.claim = c.id JOIN party y ON y.claim = k.id WHERE c.type = 'ACCUSE' AND y.part = 'actor' ORDER BY 1", r => r.GetString(0));
    }

    [Fact]
    public void An_actor_that_is_two_is_split_by_page_or_by_what_it_is_called()
    {
        Add("one", "2 May 2021", "The Lakeside Institute criticised Rwanda on 1 May 2021.");
        Add("two", "3 May 2021", "The Lakeside Institute criticised Rwanda on 2 May 2021.");
        using var ledger = Read();
        var page = ledger.Connection.Text("SELECT page FROM documents WHERE path = 'two.txt'")!;
        ledger.Correct([Entry(new SplitActor("group:lakeside-institute", Institute with { Id = "name:other", Name = "The other one" }) { Page = page })]).Claims.Count.ShouldBe(1);
        ledger.Connection.Query("SELECT DISTINCT c.document FROM claims c WHERE c.gist LIKE 'The other one%'", r => r.GetString(0)).ShouldBe([ledger.Connection.Text("SELECT id FROM documents WHERE path = 'two.txt'")!]);
        ledger.Correct([Entry(new SplitActor("group:lakeside-institute", Institute with { Id = "name:third", Name = "A third" }) { Called = "nobody calls it so" })]).Claims.ShouldBeEmpty();
    }

    [Fact]
    public void An_actor_that_is_another_in_some_words_is_split_there_alone_and_the_words_are_found_again()
    {
        const string First = "The Lakeside Institute criticised Rwanda on 1 May 2021.", Second = "The Lakeside Institute criticised Uganda on 1 May 2021.";
        Add("one", "2 May 2021", First, Second);
        using var ledger = Read();
        var document = ledger.Connection.Text("SELECT id FROM documents")!;
        var place = ledger.Anchors(document, Second).ShouldHaveSingleItem();
        var split = Entry(new SplitActor("group:lakeside-institute", Institute with { Id = "name:other", Name = "The other one" }) { Place = place });
        Correction.Parse(split.ToJson()).Decision.ShouldBe(split.Decision);
        ledger.Correct([split]).Claims.ShouldHaveSingleItem().After!.Gist.ShouldBe("The other one → Uganda: ACCUSE disapprove");
        Criticisms(ledger).ShouldBe(["Lakeside Institute → Rwanda: ACCUSE disapprove"]);
        ledger.Connection.Number("SELECT count(*) FROM mention WHERE actor = 'name:other'").ShouldBe(1);

        ledger.Correct([Correction.Of(Now.AddMinutes(1), "Ana", new RejectActor("group:lakeside-institute"))]);
        ledger.Connection.Number("SELECT count(*) FROM claims WHERE gist LIKE 'The other one%'").ShouldBe(1);
        var nobody = Entry(new SplitActor("KEN", Institute) { Place = place });
        ledger.Correct([nobody]).Orphans.ShouldHaveSingleItem().Reason.ShouldContain("the actor is not named in them now");
        Archive.Open(_pages.Record()).CorrectionLog().Select(c => c.State).ShouldBe([CorrectionState.Holds, CorrectionState.Holds, CorrectionState.Orphaned], ignoreOrder: true);
        Reconciler.Verify(ledger).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_rejected_claim_is_gone_from_all_that_is_made_of_it_and_comes_back_when_that_is_undone()
    {
        Add("one", "2 May 2021", "Rwanda accused Uganda of closing the border at Gatuna on 1 May 2021.");
        using var ledger = Read();
        var claim = ledger.Connection.Text("SELECT id FROM claims WHERE type = 'ACCUSE'")!;
        var entry = Entry(new RejectClaims([ledger.Anchor(claim)!]));
        ledger.Correct([entry]).Claims.ShouldHaveSingleItem().After.ShouldBeNull();
        ledger.Connection.Number("SELECT count(*) FROM events WHERE type = 'ACCUSE'").ShouldBe(0);
        ledger.Connection.Number("SELECT count(*) FROM dyad_months WHERE a = 'RWA' AND b = 'UGA'").ShouldBe(0);
        ledger.Correct([Entry(new Undo(entry.Id))]).Claims.ShouldHaveSingleItem().Before.ShouldBeNull();
        ledger.Connection.Number("SELECT count(*) FROM events WHERE type = 'ACCUSE'").ShouldBe(1);
        ledger.Connection.Text("SELECT id FROM claims WHERE type = 'ACCUSE'").ShouldBe(claim);
    }

    [Fact]
    public void A_claim_of_another_type_and_day_moves_to_the_matter_and_the_month_of_these()
    {
        Add("one", "2 May 2021", "Rwanda accused Uganda of closing the border at Gatuna on 1 May 2021.");
        using var ledger = Read();
        var anchor = ledger.Anchor(ledger.Connection.Text("SELECT id FROM claims WHERE type = 'ACCUSE'")!)!;
        ledger.Correct([Entry(new RetypeClaims([anchor], "THREATEN", null)), Entry(new RedateClaims([anchor], DateInterval.Day(new DateOnly(2021, 4, 30))))]);
        ledger.Connection.Query("SELECT gist || ' ' || cameo || ' ' || goldstein || ' ' || earliest || ' ' || time_basis FROM claims WHERE type = 'THREATEN'", r => r.GetString(0)).ShouldBe(["Rwanda → Uganda: THREATEN 130 -4.4 2021-04-30 person"]);
        ledger.Connection.Query("SELECT month FROM dyad_months WHERE a = 'RWA' AND b = 'UGA'", r => r.GetString(0)).ShouldBe(["2021-04"]);
        Reconciler.Verify(ledger).Violations.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_actor_takes_the_claims_with_it_that_have_nobody_else()
    {
        Add("one", "2 May 2021", "The Lakeside Institute criticised Rwanda on 1 May 2021.", "Rwanda accused Uganda of closing the border at Gatuna on 1 May 2021.");
        using var ledger = Read();
        ledger.Correct([Entry(new RejectActor("group:lakeside-institute"))]);
        Criticisms(ledger).ShouldBeEmpty();
        ledger.Connection.Number("SELECT count(*) FROM mention WHERE actor = 'group:lakeside-institute'").ShouldBe(0);
        ledger.Connection.Number("SELECT count(*) FROM claims WHERE type = 'ACCUSE' AND gist LIKE 'Rwanda%'").ShouldBe(1);
    }

    [Fact]
    public void What_was_corrected_is_no_difference_between_two_readings()
    {
        Add("one", "2 May 2021", "Rwanda accused Uganda of closing the border at Gatuna on 1 May 2021.", "Trade between Kenya and Uganda reached $45 million in 2020.");
        using var ledger = Read();
        var anchors = ledger.Connection.Query("SELECT id FROM claims ORDER BY kind", r => r.GetString(0)).Select(c => ledger.Anchor(c)!).ToList();
        new Recorder(Some.Coder, "another").Read(Pile.Walk([_pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
        var before = Archive.Open(_pages.Record()).Differences(1, 2);
        ledger.Correct([Entry(new RejectClaims(anchors[..1])), Entry(new RedateClaims(anchors[1..], DateInterval.Day(new DateOnly(2021, 4, 30))))]).Claims.Count.ShouldBe(anchors.Count);
        var after = Archive.Open(_pages.Record()).Differences(1, 2);
        after.Select(d => (d.Same, d.Reworded.Count, d.Dropped.Count, d.Added.Count)).ShouldBe(before.Select(d => (d.Same, d.Reworded.Count, d.Dropped.Count, d.Added.Count)));
        after.Single().Same.ShouldBe(anchors.Count);
    }

    [Fact]
    public void Who_adds_a_claim_says_at_which_words_and_it_counts_as_any_other()
    {
        Add("one", "2 May 2021", "Rwanda and Uganda drank to each other's health at the lake on 1 May 2021.");
        using var ledger = Read();
        var document = ledger.Connection.Text("SELECT id FROM documents")!;
        var text = ledger.Connection.Text("SELECT text FROM documents")!;
        var start = text.IndexOf("Rwanda and Uganda drank", StringComparison.Ordinal);
        var place = ledger.Anchor(document, start, text.IndexOf(" The queues", start, StringComparison.Ordinal))!;
        const string Claim = """
            {"kind":"event","event":{"type":"CONSULT","trigger":{"start":18,"end":23},
             "actors":[{"id":"RWA","name":"Rwanda","kind":"country","country":"RWA","start":0,"end":6},{"id":"UGA","name":"Uganda","kind":"country","country":"UGA","start":11,"end":17}],"recipients":[]},
             "time":{"earliest":"2021-05-01","latest":"2021-05-01","basis":"stated"},"factuality":{"certainty":"CT","polarity":"+","readings":["asserted"]},"confidence":1,"evidence":{"start":0,"end":73}}
            """;
        var added = ledger.Correct([Entry(new AddClaims([new AddedClaim(place, Claim)]))]);
        added.Orphans.ShouldBeEmpty();
        added.Claims.ShouldHaveSingleItem().After!.Gist.ShouldBe("Rwanda, Uganda: CONSULT");
        ledger.Connection.Text("SELECT rule FROM claims WHERE id = '" + added.Claims[0].Claim + "'").ShouldBe("hand");
        ledger.Connection.Text("SELECT month FROM dyad_months WHERE a = 'RWA' AND b = 'UGA'").ShouldBe("2021-05");

        // What is decided about its actors holds for it as for any other
        var merge = Entry(new MergeActors(["UGA"], new Actor("KEN", "Kenya", ActorKind.Country) { Country = "KEN" }));
        ledger.Correct([merge]);
        ledger.Connection.Text("SELECT gist FROM claims WHERE rule = 'hand'").ShouldBe("Rwanda, Kenya: CONSULT");
        ledger.Connection.Query("SELECT a || b FROM dyad_months", r => r.GetString(0)).ShouldBe(["KENRWA"]);
        ledger.Correct([Entry(new Undo(merge.Id))]);
        ledger.Correct([Entry(new AddClaims([new AddedClaim(place, Claim.Replace("\"end\":73", "\"end\":7300", StringComparison.Ordinal))]))]).Orphans.ShouldHaveSingleItem().Reason.ShouldContain("evidence");
    }

    [Fact]
    public void A_decision_comes_after_all_that_the_log_holds_whatever_the_clocks_say()
    {
        using var ledger = Ledger.Open(_pages.Record());
        ledger.Next(Now).ShouldBe(Now);
        ledger.Correct([Correction.Of(Now.AddMinutes(10), "Ben", new RenameActor("KEN", "Kenia"))]);
        ledger.Next(Now).ShouldBe(Now.AddMinutes(10).AddMilliseconds(1));
    }

    [Theory]
    [InlineData("CHN", "PR China", null, "\"country\" that is no code")]
    [InlineData("CHN", null, "army", "\"sector\" that is no code")]
    [InlineData("org:two words", null, null, "no white space")]
    public void What_the_record_could_not_be_read_with_is_no_decision(string actor, string? country, string? sector, string reason) =>
        Should.Throw<FormatException>(() => Entry(new RetypeActor(actor, ActorKind.Country, country, sector))).Message.ShouldContain(reason);

    [Fact]
    public void A_file_that_somebody_changed_by_hand_is_refused_with_what_to_do()
    {
        var line = Entry(new RenameActor("KEN", "Kenya")).ToJson();
        Correction.Parse(line).ToJson().ShouldBe(line);
        Should.Throw<FormatException>(() => Correction.Parse(line.Replace("Kenya", "Uganda", StringComparison.Ordinal))).Message.ShouldContain("Leave the id out");
    }

    [Theory]
    [InlineData("{}", "schema")]
    [InlineData("[1", "no JSON")]
    [InlineData("""{"schema":"entente.correction/1","at":"yesterday","by":"Ana","what":"undo","correction":"a"}""", "\"at\" that is no time")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","what":"undo","correction":"a"}""", "no \"by\"")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana\u001b[2J","what":"undo","correction":"a"}""", "control characters in its \"by\"")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"add","claims":[{"page":"p","quote":"q","claim":{"kind":"event","kind":"event"}}]}""", "no JSON")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"\ud800","what":"undo","correction":"a"}""", "no JSON")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"retype","actor":"a","kind":"-9"}""", "nobody knows, '-9'")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"retype","claims":[{"page":"p","quote":"q","claim":"c","kind":"event","gist":"g"}],"type":"NONSENSE"}""", "has no type 'NONSENSE'")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"erase"}""", "nobody knows, 'erase'")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"reject","claims":[]}""", "no \"claims\"")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"reject","claims":[7]}""", "something else than objects")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"merge","actors":["a"]}""", "no \"into\"")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"retype","actor":"a","kind":"planet"}""", "nobody knows, 'planet'")]
    [InlineData("""{"schema":"entente.correction/1","at":"2026-01-01T00:00:00Z","by":"Ana","what":"date","claims":[{"page":"p","quote":"q","claim":"c","kind":"event","gist":"g"}],"earliest":"2023-02-33"}""", "no day, '2023-02-33'")]
    public void A_line_that_is_no_correction_says_why(string line, string reason) => Should.Throw<FormatException>(() => Correction.Parse(line)).Message.ShouldContain(reason);

    [Fact]
    public void What_follows_from_parties_and_type_is_made_as_the_coder_makes_it()
    {
        using var ledger = Ledger.Open(_pages.Record("samples.db"));
        new Recorder(Some.Coder, "test").Read(Pile.Walk([Repository.PathOf("samples")]), ledger, stop: TestContext.Current.CancellationToken);
        using var rows = new CodedRows(ledger.Connection);
        var claims = 0;
        foreach (var (document, id) in ledger.Connection.Query("SELECT id, document FROM document", r => (r.GetInt64(0), r.GetString(1))))
        {
            foreach (var claim in rows.Whole(document, id, "").Claims)
            {
                ClaimAgain.Make(claim);
                claim.Values[ClaimCell.Gist].ShouldBe(claim.CodedGist);
                claim.Parties.Add([.. claim.Parties.FirstOrDefault() ?? []]);
                claim.Parties.RemoveAll(p => p.Length == 0);
                ClaimAgain.Make(claim);
                claim.Dyads.ShouldBe(claim.CodedDyads, claim.CodedGist);
                claims++;
            }
        }

        claims.ShouldBeGreaterThan(100);
    }

    private static Actor Institute => new("group:lakeside-institute", "Lakeside Institute", ActorKind.Body);

    private static Correction Entry(Entente.Record.Decision decision) => Correction.Of(Now, "Ana", decision);

    private static List<string> Criticisms(Ledger ledger) => ledger.Connection.Query("SELECT gist FROM claims WHERE kind = 'event' AND gist LIKE 'Lake%' ORDER BY gist", r => r.GetString(0));

    private void Add(string name, string day, params string[] paragraphs) => _pages.Add(name + ".txt", SmallWorld.Page("The news of the " + name, day, paragraphs));

    private Ledger Read()
    {
        var ledger = Ledger.Open(_pages.Record());
        Reconciler.Follow(ledger);
        ReadOn(ledger);
        return ledger;
    }

    private void ReadOn(Ledger ledger) => new Recorder(Some.Coder, "test").Read(Pile.Walk([_pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
}
