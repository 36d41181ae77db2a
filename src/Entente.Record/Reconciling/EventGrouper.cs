using System.Security.Cryptography;
using System.Text;
using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>Mentions that report one event.</summary>
internal sealed record EventGroup(string Id, EventKey What, DateInterval? Time, IReadOnlyList<Mention> Mentions);

/// <summary>
/// Groups mentions: those with the same key whose times fit. The narrowest times come first and make the events, wider ones join the one event that they
/// fit, and a time that fits several stands alone: acts on different days stay apart.
/// </summary>
internal static class EventGrouper
{
    /// <summary>"In March" may be the visit of 21 March, "in 2023" says too little.</summary>
    private const int WidestToJoin = 31;

    public static IReadOnlyList<EventGroup> Group(IEnumerable<Mention> mentions) =>
        [.. mentions.GroupBy(m => m.What).SelectMany(GroupOne).OrderBy(g => g.Id, StringComparer.Ordinal)];

    private static IEnumerable<EventGroup> GroupOne(IGrouping<EventKey, Mention> same)
    {
        foreach (var undated in same.Where(m => m.Time is null).GroupBy(m => m.Document, StringComparer.Ordinal))
        {
            yield return new EventGroup(Id(same.Key, null, undated.Key), same.Key, null, [.. undated]);
        }

        // Without any party nothing says that two reports are of the same act: then only one document's are.
        var places = same.Key.Actors.Length + same.Key.Recipients.Length == 0 ? same.GroupBy(m => m.Document, StringComparer.Ordinal) : same.GroupBy(_ => "", StringComparer.Ordinal);
        foreach (var place in places)
        {
            foreach (var (time, members) in Dated([.. place.Where(m => m.Time is not null)]))
            {
                yield return new EventGroup(Id(same.Key, time, place.Key), same.Key, time, members);
            }
        }
    }

    private static List<(DateInterval Time, List<Mention> Members)> Dated(Mention[] mentions)
    {
        var groups = new List<(DateInterval Time, List<Mention> Members)>();
        foreach (var mention in mentions.OrderBy(m => m.Days ?? int.MaxValue).ThenBy(m => m.Time!.Value.Earliest).ThenBy(m => m.Time!.Value.Latest).ThenBy(m => m.Claim, StringComparer.Ordinal))
        {
            var time = mention.Time!.Value;
            var fitting = mention.Days is > WidestToJoin or null ? [] : groups.FindAll(g => g.Time.Intersect(time) is not null && Width(g.Time) <= WidestToJoin);
            var at = groups.FindIndex(g => g.Time == time);
            if (at < 0 && fitting is [var only])
            {
                only.Members.Add(mention);
            }
            else if (at >= 0)
            {
                groups[at].Members.Add(mention);
            }
            else
            {
                groups.Add((time, [mention]));
            }
        }

        return groups;
    }

    private static int Width(DateInterval time) => time is { Earliest: { } a, Latest: { } b } ? b.DayNumber - a.DayNumber : int.MaxValue;

    private static string Id(EventKey key, DateInterval? time, string place)
    {
        var words = string.Join('\t', key.Type, key.Mode, key.Status, key.Actors, key.Recipients, time?.ToString(), place);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..12];
    }
}
