using System.Globalization;
using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>A matter as it stands in the record.</summary>
internal sealed record StoredMatter(long Id, string Name, string Shelf, string Line, int? Day, IReadOnlyList<(string A, string B)> Dyads, MonthShare? Month);

/// <summary>Brings the matters of some buckets up to date: what has not changed is left as it is, so that one more page costs what it touches.</summary>
internal sealed class MatterWriter : IDisposable
{
    private static readonly string[] Columns =
    [
        "name", "bucket", "kind", "type", "mode", "status", "actors", "recipients", "words", "unit", "earliest", "latest", "time_basis", "goldstein", "low", "high", "agreement",
        "mentions", "documents", "origins_named", "origins_copied", "origins_unknown", "asserted", "planned", "denied", "claim",
    ];

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Statement _insert;
    private readonly Statement _dyad;
    private readonly Statement _join;
    private readonly Statement _undyad;
    private readonly Statement _undisputed;
    private readonly Statement _gone;
    private readonly DyadMonths _months;

    public MatterWriter(SqliteConnection connection, SqliteTransaction transaction)
    {
        (_connection, _transaction) = (connection, transaction);
        _insert = new Statement(connection, "matter", string.Join(", ", Columns));
        _dyad = new Statement(connection, "matter_dyad", "a, b, kind, day, matter");
        _join = new Statement(connection, "UPDATE matter_claim SET matter = $1 WHERE claim = $2");
        _undyad = new Statement(connection, "DELETE FROM matter_dyad WHERE a = $1 AND b = $2 AND kind = $3 AND day = $4 AND matter = $5");
        _undisputed = new Statement(connection, "DELETE FROM disagreement WHERE matter = $1 OR other = $1");
        _gone = new Statement(connection, "DELETE FROM matter WHERE id = $1");
        _months = new DyadMonths(connection);
    }

    /// <summary>The matters that are new, gone or otherwise than before, in no order.</summary>
    public List<ChangedMatter> Changed { get; } = [];

    /// <summary>Events of which one changed and that may be one act told with two days.</summary>
    public List<(ChangedMatter One, ChangedMatter Other)> Near { get; } = [];

    public void Write(IReadOnlyCollection<long> buckets)
    {
        using var table = new MatterTable(_connection, _transaction);
        var mentions = table.Read(buckets);
        var stored = Stored(buckets);
        foreach (var bucket in buckets)
        {
            Write([.. mentions[bucket]], stored[bucket]);
        }

        _months.Write();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _dyad.Dispose();
        _join.Dispose();
        _undyad.Dispose();
        _undisputed.Dispose();
        _gone.Dispose();
    }

    private void Write(IReadOnlyList<(Mention Mention, long? Matter)> rows, IEnumerable<StoredMatter> stored)
    {
        var known = stored.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var matterOf = rows.ToDictionary(r => r.Mention.Key, r => r.Matter);
        var matters = new List<ChangedMatter>();
        foreach (var matter in Matter.Of([.. rows.Select(r => r.Mention)]))
        {
            known.Remove(matter.Name, out var before);
            var written = Write(matter, before);
            matters.Add(written);
            foreach (var mention in matter.Mentions.Where(m => matterOf[m.Key] != written.Id))
            {
                _join.Run(written.Id, mention.Key);
            }
        }

        Near.AddRange(Disagreements.Near(matters));
        Changed.AddRange(matters.Where(m => m.How != Change.None));

        foreach (var gone in known.Values)
        {
            _gone.Run(gone.Id);
            Unlink(gone);
            Changed.Add(new ChangedMatter(gone.Id, null, Change.Gone));
        }
    }

    private ChangedMatter Write(Matter matter, StoredMatter? before)
    {
        var values = Values(matter);
        var line = Line(values);
        if (before is not null && before.Line == line && before.Dyads.SequenceEqual(matter.Dyads))
        {
            return new ChangedMatter(before.Id, matter, Change.None);
        }

        long id;
        if (before is null)
        {
            id = _insert.Add(_transaction, values);
        }
        else
        {
            id = before.Id;
            Unlink(before);
            _connection.Run($"UPDATE matter SET {string.Join(", ", Columns.Select((c, i) => $"{c} = ${(i + 1).ToString(CultureInfo.InvariantCulture)}"))} WHERE id = {id.ToString(CultureInfo.InvariantCulture)}", values);
        }

        foreach (var (a, b) in matter.Dyads)
        {
            _dyad.Run(_transaction, a, b, ShelfOf(matter.What.Kind, matter.Status), DayOf(matter) ?? 0, id);
        }

        _months.Add(matter.Dyads, MonthShare.Of(matter), 1);
        return new ChangedMatter(id, matter, before is null ? Change.New : Change.Otherwise);
    }

