using System.Diagnostics;
using Entente.Claims;
using Entente.Cli;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

/// <summary>`entente sample N --judge` and `entente show confidence`: how often the coder is right, as people judged it.</summary>
public sealed class CalibrationTests : IDisposable
{
    private readonly Pages _pages = new();
    private Ledger? _ledger;

    private Archive Archive => Archive.Open(_pages.Record());

    public void Dispose()
    {
        _ledger?.Dispose();
        _pages.Dispose();
    }

    /// <summary>The ends are those that R gives: prop.test(right, n, correct = FALSE).</summary>
    [Theory]
    [InlineData(8, 10, .490, .943)]
    [InlineData(0, 5, 0, .434)]
    [InlineData(5, 5, .566, 1)]
    [InlineData(50, 100, .404, .596)]
    [InlineData(1, 1, .207, 1)]
    public void The_interval_is_that_of_wilson(int right, int judged, double low, double high)
    {
        var row = new CalibrationRow(judged, .45, judged, right);
        row.Interval!.Value.Low.ShouldBe(low, .0006);
        row.Interval.Value.High.ShouldBe(high, .0006);
        row.IsStatedWithin.ShouldBe(low <= .45 && .45 <= high);
        CalibrationRow.WorstHalfWidth(100).ShouldBe(.096, .0006);
        new CalibrationRow(3, .7, 0, 0).ShouldSatisfyAllConditions(r => r.Share.ShouldBeNull(), r => r.Interval.ShouldBeNull(), r => r.IsStatedWithin.ShouldBeNull());
    }

    /// <summary>Of 10 claims both find 4 right and 3 wrong, of 3 each says otherwise: observed .7, by chance .6·.5 + .4·.5 = .5, kappa .4.</summary>
    [Fact]
    public void Agreement_is_told_beyond_chance()
    {
        static Dictionary<string, bool> Both(bool ana, bool ben) => new(StringComparer.Ordinal) { ["ben"] = ben, ["ana"] = ana };
        var claims = Enumerable.Repeat(Both(true, true), 4).Concat(Enumerable.Repeat(Both(false, false), 3)).Concat(Enumerable.Repeat(Both(true, false), 2)).Append(Both(false, true)).Append(new(StringComparer.Ordinal) { ["ana"] = true });
        var found = JudgeAgreements.Of(claims).ShouldHaveSingleItem();
        (found.One, found.Other, found.Both, found.Same).ShouldBe(("ana", "ben", 10, 7));
        found.Kappa!.Value.ShouldBe(.4, 1e-9);
        JudgeAgreements.Of([Both(true, true), Both(true, true)]).Single().Kappa.ShouldBeNull();
    }

    [Fact]
    public void Twenty_judgements_take_twenty_keys_and_change_nothing_that_is_shown()
    {
        Samples();
        var before = Pages.Exports(_pages.Record());
        var (judged, output) = Judge("ana", "ynrxynrxynrxynrxynrxq", Archive.Claims());
        judged.ShouldBe(20);
        foreach (var claim in Archive.Claims().Take(20))
        {
            output.ShouldContain(claim.Id);
            output.ShouldContain(claim.Gist);
            claim.Parties.ShouldAllBe(p => output.Contains(p.Actor.Name, StringComparison.Ordinal));
        }

        Pages.Exports(_pages.Record()).ShouldBe(before);
        var found = Archive.Calibration();
        (found.All.Claims, found.All.Judged, found.All.Right).ShouldBe((Archive.Claims().Count, 20, 10));
        found.Bins.Sum(b => b.Found.Judged).ShouldBe(20);
        found.Kinds.Sum(k => k.Found.Right).ShouldBe(10);
        found.Bins.ShouldAllBe(b => b.Found.Stated >= b.From - 1e-9 && b.Found.Stated < b.To);
    }

