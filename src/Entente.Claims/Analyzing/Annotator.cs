namespace Entente.Claims.Analyzing;

/// <summary>Tags, lemmatises and parses one sentence after another. It reuses its memory: one annotator for one thread.</summary>
internal sealed class Annotator(LanguageModel model)
{
    private readonly Tagger _tagger = new(model.Tags, model.TagWeights);
    private readonly Parser _parser = new(model);
    private readonly WordAtoms _atoms = new();
    private readonly ParseState _state = new();
    private readonly Dictionary<(int Tag, uint Form), string> _lemmas = [];
    private byte[] _tags = [];

    /// <summary>Fills in the tokens of a sentence whose first word is the document's token <paramref name="first"/>.</summary>
    public void Annotate(string text, ReadOnlySpan<TextSpan> words, int first, Span<Token> tokens)
    {
        if (_tags.Length < words.Length)
        {
            _tags = new byte[words.Length * 2];
        }

        var tags = _tags.AsSpan(0, words.Length);
        _atoms.Fill(text, words, model.Classes);
        _tagger.Tag(_atoms, tags);
        _parser.Parse(_state, _atoms, tags);
        for (var i = 0; i < words.Length; i++)
        {
            var head = _state.Heads[i];
            tokens[i] = new Token(
                words[i], Lemma(text, words[i], i, tags[i]), model.Tags.Upos[tags[i]], model.Tags.Xpos[tags[i]],
                head == words.Length ? null : first + head, model.Labels[_state.Labels[i]])
            {
                Feats = model.Feats.Feats(_atoms.Lower[i + WordAtoms.Pad], tags[i]),
            };
        }
    }

    /// <summary>Words come again and again: one lemma is made once for a document.</summary>
    private string Lemma(string text, TextSpan word, int i, byte tag)
    {
        var key = ((word.Length << 8) | tag, _atoms.Form[i + WordAtoms.Pad]);
        return _lemmas.TryGetValue(key, out var known) ? known : _lemmas[key] = model.Lemmas.Lemma(text.AsSpan(word.Start, word.Length), tag);
    }
}