    /// <summary>Takes away what a matter counted for, and what was found about it: it is found again.</summary>
    private void Unlink(StoredMatter matter)
    {
        foreach (var (a, b) in matter.Dyads)
        {
            _undyad.Run(a, b, matter.Shelf, matter.Day ?? 0, matter.Id);
        }

        _undisputed.Run(matter.Id);
        _months.Add(matter.Dyads, matter.Month, -1);
    }

    private ILookup<long, StoredMatter> Stored(IReadOnlyCollection<long> buckets)
    {
        var wanted = JsonSerializer.Serialize(buckets);
        const string Where = "WHERE bucket IN (SELECT value FROM json_each($1))";
        var dyads = _connection.Query($"SELECT y.matter, y.a, y.b FROM matter m JOIN matter_dyad y ON y.matter = m.id {Where}", r => (Matter: r.GetInt64(0), Pair: (r.GetString(1), r.GetString(2))), wanted)
            .ToLookup(d => d.Matter, d => d.Pair);
        return _connection.Query($"SELECT id, {string.Join(", ", Columns)} FROM matter {Where}", r => Of(r, [.. dyads[r.GetInt64(0)].Order()]), wanted).ToLookup(m => m.Bucket, m => m.Matter);
    }

    private static (long Bucket, StoredMatter Matter) Of(SqliteDataReader r, (string, string)[] dyads)
    {
        var values = new object[r.FieldCount];
        r.GetValues(values);
        var (earliest, latest) = (r.TextOrNull(11), r.TextOrNull(12));
        var day = (earliest ?? latest) is { } iso ? DateOnly.ParseExact(iso, "O", CultureInfo.InvariantCulture).DayNumber : (int?)null;
        var happened = r.GetString(3) == "event" && r.GetString(6) == "told" && r.GetInt32(25) < r.GetInt32(18);
        var month = MonthShare.Of(happened, earliest, latest, r.NumberOrNull(14) is { } g ? (int)Math.Round(g * 10) : null);
        return (r.GetInt64(2), new StoredMatter(r.GetInt64(0), r.GetString(1), ShelfOf(r.GetString(3), r.GetString(6)), Line(values.AsSpan(1)), day, dyads, month));
    }

    private static object?[] Values(Matter m)
    {
        var (key, numbers) = (m.What, m.Mentions.Where(x => x.Value is not null).ToArray());
        return
        [
            m.Name, key.Bucket, key.Kind, key.Type, key.Mode, m.Status, JsonSerializer.Serialize(key.ActorList), JsonSerializer.Serialize(key.RecipientList),
            key.Words, key.Unit, m.Time?.Earliest?.ToString("O"), m.Time?.Latest?.ToString("O"), m.Basis, m.Weight is { } w ? w / 10.0 : null,
            numbers.Length == 0 ? null : numbers.Min(x => x.Value!.Value), numbers.Length == 0 ? null : numbers.Max(x => x.High ?? x.Value!.Value),
            m.What.Kind == "figure" ? m.Agreement.ToString().ToLowerInvariant() : null,
            m.Mentions.Count, m.Documents, m.OriginsNamed, m.OriginsCopied, m.OriginsUnknown, m.Asserted, m.Planned, m.Denied, m.Best.Claim,
        ];
    }

    private static string Line(ReadOnlySpan<object?> values)
    {
        var parts = new string[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            parts[i] = values[i] is null or DBNull ? "\0" : Convert.ToString(values[i] is double d && d == Math.Floor(d) && Math.Abs(d) < 1e15 ? (long)d : values[i], CultureInfo.InvariantCulture)!;
        }

        return string.Join('\t', parts);
    }

    /// <summary>Plans lie apart from what else a pair has: of every act, and of every agreement that is signed, it is asked whether one awaits it.</summary>
    private static string ShelfOf(string kind, string status) => status == "planned" ? "plan" : kind;

    private static int? DayOf(Matter matter) => (matter.Time?.Earliest ?? matter.Time?.Latest)?.DayNumber;
}

/// <summary>What became of a matter when its bucket was looked at again.</summary>
internal enum Change
{
    None,
    New,
    Otherwise,
    Gone,
}

/// <summary>A matter with its row; one that is gone has no more than that.</summary>
internal readonly record struct ChangedMatter(long Id, Matter? Matter, Change How);