    [Fact]
    public void What_was_judged_is_taken_back_and_asked_again_and_not_by_the_same_person_twice()
    {
        Samples();
        var claims = Archive.Claims();
        Judge("ana", "ynuyq", claims).Judged.ShouldBe(2);
        var log = Archive.CorrectionLog();
        log.Select(c => c.Correction.Decision.What).ShouldBe(["judge", "judge", "undo", "judge"], ignoreOrder: true);
        Archive.Calibration().All.ShouldSatisfyAllConditions(a => a.Judged.ShouldBe(2), a => a.Right.ShouldBe(2));
        Archive.JudgedBy("ana").ShouldBe([claims[0].Id, claims[1].Id], ignoreOrder: true);
        Archive.JudgedBy("ben").ShouldBeEmpty();

        // another person's word beside it: a claim counts once, and where two are even it is wrong
        Judge("ben", "ynq", claims);
        var found = Archive.Calibration();
        (found.All.Judged, found.All.Right).ShouldBe((2, 1));
        found.Agreements.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Both.ShouldBe(2), a => a.Same.ShouldBe(1), a => a.Kappa.ShouldBe(0));
    }

    [Fact]
    public void A_claim_that_is_rejected_or_dated_after_it_was_judged_counts_as_it_was_coded()
    {
        Samples();
        var claims = Archive.Claims(new ClaimFilter { Kind = ClaimKind.Event });
        Judge("ana", "nnq", claims);
        Correct(new RejectClaims([_ledger!.Anchor(claims[0].Id)!]));
        var all = Archive.Calibration();
        (all.All.Judged, all.RejectedUnjudged, all.RejectedUnplaced).ShouldBe((2, 0, 0));
        var events = Archive.Calibration(new ClaimFilter { Kind = ClaimKind.Event });
        (events.All.Judged, events.RejectedUnplaced).ShouldBe((1, 1));

        Correct(new RejectClaims([_ledger.Anchor(claims[5].Id)!]));
        Correct(new RedateClaims([_ledger.Anchor(claims[2].Id)!], DateInterval.Month(2001, 2)));
        var after = Archive.Calibration();
        (after.All.Claims, after.RejectedUnjudged).ShouldBe((all.All.Claims, 1));
        Judge("ana", "q", [Archive.Claim(claims[2].Id)!]).Output.ShouldContain("corrected since it was coded; judge what its coder had: " + claims[2].Gist);
    }

    [Fact]
    public void Decisions_of_a_review_and_claims_that_people_added_do_not_count()
    {
        _pages.AddArticle(1);
        _pages.Read();
        var (claims, before) = (Archive.Claims(), Told(Archive.Calibration()));
        Run("", "correct", "confirm", claims[0].Id).Code.ShouldBe(0);
        Run("", "correct", "add", claims[0].Document, "according to customs figures published in Beijing", "--type", "CONSULT", "--actor", "Russia", "--actor", "China").Code.ShouldBe(0);
        var added = Archive.Claims().Single(c => c.IsAdded);
        Told(Archive.Calibration()).ShouldBe(before);
        Told(Archive.Calibration(new ClaimFilter { Document = added.Document })).ShouldBe(before);
        Run("q", "sample", "1000", "--judge").Output.ShouldNotContain(added.Gist);

        // who judges it all the same, in an entry of his own making, is not counted
        using var ledger = Ledger.Open(_pages.Record());
        ledger.Correct([Correction.Of(DateTimeOffset.UnixEpoch.AddDays(30000), "ana", new JudgeClaims([ledger.Anchor(added.Id)!], Right: true))]);
        Archive.Calibration().All.Judged.ShouldBe(0);
        Archive.Claim(claims[0].Id)!.Corrections.Select(c => c.What).ShouldBe(["confirm"]);
    }

    [Fact]
    public void Judgements_hold_after_a_rebuild_and_replayed_into_a_fresh_record_give_the_same_table()
    {
        Samples();
        Judge("ana", "ynyyn yyq", Archive.Claims());
        Judge("ben", "yyyq", Archive.Claims());
        Correct(new RejectClaims([_ledger!.Anchor(Archive.Claims()[1].Id)!]));
        var before = Told(Archive.Calibration());
        Reconciler.Rebuild(_ledger);
        Told(Archive.Calibration()).ShouldBe(before);

        using var fresh = Ledger.Open(_pages.Record("fresh.db"));
        fresh.Correct([.. _ledger.Corrections().Reverse().Select(c => Correction.Parse(c.ToJson()))]);
        Archive.Open(_pages.Record("fresh.db")).Calibration().ShouldSatisfyAllConditions(t => t.All.Judged.ShouldBe(0), t => t.Waiting.ShouldBe(10));
        new Recorder(Some.Coder, "test").Read(Pile.Walk([Repository.PathOf("samples")]), fresh, stop: TestContext.Current.CancellationToken);
        Reconciler.Reconcile(fresh);
        Told(Archive.Open(_pages.Record("fresh.db")).Calibration()).ShouldBe(before);
        Verifier.Verify(_pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    /// <summary>Another coder that finds one claim no more and is less sure of the other.</summary>
    [Fact]
    public void Another_coder_s_claims_are_judged_as_far_as_they_say_the_same_and_the_rest_is_told_as_not_counted()
    {
        var page = new Page("one", System.Text.Encoding.UTF8.GetBytes("Kenya signed a gas supply deal with Rwanda on 1 May 2021. Rwanda accused Uganda of closing the border on 2 May 2021."))
        {
            Form = PageForm.Prepared, Given = new PageFacts { Date = new DateOnly(2021, 5, 3), Publisher = "Harbour Post" },
        };
        _ledger = Ledger.Open(_pages.Record());
        Reconciler.Follow(_ledger);
        var coded = Some.Coder.Code(page);
        _ledger.Append(coded, "first", ["one.txt"]);
        var claims = Archive.Claims();
        Judge("ana", new string('y', claims.Count), claims);
        var accusation = claims.First(c => c.Type == "ACCUSE");
        var document = coded.Documents.Single();
        var other = coded with { Documents = [document with { Claims = [.. document.Claims.Where(c => c.Body is not EventMention { Type: EventType.Accuse }).Select(c => c with { Confidence = .35 })] }] };
        _ledger.Append(other, "second", ["one.txt"]);
        var found = Archive.Calibration();
        (found.All.Judged, found.Orphaned).ShouldBe((claims.Count - 1, 1), accusation.Gist);
        found.Bins.ShouldHaveSingleItem().From.ShouldBe(.3);
        var output = new StringWriter();
        CalibrationText.Write(output, found);
        output.ToString().ShouldContain("1 judgement not counted: what it is about is not claimed any more");
    }

    [Fact]
    public void An_allegation_is_judged_with_all_that_belongs_to_it()
    {
        var archive = Alleged.Record(_pages.Record());
        _ledger = Ledger.Open(_pages.Record());
        var output = Judge("ana", "q", [Alleged.Accusation(archive)]).Output;
        output.ShouldContain("alleged against " + Alleged.Accused);
        output.ShouldContain(Alleged.Denied);
        output.ShouldContain(Alleged.LawyersWord);
    }

    [Fact]
    public void The_verbs_take_keys_from_a_pipe_and_tell_the_table()
    {
        _pages.AddArticle(1);
        _pages.AddArticle(2);
        _pages.Read();
        Run("", "show", "confidence").Output.ShouldContain("Nothing was judged yet. entente sample 100 --judge");
        Run("q", "sample", "5", "--judge").Output.ShouldContain("Nothing was judged.");
        var (first, code) = Run("yn?uysq", "sample", "20", "--judge", "--as", "the archivist");
        code.ShouldBe(0);
        first.ShouldContain("2 judged now by the archivist; 0 of the ");
        first.ShouldContain(" 2       2      100 %      34–100 %");
        Run("n", "sample", "20", "--judge", "--as", "the archivist").Output.ShouldContain("1 judged now by the archivist; 2 of the ");
        Run("", "show", "confidence").Output.ShouldContain(" 3       2      67 %       21–94 %");
        Run("", "show", "confidence", "--json").Output.ShouldContain("\"judged\":3,\"right\":2,\"precision\":0.6667,\"low\":0.2077,\"high\":0.9385");
        Run("", "sample", "20", "--judge", "--json").Output.ShouldBe(Run("", "show", "confidence", "--json").Output);
    }

    [Fact]
    public void The_guide_tells_how_many_to_judge()
    {
        var rows = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Repository.PathOf("docs", "guide", "precision.md")), @"(?m)^\| (?<judged>[0-9]+) \| ± (?<width>[0-9]+) ");
        rows.Count.ShouldBe(5);
        foreach (System.Text.RegularExpressions.Match row in rows)
        {
            Math.Round(CalibrationRow.WorstHalfWidth(Number(row, "judged")) * 100).ShouldBe(Number(row, "width"));
        }

        static int Number(System.Text.RegularExpressions.Match row, string group) => int.Parse(row.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Told(Calibration table)
    {
        var output = new StringWriter();
        CalibrationText.Write(output, table);
        return output.ToString();
    }

    private void Samples()
    {
        _ledger = Ledger.Open(_pages.Record());
        Reconciler.Follow(_ledger);
        new Recorder(Some.Coder, "test").Read(Pile.Walk([Repository.PathOf("samples")]), _ledger, stop: TestContext.Current.CancellationToken);
    }

    private void Correct(Decision decision) => _ledger!.Correct([Correction.Of(DateTimeOffset.UnixEpoch.AddDays(30000), "ana", decision)]);

    private (int Judged, string Output) Judge(string author, string keys, IReadOnlyList<ClaimRow> claims)
    {
        var output = new StringWriter();
        var judged = new Judging(Archive, _ledger!, author, new Keys(new StringReader(keys), isRedirected: true), output).Run(claims);
        return (judged, output.ToString());
    }

    private (string Output, int Code) Run(string keys, params string[] arguments)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), .. arguments, "--record", _pages.Record()])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false, StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(keys);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }
}
