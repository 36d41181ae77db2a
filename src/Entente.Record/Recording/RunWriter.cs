using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>
/// Writes a run: its manifest, what it saw where, and which coding of each page is shown at its end, the latter two only where they differ from the run before.
/// All of it is reckoned from the record as it is, so that a reading that was killed and done again leaves the same run as one that was not.
/// </summary>
internal sealed class RunWriter
{
    private const string Before = "(SELECT coding FROM showing WHERE showing.page = pending.page AND run < $1 ORDER BY run DESC LIMIT 1)";

    private readonly SqliteConnection _connection;
    private readonly RunFacts _facts;
    private readonly long _run;

    private RunWriter(SqliteConnection connection, RunFacts facts)
    {
        (_connection, _facts) = (connection, facts);
        _run = connection.Number("SELECT coalesce(max(id), 0) + 1 FROM run");
    }

    public static RunOutcome Write(SqliteConnection connection, RunFacts facts) => new RunWriter(connection, facts).Write();

    private RunOutcome Write()
    {
        _connection.Run("INSERT INTO coder (identity) VALUES ($1) ON CONFLICT DO NOTHING", _facts.Coder);
        var again = _connection.Number("SELECT count(*) FROM pending JOIN shown USING (page) WHERE shown.coding <> " + Before, _run);
        _connection.Run("INSERT INTO showing SELECT $1, pending.page, shown.coding FROM pending JOIN shown USING (page) WHERE shown.coding IS NOT " + Before, _run);
        _connection.Run("DELETE FROM pending");
        var changes = SightingWriter.Write(_connection, _run, _facts);
        _connection.Run("INSERT INTO run SELECT $1, id, $3 FROM coder WHERE identity = $2", _run, _facts.Coder, Manifest(again, changes));
        return new RunOutcome(_run, changes.Changed, changes.Vanished);
    }

    private string Manifest(long again, SightingChanges changes)
    {
        var shown = _connection.Number("SELECT count(*) FROM showing WHERE run = $1", _run);
        var seen = _facts.Seen.Select(s => s.Digest).Distinct(StringComparer.Ordinal).Count();
        return JsonSerializer.Serialize(new
        {
            schema = "entente.run/1",
            coder = _facts.Coder,
            commenters = _facts.KeepCommenters ? "kept" : "pseudonyms",
            stopped = _facts.Stopped,
            files = _facts.Files,
            pages = new { seen, @new = shown - again, again, known = Math.Max(0, changes.Pages - shown), changed = changes.Changed.Count, vanished = changes.Vanished.Count, missed = _facts.Missed },
            documents = Count("document d"),
            claims = Count("document d JOIN claim c ON c.document = d.id") + Count("document d JOIN original o ON o.document = d.id AND o.what = 'claim' AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = o.row)")
                - Count("document d JOIN original o ON o.document = d.id AND o.what = 'claim' AND o.was IS NULL"),
            pile = Digest(),
        });
    }

    /// <summary>How many of them the run brought, or codes anew.</summary>
    private long Count(string what) => _connection.Number($"SELECT count(*) FROM showing s JOIN {what.Replace("document d", "document d ON d.coding = s.coding", StringComparison.Ordinal)} WHERE s.run = $1", _run);

    /// <summary>Of every place and the page in it, so that two readings of one pile can be told to be that.</summary>
    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in _facts.Seen.Select(s => s.Path + "\t" + s.Digest).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
