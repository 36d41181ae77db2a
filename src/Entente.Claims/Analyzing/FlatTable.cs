using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Entente.Claims.Analyzing;

/// <summary>
/// A hash table as it lies in the model file: no loading, no allocation. A slot holds 16 bits of the key and a number;
/// a key that is not there is taken for another about three times in 100,000 look-ups, which a model bears.
/// </summary>
internal readonly unsafe struct FlatTable
{
    /// <summary>A number takes three bytes; one byte more stands after the last, so that four can be read.</summary>
    public const int ValueSize = 3, Largest = 0xFFFFFF;

    private readonly ushort* _marks;
    private readonly byte* _values;
    private readonly uint _size;

    public FlatTable(ReadOnlySpan<byte> marks, ReadOnlySpan<byte> values)
    {
        // The spans lie in the mapped image of the assembly, which nothing moves
        _marks = (ushort*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(marks));
        _values = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));
        _size = (uint)(marks.Length / sizeof(ushort));
    }

    /// <summary>The number that stands under a key; negative when there is none.</summary>
    public int Find(ulong key)
    {
        var mark = Mark(key);
        for (var slot = Slot(key, _size); ; slot = slot + 1 < _size ? slot + 1 : 0)
        {
            var there = _marks[slot];
            if (there == mark)
            {
                return (int)(Unsafe.ReadUnaligned<uint>(_values + (ValueSize * slot)) & Largest);
            }

            if (there == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Asks for the memory of a key's slot, to be read soon.</summary>
    public void Fetch(ulong key)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_marks + Slot(key, _size));
        }
    }

    /// <summary>What a slot keeps of a key; zero means an empty slot.</summary>
    public static ushort Mark(ulong key) => (ushort)((key >> 48) | 1);

    /// <summary>Where a key is looked for first: the lower half of the key, scaled to the size.</summary>
    public static uint Slot(ulong key, uint size) => (uint)(((ulong)(uint)key * size) >> 32);
}
