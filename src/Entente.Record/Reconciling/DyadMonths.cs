using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>What one event adds to the months of its pairs.</summary>
/// <param name="Month">"2023-03".</param>
/// <param name="Weight">Goldstein weight in tenths; null when the event has none.</param>
internal sealed record MonthShare(string Month, int? Weight)
{
    public static MonthShare? Of(Matter matter) => Of(matter.Happened, matter.Time?.Earliest?.ToString("O"), matter.Time?.Latest?.ToString("O"), matter.Weight);

    /// <summary>An event told as having happened, whose time lies within one month; null otherwise.</summary>
    public static MonthShare? Of(bool happened, string? earliest, string? latest, int? weight) =>
        happened && earliest is not null && latest is not null && earliest.AsSpan(0, 7).SequenceEqual(latest.AsSpan(0, 7)) ? new MonthShare(earliest[..7], weight) : null;
}

/// <summary>Keeps the months of all pairs as events come and go. Sums are of whole tenths, so that any order of adding and taking away gives the same.</summary>
internal sealed class DyadMonths(SqliteConnection connection)
{
    private const string Sum = """
        INSERT INTO dyad_month VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO UPDATE SET
          events = events + excluded.events, cooperative = cooperative + excluded.cooperative, conflictual = conflictual + excluded.conflictual,
          weight = weight + excluded.weight, weighed = weighed + excluded.weighed
        """;

    private readonly Dictionary<(string A, string B, string Month), (int Events, int Up, int Down, int Weight, int Weighed)> _changes = [];

    public void Add(IEnumerable<(string A, string B)> dyads, MonthShare? share, int sign)
    {
        if (share is null)
        {
            return;
        }

        var weight = share.Weight ?? 0;
        foreach (var (a, b) in dyads)
        {
            var key = (a, b, share.Month);
            var (events, up, down, sum, weighed) = _changes.GetValueOrDefault(key);
            _changes[key] = (events + sign, up + (weight > 0 ? sign : 0), down + (weight < 0 ? sign : 0), sum + (sign * weight), weighed + (share.Weight is null ? 0 : sign));
        }
    }

    public void Write()
    {
        using var add = new Statement(connection, Sum);
        using var remove = new Statement(connection, "DELETE FROM dyad_month WHERE a = $1 AND b = $2 AND month = $3 AND events = 0");
        foreach (var ((a, b, month), (events, up, down, weight, weighed)) in _changes.Where(c => c.Value != default))
        {
            add.Run(a, b, month, events, up, down, weight, weighed);
            remove.Run(a, b, month);
        }

        _changes.Clear();
    }
}
