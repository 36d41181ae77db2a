using Entente.Claims.Analyzing.Net;

namespace Entente.Claims.Analyzing;

/// <summary>Tags, lemmatises and parses one sentence after another. It reuses its memory: one annotator for one thread.</summary>
internal sealed class Annotator(LanguageModel model, ClauseRepairs repairs, AnalysisDepth depth = AnalysisDepth.Trees)
{
    /// <summary>Words that are parsed together at most; the longest sentences of the treebanks have some 200.</summary>
    private const int Longest = 256;

    private readonly WordAtoms _atoms = new();
    private readonly Workspace _space = new();
    private readonly TreeChooser _chooser = new();
    private readonly Dictionary<(int Tag, uint Form), string> _lemmas = [];
    private readonly byte[] _tags = new byte[Longest], _labels = new byte[Longest];
    private readonly int[] _heads = new int[Longest];

    /// <summary>
    /// Fills in the tokens of a sentence whose first word is the document's token <paramref name="first"/>, and the marks of names (<see cref="NameMarks"/>). A sentence beyond any grammar (a table without
    /// breaks) is taken in pieces, so that the cost stays linear; the roots of the later pieces hang on that of the first.
    /// </summary>
    public void Annotate(string text, ReadOnlySpan<TextSpan> words, int first, Span<Token> tokens, Span<byte> names)
    {
        int? root = null;
        for (var from = 0; from < words.Length; from += Longest)
        {
            var piece = words.Slice(from, Math.Min(Longest, words.Length - from));
            var found = Annotate(text, piece, first + from, tokens.Slice(from, piece.Length), names.Slice(from, piece.Length), root);
            root ??= found;
        }
    }

    /// <summary>Returns the root of the piece.</summary>
    private int Annotate(string text, ReadOnlySpan<TextSpan> words, int first, Span<Token> tokens, Span<byte> names, int? above)
    {
        var count = words.Length;
        Span<byte> tags = _tags.AsSpan(0, count), labels = _labels.AsSpan(0, count);
        var heads = _heads.AsSpan(0, count);
        _atoms.Fill(text, words, model.Classes);
        model.Net.Tag(_atoms, _space, tags, names);
        var parsed = depth == AnalysisDepth.Trees || (depth == AnalysisDepth.Claims && CanCarryClaim(text, words, tags, names));
        if (parsed)
        {
            model.Net.Parse(_space, _chooser, heads, labels);
        }
        else
        {
            model.Net.Flatten(heads, labels);
        }

        var root = first;
        for (var i = 0; i < count; i++)
        {
            var isRoot = heads[i] == count;
            root = isRoot ? first + i : root;
            tokens[i] = new Token(
                words[i], Lemma(text, words[i], i, tags[i]), model.Tags.Upos[tags[i]], model.Tags.Xpos[tags[i]],
                isRoot ? above : first + heads[i], isRoot && above is not null ? "parataxis" : model.Net.Labels[labels[i]])
            {
                Feats = model.Feats.Feats(_atoms.Lower[i + WordAtoms.Pad], tags[i]),
            };
        }

        if (parsed)
        {
            repairs.Mend(tokens, first);
        }

        return root;
    }

    /// <summary>
    /// A claim needs something told (a verb, or a noun that a name stands beside, as in "Oslo talks") and somebody or something it is told of: a name, a pronoun,
    /// a capital within the sentence, a figure, or a noun with an article that may stand for somebody named before ("the two countries agreed").
    /// </summary>
    private bool CanCarryClaim(string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> names)
    {
        bool told = false, noun = false, article = false, named = false, figure = false;
        for (var i = 0; i < words.Length; i++)
        {
            switch (model.Tags.Upos[tags[i]])
            {
                case "VERB" or "AUX":
                    told = true;
                    break;
                case "NOUN":
                    noun = true;
                    break;
                case "DET":
                    article = true;
                    break;
                case "PRON":
                    named = true;
                    break;
                case "NUM" or "SYM":
                    figure = true;
                    break;
            }

            named |= names[i] != 0 || model.Tags.Upos[tags[i]] == "PROPN" || (i > 0 && char.IsUpper(text[words[i].Start]));
        }

        return (told && (named || figure || (noun && article))) || (noun && named);
    }

    /// <summary>Words come again and again: one lemma is made once for a document.</summary>
    private string Lemma(string text, TextSpan word, int i, byte tag)
    {
        var key = ((word.Length << 8) | tag, _atoms.Form[i + WordAtoms.Pad]);
        if (_lemmas.TryGetValue(key, out var known))
        {
            return known;
        }

        var letters = text.AsSpan(word.Start, word.Length);
        return _lemmas[key] = model.Tags.Xpos[tag] == "NNP" ? model.Lemmas.Name(letters, tag) : model.Lemmas.Lemma(letters, tag);
    }
}
