namespace Entente.Claims.Coding.Naming;

/// <summary>Links the pieces of one sentence after another to actors and places, from left to right; each piece is used once.</summary>
internal sealed class SentenceNamer
{
    private readonly Lexicon _lexicon;
    private readonly AnalyzedDocument _document;
    private readonly NamedSentence _sentence;
    private readonly RolePhraseReader _roles;
    private readonly PersonReader _persons;
    private readonly NationNamer _nations;
    private readonly GroupNamer _groups;
    private readonly Discourse _discourse;
    private readonly DateOnly? _day;

    public SentenceNamer(Lexicon lexicon, AnalyzedDocument document, NamedSentence sentence, Discourse discourse, DateOnly? day)
    {
        _lexicon = lexicon;
        _document = document;
        _sentence = sentence;
        _discourse = discourse;
        _day = day;
        _roles = new RolePhraseReader(lexicon, sentence);
        _persons = new PersonReader(lexicon, sentence, _roles, discourse, day);
        _nations = new NationNamer(lexicon, sentence, discourse, day);
        _groups = new GroupNamer(lexicon, sentence, discourse);
    }

    /// <summary>Names all of the sentence that was read last.</summary>
    public void Name()
    {
        for (var at = 0; at < _sentence.Count;)
        {
            at = Math.Max(Step(at), at + 1);
        }
    }

    private int Step(int at)
    {
        var piece = _sentence[at];
        if (piece.Is(SenseKind.Trap) || _sentence.First(at).IsMark)
        {
            return at + 1;
        }

        if (_groups.Read(at) is > 0 and var group)
        {
            return group;
        }

        if (_roles.Read(at) is { } phrase && OfPhrase(phrase) is > 0 and var after)
        {
            return after;
        }

        if (_nations.Shared(at, _roles) is > 0 and var shared)
        {
            return shared;
        }

        if (_persons.Read(at, null) is { } person)
        {
            return Finish(person, null);
        }

        if (_sentence.IsPossessive(at + 1) && _roles.OwnerAt(at)?.Country is { } country && _persons.Read(at + 2, null) is { } own && own.Mention.Actor.Country == country.Code)
        {
            return Finish(own, null);
        }

        if (IsSite(at))
        {
            return _nations.Read(at);
        }

        if (piece.Is(SenseKind.Outlet) || piece.Is(SenseKind.Organisation))
        {
            return OfBody(at);
        }

        return _nations.Read(at);
    }

    // with a name the mention is the name; without one it is the phrase itself
    private int OfPhrase(RolePhrase phrase)
    {
        if (_persons.Read(phrase.RoleEnd, phrase) is { } person && phrase.Head.IsPerson)
        {
            return Finish(person, phrase);
        }

        var loose = phrase.Owner is null || phrase.First == phrase.RoleFirst && phrase.End == phrase.RoleEnd;
        if (phrase.Head.Kind == "title" || phrase.Head.Sector is null && phrase.Sector is null && loose)
        {
            return 0;
        }

        if (NewsBody(phrase) is > 0 and var body)
        {
            return body;
        }

        if (phrase.Owner is null && !IsSomebody(phrase))
        {
            return phrase.End;
        }

        if (_nations.Holders(phrase) is > 0 and var pair)
        {
            return pair;
        }

        var mention = Link(phrase);
        if (Apposed(phrase, mention) is > 0 and var apposed)
        {
            return apposed;
        }

        _discourse.Add(mention);
        return phrase.End;
    }

    // "Russian state news agency Tass": one outlet
    private int NewsBody(RolePhrase phrase)
    {
        if (phrase.Head.Sector != "JRN" || !_sentence.Has(phrase.RoleEnd) || !_sentence[phrase.RoleEnd].Is(SenseKind.Outlet))
        {
            return 0;
        }

        return OfBody(phrase.RoleEnd);
    }

