namespace Entente.Training.Net;

/// <summary>
/// Scores every word as the head of every other (Dozat and Manning 2017): what a word asks for, times a matrix, times what another offers;
/// and what the distance between them says. The root is a vector of its own.
/// </summary>
internal sealed class ArcScorer(int input, int size, Random random)
{
    private const int Far = Entente.Claims.Analyzing.Net.ArcScorer.Far;

    private readonly Gemm _gemm = new();
    private float[] _asks = [], _offers = [], _seeks = [], _dAsks = [], _dOffers = [], _dSeeks = [], _work = [], _turned = [];

    public Dense Ask { get; } = new(input, size, true, random);

    public Dense Offer { get; } = new(input, size, true, random);

    public Param Middle { get; } = new Param(size, size).Glorot(random);

    /// <summary>What a word is worth as a head, whoever asks.</summary>
    public Param Worth { get; } = new(1, size);

    public Param Root { get; } = new Param(1, size).Glorot(random);

    public Param Distance { get; } = new(1, (2 * Far) + 1);

    public IEnumerable<Param> Params => [Ask.Weights, Ask.Bias, Offer.Weights, Offer.Bias, Middle, Worth, Root, Distance];

    public void Forward(float[] h, int count)
    {
        Dense.Ensure(ref _asks, count * size);
        Dense.Ensure(ref _offers, count * size);
        Dense.Ensure(ref _seeks, count * size);
        Ask.Forward(h, _asks, count);
        Offer.Forward(h, _offers, count);
        _gemm.Multiply(_asks, Middle.Weights, _seeks, count, size, size);
    }

    /// <summary>The scores of all words of a sentence, and of the root after them, as the head of one word.</summary>
    public void Score(Span<float> scores, int start, int count, int word)
    {
        var seeks = _seeks.AsSpan((start + word) * size, size);
        for (var j = 0; j < count; j++)
        {
            var offer = _offers.AsSpan((start + j) * size, size);
            scores[j] = j == word ? -1e4f : Vectors.Dot(seeks, offer) + Vectors.Dot(Worth.Weights, offer) + Distance.Weights[Apart(word, j)];
        }

        scores[count] = Vectors.Dot(_asks.AsSpan((start + word) * size, size), Root.Weights);
    }

    public void Clear(int count)
    {
        Dense.Ensure(ref _dAsks, count * size);
        Dense.Ensure(ref _dOffers, count * size);
        Dense.Ensure(ref _dSeeks, count * size);
        _dAsks.AsSpan(0, count * size).Clear();
        _dOffers.AsSpan(0, count * size).Clear();
        _dSeeks.AsSpan(0, count * size).Clear();
    }

    /// <summary>Takes the gradient of the scores of one word's heads.</summary>
    public void Unscore(ReadOnlySpan<float> gradient, int start, int count, int word)
    {
        var seeks = _seeks.AsSpan((start + word) * size, size);
        var dSeeks = _dSeeks.AsSpan((start + word) * size, size);
        for (var j = 0; j < count; j++)
        {
            if (j == word || Math.Abs(gradient[j]) < 1e-6f)
            {
                continue;
            }

            var offer = _offers.AsSpan((start + j) * size, size);
            var dOffer = _dOffers.AsSpan((start + j) * size, size);
            Vectors.AddScaled(dSeeks, offer, gradient[j]);
            Vectors.AddScaled(dOffer, seeks, gradient[j]);
            Vectors.AddScaled(dOffer, Worth.Weights, gradient[j]);
            Vectors.AddScaled(Worth.Gradient, offer, gradient[j]);
            Distance.Gradient[Apart(word, j)] += gradient[j];
        }

        Vectors.AddScaled(_dAsks.AsSpan((start + word) * size, size), Root.Weights, gradient[count]);
        Vectors.AddScaled(Root.Gradient, _asks.AsSpan((start + word) * size, size), gradient[count]);
    }

    public void Backward(float[] h, float[] dh, int count)
    {
        Dense.Ensure(ref _turned, size * size);
        Dense.Ensure(ref _work, count * size);
        Gemm.Transpose(Middle.Weights, _turned, size, size);
        _gemm.Multiply(_dSeeks, _turned, _dAsks, count, size, size, add: true);
        Gemm.Transpose(_asks.AsSpan(0, count * size), _work, count, size);
        _gemm.Multiply(_work, _dSeeks, Middle.Gradient, size, count, size, add: true);
        Ask.Backward(h, _asks, _dAsks, dh, count);
        Offer.Backward(h, _offers, _dOffers, dh, count);
    }

    private static int Apart(int word, int head) => Math.Clamp(head - word, -Far, Far) + Far;
}
