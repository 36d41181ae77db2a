namespace Entente.Claims.Coding.Naming;

/// <content>Which organisations have members in data/, and the nouns for them.</content>
internal sealed partial class Lexicon
{
    private readonly Dictionary<int, List<MemberNoun>> _memberNouns = [];
    private readonly HashSet<string> _withMembers = new(StringComparer.Ordinal);

    /// <summary>Whether data/memberships.tsv says who is in an organisation.</summary>
    public bool HasMembers(string organisation) => _withMembers.Contains(organisation);

    /// <summary>The nouns for members that begin with a word, the longest first.</summary>
    public IReadOnlyList<MemberNoun> MemberNouns(int first) => _memberNouns.TryGetValue(first, out var nouns) ? nouns : [];

    /// <summary>The noun in a text for those who are in an organisation, by which they have their id; null for other ids.</summary>
    public MemberNoun? MemberNounOf(string id, string text) => _memberNouns.Values.SelectMany(n => n)
        .Where(n => Slug.Of(n.Label) is var label && id.EndsWith(":" + label, StringComparison.Ordinal) && HasMembers(id[..^(label.Length + 1)]) && text.Contains(n.Text, StringComparison.OrdinalIgnoreCase))
        .MaxBy(n => n.Words.Length);

    private void ReadMembers(Table memberships, Table nouns)
    {
        _withMembers.UnionWith(memberships.Rows.Where(r => r["standing"] is "member" or "permanent member").Select(r => r.Required("organisation")));
        foreach (var row in Rows(nouns))
        {
            _scratch.Clear();
            var words = row.Required("words");
            WordScanner.Scan(words, new TextSpan(0, words.Length), (from, to) => _vocabulary.Add(words.AsSpan(from, to - from)), _scratch);
            var noun = new MemberNoun(words, [.. _scratch.Select(w => w.Id)], row.Required("label"), row.List("standings"), row["organisation"], row.List("kinds"), row["after"] is not null, _row);
            if (!_memberNouns.TryGetValue(noun.Words[0], out var known))
            {
                _memberNouns.Add(noun.Words[0], known = []);
            }

            known.Add(noun);
            known.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }
}
