using Entente.Claims.Analyzing.Net;

namespace Entente.Training.Net;

/// <summary>The network while it learns: vectors of words, three recurrent layers, and what is told from them.</summary>
internal sealed class LearningNet
{
    private const float InputDrop = 0.15f, Drop = 0.33f;

    /// <summary>Names are few: their loss counts for more.</summary>
    private const float NameWeight = 1.25f;

    private readonly NetSize _size;
    private readonly Random _random;
    private float[] _x = [], _h1 = [], _h2 = [], _h3 = [], _dx = [], _dh1 = [], _dh2 = [], _dh3 = [];
    private float[] _m0 = [], _m1 = [], _m2 = [], _m3 = [], _tags = [], _names = [], _hints = [], _dHints = [];
    private int[] _heads = [];

    public LearningNet(NetSize size, int seed)
    {
        _size = size;
        _random = new Random(seed);
        Words = new Embedding(size.Rows, size.Width, size.Parts, NetSize.Hidden, _random);
        Layers = [new SruLayer(size.Width, size.Width, _random), new SruLayer(2 * size.Width, size.Width, _random), new SruLayer(2 * size.Width, size.Width, _random)];
        Tags = new Dense(2 * size.Width, size.Tags, false, _random);
        NameHints = new Dense(2 * size.Width, size.Hints, true, _random);
        Names = new Dense(size.Hints, size.Names, false, _random);
        Arcs = new ArcScorer(2 * size.Width, size.Arc, _random);
        Labels = new LabelScorer(2 * size.Width, size.Label, size.Labels, _random);
        Params =
        [
            Words.Table, .. Layers.SelectMany(l => new[] { l.Weights, l.Cell, l.Bias }), Tags.Weights, Tags.Bias, NameHints.Weights, NameHints.Bias, Names.Weights, Names.Bias, .. Arcs.Params, .. Labels.Params,
        ];
    }

    public Embedding Words { get; }

    public SruLayer[] Layers { get; }

    public Dense Tags { get; }

    /// <summary>What of a word speaks for a name, before the mark is chosen.</summary>
    public Dense NameHints { get; }

    public Dense Names { get; }

    public ArcScorer Arcs { get; }

    public LabelScorer Labels { get; }

    public IReadOnlyList<Param> Params { get; }

    /// <summary>Learns from a batch: gradients are added up in the parameters. Returns the loss of each kind.</summary>
    public (double Tags, double Names, double Arcs, double Labels) Learn(Batch batch)
    {
        Forward(batch, learning: true);
        var n = batch.Count;
        foreach (var d in new[] { _dh1, _dh2, _dh3 })
        {
            d.AsSpan(0, n * 2 * _size.Width).Clear();
        }

        _dx.AsSpan(0, n * _size.Width).Clear();
        var trees = Math.Max(1, batch.Lessons.Where(l => l.HasTree).Sum(l => l.Count));
        var (arcs, labels) = LearnTrees(batch, 1f / trees);
        Vectors.Multiply(_dh3.AsSpan(0, n * 2 * _size.Width), _m3);
        Layers[2].Backward(_h2, _dh3, _dh2, batch);
        var tags = LearnWords(batch, Tags, _h2, _dh2, _tags, l => l.Tags, 1f / trees);
        NameHints.Forward(_h2, _hints, n);
        _dHints.AsSpan(0, n * _size.Hints).Clear();
        var names = LearnWords(batch, Names, _hints, _dHints, _names, l => l.Names, NameWeight / n);
        NameHints.Backward(_h2, _hints, _dHints, _dh2, n);
        Vectors.Multiply(_dh2.AsSpan(0, n * 2 * _size.Width), _m2);
        Layers[1].Backward(_h1, _dh2, _dh1, batch);
        Vectors.Multiply(_dh1.AsSpan(0, n * 2 * _size.Width), _m1);
        Layers[0].Backward(_x, _dh1, _dx, batch);
        Vectors.Multiply(_dx.AsSpan(0, n * _size.Width), _m0);
        Words.Backward(batch, _dx);
        return (tags, names, arcs, labels);
    }

    public void Step(float rate, int step)
    {
        const double most = 5;
        var norm = Math.Sqrt(Params.Sum(p => p.SquaredNorm()));
        var scale = norm > most ? (float)(most / norm) : 1f;
        foreach (var p in Params)
        {
            p.Step(rate, scale, step);
        }
    }

    /// <summary>Notes the weights as they are, to be averaged in the end.</summary>
    public void Remember()
    {
        foreach (var p in Params)
        {
            p.Remember();
        }
    }

    public void Average()
    {
        foreach (var p in Params)
        {
            p.Average();
        }
    }

    /// <summary>What the network says of a batch: tags, name marks, heads in the sentence (the number of words for the root) and relations.</summary>
    public (int[] Tags, int[] Names, int[] Heads, int[] Labels) Tell(Batch batch)
    {
        Forward(batch, learning: false);
        var n = batch.Count;
        Tags.Forward(_h2, _tags, n);
        NameHints.Forward(_h2, _hints, n);
        Names.Forward(_hints, _names, n);
        Arcs.Forward(_h3, n);
        var local = new int[n];
        _heads = _heads.Length < n ? new int[n * 2] : _heads;
        for (var s = 0; s < batch.Sentences; s++)
        {
            var (start, count) = (batch.Start(s), batch.Lessons[s].Count);
            var scores = new float[count + 1];
            for (var i = 0; i < count; i++)
            {
                Arcs.Score(scores, start, count, i);
                local[start + i] = Network.Best(scores);
                _heads[start + i] = local[start + i] == count ? -1 : start + local[start + i];
            }
        }

        var labels = Labels.Forward(_h3, _heads, n);
        return (Best(_tags, _size.Tags, n), Best(_names, _size.Names, n), local, Best(labels, _size.Labels, n));
    }

