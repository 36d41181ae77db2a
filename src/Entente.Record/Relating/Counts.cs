using System.Globalization;
using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>"Met 29 times since 2013", held against the events that the record knows: the gap is what the pile does not tell.</summary>
internal static class Counts
{
    private static readonly string[] Meetings = ["met", "meet", "meeting", "meetings", "visit", "visits", "trip", "trips", "summit", "summits", "talk", "talks", "call", "calls", "encounter", "encounters", "spoken"];

    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters, IReadOnlyList<MatterRow> all) =>
    [
        .. matters.Where(m => m.Kind == ClaimKind.Count).OrderBy(m => m.Time?.Earliest).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => Voices.Item(m, m.Gist, m.Told, Known(m.Best, all))),
    ];

    /// <summary>How many such events the record knows; null for counts of other things than meetings.</summary>
    public static string? Known(ClaimRow count, IReadOnlyList<MatterRow> events)
    {
        var words = (count.Figure?.Of ?? "").ToLowerInvariant().Split(' ');
        if (!words.Any(Meetings.Contains) || count.Figure?.Value is not { } told || told < 2)
        {
            return null;
        }

        var (first, last) = (count.Figure.Period is null ? null : count.Time?.Earliest, count.Published?.Latest ?? count.Time?.Latest);
        var who = count.Parties.Where(p => p is { Part: "whose", Actor.Kind: ActorKind.Person }).Select(p => p.Actor.Id).ToArray();
        var known = Apart(events.Where(m => m is { Kind: ClaimKind.Event, IsPlan: false } && m.Best is { Type: "CONSULT", Stand: "asserted" } && Within(m.Time, first, last)
            && Array.TrueForAll(who, w => m.Claims.SelectMany(c => c.Parties).Any(p => p.Actor.Id == w))).Select(m => m.Time!.Value));
        var gap = told - known;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{known} such {(known == 1 ? "occasion is" : "occasions are")} known here{(gap > 0 ? $", {gap:0} of the {told:0} are not in the pile" : gap < 0 ? $", {-gap:0} more than told" : "")}");
    }

    /// <summary>How many of some times lie apart: a visit and the talks on it are one occasion.</summary>
    private static int Apart(IEnumerable<DateInterval> times)
    {
        var (count, last) = (0, DateOnly.MinValue);
        foreach (var time in times.OrderBy(t => t.Latest))
        {
            if (time.Earliest > last || count == 0)
            {
                (count, last) = (count + 1, time.Latest!.Value);
            }
        }

        return count;
    }

    /// <summary>A time of months tells no occasion: "they have met since 2013" is the count itself.</summary>
    private static bool Within(DateInterval? time, DateOnly? first, DateOnly? last) => time is { Earliest: { } a, Latest: { } b } t && b.DayNumber - a.DayNumber <= Spans.Month
        && (first is null || (t.Latest ?? DateOnly.MaxValue) >= first) && (last is null || (t.Earliest ?? DateOnly.MinValue) <= last);
}
