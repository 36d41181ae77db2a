using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>
/// A digest of all rows of a document, kept with it: SQLite itself does not notice when a letter inside a row has become another.
/// Every value counts, in the order of the columns; numbers count by their value, so that 1 and 1.0 are the same.
/// </summary>
internal sealed class Seal
{
    /// <summary>Before each value stand its kind and its length.</summary>
    private const int Head = 1 + sizeof(int);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _bytes = new byte[16 << 10];
    private int _length;

    public static string Of(DocumentRows rows)
    {
        var seal = new Seal();
        seal.Add("document", rows.Document);
        seal.Add("block", rows.Blocks);
        seal.Add("sentence", rows.Sentences.Select(s => s.Row));
        seal.Add("mention", rows.Mentions);
        foreach (var claim in rows.Claims)
        {
            seal.Add("claim", claim.Claim);
            seal.Add("party", claim.Parties);
            seal.Add("dyad", claim.Dyads.OrderBy(d => d.A, StringComparer.Ordinal).ThenBy(d => d.B, StringComparer.Ordinal).Select(d => new object?[] { d.A, d.B }));
        }

        return seal.Done();
    }

    /// <summary>The same of what stands in the record.</summary>
    public static string Of(SqliteConnection connection, long document)
    {
        var seal = new Seal();
        seal.Add("document", Rows($"SELECT {RowColumns.Document} FROM document WHERE id = $1"));
        seal.Add("block", Rows($"SELECT {RowColumns.Block} FROM block WHERE document = $1 ORDER BY n"));
        seal.Add("sentence", Rows($"SELECT {RowColumns.Sentence} FROM sentence WHERE document = $1 ORDER BY n"));
        seal.Add("mention", Rows($"SELECT {RowColumns.Mention} FROM mention WHERE document = $1 ORDER BY n"));
        var parties = Rows($"SELECT claim, {RowColumns.Party} FROM party WHERE claim IN (SELECT id FROM claim WHERE document = $1) ORDER BY claim, n").ToLookup(r => (long)r[0]!, r => r[1..]);
        var dyads = Rows($"SELECT claim, {RowColumns.Dyad} FROM dyad WHERE claim IN (SELECT id FROM claim WHERE document = $1) ORDER BY claim, a, b").ToLookup(r => (long)r[0]!, r => r[1..]);
        foreach (var row in Rows($"SELECT id, {RowColumns.Claim} FROM claim WHERE document = $1 ORDER BY id"))
        {
            seal.Add("claim", row[1..]);
            seal.Add("party", parties[(long)row[0]!]);
            seal.Add("dyad", dyads[(long)row[0]!]);
        }

        return seal.Done();

        List<object?[]> Rows(string sql) => connection.Query(sql, RowOf, document);
    }

    private static object?[] RowOf(SqliteDataReader reader)
    {
        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        }

        return row;
    }

    private void Add(string table, IEnumerable<object?[]> rows)
    {
        foreach (var row in rows)
        {
            Add(table, row);
        }
    }

    private void Add(string table, object?[] row)
    {
        Write((byte)'>', Encoding.UTF8.GetBytes(table));
        foreach (var value in row)
        {
            switch (value)
            {
                case null:
                    Write((byte)'0', []);
                    break;
                case string text:
                    WriteText(text);
                    break;
                case byte[] bytes:
                    Write((byte)'b', bytes);
                    break;
                case int or long or double:
                    WriteNumber(value is double real ? real : value is int small ? small : (long)value);
                    break;
                default:
                    throw new InvalidOperationException($"A row of {table} holds a {value.GetType().Name}.");
            }
        }
    }

    private void WriteText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length + Head <= _bytes.Length)
        {
            Encoding.UTF8.GetBytes(text, Begin((byte)'t', length));
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(length);
        Encoding.UTF8.GetBytes(text, bytes);
        Write((byte)'t', bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void WriteNumber(double number) => BinaryPrimitives.WriteDoubleLittleEndian(Begin((byte)'n', sizeof(double)), number);

    private void Write(byte kind, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length + Head <= _bytes.Length)
        {
            bytes.CopyTo(Begin(kind, bytes.Length));
            return;
        }

        Begin(kind, 0);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length - Head + 1), bytes.Length);
        Flush();
        _hash.AppendData(bytes);
    }

    /// <summary>Notes kind and length, and gives the room for that many bytes.</summary>
    private Span<byte> Begin(byte kind, int length)
    {
        if (_length + Head + length > _bytes.Length)
        {
            Flush();
        }

        var span = _bytes.AsSpan(_length, Head + length);
        span[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(span[1..], length);
        _length += span.Length;
        return span[Head..];
    }

    private void Flush()
    {
        _hash.AppendData(_bytes, 0, _length);
        _length = 0;
    }

    private string Done()
    {
        Flush();
        using (_hash)
        {
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }
    }
}