    /// <summary>
    /// Whether a noun of role without a country stands for somebody: not as the first part of another noun ("police station"), not as a predicate ("as foreign secretary").
    /// "The president" waits for coreference.
    /// </summary>
    private bool IsSomebody(RolePhrase phrase)
    {
        var alone = phrase.First == 0 && phrase.End == _sentence.Count;
        if (alone)
        {
            return true;
        }

        var definite = _sentence.IsWord(phrase.First - 1, "the");
        var introduced = definite || _sentence.IsWord(phrase.First - 1, "a") || _sentence.IsWord(phrase.First - 1, "an") || (_sentence.CueOf(phrase.First - 1) & Cue.Amount) != Cue.None
            || phrase.First > 0 && !_sentence[phrase.First - 1].IsPlain;
        var massNoun = phrase.Head.IsBody && phrase.Sector is "COP" or "MIL";
        if (!phrase.Plural && !massNoun && (!introduced || definite && phrase.Head.Kind == "office" && phrase.End == phrase.First + 1))
        {
            return false;
        }

        var last = phrase.RoleEnd - 1;
        if (!_sentence.IsTagged)
        {
            var next = phrase.RoleEnd;
            return !_sentence.Has(next) || !_sentence[next].IsPlain || _sentence.First(next).Form != WordForm.Lower
                || (_sentence.CueOf(next) & (Cue.Break | Cue.Say | Cue.Motion | Cue.Where | Cue.Function)) != Cue.None || _sentence.FirstText(next).EndsWith("ed", StringComparison.Ordinal);
        }

        return _sentence.UposOf(last) is "NOUN" or "PROPN" && !IsModifier(phrase);
    }

    private bool IsModifier(RolePhrase phrase)
    {

        var token = _sentence.Last(phrase.RoleEnd - 1).Token;
        if (token < 0)
        {
            return false;
        }

        var it = _document.Tokens[token];
        return it.Deprel is "compound" or "amod" or "nmod:poss" && it.Head is { } head && head > token && !_sentence.IsPossessive(phrase.RoleEnd);
    }

    // "the Russian president, Vladimir Putin, said"
    private int Apposed(RolePhrase phrase, ActorMention mention)
    {
        if (!phrase.Head.IsPerson || phrase.Plural || phrase.Owner is null || !_sentence.IsWord(phrase.End, ","))
        {
            return 0;
        }

        if (_persons.Read(phrase.End + 1, phrase) is not { } person)
        {
            return 0;
        }

        var closed = !_sentence.Has(person.End) || _sentence.First(person.End).IsMark || _sentence.IsPossessive(person.End);
        var same = person.Mention.Actor.Id == mention.Actor.Id || person.Mention.Actor.Country == mention.Actor.Country;
        return closed && same ? Finish(person, phrase) : 0;
    }

    // "Artem Lukin, a professor at …": the words after the name tell who it is
    private int Finish(PersonRead person, RolePhrase? before)
    {
        var mention = person.Mention;
        var end = person.End;
        if (before is null && _sentence.IsWord(end, ",") && Description(end + 1) is { } phrase && Fits(mention, phrase))
        {
            mention = _persons.Describe(mention, person.First, phrase);
            end = phrase.End;
        }
        else if (before is null && mention.Role is null && _sentence.IsWord(end, ",") && Theirs(end + 1) is { } theirs)
        {
            mention = _persons.Describe(mention, person.First, theirs);
        }

        if (Administration(person, mention) is > 0 and var after)
        {
            return after;
        }

        _persons.Note(person, mention);
        _discourse.Add(mention);
        return _sentence.IsPossessive(end) && end == person.End ? OfTheirs(end + 1, mention) : end;
    }

