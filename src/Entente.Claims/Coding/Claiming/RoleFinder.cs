namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Which office the text gives to a person: the title before the name ("Russian foreign minister Sergey Lavrov"), the apposition on either side
/// ("Jin Liqun, president of the bank,"; "the two ministers – A and B –") or the clause that says so ("A became president", "B resigned as foreign secretary").
/// Offices that only data/ knows are no claims of the text.
/// </summary>
internal sealed class RoleFinder
{
    private readonly OfficePhrases _phrases;
    private readonly RoleVerbs _verbs;

    private RoleFinder(OfficePhrases phrases, RoleVerbs verbs) => (_phrases, _verbs) = (phrases, verbs);

    public static RoleFinder Load() => new(OfficePhrases.Load(), RoleVerbs.Load());

    /// <summary>Each office of each person once a document, where it is told first.</summary>
    public IEnumerable<Claim> Find(IReadOnlyList<SentenceView> sentences)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.Elements.Count; at++)
            {
                if (Person(sentence.Elements[at]) is not { } person)
                {
                    continue;
                }

                foreach (var office in Offices(sentence, at, person))
                {
                    if (seen.Add((person.Actor.Id, office.Words.ToLowerInvariant())))
                    {
                        yield return Claim(sentence, at, person, office);
                    }
                }
            }
        }
    }

    private IEnumerable<Office> Offices(SentenceView sentence, int at, ActorMention person)
    {
        var links = new RoleLinks(sentence, _phrases, _verbs, sentence.Elements[at]);
        return IsNamed(person) ? [.. links.Titles(), .. links.Appositions(), .. links.Clauses()] : links.Clauses();
    }

    private static Claim Claim(SentenceView sentence, int at, ActorMention person, Office office)
    {
        var body = new RoleClaim(person, office.Words, office.Country ?? person.Actor.Country) { Via = office.Country is null && person.Actor.Country is not null ? "person" : null };
        if (office.Clause is { } clause)
        {
            return sentence.ClaimAt(body, clause, office.Rule, 0.75, person.Actor.Id, office.Words);
        }

        return sentence.Claim(body, at, office.Rule, 0.85, person.Actor.Id, office.Words) with
        {
            // The title is given beside what the sentence tells, so that neither its "if" nor its date touches it.
            Factuality = Factuality.Asserted,
            Time = sentence.Findings.Published is { } published ? new ClaimTime(published.Interval, published.Value, "published") : null,
        };
    }

    private static ActorMention? Person(Element element) => element.Actors is [{ Actor.Kind: ActorKind.Person, Via: not ("office" or "both") } person] ? person : null;

    private static bool IsNamed(ActorMention person) => person.Antecedent is null || person.Via == "surname";
}

/// <summary>An office that the text gives to somebody: its words, whose it is, and the word of the clause that says so; null for a title or apposition.</summary>
internal sealed record Office(string Words, string? Country, string Rule)
{
    public int? Clause { get; init; }
}