    private static int[] Best(float[] scores, int width, int count) => [.. Enumerable.Range(0, count).Select(i => Network.Best(scores.AsSpan(i * width, width)))];

    private void Forward(Batch batch, bool learning)
    {
        var (n, w) = (batch.Count, _size.Width);
        Ensure(n, w);
        Words.Forward(batch, _x, learning ? _random : null);
        Mask(batch, _x, _m0, w, learning ? InputDrop : 0);
        Layers[0].Forward(_x, _h1, batch);
        Mask(batch, _h1, _m1, 2 * w, learning ? Drop : 0);
        Layers[1].Forward(_h1, _h2, batch);
        Mask(batch, _h2, _m2, 2 * w, learning ? Drop : 0);
        Layers[2].Forward(_h2, _h3, batch);
        Mask(batch, _h3, _m3, 2 * w, learning ? Drop : 0);
    }

    private void Ensure(int n, int w)
    {
        Dense.Ensure(ref _x, n * w);
        Dense.Ensure(ref _dx, n * w);
        Dense.Ensure(ref _m0, n * w);
        Dense.Ensure(ref _h1, n * 2 * w);
        Dense.Ensure(ref _h2, n * 2 * w);
        Dense.Ensure(ref _h3, n * 2 * w);
        Dense.Ensure(ref _dh1, n * 2 * w);
        Dense.Ensure(ref _dh2, n * 2 * w);
        Dense.Ensure(ref _dh3, n * 2 * w);
        Dense.Ensure(ref _m1, n * 2 * w);
        Dense.Ensure(ref _m2, n * 2 * w);
        Dense.Ensure(ref _m3, n * 2 * w);
        Dense.Ensure(ref _tags, n * _size.Tags);
        Dense.Ensure(ref _names, n * _size.Names);
        Dense.Ensure(ref _hints, n * _size.Hints);
        Dense.Ensure(ref _dHints, n * _size.Hints);
    }

    /// <summary>The same places of all words of a sentence are dropped together (Gal and Ghahramani 2016).</summary>
    private void Mask(Batch batch, float[] y, float[] mask, int width, float drop)
    {
        if (drop == 0)
        {
            return;
        }

        for (var s = 0; s < batch.Sentences; s++)
        {
            var first = mask.AsSpan(batch.Start(s) * width, width);
            for (var k = 0; k < width; k++)
            {
                first[k] = _random.NextSingle() < drop ? 0 : 1 / (1 - drop);
            }

            for (var i = batch.Start(s) + 1; i < batch.Start(s + 1); i++)
            {
                first.CopyTo(mask.AsSpan(i * width, width));
            }
        }

        Vectors.Multiply(y.AsSpan(0, batch.Count * width), mask);
    }

    private static double LearnWords(Batch batch, Dense head, float[] from, float[] dFrom, float[] scores, Func<Lesson, int[]> gold, float weight)
    {
        head.Forward(from, scores, batch.Count);
        var loss = 0.0;
        for (var s = 0; s < batch.Sentences; s++)
        {
            var right = gold(batch.Lessons[s]);
            for (var i = 0; i < batch.Lessons[s].Count; i++)
            {
                var row = scores.AsSpan((batch.Start(s) + i) * head.To, head.To);
                if (right.Length > 0 && right[i] >= 0)
                {
                    loss += Vectors.Learn(row, right[i], weight);
                }
                else
                {
                    row.Clear();
                }
            }
        }

        head.Backward(from, scores, scores, dFrom, batch.Count);
        return loss;
    }

    private (double Arcs, double Labels) LearnTrees(Batch batch, float weight)
    {
        var n = batch.Count;
        Arcs.Forward(_h3, n);
        Arcs.Clear(n);
        _heads = _heads.Length < n ? new int[n * 2] : _heads;
        var arcs = 0.0;
        for (var s = 0; s < batch.Sentences; s++)
        {
            var (start, lesson) = (batch.Start(s), batch.Lessons[s]);
            var scores = new float[lesson.Count + 1];
            for (var i = 0; i < lesson.Count; i++)
            {
                _heads[start + i] = -1;
                if (lesson.HasTree)
                {
                    Arcs.Score(scores, start, lesson.Count, i);
                    arcs += Vectors.Learn(scores, lesson.Heads[i], weight);
                    Arcs.Unscore(scores, start, lesson.Count, i);
                    _heads[start + i] = lesson.Heads[i] == lesson.Count ? -1 : start + lesson.Heads[i];
                }
            }
        }

        Arcs.Backward(_h3, _dh3, n);
        var rows = Labels.Forward(_h3, _heads, n);
        var labels = 0.0;
        for (var s = 0; s < batch.Sentences; s++)
        {
            for (var i = 0; i < batch.Lessons[s].Count; i++)
            {
                var at = batch.Start(s) + i;
                var row = rows.AsSpan(at * _size.Labels, _size.Labels);
                if (_heads[at] >= 0 && batch.Lessons[s].Labels[i] >= 0)
                {
                    labels += Vectors.Learn(row, batch.Lessons[s].Labels[i], weight);
                }
                else
                {
                    row.Clear();
                }
            }
        }

        Labels.Backward(_h3, _heads, _dh3, n);
        return (arcs, labels);
    }
}
