namespace Entente.Claims.Coding.Naming;

/// <summary>Reads noun phrases of role.</summary>
internal sealed class RolePhraseReader(Lexicon lexicon, NamedSentence sentence)
{
    private const int MostModifiers = 4;

    /// <summary>The phrase that begins at a piece; null when none does.</summary>
    /// <param name="open">Whether words in lower case may come before the noun of role although no country does ("a senior trade analyst").</param>
    public RolePhrase? Read(int first, bool open = false)
    {
        var at = first;
        var past = SkipPast(ref at);
        var owner = ReadOwner(ref at, out var loose);
        if (owner is null && past && at > first && sentence.Has(at) && sentence[at].IsPlain && (sentence.CueOf(at) & Cue.Break) == Cue.None)
        {
            at = first;
        }

        var roleFirst = owner is null ? first : at;
        var named = false;
        if (!SkipModifiers(ref at, owner is null && !open, loose, ref past, ref named))
        {
            return null;
        }

        return ReadRoles(at) is { } roles && !(roles.Head.Sector == "BUS" && roles.Head.IsBody && IsRanked(roleFirst, at)) ? Finish(first, roleFirst, owner, past, named, roles) : null;
    }

    /// <summary>"Chad became its biggest importer": a state's rank, and no firm.</summary>
    private bool IsRanked(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (sentence.IsWord(at, "biggest") || sentence.IsWord(at, "largest") || sentence.IsWord(at, "main") || sentence.IsWord(at, "top") || sentence.IsWord(at, "leading"))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Roles(int End, RoleNoun Head, bool Plural, string? Sector, bool Capital);

    private RolePhrase Finish(int first, int roleFirst, Owner? owner, bool past, bool named, Roles roles)
    {
        var end = roles.End;
        string? inner = null;
        if (owner is null)
        {
            owner = ReadTail(ref end, roleFirst, roles, out inner);
        }

        if (owner is null && roles.Head.Country is { } code && lexicon.Country(code) is { } country)
        {
            owner = new Owner { Country = country };
        }

        return new RolePhrase(first, end, roleFirst, roles.End, roles.Head, roles.Plural)
        {
            Owner = owner,
            Past = past,
            IsFormer = past && IsFormer(first, roles.End),
            Nested = inner is not null,
            Sector = inner is not null && (roles.Sector is null || inner != "GOV" && roles.Head.Office is not null) ? inner : roles.Sector,
            IsNamed = named && roles.Head.IsBody && roles.Capital && !sentence.IsTitled,
        };
    }

    private bool IsFormer(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (sentence.IsWord(at, "former") || sentence.IsWord(at, "ex") || sentence.IsWord(at, "ousted") || sentence.IsWord(at, "deposed") || sentence.IsWord(at, "retired"))
            {
                return true;
            }
        }

        return false;
    }

    // "anti-Syria journalist": whom the journalist is against, not whose
    private bool IsStance(int piece) => sentence.IsWord(piece, "anti") || sentence.IsWord(piece, "pro") || sentence.IsWord(piece, "non");

    private bool SkipPast(ref int at)
    {
        var past = false;
        while (sentence.Has(at) && sentence[at].IsPlain && (sentence.CueOf(at) & Cue.Past) != Cue.None)
        {
            past = true;
            at++;
        }

        return past;
    }

    /// <summary>The country, body or place that a piece names, as it may own a role.</summary>
    public Owner? OwnerAt(int piece)
    {
        if (!sentence.Has(piece) || sentence[piece].IsPlain || sentence.IsWord(piece - 1, "ethnic") || sentence.First(piece).Joined && IsStance(piece - 1))
        {
            return null;
        }

        var it = sentence[piece];
        if ((it.Of(SenseKind.Country) ?? it.Of(SenseKind.Adjective) ?? it.Of(SenseKind.Demonym)) is { } nation)
        {
            return new Owner { Country = nation.Country };
        }

        if (it.Of(SenseKind.Organisation) is { } body)
        {
            return new Owner { Body = body.Body };
        }

        return (it.Of(SenseKind.Place) ?? it.Of(SenseKind.PlaceAdjective) ?? it.Of(SenseKind.PlaceDemonym)) is { } place ? new Owner { Place = place.Place } : null;
    }

    // "Russian …" and "Russia's …" may have lower-case words before the noun of role; "Pakistan President" may not
    private Owner? ReadOwner(ref int at, out bool loose)
    {
        loose = true;
        var owner = OwnerAt(at);
        if (owner is null)
        {
            return null;
        }

        if (sentence.Has(at + 1) && sentence.First(at + 1).Joined && sentence.IsWord(at + 1, "based"))
        {
            at += 2;
            return null;
        }

        loose = sentence[at].Is(SenseKind.Adjective) || sentence[at].Is(SenseKind.PlaceAdjective);
        at++;
        if (sentence.IsPossessive(at))
        {
            at++;
            loose = true;
        }

        return owner;
    }

    private bool SkipModifiers(ref int at, bool bare, bool loose, ref bool past, ref bool named)
    {
        for (var count = 0; count <= MostModifiers; count++)
        {
            if (!sentence.Has(at))
            {
                return false;
            }

            if (sentence[at].Is(SenseKind.Role) || sentence[at].Is(SenseKind.Title))
            {
                return true;
            }

            if (!IsModifier(at, bare, loose))
            {
                return false;
            }

            past |= (sentence.CueOf(at) & Cue.Past) != Cue.None;
            named |= sentence[at].IsPlain && sentence.First(at).IsCapital && (sentence.CueOf(at) & (Cue.Past | Cue.Function)) == Cue.None;
            at++;
        }

        return false;
    }

