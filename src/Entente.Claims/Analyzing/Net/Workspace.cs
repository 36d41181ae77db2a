using System.Runtime.CompilerServices;

namespace Entente.Claims.Analyzing.Net;

/// <summary>Memory for one sentence after another, that grows and is reused: one for one thread. It lies where nothing moves it.</summary>
internal sealed unsafe class Workspace
{
    private const int Alignment = 64;

    private readonly byte[][] _memory = new byte[(int)Part.Count][];

    /// <summary>What the pieces of memory are for.</summary>
    public enum Part
    {
        Slots, Vectors, Input, Top, Sums, Layer, Bent, Tags, Hints, Names, Asks, Offers, Seeks, Below, Above, Joined, Labels, Scores,
        Count,
    }

    /// <summary>A piece of memory that holds as many numbers; what was in it may be lost.</summary>
    public T* Get<T>(Part part, int count)
        where T : unmanaged
    {
        ref var memory = ref _memory[(int)part];
        var size = (count * sizeof(T)) + Alignment;
        if (memory is null || memory.Length < size)
        {
            memory = GC.AllocateUninitializedArray<byte>(Math.Max(size, 2 * (memory?.Length ?? 0)), pinned: true);
        }

        var start = (nuint)Unsafe.AsPointer(ref memory[0]);
        return (T*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
    }
}
