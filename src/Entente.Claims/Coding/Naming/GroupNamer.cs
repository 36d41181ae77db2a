namespace Entente.Claims.Coding.Naming;

/// <summary>A row of data/member-nouns.tsv.</summary>
/// <param name="Text">The words.</param>
/// <param name="Words">Their numbers.</param>
/// <param name="Label">What the group is called.</param>
/// <param name="Organisation">The organisation that the words mean by themselves, if any.</param>
/// <param name="IsAfter">Whether the words must stand after the organisation's name.</param>
internal sealed record MemberNoun(string Text, int[] Words, string Label, IReadOnlyList<string> Standings, string? Organisation, IReadOnlyList<string> Kinds, bool IsAfter, RowPlace Row)
{
    /// <summary>The group's id: that of the organisation and the label.</summary>
    public string IdOf(string organisation) => organisation + ":" + Slug.Of(Label);
}

/// <summary>Reads names of treaties, and phrases for those who are in an organisation: "NATO allies", "the 27 member states of the EU", "the five permanent members".</summary>
internal sealed class GroupNamer(Lexicon lexicon, NamedSentence sentence, Discourse discourse)
{
    /// <summary>Names what begins at a piece; the piece after it, or 0 when it is neither.</summary>
    public int Read(int at)
    {
        if (sentence[at].Of(SenseKind.Agreement) is { } agreement)
        {
            discourse.Agreements.Add(agreement.Agreement.At(sentence.SpanOf(at, at + 1)));
            return at + 1;
        }

        return Body(at) is { } body ? After(at, body) : Before(at);
    }

    // "EU members", "the EU's 27 member states"
    private int After(int at, Body body)
    {
        var next = sentence.IsPossessive(at + 1) ? at + 2 : at + 1;
        if (sentence.Has(next) && (sentence.First(next).Form == WordForm.Number || (sentence.CueOf(next) & Cue.Amount) != Cue.None))
        {
            next++;
        }

        return Noun(next, n => n.Organisation is null && Fits(n, body)) is { } noun ? Name(at, next + noun.Words.Length, body, noun) : 0;
    }

    // "members of the EU", "the five permanent members"
    private int Before(int at)
    {
        if (Noun(at, n => !n.IsAfter) is not { } noun)
        {
            return 0;
        }

        var end = at + noun.Words.Length;
        var of = sentence.IsWord(end, "of") ? sentence.IsWord(end + 1, "the") ? end + 2 : end + 1 : -1;
        if (of > 0 && Body(of) is { } body && (noun.Organisation is null ? Fits(noun, body) : noun.Organisation == body.Actor.Id) && !IsCompound(of + 1))
        {
            return Name(at, of + 1, body, noun);
        }

        return noun.Organisation is { } own && lexicon.BodyOf(own) is { } meant ? Name(at, end, meant, noun) : 0;
    }

    private int Name(int first, int end, Body body, MemberNoun noun)
    {
        var actor = new Actor(noun.IdOf(body.Actor.Id), body.Actor.Name + " " + noun.Label, ActorKind.Group) { Country = body.Actor.Country, Sector = body.Actor.Sector };
        discourse.Add(new ActorMention(sentence.SpanOf(first, end), actor) { Role = noun.Label, Via = "members" });
        return end;
    }

    private Body? Body(int at) => sentence.Has(at) && sentence[at].Of(SenseKind.Organisation)?.Body is { } body && lexicon.HasMembers(body.Actor.Id) ? body : null;

    private static bool Fits(MemberNoun noun, Body body) => noun.Kinds.Count == 0 || noun.Kinds.Contains(body.Kind, StringComparer.Ordinal);

    // the longest wins
    private MemberNoun? Noun(int at, Func<MemberNoun, bool> fits) =>
        sentence.Has(at) ? lexicon.MemberNouns(sentence.First(at).Id).FirstOrDefault(n => fits(n) && Stands(n, at)) : null;

    private bool Stands(MemberNoun noun, int at)
    {
        for (var i = 0; i < noun.Words.Length; i++)
        {
            if (!sentence.Has(at + i) || sentence[at + i].End - sentence[at + i].First != 1 || sentence.First(at + i).Id != noun.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    // "members of the EU delegation" are not members of the EU
    private bool IsCompound(int next) => sentence.Has(next) && !sentence.First(next).IsMark
        && (sentence[next].Is(SenseKind.Role) || sentence[next].Is(SenseKind.Organisation) || sentence.IsTagged && sentence.UposOf(next) is "NOUN" or "PROPN");
}
