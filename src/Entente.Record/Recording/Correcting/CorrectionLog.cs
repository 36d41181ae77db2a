using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>The log of corrections in the record: entries come in, and the pages that they touch are corrected anew.</summary>
internal sealed class CorrectionLog(SqliteConnection connection, Overlay overlay)
{
    /// <summary>Pages shown that name one of some actors, or that a decision about one of them has changed.</summary>
    private const string Named = """
        SELECT DISTINCT s.page, s.coding FROM shown s JOIN document d ON d.coding = s.coding WHERE d.id IN (
          SELECT document FROM mention WHERE actor IN (SELECT value FROM json_each($1))
          UNION SELECT c.document FROM party y JOIN claim c ON c.id = y.claim WHERE y.actor IN (SELECT value FROM json_each($1))
          UNION SELECT c.document FROM claim c WHERE instr(c.chain, '"actor"') > 0 AND EXISTS (SELECT 1 FROM json_each($1) a WHERE instr(c.chain, '"' || a.value || '"') > 0)
          UNION SELECT document FROM corrected WHERE correction IN (SELECT value FROM json_each($2)))
        """;

    public IReadOnlyList<Correction> Entries() => Entries(connection);

    /// <summary>The log of a record, in the order in which it was decided.</summary>
    public static List<Correction> Entries(SqliteConnection connection) => connection.Query("SELECT body FROM correction ORDER BY at, id", r => CorrectionReader.Read(r.GetString(0)));

    /// <summary>Adds entries, and corrects what they touch. Entries that are there already change nothing.</summary>
    /// <param name="pages">What they touch, as <see cref="Pages(IReadOnlyList{Correction})"/> found it.</param>
    /// <param name="seen">What is shown the rows before they change.</param>
    /// <returns>How many are new, and the documents of which something was or is otherwise than coded.</returns>
    public (int Added, HashSet<long> Touched) Add(IReadOnlyList<Correction> entries, HashSet<(long Page, long Coding)> pages, Sketches seen)
    {
        var added = entries.Count(Add);
        return (added, added == 0 ? [] : overlay.Again(pages.Order(), seen));
    }

    /// <summary>The pages that some entries may change: of a large record not to be looked for twice.</summary>
    public HashSet<(long Page, long Coding)> Pages(IReadOnlyList<Correction> entries) => Pages([.. Entries(), .. entries], entries);

    /// <summary>The documents of some pages, as a JSON list of rows.</summary>
    public string Documents(IEnumerable<(long Page, long Coding)> pages) => JsonSerializer.Serialize(connection.Query(
        "SELECT id FROM document WHERE coding IN (SELECT value FROM json_each($1)) ORDER BY id", r => r.GetInt64(0), JsonSerializer.Serialize(pages.Select(p => p.Coding))));

