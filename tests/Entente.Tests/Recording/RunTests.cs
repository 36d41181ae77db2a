using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

/// <summary>Runs: what a reading saw and changed, told at its end and kept.</summary>
public sealed class RunTests
{
    [Fact]
    public void A_file_that_changed_or_vanished_is_told_and_its_claims_are_kept()
    {
        using var pages = new Pages();
        var (changing, going) = (pages.AddArticle(1), pages.AddArticle(2));
        pages.AddArticle(3);
        var first = pages.Read();
        (first.Changed.Count, first.Vanished.Count, first.Run).ShouldBe((0, 0, 1));

        File.WriteAllText(changing, Pages.Article(11));
        File.Delete(going);
        var second = pages.Read();

        second.Changed.ShouldBe(["page-001.txt"]);
        second.Vanished.ShouldBe(["page-002.txt"]);
        using var connection = Open(pages);
        connection.Number("SELECT count(*) FROM documents").ShouldBe(4);
        connection.Number("SELECT count(*) FROM sighting").ShouldBe(5);
        connection.Query("SELECT path FROM versions ORDER BY n", r => r.GetString(0)).ShouldBe(["page-001.txt", "page-001.txt"]);
        Manifest(connection, 2).GetProperty("pages").GetRawText().ShouldBe("""{"seen":2,"new":1,"again":0,"known":1,"changed":1,"vanished":1,"missed":0}""");

        var third = pages.Read();
        (third.Changed.Count, third.Vanished.Count).ShouldBe((0, 0));
        connection.Number("SELECT count(*) FROM sighting").ShouldBe(5);
        connection.Number("SELECT count(*) FROM run").ShouldBe(3);
    }

