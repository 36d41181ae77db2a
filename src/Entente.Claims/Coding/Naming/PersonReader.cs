namespace Entente.Claims.Coding.Naming;

/// <summary>A person that was read: the mention, the pieces of the name, and the piece after it.</summary>
internal sealed record PersonRead(ActorMention Mention, int First, int End);

/// <summary>Reads names of persons: those of data/, surnames, and names that are in no table.</summary>
internal sealed class PersonReader(Lexicon lexicon, NamedSentence sentence, RolePhraseReader roles, Discourse discourse, DateOnly? day)
{
    private const int LongestName = 5;

    /// <summary>The person whose name begins at a piece; null when there is none.</summary>
    /// <param name="phrase">The words of role before it, if any: they tell who it is, and that an unknown name is a person's.</param>
    public PersonRead? Read(int at, RolePhrase? phrase)
    {
        if (!sentence.Has(at))
        {
            return null;
        }

        if (sentence[at].Of(SenseKind.Person) is not null)
        {
            return Known(at, phrase);
        }

        if (sentence[at].Is(SenseKind.Surname) && !IsPartOfLonger(at))
        {
            return Short(at, phrase);
        }

        return Unknown(at, phrase);
    }

    /// <summary>Lets later surnames stand for the person.</summary>
    public void Note(PersonRead person, ActorMention mention)
    {
        if (mention.Via is not ("name" or "surname"))
        {
            return;
        }

        // "King Harald V", "Kim Min-ji": no surname ends these
        if (!IsNumeral(sentence.LastText(person.End - 1)) && !sentence.IsWord(person.End, "-"))
        {
            discourse.NoteSurname(sentence.LastText(person.End - 1), mention);
        }

        if (mention.Actor.Country is "CHN" or "TWN" or "HKG" or "PRK" or "KOR" or "VNM")
        {
            discourse.NoteSurname(sentence.FirstText(person.First), mention);
        }
    }

    /// <summary>The mention, whose name begins at a piece, with what an apposition says of the person.</summary>
    public ActorMention Describe(ActorMention mention, int at, RolePhrase phrase)
    {
        var role = sentence.TextOf(phrase.RoleFirst, phrase.RoleEnd);
        var actor = !mention.Actor.Id.StartsWith("name:", StringComparison.Ordinal) ? mention.Actor
            : Array.Find(sentence[at].Senses, s => s is { Kind: SenseKind.Person, OnlyTitled: true } && IsBeside(s.Person, phrase)) is { } sense ? ActorOf(sense.Person, phrase)
            : Unlisted(mention.Actor.Name, phrase);
        return mention with { Actor = actor, Role = mention.Role ?? role };
    }

    // the words beside a name know better than the date: "Prime Minister Haniyeh", "former President Akayev"
    private Actor ActorOf(Person person, RolePhrase? phrase)
    {
        var actor = person.ActorAt(day);
        if (phrase?.Sector is not { } sector || phrase.Nested)
        {
            return actor;
        }

        if (phrase.IsFormer)
        {
            return actor with { Sector = "ELI" };
        }

        var held = phrase.Head.Office is { } office && person.Spells.Exists(s => s.Office == office);
        return actor.Sector == "ELI" && !phrase.Past || held ? actor with { Sector = sector } : actor;
    }

    private PersonRead Known(int at, RolePhrase? phrase)
    {
        var people = sentence[at].Senses.Where(s => s.Kind == SenseKind.Person && (!s.OnlyTitled || IsBeside(s.Person, phrase))).Select(s => s.Person).ToList();
        if (people.Count == 0)
        {
            return Make(at, at + 1, Unlisted(sentence.TextOf(at, at + 1), phrase), phrase, "name");
        }

        var person = Choose(people, phrase);
        var office = phrase is { Past: false, Nested: false } ? phrase.Head.Office : null;
        discourse.Named.Add((person, office));
        return Make(at, at + 1, ActorOf(person, phrase), phrase, "name");
    }

    // "David Lee" may be anybody, "Foreign Minister David Lee" may not
    private bool IsBeside(Person person, RolePhrase? phrase) => phrase is not null && person.Spells.Exists(s =>
        s.Country == phrase.Owner?.CountryCode || phrase.Head.Office is { } office && s.Suits(office, phrase.Head.Sector));

