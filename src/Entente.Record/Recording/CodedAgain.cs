using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Sets the rows of a document beside the coded document that is kept with it.</summary>
internal static class CodedAgain
{
    public static IReadOnlyList<string> Differences(SqliteConnection connection, long key, string id, string text, IReadOnlyList<ClaimPlace> claims)
    {
        var packed = connection.Query("SELECT coded FROM document WHERE id = $1 AND coded IS NOT NULL", r => r.GetFieldValue<byte[]>(0), key);
        if (packed is not [var bytes])
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(CodedBytes.Unpack(bytes));
            return [.. Differences(json.RootElement, id, text, claims)];
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException or IOException or JsonException or KeyNotFoundException)
        {
            return [$"the coded document {id} cannot be unpacked: {e.Message}"];
        }
    }

    private static IEnumerable<string> Differences(JsonElement coded, string id, string text, IReadOnlyList<ClaimPlace> claims)
    {
        if (coded.GetProperty("text").GetString() != text)
        {
            yield return $"the text of document {id} is not that of its coded document";
        }

        var places = coded.GetProperty("claims").EnumerateArray()
            .Select(c => (Id: ClaimRows.IdOf(id, c.GetProperty("id").GetString()!), Evidence: c.GetProperty("evidence")))
            .DistinctBy(c => c.Id, StringComparer.Ordinal)
            .ToDictionary(c => c.Id, c => (c.Evidence.GetProperty("start").GetInt32(), c.Evidence.GetProperty("end").GetInt32()), StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (!places.Remove(claim.Id, out var place))
            {
                yield return $"claim {claim.Id} is not in the coded document {id}";
            }
            else if (place != (claim.Start, claim.Stop))
            {
                yield return $"claim {claim.Id} stands at {claim.Start}–{claim.Stop}, and in the coded document {id} at {place.Item1}–{place.Item2}";
            }
        }

        foreach (var lost in places.Keys.Order(StringComparer.Ordinal))
        {
            yield return $"claim {lost} of the coded document {id} is not in the record";
        }
    }
}
