using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>Writes events with their mentions, dyads and origins.</summary>
internal sealed class EventWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Statement _event = new(
        connection,
        "event",
        "id, type, mode, status, actors, recipients, earliest, latest, time_basis, goldstein, mentions, documents, origins_named, origins_copied, origins_unknown, denials, claim");

    private readonly Statement _claim = new(connection, "event_claim", "claim, event");
    private readonly Statement _dyad = new(connection, "event_dyad", "event, a, b");
    private readonly Statement _happened = new(connection, "happened", "plan, event");

    /// <param name="wordings">For documents that share their wording, the first of each set.</param>
    public void Write(EventGroup group, Dictionary<string, string> wordings)
    {
        var best = group.Mentions.OrderByDescending(m => m.Confidence).ThenBy(m => m.Claim, StringComparer.Ordinal).First();
        var documents = group.Mentions.Select(m => m.Document).Distinct(StringComparer.Ordinal).ToArray();
        _event.Run(
            transaction, group.Id, group.What.Type, group.What.Mode, group.What.Status, JsonSerializer.Serialize(group.What.ActorList), JsonSerializer.Serialize(group.What.RecipientList),
            group.Time?.Earliest?.ToString("O"), group.Time?.Latest?.ToString("O"), BasisOf(group), best.Goldstein ?? group.Mentions.Select(m => m.Goldstein).FirstOrDefault(g => g is not null),
            group.Mentions.Count, documents.Length, OriginsOf(group, wordings),
            documents.Length - documents.Select(d => wordings.GetValueOrDefault(d, d)).Distinct(StringComparer.Ordinal).Count(),
            group.Mentions.Count(m => m.Origin is null), group.Mentions.Count(m => m.Denied), best.Claim);
        foreach (var mention in group.Mentions)
        {
            _claim.Run(transaction, mention.Key, group.Id);
        }

        foreach (var (a, b) in group.Mentions.SelectMany(m => m.Dyads).Distinct())
        {
            _dyad.Run(transaction, group.Id, a, b);
        }
    }

    public void Write(IEnumerable<(string Plan, string Event)> carried)
    {
        foreach (var (plan, what) in carried)
        {
            _happened.Run(transaction, plan, what);
        }
    }

    public void Dispose()
    {
        _event.Dispose();
        _claim.Dispose();
        _dyad.Dispose();
        _happened.Dispose();
    }

    /// <summary>Named origins that differ; articles in their own voice with one wording are one.</summary>
    private static int OriginsOf(EventGroup group, Dictionary<string, string> wordings) => group.Mentions
        .Where(m => m.Origin is not null)
        .Select(m => m.OwnVoice && wordings.TryGetValue(m.Document, out var first) ? "wording of " + first : m.Origin)
        .Distinct(StringComparer.Ordinal).Count();

    /// <summary>What the event's time rests on: a stated day before a day reckoned, and the day of publication last.</summary>
    private static string? BasisOf(EventGroup group) => group.Mentions
        .Where(m => m.Time == group.Time && m.TimeBasis is not null)
        .Select(m => m.TimeBasis!)
        .OrderBy(b => Array.IndexOf(["stated", "relative", "era", "elsewhere", "tense", "published"], b)).ThenBy(b => b, StringComparer.Ordinal)
        .FirstOrDefault();
}
