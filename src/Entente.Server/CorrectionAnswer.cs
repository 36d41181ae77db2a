using System.Text.Json;
using Entente.Record;

namespace Entente.Server;

/// <summary>An entry of the log of corrections.</summary>
/// <param name="State">"holds", "orphaned", "overruled", "waits", "undone" or "undoes".</param>
/// <param name="Told">In one line.</param>
/// <param name="Entry">The whole entry (entente.correction/1).</param>
public sealed record CorrectionAnswer(string Id, string What, string By, DateTimeOffset At, string State, string Told, int Claims, int Documents, JsonElement Entry, IReadOnlyList<OrphanAnswer> Orphans)
{
    public string? Note { get; init; }

    /// <summary>The document of the first words that it is about.</summary>
    public string? Document { get; init; }

    /// <summary>The entries that overrule it, at one of its claims or all; absent where none does.</summary>
    public IReadOnlyList<string>? OverruledBy { get; init; }

    internal static CorrectionAnswer Of(CorrectionRow row)
    {
        var entry = row.Correction;
        return new CorrectionAnswer(
            entry.Id, entry.Decision.What, entry.Author, entry.At, row.State.ToString().ToLowerInvariant(), DecisionText.Of(entry.Decision), row.Claims, row.Documents, JsonSerializer.Deserialize<JsonElement>(entry.ToJson()),
            [.. row.Orphans.Select(o => new OrphanAnswer(o.N, o.Page, DecisionText.Quote(entry.Decision, o.N), o.Reason))])
        {
            Note = entry.Note,
            Document = entry.Decision switch { ClaimDecision claims => claims.Claims[0].Place.Document, AddClaims add => add.Claims[0].Place.Document, SplitActor split => split.Place?.Document, _ => null },
            OverruledBy = row.OverruledBy.Count == 0 ? null : row.OverruledBy,
        };
    }
}

/// <summary>Where an entry holds no longer, though the page is there.</summary>
/// <param name="N">Of an entry about several claims, which.</param>
/// <param name="Quote">The words that it is about; empty where it is about none.</param>
public sealed record OrphanAnswer(int N, string Page, string Quote, string Reason);
