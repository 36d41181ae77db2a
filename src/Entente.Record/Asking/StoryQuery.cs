using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Documents that tell one story, found by the code of `entente stories` from their titles and sentences.</summary>
internal static class StoryQuery
{
    /// <summary>News that nobody writes of for so many days is over: what is alike after that is another story of its kind.</summary>
    private const int Silence = 14;

    public static List<StoryRow> Rows(SqliteConnection connection)
    {
        var documents = DocumentQuery.Rows(connection, null).Where(d => d.Sentences > 0).OrderBy(d => d.Id, StringComparer.Ordinal).ToList();
        var texts = connection.Query(
                """
                SELECT d.document, (SELECT group_concat(substr(d.text, s.start + 1, s.stop - s.start), ' ') FROM (SELECT start, stop FROM sentence WHERE document = d.id ORDER BY n LIMIT 40) s)
                FROM shown JOIN document d ON d.coding = shown.coding
                """,
                r => (Id: r.GetString(0), Text: r.TextOrNull(1) ?? ""))
            .ToDictionary(t => t.Id, t => t.Text, StringComparer.Ordinal);
        var stories = StoryFinder.Find([.. documents.Select(d => (d.Title is null ? "" : d.Title + "\n") + texts[d.Id])]);
        return
        [
            .. documents.Select((d, i) => (Document: d, Story: stories[i])).GroupBy(d => d.Story)
                .Select(g => g.Select(d => d.Document).OrderBy(d => d.Published?.Latest is null).ThenBy(d => d.Published?.Latest).ThenBy(d => d.Id, StringComparer.Ordinal).ToList())
                .SelectMany(Parts).Select(g => new StoryRow(g[0].Id, g))
                .OrderByDescending(s => s.Documents.Count).ThenBy(s => s.Documents[0].Published?.Latest is null).ThenBy(s => s.Documents[0].Published?.Latest).ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Parts documents, which are in order of publication, where none was published for long; what is not dated stands alone.</summary>
    private static IEnumerable<List<DocumentRow>> Parts(List<DocumentRow> documents)
    {
        var part = new List<DocumentRow>();
        foreach (var document in documents)
        {
            if (part.Count > 0 && (document.Published is not { Earliest: { } first, Latest: { } last } published || last.DayNumber - first.DayNumber > Silence || (published.Earliest ?? published.Latest).Value.DayNumber - part[^1].Published!.Value.Latest!.Value.DayNumber > Silence))
            {
                yield return part;
                part = [];
            }

            part.Add(document);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