    /// <summary>Those of some entries that hold nowhere on their pages.</summary>
    public IReadOnlyList<OrphanedCorrection> Orphans(IReadOnlyList<Correction> entries) => connection.Query(
        "SELECT o.correction, o.n, p.digest, o.reason FROM orphan o JOIN page p ON p.id = o.page WHERE o.correction IN (SELECT value FROM json_each($1)) ORDER BY o.correction, o.n, p.digest",
        r => new OrphanedCorrection(r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3)), JsonSerializer.Serialize(entries.Select(e => e.Id)));

    /// <summary>How many claims some entries speak of.</summary>
    public int Holds(IReadOnlyList<Correction> entries) => (int)connection.Number(
        "SELECT count(DISTINCT claim) FROM corrected WHERE claim <> 0 AND correction IN (SELECT value FROM json_each($1))", JsonSerializer.Serialize(entries.Select(e => e.Id)));

    /// <summary>Corrects all pages anew, as if nothing had been.</summary>
    public void Rebuild()
    {
        PutAllBack();
        overlay.Again(Pages(Entries(), Entries()));
    }

    /// <summary>Takes what is forgotten out of the log. What was corrected is to be as it was coded then, and is made anew afterwards.</summary>
    /// <param name="tells">Whether words tell of a person who is forgotten.</param>
    /// <param name="isGone">Whether a page, by its digest, is forgotten.</param>
    public static void Withhold(SqliteConnection connection, Func<string, bool> tells, Func<string, bool> isGone)
    {
        var entries = Entries(connection);
        var kept = new WithheldCorrections(connection, tells, isGone).Clean(entries);
        foreach (var gone in entries.Except(kept))
        {
            connection.Run("DELETE FROM correction WHERE id = $1", gone.Id);
        }

        foreach (var entry in kept.Except(entries))
        {
            Add(connection, entry);
        }
    }

    /// <summary>Takes out what corrections made: all is as it was coded.</summary>
    public void PutAllBack()
    {
        overlay.PutAllBack();
        connection.Run("DELETE FROM corrected; DELETE FROM orphan");
    }

    /// <summary>
    /// Whether what is corrected is what the log says, on the pages that were corrected and on those that should be. Afterwards all is as it was coded, which whoever asked takes back; where the file may not be written, nothing can be looked at.
    /// </summary>
    public RecordCheck Check()
    {
        const string Promise = "what people corrected is what the log of corrections says";
        var entries = Entries();
        var pages = connection.Query(
            "SELECT s.page, s.coding FROM shown s JOIN document d ON d.coding = s.coding WHERE d.id IN (SELECT document FROM original UNION SELECT document FROM corrected) OR s.page IN (SELECT page FROM orphan)",
            r => (r.GetInt64(0), r.GetInt64(1))).Concat(Pages(entries, entries)).Distinct().ToList();
        var documents = Documents(pages);
        var before = Originals.Lines(connection, documents);
        if (before.Count == 0)
        {
            return new RecordCheck(Promise, entries.Count, "entries", []);
        }

        try
        {
            overlay.Again(pages);
            var after = Originals.Lines(connection, documents);
            PutAllBack();
            return new RecordCheck(Promise, entries.Count, "entries", [.. before.Except(after).Concat(after.Except(before)).Select(l => "not as the log says: " + l)]);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_READONLY)
        {
            return new RecordCheck(Promise, 0, "entries", []);
        }
    }

    private bool Add(Correction entry) => Add(connection, entry);

    private static bool Add(SqliteConnection connection, Correction entry) => connection.Run(
        "INSERT INTO correction (id, at, author, what, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        entry.Id, CorrectionJson.At(entry.At), entry.Author, entry.Decision.What, CorrectionJson.Write(entry)) > 0;

    /// <summary>Whom an entry brings back that keeps apart what others merged.</summary>
    private static IEnumerable<string> Merged(IReadOnlyList<Correction> log, KeepApart apart) => log.Where(c => LastWord.Parts(c.Decision, apart)).SelectMany(c => CorrectionSet.Touched(c.Decision));

    /// <summary>The pages that some entries may change, and those that the entries which they take back have changed.</summary>
    private HashSet<(long Page, long Coding)> Pages(IReadOnlyList<Correction> log, IReadOnlyList<Correction> entries)
    {
        var undone = entries.Select(c => c.Decision).OfType<Undo>().Select(u => u.Correction).ToHashSet(StringComparer.Ordinal);
        entries = [.. entries, .. log.Where(c => undone.Contains(c.Id))];
        var anchored = entries.SelectMany(c => CorrectionSet.Places(c.Decision)).Select(p => p.Page).Distinct(StringComparer.Ordinal);
        var pages = connection.Query(
            "SELECT s.page, s.coding FROM shown s JOIN page p ON p.id = s.page WHERE p.digest IN (SELECT value FROM json_each($1))", r => (r.GetInt64(0), r.GetInt64(1)), JsonSerializer.Serialize(anchored)).ToHashSet();
        var actors = CorrectionSet.Kin(log, entries.SelectMany(c => c.Decision is KeepApart apart ? Merged(log, apart) : CorrectionSet.Touched(c.Decision)));
        if (actors.Count > 0)
        {
            var kin = log.Where(c => CorrectionSet.Touched(c.Decision).Any(actors.Contains)).Select(c => c.Id);
            pages.UnionWith(connection.Query(Named, r => (r.GetInt64(0), r.GetInt64(1)), JsonSerializer.Serialize(actors), JsonSerializer.Serialize(kin)));
        }

        return pages;
    }
}
