namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Which office the text gives to a person: the title before the name ("Russian foreign minister Sergey Lavrov") or the apposition after it
/// ("Jin Liqun, president of the bank,"). Offices that only data/ knows are no claims of the text.
/// </summary>
internal sealed class RoleFinder
{
    private const int LongestOffice = 9;
    private readonly HashSet<string> _offices;

    private RoleFinder(HashSet<string> offices) => _offices = offices;

    public static RoleFinder Load() => new([.. Table.Shipped("office-nouns").Rows.Select(r => r.Required("noun"))]);

    /// <summary>Each office of each person once a document, where it is told first.</summary>
    public IEnumerable<Claim> Find(IReadOnlyList<SentenceView> sentences)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.Elements.Count; at++)
            {
                if (Person(sentence.Elements[at]) is { } person && (Title(sentence, at) ?? Apposition(sentence, at)) is { } office
                    && seen.Add((person.Actor.Id, office.Words.ToLowerInvariant())))
                {
                    yield return sentence.Claim(new RoleClaim(person, office.Words, office.Country), at, office.Rule, 0.85, person.Actor.Id, office.Words) with
                    {
                        // The title is given beside what the sentence tells, so that neither its "if" nor its date touches it.
                        Factuality = Factuality.Asserted,
                        Time = sentence.Findings.Published is { } published ? new ClaimTime(published.Interval, published.Value, "published") : null,
                    };
                }
            }
        }
    }

    private static ActorMention? Person(Element element) =>
        element.Actors is [{ Actor.Kind: ActorKind.Person, Via: not ("office" or "both") } person] && (person.Antecedent is null || person.Via == "surname") ? person : null;

    /// <summary>"Kremlin aide Yuri Petrov": the words up to the name that the naming pass took for its office, else the nouns there.</summary>
    private Office? Title(SentenceView sentence, int person)
    {
        var elements = sentence.Elements;
        if (Person(elements[person])?.Role is { } role && Before(sentence, person, role) is { } start)
        {
            return new Office(role, OwnerBefore(sentence, start) ? elements[person].Actors[0].Actor.Country : null, "role:title");
        }

        var first = person;
        while (first > 0 && person - first < 5 && elements[first - 1] is var before && before.Actors.Count == 0
            && (_offices.Contains(before.Lemma) || (first < person && before.Upos is "NOUN" or "ADJ" or "PROPN") || before.Form is "-" or "in"))
        {
            first--;
        }

        while (first < person && elements[first].Form is "-" or "in")
        {
            first++;
        }

        return first < person && HasOffice(elements, first, person)
            ? new Office(Words(sentence, first, person - 1), first > 0 ? CountryOf(elements[first - 1]) : null, "role:title")
            : null;
    }

    /// <summary>Where the words of an office begin when they stand right before the name.</summary>
    private static int? Before(SentenceView sentence, int person, string role)
    {
        var name = sentence.Elements[person].Span.Start;
        var start = name - role.Length - 1;
        return start >= sentence.Sentence.Span.Start && string.CompareOrdinal(sentence.Findings.Text, start, role, 0, role.Length) == 0 ? start : null;
    }

    /// <summary>Whether the text itself says whose office it is: "Russian", "China’s" or "U.S." right before it.</summary>
    private static bool OwnerBefore(SentenceView sentence, int start)
    {
        var words = sentence.Findings.Text[sentence.Sentence.Span.Start..start].TrimEnd();
        var last = words[(words.LastIndexOfAny([' ', '\u00a0']) + 1)..];
        return last.Length > 1 && char.IsUpper(last[0]) && !last.Equals("The", StringComparison.Ordinal);
    }

    /// <summary>"Anna Berg, Norway’s ambassador to China, said": the phrase between commas, if an office leads it.</summary>
    private Office? Apposition(SentenceView sentence, int person)
    {
        var elements = sentence.Elements;
        if (person + 2 >= elements.Count || elements[person + 1].Form is not ("," or "–" or "—"))
        {
            return null;
        }

        var end = person + 2;
        while (end < elements.Count && end - person - 2 < LongestOffice && elements[end].Form is not ("," or "–" or "—" or "." or ")") && elements[end].Upos is not ("VERB" or "AUX"))
        {
            end++;
        }

        var named = elements.Skip(person + 2).Take(end - person - 2).Any(e => Person(e) is not null);
        if (named || end >= elements.Count || elements[end].Form is not ("," or "–" or "—" or "." or ")") || !HasOffice(elements, person + 2, end))
        {
            return null;
        }

        var first = person + 2;
        while (first < end && (elements[first].Upos is "DET" || elements[first].Actors.Count > 0 || elements[first].Form is "’s" or "'s"))
        {
            first++;
        }

        var country = elements.Skip(person + 2).Take(end - person - 2).Select(CountryOf).FirstOrDefault(c => c is not null);
        return first < end && HasOffice(elements, first, end) ? new Office(Words(sentence, first, end - 1), country, "role:apposition") : null;
    }

    private bool HasOffice(IReadOnlyList<Element> elements, int first, int end) =>
        elements.Skip(first).Take(end - first).Any(e => e.Actors.Count == 0 && _offices.Contains(e.Lemma));

    private static string Words(SentenceView sentence, int first, int last) =>
        TextSpan.FromBounds(sentence.Elements[first].Span.Start, sentence.Elements[last].Span.End).In(sentence.Findings.Text);

    private static string? CountryOf(Element element) => element.Actors is [{ Actor: { Kind: ActorKind.Country or ActorKind.Government or ActorKind.Organisation, Country: { } country } }] ? country : null;

    private sealed record Office(string Words, string? Country, string Rule);
}
