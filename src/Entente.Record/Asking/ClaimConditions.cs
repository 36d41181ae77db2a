using System.Globalization;
using System.Text;
using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>A filter as conditions of SQL over "c" (claim), "d" (document) and "e" (event_claim), with its values as $1, $2 …</summary>
internal sealed class ClaimConditions
{
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
        all.Add(filter.From?.ToString("O"), "coalesce(c.latest, '9999') >= {0} AND coalesce(c.earliest, c.latest) IS NOT NULL");
        all.Add(filter.To?.ToString("O"), "coalesce(c.earliest, '0000') <= {0} AND coalesce(c.earliest, c.latest) IS NOT NULL");
        all.Add(filter.Publisher, "instr(lower(d.publisher), lower({0})) > 0");
        all.Add(filter.Origin, "instr(lower(c.origin), lower({0})) > 0");
        all.Add(filter.MinConfidence, "c.confidence >= {0}");
        all.Add(filter.Document, "(d.document = {0} OR substr(d.document, 1, length({0}) + 1) = {0} || '#')");
        all.Add(filter.Event, "e.event = {0}");
        all.Add(filter.Actor, "EXISTS (SELECT 1 FROM party WHERE party.claim = c.id AND (party.actor = {0} OR party.country = upper({0}) OR lower(party.name) = lower({0})))");
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
            all.Add(a, "EXISTS (SELECT 1 FROM dyad WHERE dyad.claim = c.id AND dyad.a = {0}");
            all.Add(b, "dyad.b = {0})");
        }

        return all;
    }

    private void Add(object? value, string condition)
    {
        if (value is null)
        {
            return;
        }

        _values.Add(value);
        _sql.Append(" AND ").Append(condition.Replace("{0}", "$" + _values.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
