using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>By which name an origin is counted, so that nobody counts twice for being called two ways in one document.</summary>
/// <param name="persons">The persons that the document names, by their names.</param>
internal sealed class OriginNames(ILookup<string, string> persons)
{
    private const string Together = " and ";

    public static OriginNames Of(IEnumerable<(string Name, string Actor)> persons) => new(persons.Distinct().ToLookup(p => p.Name, p => p.Actor, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// An outlet goes by its name, as the agency does that a page credits; anybody else by its id. A person without one, who is called by office and name, is whom the document names so;
    /// two who speak together are one, whoever is named first.
    /// </summary>
    public string Of(SourceLink link)
    {
        if (link.Kind is SourceKind.Outlet or SourceKind.Publisher)
        {
            return link.Name.ToLowerInvariant();
        }

        return link.Actor ?? (link.Kind == SourceKind.Person && Person(link.Name) is { } person ? person : InOrder(link.Name.ToLowerInvariant()));
    }

    private static string InOrder(string name) => name.Contains(Together, StringComparison.Ordinal) ? string.Join(Together, name.Split(Together).Order(StringComparer.Ordinal)) : name;

    /// <summary>The one person of the document with whose whole name the words end; null where they are several, or two who speak together.</summary>
    private string? Person(string words)
    {
        if (words.Contains(Together, StringComparison.Ordinal) || !words.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var actors = persons.Where(p => words.Equals(p.Key, StringComparison.OrdinalIgnoreCase) || words.EndsWith(" " + p.Key, StringComparison.OrdinalIgnoreCase)).SelectMany(p => p).Distinct(StringComparer.Ordinal).ToArray();
        return actors is [var only] ? only : null;
    }
}
