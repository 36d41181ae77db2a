using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

public sealed class RecordFileTests
{
    [Fact]
    public void A_record_of_a_newer_version_is_refused_with_the_remedy()
    {
        using var pages = new Pages();
        Ledger.Open(pages.Record()).Dispose();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            ledger.Connection.Run("PRAGMA user_version = 99");
        }

        foreach (var refusal in new[] { Should.Throw<RecordException>(() => Archive.Open(pages.Record())), Should.Throw<RecordException>(() => Ledger.Open(pages.Record())) })
        {
            refusal.Problem.Code.ShouldBe(ProblemCodes.RecordNewer);
            refusal.Message.ShouldContain("schema 99");
            refusal.Message.ShouldContain("update Entente");
        }
    }

    [Fact]
    public void A_record_of_an_older_version_is_brought_up_with_all_it_holds()
    {
        using var pages = new Pages();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            ledger.Connection.Run(Pages.WithoutRuns);
            ledger.Connection.Run("DROP VIEW events; DROP VIEW figures; DROP VIEW claims; DROP INDEX claim_alleged; ALTER TABLE claim DROP COLUMN allegation; UPDATE meta SET value = 1 WHERE key = 'schema_version'; INSERT INTO meta VALUES ('kept', 'yes'); PRAGMA user_version = 1");
        }

        Archive.Open(pages.Record()).Claims(new ClaimFilter()).ShouldBeEmpty();

        using var again = Ledger.Open(pages.Record());
        again.Connection.Number("PRAGMA user_version").ShouldBe(RecordFile.Schema);
        again.Connection.Number("SELECT value FROM meta WHERE key = 'schema_version'").ShouldBe(RecordFile.Schema);
        again.Connection.Number("SELECT count(*) FROM meta WHERE key = 'kept'").ShouldBe(1);
        again.Connection.Number("SELECT count(*) FROM pragma_table_info('claim') WHERE name = 'allegation'").ShouldBe(1);
        again.Connection.Number("SELECT count(*) FROM claims WHERE allegation_against IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public void What_a_record_of_schema_3_shows_becomes_its_first_run()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            ledger.Connection.Run(Pages.WithoutRuns);
            ledger.Connection.Run("UPDATE document SET uri = 'https://www.example.org/a/'; PRAGMA user_version = 3");
        }

        pages.AddArticle(2);
        pages.Read().New.ShouldBe(1);

        using var again = Ledger.Open(pages.Record());
        again.Connection.Query("SELECT run, count(*) FROM showing GROUP BY run ORDER BY run", r => (r.GetInt32(0), r.GetInt32(1))).ShouldBe([(1, 1), (2, 1)]);
        again.Connection.Text("SELECT json_extract(manifest, '$.from') FROM run WHERE id = 1").ShouldBe("schema 3");
        again.Connection.Text("SELECT address FROM document ORDER BY id LIMIT 1").ShouldBe("example.org/a");
        again.Connection.Number("SELECT count(*) FROM dyad WHERE latest IS NOT NULL").ShouldBeGreaterThan(0);
        again.Connection.Number("SELECT count(*) FROM dyad y JOIN claim c ON c.id = y.claim WHERE c.latest IS NOT y.latest AND NOT (c.latest IS NULL AND y.latest = '9999') OR c.earliest IS NOT y.earliest AND NOT (c.earliest IS NULL AND y.earliest = '0000')").ShouldBe(0);
    }

    [Fact]
    public void A_record_of_schema_10_is_given_what_finds_actors_by_name_and_in_claims()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        const string Indexes = "SELECT name || ': ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
        List<string> fresh;
        using (var ledger = Ledger.Open(pages.Record()))
        {
            fresh = ledger.Connection.Query(Indexes, r => r.GetString(0));
            ledger.Connection.Run("DROP INDEX mention_name; DROP INDEX party_actor; DROP INDEX claim_sources; CREATE INDEX mention_actor ON mention (actor); PRAGMA user_version = 10");
        }

        using var again = Ledger.Open(pages.Record());
        again.Connection.Number("PRAGMA user_version").ShouldBe(RecordFile.Schema);
        again.Connection.Query(Indexes, r => r.GetString(0)).ShouldBe(fresh);
    }

    [Fact]
    public void A_file_that_is_no_record_is_refused_and_left_as_it_is()
    {
        using var pages = new Pages();
        var file = pages.Add("notes.db", "These are my notes, and they are no database at all.");
        Should.Throw<RecordException>(() => Ledger.Open(file)).Problem.Code.ShouldBe(ProblemCodes.RecordForeign);
        File.ReadAllText(file).ShouldStartWith("These are my notes");
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        using var pages = new Pages();
        using (var other = new SqliteConnection("Data Source=" + pages.Record()))
        {
            other.Open();
            other.Run("CREATE TABLE recipe (name TEXT)");
        }

        Should.Throw<RecordException>(() => Ledger.Open(pages.Record())).Problem.Code.ShouldBe(ProblemCodes.RecordForeign);
        Should.Throw<RecordException>(() => Archive.Open(pages.Record())).Problem.Code.ShouldBe(ProblemCodes.RecordForeign);
    }

    [Fact]
    public void A_record_that_is_not_there_is_told_with_how_to_make_one()
    {
        using var pages = new Pages();
        var refusal = Should.Throw<RecordException>(() => Archive.Open(pages.Record("none.db")));
        refusal.Problem.Code.ShouldBe(ProblemCodes.RecordMissing);
        refusal.Message.ShouldContain("entente read");
        File.Exists(pages.Record("none.db")).ShouldBeFalse();
    }

    [Fact]
    public void A_full_disk_is_told_and_keeps_what_is_recorded()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            ledger.Connection.Run($"PRAGMA max_page_count = {ledger.Connection.Number("PRAGMA page_count")}");
            foreach (var i in Enumerable.Range(2, 8))
            {
                pages.AddArticle(i);
            }

            var full = Should.Throw<RecordException>(() => new Recorder(Some.Coder, "test").Read(Pile.Walk([pages.Folder]), ledger));
            full.Problem.Code.ShouldBe(ProblemCodes.RecordFull);
            full.Message.ShouldContain("free some space");
        }

        SqliteConnection.ClearAllPools();
        Archive.Open(pages.Record()).Documents().Count.ShouldBeGreaterThanOrEqualTo(1);
        pages.Read();
        Archive.Open(pages.Record()).Documents().Count.ShouldBe(9);
    }
}
