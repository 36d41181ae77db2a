namespace Entente.Claims.Coding.Naming;

/// <summary>Numbers the words that names are made of. Words are folded first: lower case, no accents, no full stops or apostrophes, so that "U.S." is "us" and "Orbán" is "orban".</summary>
internal sealed class Vocabulary
{
    public const int Unknown = -1;

    private const string Accented = "àáâãäåāăąçćčĉċďđðèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžß";
    private const string Plain = "aaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzzs";

    private readonly Dictionary<string, int> _ids = new(20000, StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Vocabulary() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a word, or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> letters)
    {
        Span<char> folded = stackalloc char[Math.Min(letters.Length, 64)];
        return letters.Length <= 64 && _lookup.TryGetValue(folded[..Fold(letters, folded)], out var id) ? id : Unknown;
    }

    /// <summary>The number of a word, which is given one when it has none.</summary>
    public int Add(ReadOnlySpan<char> letters)
    {
        Span<char> folded = stackalloc char[Math.Min(letters.Length, 64)];
        var key = folded[..Fold(letters[..Math.Min(letters.Length, 64)], folded)];
        if (!_lookup.TryGetValue(key, out var id))
        {
            id = _ids.Count;
            _ids.Add(key.ToString(), id);
        }

        return id;
    }

    /// <summary>Writes the folded form and returns its length.</summary>
    public static int Fold(ReadOnlySpan<char> letters, Span<char> into)
    {
        var length = 0;
        foreach (var letter in letters)
        {
            if (letter is '.' or '\'' or '’' or 'ʼ' or '-')
            {
                continue;
            }

            into[length++] = char.IsAscii(letter) ? char.ToLowerInvariant(letter) : Plainer(char.ToLowerInvariant(letter));
        }

        return length;
    }

    private static char Plainer(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : letter;
}
