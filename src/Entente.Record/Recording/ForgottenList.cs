using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>What a record was told to forget, as far as that can be known again. Most records hold nothing of it, and then nothing is asked. It may be asked on any thread.</summary>
internal sealed class ForgottenList
{
    /// <summary>Kinds of what is kept in the table forgotten.</summary>
    public const string Page = "page", Thread = "thread", PageAddress = "page address", ThreadAddress = "thread address", Name = "name";

    private const string Salt = "forgetting_salt";

    private readonly KeyedDigest _digest;
    private readonly FrozenDictionary<string, FrozenDictionary<int, (string Hash, string? Family)[]>> _kinds;

    /// <summary>What the short digest let through and the slow one was asked about: common words come back on every page.</summary>
    private readonly ConcurrentDictionary<(string Kind, string Words), string?> _asked = new();

    private ForgottenList(byte[] salt, IEnumerable<(string Kind, string Hash, int Filter, string? Family)> rows)
    {
        _digest = new KeyedDigest(salt);
        _kinds = rows.GroupBy(r => r.Kind, StringComparer.Ordinal).ToFrozenDictionary(
            g => g.Key, g => g.GroupBy(r => r.Filter).ToFrozenDictionary(f => f.Key, f => f.Select(r => (r.Hash, r.Family)).ToArray()), StringComparer.Ordinal);
    }

    public static ForgottenList Nothing { get; } = new([], []);

    public static ForgottenList Of(SqliteConnection connection)
    {
        if (connection.Number("SELECT count(*) FROM sqlite_master WHERE name = 'forgotten'") == 0)
        {
            return Nothing;
        }

        var rows = connection.Query("SELECT kind, hash, filter, family FROM forgotten ORDER BY kind, hash", r => (r.GetString(0), r.GetString(1), r.GetInt32(2), r.TextOrNull(3)));
        return rows.Count == 0 ? Nothing : new ForgottenList(SaltOf(connection), rows);
    }

    /// <summary>Notes what is to be known again.</summary>
    public static void Add(SqliteConnection connection, string kind, string words, string? family = null)
    {
        var digest = new KeyedDigest(SaltOf(connection));
        connection.Run("INSERT INTO forgotten (kind, hash, filter, family) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", kind, digest.Slow(kind, words), digest.Short(kind, words), family);
    }

    /// <summary>Whether anything of a kind was forgotten.</summary>
    public bool HasAny(string kind) => _kinds.ContainsKey(kind);

    /// <summary>Whether this was forgotten.</summary>
    public bool Has(string kind, string words) => Find(kind, words) is not null;

    /// <summary>Which word of a forgotten name stands alone: "first", "last", or "" for none; null of a name that was not forgotten.</summary>
    public string? Find(string kind, string words)
    {
        if (!_kinds.TryGetValue(kind, out var filters) || !filters.TryGetValue(_digest.Short(kind, words), out var rows))
        {
            return null;
        }

        return _asked.GetOrAdd((kind, words), asked =>
        {
            var hash = _digest.Slow(asked.Kind, asked.Words);
            return Array.Find(rows, r => r.Hash == hash) is { Hash: not null } found ? found.Family ?? "" : null;
        });
    }

    private static byte[] SaltOf(SqliteConnection connection)
    {
        if (connection.Text("SELECT value FROM meta WHERE key = $1", Salt) is not { } salt)
        {
            salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyedDigest.SaltLength));
            connection.Run("INSERT INTO meta VALUES ($1, $2)", Salt, salt);
        }

        return Convert.FromHexString(salt);
    }
}
