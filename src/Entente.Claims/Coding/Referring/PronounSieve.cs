using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Referring;

/// <summary>
/// Pronouns of the third person. Of the mentions that agree in number, sex and kind, and that the sentence's build does not rule out, the weightiest entity is meant
/// (Lappin and Leass 1994), when no other comes near it.
/// </summary>
internal abstract class PronounSieve : Sieve
{
    protected abstract int Reach { get; }

    /// <summary>How many times the weight of the next entity the first must have.</summary>
    protected abstract double Clear(Mention mention, Mention first, Mention next);

    /// <summary>Whether it is a pronoun for this sieve.</summary>
    protected abstract bool Takes(Pronoun pronoun);

    /// <summary>How much of its weight a mention that may be meant keeps; 0 when it can't be.</summary>
    protected abstract double Share(Scene scene, Mention mention, Mention before);

    /// <summary>Whether the best may stand, by where both are.</summary>
    protected virtual bool Stands(Scene scene, Mention mention, Mention nearest) => true;

    protected override Link? Find(Scene scene, Mention mention)
    {
        if (mention.Pronoun is not { Person: 3, Kind: not PronounKind.Relative } pronoun || !Takes(pronoun) || scene.Form(mention.Head) is "whose")
        {
            return null;
        }

        var own = Clause(scene, mention.Head);
        if (pronoun.Kind == PronounKind.Reflexive)
        {
            return SubjectOf(scene, own) is { } subject && subject != mention && Share(scene, mention, subject) > 0 ? new Link("pronoun", [subject]) : null;
        }

        if (Likened(scene, mention) is { } first && Share(scene, mention, first) > 0)
        {
            return new Link("pronoun", [first]);
        }

        // whom the sentence before does not mention is meant only when nobody else can be (Grosz, Joshi and Weinstein 1995)
        var speaker = scene.SpeakerOf(mention)?.Entity;
        var ranked = scene.Ranked(mention, Reach, b => b.Entity == mention.Entity || b.IsModifier && b.IsPerson != true || b.Pronoun is { Person: 1 } || b.Entity == speaker || IsRuledOut(scene, mention, own, b) ? 0 : Share(scene, mention, b));
        if (ranked.Exists(c => c.Nearest.Sentence >= mention.Sentence - 1))
        {
            ranked.RemoveAll(c => c.Nearest.Sentence < mention.Sentence - 1);
        }

        return ranked.Count > 0 && Stands(scene, mention, ranked[0].Nearest) && (ranked.Count == 1 || ranked[0].Weight >= Clear(mention, ranked[0].Nearest, ranked[1].Nearest) * ranked[1].Weight) ? new Link("pronoun", [ranked[0].Nearest]) : null;
    }

    /// <summary>"Lee praised him", "his letter to Lee", "Lee and him": two parts of one clause, or a phrase and what is inside it, are not the same.</summary>
    private static bool IsRuledOut(Scene scene, Mention mention, int? own, Mention before)
    {
        var tree = scene.Tree;
        if (before.Sentence != mention.Sentence)
        {
            return false;
        }

        if (tree.IsUnder(mention.Head, before.Head) && !IsFree(scene, mention, before.Head) || tree.IsUnder(before.Head, mention.Head))
        {
            return before.Kind != MentionKind.Set || tree.FirstConjunct(mention.Head) == before.Head;
        }

        if (mention.Pronoun!.Kind == PronounKind.Possessive)
        {
            return IsCalled(scene, mention.Head, before.Head);
        }

        return mention.Pronoun.Kind == PronounKind.Personal && !tree.Is(mention.Head, "nmod") && own is { } verb
            && ((Clause(scene, before.Head) == verb && !tree.Is(before.Head, "nmod")) || Unsaid(scene, verb) == before.Head);
    }

    /// <summary>The subject of a participle that is not said: "Peru broke off ties, accusing *it*": Peru accuses, so another is accused.</summary>
    protected static int? Unsaid(Scene scene, int verb)
    {
        var tree = scene.Tree;
        return tree.Is(verb, "advcl") && scene.Tokens[verb].Xpos == "VBG" && tree.OwnSubject(verb) is null && tree.Head(verb) is { } main ? tree.Subject(main) : null;
    }

    // "called Lee his friend", "spoke of Lee as his friend": the friend is Lee, so he is another
    private static bool IsCalled(Scene scene, int pronoun, int named)
    {
        var tree = scene.Tree;
        return tree.Head(pronoun) is { } what && tree.Head(what) is { } verb && verb == tree.Head(named) && named > verb && named < pronoun
            && (tree.Is(named, "obj") || tree.Is(named, "obl")) && (tree.Is(what, "xcomp") || tree.Case(what) == "as");
    }

    // "Lee and others like him": the first of the row
    private static Mention? Likened(Scene scene, Mention mention) =>
        mention.Head > 1 && scene.Form(mention.Head - 1) is "like" && scene.Tree.Is(mention.Head - 2, "conj") ? scene.At(scene.Tree.FirstConjunct(mention.Head - 2)) : null;

