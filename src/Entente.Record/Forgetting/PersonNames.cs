using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>The spellings of a person's name: those that are given, and the names of the actors that the record, or somebody who corrected it, has for them.</summary>
internal static class PersonNames
{
    public static IReadOnlyList<NameSpelling> Of(SqliteConnection connection, ForgetRequest request)
    {
        var actors = connection.Query(
            "SELECT DISTINCT m.actor, m.name, substr(d.text, m.start + 1, m.stop - m.start) FROM mention m JOIN document d ON d.id = m.document WHERE m.kind = 'person'",
            r => (Id: r.GetString(0), Name: r.GetString(1), Words: r.GetString(2)));
        var names = request.Also.Prepend(request.What).Select(n => IsId(n) ? Slug(n) : n).ToList();
        var ids = request.Also.Prepend(request.What).Where(IsId).ToHashSet(StringComparer.Ordinal);
        var spelled = names.SelectMany(NameSpelling.Of).Select(s => s.Words).ToHashSet(StringComparer.Ordinal);
        ids.UnionWith(actors.Where(a => spelled.Contains(Folded(a.Name)) || spelled.Contains(Folded(Slug(a.Id))) || Folded(a.Words) is var words && words.Contains(' ', StringComparison.Ordinal) && spelled.Contains(words)).Select(a => a.Id));
        foreach (var decision in CorrectionLog.Entries(connection).Select(c => c.Decision).OfType<ActorDecision>())
        {
            var (same, called) = decision switch
            {
                MergeActors merge => ([.. merge.Others, merge.Into.Id], merge.Into.Name),
                RenameActor rename => ([rename.Actor], rename.Name),
                _ => (Array.Empty<string>(), ""),
            };
            if (Array.Exists(same, ids.Contains) || spelled.Contains(Folded(called)))
            {
                ids.UnionWith(same.Where(IsId));
                names.AddRange([called, .. same.Where(IsId).Select(Slug)]);
            }
        }

        names.AddRange(actors.Where(a => ids.Contains(a.Id)).SelectMany(a => new[] { a.Name, Slug(a.Id) }).Where(n => Folded(n).Length > 0));
        return [.. names.SelectMany(NameSpelling.Of).DistinctBy(s => s.Words, StringComparer.Ordinal)];
    }

    private static bool IsId(string name) => name.StartsWith("person:", StringComparison.Ordinal) || name.StartsWith("name:", StringComparison.Ordinal);

    private static string Slug(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Folded(string name) => string.Join(' ', FoldedWords.Of(name).Select(w => w.Letters));
}