    private PersonRead? Short(int at, RolePhrase? phrase)
    {
        if (discourse.BySurname(sentence.LastText(at)) is { } before && (phrase?.Owner?.CountryCode is not { } code || before.Actor.Country == code))
        {
            return Make(at, at + 1, before.Actor, phrase, "surname");
        }

        var people = sentence[at].Senses.Where(s => s is { Kind: SenseKind.Surname, OnlyTitled: false }).Select(s => s.Person).ToList();
        if (Titled(at, phrase) is { } titled && !people.Exists(p => IsOf(p, phrase)))
        {
            people = [titled];
        }

        if (people.Count == 0)
        {
            return phrase is null ? null : Unknown(at, phrase);
        }

        if (phrase is null && !Standing(at))
        {
            return null;
        }

        var person = Choose(people, phrase);
        if (phrase?.Owner?.CountryCode is { } country && person.Spells.TrueForAll(s => s.Country != country))
        {
            return Make(at, at + 1, Unlisted(sentence.TextOf(at, at + 1), phrase), phrase, "name");
        }

        return Make(at, at + 1, ActorOf(person, phrase), phrase, "surname");
    }

    // "President Lahoud": the one person of that name who holds the office that the title names
    private Person? Titled(int at, RolePhrase? phrase)
    {
        Person? found = null;
        foreach (var sense in sentence[at].Senses)
        {
            if (sense is not { Kind: SenseKind.Surname, OnlyTitled: true } || sense.Person == found || !IsOf(sense.Person, phrase))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = sense.Person;
        }

        return found;
    }

    private bool IsOf(Person person, RolePhrase? phrase) => phrase is { Past: false, Nested: false, Head: { Kind: "office", Office: { } office } head }
        && person.Spells.Exists(s => (phrase.Owner?.CountryCode is not { } code || s.Country == code) && (day is not { } d || s.When.Contains(d)) && s.Suits(office, head.Sector));

    // a surname alone, at the head of a sentence, may be any word: "Rice prices", "Brown bears"
    private bool Standing(int at) => !sentence.IsTagged || sentence.IsTitled || sentence.IsShouted || sentence.UposOf(at) is "PROPN" or "X" or "NOUN";

    // "Bill Johnson" is not Boris, "Ford Motor" not Gerald
    private bool IsPartOfLonger(int at)
    {
        if (sentence.IsTitled || sentence.IsShouted)
        {
            return false;
        }

        var before = sentence.IsNamelike(at - 1) && at > 1 && !IsAcronym(at - 1) && (sentence.CueOf(at - 1) & (Cue.Past | Cue.Say)) == Cue.None;
        return before || sentence.IsNamelike(at + 1) && !sentence.First(at + 1).Joined && sentence.UposOf(at + 1) is "PROPN" or "X" or "";
    }

    // "IG Lindholm": letters for a post
    private bool IsAcronym(int at) => sentence.Has(at) && sentence.Last(at) is { Form: WordForm.Capitals, Span.Length: > 1 };

    private Person Choose(IEnumerable<Person> people, RolePhrase? phrase)
    {
        Person? best = null;
        var score = -1;
        foreach (var person in people)
        {
            var spell = person.At(day);
            var points = (phrase?.Owner?.CountryCode is { } code && person.Spells.Exists(s => s.Country == code) ? 8 : 0)
                + (phrase?.Head.Office is { } office && person.Spells.Exists(s => s.Office == office) ? 2 : 0)
                + (spell.When.Contains(day ?? DateOnly.MaxValue) ? 4 : 0) + (spell.Leader ? 1 : 0);
            if (points > score || points == score && (spell.When.Latest ?? DateOnly.MaxValue) > (best!.At(day).When.Latest ?? DateOnly.MaxValue))
            {
                (best, score) = (person, points);
            }
        }

        return best!;
    }

    private PersonRead? Unknown(int at, RolePhrase? phrase)
    {
        var end = EndOfName(at);
        if (end == at)
        {
            return Named(at, phrase);
        }

        var single = end == at + 1;
        if (single && Named(at, phrase) is { } before)
        {
            return before;
        }

        if (!IsPerson(at, end, phrase, single))
        {
            return null;
        }

        return Make(at, end, Unlisted(sentence.TextOf(at, end), phrase), phrase, "name");
    }

    private static bool IsNumeral(string word) => word.AsSpan().IndexOfAnyExcept("IVX") < 0;

    // a single word that ended a full name before, also one that is a common word ("May")
    private PersonRead? Named(int at, RolePhrase? phrase)
    {
        if (sentence.IsWord(at + 1, "-") || phrase is null && IsPartOfLonger(at))
        {
            return null;
        }

        var alone = sentence[at].IsPlain && sentence.First(at).IsCapital && !sentence.IsShouted && discourse.BySurname(sentence.LastText(at)) is not null;
        var acts = (sentence.CueOf(at + 1) & Cue.Say) != Cue.None || sentence.IsPossessive(at + 1);
        if (!alone || !acts && sentence.IsTagged && sentence.UposOf(at) is not ("PROPN" or "X" or "NOUN") || sentence.Has(at + 1) && sentence.First(at + 1).Form == WordForm.Number)
        {
            return null;
        }

        var dated = (sentence.CueOf(at) & Cue.Function) != Cue.None && (sentence.CueOf(at - 1) & (Cue.Function | Cue.Where)) != Cue.None && !sentence.IsPossessive(at + 1);
        return dated ? null : Make(at, at + 1, discourse.BySurname(sentence.LastText(at))!.Actor, phrase, "surname");
    }

