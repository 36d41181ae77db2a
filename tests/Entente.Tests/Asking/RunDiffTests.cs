using Entente.Claims;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

public sealed class RunDiffTests
{
    [Fact]
    public void Each_document_that_is_shown_otherwise_is_told_with_the_reason()
    {
        using var pages = new Pages();
        var (changing, going) = (pages.AddArticle(1), pages.AddArticle(2));
        pages.Read();
        File.WriteAllText(changing, Pages.Article(1).Replace("$101 billion", "$109 billion", StringComparison.Ordinal));
        File.Delete(going);
        pages.AddArticle(3);
        pages.Read();

        var archive = Archive.Open(pages.Record());
        archive.Runs().Select(r => (r.Id, r.New, r.Changed, r.Vanished)).ShouldBe([(1, 2, 0, 0), (2, 2, 1, 1)]);
        var differences = archive.Differences(1, 2);
        differences.Select(d => (d.Path, d.Reason)).ShouldBe([("page-001.txt", "changed file"), ("page-002.txt", "vanished"), ("page-003.txt", "new page")]);
        differences[0].Before.ShouldNotBeNull();
        var figure = differences[0].Reworded.Single();
        figure.Before.Gist!.ShouldContain("101 billion");
        figure.After.Gist!.ShouldContain("109 billion");
        (differences[0].Added.Count, differences[0].Dropped.Count).ShouldBe((0, 0));
        differences[0].Same.ShouldBeGreaterThan(0);
        (differences[1].Same, differences[1].Added.Count, differences[1].Dropped.Count).ShouldBe((differences[2].Added.Count, 0, 0));
        archive.Differences(0, 1).Select(d => d.Reason).ShouldBe(["new page", "new page"]);
    }

    [Fact]
    public void A_page_that_is_coded_anew_is_set_beside_itself()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        pages.Add("pages.csv", "file,publisher\npage-001.txt,The Other Post\n");
        pages.Read();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            new Recorder(Some.Coder, "a newer coder").Read(Pile.Walk([pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
            Reconciler.Reconcile(ledger);
        }

        var archive = Archive.Open(pages.Record());
        var given = archive.Differences(1, 2).Single();
        given.Reason.ShouldBe("other facts");
        (given.Reworded.Count, given.Added.Count, given.Dropped.Count).ShouldBe((archive.Claims().Count, 0, 0));
        given.Reworded.ShouldAllBe(r => r.Before.Id == r.After.Id);
        var coder = archive.Differences(2, 3).Single();
        (coder.Reason, coder.Same, coder.Reworded.Count).ShouldBe(("other coder", archive.Claims().Count, 0));
    }

    [Fact]
    public void An_allegation_is_not_told_without_what_belongs_to_it()
    {
        using var pages = new Pages();
        Alleged.Record(pages.Record());
        using (var ledger = Ledger.Open(pages.Record()))
        {
            ledger.End(new RunFacts("test"));
        }

        var added = Archive.Open(pages.Record()).Differences(0, 1).SelectMany(d => d.Added).ToList();
        added.ShouldContain(c => c.Gist == null);
        added.ShouldAllBe(c => c.Gist == null || !c.Gist.Contains("Haddad", StringComparison.Ordinal) || c.Kind != ClaimKind.Event);
    }
}
