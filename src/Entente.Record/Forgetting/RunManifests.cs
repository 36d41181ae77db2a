using System.Text.Json.Nodes;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>The manifests of runs hold counts, and a digest of all places and pages: who has a page could tell by it that it was there.</summary>
internal static class RunManifests
{
    /// <param name="first">Of the runs from this one on nothing stays of that digest.</param>
    public static void WithoutPile(SqliteConnection connection, long first)
    {
        foreach (var (run, manifest) in connection.Query("SELECT id, manifest FROM run WHERE id >= $1", r => (r.GetInt64(0), r.GetString(1)), first))
        {
            var json = JsonNode.Parse(manifest)!.AsObject();
            if (json.Remove("pile"))
            {
                connection.Run("UPDATE run SET manifest = $2 WHERE id = $1", run, json.ToJsonString());
            }
        }
    }
}
