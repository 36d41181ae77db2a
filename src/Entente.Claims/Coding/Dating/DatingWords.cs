using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Dating;

/// <summary>The words of data/dating-words.tsv.</summary>
internal sealed class DatingWords
{
    private readonly Dictionary<string, Phrases<bool>> _bySense = new(StringComparer.Ordinal);

    public static DatingWords Load()
    {
        var words = new DatingWords();
        foreach (var row in Table.Shipped("dating-words").Rows)
        {
            var sense = row.Required("sense");
            if (!words._bySense.TryGetValue(sense, out var phrases))
            {
                words._bySense.Add(sense, phrases = new Phrases<bool>());
            }

            phrases.Add(row.Required("word"), true);
        }

        return words;
    }

    /// <summary>The lexemes of the words of a sense in a sentence.</summary>
    public IEnumerable<int> In(DatingSentence sentence, string sense) => _bySense[sense].Find(sentence.Lexemes, sentence.First, sentence.End).Select(f => f.First);

    public bool Is(Lexemes s, int at, string sense) => _bySense[sense].Find(s, at, at + 1).Any();
}
