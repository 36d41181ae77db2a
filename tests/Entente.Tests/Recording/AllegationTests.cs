using Entente.Record.Asking;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

/// <summary>What a record keeps of an allegation.</summary>
public sealed class AllegationTests
{
    [Fact]
    public void An_allegation_is_kept_with_who_makes_it_and_the_places_of_its_denials()
    {
        using var pages = new Pages();
        Check(Alleged.Record(pages.Record()));
    }

    [Fact]
    public void A_record_of_schema_2_gets_the_same_from_its_coded_documents()
    {
        using var pages = new Pages();
        Alleged.Record(pages.Record());
        using (var ledger = Ledger.Open(pages.Record()))
        {
            ledger.Connection.Run("""UPDATE claim SET allegation = '{"Against":["Omar Haddad"],"Denials":["Some words."]}' WHERE allegation IS NOT NULL""");
            ledger.Connection.Run(Pages.WithoutRuns);
            ledger.Connection.Run("DROP VIEW events; UPDATE meta SET value = 2 WHERE key = 'schema_version'; PRAGMA user_version = 2");
        }

        Check(Archive.Open(pages.Record()));
    }

    [Fact]
    public void Any_SQLite_program_finds_an_allegation_with_its_denials_in_the_views()
    {
        using var pages = new Pages();
        var accusation = Alleged.Accusation(Alleged.Record(pages.Record()));
        using var connection = new SqliteConnection("Data Source=" + pages.Record());
        connection.Open();
        connection.Text("SELECT allegation_against FROM claims WHERE id = $1", accusation.Id).ShouldBe("""[{"id":"name:omar-haddad","name":"Omar Haddad"}]""");
        connection.Text("SELECT json_extract(allegation_denials, '$[0].sentence') FROM claims WHERE id = $1", accusation.Id).ShouldBe(Alleged.Denied);
        connection.Text("SELECT json_extract(allegations, '$[0].denials[1].sentence') FROM events WHERE id = $1", accusation.Event).ShouldBe(Alleged.LawyersWord);
        connection.Number("SELECT count(*) FROM claims WHERE allegation_against IS NULL AND allegation_denials IS NOT NULL").ShouldBe(0);
        var views = File.ReadAllText(Repository.PathOf("src", "Entente.Record", "Recording", "views.sql"));
        views.Contains("->", StringComparison.Ordinal).ShouldBeFalse("programs before SQLite 3.38 could not open the record");
    }

    private static void Check(Archive archive)
    {
        var accusation = Alleged.Accusation(archive);
        var allegation = accusation.Allegation!;
        allegation.Against.Select(a => (a.Id, a.Name)).ShouldBe([("name:omar-haddad", Alleged.Accused)]);
        accusation.Accusers.ShouldBe(["Chad"]);
        accusation.Chain.ToString().ShouldBe("Harbour Gazette → Reuters");
        accusation.Told.ShouldBe("asserted");
        allegation.Denials.Select(d => (d.By, d.Sentence, d.Claim)).ShouldBe([("Haddad", Alleged.Denied, Alleged.Denial(archive).Id), ("His lawyer", Alleged.LawyersWord, null)]);
        var text = archive.Document(accusation.Document)!.Text;
        allegation.Denials.ShouldAllBe(d => d.Evidence.In(text) == d.Sentence);

        // Who denies what is said of him has not said it.
        Alleged.Denial(archive).Accusers.ShouldBeEmpty();
        Alleged.Denial(archive).Told.ShouldBe("denied");
    }
}
