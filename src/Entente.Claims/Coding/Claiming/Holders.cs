using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Claiming;

/// <summary>Who holds a position: who takes the side, who is quoted with it, or whoever wrote the article.</summary>
internal sealed class Holders(AttitudeTable table)
{
    private const int MostSteps = 5;

    /// <summary>Those who take a side by a word; null when the word's own doer is somebody or something that holds no positions.</summary>
    public IReadOnlyList<ActorMention>? Of(SentenceView sentence, int word, bool isState = false)
    {
        if (Doer(sentence, word, isState) is not { } doer)
        {
            return Saying(sentence, word);
        }

        var tokens = sentence.Findings.Analyzed.Tokens;
        var named = Joined(sentence.Tree, doer).SelectMany(sentence.ActorsAt).DistinctBy(m => m.Actor.Id).ToList();
        if (named.Count > 0)
        {
            // "hardliners like A": A too
            return tokens[doer].Upos == "NOUN" ? [.. named.Concat(LabelParties.Listed(sentence, doer)).DistinctBy(m => m.Actor.Id)] : named;
        }

        if (tokens[doer].Upos == "PRON")
        {
            // "their visions": who they are may be told by the verb's subject
            return sentence.Tree.Is(doer, "nmod:poss") && sentence.Tree.Head(doer) is { } owned && sentence.Tree.Head(owned) is { } above ? Of(sentence, above) : Saying(sentence, word);
        }

        if (table.IsUnnamed(tokens[doer].Lemma.ToLowerInvariant()))
        {
            return [Unnamed(sentence, doer)];
        }

        // "said that her country was against": a country of somebody who is not named speaks through who says so
        if (tokens[doer].Lemma is "country" or "government" or "nation" or "state" && sentence.Tree.Child(doer, "nmod:poss") is { } whose && !sentence.ActorsAt(whose).Any())
        {
            return Saying(sentence, word);
        }

        // "their statement denounces …", "signed an agreement that pledges to …": whoever made the paper.
        var owners = Owners(sentence, doer).DistinctBy(m => m.Actor.Id).ToList();
        return owners.Count > 0 ? owners : sentence.Tree.Is(doer, "obj") && sentence.Tree.Head(doer) is { } made && !sentence.IsDenied(made) ? Of(sentence, made) : null;
    }

    /// <summary>Whoever says what stands at a word: the source of the attribution around it, else the author of the article; empty when that is not known.</summary>
    public IReadOnlyList<ActorMention> Saying(SentenceView sentence, int word)
    {
        var findings = sentence.Findings;
        var attribution = findings.AttributionOf(findings.Analyzed.Tokens[word].Span);
        if (attribution is not null && attribution.Source.Any(s => s.In(findings.Text) is "I" or "we" or "We"))
        {
            attribution = null;
        }

        // "he said that the visit showed that …": the visit holds nothing, he does
        attribution = attribution is not null && !attribution.Source.Any(s => findings.ActorsIn(s).Any()) ? Around(findings, findings.Analyzed.Tokens[word].Span) ?? attribution : attribution;
        List<ActorMention> named = attribution is null ? [] : [.. attribution.Source.SelectMany(findings.ActorsIn).DistinctBy(m => m.Actor.Id)];

        // The words of the sentence itself tell more than who is quoted around it.
        if ((named.Count == 0 || !attribution!.Cue.Any(c => sentence.Sentence.Span.Contains(c))) && Teller(sentence, word) is { Count: > 0 } tellers)
        {
            return tellers;
        }

        if (named.Count > 0)
        {
            return named.Count > 1 && named.All(m => m.Shared || m.Via == "both") ? named : Together(sentence, named);
        }

        return attribution is not null ? [] : Commonly(sentence, word) is { } many ? [many] : Author(findings) is { } author ? [author] : [];
    }

    /// <summary>The innermost attribution around words whose source is an actor.</summary>
    private static Attribution? Around(Findings findings, TextSpan words) => findings.Attributions
        .Where(a => a.Content.Any(c => c.Contains(words)) && a.Source.Any(s => findings.ActorsIn(s).Any())).MinBy(a => a.Content.Where(c => c.Contains(words)).Min(c => c.Length));

    /// <summary>The first of a source and those joined to it: "Chad and its Western friends say".</summary>
    private static List<ActorMention> Together(SentenceView sentence, List<ActorMention> named)
    {
        var first = sentence.Findings.HeadOf(named[0].Span);
        return [.. named.Where((m, i) => i == 0 || (sentence.Findings.HeadOf(m.Span) is { } head && sentence.Tree.Is(head, "conj") && sentence.Tree.Head(head) == first))];
    }

    /// <summary>"It is a common trope that …": held by many, not by who tells it.</summary>
    private ActorMention? Commonly(SentenceView sentence, int word)
    {
        foreach (var above in sentence.Tree.Ancestors(word))
        {
            if (table.IsCommon(sentence.Findings.Analyzed.Tokens[above].Lemma.ToLowerInvariant()) && !sentence.Tree.Has(above, "nmod:poss"))
            {
                return Unnamed(sentence, above);
            }
        }

        return null;
    }

