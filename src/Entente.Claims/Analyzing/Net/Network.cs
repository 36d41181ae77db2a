using System.Runtime.Intrinsics;
using static Entente.Claims.Analyzing.Net.Workspace;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// The network that tells tags, names and trees of a sentence: vectors of words, made of their parts; three recurrent layers; tags and names are read off the second,
/// heads and relations off the third. Weights are whole numbers, products of matrices exact, and all else is done in one order on every machine.
/// </summary>
internal sealed unsafe class Network
{
    private readonly WordParts _parts;
    private readonly sbyte* _vectors;
    private readonly float _vectorScale;
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
        _parts = new WordParts(file.Table(), new Gazetteer(file.Table(), file.Table()));
        _vectors = file.Bytes();
        _vectorScale = *file.Floats();
        _layers = [new(file.Matrix(), file.Floats()), new(file.Matrix(), file.Floats()), new(file.Matrix(), file.Floats())];
        _width = _layers[0].Size;
        _tags = file.Matrix();
        _nameHints = file.Matrix();
        _names = file.Matrix();
        _arcs = new ArcScorer(ref file);
        _relations = new RelationScorer(ref file, Labels.Length, _root);
    }

    /// <summary>The dependency relations, by number.</summary>
    public string[] Labels { get; }

    /// <summary>The tag of each word; what the tree needs stays in the workspace.</summary>
    public void Tag(WordAtoms atoms, Workspace space, Span<byte> tags, Span<byte> names)
    {
        var count = atoms.Count;
        var rows = new Span<int>(space.Get<int>(Part.Rows, count * WordParts.Count), count * WordParts.Count);
        var vectors = space.Get<float>(Part.Vectors, count * 2 * _width);
        var input = space.Get<short>(Part.Input, count * 2 * _width);
        var sums = space.Get<float>(Part.Sums, count * 6 * _width);
        var layer = space.Get<float>(Part.Layer, count * 2 * _width);
        var bent = space.Get<float>(Part.Bent, count * 2 * _width);
        _parts.Fill(atoms, rows);
        AddUp(rows, vectors, count);
        Fixed.Round(vectors, input, count * _width);
        _layers[0].Run(vectors, input, sums, layer, count);
        Fixed.Round(layer, input, count * 2 * _width);
        _layers[1].Run(layer, input, sums, bent, count);
        Fixed.Round(bent, input, count * 2 * _width);

        var scores = space.Get<float>(Part.Tags, count * _tags.Outputs);
        _tags.Multiply(input, scores, count);
        for (var i = 0; i < count; i++)
        {
            tags[i] = _tagChooser.Choose(scores + ((long)i * _tags.Outputs));
        }

        // Rounded into memory of its own: the tree still needs the layer as it stands in input
        var hints = space.Get<float>(Part.Asks, count * _nameHints.Outputs);
        var rounded = space.Get<short>(Part.Joined, count * _nameHints.Outputs);
        _nameHints.Multiply(input, hints, count);
        ArcScorer.Rectify(hints, count * _nameHints.Outputs);
        Fixed.Round(hints, rounded, count * _nameHints.Outputs);
        var marks = space.Get<float>(Part.Names, count * _names.Outputs);
        _names.Multiply(rounded, marks, count);
        NameMarks.Choose(marks, _names.Outputs, count, names);
    }

    /// <summary>Heads (the number of words for the root) and relations of the sentence that was tagged last.</summary>
    public void Parse(Workspace space, TreeChooser chooser, Span<int> heads, Span<byte> labels)
    {
        var count = heads.Length;
        var input = space.Get<short>(Part.Input, count * 2 * _width);
        var sums = space.Get<float>(Part.Sums, count * 6 * _width);
        var layer = space.Get<float>(Part.Layer, count * 2 * _width);
        var bent = space.Get<float>(Part.Bent, count * 2 * _width);
        _layers[2].Run(bent, input, sums, layer, count);
        Fixed.Round(layer, input, count * 2 * _width);
        var scores = _arcs.Score(space, input, count);
        chooser.Choose(scores, count, heads);
        _relations.Choose(space, input, heads, labels);
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

    private void AddUp(ReadOnlySpan<int> rows, float* vectors, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var parts = rows.Slice(i * WordParts.Count, WordParts.Count);
            for (var k = 0; k < _width; k += 16)
            {
                var sum = Vector256<short>.Zero;
                foreach (var row in parts)
                {
                    sum += Vector256.WidenLower(Vector128.Load(_vectors + ((long)row * _width) + k).ToVector256());
                }

                var low = Vector256.ConvertToSingle(Vector256.WidenLower(sum)) * _vectorScale;
                var high = Vector256.ConvertToSingle(Vector256.WidenUpper(sum)) * _vectorScale;
                low.Store(vectors + ((long)i * _width) + k);
                high.Store(vectors + ((long)i * _width) + k + 8);
            }
        }
    }
}
