using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Finds the notes of data/correction-notes.tsv: words that stand in a sentence in their order.</summary>
internal sealed class CorrectionNotes
{
    private readonly (string Kind, string[][] Words)[] _notes =
        [.. Table.Shipped("correction-notes").Rows.Select(r => (r.Required("kind"), r.Required("words").Split(' ').Select(w => w.Split('|')).ToArray()))];

    /// <summary>What the sentence says that was done to the text; null when it says nothing of the kind.</summary>
    public string? KindOf(string sentence)
    {
        var words = Words(sentence);
        return words.Count > 40 ? null : _notes.Where(n => Stand(n.Words, words)).Select(n => n.Kind).FirstOrDefault();
    }

    /// <summary>The notes in a document's article and asides, in the order of the text.</summary>
    public IReadOnlyList<CorrectionNote> Of(SqliteConnection connection, string document) =>
    [
        .. connection.Query(
                """
                SELECT DISTINCT start, words FROM (
                  SELECT s.start AS start, substr(d.text, s.start + 1, s.stop - s.start) AS words FROM document d JOIN shown ON shown.coding = d.coding JOIN sentence s ON s.document = d.id WHERE d.document = $1
                  UNION ALL
                  SELECT b.start, substr(d.text, b.start + 1, b.stop - b.start) FROM document d JOIN shown ON shown.coding = d.coding JOIN block b ON b.document = d.id
                  WHERE d.document = $1 AND b.role IN ('aside', 'furniture') AND b.stop - b.start < 400)
                ORDER BY start
                """,
                r => r.GetString(1), document)
            .Select(s => (Kind: KindOf(s), Sentence: s)).Where(s => s.Kind is not null).Select(s => new CorrectionNote(s.Kind!, document, s.Sentence.Trim())).DistinctBy(n => n.Sentence),
    ];

    private static bool Stand(string[][] wanted, List<string> words)
    {
        var at = 0;
        foreach (var word in words)
        {
            at += wanted[at].Contains(word, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
            if (at == wanted.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Words(string sentence)
    {
        var words = new List<string>();
        var from = 0;
        for (var i = 0; i <= sentence.Length; i++)
        {
            if (i == sentence.Length || !char.IsLetterOrDigit(sentence[i]))
            {
                if (i > from)
                {
                    words.Add(sentence[from..i]);
                }

                if (i < sentence.Length && sentence[i] == ':')
                {
                    words.Add(":");
                }

                from = i + 1;
            }
        }

        return words;
    }
}
