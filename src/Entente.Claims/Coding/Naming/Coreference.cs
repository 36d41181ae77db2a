namespace Entente.Claims.Coding.Naming;

/// <summary>
/// Thin sieves of coreference over one sentence after its names are found: "the two leaders", "his Russian counterpart", "the president", "the paper", "he".
/// Each links only when one reading is clearly the best (Lee et al. 2013).
/// </summary>
internal sealed class Coreference(Lexicon lexicon, AnalyzedDocument document, NamedSentence sentence, Discourse discourse, Offices offices)
{
    /// <summary>The day for which offices are meant.</summary>
    public DateOnly? Day { get; set; }

    public void Link()
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Pair(at) || Counterpart(at) || Definite(at))
            {
                continue;
            }

            Pronoun(at);
        }
    }

    // "the two leaders", "both countries", "the two global powers", "the two have met"
    private bool Pair(int at)
    {
        var both = sentence.IsWord(at, "both");
        var two = sentence.IsWord(at, "two") && (sentence.IsWord(at - 1, "the") || sentence.IsWord(at - 1, "these") || sentence.IsWord(at - 1, "those"));
        if (!both && !two)
        {
            return false;
        }

        var noun = at + 1;
        while (noun < at + 3 && sentence.Has(noun) && sentence.First(noun).Form == WordForm.Lower && KindOf(noun) == PairKind.None && (sentence.CueOf(noun) & (Cue.Break | Cue.Function | Cue.Say | Cue.Where)) == Cue.None)
        {
            noun++;
        }

        var kind = KindOf(noun);
        var end = noun + 1;
        if (kind == PairKind.None && two && Bare(at + 1))
        {
            (kind, end) = (PairKind.People, at + 1);
        }

        var first = two ? at - 1 : at;
        return kind != PairKind.None && LinkPair(first, end, kind, kind == PairKind.People && noun + 1 == end ? OfficeOf(noun) : null);
    }

    private bool LinkPair(int first, int end, PairKind kind, string? office)
    {
        var span = sentence.SpanOf(first, end);
        var pair = kind == PairKind.People ? discourse.TopTwo(span.Start, m => LeaderKey(m, office)) : null;
        pair ??= kind == PairKind.States || office is null && end - first == 2 ? discourse.TopTwo(span.Start, StateKey) : null;
        if (pair is not { } two)
        {
            return false;
        }

        discourse.RemoveWithin(span);
        discourse.Add(Both(span, two.First, kind));
        discourse.Add(Both(span, two.Second, kind));
        return true;
    }

    private ActorMention Both(TextSpan span, ActorMention mention, PairKind kind)
    {
        var actor = kind == PairKind.States && lexicon.Country(mention.Actor.Country) is { } country ? country.Actor : mention.Actor;
        return new ActorMention(span, actor) { Via = "both", Shared = true };
    }

    // "the two have met": a verb follows
    private bool Bare(int next) => sentence.UposOf(next) is "AUX" or "VERB" || !sentence.IsTagged && (sentence.CueOf(next) & (Cue.Break | Cue.Say)) != Cue.None && !sentence.IsWord(next, "of");

    private enum PairKind
    {
        None,
        People,
        States,
    }

    private PairKind KindOf(int piece) => sentence.Has(piece) && sentence.First(piece).Form == WordForm.Lower ? sentence.TextOf(piece, piece + 1) switch
    {
        "leaders" or "presidents" or "men" or "premiers" or "prime ministers" or "foreign ministers" or "defence ministers" or "defense ministers" or "heads of state" => PairKind.People,
        "countries" or "nations" or "sides" or "powers" or "states" or "governments" or "neighbors" or "neighbours" or "allies" or "capitals" or "superpowers" or "giants" => PairKind.States,
        _ => PairKind.None,
    }
        : PairKind.None;

    private string? OfficeOf(int piece) => sentence.Has(piece) && sentence[piece].Of(SenseKind.Role)?.Role.Office is { } office and not "leader" ? office : null;

    private static string? LeaderKey(ActorMention mention, string? office)
    {
        var counts = mention.Actor is { Kind: ActorKind.Person, Sector: "GOV" or "MIL" or null } && (office is null || mention.Role is null || mention.Role.Contains(office, StringComparison.OrdinalIgnoreCase));
        return counts ? mention.Actor.Id : null;
    }

    private string? StateKey(ActorMention mention) =>
        mention.Actor.Kind is ActorKind.Country or ActorKind.Government || mention.Actor is { Kind: ActorKind.Person, Sector: "GOV" or "MIL" } ? lexicon.Country(mention.Actor.Country)?.Code : null;

    // "his Russian counterpart": the same office in the other country
    private bool Counterpart(int at)
    {
        if (!sentence.IsWord(at, "counterpart") || discourse.Actors.FindLast(a => a.Span.Contains(sentence.First(at).Span)) is not { Actor.Country: { } country } phrase)
        {
            return false;
        }

        var subject = discourse.Before(phrase.Span.Start).Select(m => m.Mention).FirstOrDefault(m => m.Actor.Kind == ActorKind.Person && m.Actor.Country != country && m.Via != "both");
        if (subject is null || !subject.Actor.Id.StartsWith("person:", StringComparison.Ordinal))
        {
            return false;
        }

        if (offices.ById(subject.Actor.Id) is not { } person)
        {
            return false;
        }

        var spell = person.At(Day);
        if ((offices.Holder(country, spell.Office, Day) ?? (spell.Leader ? offices.Holder(country, "leader", Day) : null)) is not { } other)
        {
            return false;
        }

        discourse.RemoveWithin(phrase.Span);
        discourse.Add(new ActorMention(phrase.Span, other.ActorAt(Day)) { Role = spell.Office, Via = "office" });
        return true;
    }

    // "the president": the last of that office; "the paper": the last outlet; "the ministry": the last government body so called
    private bool Definite(int at)
    {
        if (!sentence.IsWord(at - 1, "the") || !sentence.Has(at) || sentence[at].Of(SenseKind.Role) is not { Plural: false } sense || sentence.Last(at).Form != WordForm.Lower)
        {
            return false;
        }

        var span = sentence.SpanOf(at, at + 1);
        var own = discourse.Actors.FindLast(a => a.Span.Overlaps(span));
        if (own is not null && (own.Span != span || !own.Actor.Id.StartsWith("group:", StringComparison.Ordinal)))
        {
            return false;
        }

        var meant = discourse.Before(span.Start).Select(m => m.Mention).FirstOrDefault(m => Answers(m, sense.Role));
        if (meant is null || meant.Actor.Id.StartsWith("group:", StringComparison.Ordinal))
        {
            return false;
        }

        discourse.RemoveWithin(span);
        discourse.Add(new ActorMention(span, meant.Actor) { Role = sense.Role.IsPerson ? sense.Role.Noun : null, Via = "office" });
        return true;
    }

    private bool Answers(ActorMention mention, RoleNoun role)
    {
        if (role.Noun is "newspaper" or "paper" or "news agency" or "broadcaster" or "daily" or "agency" or "network" or "magazine" or "outlet")
        {
            var onAir = lexicon.BodyOf(mention.Actor.Id)?.Kind == "broadcast";
            return role.Noun switch
            {
                "news agency" or "agency" => mention.Actor.Kind == ActorKind.Agency,
                "broadcaster" or "network" => mention.Actor.Kind == ActorKind.Outlet && onAir,
                _ => mention.Actor.Kind == ActorKind.Outlet && !onAir,
            };
        }

        if (role.IsPerson)
        {
            return mention.Actor.Kind == ActorKind.Person && mention.Role?.EndsWith(role.Noun, StringComparison.OrdinalIgnoreCase) == true && mention.Via != "both";
        }

        return role.Sector is "GOV" or "MIL" && mention.Actor.Kind == ActorKind.Government && mention.Role?.EndsWith(role.Noun, StringComparison.OrdinalIgnoreCase) == true
            || role.Noun is "company" or "firm" && mention.Actor is { Kind: ActorKind.Body, Sector: "BUS" };
    }

    // the one person of this sentence so far, else the one (or the first) of the sentence before
    private void Pronoun(int at)
    {
        var word = sentence.CueOf(at);
        var gender = word & (Cue.Male | Cue.Female);
        if (gender == Cue.None || !sentence[at].IsPlain || sentence.UposOf(at) is not ("PRON" or "X" or "") || !IsPronoun(at))
        {
            return;
        }

        var span = sentence.SpanOf(at, at + 1);
        var people = discourse.Before(span.Start).Where(m => m.Back <= 1 && m.Mention.Actor.Kind == ActorKind.Person && !m.Mention.Shared && Agrees(m.Mention, gender)).ToList();
        var here = people.Where(m => m.Back == 0).Select(m => m.Mention).ToList();
        var meant = here.Count > 0 ? Only(here) ?? Subject(here) : Only(people.ConvertAll(m => m.Mention)) ?? Subject(people.ConvertAll(m => m.Mention));
        if (meant is not null)
        {
            discourse.Add(new ActorMention(span, meant.Actor) { Role = meant.Role, Via = "pronoun" });
        }
    }

    private bool IsPronoun(int at) => sentence.IsWord(at, "he") || sentence.IsWord(at, "she") || sentence.IsWord(at, "him") || sentence.IsWord(at, "himself") || sentence.IsWord(at, "herself")
        || sentence.IsWord(at, "her") && sentence.UposOf(at) == "PRON" && document.Tokens[sentence.First(at).Token].Deprel is "obj" or "iobj" or "obl";

    private static ActorMention? Only(List<ActorMention> mentions) =>
        mentions.Count > 0 && mentions.TrueForAll(m => m.Actor.Id == mentions[0].Actor.Id) ? mentions[0] : null;

    // mentions come the nearest first; the subject is the one that the tree says, and it must be the first named
    private ActorMention? Subject(List<ActorMention> mentions)
    {
        if (mentions.Count == 0 || !sentence.IsTagged)
        {
            return null;
        }

        var first = mentions[^1];
        var tokens = document.Tokens;
        for (var i = TokenFrom(first.Span.Start); i < tokens.Count && tokens[i].Span.Start < first.Span.End; i++)
        {
            if (tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
            {
                return first;
            }
        }

        return null;
    }

    private int TokenFrom(int position)
    {
        int low = 0, high = document.Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = document.Tokens[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool Agrees(ActorMention mention, Cue gender)
    {
        var name = mention.Actor.Name.AsSpan();
        var space = name.IndexOf(' ');
        var known = lexicon.CueOf(lexicon.Find(space > 0 ? name[..space] : name)) & (Cue.Male | Cue.Female);
        if (mention.Role is { } role && role.EndsWith("woman", StringComparison.OrdinalIgnoreCase))
        {
            known = Cue.Female;
        }

        return known == Cue.None || known == gender || known == (Cue.Male | Cue.Female);
    }
}
