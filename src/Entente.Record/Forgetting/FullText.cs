using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>The full text of sentences that are taken out, or are others afterwards. What is left in the index of words that are gone is merged away at the end.</summary>
internal static class FullText
{
    private const string Sentences = "FROM sentence s JOIN sentence_text t ON t.id = s.id WHERE s.document IN (SELECT value FROM json_each($1))";

    /// <summary>Takes out the sentences of documents as they stand.</summary>
    public static void Leave(SqliteConnection connection, IEnumerable<long> documents) =>
        connection.Run("INSERT INTO sentence_words (sentence_words, rowid, text) SELECT 'delete', t.id, t.text " + Sentences, JsonSerializer.Serialize(documents));

    /// <summary>Takes in the sentences of documents as they stand.</summary>
    public static void Return(SqliteConnection connection, IEnumerable<long> documents) =>
        connection.Run("INSERT INTO sentence_words (rowid, text) SELECT t.id, t.text " + Sentences, JsonSerializer.Serialize(documents));

    /// <summary>Leaves no trace of what was taken out.</summary>
    public static void Merge(SqliteConnection connection) => connection.Run("INSERT INTO sentence_words(sentence_words) VALUES ('optimize')");

    /// <summary>Makes all of it anew.</summary>
    public static void Rebuild(SqliteConnection connection) => connection.Run("INSERT INTO sentence_words(sentence_words) VALUES ('rebuild')");
}
