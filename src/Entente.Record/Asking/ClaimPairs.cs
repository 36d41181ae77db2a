using Entente.Claims;

namespace Entente.Record.Asking;

/// <summary>A claim as it is set beside the claims of another coding or capture.</summary>
/// <param name="Same">All in which it must be equal to be the same claim.</param>
/// <param name="Quote">Its words in the text.</param>
/// <param name="Gist">What is claimed, in one line.</param>
/// <param name="Matter">What it is about, with its type; null where that is not known.</param>
internal sealed record ClaimSide<T>(T Claim, ClaimKind Kind, string Same, string Quote, string Gist, string? Matter);

/// <summary>
/// What became of claims from one coding or capture to the next, decided in one place: the same; put otherwise, which is of the same words, of the same gist or of the same matter; dropped; or added.
/// </summary>
internal sealed class ClaimPairs<T>
{
    private readonly List<ClaimSide<T>> _before;
    private readonly List<ClaimSide<T>> _after;

    public ClaimPairs(IEnumerable<ClaimSide<T>> before, IEnumerable<ClaimSide<T>> after)
    {
        (_before, _after) = ([.. before], [.. after]);
        Same = Pair(c => c.Kind + "\n" + c.Same).Count;
        Reworded = [.. Pair(c => c.Kind + "\n" + c.Quote), .. Pair(c => c.Kind + "\n" + c.Gist), .. Pair(c => c.Matter is null ? null : c.Kind + "\n" + c.Matter)];
    }

    public int Same { get; }

    public IReadOnlyList<(T Before, T After)> Reworded { get; }

    public IEnumerable<T> Dropped => _before.Select(c => c.Claim);

    public IEnumerable<T> Added => _after.Select(c => c.Claim);

    /// <summary>Takes out of both lists what has the same key, in the order of the text.</summary>
    private List<(T Before, T After)> Pair(Func<ClaimSide<T>, string?> key)
    {
        var open = _before.Where(c => key(c) is not null).GroupBy(c => key(c)!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<ClaimSide<T>>(g), StringComparer.Ordinal);
        var pairs = new List<(ClaimSide<T> Before, ClaimSide<T> After)>();
        foreach (var claim in _after)
        {
            if (key(claim) is { } k && open.TryGetValue(k, out var waiting) && waiting.TryDequeue(out var partner))
            {
                pairs.Add((partner, claim));
            }
        }

        _before.RemoveAll(pairs.Select(p => p.Before).ToHashSet(ReferenceEqualityComparer.Instance).Contains);
        _after.RemoveAll(pairs.Select(p => p.After).ToHashSet(ReferenceEqualityComparer.Instance).Contains);
        return [.. pairs.Select(p => (p.Before.Claim, p.After.Claim))];
    }
}
