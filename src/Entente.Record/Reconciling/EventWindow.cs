namespace Entente.Record.Reconciling;

/// <summary>
/// As much of a bucket of events as more mentions can change, or fewer, so that a page on two states of which a hundred thousand tell costs no more than one on others.
/// A mention that has the time and the persons of an event joins it, and nothing else changes. Any other may make an event: then those that may be of its days and leave as many days open, or more,
/// are told apart anew (see <see cref="EventGrouper"/>: what is narrower comes first and does not depend on them), and so on from each of these.
/// </summary>
internal sealed class EventWindow(StoredMatters matters, MatterTable claims)
{
    private readonly Dictionary<long, StoredMatter> _stored = [];
    private readonly List<StoredMention> _known = [];

    /// <summary>The days of all mentions met so far, and those of them whose mentions are told apart anew.</summary>
    private readonly HashSet<Days> _met = [];
    private readonly HashSet<Days> _open = [];
    private readonly Queue<Days> _next = [];

    /// <summary>The events that may be others than before, with their claims.</summary>
    public IReadOnlyCollection<StoredMatter> Stored => _stored.Values;

    public IReadOnlyList<StoredMention> Known => _known;

    /// <param name="fresh">Mentions of one key, of days that are no wider than what may join others.</param>
    /// <param name="lost">Mentions of the same key that are no more: what was told apart after them, and might have joined them, is told apart anew.</param>
    /// <returns>The events in whose place these come.</returns>
    public IEnumerable<Matter> Of(long bucket, IReadOnlyList<Mention> fresh, IReadOnlyList<Mention> lost)
    {
        var key = (fresh.Count > 0 ? fresh : lost)[0].What;
        var joining = new List<(Mention Mention, string Event)>();
        var others = new List<Mention>();
        foreach (var alike in fresh.GroupBy(m => Matter.NameOf(key, m.Time, m.Persons), StringComparer.Ordinal))
        {
            if (matters.Named(alike.Key) is { } stored)
            {
                Load(stored);
                joining.AddRange(alike.Select(m => (m, alike.Key)));
            }
            else
            {
                others.AddRange(alike);
            }
        }

        others.ForEach(m => Open(Days.Of(m)));
        lost.ToList().ForEach(m => Open(Days.Of(m)));
        joining.ForEach(j => Meet(Days.Of(j.Mention)));
        while (_next.TryDequeue(out var days))
        {
            matters.Overlapping(bucket, days.First, days.Last).ForEach(Load);
        }

        var events = Kept(joining);
        return EventGrouper.Group([.. others, .. joining.Select(j => j.Mention).Where(IsOpen), .. _known.Select(k => k.Mention).Where(IsOpen)], events)
            .Select(e => new Matter(key, e.Time, e.Persons, [.. e.Members.OrderBy(m => m.Claim, StringComparer.Ordinal)]));
    }

    /// <summary>The events whose first mention stays where it is, with those of the others that do, and with the mentions that join.</summary>
    private List<EventGroup> Kept(List<(Mention Mention, string Event)> joining)
    {
        var more = joining.Where(j => !IsOpen(j.Mention)).ToLookup(j => j.Event, j => j.Mention, StringComparer.Ordinal);
        var members = _known.ToLookup(k => k.Matter, k => k.Mention);
        var kept = new List<EventGroup>();
        foreach (var stored in _stored.Values)
        {
            var inOrder = EventGrouper.InOrder(members[stored.Id]).ToList();
            if (inOrder.Count > 0 && !IsOpen(inOrder[0]))
            {
                kept.Add(new EventGroup(inOrder[0].Time, inOrder[0].Persons, [.. inOrder.Where(m => !IsOpen(m)), .. more[stored.Name]]));
            }
        }

        return kept;
    }

    private bool IsOpen(Mention mention) => _open.Contains(Days.Of(mention));

    private void Load(StoredMatter matter)
    {
        if (_stored.TryAdd(matter.Id, matter))
        {
            var of = claims.Of(matter.Id);
            _known.AddRange(of);
            of.ForEach(m => Meet(Days.Of(m.Mention)));
        }
    }

    private void Meet(Days days)
    {
        if (_met.Add(days) && _open.Any(days.DependsOn))
        {
            Open(days);
        }
    }

    private void Open(Days days)
    {
        if (!_open.Add(days))
        {
            return;
        }

        _met.Add(days);
        _next.Enqueue(days);
        foreach (var dependent in _met.Where(d => !_open.Contains(d) && d.DependsOn(days)).ToList())
        {
            Open(dependent);
        }
    }

    /// <summary>The days that a mention may be of.</summary>
    private readonly record struct Days(int First, int Last)
    {
        public static Days Of(Mention mention) => mention.Time is { Earliest: { } first, Latest: { } last } ? new Days(first.DayNumber, last.DayNumber) : new Days(0, 0);

        /// <summary>Whether a mention of these days is told apart after one of those, and may join it.</summary>
        public bool DependsOn(Days earlier) => First <= earlier.Last && earlier.First <= Last && Last - First >= earlier.Last - earlier.First;
    }
}
