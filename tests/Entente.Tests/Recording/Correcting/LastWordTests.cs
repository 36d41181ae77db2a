using System.Diagnostics;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Reconciling;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording.Correcting;

/// <summary>Ana and Ben have a copy of the same record each, decide for themselves, and exchange their logs: both end with the same record, and each sees where the other had the last word.</summary>
public sealed class LastWordTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    private readonly Pages _pages = new();
    private readonly Ledger _ana;
    private readonly Ledger _ben;

    public LastWordTests()
    {
        _pages.Add("one.txt", SmallWorld.Page("The news of the lakes", "2 May 2021", "Rwanda accused Uganda of closing the border at Gatuna on 1 May 2021.", "The Lakeside Institute criticised Rwanda on 1 May 2021.", "The Lakeview Institute criticised Uganda on 1 May 2021."));
        (_ana, _ben) = (Read("ana.db"), Read("ben.db"));
    }

    public void Dispose()
    {
        _ana.Dispose();
        _ben.Dispose();
        _pages.Dispose();
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("retype")]
    [InlineData("date")]
    public void Who_finds_right_what_another_rejected_brings_it_back(string what)
    {
        var anchor = Claim(_ana);
        var reject = Decide(_ana, "Ana", 0, new RejectClaims([anchor]));
        var other = Decide(_ben, "Ben", 1, what switch
        {
            "confirm" => new ConfirmClaims([anchor]),
            "retype" => new RetypeClaims([anchor], "THREATEN", null),
            _ => new RedateClaims([anchor], DateInterval.Day(new DateOnly(2021, 4, 30))),
        });
        Exchange();
        States("ana.db").ShouldBe([(reject.Id, CorrectionState.Overruled, other.Id), (other.Id, CorrectionState.Holds, "")]);
        var claim = Archive.Open(_pages.Record("ana.db")).Claim(anchor.Claim)!;
        claim.Corrections.Select(m => (m.What, m.OverruledBy)).ShouldBe([("reject", other.Id), (what, (string?)null)]);
        _ana.Connection.Text("SELECT corrected FROM claims WHERE id = '" + anchor.Claim + "'").ShouldBe(what + " by Ben");

        Decide(_ana, "Ana", 2, new Undo(other.Id));
        States("ana.db")[0].ShouldBe((reject.Id, CorrectionState.Holds, ""));
        Archive.Open(_pages.Record("ana.db")).Claim(anchor.Claim).ShouldBeNull();
    }

    [Fact]
    public void Who_rejects_what_another_found_right_has_the_last_word()
    {
        var anchor = Claim(_ana);
        var confirm = Decide(_ana, "Ana", 0, new ConfirmClaims([anchor]));
        var reject = Decide(_ben, "Ben", 1, new RejectClaims([anchor]));
        Exchange();
        States("ben.db").ShouldBe([(confirm.Id, CorrectionState.Overruled, reject.Id), (reject.Id, CorrectionState.Holds, "")]);
        Archive.Open(_pages.Record("ana.db")).Claim(anchor.Claim).ShouldBeNull();
    }

    [Fact]
    public void A_claim_that_went_with_an_actor_comes_back_whole_with_what_was_decided_about_its_other_actors()
    {
        var anchor = _ben.Anchor(_ben.Connection.Text("SELECT id FROM claims WHERE gist LIKE 'Lakeside%'")!)!;
        Decide(_ana, "Ana", 0, new RejectActor("group:lakeside-institute"));
        Decide(_ana, "Ana", 1, new RenameActor("RWA", "Republic of Rwanda"));
        Decide(_ben, "Ben", 2, new ConfirmClaims([anchor]));
        Exchange();
        Archive.Open(_pages.Record("ana.db")).Claim(anchor.Claim)!.Gist.ShouldBe("Lakeside Institute → Republic of Rwanda: ACCUSE disapprove");
        Verifier.Verify(_pages.Record("ana.db")).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void What_two_people_add_is_there_once_and_stays_when_one_of_them_takes_it_back()
    {
        var place = Claim(_ana).Place;
        var first = Decide(_ana, "Ana", 0, new AddClaims([new AddedClaim(place, Met("UGA"))]));
        var second = Decide(_ben, "Ben", 1, new AddClaims([new AddedClaim(place, Met("UGA"))]) { From = "model-x/1" });
        var reject = _ben.Anchor(_ben.Connection.Text("SELECT id FROM claims WHERE type = 'CONSULT'")!)!;
        Exchange();
        var one = Archive.Open(_pages.Record("ana.db")).Claims(new ClaimFilter { Type = "CONSULT" }).Single();
        (one.Rule, one.Id).ShouldBe(("hand", reject.Claim));
        one.Corrections.Select(m => m.Author).ShouldBe(["Ana", "Ben"]);

        Decide(_ana, "Ana", 2, new Undo(first.Id));
        Archive.Open(_pages.Record("ana.db")).Claims(new ClaimFilter { Type = "CONSULT" }).Single().Rule.ShouldBe("hand:model-x/1");
        Decide(_ana, "Ana", 3, new RejectClaims([reject]));
        States("ana.db").Single(s => s.Id == second.Id).State.ShouldBe(CorrectionState.Overruled);
        Archive.Open(_pages.Record("ana.db")).Claims(new ClaimFilter { Type = "CONSULT" }).ShouldBeEmpty();
    }

    [Fact]
    public void What_one_adds_follows_what_another_had_decided_about_its_actors()
    {
        Decide(_ana, "Ana", 0, new MergeActors(["UGA"], new Actor("KEN", "Kenya", ActorKind.Country) { Country = "KEN" }));
        Decide(_ben, "Ben", 1, new AddClaims([new AddedClaim(Claim(_ben).Place, Met("UGA"))]));
        Exchange();
        Archive.Open(_pages.Record("ana.db")).Claims(new ClaimFilter { Type = "CONSULT" }).Single().Gist.ShouldBe("Rwanda, Kenya: CONSULT");
    }

    [Fact]
    public void What_the_coder_claims_too_is_not_added_a_second_time()
    {
        var anchor = Claim(_ana);
        Decide(_ana, "Ana", 0, new RejectClaims([anchor]));
        Archive.Open(_pages.Record("ana.db")).Claim(anchor.Claim).ShouldBeNull();
        var claim = Accused();
        var report = _ana.Correct([Correction.Of(Morning.AddMinutes(1), "Ana", new AddClaims([new AddedClaim(anchor.Place, claim)]))]);
        report.Claims.ShouldHaveSingleItem().Claim.ShouldBe(anchor.Claim);
        Archive.Open(_pages.Record("ana.db")).Claims(new ClaimFilter { Type = "ACCUSE" }).Count(c => c.Gist.StartsWith("Rwanda", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Whoever_decides_last_whether_two_are_one_is_heard()
    {
        var merge = Decide(_ana, "Ana", 0, new MergeActors(["group:lakeview-institute"], new Actor("group:lakeside-institute", "Lakeside Institute", ActorKind.Body)));
        Critics(_ana).ShouldBe(["group:lakeside-institute"]);
        var apart = Decide(_ben, "Ben", 1, new KeepApart(["group:lakeside-institute", "group:lakeview-institute"]));
        Exchange();
        Critics(_ana).ShouldBe(["group:lakeside-institute", "group:lakeview-institute"]);
        States("ana.db").ShouldBe([(merge.Id, CorrectionState.Overruled, apart.Id), (apart.Id, CorrectionState.Holds, "")]);
        var again = Decide(_ana, "Ana", 2, merge.Decision);
        Critics(_ana).ShouldBe(["group:lakeside-institute"]);
        States("ana.db")[1].ShouldBe((apart.Id, CorrectionState.Overruled, again.Id));
        Verifier.Verify(_pages.Record("ana.db")).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_said_of_an_actor_that_another_took_away_is_overruled_and_so_is_an_older_name()
    {
        var merge = Decide(_ana, "Ana", 0, new MergeActors(["group:lakeview-institute"], new Actor("group:lakeside-institute", "Lakeside Institute", ActorKind.Body)));
        var late = Decide(_ben, "Ben", 1, new RenameActor("group:lakeview-institute", "The Lakeview"));
        var old = Decide(_ben, "Ben", 2, new RenameActor("RWA", "Republic of Rwanda"));
        var now = Decide(_ana, "Ana", 3, new RenameActor("RWA", "Rwanda (state)"));
        Exchange();
        States("ben.db").ShouldBe([(merge.Id, CorrectionState.Holds, ""), (late.Id, CorrectionState.Overruled, merge.Id), (old.Id, CorrectionState.Overruled, now.Id), (now.Id, CorrectionState.Holds, "")]);
    }

    [Fact]
    public void Who_replays_a_log_is_told_where_it_goes_against_what_was_there()
    {
        var (one, other) = (Claim(_ana), _ana.Anchor(_ana.Connection.Text("SELECT id FROM claims WHERE gist LIKE 'Lakeside%'")!)!);
        Decide(_ana, "Ana", 0, new RejectClaims([one]));
        Decide(_ana, "Ana", 3, new RejectClaims([other]));
        Decide(_ben, "Ben", 1, new ConfirmClaims([one]));
        Decide(_ben, "Ben", 2, new ConfirmClaims([other]));
        Decide(_ben, "Ben", 2, new RenameActor("RWA", "Republic of Rwanda"));
        var log = Path.Combine(_pages.Root, "ben.jsonl");
        File.WriteAllLines(log, _ben.Corrections().Select(c => c.ToJson()));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), "correct", "replay", log, "--record", _pages.Record("ana.db")]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd().ShouldContain("3 of 3 corrections are new.\nThey overrule 1 of those that were there, and 1 of them is overruled by those: entente correct list --overruled shows which.");
    }

    [Fact]
    public void An_entry_of_the_log_that_was_never_applied_is_found()
    {
        var entry = Correction.Of(Morning, "Ana", new RejectClaims([Claim(_ana)]));
        using (var file = new SqliteConnection("Data Source=" + _pages.Record("ana.db")))
        {
            file.Open();
            file.Run("INSERT INTO correction (id, at, author, what, body) VALUES ($1, $2, $3, $4, $5)", entry.Id, "2026-11-23T09:30:00.000Z", entry.Author, entry.Decision.What, entry.ToJson());
        }

        Verifier.Verify(_pages.Record("ana.db")).SelectMany(c => c.Violations).ShouldContain(v => v.Contains("not as the log says", StringComparison.Ordinal));
        Reconciler.Rebuild(_ana);
        Verifier.Verify(_pages.Record("ana.db")).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void A_record_in_which_two_decisions_both_held_is_brought_up_to_the_last_word()
    {
        var anchor = Claim(_ana);
        Decide(_ana, "Ana", 0, new RejectClaims([anchor]));
        Decide(_ana, "Ben", 1, new ConfirmClaims([anchor]));
        _ana.Connection.Query("SELECT name FROM sqlite_master WHERE type = 'view' AND name <> 'sentence_text'", r => r.GetString(0)).ForEach(v => _ana.Connection.Run("DROP VIEW " + v));
        _ana.Connection.Run("ALTER TABLE corrected DROP COLUMN overruled; PRAGMA user_version = 9");
        using (var ledger = Ledger.Open(_pages.Record("ana.db")))
        {
            Reconciler.Follow(ledger);
            Reconciler.Reconcile(ledger);
        }

        States("ana.db").Select(s => s.State).ShouldBe([CorrectionState.Overruled, CorrectionState.Holds]);
        Verifier.Verify(_pages.Record("ana.db")).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    private static string Met(string other) => $$"""
        {"kind":"event","event":{"type":"CONSULT","trigger":{"start":7,"end":14},
         "actors":[{"id":"RWA","name":"Rwanda","kind":"country","country":"RWA","start":0,"end":6},{"id":"{{other}}","name":"Uganda","kind":"country","country":"{{other}}","start":15,"end":21}],"recipients":[]},
         "factuality":{"certainty":"CT","polarity":"+","readings":["asserted"]},"confidence":1,"evidence":{"start":0,"end":67} }
        """;

    private static string Accused() => """
        {"kind":"event","event":{"type":"ACCUSE","trigger":{"start":7,"end":14},
         "actors":[{"id":"RWA","name":"Rwanda","kind":"country","country":"RWA","start":0,"end":6}],"recipients":[{"id":"UGA","name":"Uganda","kind":"country","country":"UGA","start":15,"end":21}]},
         "time":{"earliest":"2021-05-01","latest":"2021-05-01","basis":"stated"},"factuality":{"certainty":"CT","polarity":"+","readings":["asserted"]},"confidence":1,"evidence":{"start":0,"end":67}}
        """;

    private static Correction Decide(Ledger ledger, string author, int minute, Entente.Record.Decision decision)
    {
        var entry = Correction.Of(Morning.AddMinutes(minute), author, decision);
        ledger.Correct([entry]).Orphans.ShouldBeEmpty();
        return entry;
    }

    private static ClaimAnchor Claim(Ledger ledger) => ledger.Anchor(ledger.Connection.Text("SELECT id FROM claims WHERE type = 'ACCUSE' AND gist LIKE 'Rwanda%'")!)!;

    private static List<string> Critics(Ledger ledger) => ledger.Connection.Query("SELECT DISTINCT y.actor FROM claims c JOIN claim k ON k.claim = c.id JOIN party y ON y.claim = k.id WHERE c.gist LIKE 'Lake%' AND y.part = 'actor' ORDER BY 1", r => r.GetString(0));

    /// <summary>Each replays the log of the other.</summary>
    private void Exchange()
    {
        _ana.Correct(_ben.Corrections());
        _ben.Correct(_ana.Corrections());
        MadeCheck.Read(_ana.Connection).ShouldBe(MadeCheck.Read(_ben.Connection), ignoreOrder: true);
        _ana.Connection.Query("SELECT id || gist || coalesce(corrected, '') FROM claims ORDER BY id", r => r.GetString(0)).ShouldBe(_ben.Connection.Query("SELECT id || gist || coalesce(corrected, '') FROM claims ORDER BY id", r => r.GetString(0)));
    }

    private List<(string Id, CorrectionState State, string By)> States(string record) => [.. Archive.Open(_pages.Record(record)).CorrectionLog().Where(c => c.Correction.Decision is not Undo).Select(c => (c.Correction.Id, c.State, string.Join(' ', c.OverruledBy)))];

    private Ledger Read(string name)
    {
        var ledger = Ledger.Open(_pages.Record(name));
        Reconciler.Follow(ledger);
        new Recorder(Some.Coder, "test").Read(Pile.Walk([_pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
        return ledger;
    }
}
