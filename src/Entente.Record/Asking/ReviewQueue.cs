using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>
/// What a person may decide, the most valuable first. Of claims: what rests on many documents, what the coder is not sure of, and what claims disagree about; what somebody has decided about is not asked again.
/// Of actors: those whose names let one think that they are the same.
/// </summary>
internal static class ReviewQueue
{
    /// <summary>A claim of one document of which the coder is quite sure is worth no question.</summary>
    private const double Least = .1;

    /// <param name="limit">At most so many items.</param>
    public static IReadOnlyList<ReviewItem> Items(SqliteConnection connection, int limit)
    {
        var claims = new ValuedClaims(connection, Least).First(limit);
        var rows = ClaimQuery.Rows(connection, [.. claims.Select(c => c.Claim)]);
        return
        [
            .. claims.Where(c => rows.ContainsKey(c.Claim)).Select(c => new ReviewItem(c.Value, [.. Why(c.Documents, c.Confidence, c.IsDisputed), .. c.Otherwise]) { Claim = rows[c.Claim] })
                .Concat(Actors(connection)).OrderByDescending(i => i.Value).ThenBy(i => i.Key, StringComparer.Ordinal).Take(limit),
        ];
    }

    private static string[] Why(int documents, double confidence, bool isDisputed) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"the coder is {confidence * 100:0} % sure"),
        .. documents > 1 ? new[] { string.Create(CultureInfo.InvariantCulture, $"{documents} documents") } : [],
        .. isDisputed ? ["other claims disagree"] : Array.Empty<string>(),
    ];

    /// <summary>A merge counts for all claims about the actor: what it is worth rises with how often the rarer one is named.</summary>
    private static IEnumerable<ReviewItem> Actors(SqliteConnection connection)
    {
        var apart = CorrectionSet.Load(connection).Active.Select(c => c.Decision).OfType<KeepApart>().Select(d => d.Actors).ToList();
        var known = ActorQuery.Rows(connection, Alike(connection)).Where(a => a.Actor.Kind != ActorKind.Person).ToList();
        var initials = known.ToLookup(a => Initials(a.Actor.Name), StringComparer.Ordinal);
        return known.GroupBy(a => Folded(a.Actor.Name), StringComparer.Ordinal)
            .Select(g => g.Concat(g.Key.Length is > 1 and < 7 ? initials[g.Key].Where(a => !a.Actor.Name.Equals(g.First().Actor.Name, StringComparison.Ordinal)) : []).DistinctBy(a => a.Actor.Id).OrderByDescending(a => a.Mentions).ThenBy(a => a.Actor.Id, StringComparer.Ordinal).ToList())
            .Where(g => g.Count > 1 && g.Skip(1).Any(a => a.Actor.Kind == g[0].Actor.Kind || a.Actor.Id.Contains(':', StringComparison.Ordinal)) && !apart.Any(s => g.All(a => s.Contains(a.Actor.Id))))
            .Select(g => new ReviewItem(
                1 + Math.Log(1 + g.Skip(1).Sum(a => a.Mentions)), [$"{g.Count} actors with names alike", string.Create(CultureInfo.InvariantCulture, $"{g.Skip(1).Sum(a => a.Mentions)} mentions of the rarer")])
            {
                Actors = g,
            });
    }

    /// <summary>The ids of all actors with a name that may be another's: only of these more is looked up.</summary>
    private static HashSet<string> Alike(SqliteConnection connection)
    {
        var names = ActorQuery.Names(connection);
        var initials = names.ToLookup(n => Initials(n.Name), n => n.Id, StringComparer.Ordinal);
        return [.. names.GroupBy(n => Folded(n.Name), n => n.Id, StringComparer.Ordinal).Select(g => g.Concat(g.Key.Length > 1 ? initials[g.Key] : []).Distinct(StringComparer.Ordinal).ToList()).Where(g => g.Count > 1).SelectMany(g => g)];
    }

    /// <summary>"U.S." and "US" are alike, and "The Lakeside Institute" and "Lakeside Institute".</summary>
    private static string Folded(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(4) : name)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    /// <summary>"United States of America" → "usa"; of a name of one word nothing.</summary>
    private static string Initials(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).ToArray();
        return words.Length < 2 ? "" : string.Concat(words.Select(w => char.ToLowerInvariant(w[0])));
    }
}