    [Fact]
    public void A_file_that_is_read_by_itself_says_nothing_of_its_neighbours()
    {
        using var pages = new Pages();
        var one = pages.AddArticle(1);
        var neighbour = pages.AddArticle(2);
        pages.Read();
        File.Delete(neighbour);
        File.WriteAllText(one, Pages.Article(7));

        var report = Pages.Read(pages.Record(), [one]);

        report.Changed.ShouldBe(["page-001.txt"]);
        report.Vanished.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_elsewhere_is_another_pile()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        var other = Directory.CreateDirectory(Path.Combine(pages.Root, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "page-001.txt"), Pages.Article(5));

        var report = Pages.Read(pages.Record(), [other]);

        (report.New, report.Changed.Count, report.Vanished.Count).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void A_page_that_is_gone_from_an_archive_has_vanished_and_a_damaged_archive_says_nothing()
    {
        using var pages = new Pages();
        byte[] Zip(params int[] articles) => Reading.Opening.Wrapping.Zip([.. articles.Select(a => ($"{a}.txt", Reading.Opening.Wrapping.Bytes(Pages.Article(a))))]);
        var archive = pages.Add("a.zip", Zip(1, 2));
        pages.Read().New.ShouldBe(2);
        File.WriteAllBytes(archive, Zip(1));
        Pages.Read(pages.Record(), [archive]).Vanished.ShouldBe(["a.zip/2.txt"]);
        File.WriteAllBytes(archive, Zip(1, 2)[..^40]);
        pages.Read().Vanished.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_shown_at_the_end_of_a_run_can_be_put_together_again()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.AddArticle(2);
        pages.Read();
        using var connection = Open(pages);
        var before = connection.Query("SELECT page, coding FROM shown ORDER BY page", r => (r.GetInt64(0), r.GetInt64(1)));
        pages.Add("pages.csv", "file,publisher\npage-001.txt,The Other Post\n");
        pages.AddArticle(3);
        pages.Read();

        Shown(connection, 1).ShouldBe(before);
        Shown(connection, 2).ShouldBe(connection.Query("SELECT page, coding FROM shown ORDER BY page", r => (r.GetInt64(0), r.GetInt64(1))));
        connection.Number("SELECT count(*) FROM showing WHERE run = 2").ShouldBe(2);
        Manifest(connection, 2).GetProperty("pages").GetProperty("again").GetInt32().ShouldBe(1);
        connection.Number("SELECT count(*) FROM pending").ShouldBe(0);
    }

    [Fact]
    public void No_place_on_a_machine_is_recorded()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        using var connection = Open(pages);
        connection.Query("SELECT manifest FROM run UNION ALL SELECT root || path FROM sighting", r => r.GetString(0)).ShouldAllBe(t => !t.Contains(Path.GetFileName(pages.Root), StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_that_go_in_together_are_the_same_record_as_one_by_one_and_who_follows_hears_of_each()
    {
        using var pages = new Pages();
        var coded = Enumerable.Range(1, 6).Select(i => Some.Coder.Code(Some.Page(Pages.Article(i)) with { Id = $"page-{i}" })).ToList();
        var (together, single) = (pages.Record("together.db"), pages.Record("single.db"));
        var heard = new List<(int Added, int Removed)>();
        using (var ledger = Ledger.Open(together))
        {
            ledger.Follower = new LedgerFollower(rows => rows, change => heard.Add((change.Added.Count, change.Removed.Count)));
            ledger.Append([.. coded.Select((c, i) => new CodedEntry(c, "test", [$"{i}.txt"]))]).ShouldBe(6);
            ledger.Append([new CodedEntry(coded[0], "test", ["0.txt"]), new CodedEntry(coded[1], "newer", ["1.txt"])]).ShouldBe(1);
            ledger.Connection.Text("SELECT value FROM meta WHERE key = 'stale'").ShouldBeNull();
            ledger.Append(coded[1], "test", ["1.txt"]).ShouldBeFalse();
        }

        using (var ledger = Ledger.Open(single))
        {
            coded.Index().Reverse().ToList().ForEach(c => ledger.Append(c.Item, "test", [$"{c.Index}.txt"]).ShouldBeTrue());
            ledger.Connection.Text("SELECT value FROM meta WHERE key = 'stale'").ShouldBe("1");
        }

        heard.ShouldBe([(6, 0), (1, 1), (1, 1)]);
        Pages.Exports(together).ShouldBe(Pages.Exports(single));
    }

    [Fact]
    public void When_who_follows_fails_the_pages_are_not_in_either()
    {
        using var pages = new Pages();
        using var ledger = Ledger.Open(pages.Record());
        ledger.Follower = new LedgerFollower(rows => rows, _ => throw new InvalidOperationException("no"));
        Should.Throw<InvalidOperationException>(() => ledger.Append(Some.Coder.Code(Some.Page(Pages.Article(1))), "test", []));
        ledger.Connection.Number("SELECT count(*) FROM page").ShouldBe(0);
        ledger.Follower = null;
        ledger.Append(Some.Coder.Code(Some.Page(Pages.Article(1))), "test", []).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://www.example.org/a/?utm_source=x&b=2#top", "example.org/a?b=2")]
    [InlineData("http://EXAMPLE.org/a", "example.org/a")]
    [InlineData("https://example.org:8443/a?z=1&b=2", "example.org:8443/a?b=2&z=1")]
    [InlineData("file:///home/x", null)]
    [InlineData(null, null)]
    public void Two_ways_to_write_an_address_are_one(string? uri, string? address) => Addresses.Of(uri).ShouldBe(address);

    private static SqliteConnection Open(Pages pages)
    {
        var connection = new SqliteConnection("Data Source=" + pages.Record());
        connection.Open();
        return connection;
    }

    private static JsonElement Manifest(SqliteConnection connection, int run) => JsonDocument.Parse(connection.Text("SELECT manifest FROM run WHERE id = $1", run)!).RootElement;

    private static List<(long, long)> Shown(SqliteConnection connection, int run) => connection.Query(
        "SELECT page, coding FROM showing s WHERE run = (SELECT max(run) FROM showing x WHERE x.page = s.page AND x.run <= $1) ORDER BY page", r => (r.GetInt64(0), r.GetInt64(1)), run);
}
