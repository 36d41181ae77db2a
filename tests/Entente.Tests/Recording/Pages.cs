using System.Text;
using Entente.Record.Asking;
using Entente.Record.Exchanging;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Tests.Recording;

/// <summary>A folder of its own for a test, with pages and records in it; gone when the test ends.</summary>
internal sealed class Pages : IDisposable
{
    /// <summary>Takes a record back to what it was before schema 4, but for its number.</summary>
    public const string WithoutRuns = "DROP VIEW versions; DROP TABLE showing; DROP TABLE sighting; DROP TABLE run; DROP TABLE pending; ALTER TABLE document DROP COLUMN address; ALTER TABLE document DROP COLUMN seal; "
        + "DROP INDEX dyad_days; ALTER TABLE dyad DROP COLUMN earliest; ALTER TABLE dyad DROP COLUMN latest; CREATE INDEX dyad_pair ON dyad (a, b)";

    public Pages()
    {
        Root = Directory.CreateTempSubdirectory("entente-test-").FullName;
        Folder = Directory.CreateDirectory(Path.Combine(Root, "pages")).FullName;
    }

    public string Root { get; }

    public string Folder { get; }

    public string Record(string name = "entente.db") => Path.Combine(Root, name);

    public string Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>An article of some sentences, different for each number.</summary>
    public string AddArticle(int number) => Add($"page-{number:000}.txt", Article(number));

    public static string Article(int number) =>
        $"Minister travels to Moscow for talks, part {number}\n\nHarbour Post, 17 March 2023\n\n"
        + $"Chinese President Xi Jinping will travel to Moscow next Monday, the Kremlin said on Friday, for visit number {number}.\n\n"
        + $"Trade between Russia and China grew to ${number + 100} billion in 2022, according to customs figures published in Beijing.\n\n"
        + "\"We signed an agreement on gas,\" Russian President Vladimir Putin told reporters in the capital.\n";

    /// <summary>Reads into a record, as `entente read` does.</summary>
    public static RecorderReport Read(string record, IEnumerable<string> paths, int jobs = 2, bool keepCommenters = false)
    {
        using var ledger = Ledger.Open(record);
        var report = new Recorder(Some.Coder, "test", new RecorderOptions(jobs, keepCommenters)).Read(Pile.Walk(paths), ledger);
        Reconciler.Reconcile(ledger);
        return report;
    }

    public RecorderReport Read() => Read(Record(), [Folder]);

    /// <summary>All exports of a record, one after the other.</summary>
    public static string Exports(string record)
    {
        var archive = Archive.Open(record);
        using var output = new StringWriter();
        foreach (var table in Enum.GetValues<ExportTable>())
        {
            foreach (var jsonLines in new[] { false, true })
            {
                output.WriteLine(table);
                Exporter.Write(archive, output, new ExportOptions(table, jsonLines, Text: true));
            }
        }

        return output.ToString();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
    }
}
