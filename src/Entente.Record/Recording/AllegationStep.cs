using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>From schema 2 to 3: allegations have the ids of the accused and the places of their denials, both from the coded documents that the record keeps.</summary>
internal static class AllegationStep
{
    public static void Run(SqliteConnection connection)
    {
        var documents = connection.Query(
            "SELECT id, document, coded FROM document WHERE coded IS NOT NULL AND EXISTS (SELECT 1 FROM claim WHERE claim.document = document.id AND claim.allegation IS NOT NULL)",
            r => (Key: r.GetInt64(0), Id: r.GetString(1), Coded: r.GetFieldValue<byte[]>(2)));
        connection.Run("UPDATE claim SET allegation = NULL WHERE allegation IS NOT NULL");
        connection.Run("CREATE INDEX IF NOT EXISTS claim_alleged ON claim (document) WHERE allegation IS NOT NULL");
        foreach (var (key, id, coded) in documents)
        {
            using var json = JsonDocument.Parse(CodedBytes.Unpack(coded));
            foreach (var claim in json.RootElement.GetProperty("claims").EnumerateArray())
            {
                if (claim.TryGetProperty("allegation", out var allegation))
                {
                    connection.Run(
                        "UPDATE claim SET allegation = $1 WHERE document = $2 AND claim = $3",
                        StoredAllegation.Of(allegation, id).Write(), key, ClaimRows.IdOf(id, claim.GetProperty("id").GetString()!));
                }
            }
        }
    }
}
