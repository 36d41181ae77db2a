using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Analyzing.Net;

namespace Entente.Training.Net;

/// <summary>Makes the gazetteer of the model from the tables that ship with the library.</summary>
internal static class GazetteerBuilder
{
    /// <summary>The kinds, those that win first.</summary>
    private enum Kind
    {
        None, Country, Organisation, Place, Outlet, Person, Adjective, Surname, Given, OtherPlace, OtherOrganisation, OtherPerson,
    }

    public static (List<KeyValuePair<ulong, int>> Firsts, List<KeyValuePair<ulong, int>> Phrases) Build(IEnumerable<(string Name, NameKind Kind)> dictionary)
    {
        var tokenizer = new Tokenizer(new TokenRules(TokenTables.Load()), default, (_, _, proposed) => proposed);
        var firsts = new SortedDictionary<ulong, int>();
        var phrases = new SortedDictionary<ulong, int>();
        foreach (var (phrase, kind) in Phrases().Concat(dictionary.Select(n => (Phrase: n.Name, Kind: Other(n.Kind)))).Where(p => p.Phrase.Length > 1 && char.IsUpper(p.Phrase[0])).OrderBy(p => p.Kind))
        {
            var spans = new List<TextSpan>();
            tokenizer.Cut(phrase, new TextSpan(0, phrase.Length), spans);
            if (spans.Count is 0 or > Gazetteer.Longest)
            {
                continue;
            }

            uint[] words = [.. spans.Select(s => WordAtom.Hash(phrase.AsSpan(s.Start, s.Length)))];
            var first = Gazetteer.FirstKey(words[0]);
            firsts[first] = Math.Max(firsts.GetValueOrDefault(first), words.Length);
            phrases.TryAdd(Gazetteer.PhraseKey(words), (int)kind);
        }

        return ([.. firsts], [.. phrases]);
    }

    private static Kind Other(NameKind kind) => kind switch
    {
        NameKind.Person => Kind.OtherPerson,
        NameKind.Organisation => Kind.OtherOrganisation,
        _ => Kind.OtherPlace,
    };

    private static IEnumerable<(string Phrase, Kind Kind)> Phrases()
    {
        foreach (var row in Table.Shipped("countries").Rows)
        {
            foreach (var name in row.List("aliases").Append(row.Required("name")))
            {
                yield return (name, Kind.Country);
            }

            foreach (var word in row.List("adjectives").Concat(row.List("demonyms")))
            {
                yield return (word, Kind.Adjective);
            }
        }

        foreach (var row in Table.Shipped("places").Rows)
        {
            foreach (var name in row.List("aliases").Append(row.Required("name")))
            {
                yield return (name, Kind.Place);
            }
        }

        foreach (var (table, kind) in new[] { ("organisations", Kind.Organisation), ("outlets", Kind.Outlet) })
        {
            foreach (var name in Table.Shipped(table).Rows.SelectMany(r => r.List("aliases").Append(r.Required("name"))))
            {
                yield return (name, kind);
            }
        }

        foreach (var person in Table.Shipped("leaders").Rows.Concat(Table.Shipped("offices").Rows).Select(r => r.Required("person")).Distinct(StringComparer.Ordinal))
        {
            yield return (person, Kind.Person);
            var parts = person.Split(' ');
            if (parts.Length > 1)
            {
                yield return (parts[^1], Kind.Surname);
                yield return (parts[0], Kind.Given);
            }
        }

        foreach (var row in Table.Shipped("analyzing/names").Rows)
        {
            yield return (row.Required("name"), Enum.Parse<Kind>(row.Required("kind"), ignoreCase: true));
        }
    }
}
