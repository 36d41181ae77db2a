using Entente.Cli;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>Deciding with the keyboard alone.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly Pages _pages = new();
    private readonly Ledger _ledger;

    public ReviewTests()
    {
        _ledger = Ledger.Open(_pages.Record());
        Reconciler.Follow(_ledger);
        new Recorder(Some.Coder, "test").Read(Pile.Walk([Repository.PathOf("samples")]), _ledger, stop: TestContext.Current.CancellationToken);
    }

    private Archive Archive => Archive.Open(_pages.Record());

    public void Dispose()
    {
        _ledger.Dispose();
        _pages.Dispose();
    }

    [Fact]
    public void Twenty_decisions_take_twenty_keys_and_each_was_shown_before_it_was_written()
    {
        var before = Archive.Claims().Count;
        var (decided, output) = Review("axaxaxaxaxaxaxaxaxaxq");
        decided.ShouldBe(20);
        var log = Archive.CorrectionLog();
        log.Count.ShouldBe(20);
        log.ShouldAllBe(c => c.State == CorrectionState.Holds && c.Correction.Author == "ana");
        foreach (var claim in log.SelectMany(c => ((ClaimDecision)c.Correction.Decision).Claims))
        {
            output.ShouldContain(claim.Claim);
            output.ShouldContain(claim.Gist);
        }

        Archive.Claims().Count.ShouldBe(before - 10);
        Archive.Review().Select(i => i.Key).Intersect(log.SelectMany(c => ((ClaimDecision)c.Correction.Decision).Claims).Select(c => c.Claim)).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_decided_is_taken_back_one_after_the_other_and_asked_again()
    {
        var asked = Archive.Review().Select(i => i.Key).ToList();
        Review("axxuuuq").Decided.ShouldBe(0);
        Archive.CorrectionLog().Count(c => c.State == CorrectionState.Undone).ShouldBe(3);
        Archive.Review().Select(i => i.Key).ShouldBe(asked);
    }

    [Fact]
    public void All_alike_are_shown_and_need_a_yes()
    {
        var (item, n) = Archive.Review(1000).Select((i, n) => (i, n)).First(i => i.i.Claim is { } c && Archive.Alike(c.Id).Count > 2);
        var alike = Archive.Alike(item.Claim!.Id);
        Review(new string(' ', n) + "Xnq").Decided.ShouldBe(0);
        var (decided, output) = Review(new string(' ', n) + "Xyq");
        decided.ShouldBe(1);
        alike.ShouldAllBe(c => output.Contains(c.Id, StringComparison.Ordinal));
        alike.ShouldAllBe(c => Archive.Claim(c.Id) == null);
        _ledger.Correct([Correction.Of(DateTimeOffset.UnixEpoch, "ana", new Undo(_ledger.Corrections()[^1].Id))]);
        alike.ShouldAllBe(c => Archive.Claim(c.Id) != null);
    }

    [Fact]
    public void A_day_and_a_type_are_typed_and_what_is_none_is_asked_again()
    {
        var (item, n) = Archive.Review(1000).Select((i, n) => (i, n)).First(i => i.i.Claim is { Kind: Claims.ClaimKind.Event });
        var output = Review(new string(' ', n) + "d2023-02-33\nd2023-02\nq").Output;
        output.ShouldContain("'2023-02-33' is no day");
        Archive.Claim(item.Claim!.Id)!.Time.ShouldBe(Claims.DateInterval.Month(2023, 2));
        Review(new string(' ', Archive.Review(1000).ToList().FindIndex(i => i.Claim?.Kind == Claims.ClaimKind.Event)) + "tvisit\ntconsult visit\nq").Output.ShouldContain("has no type 'visit'");
    }

    [Fact]
    public void Names_alike_are_merged_or_kept_apart_with_one_key()
    {
        const string Guest = "group:lakeside-institute";
        _pages.Add("one.txt", Reconciling.SmallWorld.Page("The first", "2 May 2021", "The Lakeside Institute criticised Rwanda on 1 May 2021."));
        new Recorder(Some.Coder, "test").Read(Pile.Walk([_pages.Folder]), _ledger, stop: TestContext.Current.CancellationToken);
        _ledger.Correct([Correction.Of(DateTimeOffset.UnixEpoch, "ana", new SplitActor("RWA", new Claims.Actor("group:the-lakeside-institute", "The Lakeside-Institute", Claims.ActorKind.Group)))]);
        var item = Archive.Review(1000).Select((i, n) => (i, n)).First(i => i.i.Actors.Any(a => a.Actor.Id == Guest));
        Review(new string(' ', item.n) + "xq").Decided.ShouldBe(1);
        Archive.Review(1000).ShouldNotContain(i => i.Actors.Any(a => a.Actor.Id == Guest));
        Review(new string(' ', 0) + "q").Decided.ShouldBe(0);
        _ledger.Correct([Correction.Of(DateTimeOffset.UnixEpoch, "ana", new Undo(_ledger.Corrections()[^1].Id))]);
        Review(new string(' ', item.n) + "aq").Decided.ShouldBe(1);
        Archive.Actors().Count(a => a.Actor.Id.Contains("lakeside", StringComparison.Ordinal)).ShouldBe(1);
    }

    private (int Decided, string Output) Review(string keys)
    {
        var output = new StringWriter();
        var decided = new ReviewDialog(Archive, _ledger, "ana", new Keys(new StringReader(keys), isRedirected: true), output).Run(Archive.Review(1000));
        return (decided, output.ToString());
    }
}
