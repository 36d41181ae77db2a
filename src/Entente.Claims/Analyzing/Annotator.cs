using Entente.Claims.Analyzing.Net;

namespace Entente.Claims.Analyzing;

/// <summary>Tags, lemmatises and parses sentences, many at a time. It reuses its memory: one annotator for one thread.</summary>
internal sealed class Annotator(LanguageModel model, ClauseRepairs repairs, AnalysisDepth depth = AnalysisDepth.Trees)
{
    /// <summary>Words that are parsed together at most; the longest sentences of the treebanks have some 200.</summary>
    private const int Longest = 256;

    private readonly SentenceBatch _batch = model.Net.NewBatch(model.Classes);
    private readonly WordProducts _products = model.Net.NewProducts();
    private readonly Workspace _space = new();
    private readonly TreeChooser _chooser = new();
    private readonly Dictionary<int, (string Lemma, string Feats)> _forms = [];
    private readonly List<Piece> _pieces = [];
    private readonly byte[] _tags = new byte[SentenceBatch.Usual + Longest], _labels = new byte[SentenceBatch.Usual + Longest];
    private readonly int[] _heads = new int[SentenceBatch.Usual + Longest];

    /// <summary>
    /// Fills in the tokens of sentences, and the marks of names (<see cref="NameMarks"/>). A sentence beyond any grammar (a table without
    /// breaks) is taken in pieces, so that the cost stays linear; the roots of the later pieces hang on that of the first.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="words">All its words.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="tokens">As many as words.</param>
    /// <param name="names">As many as words.</param>
    public void Annotate(string text, ReadOnlySpan<TextSpan> words, IReadOnlyList<Sentence> sentences, Span<Token> tokens, Span<byte> names)
    {
        var root = 0;
        foreach (var sentence in sentences)
        {
            for (var from = sentence.FirstToken; from < sentence.EndToken; from += Longest)
            {
                var piece = new Piece(from, Math.Min(Longest, sentence.EndToken - from), from > sentence.FirstToken);
                _batch.Add(text, words.Slice(piece.First, piece.Count));
                _pieces.Add(piece);
                if (_batch.Count >= SentenceBatch.Usual)
                {
                    Finish(text, words, tokens, names, ref root);
                }
            }
        }

        Finish(text, words, tokens, names, ref root);
    }

    private void Finish(string text, ReadOnlySpan<TextSpan> words, Span<Token> tokens, Span<byte> names, ref int root)
    {
        if (_pieces.Count > 0)
        {
            var marks = names.Slice(_pieces[0].First, _batch.Count);
            var tags = _tags.AsSpan(0, _batch.Count);
            model.Net.Tag(_batch, _products, _space, tags, marks);
            Parse(text, words, tags, marks);
            for (var p = 0; p < _pieces.Count; p++)
            {
                var found = Write(p, text, words, tokens, names, root);
                root = _pieces[p].GoesOn ? root : found;
            }
        }

        _pieces.Clear();
        if (!_batch.Clear())
        {
            _products.Clear();
            _forms.Clear();
        }
    }

    /// <summary>Neighbours that are to be parsed are parsed together.</summary>
    private void Parse(string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> marks)
    {
        for (var from = 0; from < _pieces.Count;)
        {
            var to = from;
            while (to < _pieces.Count && IsParsed(to, text, words, tags, marks))
            {
                _pieces[to] = _pieces[to] with { IsParsed = true };
                to++;
            }

            var all = _batch.Start(from).._batch.Start(Math.Max(to, from + 1));
            if (to > from)
            {
                model.Net.Parse(_batch, from, to, _space, _chooser, _heads.AsSpan(all), _labels.AsSpan(all));
                from = to;
            }
            else
            {
                model.Net.Flatten(_heads.AsSpan(all), _labels.AsSpan(all));
                from++;
            }
        }
    }

    private bool IsParsed(int piece, string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> marks)
    {
        if (depth != AnalysisDepth.Claims)
        {
            return depth == AnalysisDepth.Trees;
        }

        var own = _batch.Start(piece).._batch.Start(piece + 1);
        return CanCarryClaim(text, words.Slice(_pieces[piece].First, _pieces[piece].Count), tags[own], marks[own]);
    }

    /// <summary>Writes the tokens of a piece, mended where it was parsed, and returns its root.</summary>
    private int Write(int index, string text, ReadOnlySpan<TextSpan> words, Span<Token> tokens, ReadOnlySpan<byte> names, int above)
    {
        var piece = _pieces[index];
        var own = tokens.Slice(piece.First, piece.Count);
        var root = Fill(index, text, words, tokens, above);
        if (piece.IsParsed)
        {
            var marks = names.Slice(piece.First, piece.Count);
            NameRepairs.Mend(own, piece.First, marks);
            if (!repairs.Mend(own, piece.First))
            {
                // What the network made is still at hand, so that no sentence is copied for the few that need it again
                Fill(index, text, words, tokens, above);
                NameRepairs.Mend(own, piece.First, marks);
            }
        }

        return root;
    }

    /// <summary>Fills in the tokens of a piece as the network has them and returns its root, which hangs on the one given if the piece goes on with a sentence.</summary>
    private int Fill(int index, string text, ReadOnlySpan<TextSpan> words, Span<Token> tokens, int above)
    {
        var piece = _pieces[index];
        var start = _batch.Start(index);
        var root = piece.First;
        for (var i = 0; i < piece.Count; i++)
        {
            var (at, tag, head) = (piece.First + i, _tags[start + i], _heads[start + i]);
            var isRoot = head == piece.Count;
            var (lemma, feats) = Forms(text, start + i, tag, words[at]);
            root = isRoot ? at : root;
            tokens[at] = new Token(
                words[at], lemma, model.Tags.Upos[tag], model.Tags.Xpos[tag],
                !isRoot ? piece.First + head : piece.GoesOn ? above : null, isRoot && piece.GoesOn ? "parataxis" : model.Net.Labels[_labels[start + i]])
            {
                Feats = feats,
            };
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

    /// <summary>Words come again and again: lemma and features are made once for each word with a tag.</summary>
    private (string Lemma, string Feats) Forms(string text, int word, byte tag, TextSpan span)
    {
        // In a headline a word may have been taken in lower case; its lemma is made of it as it stands
        var key = (_batch.Places[word] << 9) | (tag << 1) | (char.IsUpper(text[span.Start]) ? 1 : 0);
        if (_forms.TryGetValue(key, out var known))
        {
            return known;
        }

        var letters = text.AsSpan(span.Start, span.Length);
        var xpos = model.Tags.Xpos[tag];
        var lemma = xpos == "NNP" ? model.Lemmas.Name(letters, tag) : model.Lemmas.Lemma(letters, tag);
        lemma = xpos.StartsWith("VB", StringComparison.Ordinal) ? repairs.Verbs.Lemma(letters.ToString().ToLowerInvariant(), xpos, lemma) ?? lemma : lemma;
        return _forms[key] = (lemma, model.Feats.Feats(_batch.Lower[word], tag));
    }

    /// <summary>A sentence or a part of one, by its words.</summary>
    private readonly record struct Piece(int First, int Count, bool GoesOn, bool IsParsed = false);
}