    private bool IsModifier(int at, bool bare, bool loose)
    {
        if (!sentence[at].IsPlain)
        {
            return !bare && sentence[at].Is(SenseKind.PlaceAdjective) || sentence[at].Is(SenseKind.Surname) && !bare && sentence.First(at).Joined;
        }

        var word = sentence.First(at);
        if (word.IsMark || (sentence.CueOf(at) & (Cue.Break | Cue.Say)) != Cue.None || word.Form == WordForm.Number)
        {
            return false;
        }

        if (word.Joined)
        {
            return true;
        }

        if (bare && word.IsCapital && (sentence.IsTitled || !sentence.IsNamelike(at) && (sentence.CueOf(at) & Cue.Past) == Cue.None) || sentence.IsTitled && word.IsCapital && (sentence.CueOf(at) & Cue.Past) == Cue.None)
        {
            return false;
        }

        if (word.Form == WordForm.Lower && !loose || bare && word.Form == WordForm.Lower && (sentence.CueOf(at) & Cue.Past) == Cue.None)
        {
            return false;
        }

        return sentence.IsTagged ? word.Upos is "ADJ" or "NOUN" or "PROPN" or "X" or "ADV" or "NUM" : !Verblike(at);
    }

    // without a tagger: "wants", "signed" stand for verbs
    private bool Verblike(int at)
    {
        var word = sentence.First(at);
        if (word.Form != WordForm.Lower)
        {
            return false;
        }

        var letters = sentence.TextOf(at, at + 1);
        return letters.EndsWith('s') || letters.EndsWith("ed", StringComparison.Ordinal) || letters.EndsWith("ly", StringComparison.Ordinal);
    }

    private Roles? ReadRoles(int at)
    {
        Sense? head = null;
        string? telling = null;
        var capital = false;
        while (RoleAt(at) is { } role)
        {
            if (head is not null)
            {
                telling = Telling(telling, head.Role);
            }

            head = role;
            capital = sentence.First(at).IsCapital;
            at++;
            if (sentence.IsPossessive(at) && RoleAt(at + 1) is not null)
            {
                at++;
            }
        }

        if (head is null)
        {
            return null;
        }

        var sector = head.Role.Sector;
        var yields = sector is null || sector == "GOV" && head.Role.Office is null or "leader";
        return new Roles(at, head.Role, head.Plural, yields && telling is not null ? telling : sector, capital);
    }

    private static string? Telling(string? before, RoleNoun role) => role.Sector is { } sector && (sector != "GOV" || before is null) ? sector : before;

    private Sense? RoleAt(int at)
    {
        if (!sentence.Has(at) || (sentence[at].Of(SenseKind.Role) ?? sentence[at].Of(SenseKind.Title)) is not { } sense)
        {
            return null;
        }

        return sentence.IsTagged && sentence.UposOf(at) is "VERB" or "AUX" or "ADV" && sentence.Last(at).Form == WordForm.Lower ? null : sense;
    }

    // "withdrew troops from Mali", "its soldiers from Mali": from where they go, not whose they are
    private bool IsMoved(int first)
    {
        for (var at = first - 1; at >= first - 3; at--)
        {
            if ((sentence.CueOf(at) & (Cue.Motion | Cue.Removal)) != Cue.None || sentence.IsWord(at, "its") || sentence.IsWord(at, "their") || sentence.IsWord(at, "his") || sentence.IsWord(at, "her") || sentence.IsWord(at, "our"))
            {
                return true;
            }
        }

        return false;
    }

    // "president of Armenia", "spokesman for the Chinese foreign ministry", "militias in Tripoli"
    private Owner? ReadTail(ref int end, int first, Roles roles, out string? inner)
    {
        inner = null;
        var of = sentence.IsWord(end, "of") || sentence.IsWord(end, "for") && roles.Head.IsPerson;
        var where = (sentence.IsWord(end, "in") || (sentence.IsWord(end, "from") && !IsMoved(first)) || sentence.IsWord(end, "across") || sentence.IsWord(end, "throughout"))
            && (roles.Plural || roles.Head.IsBody || roles.Head.Kind == "person") || sentence.IsWord(end, "at") && roles.Sector == "EDU";
        if (!of && !where)
        {
            return null;
        }

        var at = end + 1;
        if (sentence.IsWord(at, "the"))
        {
            at++;
        }

        while (sentence.Has(at) && sentence[at].IsPlain && sentence.IsTagged && sentence.UposOf(at) == "ADJ")
        {
            at++;
        }

        if (OwnerAt(at) is not { } owner)
        {
            if (of && roles.Head.Sector is null)
            {
                inner = Inner(ref end);
            }

            return null;
        }

        if (!of)
        {
            return sentence[at].Is(SenseKind.Adjective) && !sentence[at].Is(SenseKind.Country) ? null : owner;
        }

        end = SkipNested(at + 1, out inner);
        return owner;
    }

    private int SkipNested(int at, out string? inner)
    {
        var next = sentence.IsPossessive(at) ? at + 1 : at;
        bool past = false, named = false;
        var roles = SkipModifiers(ref next, false, true, ref past, ref named) ? ReadRoles(next) : null;
        inner = roles?.Sector;
        return roles?.End ?? at;
    }

    // "group of thieves", "a team of heavily armed police"
    private string? Inner(ref int end)
    {
        var at = end + 1;
        while (at < end + 4 && sentence.Has(at) && RoleAt(at) is null && sentence[at].IsPlain && sentence.First(at).Form == WordForm.Lower && (sentence.CueOf(at) & Cue.Break) == Cue.None)
        {
            at++;
        }

        if (ReadRoles(at) is not { } roles)
        {
            return null;
        }

        end = roles.End;
        return roles.Sector;
    }
}
