using System.Text;
using Entente.Record;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

/// <summary>`entente verify`: what was tampered with or damaged is found.</summary>
public sealed class VerifierTests
{
    [Fact]
    public void A_record_that_was_read_holds_all_its_promises()
    {
        using var pages = new Pages();
        foreach (var sample in Some.SamplePages().Take(4))
        {
            File.Copy(sample, Path.Combine(pages.Folder, Path.GetFileName(sample)));
        }

        pages.AddArticle(1);
        pages.Read();
        pages.Add("pages.csv", "file,publisher\npage-001.txt,The Other Post\n");
        pages.Read();

        var checks = Verifier.Verify(pages.Record());

        checks.SelectMany(c => c.Violations).ShouldBeEmpty();
        checks.Select(c => c.Promise).ShouldBeUnique();
        checks.Count.ShouldBe(13);
        checks.ShouldAllBe(c => c.Checked > 0);
    }

    [Theory]
    [InlineData("UPDATE claim SET gist = replace(gist, 'Russia', 'France')", "nothing was changed")]
    [InlineData("UPDATE mention SET country = 'FRA' WHERE n = 0", "nothing was changed")]
    [InlineData("UPDATE party SET part = 'recipient' WHERE part = 'actor'", "nothing was changed")]
    [InlineData("DELETE FROM sentence WHERE n = 0", "nothing was changed")]
    [InlineData("UPDATE document SET text = replace(text, 'Moscow', 'Warsaw')", "where it stands in the record")]
    [InlineData("DELETE FROM claim WHERE id = (SELECT min(id) FROM claim)", "where it stands in the record")]
    [InlineData("UPDATE claim SET stop = 100000", "its quote and its sentence")]
    [InlineData("UPDATE document SET coded = x'0102'", "where it stands in the record")]
    [InlineData("INSERT INTO sentence_words(sentence_words, rowid, text) SELECT 'delete', id, text FROM sentence_text WHERE id = 1", "the full text is that of the sentences")]
    [InlineData("UPDATE page SET digest = 'sha256:' || upper(substr(digest, 8))", "SHA-256")]
    [InlineData("DELETE FROM shown WHERE page = 1", "one coding is shown")]
    [InlineData("UPDATE shown SET coding = 2 WHERE page = 1", "one coding is shown")]
    [InlineData("INSERT INTO guest SELECT DISTINCT coder FROM coding", "never shown in the place of Entente's own")]
    [InlineData("DELETE FROM showing WHERE page = 1", "what the runs say")]
    [InlineData("UPDATE run SET manifest = '{'", "every run has its manifest")]
    [InlineData("INSERT INTO run SELECT 7, coder, manifest FROM run", "every run has its manifest")]
    [InlineData("DELETE FROM coder", "every row that refers to another")]
    [InlineData("UPDATE document SET document = 'same'", "shown twice")]
    [InlineData("INSERT INTO meta VALUES ('stale', '1')", "up to date")]
    public void What_was_tampered_with_is_found(string tampering, string promise)
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.AddArticle(2);
        pages.Read();
        using (var connection = new SqliteConnection($"Data Source={pages.Record()};Foreign Keys=False"))
        {
            connection.Open();
            connection.Run(tampering).ShouldBeGreaterThan(0);
        }

        var broken = Verifier.Verify(pages.Record()).Where(c => c.Violations.Count > 0).Select(c => c.Promise).ToList();
        broken.ShouldContain(p => p.Contains(promise, StringComparison.Ordinal), string.Join("; ", broken));
    }

    [Fact]
    public void A_damaged_file_is_found_wherever_the_damage_lies()
    {
        using var pages = new Pages();
        foreach (var i in Enumerable.Range(1, 12))
        {
            pages.AddArticle(i);
        }

        using (var ledger = Ledger.Open(pages.Record()))
        {
            // The ledger alone, for what is made from it can be made again.
            new Recorder(Some.Coder, "test").Read(Pile.Walk([pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);

            // Where rows were moved away from, also within the new file, their bytes stay behind unless they are deleted securely, and nobody reads them again.
            ledger.Connection.Text("PRAGMA secure_delete = ON");
            ledger.Connection.Run("VACUUM");
            ledger.Connection.Text("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        var whole = File.ReadAllBytes(pages.Record());
        const int Damage = 200;
        var random = new Random(7);
        var unnoticed = new List<string>();
        foreach (var n in Enumerable.Range(0, 24))
        {
            var bytes = whole.ToArray();
            int at;
            do
            {
                // Room between rows, which is zeros, may hold anything.
                at = random.Next(4096 * 4, bytes.Length - Damage);
            }
            while (bytes.AsSpan(at, Damage).Count((byte)0) > Damage / 5);
            random.NextBytes(bytes.AsSpan(at, Damage));
            var file = pages.Record($"damaged-{n}.db");
            File.WriteAllBytes(file, bytes);
            if (!Told(file))
            {
                unnoticed.Add($"{at / 4096}+{at % 4096}: {Encoding.Latin1.GetString(whole, at, Damage)}");
            }
        }

        // Where rows were moved away from, their bytes stay behind in the file, and nobody reads them again.
        unnoticed.Count.ShouldBeLessThanOrEqualTo(8, string.Join("\n", unnoticed));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_found()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(pages.Record());
        File.WriteAllBytes(pages.Record("cut.db"), bytes[..(bytes.Length / 2)]);
        Told(pages.Record("cut.db")).ShouldBeTrue();
    }

    private static bool Told(string file)
    {
        try
        {
            return Verifier.Verify(file).Any(c => c.Violations.Count > 0 && !c.Promise.Contains("made from the ledger", StringComparison.Ordinal));
        }
        catch (RecordException)
        {
            return true;
        }
    }
}
