using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Entente.Claims.Analyzing;

/// <summary>A linear model as it lies in the model file: feature → labels with weights of one byte each.</summary>
internal readonly unsafe struct FlatWeights
{
    private readonly FlatTable _table;
    private readonly byte* _rows;

    public FlatWeights(FlatTable table, ReadOnlySpan<byte> rows)
    {
        _table = table;
        _rows = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(rows));
    }

    /// <summary>Adds up the weights of all features for every label. All slots are asked for before the first is read: the table is larger than the nearest cache.</summary>
    public void Score(ReadOnlySpan<ulong> keys, Span<int> scores)
    {
        scores.Clear();
        foreach (var key in keys)
        {
            _table.Fetch(key);
        }

        Span<int> found = stackalloc int[keys.Length];
        var count = 0;
        foreach (var key in keys)
        {
            var at = _table.Find(key);
            if (at >= 0)
            {
                found[count++] = at;
                Fetch(at);
            }
        }

        fixed (int* sum = scores)
        {
            foreach (var at in found[..count])
            {
                var row = _rows + at;
                var end = row + 1 + (2 * *row);
                for (row++; row < end; row += 2)
                {
                    sum[row[0]] += (sbyte)row[1];
                }
            }
        }
    }

    private void Fetch(int row)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_rows + row);
        }
    }
}
