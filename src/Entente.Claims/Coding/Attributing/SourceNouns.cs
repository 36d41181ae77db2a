using System.Collections.Frozen;

namespace Entente.Claims.Coding.Attributing;

/// <summary>The table data/source-nouns.tsv: what kind of source a noun stands for.</summary>
internal sealed class SourceNouns
{
    private readonly FrozenDictionary<string, SourceKind> _kinds;
    private readonly FrozenSet<string> _outletNames;
    private readonly string[] _persons;
    private readonly FrozenSet<string> _shares;
    private readonly FrozenDictionary<string, string> _sorts;

    private SourceNouns(FrozenDictionary<string, SourceKind> kinds, FrozenSet<string> outletNames, string[] persons, IEnumerable<string> shares)
    {
        _shares = shares.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _sorts = Table.Shipped("outlets").Rows.DistinctBy(r => r.Required("name"), StringComparer.Ordinal)
            .ToFrozenDictionary(r => r.Required("name"), r => r["medium"] ?? (r["kind"] == "agency" ? "agency" : "print"), StringComparer.Ordinal);
        _persons = persons;
        _kinds = kinds;
        _outletNames = outletNames;
    }

    public static SourceNouns Load() => Of(Table.Shipped("source-nouns"));

    internal static SourceNouns Of(Table table)
    {
        var kinds = new Dictionary<string, SourceKind>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        var persons = new List<string>();
        var shares = new List<string>();
        foreach (var row in table.Rows)
        {
            if (row.Required("kind") == "outlet-name")
            {
                names.AddRange(row.List("words"));
                continue;
            }

            if (row.Required("kind") == "person-ending")
            {
                persons.AddRange(row.List("words"));
                continue;
            }

            if (row.Required("kind") == "share")
            {
                shares.AddRange(row.List("words"));
                continue;
            }

            foreach (var word in row.List("words"))
            {
                kinds.TryAdd(word, Enum.Parse<SourceKind>(row.Required("kind"), ignoreCase: true));
            }
        }

        return new SourceNouns(kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), names.ToFrozenSet(StringComparer.Ordinal), [.. persons], shares);
    }

    /// <summary>The kind that a noun stands for; null when the table does not say.</summary>
    public SourceKind? Of(string lemma) => _kinds.TryGetValue(lemma, out var kind) ? kind : null;

    /// <summary>Whether "the paper", "the agency", "the broadcaster" can mean an outlet.</summary>
    public bool CanStandFor(string noun, string outlet) => !_sorts.TryGetValue(outlet, out var sort) || noun switch
    {
        "paper" or "newspaper" or "daily" or "weekly" or "magazine" or "journal" or "tabloid" => sort == "print",
        "agency" or "newswire" or "wire" => sort == "agency",
        "broadcaster" or "network" or "channel" or "station" => sort == "broadcast",
        _ => true,
    };

    /// <summary>Whether a noun only counts what stands behind "of": "dozens of sailors", "a third of the ships".</summary>
    public bool IsShare(string lemma) => _shares.Contains(lemma);

    /// <summary>Whether a noun names people, a body or a paper: by the table, or by an ending of nouns for persons ("-er", "-ist").</summary>
    public bool CanJudge(string lemma)
    {
        if (_kinds.ContainsKey(lemma))
        {
            return true;
        }

        foreach (var ending in _persons)
        {
            if (lemma.Length > ending.Length + 2 && lemma.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name ends as names of outlets do ("Harbour *Post*").</summary>
    public bool IsOutletName(string name)
    {
        var last = name.AsSpan(name.LastIndexOf(' ') + 1);
        return last.Length < name.Length && _outletNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last);
    }
}
