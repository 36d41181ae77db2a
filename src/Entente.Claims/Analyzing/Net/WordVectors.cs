using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Claims.Analyzing.Net;

/// <summary>The table of vectors of parts of words: a word's vector is their sum, in whole numbers.</summary>
/// <param name="rows">Part → its row.</param>
/// <param name="vectors">The rows, one byte a number.</param>
/// <param name="scale">What 1 of these is worth.</param>
/// <param name="width">Numbers in a row.</param>
internal readonly unsafe struct WordVectors(FlatTable rows, sbyte* vectors, float scale, int width)
{
    private readonly sbyte* _vectors = vectors;

    public int Width => width;

    /// <summary>Writes the vector of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(SentenceBatch batch, int word, float* vector)
    {
        Span<ulong> keys = stackalloc ulong[WordParts.Count];
        Span<int> parts = stackalloc int[WordParts.Count];
        batch.Keys(word, keys);
        for (var k = 0; k < WordParts.Count; k++)
        {
            var row = rows.Find(keys[k]);
            parts[k] = row < 0 ? k : row;
        }

        for (var k = 0; k < width; k += 16)
        {
            var sum = Vector256<short>.Zero;
            foreach (var row in parts)
            {
                sum += Vector256.WidenLower(Vector128.Load(_vectors + ((long)row * width) + k).ToVector256());
            }

            (Vector256.ConvertToSingle(Vector256.WidenLower(sum)) * scale).Store(vector + k);
            (Vector256.ConvertToSingle(Vector256.WidenUpper(sum)) * scale).Store(vector + k + 8);
        }
    }
}
