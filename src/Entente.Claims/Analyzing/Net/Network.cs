using static Entente.Claims.Analyzing.Net.Workspace;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// The network that tells tags, names and trees of a sentence: vectors of words, made of their parts; three recurrent layers; tags and names are read off the second,
/// heads and relations off the third. Weights are whole numbers, products of matrices exact, and all else is done in one order on every machine.
/// </summary>
internal sealed unsafe class Network
{
    private readonly Gazetteer _gazetteer;
    private readonly WordVectors _words;
    private readonly RecurrentLayer[] _layers;
    private readonly IntMatrix _tags;
    private readonly TagChooser _tagChooser;
    private readonly IntMatrix _nameHints;
    private readonly IntMatrix _names;
    private readonly ArcScorer _arcs;
    private readonly RelationScorer _relations;
    private readonly int _width;
    private readonly byte _root;
    private readonly byte _dependent;

    /// <param name="file">The part of the model, whose first section are the relations.</param>
    public Network(NetSections file, TagSet tags)
    {
        _tagChooser = new TagChooser(tags);
        Labels = file.Lines();
        _root = (byte)Array.IndexOf(Labels, "root");
        _dependent = (byte)Array.IndexOf(Labels, "dep");
        var parts = file.Table();
        _gazetteer = new Gazetteer(file.Table(), file.Table());
        var (vectors, scale) = ((long)file.Bytes(), *file.Floats());
        _layers = [new(file.Matrix(), file.Floats()), new(file.Matrix(), file.Floats()), new(file.Matrix(), file.Floats())];
        _width = _layers[0].Size;
        _words = new WordVectors(parts, (sbyte*)vectors, scale, _width);
        _tags = file.Matrix();
        _nameHints = file.Matrix();
        _names = file.Matrix();
        _arcs = new ArcScorer(ref file);
        _relations = new RelationScorer(ref file, Labels.Length, _root);
    }

    /// <summary>The dependency relations, by number.</summary>
    public string[] Labels { get; }

    /// <summary>An empty batch of sentences for this network.</summary>
    public SentenceBatch NewBatch(WordClasses classes) => new(classes, _gazetteer);

    /// <summary>An empty memory of words for this network.</summary>
    public WordProducts NewProducts() => new(_words, _layers[0].Weights);

    /// <summary>The tag and the name mark of each word; what the trees need stays in the workspace.</summary>
    public void Tag(SentenceBatch batch, WordProducts known, Workspace space, Span<byte> tags, Span<byte> names)
    {
        var (count, rows) = (batch.Count, IntMatrix.Rows(batch.Count));
        var slots = space.Get<int>(Part.Slots, count);
        var input = space.Get<byte>(Part.Input, rows * 2 * _width);
        var layer = space.Get<float>(Part.Layer, rows * 2 * _width);
        var bent = space.Get<float>(Part.Bent, rows * 2 * _width);
        known.Find(batch, slots);
        for (var s = 0; s < batch.Sentences; s++)
        {
            var start = batch.Start(s);
            _layers[0].Run(known.Vectors, known.Sums, slots + start, layer + ((long)start * 2 * _width), batch.Start(s + 1) - start);
        }

        Fixed.Round(layer, input, count * 2 * _width);
        Run(_layers[1], batch, 0, batch.Sentences, layer, input, bent, space);
        Fixed.Round(bent, input, count * 2 * _width);
        ChooseTags(input, count, space, tags);
        ChooseNames(batch, input, space, names);
    }

    /// <summary>Heads (as places in the sentence; its number of words for the root) and relations of some sentences of the batch that was tagged last.</summary>
    public void Parse(SentenceBatch batch, int from, int to, Workspace space, TreeChooser chooser, Span<int> heads, Span<byte> labels)
    {
        var (start, all) = (batch.Start(from), IntMatrix.Rows(batch.Count));
        var count = batch.Start(to) - start;
        var input = space.Get<byte>(Part.Input, all * 2 * _width) + ((long)start * 2 * _width);
        var bent = space.Get<float>(Part.Bent, all * 2 * _width) + ((long)start * 2 * _width);
        var layer = space.Get<float>(Part.Layer, all * 2 * _width);
        var top = space.Get<byte>(Part.Top, IntMatrix.Rows(count) * 2 * _width);
        Run(_layers[2], batch, from, to, bent, input, layer, space);
        Fixed.Round(layer, top, count * 2 * _width);
        _arcs.Prepare(space, top, count);
        _relations.Prepare(space, top, count);
        var above = new Span<int>(space.Get<int>(Part.Slots, count), count);
        for (var s = from; s < to; s++)
        {
            var (first, words) = (batch.Start(s) - start, batch.Start(s + 1) - batch.Start(s));
            chooser.Choose(_arcs.Score(space, first, words), words, heads.Slice(first, words));
            for (var i = first; i < first + words; i++)
            {
                above[i] = heads[i] == words ? -1 : first + heads[i];
            }
        }

        _relations.Choose(space, above, labels);
    }

    /// <summary>In place of a tree: all words hang on the first.</summary>
    public void Flatten(Span<int> heads, Span<byte> labels)
    {
        heads.Clear();
        labels.Fill(_dependent);
        if (heads.Length > 0)
        {
            heads[0] = heads.Length;
            labels[0] = _root;
        }
    }

    /// <summary>The place of the highest score; of equals the first.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
        {
            best = scores[k] > scores[best] ? k : best;
        }

        return best;
    }

    /// <summary>Runs a layer over some sentences of a batch; x, input and y begin with the first of them.</summary>
    private static void Run(RecurrentLayer layer, SentenceBatch batch, int from, int to, float* x, byte* input, float* y, Workspace space)
    {
        var (start, wide) = (batch.Start(from), 2 * layer.Size);
        var count = batch.Start(to) - start;
        var sums = space.Get<float>(Part.Sums, IntMatrix.Rows(count) * layer.Weights.Outputs);
        layer.Weights.Multiply(input, sums, count);
        for (var s = from; s < to; s++)
        {
            long first = batch.Start(s) - start;
            layer.Run(x + (first * wide), sums + (first * layer.Weights.Outputs), null, y + (first * wide), batch.Start(s + 1) - batch.Start(s));
        }
    }

    private void ChooseTags(byte* input, int count, Workspace space, Span<byte> tags)
    {
        var scores = space.Get<float>(Part.Tags, IntMatrix.Rows(count) * _tags.Outputs);
        _tags.Multiply(input, scores, count);
        for (var i = 0; i < count; i++)
        {
            tags[i] = _tagChooser.Choose(scores + ((long)i * _tags.Outputs));
        }
    }

    private void ChooseNames(SentenceBatch batch, byte* input, Workspace space, Span<byte> names)
    {
        var (count, rows) = (batch.Count, IntMatrix.Rows(batch.Count));
        var hints = space.Get<float>(Part.Hints, rows * _nameHints.Outputs);
        var rounded = space.Get<byte>(Part.Joined, rows * _nameHints.Outputs);
        var marks = space.Get<float>(Part.Names, rows * _names.Outputs);
        _nameHints.Multiply(input, hints, count);
        Fixed.RoundPositive(hints, rounded, count * _nameHints.Outputs);
        _names.Multiply(rounded, marks, count);
        for (var s = 0; s < batch.Sentences; s++)
        {
            var (first, words) = (batch.Start(s), batch.Start(s + 1) - batch.Start(s));
            NameMarks.Choose(marks + ((long)first * _names.Outputs), _names.Outputs, words, names.Slice(first, words));
        }
    }
}
