using System.Collections.Frozen;

namespace Entente.Claims.Coding.Judging;

/// <summary>The table data/event-nouns.tsv: nouns that name an event, and endings that mostly do, with the exceptions.</summary>
internal sealed class EventNouns
{
    private readonly FrozenSet<string> _nouns;
    private readonly FrozenSet<string> _others;
    private readonly string[] _endings;

    private EventNouns(FrozenSet<string> nouns, FrozenSet<string> others, string[] endings)
    {
        _nouns = nouns;
        _others = others;
        _endings = endings;
    }

    public static EventNouns Load() => Of(Table.Shipped("event-nouns"));

    internal static EventNouns Of(Table table)
    {
        IEnumerable<string> Kind(string kind) => table.Rows.Where(r => r.Required("kind") == kind).SelectMany(r => r.List("words"));
        return new EventNouns(
            Kind("event").ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            Kind("other").ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            [.. Kind("ending")]);
    }

    public bool Contains(string lemma)
    {
        if (_nouns.Contains(lemma))
        {
            return true;
        }

        foreach (var ending in _endings)
        {
            if (lemma.Length > ending.Length + 2 && lemma.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return !_others.Contains(lemma);
            }
        }

        return false;
    }
}
