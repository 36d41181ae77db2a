using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>Mentions of one event; the time is null where none of them has one.</summary>
/// <param name="Persons">Who acts for each side, as the most telling mention has it.</param>
internal sealed record EventGroup(DateInterval? Time, IReadOnlyList<string> Persons, List<Mention> Members);

/// <summary>
/// Tells the events of one key apart by their days and by who acts for the sides. The narrowest times come first and make the events, wider ones join the one event that they fit,
/// and a time that fits several stands alone: acts on different days stay apart, and so do two ministers' talks and their presidents' on one day.
/// </summary>
internal static class EventGrouper
{
    /// <summary>"In March" may be the visit of 21 March, "in 2023" says too little.</summary>
    public const int WidestToJoin = Spans.Month;

    /// <summary>Whether a time is too wide, or open, to be that of a narrower one.</summary>
    public static bool IsWide(DateInterval time) => time is not { Earliest: { } a, Latest: { } b } || b.DayNumber - a.DayNumber > WidestToJoin;

    /// <summary>Whether all mentions are of days that are narrow enough to join others, or to be joined.</summary>
    public static bool IsNarrow(IReadOnlyList<Mention> mentions) => mentions.Count > 0 && mentions.All(m => m is { What.Kind: "event", Time: { } time } && !IsWide(time));

    /// <param name="known">Events that are there whatever these mentions say, with those of their mentions that stay; see <see cref="EventWindow"/>.</param>
    public static IReadOnlyList<EventGroup> Group(IReadOnlyList<Mention> sameKey, IEnumerable<EventGroup>? known = null)
    {
        var timeline = new Timeline(known ?? []);
        foreach (var mention in InOrder(sameKey))
        {
            timeline.Add(mention);
        }

        return timeline.Events;
    }

    /// <summary>The narrowest first, and among those of one time who names most persons: what comes first makes the event.</summary>
    public static IOrderedEnumerable<Mention> InOrder(IEnumerable<Mention> mentions) => mentions
        .OrderBy(m => m.Days ?? int.MaxValue).ThenBy(m => m.Time?.Earliest).ThenBy(m => m.Time?.Latest)
        .ThenByDescending(m => m.Persons.Count).ThenBy(m => string.Join('\n', m.Persons), StringComparer.Ordinal).ThenBy(m => m.Claim, StringComparer.Ordinal);

    /// <summary>Whether the persons may be the same: for no side do both name somebody else.</summary>
    public static bool Fit(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return true;
        }

        var sides = other.ToLookup(Side, StringComparer.Ordinal);
        return one.GroupBy(Side, StringComparer.Ordinal).All(side => !sides.Contains(side.Key) || side.Intersect(sides[side.Key], StringComparer.Ordinal).Any());
    }

    private static string Side(string person) => person[..person.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>Events met so far, found by their days.</summary>
    private sealed class Timeline
    {
        private readonly List<EventGroup> _events = [];

        /// <summary>Narrow events by their first and last day; no time, or a wide one, meets only its equal.</summary>
        private readonly SortedList<(int First, int Last), List<EventGroup>> _narrow = [];
        private readonly Dictionary<DateInterval, List<EventGroup>> _wide = [];
        private readonly List<EventGroup> _undated = [];

        public Timeline(IEnumerable<EventGroup> known)
        {
            foreach (var one in known)
            {
                AtThatTime(one.Time).Add(one);
                _events.Add(one);
            }
        }

        public IReadOnlyList<EventGroup> Events => _events;

        public void Add(Mention mention)
        {
            var same = AtThatTime(mention.Time);
            var fitting = same.FindAll(e => Fit(e.Persons, mention.Persons));
            if (fitting.Count == 0 && mention.Time is { } time && !IsWide(time))
            {
                fitting = Within(time).FindAll(e => Fit(e.Persons, mention.Persons));
            }
            else if (fitting.Count > 1 && same.Find(e => e.Persons.SequenceEqual(mention.Persons)) is { } alike)
            {
                fitting = [alike];
            }

            if (fitting is [var only])
            {
                only.Members.Add(mention);
                return;
            }

            var made = new EventGroup(mention.Time, mention.Persons, [mention]);
            same.Add(made);
            _events.Add(made);
        }

        private List<EventGroup> AtThatTime(DateInterval? time)
        {
            if (time is not { } known)
            {
                return _undated;
            }

            if (IsWide(known))
            {
                return _wide.TryGetValue(known, out var wide) ? wide : _wide[known] = [];
            }

            var days = (known.Earliest!.Value.DayNumber, known.Latest!.Value.DayNumber);
            return _narrow.TryGetValue(days, out var narrow) ? narrow : _narrow[days] = [];
        }

        /// <summary>Events that share a day with the time.</summary>
        private List<EventGroup> Within(DateInterval time)
        {
            var (first, last) = (time.Earliest!.Value.DayNumber, time.Latest!.Value.DayNumber);
            var found = new List<EventGroup>();
            for (var i = FirstFrom(first - WidestToJoin); i < _narrow.Count && _narrow.GetKeyAtIndex(i).First <= last; i++)
            {
                if (_narrow.GetKeyAtIndex(i).Last >= first)
                {
                    found.AddRange(_narrow.GetValueAtIndex(i));
                }
            }

            return found;
        }

        private int FirstFrom(int day)
        {
            int low = 0, high = _narrow.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _narrow.GetKeyAtIndex(middle).First < day ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
