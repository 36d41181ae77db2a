namespace Entente.Record.Reconciling;

/// <summary>A set of sampled runs that is asked about far more than it holds: bits say no to most before it is looked into.</summary>
internal sealed class RunSet
{
    private readonly HashSet<uint> _runs;
    private readonly ulong[] _bits;
    private readonly int _shift;

    public RunSet(IEnumerable<uint[]> samples)
    {
        _runs = [];
        foreach (var sample in samples)
        {
            _runs.UnionWith(sample);
        }

        // Sixteen bits a run, between 1,024 and 2^27 of them.
        var width = Math.Clamp(System.Numerics.BitOperations.Log2((uint)Math.Max(1, _runs.Count)) + 5, 10, 27);
        _shift = 32 - width;
        _bits = new ulong[1 << (width - 6)];
        foreach (var run in _runs)
        {
            var bit = run >> _shift;
            _bits[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    public int Count => _runs.Count;

    public bool Contains(uint run)
    {
        var bit = run >> _shift;
        return (_bits[bit >> 6] >> (int)(bit & 63) & 1) != 0 && _runs.Contains(run);
    }
}
