using System.Buffers;
using System.Text.RegularExpressions;

namespace Entente.Claims.Coding.Timing;

/// <summary>A named stretch of history where a text names it.</summary>
internal readonly record struct EraMention(TextSpan Span, DateInterval Days);

/// <summary>Finds the named times of data/eras.tsv: "during the Cold War". "A new Cold War" is another.</summary>
internal sealed class Eras
{
    private readonly Dictionary<string, DateInterval> _days = new(StringComparer.Ordinal);
    private readonly SearchValues<string> _any;
    private readonly Regex _names;

    private Eras(IEnumerable<TableRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var name in row.List("names"))
            {
                _days.Add(name, row.When());
            }
        }

        _any = SearchValues.Create([.. _days.Keys], StringComparison.Ordinal);
        var longestFirst = _days.Keys.OrderByDescending(n => n.Length).Select(Regex.Escape);

        // the first letter is looked at first: hardly any word of a text begins like an era
        var letters = string.Concat(_days.Keys.Select(n => n[0]).Distinct());
        _names = new Regex($@"\b(?=[{letters}])(?<!\b(?:new|second|another|next|modern-day|21st-century|post|pre|a)[ -])(?:{string.Join('|', longestFirst)})\b(?!-)", RegexOptions.CultureInvariant | RegexOptions.Compiled);
    }

    public static Eras Load() => new(Table.Shipped("eras").Rows);

    /// <summary>The eras named in a text, in text order.</summary>
    public IReadOnlyList<EraMention> Find(string text)
    {
        var first = text.AsSpan().IndexOfAny(_any);
        if (first < 0)
        {
            return [];
        }

        var found = new List<EraMention>();
        foreach (var match in _names.EnumerateMatches(text, first))
        {
            found.Add(new EraMention(new TextSpan(match.Index, match.Length), _days[text.Substring(match.Index, match.Length)]));
        }

        return found;
    }
}