    // "the man whose brother met him": inside what tells of him; "Lee and his brother": of one joined to him ("Danes and their allies" may be the allies of others too)
    private static bool IsFree(Scene scene, Mention mention, int noun)
    {
        foreach (var above in scene.Tree.Ancestors(mention.Head))
        {
            if (above == noun)
            {
                return false;
            }

            if (scene.Tree.Is(above, "acl:relcl") || scene.Tree.Is(above, "parataxis") || !mention.Plural && above == scene.Tree.Head(mention.Head) && scene.Tree.Is(above, "conj"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The predicate of the clause in which a word is an argument; null for one that is inside another noun phrase.</summary>
    private static int? Clause(Scene scene, int token)
    {
        var top = scene.Tree.FirstConjunct(token);
        var relation = scene.Tokens[top].Deprel;
        return Tree.Is(relation, "nsubj") || Tree.Is(relation, "obj") || Tree.Is(relation, "iobj") || Tree.Is(relation, "obl") ? scene.Tree.Head(top) : null;
    }

    private static Mention? SubjectOf(Scene scene, int? verb) => verb is { } v && scene.Tree.Subject(v) is { } subject ? scene.At(subject) : null;
}

/// <summary>"he", "she", "his", "her": somebody of the same sex, as far as names, titles, posts and earlier pronouns tell it.</summary>
internal sealed class PersonPronounSieve : PronounSieve
{
    protected override int Reach => 3;

    protected override double Clear(Mention mention, Mention first, Mention next) => 1.2;

    protected override bool Takes(Pronoun pronoun) => pronoun.Gender is Gender.Male or Gender.Female;

    protected override Link? Find(Scene scene, Mention mention) => Sayer(scene, mention) ?? base.Find(scene, mention);

    /// <summary>"…, Lee told reporters. *He* also called it …": who said the one says the other.</summary>
    private Link? Sayer(Scene scene, Mention mention)
    {
        if (mention.Pronoun is not { Person: 3, Kind: PronounKind.Personal } pronoun || !Takes(pronoun) || mention.Sentence == 0 || !scene.Quotations.IsSayer(mention.Head) || !IsAlso(scene, mention))
        {
            return null;
        }

        if (scene.Quotations.LastIn(scene.Findings.Analyzed.Sentences[mention.Sentence - 1].Span) is not { } subject)
        {
            return null;
        }

        // the parser may give the verb two subjects, with what is said as the first: who says it stands nearer
        var named = scene.Tree.Head(subject) is { } verb ? scene.Tree.ChildrenIn(verb, "nsubj").Append(subject).OrderBy(n => Math.Abs(n - verb)) : (IEnumerable<int>)[subject];
        var before = named.Select(scene.At).OfType<Mention>().FirstOrDefault(m => m.Pronoun is null && m.IsPerson != false && Share(scene, mention, m) > 0);
        return before is null ? null : new Link("pronoun", [before]);
    }

    private static bool IsAlso(Scene scene, Mention mention) => mention.Head + 1 < scene.Tokens.Count && scene.Form(mention.Head + 1) is "also" or "added" or "adds" or "then" or "further";

    protected override double Share(Scene scene, Mention mention, Mention before)
    {
        var entity = before.Entity;
        if (before.Plural || entity.Plural || entity.IsPerson == false || entity.Gender != Gender.Unknown && (entity.Gender & mention.Gender) == Gender.Unknown)
        {
            return 0;
        }

        return entity.IsPerson == true ? entity.Gender == mention.Gender ? 1 : 0.9 : before.Kind == MentionKind.Name && before.IsSubject ? 0.5 : 0;
    }
}

/// <summary>"it", "its": a state, body, outlet or thing. Things are candidates, so that a pronoun that may mean one is not given to an actor.</summary>
internal sealed class ThingPronounSieve : PronounSieve
{
    protected override int Reach => 1;

    // a state that acts goes on to act, rather than the thing it acted on: "Peru closed its embassy. It also …", "Peru lifted the curfew it had imposed"
    protected override double Clear(Mention mention, Mention first, Mention next) =>
        mention.IsSubject && first.IsSubject && !next.IsSubject && first.Entity.Actors is [{ Kind: ActorKind.Country or ActorKind.Organisation or ActorKind.Body }] && next.Entity.Actors is [] or [{ Country: null }] ? 1 : 1.4;

    protected override bool Takes(Pronoun pronoun) => pronoun.Gender == Gender.Neuter;

    // the subject goes on to be the subject; elsewhere too many things may be meant that no name and no noun says ("it is raining", "that's part of it")
    protected override bool Stands(Scene scene, Mention mention, Mention nearest) =>
        nearest.IsSubject && (nearest.Sentence == mention.Sentence || mention.IsSubject) || nearest.Sentence == mention.Sentence && IsOfParticiple(scene, mention) && nearest.Entity.Actors.Count > 0 || mention.Pronoun!.Kind == PronounKind.Possessive && nearest.Sentence == mention.Sentence;

    /// <summary>"Peru broke off ties with Chad, accusing *it* of …": the subject is ruled out, and a body is accused.</summary>
    private static bool IsOfParticiple(Scene scene, Mention mention) => scene.Tree.Is(mention.Head, "obj") && scene.Tree.Head(mention.Head) is { } verb && Unsaid(scene, verb) is not null;

    protected override double Share(Scene scene, Mention mention, Mention before)
    {
        var entity = before.Entity;
        return before.Plural || entity.Plural || entity.IsPerson == true || entity.Gender is Gender.Male or Gender.Female ? 0 : entity.IsPerson == false ? 1 : 0.7;
    }
}

/// <summary>"they", "their": several people or bodies, named together or by a plural noun.</summary>
internal sealed class PluralPronounSieve : PronounSieve
{
    protected override int Reach => 1;

    // states and those who act for them before things and nameless people
    protected override double Clear(Mention mention, Mention first, Mention next) => IsOfState(first) && !IsOfState(next) ? 1.05 : 1.4;

    protected override bool Takes(Pronoun pronoun) => pronoun.Plural == true;

    protected override Link? Find(Scene scene, Mention mention) => base.Find(scene, mention) ?? Both(scene, mention) ?? Met(scene, mention);

    // of "the Danes and the Swedes" one side alone is not meant, nor the noun that only explains who somebody is ("the leaders, two old friends, …")
    protected override double Share(Scene scene, Mention mention, Mention before)
    {
        var isSet = before.Kind == MentionKind.Set;
        if (!before.Plural && IsBody(before) && before.Sentence == mention.Sentence && before.IsSubject)
        {
            return 0.6; // "the West says that *they* …"
        }

        if (!before.Plural && !before.Entity.Plural || !isSet && (IsJoined(scene, before) || scene.Tree.Is(before.Head, "appos")))
        {
            return 0;
        }

        return (isSet ? 1.1 : 1) * (before.Sentence < mention.Sentence && IsTopic(scene, mention) && IsTopic(scene, before) ? 1.5 : 1);
    }

    private static bool IsBody(Mention mention) => mention.Entity.Actors is [{ Kind: ActorKind.Organisation or ActorKind.Government or ActorKind.Group }] && mention.Entity.IsPerson != true;

    private static bool IsOfState(Mention mention) => mention.Entity.AllActors() is { Count: > 0 } actors && actors.All(a => a.Country is not null);

    private static bool IsJoined(Scene scene, Mention mention) => scene.Tree.Is(mention.Head, "conj") && scene.Tokens[scene.Tree.FirstConjunct(mention.Head)].Upos is not "VERB" || scene.Tree.Child(mention.Head, "conj") is { } other && scene.Tokens[other].Upos is not "VERB";

    /// <summary>The subject of the main clause: what one sentence is about goes on to be what the next is about (Grosz, Joshi and Weinstein 1995).</summary>
    private static bool IsTopic(Scene scene, Mention mention) => scene.Tree.FirstConjunct(mention.Head) is var first && scene.Tree.Is(first, "nsubj") && scene.Tree.Head(first) is { } verb && scene.Tree.Head(verb) is null;

    /// <summary>"Berg met Lind in Oslo. *They* signed five papers": the leader that the sentence before is about, and the one that he meets or speaks with, where no others are named there.</summary>
    private static Link? Met(Scene scene, Mention mention)
    {
        if (mention.Pronoun is not { Person: 3, Plural: true, Kind: PronounKind.Personal } || !IsTopic(scene, mention) || scene.Before(mention, 0).Any())
        {
            return null;
        }

        var before = scene.Before(mention, 1).Where(b => b.Kind != MentionKind.Set).ToList();
        if (before.Exists(b => b.Plural && (b.IsPerson == true || b.Entity.AllActors().Count > 0)))
        {
            return null;
        }

        var leaders = before.Where(b => b.Entity.Actors is [{ Kind: ActorKind.Person, Sector: "GOV" }]).DistinctBy(b => b.Entity).ToList();
        return leaders is [var second, var first] && IsTopic(scene, first) && scene.Tree.Head(second.Head) == scene.Tree.Head(first.Head) && (scene.Tree.Is(second.Head, "obj") || scene.Tree.Case(second.Head) == "with")
            ? new Link("both", [first, second]) : null;
    }

    /// <summary>"Berg told Lind that *their* countries …": where nothing plural may be meant, the one who speaks or meets and the one he does it with.</summary>
    private static Link? Both(Scene scene, Mention mention)
    {
        if (mention.Pronoun is not { Person: 3, Plural: true, Kind: not PronounKind.Relative and not PronounKind.Reflexive })
        {
            return null;
        }

        var here = scene.Before(mention, 0).Where(b => b.Kind != MentionKind.Set).ToList();
        if (here.Exists(b => b.Plural && (b.IsPerson == true || b.Entity.AllActors().Count > 0)))
        {
            return null;
        }

        var leaders = here.Where(b => b.Entity.Actors is [{ Kind: ActorKind.Person, Sector: "GOV" }]).DistinctBy(b => b.Entity).ToList();
        return leaders is [var second, var first] && scene.Tree.Is(first.Head, "nsubj") && scene.Tree.Head(first.Head) is { } verb && scene.Tree.Head(second.Head) == verb && !scene.Tree.Is(second.Head, "nsubj")
            ? new Link("both", [first, second]) : null;
    }
}
