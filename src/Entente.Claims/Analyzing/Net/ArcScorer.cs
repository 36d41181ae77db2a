using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Entente.Claims.Analyzing.Net.Workspace;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// Scores each word as the head of each other (Dozat and Manning 2017): what a word asks for, times a matrix, times what the other offers, and what the distance says.
/// The root is a vector of its own.
/// </summary>
internal readonly unsafe struct ArcScorer
{
    /// <summary>Distances beyond this count as this.</summary>
    public const int Far = 20;

    private readonly IntMatrix _ask;
    private readonly IntMatrix _offer;
    private readonly IntMatrix _middle;
    private readonly float* _worth;
    private readonly float* _root;
    private readonly float* _distance;

    public ArcScorer(ref NetSections file)
    {
        _ask = file.Matrix();
        _offer = file.Matrix();
        _middle = file.Matrix();
        _worth = file.Floats();
        _root = file.Floats();
        _distance = file.Floats();
    }

    /// <summary>Takes in the words of some sentences.</summary>
    public void Prepare(Workspace space, byte* input, int count)
    {
        var (rows, size) = (IntMatrix.Rows(count), _ask.Outputs);
        var asks = space.Get<float>(Part.Asks, rows * size);
        var offers = space.Get<float>(Part.Offers, rows * size);
        var seeks = space.Get<float>(Part.Seeks, rows * size);
        var between = space.Get<byte>(Part.Joined, rows * size);
        _ask.Multiply(input, asks, count);
        _offer.Multiply(input, offers, count);
        Rectify(asks, count * size);
        Rectify(offers, count * size);
        Fixed.RoundPositive(asks, between, count * size);
        _middle.Multiply(between, seeks, count);
        AddWorth(seeks, count, size);
    }

    /// <summary>Scores [count × (count + 1)] of one of the sentences, whose first word is given: for each word those of all words, and of the root, as its head.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float* Score(Workspace space, int first, int count)
    {
        var size = _ask.Outputs;
        var asks = space.Get<float>(Part.Asks, (first + count) * size) + ((long)first * size);
        var offers = space.Get<float>(Part.Offers, (first + count) * size) + ((long)first * size);
        var seeks = space.Get<float>(Part.Seeks, (first + count) * size) + ((long)first * size);
        var scores = space.Get<float>(Part.Scores, count * (count + 1));
        for (var i = 0; i < count; i++)
        {
            var row = scores + ((long)i * (count + 1));
            for (var j = 0; j < count; j++)
            {
                row[j] = i == j ? float.NegativeInfinity : Dot(seeks + ((long)i * size), offers + ((long)j * size), size) + _distance[Math.Clamp(j - i, -Far, Far) + Far];
            }

            row[count] = Dot(asks + ((long)i * size), _root, size);
        }

        return scores;
    }

    /// <summary>Cuts off what is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rectify(float* x, int count)
    {
        for (var i = 0; i < count; i += 8)
        {
            Vector256.Max(Vector256.Load(x + i), Vector256<float>.Zero).Store(x + i);
        }
    }

    /// <summary>(s + w)·o = s·o + w·o: what a head is worth whoever asks is told once for each word that asks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWorth(float* seeks, int count, int size)
    {
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < size; k += 8)
            {
                var at = seeks + ((long)i * size) + k;
                (Vector256.Load(at) + Vector256.Load(_worth + k)).Store(at);
            }
        }
    }

    private static float Dot(float* a, float* b, int size)
    {
        var sum = Vector256<float>.Zero;
        for (var k = 0; k < size; k += 8)
        {
            sum += Vector256.Load(a + k) * Vector256.Load(b + k);
        }

        // Lane by lane, so that the order of the sum is the same everywhere
        var half = sum.GetLower() + sum.GetUpper();
        return (half[0] + half[1]) + (half[2] + half[3]);
    }
}
