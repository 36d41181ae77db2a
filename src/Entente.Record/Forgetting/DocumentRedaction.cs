using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>Takes something out of a document in the ledger and leaves all else as it was coded, each claim with its id and each thing in its place.</summary>
internal sealed class DocumentRedaction(SqliteConnection connection, long document)
{
    private const string Emptied = "n IN (SELECT value FROM json_each($2))";

    /// <summary>What is blanked in its text, in code points.</summary>
    public IReadOnlyList<(int Start, int Stop)> Places { get; init; } = [];

    /// <summary>Blocks of which nothing but their place and role stays.</summary>
    public IReadOnlySet<long> Blocks { get; init; } = new HashSet<long>();

    /// <summary>Whether words tell of a person who is forgotten.</summary>
    public Func<string, bool> Tells { get; init; } = _ => false;

    /// <returns>How many sentences are blanked and how many claims are gone.</returns>
    public (long Sentences, long Claims) Write()
    {
        var places = new Places(Places);
        var (name, text, coded, isSealed) = connection.Query(
            "SELECT document, text, coded, seal IS NOT NULL FROM document WHERE id = $1", r => (r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetFieldValue<byte[]>(2), r.GetBoolean(3)), document)[0];
        var blank = Blanks.Put(text, places.In(text));
        var redaction = coded is null ? null : new CodedRedaction(coded, name, places, Tells);
        var gone = Claims(places).Concat(redaction?.ClaimsThatTell() ?? []).ToHashSet(StringComparer.Ordinal);
        var sentences = connection.Query("SELECT start, stop FROM sentence WHERE document = $1", r => (r.GetInt32(0), r.GetInt32(1)), document).Count(s => places.Touch(s.Item1, s.Item2));
        var claims = DeleteClaims(gone);
        CleanAllegations(places, gone);
        DeleteMentions(places);
        EmptyBlocks();
        connection.Run("UPDATE document SET text = $2, coded = $3 WHERE id = $1", document, blank, redaction?.Write(blank, Blocks, gone));
        CleanHead();
        connection.Run("UPDATE document SET seal = $2 WHERE id = $1", document, isSealed ? Seal.Of(connection, document) : null);
        return (sentences, claims);
    }

    /// <summary>The claims that stand in such a place or tell of the person in any of their columns or parties.</summary>
    private List<string> Claims(Places places)
    {
        var columns = RowColumns.Claim.Split(", ").Length;
        var inPlace = connection.Query(
            $"SELECT claim, start, stop, sentence_start, sentence_stop, {RowColumns.Claim} FROM claim WHERE document = $1",
            r => (Id: r.GetString(0), Goes: places.Touch(r.GetInt32(1), r.GetInt32(2)) || places.Touch(r.GetInt32(3), r.GetInt32(4)) || TellsInColumns(r, 5, columns, "allegation")), document);
        var parties = connection.Query("SELECT c.claim, p.actor, p.name FROM claim c JOIN party p ON p.claim = c.id WHERE c.document = $1", r => (Id: r.GetString(0), Goes: TellsInColumns(r, 1, 2)), document);
        return [.. inPlace.Concat(parties).Where(c => c.Goes).Select(c => c.Id)];
    }

    private bool TellsInColumns(SqliteDataReader r, int first, int count, string? but = null) =>
        Enumerable.Range(first, count).Any(i => !r.IsDBNull(i) && r.GetFieldType(i) == typeof(string) && r.GetName(i) != but && Tells(r.GetString(i)))
        || but is not null && r.TextOrNull(r.GetOrdinal(but)) is { } allegation && StoredAllegation.Read(allegation)!.Against.Any(a => Tells(a.Id) || Tells(a.Name));

    private long DeleteClaims(HashSet<string> gone)
    {
        const string These = "(SELECT id FROM claim WHERE document = $1 AND claim IN (SELECT value FROM json_each($2)))";
        var names = JsonSerializer.Serialize(gone);
        connection.Run("DELETE FROM party WHERE claim IN " + These, document, names);
        connection.Run("DELETE FROM dyad WHERE claim IN " + These, document, names);
        return connection.Run("DELETE FROM claim WHERE id IN " + These, document, names);
    }

    /// <summary>What stays of allegations against others are the denials that stay.</summary>
    private void CleanAllegations(Places places, HashSet<string> gone)
    {
        foreach (var (id, json) in connection.Query("SELECT id, allegation FROM claim WHERE document = $1 AND allegation IS NOT NULL", r => (r.GetInt64(0), r.GetString(1)), document))
        {
            var allegation = StoredAllegation.Read(json)!;
            var denials = allegation.Denials.Where(d => !places.Touch(d.Start, d.Stop) && !(d.By is { } by && Tells(by)) && !(d.Claim is { } claim && gone.Contains(claim))).ToList();
            if (denials.Count < allegation.Denials.Count)
            {
                connection.Run("UPDATE claim SET allegation = $2 WHERE id = $1", id, (allegation with { Denials = denials }).Write());
            }
        }
    }

    private void DeleteMentions(Places places)
    {
        var gone = connection.Query("SELECT n, start, stop, actor, name FROM mention WHERE document = $1", r => (N: r.GetInt64(0), Goes: places.Touch(r.GetInt32(1), r.GetInt32(2)) || TellsInColumns(r, 3, 2)), document)
            .Where(m => m.Goes).Select(m => m.N);
        connection.Run("DELETE FROM mention WHERE document = $1 AND " + Emptied, document, JsonSerializer.Serialize(gone));
    }

    private void EmptyBlocks()
    {
        connection.Run("UPDATE block SET author = NULL, posted = NULL, reply_to = NULL, reason = NULL WHERE document = $1 AND " + Emptied, document, JsonSerializer.Serialize(Blocks));
        foreach (var field in new[] { "author", "posted", "reply_to", "reason" })
        {
            var telling = connection.Query($"SELECT n, {field} FROM block WHERE document = $1 AND {field} IS NOT NULL", r => (N: r.GetInt64(0), Words: r.GetString(1)), document).Where(b => Tells(b.Words)).Select(b => b.N);
            connection.Run($"UPDATE block SET {field} = NULL WHERE document = $1 AND {Emptied}", document, JsonSerializer.Serialize(telling));
        }
    }

    /// <summary>What is known of the document as a whole: of a field that tells of the person nothing stays.</summary>
    private void CleanHead()
    {
        foreach (var field in new[] { "uri", "address", "publisher", "title" })
        {
            if (connection.Text($"SELECT {field} FROM document WHERE id = $1", document) is { } words && Tells(words))
            {
                connection.Run($"UPDATE document SET {field} = NULL WHERE id = $1", document);
            }
        }

        if (connection.Text("SELECT agency FROM credit WHERE document = $1", document) is { } agency && Tells(agency))
        {
            connection.Run("DELETE FROM credit WHERE document = $1", document);
        }

        var authors = JsonSerializer.Deserialize<string[]>(connection.Text("SELECT authors FROM document WHERE id = $1", document)!)!;
        if (authors.Any(Tells))
        {
            connection.Run("UPDATE document SET authors = $2 WHERE id = $1", document, JsonSerializer.Serialize(authors.Where(a => !Tells(a))));
        }
    }
}
