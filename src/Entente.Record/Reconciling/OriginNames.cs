using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>By which name an origin is counted, so that nobody counts twice for being called two ways in one document.</summary>
internal sealed class OriginNames(SqliteConnection connection)
{
    private const string Together = " and ";

    /// <summary>The persons that the document asked about last names, by their names.</summary>
    private (long Document, ILookup<string, string> Persons)? _named;

    /// <summary>
    /// An outlet goes by its name, as the agency does that a page credits; anybody else by its id. A person without one, who is called by office and name, is whom the document names so;
    /// two who speak together are one, whoever is named first.
    /// </summary>
    public string Of(long document, SourceLink link)
    {
        if (link.Kind is SourceKind.Outlet or SourceKind.Publisher)
        {
            return link.Name.ToLowerInvariant();
        }

        return link.Actor ?? (link.Kind == SourceKind.Person && PersonIn(document, link.Name) is { } person ? person : InOrder(link.Name.ToLowerInvariant()));
    }

    private static string InOrder(string name) => name.Contains(Together, StringComparison.Ordinal) ? string.Join(Together, name.Split(Together).Order(StringComparer.Ordinal)) : name;

    /// <summary>The one person of the document with whose whole name the words end; null where they are several, or two who speak together.</summary>
    private string? PersonIn(long document, string words)
    {
        if (words.Contains(Together, StringComparison.Ordinal) || !words.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        if (_named is not { } named || named.Document != document)
        {
            named = (document, connection.Query("SELECT DISTINCT name, actor FROM mention WHERE document = $1 AND kind = 'person'", r => (Name: r.GetString(0), Actor: r.GetString(1)), document)
                .ToLookup(p => p.Name, p => p.Actor, StringComparer.OrdinalIgnoreCase));
            _named = named;
        }

        var actors = named.Persons.Where(p => words.Equals(p.Key, StringComparison.OrdinalIgnoreCase) || words.EndsWith(" " + p.Key, StringComparison.OrdinalIgnoreCase)).SelectMany(p => p).Distinct(StringComparer.Ordinal).ToArray();
        return actors is [var only] ? only : null;
    }
}