    // "the Trump administration": the government, not the person
    private int Administration(PersonRead person, ActorMention mention)
    {
        if (_roles.Read(person.End) is not { Head: { IsBody: true, Sector: "GOV" }, Owner: null } phrase || phrase.RoleEnd != person.End + 1
            || _lexicon.Country(mention.Actor.Country) is not { } country)
        {
            return 0;
        }

        var span = _sentence.SpanOf(person.First, phrase.RoleEnd);
        _discourse.Add(new ActorMention(span, _lexicon.Group(country, "GOV")) { Role = span.In(_document.Text), Via = "office" });
        return phrase.RoleEnd;
    }

    // "Putin's chief of staff", "Suharto's government": somebody of the person's country
    private int OfTheirs(int at, ActorMention whose)
    {
        if (_lexicon.Country(whose.Actor.Country) is not { } country || whose.Actor.Sector is not ("GOV" or "MIL") || _roles.Read(at, true) is not { Owner: null, Head.Kind: not "title" } phrase
            || _persons.Read(phrase.RoleEnd, phrase) is not null || phrase.Sector is not ("GOV" or "MIL" or "SPY"))
        {
            return at;
        }

        var owned = phrase with { Owner = new Owner { Country = country } };
        if (owned.Head.Office is "leader" or "president" or "prime minister")
        {
            return at;
        }

        _discourse.Add(Link(owned));
        return phrase.End;
    }

    // "Sergei Ivanov, Putin's chief of staff": the role is the first one's; both are named
    private RolePhrase? Theirs(int at)
    {
        if (!_sentence.Has(at) || !_sentence.IsPossessive(at + 1) || _persons.Read(at, null) is not { } whose || whose.End != at + 1)
        {
            return null;
        }

        return _roles.Read(at + 2, true) is { Owner: null, Plural: false, Head.IsPerson: true, Head.Kind: not "title" } phrase && _persons.Read(phrase.RoleEnd, phrase) is null ? phrase : null;
    }

    private RolePhrase? Description(int at)
    {
        if (_sentence.IsWord(at, "a") || _sentence.IsWord(at, "an") || _sentence.IsWord(at, "the") || _sentence.IsWord(at, "his") || _sentence.IsWord(at, "her"))
        {
            at++;
        }

        return _roles.Read(at, true) is { } phrase && phrase.Head.IsPerson && phrase.Head.Kind != "title" && !phrase.Plural
            && _persons.Read(phrase.RoleEnd, phrase) is null ? phrase : null;
    }

    private static bool Fits(ActorMention mention, RolePhrase phrase) =>
        phrase.Owner?.CountryCode is not { } code || mention.Actor.Country is null || mention.Actor.Country == code;

    private int OfBody(int at)
    {
        var piece = _sentence[at];
        var sense = Choose(piece, at);
        var actor = sense.Body.Actor;
        var acronym = _sentence.First(at).Form == WordForm.Capitals && piece.End - piece.First == 1;
        _discourse.Add(new ActorMention(Trim(at, at + 1), actor) { Via = acronym ? "acronym" : "name" });
        var end = at + 1;
        if (_sentence.IsWord(end, "(") && _sentence.Has(end + 2) && _sentence.First(end + 1).Form == WordForm.Capitals && _sentence.IsWord(end + 2, ")"))
        {
            var mention = new ActorMention(_sentence.SpanOf(end + 1, end + 2), actor) { Via = "acronym" };
            _discourse.Add(mention);
            return end + 3;
        }

        if (actor.Kind is ActorKind.Outlet or ActorKind.Agency || sense.Body.Kind is "think tank" or "university")
        {
            return OfStaff(end, sense.Body);
        }

        return end;
    }

    // "The Sun newspaper", "The Washington Post's James McAuley"
    private int OfStaff(int end, Body body)
    {
        if (_sentence.Has(end) && _sentence[end].Of(SenseKind.Role) is { Plural: false, Role.Sector: "JRN" })
        {
            return end + 1;
        }

        return _sentence.IsPossessive(end) && _persons.ReadOwned(end + 1, body) is { } person ? Finish(person, null) : end;
    }

