namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// Sentences that go through the network together, their words one after the other: the more words, the better products of matrices use the machine.
/// Reused from batch to batch: one for one thread.
/// </summary>
internal sealed class SentenceBatch(WordClasses classes, Gazetteer gazetteer)
{
    /// <summary>Words after which a batch is full: what the layers keep of them fits a processor's second cache.</summary>
    public const int Usual = 120;

    private const int LongestLowered = 32;

    private readonly WordBook _book = new(classes);
    private readonly List<int> _ends = [];
    private int[] _places = [];
    private uint[] _lower = [], _kinds = [];
    private byte[] _contexts = [];
    private bool[] _capital = [];

    /// <summary>Words.</summary>
    public int Count { get; private set; }

    public int Sentences => _ends.Count;

    /// <summary>Places of words in the book, by which what is made of a word can be kept; good until <see cref="Clear"/> says otherwise.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <summary>The word as it is looked up in tables.</summary>
    public ReadOnlySpan<uint> Lower => _lower.AsSpan(0, Count);

    public int Start(int sentence) => sentence == 0 ? 0 : _ends[sentence - 1];

    /// <summary>Empties the batch. False: the places of words are no longer good.</summary>
    public bool Clear()
    {
        Count = 0;
        _ends.Clear();
        if (!_book.IsFull)
        {
            return true;
        }

        _book.Clear();
        return false;
    }

    /// <summary>Adds a sentence.</summary>
    public void Add(string text, ReadOnlySpan<TextSpan> words)
    {
        var first = Count;
        EnsureSize(first + words.Length);
        Count += words.Length;
        var places = _places.AsSpan(first, words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            places[i] = _book.Place(text.AsSpan(words[i].Start, words[i].Length));
        }

        var headline = Headline(text, words);
        if (headline != 0)
        {
            LowerHeadline(text, words, places);
        }

        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var atom = ref _book[places[i]];
            _lower[first + i] = atom.Lower;
            _capital[first + i] = atom.Capital;
            _contexts[first + i] = (byte)((headline * 2) + (i == 0 ? 1 : 0));
        }

        gazetteer.Fill(_lower.AsSpan(first, words.Length), _capital.AsSpan(first, words.Length), _kinds.AsSpan(first, words.Length));
        _ends.Add(Count);
    }

    /// <summary>A number for all that the network sees of a word: equal numbers, equal vectors.</summary>
    public ulong Look(int word) => ((ulong)(uint)_places[word] << 32) | (_kinds[word] << 8) | _contexts[word];

    /// <summary>The keys under which the parts of a word are looked up.</summary>
    public void Keys(int word, Span<ulong> keys) => WordParts.Keys(_book[_places[word]], _contexts[word], _kinds[word], keys);

    /// <summary>1 when most words of the sentence are capitalised, as in a headline; 2 when most are in capitals throughout.</summary>
    private static int Headline(string text, ReadOnlySpan<TextSpan> words)
    {
        int capitalised = 0, capitals = 0, letters = 0;
        foreach (var span in words)
        {
            if (span.Length > 3 && char.IsLetter(text[span.Start]))
            {
                letters++;
                capitalised += char.IsUpper(text[span.Start]) ? 1 : 0;
                capitals += char.IsUpper(text[span.Start]) && char.IsUpper(text[span.End - 1]) ? 1 : 0;
            }
        }

        return letters >= 3 && capitals * 10 > letters * 7 ? 2 : letters >= 3 && capitalised * 10 > letters * 7 ? 1 : 0;
    }

    // "Minister Visits Oslo": in a headline the capital says nothing, so words that are known, and not as names, are taken in lower case
    private void LowerHeadline(string text, ReadOnlySpan<TextSpan> words, Span<int> places)
    {
        Span<char> lower = stackalloc char[LongestLowered];
        for (var i = 1; i < words.Length; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            var known = _book[places[i]].Class;
            if (word.Length is > 1 and <= LongestLowered && char.IsUpper(word[0]) && known != 0 && !classes.MayBeName(known))
            {
                word.ToLowerInvariant(lower);
                places[i] = _book.Place(lower[..word.Length]);
            }
        }
    }

    private void EnsureSize(int size)
    {
        if (_places.Length < size)
        {
            size = Math.Max(size, 2 * Usual) * 2;
            Array.Resize(ref _places, size);
            Array.Resize(ref _lower, size);
            Array.Resize(ref _kinds, size);
            Array.Resize(ref _contexts, size);
            Array.Resize(ref _capital, size);
        }
    }
}
