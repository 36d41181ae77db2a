using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>The corrections that hold, in the order in which they were decided: those of the log that none takes back.</summary>
internal sealed class CorrectionSet
{
    private readonly HashSet<string> _actors;
    private readonly HashSet<string> _pages;

    private CorrectionSet(IReadOnlyList<Correction> active)
    {
        Active = active;
        _actors = [.. active.SelectMany(c => Touched(c.Decision))];
        _pages = [.. active.SelectMany(c => Places(c.Decision)).Select(p => p.Page)];
    }

    public IReadOnlyList<Correction> Active { get; }

    /// <summary>Ids of the actors whose mentions a decision changes.</summary>
    public IReadOnlySet<string> Actors => _actors;

    public static CorrectionSet Load(SqliteConnection connection) => Of(connection.Query("SELECT body FROM correction ORDER BY at, id", r => CorrectionReader.Read(r.GetString(0))));

    /// <param name="log">All entries, in order.</param>
    public static CorrectionSet Of(IReadOnlyList<Correction> log)
    {
        var undone = log.Select(c => c.Decision).OfType<Undo>().Select(u => u.Correction).ToHashSet(StringComparer.Ordinal);
        var held = log.Where(c => c.Decision is not Undo && !undone.Contains(c.Id)).ToList();
        var aparts = held.Index().Where(c => c.Item.Decision is KeepApart).ToList();
        return new CorrectionSet([.. held.Where((c, i) => !aparts.Any(later => later.Index > i && LastWord.Parts(c.Decision, later.Item.Decision)))]);
    }

    /// <summary>Whether a decision is anchored in the page.</summary>
    public bool HasPage(string digest) => _pages.Contains(digest);

    /// <summary>Where a decision is anchored; one about an actor nowhere, but for one that holds for some words alone.</summary>
    public static IEnumerable<TextAnchor> Places(Decision decision) => decision switch
    {
        ClaimDecision claims => claims.Claims.Select(c => c.Place),
        AddClaims add => add.Claims.Select(c => c.Place),
        SplitActor { Place: { } place } => [place],
        _ => [],
    };

    /// <summary>The actors whose mentions a decision about actors changes.</summary>
    public static IEnumerable<string> Touched(Decision decision) => decision switch
    {
        MergeActors merge => merge.Others,
        ActorDecision actor => [actor.Actor],
        _ => [],
    };

    /// <summary>
    /// All actors that mentions of some actors may have been, or may have become, by any decision of the log. What a decision about one of them changes lies on pages that name one of all these.
    /// </summary>
    public static HashSet<string> Kin(IReadOnlyList<Correction> log, IEnumerable<string> actors)
    {
        var kin = actors.ToHashSet(StringComparer.Ordinal);
        var links = log.Select(c => c.Decision).OfType<ActorDecision>().Select(d => Touched(d).Concat(Becomes(d)).ToArray()).Where(l => l.Length > 1).ToList();
        for (var before = -1; before < kin.Count;)
        {
            before = kin.Count;
            links.Where(l => l.Any(kin.Contains)).ToList().ForEach(kin.UnionWith);
        }

        return kin;
    }

    private static string[] Becomes(ActorDecision decision) => decision switch
    {
        MergeActors merge => [merge.Into.Id],
        SplitActor split => [split.Into.Id],
        _ => [],
    };
}