    /// <summary>The unknown person that an outlet or university has: "The Harbour Post's Ann Lee".</summary>
    public PersonRead? ReadOwned(int at, Body owner)
    {
        var end = sentence.Has(at) ? EndOfName(at) : at;
        if (end < at + 2 || (sentence.CueOf(end - 1) & Cue.Thing) != Cue.None || sentence.IsTitled || sentence.Has(end) && sentence[end].Is(SenseKind.Role))
        {
            return null;
        }

        var name = sentence.TextOf(at, end);
        var actor = new Actor("name:" + Slug.Of(name), name, ActorKind.Person) { Country = owner.Actor.Country, Sector = owner.Actor.Sector };
        return Make(at, end, actor, null, "name");
    }

    private bool IsPerson(int at, int end, RolePhrase? phrase, bool single)
    {
        if (phrase is not null)
        {
            var titled = phrase.Head.Kind is "title" or "office" || phrase.Sector is "GOV" or "MIL" or "LEG" or "JUD" or "REL";
            return phrase.Head.IsPerson && !phrase.Plural && (!single || titled && !sentence.IsTitled && (sentence.CueOf(at) & Cue.Thing) == Cue.None) && !sentence.IsShouted;
        }

        if (single || (sentence.CueOf(end - 1) & Cue.Thing) != Cue.None || sentence.IsTitled && !(lexicon.IsGivenName(sentence.First(at).Id) && end == at + 2) || sentence.IsShouted || sentence.Has(end) && sentence[end].Is(SenseKind.Role) && sentence.First(end).IsCapital)
        {
            return false;
        }

        return lexicon.IsGivenName(sentence.First(at).Id) || IsDescribed(end) || (sentence.CueOf(at) & (Cue.Male | Cue.Female)) != Cue.None || Speaks(at, end);
    }

    // "Ann Lee, a Boston-based analyst, …"
    private bool IsDescribed(int end)
    {
        if (!sentence.IsWord(end, ",") || !(sentence.IsWord(end + 1, "a") || sentence.IsWord(end + 1, "an") || sentence.IsWord(end + 1, "the")))
        {
            return false;
        }

        return roles.Read(end + 2, true) is { Head.IsPerson: true, Plural: false };
    }

    // "Bruno Maçães wrote", "…, said Bruno Maçães"
    private bool Speaks(int at, int end)
    {
        if ((sentence.CueOf(end) & Cue.Say) != Cue.None)
        {
            return at > 0 || sentence.UposOf(at) == "PROPN";
        }

        return (sentence.CueOf(at - 1) & Cue.Say) != Cue.None && (!sentence.Has(end) || sentence.First(end).IsMark);
    }

    // names are runs of words with a capital, with small words ("van", "bin") only between them
    private int EndOfName(int at)
    {
        if (!Nameable(at) || at == 0 && sentence.IsTagged && sentence.UposOf(at) is not ("PROPN" or "X"))
        {
            return at;
        }

        var end = at + 1;
        for (var words = 1; words < LongestName && sentence.Has(end); words++)
        {
            if (Nameable(end))
            {
                end++;
            }
            else if ((sentence.CueOf(end) & Cue.Particle) != Cue.None && sentence.First(end).Form == WordForm.Lower && Nameable(end + 1))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private bool Nameable(int at)
    {
        if (sentence.IsNamelike(at))
        {
            return (sentence.CueOf(at) & Cue.Past) == Cue.None;
        }

        return sentence.Has(at) && sentence[at].Is(SenseKind.Surname) && sentence.First(at).IsCapital;
    }

    private PersonRead Make(int at, int end, Actor actor, RolePhrase? phrase, string via)
    {
        var role = phrase is null || phrase.Head.Kind == "title" && phrase.Head.Sector is null ? null : sentence.TextOf(phrase.RoleFirst, phrase.RoleEnd);
        return new PersonRead(new ActorMention(sentence.SpanOf(at, end), actor) { Role = role, Via = via }, at, end);
    }

    private Actor Unlisted(string name, RolePhrase? phrase)
    {
        var clean = name.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', name.Split()) : name;
        var sector = phrase?.Sector;
        if (phrase is { IsFormer: true, Sector: "GOV" })
        {
            sector = "ELI";
        }

        return new Actor("name:" + Slug.Of(clean), clean, ActorKind.Person) { Country = phrase?.Owner?.CountryCode, Sector = sector };
    }
}
