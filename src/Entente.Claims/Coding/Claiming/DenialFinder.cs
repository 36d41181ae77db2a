using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// What is denied in a document, and whether it answers an allegation: with a word of denial ("denied", "a charge she rejects", "called the accusations baseless"),
/// in plain words ("said that he did nothing wrong", "pleaded not guilty"), or as a claim that tells a wrong as not so ("said that he had killed nobody").
/// </summary>
internal sealed class DenialFinder(WrongWords words)
{
    /// <param name="isWrong">Whether a claim says of a person that he did wrong.</param>
    public IReadOnlyList<Said> Find(Findings findings, Tree tree, IReadOnlyList<Claim> claims, Func<Claim, bool> isWrong) =>
        [.. Attributed(findings, tree, claims, isWrong).Concat(Verbs(findings, tree)).OrderBy(s => s.Sentence.Span)];

    /// <summary>Whether a denial is one of these persons', or of somebody who speaks for them, and of this: of accusations, of "it", or with a word of the claim.</summary>
    public bool Answers(Findings findings, Said denial, Claim claim, IReadOnlyList<ActorMention> against, Func<Claim, bool> isWrong)
    {
        if (!against.Any(a => IsTheirs(findings, denial, a)) || denial.Cue.Any(claim.Evidence.Contains) && claim.Body is EventMention { Type: EventType.Reject })
        {
            return false;
        }

        var content = string.Join(' ', denial.Content.Select(c => c.In(findings.Text))).ToLowerInvariant();
        return denial.Plain || content is "it" or "this" or "that" or "them" or "all" or "everything" || content.EndsWith(" of them", StringComparison.Ordinal) || words.In("matter", content) || denial.Content.Any(c => words.NamesWrong(findings, c))
            || denial.Coded is { } coded && (isWrong(coded) || (coded.Body as EventMention)?.Type == (claim.Body as EventMention)?.Type);
    }

    private IEnumerable<Said> Attributed(Findings findings, Tree tree, IReadOnlyList<Claim> claims, Func<Claim, bool> isWrong)
    {
        foreach (var attribution in findings.Attributions)
        {
            if (attribution.Source.Count == 0 || attribution.Cue.Count == 0 || findings.HeadOf(attribution.Cue[0]) is not { } cue || IsNotDone(tree, cue))
            {
                continue;
            }

            var coded = claims.FirstOrDefault(c => IsDenialIn(c, attribution));
            var lemma = findings.Analyzed.Tokens[cue].Lemma;
            var plain = attribution.Content.Any(c => words.In("innocence", c.In(findings.Text)) && (!words.Is("calling", lemma) || words.In("matter", c.In(findings.Text))));
            if (plain || attribution.Gives.HasFlag(Readings.Denied) || words.Is("denying", lemma)
                || coded is not null && (isWrong(coded) || coded.Body is EventMention { Type: EventType.Assault or EventType.Coerce }))
            {
                var source = attribution.Source[0].In(findings.Text) is "who" && Subject(tree, cue) is { } who ? Phrase(tree, who) : attribution.Source[0];
                yield return new Said(source, attribution.Cue, attribution.Content, plain, SentenceOf(findings, tree, cue), coded);
            }
        }
    }

    /// <summary>Whether a claim is what a source denies: the rejection that its cue tells of, or what it says to be not so.</summary>
    private static bool IsDenialIn(Claim claim, Attribution attribution) => claim.Body is EventMention e
        && (e.Type == EventType.Reject && attribution.Cue.Any(e.Trigger.Overlaps)
            || (claim.Factuality.Polarity == Polarity.Negative || claim.Factuality.Readings.HasFlag(Readings.Denied)) && attribution.Content.Any(c => c.Contains(e.Trigger)));

