using System.Globalization;
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
    public void Apply(PageState page, Correction correction)
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
                var name = ClaimRows.IdOf(document.Id, correction.Id + (n == 0 ? "" : "/" + n.ToString(CultureInfo.InvariantCulture)));
                page.Holds.Add((correction.Id, n, document.Key, Add(page, document, accepted with { Rule = added.From is null ? ClaimRow.ByHand : ClaimRow.ByHand + ":" + added.From }, name)));
            }
            else
            {
                page.Orphans.Add((correction.Id, n, string.Join(" ", acceptance.Reasons.Select(r => r.Message))));
            }
        }
    }

    private long Add(PageState page, DocumentState document, Claim claim, string name)
    {
        var map = new CodePointMap(document.Text);
        var rows = ClaimRows.Of(claim, name, new ClaimPage(document.Id, document.Text, map) { Sentence = Sentence(document, claim.Evidence, map) });
        var key = Math.Max(next(), page.Documents.SelectMany(d => d.Claims).Select(c => c.Key).DefaultIfEmpty().Max() + 1);
        document.Claims.Add(new ClaimState(key, rows.Claim, [.. rows.Parties], [.. rows.Dyads]) { IsAdded = true });
        return key;
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
