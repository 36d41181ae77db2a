using System.Globalization;
using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Accepting;

/// <summary>A document as Entente's own coding shows it, which another coder's claims are set beside.</summary>
/// <param name="Row">Its columns, in the order of <see cref="RowColumns.Document"/>.</param>
internal sealed record OwnDocument(long Key, string Id, long Page, string Given, object?[] Row)
{
    private static readonly int TextColumn = RowColumns.IndexOf(RowColumns.Document, "text");
    private static readonly int CodedColumn = RowColumns.IndexOf(RowColumns.Document, "coded");
    private static readonly int PublisherColumn = RowColumns.IndexOf(RowColumns.Document, "publisher");
    private static readonly int StartColumn = RowColumns.IndexOf(RowColumns.Block, "start");
    private static readonly int StopColumn = RowColumns.IndexOf(RowColumns.Block, "stop");
    private static readonly int RoleColumn = RowColumns.IndexOf(RowColumns.Block, "role");
    private static readonly int EarliestColumn = RowColumns.IndexOf(RowColumns.Document, "published_earliest");
    private static readonly int LatestColumn = RowColumns.IndexOf(RowColumns.Document, "published_latest");
    private static readonly int TitleColumn = RowColumns.IndexOf(RowColumns.Document, "title");
    private static readonly int LanguageColumn = RowColumns.IndexOf(RowColumns.Document, "language");
    private static readonly int AuthorsColumn = RowColumns.IndexOf(RowColumns.Document, "authors");

    /// <summary>Its blocks, in the order of <see cref="RowColumns.Block"/>.</summary>
    public IReadOnlyList<object?[]> BlockRows { get; init; } = [];

    /// <summary>Its blocks with their roles.</summary>
    public IReadOnlyList<Block> Blocks(CodePointMap map) => [.. BlockRows.Select(b => new Block(
        TextSpan.FromBounds(map.ToOffset((int)(long)b[StartColumn]!), map.ToOffset((int)(long)b[StopColumn]!)), CodedNames.TryParse<BlockRole>((string)b[RoleColumn]!, out var role) ? role : BlockRole.Furniture, default))];

    public string Text => (string)Row[TextColumn]!;

    public DateInterval? Published => DocumentRows.Day((string?)Row[EarliestColumn]) is var earliest && DocumentRows.Day((string?)Row[LatestColumn]) is var latest && (earliest ?? latest) is not null ? new DateInterval(earliest, latest) : null;

    public string? Publisher => (string?)Row[PublisherColumn];

    public IReadOnlyList<string> Authors => System.Text.Json.JsonSerializer.Deserialize<string[]>((string)Row[AuthorsColumn]!) ?? [];

    /// <summary>Null of a record that was made before these were kept.</summary>
    public byte[]? Coded => Row[CodedColumn] is byte[] packed ? CodedBytes.Unpack(packed) : null;

    /// <summary>The document to be read again.</summary>
    public Document Recorded() => new(Id, Text, Blocks(new CodePointMap(Text))) { Publisher = Publisher, Title = (string?)Row[TitleColumn], Authors = Authors, Language = (string?)Row[LanguageColumn] };

    /// <summary>The same with another coded document.</summary>
    public object?[] RowWith(byte[] coded)
    {
        object?[] row = [.. Row];
        row[CodedColumn] = CodedBytes.Pack(coded);
        return row;
    }
}

/// <summary>Finds the document of the record that a line of another coder is about, among those shown.</summary>
internal sealed class ShownDocuments(SqliteConnection connection)
{
    private const string From = "FROM shown JOIN page p ON p.id = shown.page JOIN document d ON d.coding = shown.coding ";

    private static readonly string Columns = string.Join(", ", RowColumns.Document.Split(", ").Select(c => "d." + c));

    /// <summary>By page and id, by page and the how-manieth on it, by id alone, else by the same text; null with the reason when there is none, or more than one.</summary>
    public OwnDocument? Find(CodedLine line, out string reason)
    {
        reason = "";
        long[] keys = line.Page is null ? [] : Keys("WHERE p.digest = $1 AND ($2 IS NULL OR d.document = $2)", line.Page, line.Id);
        keys = keys.Length == 0 && line.Page is not null
            ? Keys("WHERE p.digest = $1 AND d.n = $2 AND ($3 OR (SELECT count(*) FROM document o WHERE o.coding = d.coding) = 1)", line.Page, (NumberOf(line.Id) ?? 1) - 1, NumberOf(line.Id) is not null) : keys;
        keys = keys.Length == 0 && line.Id is not null ? Keys("WHERE d.document = $1", line.Id) : keys;
        keys = keys.Length == 0 && line.Text is not null ? Keys("WHERE d.characters = $2 AND d.text = $1", line.Text, new CodePointMap(line.Text).ToCodePoint(line.Text.Length)) : keys;
        if (keys is [var key])
        {
            return Read(key);
        }

        reason = keys.Length == 0
            ? $"the record shows no document {(line.Id is null ? "" : $"'{(line.Id.Length > 80 ? line.Id[..79] + "…" : line.Id)}'{(line.Text is null ? "" : ", and none ")}")}{(line.Text is null ? "" : "with this text")}. entente show documents lists the ids"
            : $"{keys.Length} documents of the record fit. Write the id of one: entente show documents lists them";
        return null;
    }

    /// <summary>Ids of actors and countries that the document names in Entente's own coding, and who wrote and published it.</summary>
    public IReadOnlySet<string> KnownOf(OwnDocument document)
    {
        var known = connection.Query("SELECT DISTINCT actor, country FROM mention WHERE document = $1", r => (Actor: r.GetString(0), Country: r.TextOrNull(1)), document.Key);
        return new HashSet<string>(known.SelectMany(k => new[] { k.Actor, k.Country }).Concat(document.Authors).Append(document.Publisher).OfType<string>(), StringComparer.Ordinal);
    }

    /// <summary>The number behind "#" in the id of one of several documents of a page.</summary>
    private static int? NumberOf(string? id) => id is not null && id.LastIndexOf('#') is var at and >= 0 && int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;

    private long[] Keys(string where, params ReadOnlySpan<object?> values) => [.. connection.Query("SELECT d.id " + From + where + " LIMIT 3", r => r.GetInt64(0), values)];

    private OwnDocument Read(long key) => connection.Query(
        $"SELECT d.id, d.document, p.id, c.given, {Columns} {From} JOIN coding c ON c.id = shown.coding WHERE d.id = $1",
        r => new OwnDocument(r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetString(3), RowOf(r, 4)), key)[0] with
    {
        BlockRows = connection.Query($"SELECT {RowColumns.Block} FROM block WHERE document = $1 ORDER BY n", r => RowOf(r, 0), key),
    };

    private static object?[] RowOf(SqliteDataReader r, int first) => [.. Enumerable.Range(first, r.FieldCount - first).Select(i => r.IsDBNull(i) ? null : r.GetValue(i))];
}
