using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Record.Reconciling;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>A filter as conditions of SQL over "c" (claim), "d" (document) and "e" (matter_claim), with its values as $1, $2 …</summary>
internal sealed class ClaimConditions
{
    private const string InSentence = "instr(lower(replace(substr(d.text, c.sentence_start + 1, c.sentence_stop - c.sentence_start), '-', ' ')), lower(replace({0}, '-', ' '))) > 0";

    private const string Named = "instr(lower(replace(coalesce(c.words, '') || ' ' || coalesce(c.measure, '') || ' ' || c.gist, '-', ' ')), lower(replace({0}, '-', ' '))) > 0";

    /// <summary>Whether its time says anything: an act that only its page dates, and the page to more than a year, may be of any day.</summary>
    private static readonly string Says = "coalesce(c.earliest, c.latest) IS NOT NULL AND NOT (c.kind = 'event' AND c.time_basis = 'published' AND coalesce(julianday(c.latest) - julianday(c.earliest), 0) > " + Spans.Year.ToString(CultureInfo.InvariantCulture) + ")";

    private readonly StringBuilder _sql = new(" WHERE 1");
    private readonly List<object?> _values = [];

    private ClaimConditions()
    {
    }

    public string Sql => _sql.ToString();

    public object?[] Values => [.. _values];

    public static ClaimConditions Of(SqliteConnection connection, ClaimFilter filter)
    {
        var all = new ClaimConditions();
        all.Add(filter.Kind is { } kind ? CodedNames.Of(kind) : null, "c.kind = {0}");
        all.Add(filter.Type, "lower(c.type) = lower({0})");
        all.Add(filter.From?.ToString("O"), $"coalesce(c.latest, {Open("c.earliest", "+", "'9999'")}) >= {{0}} AND {Says}");
        all.Add(filter.To?.ToString("O"), $"coalesce(c.earliest, {Open("c.latest", "-", "'0000'")}) <= {{0}} AND {Says}");
        all.AddOutlet(filter.Publisher, "d.publisher");
        all.AddOutlet(filter.Origin, "c.origin");
        all.Add(filter.MinConfidence, "(c.confidence >= {0} OR c.id IN (SELECT x.claim FROM corrected x JOIN correction k ON k.id = x.correction WHERE k.what IN ('confirm', 'add')))");
        all.Add(filter.Document, "(d.document = {0} OR (d.document > {0} || '#' AND d.document < {0} || '$'))");
        all.Add(filter.Event, "c.id IN (SELECT claim FROM matter_claim WHERE matter = (SELECT id FROM matter WHERE name = {0}))");
        if (filter.Actor is { } actor)
        {
            all.Add(ActorNames.Ids(connection, actor), "(EXISTS (SELECT 1 FROM party WHERE party.claim = c.id AND (party.actor IN (SELECT value FROM json_each({0})) OR party.country IN (SELECT value FROM json_each({0}))))");
            all.Add(ActorNames.Folded(actor), ActorNames.IsNamed("c.origin") + ")", joint: " OR ");
        }

        all.Add(filter.Matter, "c.id IN (SELECT claim FROM matter_claim WHERE matter = (SELECT id FROM matter WHERE name = {0}))");
        all.Add(filter.KnownBy?.ToString("O"), "d.published_latest <= {0}");
        all.AddWords(filter);

        if (filter.Unnamed)
        {
            all._sql.Append(" AND c.origin_kind = 'unnamed'");
        }

        if (filter.Allegations)
        {
            all._sql.Append(" AND c.allegation IS NOT NULL");
        }

        foreach (var reading in CodedNames.Of(filter.Reading))
        {
            all.Add(reading, "instr('|' || c.readings || '|', '|' || {0} || '|') > 0");
        }

        if (filter.Dyad is { } dyad)
        {
            var (a, b) = DyadQuery.Parse(connection, dyad);
            all.Add(a, "c.id IN (SELECT claim FROM dyad WHERE a = {0}");
            all.Add(b, "b = {0}");
            all.Add(filter.From?.ToString("O"), "latest >= {0}");
            all.Add(filter.To?.ToString("O"), "earliest <= {0}");
            all._sql.Append(')');
        }

        return all;
    }

    /// <summary>Claims by their ids.</summary>
    public static ClaimConditions Of(IReadOnlyCollection<string> claims)
    {
        var all = new ClaimConditions();
        all.Add(System.Text.Json.JsonSerializer.Serialize(claims.Distinct(StringComparer.Ordinal)), "c.claim IN (SELECT value FROM json_each({0}))");
        return all;
    }

    /// <summary>Claims of documents by their ids.</summary>
    public static ClaimConditions OfDocuments(IReadOnlyCollection<string> documents)
    {
        var all = new ClaimConditions();
        all.Add(System.Text.Json.JsonSerializer.Serialize(documents), "d.document IN (SELECT value FROM json_each({0}))");
        return all;
    }

    /// <summary>Allegations among the mentions of some events, whose ids come as a JSON list.</summary>
    public static ClaimConditions AllegedIn(string events)
    {
        var all = new ClaimConditions();
        all.Add(events, "c.allegation IS NOT NULL AND c.id IN (SELECT claim FROM matter_claim WHERE matter IN (SELECT id FROM matter WHERE name IN (SELECT value FROM json_each({0}))))");
        return all;
    }

    /// <summary>An act without an end ("will visit") is one of the year that follows, and one that is to be done by a day one of the year before; what lasts has no end until one is told.</summary>
    private static string Open(string end, string sign, string never) =>
        string.Create(CultureInfo.InvariantCulture, $"CASE WHEN c.kind = 'event' THEN date({end}, '{sign}{Spans.Year} days') ELSE {never} END");

    /// <summary>The words asked for stand in the name, or it is the name of the outlet that goes by them for short.</summary>
    private void AddOutlet(string? asked, string column)
    {
        if (asked is not null)
        {
            Add(asked, $"(instr(lower({column}), lower({{0}})) > 0");
            Add(ActorNames.Outlet(asked), $"{column} = {{0}})", joint: " OR ");
        }
    }

    /// <summary>All words must stand there; of an office any of its names will do.</summary>
    private void AddWords(ClaimFilter filter)
    {
        if (filter.Words is not { } asked)
        {
            return;
        }

        var names = OfficeNames.Load().Words(asked);
        _sql.Append(" AND ((1");
        foreach (var word in asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Add(word, filter.WordsAnywhere ? InSentence : Named);
        }

        _sql.Append(')');
        if (names.Count > 1)
        {
            _sql.Append(" OR (c.kind = 'role' AND (0");
            foreach (var name in names)
            {
                _values.Add(name);
                _sql.Append(CultureInfo.InvariantCulture, $" OR instr(lower(replace(c.words, '-', ' ')), lower(replace(${_values.Count}, '-', ' '))) > 0");
            }

            _sql.Append("))");
        }

        _sql.Append(')');
    }

    private void Add(object? value, string condition, string joint = " AND ")
    {
        if (value is null)
        {
            return;
        }

        _values.Add(value);
        _sql.Append(joint).Append(condition.Replace("{0}", "$" + _values.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
