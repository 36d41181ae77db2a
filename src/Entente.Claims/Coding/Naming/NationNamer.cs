namespace Entente.Claims.Coding.Naming;

/// <summary>Decides what a country's, people's or place's name stands for: the state, its government, its people, or only a place.</summary>
internal sealed class NationNamer(Lexicon lexicon, NamedSentence sentence, Discourse discourse, DateOnly? day)
{
    /// <summary>"Russian and Chinese leaders": the first shares the noun of role with the second. The piece after the first, or 0.</summary>
    public int Shared(int at, RolePhraseReader roles)
    {
        if (roles.OwnerAt(at) is not { Country: { } country } || !sentence[at].Is(SenseKind.Adjective) && !sentence[at].Is(SenseKind.Country))
        {
            return 0;
        }

        var next = at + 1;
        while (sentence.IsWord(next, ",") || sentence.IsWord(next, "and") || sentence.IsWord(next, "or"))
        {
            next++;
        }

        var joined = next == at + 1 && sentence.Has(next) && sentence.First(next).Joined;
        if (next == at + 1 && !joined || !sentence.Has(next) || !sentence[next].Is(SenseKind.Adjective) || roles.Read(next) is not { Owner.Country: not null, Sector: { } sector } phrase)
        {
            return 0;
        }

        if (sentence[at].Is(SenseKind.Country) && !sentence[at].Is(SenseKind.Adjective))
        {
            return 0;
        }

        var role = sentence.TextOf(phrase.RoleFirst, phrase.RoleEnd);
        if (sentence.IsWord(at - 1, "the") && phrase is { Plural: true, Past: false, Head.Office: { } office } && Holder(country, office) is { } one && Holder(phrase.Owner.Country, office) is { } other)
        {
            discourse.Add(new ActorMention(sentence.SpanOf(at, at + 1), one.ActorAt(day)) { Role = role, Via = "office" });
            discourse.Add(new ActorMention(sentence.SpanOf(phrase.First, phrase.End), other.ActorAt(day)) { Role = role, Via = "office" });
            return phrase.End;
        }

        discourse.Add(new ActorMention(sentence.SpanOf(at, at + 1), lexicon.Group(country, sector)) { Role = role, Via = "office" });
        return next;
    }

    /// <summary>"The presidents of Russia and China": both holders, each a mention of the whole phrase. The piece after it, or 0.</summary>
    public int Holders(RolePhrase phrase)
    {
        if (phrase is not { Plural: true, Past: false, Nested: false, Head.Office: { } office, Owner.Country: { } first } || phrase.End == phrase.RoleEnd
            || !sentence.IsWord(phrase.End, "and") || !sentence.Has(phrase.End + 1) || sentence[phrase.End + 1].Of(SenseKind.Country)?.Country is not { } second)
        {
            return 0;
        }

        if (Holder(first, office) is not { } one || Holder(second, office) is not { } other)
        {
            return 0;
        }

        var span = sentence.SpanOf(phrase.First, phrase.End + 2);
        var role = sentence.TextOf(phrase.RoleFirst, phrase.RoleEnd);
        discourse.Add(new ActorMention(span, one.ActorAt(day)) { Role = role, Via = "both", Shared = true });
        discourse.Add(new ActorMention(span, other.ActorAt(day)) { Role = role, Via = "both", Shared = true });
        return phrase.End + 2;
    }

    private Person? Holder(Country country, string office) => lexicon.Offices.Holder(country.Code, office, day);

    /// <summary>Links a piece that names a country, people or place; the piece after it.</summary>
    public int Read(int at)
    {
        var piece = sentence[at];
        if (piece.Is(SenseKind.Organisation))
        {
            OfPlace(at, piece.Of(SenseKind.Place)!.Place);
        }
        else if (piece.Of(SenseKind.Country) is { } state)
        {
            OfState(at, state.Country, piece.Is(SenseKind.Adjective) && IsAdjective(at) ? "demonym" : "name");
        }
        else if (piece.Of(SenseKind.Demonym) is { } people && (!piece.Is(SenseKind.Adjective) || !IsAdjective(at)))
        {
            OfPeople(at, people.Country);
        }
        else if (piece.Of(SenseKind.Adjective) is { } adjective)
        {
            OfState(at, adjective.Country, "demonym");
        }
        else if (piece.Of(SenseKind.Place) is { } place)
        {
            OfPlace(at, place.Place);
        }
        else if ((piece.Of(SenseKind.PlaceAdjective) ?? piece.Of(SenseKind.PlaceDemonym)) is { } region && lexicon.Country(region.Place.Country) is { } country)
        {
            discourse.Add(new ActorMention(sentence.SpanOf(at, at + 1), lexicon.Group(country, "CVL")) { Via = "demonym" });
        }

        return at + 1;
    }

    private void OfState(int at, Country country, string via)
    {
        var span = Trimmed(at);
        if (via == "demonym" && ((sentence.CueOf(at + 1) & Cue.Currency) != Cue.None || IsLanguage(at)))
        {
            return;
        }

        discourse.Add(new ActorMention(span, country.Actor) { Via = via });
        if (via == "name" && IsWhere(at))
        {
            discourse.Places.Add(new PlaceMention(span, country.Name) { Country = country.Code });
        }
    }

    // "in Chinese", "speaks Russian"
    private bool IsLanguage(int at) => (sentence.CueOf(at - 1) & Cue.Language) != Cue.None
        || sentence.IsWord(at - 1, "in") && (!sentence.Has(at + 1) || sentence.First(at + 1).IsMark);

