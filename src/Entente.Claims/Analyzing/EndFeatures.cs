namespace Entente.Claims.Analyzing;

/// <summary>What decides whether a sentence ends after a word: the words around, their shapes, what stands between, quotes and brackets that are open, what the rules say.</summary>
internal ref struct EndFeatures(string text, List<TextSpan> words, int first)
{
    public const int Most = 40;

    /// <summary>A bracket longer than this many words was never closed, or holds sentences of its own.</summary>
    private const int LongBracket = 60;

    private readonly List<TextSpan> _words = words;
    private readonly int _first = first;
    private int _bracket = -1;
    private bool _quote;
    private uint _lastEnd;

    /// <summary>Words of the sentence in lower case.</summary>
    private uint _lower;

    /// <summary>The first word of the sentence.</summary>
    public int Start { get; private set; } = first;

    public readonly bool InBracket => _bracket >= 0 && _current - _bracket < LongBracket;

    private int _current = first;

    /// <summary>Takes note of word i.</summary>
    public void Pass(int i)
    {
        _current = i;
        _lower += char.IsLower(text[_words[i].Start]) ? 1u : 0;
        switch (text[_words[i].Start])
        {
            case '(' or '[' when i > Start:
                _bracket = i;
                break;
            case ')' or ']':
                _bracket = -1;
                break;
            case '"':
                _quote = !_quote;
                break;
            case '“' or '„' or '«':
                _quote = true;
                break;
            case '”' or '»':
                _quote = false;
                break;
        }
    }

    /// <summary>A sentence begins with word i.</summary>
    public void Begin(int i)
    {
        _lastEnd = Shape(i - 1);
        Start = i;
        _bracket = -1;
        _quote = false;
        _lower = 0;
    }

    /// <summary>The features of the place after word i.</summary>
    public readonly void Fill(int i, bool rule, ref FeatureList features)
    {
        uint says = rule ? 1u : 2u;
        uint w0 = Word(i), w1 = Word(i - 1), w2 = Word(i - 2), n1 = Word(i + 1), n2 = Word(i + 2);
        uint s0 = Shape(i), s1 = Shape(i - 1), s2 = Shape(i - 2), t1 = Shape(i + 1), t2 = Shape(i + 2), t3 = Shape(i + 3);
        uint gap = Gap(i), opened = (_quote ? 1u : 0) | (InBracket ? 2u : 0);
        uint length = Bucket(i + 1 - Start), left = Bucket(_words.Count - i - 1);
        features.Add(says);
        features.Add(says, s0, t1, gap);
        features.Add(says, s0, t1, opened);
        features.Add(w0, gap);
        features.Add(n1, gap);
        features.Add(w0, t1, gap);
        features.Add(s0, n1, gap);
        features.Add(w0, n1);
        features.Add(w1, w0, t1);
        features.Add(s1, s0, t1, t2);
        features.Add(s0, n1, t2);
        features.Add(s0, n1, n2);
        features.Add(w1, s0, t1);
        features.Add(w2, w1, s0);
        features.Add(s2, s1, s0, t1);
        features.Add(s0, t1, t2, t3);
        features.Add(length, s0, t1);
        features.Add(left, s0, t1);
        features.Add(length, says, left);
        features.Add(opened, w0, t1, gap);
        features.Add(opened, n1, s0);
        features.Add(_lastEnd, s0, t1, length);
        features.Add(Start == _first ? 1u : 0, s0, t1, length);
        features.Add(Word(Start), s0, t1);
        features.Add(w0, s1, t1, gap);
        features.Add(Length(i), s0, Length(i + 1), t1);
        uint begin = Word(Start), names = _lower == 0 ? 1u : _lower * 3 < i - Start ? 2u : 3u, signs = NextSign(i);
        features.Add(begin == n1 ? 1u : 2u, Shape(Start) == t1 ? 1u : 2u, s0, t1);
        features.Add(names, s0, t1, length);
        features.Add(names, n1);
        features.Add(signs, s0, t1, names);
        features.Add(signs, left, says, s0);
        features.Add(Shape(_words.Count - 1), s0, t1, Bucket(_words.Count - _first));
        features.Add(w0, s1, says);
        features.Add(w0 == n1 ? 1u : w1 == n2 ? 2u : 3u, s0, t1);
        features.Add(Suffix(i), Suffix(i + 1), s0, t1);
    }

    private readonly uint Word(int i) => i < _first ? 1u : i >= _words.Count ? 2u : WordAtom.Hash(text.AsSpan(_words[i].Start, Math.Min(_words[i].Length, 24)));

    private readonly uint Suffix(int i) => i >= _words.Count ? 0 : WordAtom.Hash(text.AsSpan(Math.Max(_words[i].Start, _words[i].End - 3), Math.Min(_words[i].Length, 3)));

    /// <summary>How many words on the next full stop, question or exclamation mark, colon or comma stands, and which it is.</summary>
    private readonly uint NextSign(int i)
    {
        for (var k = i + 1; k < Math.Min(_words.Count, i + 12); k++)
        {
            var c = text[_words[k].End - 1];
            if (c is '.' or '?' or '!' or ':' or ',' or ';')
            {
                return Bucket(k - i) | ((uint)c << 8);
            }
        }

        return _words.Count < i + 12 ? 1u << 16 : 2u << 16;
    }

    private readonly uint Length(int i) => i >= _words.Count ? 0 : (uint)Math.Min(_words[i].Length, 6);

    /// <summary>Kinds of the signs of a word, each run of one kind once, four at most.</summary>
    private readonly uint Shape(int i)
    {
        if (i < _first || i >= _words.Count)
        {
            return i < _first ? 1u : 2u;
        }

        uint shape = 0, last = 0;
        var runs = 0;
        var word = text.AsSpan(_words[i].Start, Math.Min(_words[i].Length, 24));
        foreach (var c in word)
        {
            var kind = CutFeatures.Kind(c);
            if (kind != last && runs < 4)
            {
                shape = (shape << 8) | kind;
                last = kind;
                runs++;
            }
        }

        return shape ^ (word.Length == 1 ? 0x80000000 : 0);
    }

    /// <summary>What stands between word i and the next: nothing, a space (or the line break that stands for one), more.</summary>
    private readonly uint Gap(int i)
    {
        var gap = text.AsSpan(_words[i].End, _words[i + 1].Start - _words[i].End);
        return gap.Length == 0 ? 0u : gap.Length == 1 || gap.ContainsAny('\n', '\r') ? 1u : 2u;
    }

    private static uint Bucket(int n) => n switch
    {
        <= 4 => (uint)n,
        <= 7 => 5,
        <= 12 => 6,
        <= 20 => 7,
        <= 35 => 8,
        _ => 9,
    };
}
