using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>
/// Reads the rows of a page that corrections may change, as their coder wrote them: nothing of them may be corrected at the time. Where a decision is anchored in the page, all of them;
/// else those that name somebody about whom something was decided, for what is decided about an actor changes no other row.
/// </summary>
internal sealed class CodedRows(SqliteConnection connection) : IDisposable
{
    private static readonly int MentionActor = RowColumns.IndexOf(RowColumns.Mention, "actor"), PartyActor = RowColumns.IndexOf(RowColumns.Party, "actor");

    private readonly Statement _digest = new(connection, "SELECT digest FROM page WHERE id = $1");
    private readonly Statement _documents = new(connection, "SELECT id, document, text FROM document WHERE coding = $1 ORDER BY n");
    private readonly Statement _mentions = new(connection, $"SELECT n, {RowColumns.Mention} FROM mention WHERE document = $1 ORDER BY n");
    private readonly Statement _claims = new(connection, "SELECT id, chain, allegation FROM claim WHERE document = $1 ORDER BY id");
    private readonly Statement _claim = new(connection, $"SELECT {RowColumns.Claim} FROM claim WHERE id = $1");
    private readonly Statement _parties = new(connection, $"SELECT {RowColumns.Party} FROM party WHERE claim = $1 ORDER BY n");
    private readonly Statement _dyads = new(connection, "SELECT a, b FROM dyad WHERE claim = $1 ORDER BY a, b");

    /// <returns>Null where no correction may change anything: so it is with most pages.</returns>
    public PageState? Load(long page, long coding, CorrectionSet set)
    {
        var digest = _digest.All(r => r.Text(0), page)[0];
        var actors = set.HasPage(digest) ? null : set.Actors;
        if (actors is { Count: 0 })
        {
            return null;
        }

        var bears = actors is null;
        DocumentState[] documents = [.. _documents.All(r => (Key: r.Integer(0), Id: r.Text(1), Text: r.Text(2)), coding).Select(d => Read(d.Key, d.Id, d.Text, actors, ref bears))];
        return bears ? new PageState(page, digest, documents) : null;
    }

    /// <summary>A document with all its rows.</summary>
    public DocumentState Whole(long key, string id, string text)
    {
        var bears = true;
        return Read(key, id, text, null, ref bears);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _digest, _documents, _mentions, _claims, _claim, _parties, _dyads })
        {
            statement.Dispose();
        }
    }

    private DocumentState Read(long key, string id, string text, IReadOnlySet<string>? actors, ref bool bears) =>
        new(key, id, text) { Claims = Claims(key, actors, ref bears), Mentions = Mentions(key, actors, ref bears) };

    private List<RowState> Mentions(long document, IReadOnlySet<string>? actors, ref bool bears)
    {
        var mentions = _mentions.All(r => actors is null || actors.Contains(r.Text(1 + MentionActor)) ? new RowState(r.Integer(0), r.Values(1)) : null, document).OfType<RowState>().ToList();
        bears |= mentions.Count > 0;
        return mentions;
    }

    private List<ClaimState> Claims(long document, IReadOnlySet<string>? actors, ref bool bears)
    {
        var claims = new List<ClaimState>();
        foreach (var (key, chain, allegation) in _claims.All(r => (r.Integer(0), r.Text(1), r.TextOrNull(2)), document))
        {
            var parties = _parties.All(r => actors is null || actors.Contains(r.Text(PartyActor)), key);
            var isNamed = parties.Contains(true) || actors is not null && IsIn(chain, actors);
            bears |= isNamed;
            if (actors is null || isNamed || allegation is not null && StoredAllegation.Read(allegation) is { } stored && stored.Against.Any(a => actors.Contains(a.Id)))
            {
                claims.Add(new ClaimState(key, _claim.All(r => r.Values(0), key)[0], _parties.All(r => r.Values(0), key), _dyads.All(r => (r.Text(0), r.Text(1)), key)));
            }
        }

        return claims;
    }

    private static bool IsIn(string chain, IReadOnlySet<string> actors) =>
        chain.Contains("\"actor\"", StringComparison.Ordinal) && (JsonSerializer.Deserialize<ChainLink[]>(chain, ChainLink.Json) ?? []).Any(l => l.Actor is { } actor && actors.Contains(actor));
}
