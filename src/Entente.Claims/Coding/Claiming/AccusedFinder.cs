using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// The persons whom a claim accuses: whom an accusation, a verdict or a warrant meets; whom an arrest or a sanction meets that is told as for a wrong ("arrested on suspicion of fraud");
/// who is said by somebody to have used force or broken the law; whom a word of wrongdoing is used of. Who suffers the wrong is not accused of it ("condemned the murder of the banker").
/// </summary>
internal sealed class AccusedFinder(WrongWords words)
{
    private static readonly string[] ForAWrong = ["arrest", "seize", "restrict", "deport"];
    private static readonly string[] Grounds = ["for", "of", "over", "on", "with"];
    private static readonly string[] Within = ["in", "to", "as", "by"];

    /// <param name="isWord">Whether force is somebody's word, whatever the chain says.</param>
    public IReadOnlyList<ActorMention> Of(Findings findings, Lazy<Tree> tree, Claim claim, bool isWord) => claim.Body switch
    {
        EventMention e => [.. Met(findings, tree, e, claim.Evidence).Concat(Doers(findings, tree, e, isWord || IsSomebodysWord(claim))).DistinctBy(m => m.Actor.Id)],
        LabelClaim l when words.NamesWrong(findings, l.Words) => [.. l.About.Where(a => IsPerson(a) && l.By.All(b => b.Actor.Id != a.Actor.Id)).DistinctBy(m => m.Actor.Id)],
        _ => [],
    };

    /// <summary>Those whom an accusation or a measure meets.</summary>
    private IEnumerable<ActorMention> Met(Findings findings, Lazy<Tree> tree, EventMention e, TextSpan evidence)
    {
        var accuses = e is { Type: EventType.Accuse, Mode: "allege" or "investigate" } or { Type: EventType.Sanction, Mode: "convict" } or { Type: EventType.Threaten, Mode: "arrest" };
        var mayAccuse = e.Type is EventType.Accuse or EventType.Sanction || e.Type == EventType.Coerce && ForAWrong.Contains(e.Mode);
        return !accuses && !mayAccuse ? []
            : e.Recipients.Where(p => IsPerson(p) && !Words(findings, p.Span).Any(w => IsVictim(findings, tree.Value, w)) && (accuses || IsForAWrong(findings, tree.Value, e, evidence, p.Span)));
    }

    /// <summary>Those who are said to have used force or done wrong.</summary>
    private IEnumerable<ActorMention> Doers(Findings findings, Lazy<Tree> tree, EventMention e, bool isWord) =>
        e.Type is EventType.Assault or EventType.Coerce && isWord || words.NamesWrong(findings, e.Trigger)
            ? e.Actors.Where(p => IsPerson(p) && !(findings.TokenAt(e.Trigger.Start) is { } act && Words(findings, p.Span).Any(w => IsOf(tree.Value, w, act))))
            : [];

    private static bool IsSomebodysWord(Claim claim) => claim.Chain.Links.Any(l => l.Kind != SourceKind.Publisher) || (claim.Factuality.Readings & (Readings.Rumoured | Readings.Denied | Readings.Inferred)) != Readings.None;

    private static bool IsPerson(ActorMention mention) => mention.Actor.Kind == ActorKind.Person;

    private static IEnumerable<int> Words(Findings findings, TextSpan span)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var at = findings.TokenAt(span.Start) ?? tokens.Count; at < tokens.Count && tokens[at].Span.Start < span.End; at++)
        {
            yield return at;
        }
    }

    /// <summary>Whether somebody is whom a wrong was done to: "the murder of the banker", "who poisoned the banker".</summary>
    private bool IsVictim(Findings findings, Tree tree, int person)
    {
        for (var at = person; tree.Head(at) is { } head; at = head)
        {
            var token = findings.Analyzed.Tokens[head];
            if (token.Upos == "VERB" ? tree.Is(at, "obj") && words.Is("v", token.Lemma) : token.Upos == "NOUN" && words.Is("n", token.Lemma) && IsOf(tree, at, head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The killing of the banker": whether one hangs on a noun as what it is done to.</summary>
    private static bool IsOf(Tree tree, int token, int noun) => tree.Head(token) == noun && tree.Is(token, "nmod") && Preposition(tree, token) is "of" or "against" or "on";

    /// <summary>Whether a word of wrongdoing stands with the act as its ground or as what somebody is called: "for stealing", "over the massacre", "on suspicion of fraud", "a war criminal", "the massacre by the general".</summary>
    private bool IsForAWrong(Findings findings, Tree tree, EventMention e, TextSpan evidence, TextSpan person)
    {
        var tokens = findings.Analyzed.Tokens;
        foreach (var at in Words(findings, evidence))
        {
            var isWrong = tokens[at].Upos == "VERB" ? words.Is("v", tokens[at].Lemma) : tokens[at].Upos is "NOUN" or "PROPN" && (words.Is("n", tokens[at].Lemma) || words.Is("suspicion", tokens[at].Lemma));
            if (!isWrong || e.Trigger.Contains(tokens[at].Span))
            {
                continue;
            }

            var isUnder = Words(findings, person).Any(w => tree.IsUnder(w, at));
            if (isUnder ? Words(findings, person).Any(w => tree.Head(w) == at && Preposition(tree, w) == "by") : IsGround(findings, tree, at, e.Trigger, person))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the way from a word up to the act or the person is by words of a ground alone.</summary>
    private static bool IsGround(Findings findings, Tree tree, int wrong, TextSpan trigger, TextSpan person)
    {
        var found = false;
        int? at = wrong;
        for (; at is { } token && !person.Contains(findings.Analyzed.Tokens[token].Span) && !trigger.Contains(findings.Analyzed.Tokens[token].Span); at = tree.Head(token))
        {
            if (tree.Is(token, "acl:relcl") || Preposition(tree, token) is { } preposition && !Grounds.Contains(preposition) && !Within.Contains(preposition))
            {
                return false;
            }

            found |= tree.Is(token, "xcomp") || Preposition(tree, token) is { } ground && (ground == "as" || Grounds.Contains(ground));
        }

        return found && at is not null;
    }

    private static string? Preposition(Tree tree, int token) => (tree.Child(token, "case") ?? tree.Child(token, "mark")) is { } word ? tree.Document.Tokens[word].Lemma.ToLowerInvariant() : null;
}
