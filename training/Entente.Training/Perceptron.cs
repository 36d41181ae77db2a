using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Entente.Training;

/// <summary>A feature with its averaged weights by label.</summary>
internal readonly record struct Feature(ulong Key, (byte Label, double Weight)[] Weights);

/// <summary>An averaged perceptron over hashed features: whole-number weights, and their sums over time.</summary>
internal sealed class Perceptron
{
    private Row[] _rows = new Row[1 << 20];
    private Cell[] _cells = new Cell[1 << 22];
    private readonly int[] _slots = new int[512];
    private int _used;
    private int _cellEnd;

    /// <summary>How many examples it has seen.</summary>
    public int Now { get; private set; } = 1;

    public int Features => _used;

    public void Tick() => Now++;

    /// <summary>Adds up the weights. The table is larger than any cache: all slots are asked for before the first is read.</summary>
    public unsafe void Score(ReadOnlySpan<ulong> keys, Span<int> scores)
    {
        scores.Clear();
        fixed (Row* rows = _rows)
        fixed (Cell* cells = _cells)
        {
            var mask = (ulong)(_rows.Length - 1);
            foreach (var key in keys)
            {
                Fetch(rows + (key & mask));
            }

            for (var k = 0; k < keys.Length; k++)
            {
                _slots[k] = Slot(keys[k]);
                if (rows[_slots[k]].Count > 0)
                {
                    Fetch(cells + rows[_slots[k]].Start);
                }
            }

            for (var k = 0; k < keys.Length; k++)
            {
                var row = rows[_slots[k]];
                for (var cell = cells + row.Start; cell < cells + row.Start + row.Count; cell++)
                {
                    scores[cell->Label] += cell->Weight;
                }
            }
        }
    }

    private static unsafe void Fetch(void* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }

    /// <summary>Moves the weights of the features towards one label and away from another.</summary>
    public void Update(ReadOnlySpan<ulong> keys, int towards, int from)
    {
        foreach (var key in keys)
        {
            Move(key, (byte)towards, 1);
            Move(key, (byte)from, -1);
        }
    }

    /// <summary>All features with their averaged weights.</summary>
    private IEnumerable<Feature> Averaged()
    {
        foreach (var row in _rows)
        {
            if (row.Key != 0)
            {
                yield return new Feature(row.Key, [.. Enumerable.Range(row.Start, row.Count).Select(k => (_cells[k].Label, (_cells[k].Total + ((double)_cells[k].Weight * (Now - _cells[k].Stamp))) / Now))]);
            }
        }
    }

    /// <summary>The averaged weights without the light ones.</summary>
    public List<Feature> Heavy(double atLeast) =>
        [.. Averaged().Select(f => f with { Weights = [.. f.Weights.Where(w => Math.Abs(w.Weight) >= atLeast)] }).Where(f => f.Weights.Length > 0)];

    private void Move(ulong key, byte label, short by)
    {
        if (_used * 2 > _rows.Length)
        {
            Grow();
        }

        ref var row = ref _rows[Slot(key)];
        if (row.Key == 0)
        {
            row.Key = key;
            _used++;
        }

        for (var k = row.Start; k < row.Start + row.Count; k++)
        {
            if (_cells[k].Label == label)
            {
                Change(ref _cells[k], by);
                return;
            }
        }

        MakeRoom(ref row);
        _cells[row.Start + row.Count] = new Cell { Label = label, Stamp = Now };
        Change(ref _cells[row.Start + row.Count], by);
        row.Count++;
    }

    private void Change(ref Cell cell, short by)
    {
        cell.Total += (long)cell.Weight * (Now - cell.Stamp);
        cell.Stamp = Now;
        cell.Weight += by;
    }

    private void MakeRoom(ref Row row)
    {
        if (row.Count < row.Room)
        {
            return;
        }

        var room = (byte)Math.Min(255, Math.Max(2, row.Room * 2));
        if (_cellEnd + room > _cells.Length)
        {
            Array.Resize(ref _cells, _cells.Length * 2);
        }

        Array.Copy(_cells, row.Start, _cells, _cellEnd, row.Count);
        row.Start = _cellEnd;
        row.Room = room;
        _cellEnd += room;
    }

    private int Slot(ulong key)
    {
        var slot = (int)(key & (ulong)(_rows.Length - 1));
        while (_rows[slot].Key != key && _rows[slot].Key != 0)
        {
            slot = (slot + 1) & (_rows.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        var rows = _rows;
        _rows = new Row[rows.Length * 2];
        foreach (var row in rows)
        {
            if (row.Key != 0)
            {
                _rows[Slot(row.Key)] = row;
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Row
    {
        public ulong Key;
        public int Start;
        public byte Count;
        public byte Room;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Cell
    {
        public long Total;
        public int Stamp;
        public short Weight;
        public byte Label;
    }
}