    /// <summary>Whom the tree has as the subject of the verb that the word's clause hangs on.</summary>
    private List<ActorMention> Teller(SentenceView sentence, int word)
    {
        var tree = sentence.Tree;
        for (int? at = word; at is { } here; at = tree.Head(here))
        {
            // "Chad's position is that …"
            if (tree.Child(here, "nsubj:outer") is { } position && tree.Child(position, "nmod:poss") is { } whose && sentence.ActorsAt(whose).ToList() is { Count: > 0 } owners)
            {
                return owners;
            }

            if (tree.Is(here, "ccomp") && tree.Head(here) is { } verb && tree.Child(verb, "nsubj") is { } subject)
            {
                List<ActorMention> named = [.. Joined(tree, subject).SelectMany(sentence.ActorsAt).DistinctBy(m => m.Actor.Id)];
                return named.Count == 0 && table.IsUnnamed(tree.Document.Tokens[subject].Lemma.ToLowerInvariant()) ? [Unnamed(sentence, subject)] : named;
            }
        }

        return [];
    }

    /// <summary>The subject, over verbs that share one: "refused to support", "met and condemned", "…, rejecting the plan". Of a noun its owner, or whoever expresses it.</summary>
    private static int? Doer(SentenceView sentence, int word, bool isState)
    {
        var tree = sentence.Tree;
        for (var (at, steps) = (word, 0); steps < MostSteps; steps++)
        {
            var passive = tree.Has(at, "aux:pass") || tree.Has(at, "nsubj:pass");
            if (passive && !isState && sentence.Findings.Analyzed.Tokens[at].Upos == "VERB" && !sentence.IsStative(at))
            {
                return tree.ChildrenIn(at, "obl").Cast<int?>().FirstOrDefault(t => tree.Child(t!.Value, "case") is { } by && sentence.Form(by) == "by");
            }

            if (tree.Child(at, "nmod:poss") is { } owner)
            {
                return owner;
            }

            if (tree.Child(at, "nsubj") is { } subject)
            {
                return tree.Is(at, "acl:relcl") && sentence.Form(subject) is "who" or "which" or "that" && !sentence.ActorsAt(subject).Any() ? tree.Head(at) : subject;
            }

            if (sentence.Findings.Analyzed.Tokens[at].Upos is "NOUN" && tree.Children(at).ToArray().Cast<int?>().FirstOrDefault(t => (tree.Is(t!.Value, "amod") || tree.Is(t.Value, "compound")) && sentence.ActorsAt(t.Value).Any()) is { } inner)
            {
                return inner;
            }

            if (tree.Head(at) is not { } head)
            {
                return null;
            }

            if (tree.Is(at, "acl") && sentence.Findings.Analyzed.Tokens[head].Upos is "NOUN" or "PROPN")
            {
                return head;
            }

            at = head;
        }

        return null;
    }

    private static IEnumerable<int> Joined(Tree tree, int token) => tree.ChildrenIn(token, "conj").Prepend(token);

    /// <summary>Whose a paper or a view is: "their statement", "the Chinese position", "a letter from the two ministers".</summary>
    private static IEnumerable<ActorMention> Owners(SentenceView sentence, int noun)
    {
        var tree = sentence.Tree;
        foreach (var child in tree.Children(noun).ToArray())
        {
            var isOwner = tree.Is(child, "nmod:poss") || tree.Is(child, "amod") || tree.Is(child, "compound")
                || tree.Is(child, "nmod") && tree.Child(child, "case") is { } preposition && sentence.Form(preposition) is "of" or "by" or "from" or "between";
            if (isOwner)
            {
                foreach (var mention in Joined(tree, child).SelectMany(sentence.ActorsAt))
                {
                    yield return mention;
                }
            }
        }
    }

    private static ActorMention Unnamed(SentenceView sentence, int noun)
    {
        var token = sentence.Findings.Analyzed.Tokens[noun];
        var words = token.Span.In(sentence.Findings.Text).ToLowerInvariant();
        return new ActorMention(token.Span, new Actor("group:" + Slug.Of(words), words, ActorKind.Group)) { Via = "noun" };
    }

    private static ActorMention? Author(Findings findings)
    {
        var document = findings.Analyzed.Document;
        if (document.Authors is not [var author, ..])
        {
            return null;
        }

        var byline = document.Blocks.FirstOrDefault(b => b.Role == BlockRole.Byline && b.Span.In(findings.Text).Contains(author, StringComparison.Ordinal));
        return byline is null ? null : new ActorMention(
            new TextSpan(byline.Span.Start + byline.Span.In(findings.Text).IndexOf(author, StringComparison.Ordinal), author.Length),
            new Actor("name:" + Slug.Of(author), author, ActorKind.Person) { Sector = "JRN" }) { Role = "author", Via = "name" };
    }
}
