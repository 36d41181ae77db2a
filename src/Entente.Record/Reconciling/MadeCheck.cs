using System.Globalization;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>Whether what is made from the ledger is what making it anew gives: it is made anew in a transaction that is taken back.</summary>
internal static class MadeCheck
{
    /// <summary>Each thing that is made, in a line that does not depend on the order of reading.</summary>
    private static readonly string[] Lines =
    [
        "SELECT 'matter ' || json_array(name, kind, type, mode, status, actors, recipients, words, unit, earliest, latest, time_basis, goldstein, low, high, agreement, mentions, documents, origins_named, origins_copied, origins_unknown, asserted, planned, denied, claim) FROM matter",
        "SELECT 'claim ' || json_array(d.document, c.claim, m.name, x.stand, x.origin, (SELECT o.document FROM document o WHERE o.id = x.root)) FROM matter_claim x JOIN claim c ON c.id = x.claim JOIN document d ON d.id = x.document LEFT JOIN matter m ON m.id = x.matter",
        "SELECT 'pair ' || json_array(y.a, y.b, y.day, m.name) FROM matter_dyad y LEFT JOIN matter m ON m.id = y.matter",
        "SELECT 'outcome ' || json_array(p.name, a.name, x.what) FROM outcome x LEFT JOIN matter p ON p.id = x.plan LEFT JOIN matter a ON a.id = x.act",
        "SELECT 'disagreement ' || json_array(g.id, g.about, m.name, o.name) FROM disagreement g LEFT JOIN matter m ON m.id = g.matter LEFT JOIN matter o ON o.id = g.other",
        "SELECT 'month ' || json_array(a, b, month, events, cooperative, conflictual, weight, weighed) FROM dyad_month",
        "SELECT 'copied ' || json_array(a, b, containment) FROM copied",
        "SELECT 'sentence ' || json_array(d.document, s.n, o.document, t.n) FROM copied_sentence k JOIN sentence s ON s.id = k.sentence JOIN document d ON d.id = s.document JOIN sentence t ON t.id = k.root JOIN document o ON o.id = t.document",
    ];

    public static RecordCheck Run(SqliteConnection connection, Action<SqliteConnection> make)
    {
        var before = Read(connection);
        using var transaction = connection.BeginTransaction();
        make(connection);
        var after = Read(connection);
        transaction.Rollback();
        var violations = before.Except(after).Select(l => "it is there, and making it anew does not give it: " + l)
            .Concat(after.Except(before).Select(l => "making it anew gives it, and it is not there: " + l)).Order(StringComparer.Ordinal).ToList();
        return new RecordCheck("Events, figures and what else is made from the pages are what making them anew gives", before.Count, "things made", violations);
    }

    /// <summary>All that is made.</summary>
    public static HashSet<string> Read(SqliteConnection connection) =>
        [.. Lines.SelectMany(sql => connection.Query(sql, r => Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture) ?? ""))];
}
