using System.Diagnostics;
using System.Text;
using Entente.Claims.Accepting;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording.Correcting;

/// <summary>Claims of other coders that a person takes over.</summary>
public sealed class TakenOverTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void What_another_coder_alone_claims_counts_from_when_a_person_takes_it_over()
    {
        using var ledger = Ledger.Open(_pages.Record());
        Reconciler.Follow(ledger);
        _pages.Add("one.txt", Reconciling.SmallWorld.Page("The lake", "2 May 2021", "Rwanda and Uganda drank to each other's health at the lake on 1 May 2021."));
        new Recorder(Some.Coder, "test").Read(Pile.Walk([_pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
        var archive = Archive.Open(_pages.Record());
        var document = archive.Documents().Single();
        var text = archive.Document(document.Id)!.Text;
        var start = text.IndexOf("Rwanda and Uganda drank", StringComparison.Ordinal);
        var line = $$"""
            {"schema":"entente.coded/1","id":"{{document.Id}}","claims":[{"kind":"event","event":{"type":"CONSULT","trigger":{"start":{{start + 18}},"end":{{start + 23}}},
             "actors":[{"id":"RWA","name":"Rwanda","kind":"country","country":"RWA","start":{{start}},"end":{{start + 6}}},{"id":"UGA","name":"Uganda","kind":"country","country":"UGA","start":{{start + 11}},"end":{{start + 17}}}],"recipients":[]},
             "time":{"earliest":"2021-05-01","latest":"2021-05-01","basis":"stated"},"factuality":{"certainty":"CT","polarity":"+","readings":["asserted"]},"confidence":0.7,"evidence":{"start":{{start}},"end":{{start + 73}} } }]}
            """.ReplaceLineEndings("");
        new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(line)), new AcceptOptions { Coder = "Ann" }, p => p.ShouldBeNull()).Accepted.ShouldBe(1);
        archive.Events(new ClaimFilter { Type = "CONSULT" }).ShouldBeEmpty();

        var theirs = archive.Claims(new ClaimFilter { Coder = "Ann" }).Single();
        ledger.Anchor(theirs.Id).ShouldBeNull();
        var entry = Correction.Of(DateTimeOffset.UnixEpoch, "ana", ledger.TakeOver([theirs.Id])!);
        ledger.Correct([Correction.Parse(entry.ToJson())]).Orphans.ShouldBeEmpty();
        var taken = archive.Claims(new ClaimFilter { Type = "CONSULT" }).Single();
        (taken.Gist, taken.Rule, taken.Confidence, taken.Time).ShouldBe((theirs.Gist, "hand:Ann", theirs.Confidence, theirs.Time));
        taken.Corrections.Single().Author.ShouldBe("ana");
        archive.Events(new ClaimFilter { Type = "CONSULT" }).Count.ShouldBe(1);
        archive.Coders().Single().OnlyTheirs.ShouldBe(0);
        Verifier.Verify(_pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();

        ledger.Correct([Correction.Of(DateTimeOffset.UnixEpoch, "ana", new Undo(entry.Id))]);
        archive.Claims(new ClaimFilter { Type = "CONSULT" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("left out which the text seems to tell otherwise", 1)]
    [InlineData("doubt: 'drink' is told as planned, and the claim as done", 2, "--doubted")]
    public void Of_all_that_a_coder_alone_claims_the_doubted_is_left_out_unless_it_is_asked_for(string told, int taken, params string[] options)
    {
        _pages.Add("one.txt", Reconciling.SmallWorld.Page("The lake", "2 May 2021", "Rwanda will drink to Uganda's health at the lake.", "Rwanda and Uganda drank to each other's health at the lake on 1 May 2021."));
        _pages.Read();
        var archive = Archive.Open(_pages.Record());
        var document = archive.Documents().Single();
        string Claim(string sentence, string trigger, string type) => $$"""
            {"kind":"event","event":{"type":"{{type}}","trigger":{"quote":"{{trigger}}"} ,"actors":[{"quote":"Rwanda","id":"RWA","name":"Rwanda","kind":"country","country":"RWA"}],"recipients":[{"quote":"Uganda","id":"UGA","name":"Uganda","kind":"country","country":"UGA"}]},
             "factuality":{"certainty":"CT","polarity":"+","readings":["asserted"]},"confidence":0.7,"evidence":{"quote":"{{sentence}}"} }
            """.ReplaceLineEndings("");
        var line = $$"""{"schema":"entente.coded/1","id":"{{document.Id}}","claims":[{{Claim("Rwanda will drink to Uganda's health at the lake.", "drink", "SUPPORT")}},{{Claim("Rwanda and Uganda drank to each other's health at the lake on 1 May 2021.", "drank", "SUPPORT")}}]}""";
        using (var ledger = Ledger.Open(_pages.Record()))
        {
            new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(line)), new AcceptOptions { Coder = "Ann", FindQuotes = true }, n => n.Refused.ShouldBeFalse(n.Problem.Message)).Doubted.ShouldBe(1);
        }

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), "correct", "adopt", "--coder", "Ann", .. options, "--record", _pages.Record()]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd().ShouldContain(told);
        process.WaitForExit();
        archive.Claims().Count(c => c.IsAdded).ShouldBe(taken);
    }
}
