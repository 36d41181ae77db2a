using System.Text.Json;
using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>Makes the anchors of claims and words that are shown.</summary>
internal static class ClaimAnchors
{
    private const string Shown = "FROM shown s JOIN page p ON p.id = s.page JOIN document d ON d.coding = s.coding";

    /// <summary>The anchor of a claim: what it says is told as its coder had it, so that it does not depend on what else was corrected. Null when no such claim is shown.</summary>
    public static ClaimAnchor? Of(SqliteConnection connection, string claim)
    {
        var found = connection.Query(
            $"SELECT p.digest, d.document, d.text, c.kind, c.gist, c.start, c.stop, c.trigger_start, c.trigger_stop, o.was, c.allegation IS NOT NULL {Shown} JOIN claim c ON c.document = d.id LEFT JOIN original o ON o.document = d.id AND o.what = 'claim' AND o.row = c.id WHERE c.claim = $1 LIMIT 1",
            r =>
            {
                var finder = new AnchorFinder(r.GetString(2));
                return new ClaimAnchor(finder.Anchor(r.GetString(0), r.GetString(1), r.GetInt32(5), r.GetInt32(6)), claim, CodedNames.TryParse<ClaimKind>(r.GetString(3), out var kind) ? kind : default, CodedGist(r.TextOrNull(9)) ?? r.GetString(4))
                {
                    Trigger = r.IsDBNull(7) ? null : finder.Words(r.GetInt32(7), r.GetInt32(8)),
                    IsAllegation = r.GetInt32(10) == 1,
                };
            },
            claim);
        return found is [var anchor] ? anchor : null;
    }

    /// <summary>The anchor of words of a document, given in code points; null when no such document is shown, or it is shorter.</summary>
    public static TextAnchor? Of(SqliteConnection connection, string document, int start, int stop)
    {
        var found = connection.Query($"SELECT p.digest, d.text, d.characters {Shown} WHERE d.document = $1", r => (Page: r.GetString(0), Text: r.GetString(1), Length: r.GetInt32(2)), document);
        return found is [var (page, text, length)] && start >= 0 && start < stop && stop <= length ? new AnchorFinder(text).Anchor(page, document, start, stop) : null;
    }

    /// <summary>The anchors of all places of a document where some words stand.</summary>
    public static IReadOnlyList<TextAnchor> Of(SqliteConnection connection, string document, string words) =>
    [
        .. connection.Query($"SELECT p.digest, d.text {Shown} WHERE d.document = $1", r => (Page: r.GetString(0), Finder: new AnchorFinder(r.GetString(1))), document)
            .SelectMany(d => d.Finder.Find(new TextAnchor(d.Page, ClaimParts.Line(words))).Select(f => d.Finder.Anchor(d.Page, document, f.Start, f.Stop))),
    ];

    /// <summary>What a claim that is shown said as its coder had it; null where nothing of it was corrected, or a person added it.</summary>
    public static ClaimSketch? Coded(SqliteConnection connection, string claim)
    {
        var found = connection.Query($"SELECT o.was {Shown} JOIN claim c ON c.document = d.id JOIN original o ON o.document = d.id AND o.what = 'claim' AND o.row = c.id WHERE c.claim = $1 AND o.was IS NOT NULL LIMIT 1", r => r.GetString(0), claim);
        if (found is not [var was])
        {
            return null;
        }

        using var json = JsonDocument.Parse(was);
        var row = json.RootElement.GetProperty("claim");
        var (earliest, latest) = (row[ClaimCell.Earliest].GetString(), row[ClaimCell.Latest].GetString());
        return new ClaimSketch(
            row[ClaimCell.Gist].GetString()!, earliest is null && latest is null ? null : earliest == latest ? earliest : $"{earliest ?? ".."}/{latest ?? ".."}",
            [.. json.RootElement.GetProperty("parties").EnumerateArray().Select(p => $"{p[ActorCells.Part].GetString()} {p[ActorCells.OfParty.Actor].GetString()}")]);
    }

    private static string? CodedGist(string? was)
    {
        if (was is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(was);
        return json.RootElement.GetProperty("claim")[ClaimCell.Gist].GetString();
    }
}