    // "the Chinese" are China, "two Russians" are people
    private void OfPeople(int at, Country country)
    {
        if (sentence.IsWord(at - 1, "ethnic"))
        {
            var words = sentence.TextOf(at - 1, at + 1);
            discourse.Add(new ActorMention(sentence.SpanOf(at - 1, at + 1), new Actor("group:" + Slug.Of(words), words, ActorKind.Group) { Sector = "CVL" }) { Via = "demonym" });
            return;
        }

        var counted = (sentence.CueOf(at - 1) & Cue.Amount) != Cue.None || sentence.Has(at - 1) && sentence.First(at - 1).Form == WordForm.Number
            || sentence.IsWord(at - 1, "of") && (sentence.CueOf(at - 2) & Cue.Amount) != Cue.None;
        var actor = counted ? lexicon.Group(country, "CVL") : country.Actor;
        discourse.Add(new ActorMention(sentence.SpanOf(at, at + 1), actor) { Via = "demonym" });
    }

    // a capital without a preposition of place is its government: "Beijing said", "ties with Moscow"
    private void OfPlace(int at, PlaceRow place)
    {
        var span = sentence.SpanOf(at, at + 1);
        if (place.IsCapital && !IsWhere(at) && !IsDateline(at) && !IsCompound(at))
        {
            var government = place.Name == "Brussels" && lexicon.BodyOf("org:eu") is { } union ? union.Actor
                : lexicon.GovernedFrom(place, day) is { } country ? lexicon.Group(country, "GOV") : null;
            if (government is not null)
            {
                discourse.Add(new ActorMention(span, government) { Via = "capital" });
                return;
            }
        }

        if (place.Kind == "breakaway" && lexicon.Country(place.Country) is { } owner)
        {
            discourse.Add(new ActorMention(span, new Actor("place:" + Slug.Of(place.Name), place.Name, ActorKind.Government) { Country = owner.Code, Sector = "PRE" }) { Via = "name" });
        }

        discourse.Places.Add(new PlaceMention(span, place.Name) { Country = place.Country, Latitude = place.Latitude, Longitude = place.Longitude });
    }

    private bool IsWhere(int at)
    {
        var before = at - 1;
        if (sentence.Has(before) && sentence.First(before).Form == WordForm.Lower && (sentence.CueOf(before) & Cue.Motion) != Cue.None)
        {
            return true;
        }

        if (sentence.IsWord(before, "the") || sentence.CueOf(before) == Cue.Amount || sentence.IsWord(before, "western") || sentence.IsWord(before, "central"))
        {
            before--;
        }

        if ((sentence.CueOf(before) & Cue.Where) != Cue.None)
        {
            return true;
        }

        if (sentence.IsWord(before, "and") || sentence.IsWord(before, "or") || sentence.IsWord(before, ","))
        {
            return sentence.Has(before - 1) && sentence[before - 1].Is(SenseKind.Place) && IsWhere(before - 1);
        }

        return (sentence.IsWord(before, "to") || sentence.IsWord(before, "from") || sentence.IsWord(before, "for") || sentence.IsWord(before, "of")) && MovesBefore(before);
    }

    /// <summary>Whether a piece stands where a place does: "in …", "at the …", "visiting …", "flew to …".</summary>
    public bool IsPlaced(int at) => IsWhere(at);

    // "flew to Moscow", "his visit to Beijing", "arrived from"
    private bool MovesBefore(int preposition)
    {
        if (sentence.IsWord(preposition, "of"))
        {
            return sentence.IsWord(preposition - 1, "capital") || sentence.IsWord(preposition - 1, "city") || sentence.IsWord(preposition - 1, "outskirts") || sentence.IsWord(preposition - 1, "streets");
        }

        for (var back = 1; back <= 5; back++)
        {
            if ((sentence.CueOf(preposition - back) & Cue.Motion) != Cue.None)
            {
                return true;
            }
        }

        return false;
    }

    // "MOSCOW (Reuters) -", "BEIJING, May 5 -"
    private bool IsDateline(int at) => at == 0 && !sentence.IsShouted && sentence.First(at).Form == WordForm.Capitals && sentence.Has(1) && sentence.First(1).IsMark;

    // "Beijing-based", "Moscow Zoo"
    private bool IsCompound(int at) => sentence.Has(at + 1) && (sentence.IsWord(at + 1, "based") || (sentence.CueOf(at + 1) & Cue.Event) != Cue.None || sentence.IsNamelike(at + 1) && !sentence.IsTitled && sentence[at + 1].IsPlain
        && sentence.First(at + 1).Span.Start == sentence.Last(at).Span.End + 1);

    private bool IsAdjective(int at)
    {
        if (sentence.IsTagged)
        {
            return sentence.UposOf(at) == "ADJ" || sentence.Has(at + 1) && sentence.UposOf(at + 1) is "NOUN" or "ADJ" && !sentence.First(at + 1).IsMark && !sentence.IsPossessive(at + 1);
        }

        return sentence.Has(at + 1) && !sentence.First(at + 1).IsMark && (sentence.CueOf(at + 1) & (Cue.Break | Cue.Say | Cue.Motion)) == Cue.None;
    }

    private TextSpan Trimmed(int at)
    {
        var span = sentence.SpanOf(at, at + 1);
        return sentence.TextOf(at, at + 1).StartsWith("the ", StringComparison.Ordinal) ? TextSpan.FromBounds(span.Start + 4, span.End) : span;
    }
}
