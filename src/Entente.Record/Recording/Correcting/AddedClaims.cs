using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Claims.Accepting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>Claims that people added: set beside the text as those of any coder are, at the place where their words stand now.</summary>
/// <param name="next">Gives the number of the next claim's row.</param>
internal sealed class AddedClaims(SqliteConnection connection, Accepter accepter, Func<long> next)
{
    /// <param name="earlier">What was decided before: whoever added the claim in another copy of the record may not have known.</param>
    public void Apply(PageState page, Correction correction, IEnumerable<Correction> earlier)
    {
        var added = (AddClaims)correction.Decision;
        foreach (var (claim, n) in added.Claims.Select((c, n) => (c, n)).Where(c => c.c.Place.Page == page.Digest))
        {
            if (ClaimEdits.Find(page, claim.Place, out var reason) is not var (document, place))
            {
                page.Orphans.Add((correction.Id, n, reason));
                continue;
            }

            var acceptance = Accept(claim.Claim, document.Text, place.Start);
            if (acceptance.Claim is { } accepted)
            {
                var state = Add(page, document, accepted with { Rule = added.From is null ? ClaimRow.ByHand : ClaimRow.ByHand + ":" + added.From }, earlier);
                page.Holds.Add((correction.Id, n, document.Key, state.Key));
                state.Said.Add((correction.Id, added));
                state.BringBack();
            }
            else
            {
                page.Orphans.Add((correction.Id, n, string.Join(" ", acceptance.Reasons.Select(r => r.Message))));
            }
        }
    }

    /// <summary>The claim as it stands on the page from now on: what the coder claims too, or somebody else has added, is there once.</summary>
    private ClaimState Add(PageState page, DocumentState document, Claim claim, IEnumerable<Correction> earlier)
    {
        var map = new CodePointMap(document.Text);
        var rows = ClaimRows.Of(claim, "", new ClaimPage(document.Id, document.Text, map) { Sentence = Sentence(document, claim.Evidence, map) });
        var key = Math.Max(next(), page.Documents.SelectMany(d => d.Claims).Select(c => c.Key).DefaultIfEmpty().Max() + 1);
        var says = ClaimState.Says(rows.Claim, rows.Parties);
        rows.Claim[ClaimCell.Claim] = ClaimRows.IdOf(document.Id, $"{ClaimRow.ByHand}\n{document.Claims.Count(c => c.IsAdded && c.Added == says)}\n{says}");
        var added = new ClaimState(key, rows.Claim, [.. rows.Parties], [.. rows.Dyads]) { IsAdded = true, Added = says };
        var edits = earlier.Where(c => c.Decision is ActorDecision and not RejectActor).Select(c => new ActorEdits(page, c)).Where(e => e.Change(document, added)).ToList();
        if (document.Claims.Find(c => c.Covers(added)) is { } there)
        {
            return there;
        }

        edits.ForEach(e => e.Hold(document, key));
        document.Claims.Add(added);
        return added;
    }

    /// <summary>A claim of a person, whose offsets count from the words that say it. Who says that the text means somebody is not asked for his name there.</summary>
    /// <param name="start">Where the words begin, in code points.</param>
    public Acceptance Accept(string claim, string text, int start)
    {
        var json = JsonNode.Parse(claim)!;
        var known = new HashSet<string>(StringComparer.Ordinal);
        Shift(json, start, known);
        return accepter.Accept(JsonSerializer.SerializeToElement(json), new AcceptedText(text) { Known = known });
    }

    /// <summary>Moves all offsets, and gathers the ids of actors and countries.</summary>
    public static void Shift(JsonNode? node, int by, HashSet<string> known)
    {
        switch (node)
        {
            case JsonArray list:
                list.ToList().ForEach(n => Shift(n, by, known));
                break;
            case JsonObject value:
                foreach (var (name, member) in value.ToList())
                {
                    if (name is "start" or "end" && member is JsonValue offset && offset.TryGetValue<int>(out var at))
                    {
                        value[name] = at + by;
                    }
                    else if (name is "id" or "country" && member is JsonValue id && id.TryGetValue<string>(out var actor))
                    {
                        known.Add(actor);
                    }

                    Shift(member, by, known);
                }

                break;
        }
    }

    private TextSpan Sentence(DocumentState document, TextSpan evidence, CodePointMap map)
    {
        var (start, end) = (map.ToCodePoint(evidence.Start), map.ToCodePoint(evidence.End));
        return connection.Query("SELECT start, stop FROM sentence WHERE document = $1 AND start <= $2 AND stop >= $3", r => TextSpan.FromBounds(map.ToOffset(r.GetInt32(0)), map.ToOffset(r.GetInt32(1))), document.Key, start, end) is [var sentence, ..]
            ? sentence
            : evidence;
    }
}
