using System.Text;
using System.Text.Json.Nodes;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Entente.Tests.Accepting;
using Entente.Tests.Reconciling;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

/// <summary>Questions that are answered in a short way, so that a large record costs no more: beside the long way.</summary>
public sealed class LargeRecordTests : IDisposable
{
    private readonly Pages _pages = new();

    public LargeRecordTests()
    {
        Add("one", "2 May 2021", "The Lakeside Institute criticised Rwanda on 1 May 2021. Uganda praised Kenya.");
        Add("two", "3 May 2021", "The Lakeview Institute criticised Kenya on 2 May 2021. Rwanda thanked Uganda.");
        Add("three", "4 May 2021", "Kenya criticised Uganda on 3 May 2021. Walter Quillfeather, a gardener, was not at the lake.");
        _pages.Read();
    }

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void An_actor_is_found_by_id_and_by_name_as_the_list_of_all_has_it()
    {
        var archive = Archive.Open(_pages.Record());
        var all = archive.Actors();
        all.Count.ShouldBeGreaterThan(4);
        foreach (var row in all)
        {
            archive.Named(row.Actor.Id).ShouldBe([row.Actor]);
            archive.Named(row.Actor.Name.ToUpperInvariant()).ShouldBe(all.Where(a => a.Actor.Name == row.Actor.Name).Select(a => a.Actor).OrderBy(a => a.Id, StringComparer.Ordinal));
        }

        archive.Named("Nobody at all").ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_no_public_person_is_not_found_by_name()
    {
        using (var ledger = Ledger.Open(_pages.Record()))
        {
            ledger.Connection.Query("SELECT DISTINCT actor FROM mention WHERE name = 'Walter Quillfeather'", r => r.GetString(0)).ShouldBe(["name:walter-quillfeather"]);
        }

        Archive.Open(_pages.Record()).Named("Walter Quillfeather").ShouldBeEmpty();
    }

    [Fact]
    public void A_document_is_found_by_the_beginning_of_its_id()
    {
        var archive = Archive.Open(_pages.Record());
        foreach (var document in archive.Documents())
        {
            archive.Beginning(document.Id[..8]).ShouldHaveSingleItem().ShouldBeEquivalentTo(document);
            archive.Beginning(document.Id).Count.ShouldBe(1);
        }

        archive.Beginning("zz").ShouldBeEmpty();
    }

    [Fact]
    public void A_sample_is_the_first_of_a_longer_one_and_none_is_drawn_twice()
    {
        var archive = Archive.Open(_pages.Record());
        var whole = archive.Sample(ClaimFilter.All, 1000, 7, ofCoder: false);
        whole.All.ShouldBe(archive.Claims().Count);
        whole.Drawn.Select(c => c.Id).Order(StringComparer.Ordinal).ShouldBe(archive.Claims().Select(c => c.Id).Order(StringComparer.Ordinal));
        archive.Sample(ClaimFilter.All, 3, 7, ofCoder: true).Drawn.Select(c => c.Id).ShouldBe(whole.Drawn.Take(3).Select(c => c.Id));
        archive.Sample(ClaimFilter.All, 1000, 8, ofCoder: false).Drawn.Select(c => c.Id).ShouldNotBe(whole.Drawn.Select(c => c.Id));
        var about = new ClaimFilter { Dyad = "KEN-UGA", AccordingTo = ["outlet:Harbour Post"] };
        archive.Sample(about, 5, 1, ofCoder: false).All.ShouldBe(archive.Claims(about).Count);
    }

    [Fact]
    public void The_first_questions_of_a_review_are_the_first_of_all_also_where_others_tell_otherwise()
    {
        foreach (var sample in Some.SamplePages())
        {
            File.Copy(sample, Path.Combine(_pages.Folder, Path.GetFileName(sample)));
        }

        _pages.Read();
        FirstAreTheFirstOfAll();
        var archive = Archive.Open(_pages.Record());
        var lines = archive.Documents().Where((_, i) => i % 3 != 1).Select(d => JsonNode.Parse(archive.Coded(d.Id)!)!.AsObject()).ToList();
        foreach (var (i, claim) in lines.SelectMany(l => l["claims"]!.AsArray()).Index().Where(c => c.Index % 4 == 0))
        {
            claim!["factuality"]!["certainty"] = i % 8 == 0 ? "PS" : "PR";
        }

        using (var ledger = Ledger.Open(_pages.Record()))
        {
            var text = string.Join('\n', lines.Select(l => l.ToJsonString()));
            new GuestRecorder(ledger, GoodClaims.Accepter, Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(text)), new AcceptOptions { Coder = "other" }, _ => { }).Accepted.ShouldBeGreaterThan(100);
        }

        FirstAreTheFirstOfAll().ShouldBeGreaterThan(10);
    }

    /// <returns>Of how many claims others tell otherwise.</returns>
    private int FirstAreTheFirstOfAll()
    {
        var archive = Archive.Open(_pages.Record());
        var all = archive.Review(100_000);
        all.Count.ShouldBeGreaterThan(50);
        foreach (var limit in new[] { 1, 2, 5, 20, 50 })
        {
            archive.Review(limit).Select(i => (i.Key, i.Value, string.Join('|', i.Why))).ShouldBe(all.Take(limit).Select(i => (i.Key, i.Value, string.Join('|', i.Why))));
        }

        return all.Count(i => i.Why.Any(w => w.Contains("has another", StringComparison.Ordinal)));
    }

    private void Add(string name, string day, params string[] paragraphs) => _pages.Add(name + ".txt", SmallWorld.Page("The news of the " + name, day, paragraphs));
}
