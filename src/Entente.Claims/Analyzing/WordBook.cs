namespace Entente.Claims.Analyzing;

/// <summary>The words met so far, each looked at once: words come again and again. One for one thread.</summary>
internal sealed class WordBook(WordClasses classes)
{
    private const int Most = 8192;

    private readonly Dictionary<ulong, int> _places = [];
    private WordAtom[] _atoms = new WordAtom[256];

    /// <summary>Whether it is time to begin anew, so that memory stays bounded.</summary>
    public bool IsFull => _places.Count > Most;

    public ref readonly WordAtom this[int place] => ref _atoms[place];

    public void Clear() => _places.Clear();

    /// <summary>The place of a word in the book.</summary>
    public int Place(ReadOnlySpan<char> word)
    {
        var key = Key(word);
        if (!_places.TryGetValue(key, out var place))
        {
            place = _places.Count;
            if (place == _atoms.Length)
            {
                Array.Resize(ref _atoms, place * 2);
            }

            _atoms[place] = WordAtom.Of(word, classes);
            _places.Add(key, place);
        }

        return place;
    }

    /// <summary>64 bits (FNV-1a): two of some thousand words have the same once in a million million books.</summary>
    private static ulong Key(ReadOnlySpan<char> word)
    {
        var key = 14695981039346656037UL;
        foreach (var c in word)
        {
            key = (key ^ c) * 1099511628211UL;
        }

        return key;
    }
}
