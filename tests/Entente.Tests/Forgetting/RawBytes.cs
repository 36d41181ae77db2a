using System.Text;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Tests.Forgetting;

/// <summary>All bytes of a record: its file, its log, and what is packed in it.</summary>
internal static class RawBytes
{
    /// <summary>Those of the words that stand anywhere in it, in any case of their letters, as UTF-8 or UTF-16.</summary>
    public static IReadOnlyList<string> Find(string record, params IReadOnlyList<string> words)
    {
        SqliteConnection.ClearAllPools();
        string[] all = [.. Texts(record)];
        return [.. words.Where(w => all.Any(t => t.Contains(w, StringComparison.OrdinalIgnoreCase) || t.Contains(Escaped(w), StringComparison.OrdinalIgnoreCase)))];
    }

    private static IEnumerable<string> Texts(string record)
    {
        foreach (var file in new[] { record, record + "-wal", record + "-shm", record + "-journal" }.Where(File.Exists))
        {
            var bytes = File.ReadAllBytes(file);
            yield return Encoding.UTF8.GetString(bytes);
            yield return Encoding.Unicode.GetString(bytes);
            yield return Encoding.Unicode.GetString(bytes.AsSpan(Math.Min(1, bytes.Length)));
        }

        using var connection = new SqliteConnection("Data Source=" + record);
        connection.Open();
        foreach (var coded in connection.Query("SELECT coded FROM document WHERE coded IS NOT NULL", r => r.GetFieldValue<byte[]>(0)))
        {
            yield return Encoding.UTF8.GetString(CodedBytes.Unpack(coded));
        }
    }

    /// <summary>As JSON has it that escapes all but ASCII.</summary>
    private static string Escaped(string words) => System.Text.Json.JsonEncodedText.Encode(words).ToString();
}
