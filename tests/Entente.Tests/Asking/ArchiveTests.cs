using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

public sealed class ArchiveTests
{
    [Fact]
    public void A_document_comes_back_as_it_was_coded()
    {
        using var pages = new Pages();
        pages.Add("a.txt", Pages.Article(7) + "\n😀 Xi and Putin met in Moscow.\n");
        pages.Read();
        var archive = Archive.Open(pages.Record());
        var view = archive.Document(archive.Documents().Single().Id)!;
        view.Row.Claims.ShouldBe(view.Claims.Count);
        view.Claims.ShouldAllBe(c => c.Evidence.In(view.Text) == c.Quote && c.Sentence.Contains(c.Quote, StringComparison.Ordinal));
        view.Mentions.Where(m => m.Actor.Id == "person:xi-jinping").Select(m => m.Span.In(view.Text)).ShouldContain("Xi");
        System.Text.Encoding.UTF8.GetString(archive.Coded(view.Row.Id)!).ShouldContain("\"schema\":\"entente.coded/1\"");
    }

    [Fact]
    public void Filters_choose_what_they_say()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        var archive = Archive.Open(pages.Record());
        var all = archive.Claims();
        foreach (var kind in Enum.GetValues<ClaimKind>())
        {
            archive.Claims(new ClaimFilter { Kind = kind }).Select(c => c.Id).ShouldBe(all.Where(c => c.Kind == kind).Select(c => c.Id));
        }

        archive.Claims(new ClaimFilter { Actor = "person:vladimir-putin" }).ShouldAllBe(c => c.Parties.Any(p => p.Actor.Id == "person:vladimir-putin"));
        archive.Claims(new ClaimFilter { Reading = Readings.Planned }).ShouldAllBe(c => c.Factuality.Readings.HasFlag(Readings.Planned));
        archive.Claims(new ClaimFilter { From = new DateOnly(2024, 1, 1) }).ShouldAllBe(c => c.Time!.Value.Latest == null || c.Time.Value.Latest >= new DateOnly(2024, 1, 1));
        archive.Claims(new ClaimFilter { MinConfidence = 1.01 }).ShouldBeEmpty();
        archive.Claims(new ClaimFilter { Limit = 1 }).Count.ShouldBe(1);
        Should.Throw<FormatException>(() => archive.Claims(new ClaimFilter { Dyad = "CHN" }));
    }

    [Fact]
    public void A_search_finds_sentences_and_marks_the_words()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.AddArticle(2);
        pages.Read();
        var archive = Archive.Open(pages.Record());
        var found = archive.Search("customs figures");
        found.Count.ShouldBe(2);
        found[0].Snippet.ShouldContain("[customs] [figures]");
        archive.Search("\"figures customs\"").ShouldBeEmpty();
        archive.Search("custom*").Count.ShouldBe(2);
        archive.Search("\" AND ( NEAR").ShouldBeEmpty();
    }

    [Fact]
    public void A_private_person_has_no_entry_among_the_actors()
    {
        using var pages = new Pages();
        pages.Add("a.txt", Pages.Article(1) + "\nMarta Ellwood saw the guests from her kitchen window and waved to them as they drove through the town.\n");
        pages.Read();
        var actors = Archive.Open(pages.Record()).Actors();
        actors.ShouldContain(a => a.Actor.Id == "person:vladimir-putin");
        actors.ShouldNotContain(a => a.Actor.Name.Contains("Ellwood"));
    }

    [Theory]
    [InlineData("Police accused the teacher Mia Olsen of theft.", "name:mia-olsen", false)]
    [InlineData("Police accused the banker Lars Holm of fraud.", "name:lars-holm", false)]
    [InlineData("Police accused the former minister Anna Berg of taking bribes.", "name:anna-berg", true)]
    [InlineData("Police accused General Omar Haddad of war crimes.", "name:omar-haddad", true)]
    public void Only_a_public_office_makes_a_person_of_the_text_an_entry(string sentence, string id, bool entry)
    {
        using var pages = new Pages();
        pages.Add("a.txt", Pages.Article(1) + "\n" + sentence + "\n");
        pages.Read();
        var archive = Archive.Open(pages.Record());
        archive.Claims().ShouldContain(c => c.Parties.Any(p => p.Actor.Id == id));
        archive.Actors().Any(a => a.Actor.Id == id).ShouldBe(entry);
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + pages.Record());
        connection.Open();
        Entente.Record.Recording.Connections.Number(connection, "SELECT count(*) FROM actors WHERE id LIKE 'name:%'").ShouldBe(0);
    }
}