    // "in the Kremlin": the building
    private bool IsSite(int at) => _sentence[at].Is(SenseKind.Organisation) && _sentence[at].Is(SenseKind.Place) && _nations.IsPlaced(at);

    // two bodies with one acronym: the one that was named before, or is of a country beside it, or is of the day
    private Sense Choose(Piece piece, int at)
    {
        Sense? best = null;
        var score = -1;
        foreach (var sense in piece.Senses)
        {
            if (sense.Kind is not (SenseKind.Organisation or SenseKind.Outlet))
            {
                continue;
            }

            var it = sense.Body;
            var points = (it.When.Contains(_day ?? DateOnly.MaxValue) ? 1 : 0) + (_discourse.Actors.Exists(a => a.Actor.Id == it.Actor.Id) ? 4 : 0)
                + (_roles.OwnerAt(at - 1)?.CountryCode == it.Actor.Country ? 2 : 0) + (sense.Kind == SenseKind.Outlet && SaysBeside(at) ? 2 : 0);
            if (points > score)
            {
                (best, score) = (sense, points);
            }
        }

        return best!;
    }

    private bool SaysBeside(int at) => (_sentence.CueOf(at + 1) & Cue.Say) != Cue.None || (_sentence.CueOf(at - 1) & Cue.Say) != Cue.None;

    private TextSpan Trim(int from, int to)
    {
        var span = _sentence.SpanOf(from, to);
        var first = _sentence.WordAt(_sentence[from].First);
        var isArticle = _sentence[from].End - _sentence[from].First > 1 && _document.Text.AsSpan(first.Span.Start, first.Span.Length).SequenceEqual("the");
        return isArticle ? TextSpan.FromBounds(_sentence.WordAt(_sentence[from].First + 1).Span.Start, span.End) : span;
    }

    private ActorMention Link(RolePhrase phrase)
    {
        var span = _sentence.SpanOf(phrase.First, phrase.End);
        var role = _sentence.TextOf(phrase.RoleFirst, phrase.RoleEnd);
        if (phrase.IsNamed)
        {
            var name = _sentence.TextOf(phrase.First, phrase.End);
            var named = new Actor("name:" + Slug.Of(name), name, ActorKind.Body) { Country = phrase.Owner?.CountryCode, Sector = phrase.Sector };
            return new ActorMention(span, named) { Via = "name" };
        }

        if (Holder(phrase) is { } holder)
        {
            return new ActorMention(span, holder.ActorAt(_day)) { Role = role, Via = "office" };
        }

        return new ActorMention(span, GroupOf(phrase, role)) { Role = role, Via = "office" };
    }

    private Person? Holder(RolePhrase phrase)
    {
        if (phrase.Head.Office is not { } office || phrase.Plural || phrase.Past || phrase.Nested || phrase.Owner is not { } owner || owner.Place is { IsCapital: false })
        {
            return null;
        }

        // "the UN chief", but not "the UN human rights chief"
        var where = owner.Body?.Actor.Id ?? owner.CountryCode;
        return where is null || office == "chief" && (owner.Body is null || phrase.RoleEnd > phrase.RoleFirst + 1) ? null : _lexicon.Offices.Holder(where, office, _day);
    }

    private Actor GroupOf(RolePhrase phrase, string role)
    {
        var sector = phrase.IsFormer && phrase.Sector is "GOV" && phrase.Head.IsPerson ? "ELI" : phrase.Sector;
        if (phrase.Owner?.Body is { } body)
        {
            return body.Actor with { Sector = body.Actor.Sector is null or "GOV" ? sector ?? body.Actor.Sector : body.Actor.Sector };
        }

        if (_lexicon.Country(phrase.Owner?.CountryCode) is { } country)
        {
            return sector is null ? country.Actor : _lexicon.Group(country, sector);
        }

        return new Actor("group:" + Slug.Of(role), role, phrase.Head.IsBody && sector is "GOV" or "MIL" ? ActorKind.Government : ActorKind.Group) { Sector = sector };
    }
}
