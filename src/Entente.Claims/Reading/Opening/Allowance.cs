namespace Entente.Claims.Reading.Opening;

/// <summary>
/// How much may be unpacked of one file, all levels together: some hundred megabytes, and beyond them a multiple of what the file itself holds, so that a large honest
/// archive streams through and a bomb stops early.
/// </summary>
internal sealed class Allowance(OpenerOptions options, long? length)
{
    private long _carried;
    private long _unpacked;

    /// <summary>Whether more was unpacked than a saved page can shrink to.</summary>
    public bool IsSpent => _unpacked > options.LeastUnpacked + (options.LargestRatio * (length ?? _carried));

    /// <summary>Notes bytes of the file itself.</summary>
    public void Carry(int count) => _carried += count;

    /// <summary>Notes unpacked bytes; false when that is more than allowed.</summary>
    public bool Spend(int count)
    {
        _unpacked += count;
        return !IsSpent;
    }
}
