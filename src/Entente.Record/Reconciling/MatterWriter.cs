using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Brings matters up to date with claims that come and go: only the buckets of these are looked at, and of them what has not changed is left as it is, so that one more page costs what it touches.
/// </summary>
internal sealed class MatterWriter : IDisposable
{
    private readonly MatterTable _claims;
    private readonly StoredMatters _matters;
    private readonly MatterSum _sum;
    private readonly Statement _undisputed;
    private readonly DyadMonths _months;

    /// <summary>For each bucket that is to be looked at the claims that are new in it.</summary>
    private readonly SortedDictionary<long, List<Mention>> _fresh = [];

    /// <summary>For each bucket those that it lost.</summary>
    private readonly Dictionary<long, List<Mention>> _lost = [];

    public MatterWriter(SqliteConnection connection)
    {
        _claims = new MatterTable(connection);
        _matters = new StoredMatters(connection);
        _sum = new MatterSum(connection);
        _undisputed = new Statement(connection, "DELETE FROM disagreement WHERE matter = $1 OR other = $1");
        _months = new DyadMonths(connection);
    }

    /// <summary>The matters that are new, gone or otherwise than before, in no order; without those of which only the counts rose. Of an office with more claims these alone are there: what it disputes is read with it.</summary>
    public List<ChangedMatter> Changed { get; } = [];

    /// <summary>Takes out claims by their rows.</summary>
    public void Remove(IReadOnlyCollection<long> claims)
    {
        foreach (var (mention, _) in _claims.Take(claims))
        {
            if (!_lost.TryGetValue(mention.Bucket, out var lost))
            {
                _lost.Add(mention.Bucket, lost = []);
                _fresh.TryAdd(mention.Bucket, []);
            }

            lost.Add(mention);
        }
    }

    /// <summary>Puts claims of some documents in the place of others of the same; those that count as they did are left as they are.</summary>
    /// <param name="before">All that are in the table.</param>
    /// <param name="rewritten">Rows of claims that are others than before, whatever they count as.</param>
    public void Replace(IReadOnlyList<StoredMention> before, IEnumerable<Mention> now, IReadOnlySet<long> rewritten)
    {
        var gone = before.ToDictionary(b => b.Mention.Key, b => b.Mention);
        List<Mention> fresh = [.. now.Where(m => rewritten.Contains(m.Key) || !gone.TryGetValue(m.Key, out var was) || !MatterTable.IsSame(was, m) || !gone.Remove(m.Key))];
        Remove(gone.Keys);
        Add(fresh);
    }

    /// <summary>Takes in claims that are not in the table.</summary>
    public void Add(IEnumerable<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (!_fresh.TryGetValue(mention.Bucket, out var bucket))
            {
                _fresh.Add(mention.Bucket, bucket = []);
            }

            bucket.Add(mention);
        }
    }

    public void Write()
    {
        foreach (var (bucket, fresh) in _fresh)
        {
            var lost = _lost.GetValueOrDefault(bucket) ?? [];
            if (EventGrouper.IsNarrow([.. fresh, .. lost]))
            {
                var window = new EventWindow(_matters, _claims);
                Write(window.Of(bucket, fresh, lost), window.Stored, window.Known);
                continue;
            }

            var stored = _matters.Of(bucket);
            if (stored is [var only] && lost.Count == 0 && _sum.Of(only, fresh) is { } sum)
            {
                Extend(only, sum, fresh);
                continue;
            }

            var known = stored.Count == 0 ? [] : _claims.Read(bucket);
            Write(Matter.Of([.. known.Select(r => r.Mention), .. fresh]), stored, known);
        }

        _claims.Write();
        _months.Write();
    }

    public void Dispose()
    {
        _claims.Dispose();
        _matters.Dispose();
        _sum.Dispose();
        _undisputed.Dispose();
    }

    private void Extend(StoredMatter before, StoredMatter sum, List<Mention> fresh)
    {
        _matters.Update(sum);
        _matters.Link(before.Id, before.Shelf, before.Day, fresh.SelectMany(m => m.Dyads));
        fresh.ForEach(m => _claims.Join(m, before.Id));
        if (before.Kind == "role")
        {
            _undisputed.Run(before.Id);
            Changed.Add(new ChangedMatter(before.Id, Matter.Of(fresh).Single() with { Time = sum.Time }, Change.Otherwise));
        }
    }

    /// <summary>Writes those matters that are otherwise than they are stored.</summary>
    private void Write(IEnumerable<Matter> now, IEnumerable<StoredMatter> stored, IEnumerable<StoredMention> known)
    {
        var before = stored.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var matterOf = known.ToDictionary(r => r.Mention.Key, r => r.Matter);
        foreach (var matter in now)
        {
            before.Remove(matter.Name, out var was);
            var written = Write(matter, was, matterOf);
            if (written.How != Change.None)
            {
                Changed.Add(written);
            }

            foreach (var mention in matter.Mentions)
            {
                if (!matterOf.TryGetValue(mention.Key, out var counted))
                {
                    _claims.Join(mention, written.Id);
                }
                else if (counted != written.Id)
                {
                    _claims.Move(mention.Key, written.Id);
                }
            }
        }

        foreach (var gone in before.Values)
        {
            _matters.Delete(gone.Id);
            Unlink(gone);
            Changed.Add(new ChangedMatter(gone.Id, null, Change.Gone));
        }
    }

    private ChangedMatter Write(Matter matter, StoredMatter? before, Dictionary<long, long> matterOf)
    {
        if (before is not null && before.Counts.Mentions == matter.Mentions.Count && matter.Mentions.All(m => matterOf.TryGetValue(m.Key, out var was) && was == before.Id))
        {
            return new ChangedMatter(before.Id, matter, Change.None);
        }

        long id;
        if (before is null)
        {
            id = _matters.Insert(matter);
        }
        else
        {
            id = before.Id;
            Unlink(before);
            _matters.Update(id, matter);
        }

        var dyads = matter.Dyads.ToList();
        _matters.Link(id, StoredMatter.ShelfOf(matter.What.Kind, matter.Status), (matter.Time?.Earliest ?? matter.Time?.Latest)?.DayNumber ?? 0, dyads);
        _months.Add(dyads, MonthShare.Of(matter), 1);
        return new ChangedMatter(id, matter, before is null ? Change.New : Change.Otherwise);
    }

    /// <summary>Takes away what a matter counted for, and what was found about it: it is found again.</summary>
    private void Unlink(StoredMatter matter)
    {
        if (matter.Month is { } month)
        {
            _months.Add(_matters.DyadsOf(matter.Id), month, -1);
        }

        _matters.Unlink(matter.Id);
        _undisputed.Run(matter.Id);
    }
}

/// <summary>What became of a matter when its bucket was looked at again.</summary>
internal enum Change
{
    None,
    New,
    Otherwise,
    Gone,
}

/// <summary>A matter with its row; one that is gone has no more than that.</summary>
internal readonly record struct ChangedMatter(long Id, Matter? Matter, Change How);