    /// <summary>Denials that no attribution is made of: in relative clauses, with what is denied as a noun, with an accusation called false.</summary>
    private IEnumerable<Said> Verbs(Findings findings, Tree tree)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var verb = 0; verb < tokens.Count; verb++)
        {
            if (tokens[verb].Upos is "VERB" && Denied(findings, tree, verb) is { } denied && !IsNotDone(tree, verb) && Subject(tree, verb) is { } subject)
            {
                yield return new Said(Phrase(tree, subject), [tokens[verb].Span], [denied.Content], denied.Plain, SentenceOf(findings, tree, verb), null);
            }
        }
    }

    /// <summary>What a verb denies; null when it denies nothing.</summary>
    private (TextSpan Content, bool Plain)? Denied(Findings findings, Tree tree, int verb)
    {
        var lemma = findings.Analyzed.Tokens[verb].Lemma;
        var whole = tree.SpanOf(verb, tree.RightEdge(verb));
        if (words.Is("denying", lemma))
        {
            var child = tree.Child(verb, "obj") ?? tree.Child(verb, "ccomp") ?? tree.Child(verb, "xcomp") ?? tree.Child(verb, "nsubj:pass");
            return child is { } denied && !IsRelative(findings, denied) ? (tree.Span(denied), false)
                : tree.Is(verb, "acl") && tree.Head(verb) is { } noun && !tree.Has(verb, "ccomp") ? (findings.Analyzed.Tokens[noun].Span, false)
                : child is not null ? (tree.Span(child.Value), false) : null;
        }

        if (words.Is("maintaining", lemma))
        {
            return tree.Child(verb, "obj") is { } obj && findings.Analyzed.Tokens[obj].Lemma == "innocence" || lemma == "plead" && whole.In(findings.Text).Contains("not guilty", StringComparison.OrdinalIgnoreCase)
                ? (whole, true) : null;
        }

        return words.Is("calling", lemma) && words.In("matter", whole.In(findings.Text)) && words.In("innocence", whole.In(findings.Text)) ? (whole, true) : null;
    }

    /// <summary>Who denies: the subject of the verb, of the verb that it hangs on, or the noun that a relative clause is about.</summary>
    private static int? Subject(Tree tree, int verb)
    {
        for (var (at, steps) = (verb, 0); steps < 3; steps++)
        {
            foreach (var child in tree.Children(at))
            {
                if (tree.Is(child, "nsubj") && !tree.Is(child, "nsubj:pass") || tree.Is(child, "obl:agent"))
                {
                    return tree.Document.Tokens[child].Lemma.ToLowerInvariant() is "who" or "that" && tree.Is(at, "acl") ? tree.Head(at) : child;
                }
            }

            if (tree.ChildrenIn(at, "obl").FirstOrDefault(o => tree.ChildrenIn(o, "case").Any(c => tree.Document.Tokens[c].Lemma == "by"), -1) is var agent and >= 0)
            {
                return agent;
            }

            if (!tree.Is(at, "conj") && !tree.Is(at, "xcomp") && !tree.Is(at, "advcl") || tree.Head(at) is not { } head)
            {
                return null;
            }

            at = head;
        }

        return null;
    }

    /// <summary>A noun with what names it, without clauses, what stands beside it, and commas.</summary>
    private static TextSpan Phrase(Tree tree, int noun)
    {
        var (first, last) = (noun, noun);
        foreach (var child in tree.Children(noun))
        {
            if (!tree.Is(child, "acl") && !tree.Is(child, "appos") && !tree.Is(child, "punct") && !tree.Is(child, "conj") && !tree.Is(child, "cc") && !tree.Is(child, "case"))
            {
                (first, last) = (Math.Min(first, tree.LeftEdge(child)), Math.Max(last, tree.RightEdge(child)));
            }
        }

        return tree.SpanOf(first, last);
    }

    /// <summary>"Did not deny", "neither confirmed nor denied", "declined to deny".</summary>
    private bool IsNotDone(Tree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Document.Tokens[child].Lemma.ToLowerInvariant() is "not" or "never" or "n't" or "nor" or "neither")
            {
                return true;
            }
        }

        return tree.Is(verb, "xcomp") && tree.Head(verb) is { } head && words.Is("declining", tree.Document.Tokens[head].Lemma);
    }

    private static bool IsRelative(Findings findings, int token) => findings.Analyzed.Tokens[token].Lemma is "which" or "that" or "who";

    private static Sentence SentenceOf(Findings findings, Tree tree, int token) => findings.Analyzed.Sentences[tree.Sentence(token)];

    /// <summary>Whether somebody who denies is the accused, or speaks for him.</summary>
    private bool IsTheirs(Findings findings, Said denial, ActorMention accused)
    {
        var named = findings.ActorsIn(denial.Source).ToList();
        var source = denial.Source.In(findings.Text).ToLowerInvariant();
        return named.Exists(s => s.Actor.Id == accused.Actor.Id) || IsFor(findings, denial, source, accused)
            || named.Count == 0 && source is "he" or "she" && findings.Actors.LastOrDefault(m => m.Span.End <= denial.Source.Start && m.Actor.Kind == ActorKind.Person)?.Actor.Id == accused.Actor.Id;
    }

    /// <summary>"His lawyer", "a spokesman for Berg", of who governs a state its government's spokesman: somebody who speaks for the accused, where the one before or in the words is he.</summary>
    private bool IsFor(Findings findings, Said denial, string source, ActorMention accused)
    {
        if (!words.In("voice", source))
        {
            return false;
        }

        if (accused.Actor is { Sector: "GOV", Country: { } country } && findings.ActorsIn(denial.Source).Any(a => a.Actor is { Sector: "GOV" } && a.Actor.Country == country))
        {
            return true;
        }

        var surname = accused.Actor.Name.Split(' ')[^1];
        var before = findings.Actors.LastOrDefault(m => m.Span.End <= denial.Source.Start && m.Actor.Kind == ActorKind.Person);
        return source.Contains(surname.ToLowerInvariant(), StringComparison.Ordinal)
            || (source.StartsWith("his ", StringComparison.Ordinal) || source.StartsWith("her ", StringComparison.Ordinal)) && before?.Actor.Id == accused.Actor.Id;
    }
}

/// <summary>Somebody's denial.</summary>
/// <param name="Plain">It says that nothing wrong was done, whatever is alleged.</param>
/// <param name="Coded">The claim that it is coded as.</param>
internal sealed record Said(TextSpan Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content, bool Plain, Sentence Sentence, Claim? Coded)
{
    public Denial Denial() => new(Sentence.Span, Source) { Claim = Coded?.Id };
}
