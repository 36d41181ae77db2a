namespace Entente.Claims.Coding.Naming;

/// <summary>A stretch of words that is one phrase of the lexicon, or one word that is none.</summary>
internal readonly record struct Piece(int First, int End, Sense[] Senses)
{
    public bool IsPlain => Senses.Length == 0;

    public Sense? Of(SenseKind kind)
    {
        foreach (var sense in Senses)
        {
            if (sense.Kind == kind)
            {
                return sense;
            }
        }

        return null;
    }

    public bool Is(SenseKind kind) => Of(kind) is not null;
}

/// <summary>A sentence cut into words and pieces; questions about them. Indices named "piece" count pieces.</summary>
internal sealed class NamedSentence
{
    private readonly Lexicon _lexicon;
    private readonly AnalyzedDocument _document;
    private readonly List<Word> _words = [];
    private readonly List<Piece> _pieces = [];
    private readonly List<Sense> _found = [];

    public NamedSentence(Lexicon lexicon, AnalyzedDocument document)
    {
        _lexicon = lexicon;
        _document = document;
    }

    public int Count => _pieces.Count;

    public int Index { get; private set; }

    public BlockRole Role { get; private set; }

    /// <summary>Whether it is a headline in which most words have a capital.</summary>
    public bool IsTitled { get; private set; }

    /// <summary>Whether all is in capitals.</summary>
    public bool IsShouted { get; private set; }

    /// <summary>Whether a tagger has told the parts of speech.</summary>
    public bool IsTagged { get; private set; }

    public Piece this[int piece] => _pieces[piece];

    public void Read(int index, TextSpan span, int firstToken, int endToken, BlockRole role)
    {
        Index = index;
        Role = role;
        _words.Clear();
        _pieces.Clear();
        var text = _document.Text;
        WordScanner.Scan(text, span, (from, to) => _lexicon.Find(text.AsSpan(from, to - from)), _words);
        TieToTokens(firstToken, endToken);
        WeighCase();
        FindPieces();
    }

    public Word First(int piece) => _words[_pieces[piece].First];

    public Word Last(int piece) => _words[_pieces[piece].End - 1];

    public Word WordAt(int word) => _words[word];

    public TextSpan SpanOf(int from, int to) => TextSpan.FromBounds(First(from).Span.Start, Last(to - 1).Span.End);

    public string TextOf(int from, int to) => SpanOf(from, to).In(_document.Text);

    public bool Has(int piece) => piece >= 0 && piece < _pieces.Count;

    public string FirstText(int piece) => First(piece).Span.In(_document.Text);

    public string LastText(int piece) => Last(piece).Span.In(_document.Text);

    /// <summary>Whether the piece is this one word or mark.</summary>
    public bool IsWord(int piece, string word) => Has(piece) && _pieces[piece].End - _pieces[piece].First == 1
        && First(piece).Span is var span && _document.Text.AsSpan(span.Start, span.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsPossessive(int piece) => Has(piece) && First(piece).Form == WordForm.Possessive;

    public Cue CueOf(int piece) => Has(piece) && _pieces[piece].End - _pieces[piece].First == 1 ? _lexicon.CueOf(First(piece).Id) : Cue.None;

    public string UposOf(int piece) => Has(piece) ? Last(piece).Upos : "";

    /// <summary>A plain word with a capital that is more than a sentence's first word would have.</summary>
    public bool IsNamelike(int piece)
    {
        if (!Has(piece) || !_pieces[piece].IsPlain || !First(piece).IsCapital)
        {
            return false;
        }

        if ((CueOf(piece) & (Cue.Function | Cue.Break)) != Cue.None)
        {
            return false;
        }

        return !IsTagged || IsTitled || UposOf(piece) is "PROPN" or "NOUN" or "ADJ" or "X";
    }

    private void TieToTokens(int firstToken, int endToken)
    {
        IsTagged = false;
        var tokens = _document.Tokens;
        var token = firstToken;
        for (var i = 0; i < _words.Count && token < endToken; i++)
        {
            while (token < endToken && tokens[token].Span.End <= _words[i].Span.Start)
            {
                token++;
            }

            if (token < endToken && tokens[token].Span.Start < _words[i].Span.End)
            {
                var upos = tokens[token].Upos;
                IsTagged |= upos is not ("X" or "" or "PUNCT");
                _words[i] = _words[i] with { Upos = upos, Token = token };
            }
        }
    }

    private void WeighCase()
    {
        int letters = 0, capital = 0, capitals = 0;
        foreach (var word in _words)
        {
            if (word.IsMark || word.Form == WordForm.Number || word.Span.Length < 4)
            {
                continue;
            }

            letters++;
            capital += word.IsCapital ? 1 : 0;
            capitals += word.Form == WordForm.Capitals ? 1 : 0;
        }

        IsShouted = letters >= 3 && capitals * 10 >= letters * 8;
        IsTitled = letters >= 3 && capital * 10 >= letters * 8;
    }

    private void FindPieces()
    {
        for (var at = 0; at < _words.Count;)
        {
            var end = _words[at].Form == WordForm.Mark ? 0 : _lexicon.Trie.Longest(_words, at, _words.Count, IsShouted, _found);
            if (end == 0 || IsMoney(end) || IsHost(end) || IsCutShort(at, end))
            {
                _pieces.Add(new Piece(at, at + 1, []));
                at++;
                continue;
            }

            Weigh();
            _pieces.Add(new Piece(at, end, [.. _found]));
            at = end;
        }
    }

    // a meaning that needs a word beside it: with the word it is the only one, without it none
    private void Weigh()
    {
        if (_found.TrueForAll(s => s.Context is null))
        {
            return;
        }

        var meant = _found.FindAll(s => s.Context is { } needed && _words.Exists(w => Array.IndexOf(needed, w.Id) >= 0));
        if (meant.Count > 0)
        {
            _found.Clear();
            _found.AddRange(meant);
        }
        else
        {
            _found.RemoveAll(s => s.Context is not null);
        }
    }

    // "the West" is not named in "the West Coast": a name that is written with a small article ends where the capitals do
    private bool IsCutShort(int at, int end) => end - at > 1 && end < _words.Count && _words[end].IsCapital && !_words[end].Joined && _document.Text[_words[end].Span.Start - 1] == ' '
        && _document.Text.AsSpan(_words[at].Span.Start, _words[at].Span.Length).Equals("the", StringComparison.OrdinalIgnoreCase) && _found.TrueForAll(s => (s.Capital & 1) == 0);

    // "kremlin.ru": an address
    private bool IsHost(int end) => end + 1 < _words.Count && _words[end].Span.Start == _words[end - 1].Span.End && _document.Text[_words[end].Span.Start] == '.'
        && _words[end + 1].Span.Start == _words[end].Span.End && _words[end + 1].Form == WordForm.Lower;

    // "US$5": the currency, not the country
    private bool IsMoney(int end) => end < _words.Count && _words[end].Span.Start == _words[end - 1].Span.End && _document.Text[_words[end].Span.Start] == '$';
}
