namespace Entente.Claims.Coding.Claiming;

/// <summary>Whom a label is about, as the sentence is built: who the noun is said of, whose it is, and those within its phrase ("the A–B axis", "between A and B", "a friend of A").</summary>
internal static class LabelParties
{
    private const int MostSteps = 6;
    private const int LookBack = 900;

    // so many letters on, what was named counts half
    private const int Fading = 200;

    /// <summary>Those that the phrase of the noun itself names; of joined nouns ("importer and partner") also what stands at the first.</summary>
    public static List<ActorMention> Within(SentenceView sentence, int noun)
    {
        var tree = sentence.Tree;
        var found = new List<ActorMention>();
        for (int? at = noun; at is { } here; at = tree.Is(here, "conj") ? tree.Head(here) : null)
        {
            foreach (var child in tree.Children(here).ToArray())
            {
                if (tree.Is(child, "nmod:poss") || tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "appos") || IsPhrase(sentence, child))
                {
                    found.AddRange(Named(sentence, child));
                }
            }
        }

        // "mired in conflicts with A": the tree may hang A on the verb
        if (noun + 1 < sentence.Sentence.EndToken && sentence.Form(noun + 1) is "with" or "between" or "against" or "towards" or "toward")
        {
            found.AddRange(sentence.Elements.SkipWhile(e => e.Token <= noun + 1).Where(e => e.Upos != "DET" || e.Actors.Count > 0).Take(1).SelectMany(e => e.Actors.Count > 0 ? Named(sentence, e.Token) : []));
        }

        // "Russian-Chinese": the tree may hang the first on the second
        found.AddRange(sentence.Elements.Where(e => e.Token >= tree.LeftEdge(noun) && e.Token < noun && noun - e.Token <= 6).SelectMany(e => e.Actors));
        return Parties(found);
    }

    /// <summary>Whom the noun is said of: the subject of "is" or "become", what it stands beside ("Belarus, a close ally"), the doer of the verb that it hangs on.</summary>
    public static List<ActorMention> SaidOf(SentenceView sentence, int noun)
    {
        var tree = sentence.Tree;
        var found = new List<ActorMention>();
        var at = noun;
        for (var steps = 0; steps < MostSteps && found.Count == 0; steps++)
        {
            foreach (var subject in tree.ChildrenIn(at, "nsubj"))
            {
                found.AddRange(Named(sentence, subject));
                if (found.Count == 0)
                {
                    // "relations between A and B", "their friendship"
                    found.AddRange(Within(sentence, subject));
                }
            }

            if (found.Count > 0 || tree.Head(at) is not { } head)
            {
                break;
            }

            if (tree.Is(at, "nsubj") && tree.Has(head, "cop"))
            {
                // "an animosity toward C may be the tie between A and B"
                found.AddRange(Within(sentence, head));
            }

            if (tree.Is(at, "appos") || tree.Is(at, "acl"))
            {
                found.AddRange(Named(sentence, head));
                if (found.Count == 0)
                {
                    found.AddRange(Within(sentence, head));
                }
            }

            at = head;
        }

        // "offered Putin a partnership", "a partnership to Putin"
        foreach (var child in tree.Head(noun) is { } verb ? tree.Children(verb).ToArray() : [])
        {
            if (child != noun && (tree.Is(child, "iobj") || tree.Is(child, "obl") && tree.Child(child, "case") is { } preposition && sentence.Form(preposition) is "to" or "with"))
            {
                found.AddRange(Named(sentence, child));
            }
        }

        return Parties(found);
    }

    /// <summary>Those whom a list behind the noun names: "powers, namely A and B", "allies such as A", "one superpower – A".</summary>
    public static List<ActorMention> Listed(SentenceView sentence, int noun)
    {
        var elements = sentence.Elements;
        var at = 0;
        while (at < elements.Count && elements[at].Token <= noun)
        {
            at++;
        }

        // what the noun is of or in may stand between ("protectionists in the US like A")
        for (var skipped = 0; skipped < 4 && at < elements.Count && !IsListing(elements[at].Form) && elements[at].Upos is "ADP" or "DET" or "PROPN" or "NOUN"; skipped++)
        {
            at++;
        }

        var (found, told) = (new List<ActorMention>(), false);
        for (; at < elements.Count; at++)
        {
            told |= IsListing(elements[at].Form) && elements[at].Form != ",";
            if (elements[at].Actors.Count > 0 && told)
            {
                found.AddRange(elements[at].Actors);
            }
            else if (!IsListing(elements[at].Form) && elements[at].Form is not ("and" or "as" or "or" or "the" or "senator" or "president") && !Quoted.IsMark(elements[at].Form))
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Whose the noun is: "A’s", "our".</summary>
    public static List<ActorMention> Owners(SentenceView sentence, int noun) => Parties(sentence.Tree.ChildrenIn(noun, "nmod:poss").SelectMany(sentence.ActorsAt));

    /// <summary>Whether somebody stands behind "with" who is not named: "their relations with old friends" are none between them.</summary>
    public static bool IsWithOthers(SentenceView sentence, int noun)
    {
        var tree = sentence.Tree;
        return tree.ChildrenIn(noun, "nmod").Any(n => tree.Child(n, "case") is { } preposition && sentence.Form(preposition) is "with" or "to" or "towards" && !sentence.ActorsUnder(n).Any())
            || (!tree.Has(noun, "acl:relcl") && tree.Ancestors(noun).Take(3).Any(a => tree.Is(a, "acl:relcl") && HasWithWhom(sentence, a)));
    }

    private static bool HasWithWhom(SentenceView sentence, int clause) =>
        sentence.Tree.Children(clause).ToArray().Any(c => sentence.Form(c) is "whom" or "which" && sentence.Tree.Child(c, "case") is { } with && sentence.Form(with) == "with");

    /// <summary>"A and other autocrats": A is one.</summary>
    public static List<ActorMention> Others(SentenceView sentence, int noun)
    {
        var tree = sentence.Tree;
        if (tree.Is(noun, "conj") && tree.Head(noun) is { } first && tree.ChildrenIn(noun, "amod").Any(a => sentence.Form(a) == "other"))
        {
            return [.. sentence.ActorsAt(first)];
        }

        // "Chad’s rival, Niger,"
        return tree.Has(noun, "nmod:poss") && tree.Child(noun, "appos") is { } name ? [.. sentence.ActorsAt(name)] : [];
    }

    private static bool IsListing(string form) => form is "," or "namely" or "especially" or "including" or "like" or "such" or "particularly" or "notably" or "–" or "—";

    /// <summary>Those who can be meant by a label: states, governments, organisations, leaders, each country once.</summary>
    public static List<ActorMention> Parties(IEnumerable<ActorMention> mentions)
    {
        var about = new List<ActorMention>();
        foreach (var mention in mentions)
        {
            if (mention.Actor.Kind is not (ActorKind.Outlet or ActorKind.Agency) && (mention.Actor.Country is not null || mention.Actor.Kind is ActorKind.Organisation or ActorKind.Person)
                && mention.Actor.Sector is null or "GOV" or "MIL" or "ELI" or "SPY" or "PTY" && about.TrueForAll(a => !Same(a.Actor, mention.Actor)))
            {
                about.Add(mention);
            }
        }

        return about;
    }

    /// <summary>Whoever the attribution around the words has as their source.</summary>
    public static List<ActorMention> Users(SentenceView sentence, TextSpan span) =>
        sentence.Findings.AttributionOf(span) is { } said ? [.. said.Source.SelectMany(sentence.Findings.ActorsIn).DistinctBy(m => m.Actor.Id)] : [];

    /// <summary>Those talked of before a word within a few sentences, the most and the last named first: whom "the relationship" is between.</summary>
    public static IEnumerable<ActorMention> NamedLast(SentenceView sentence, int token)
    {
        var end = sentence.Tree.Document.Tokens[token].Span.Start;
        var told = sentence.Findings.AttributionOf(sentence.Tree.Document.Tokens[token].Span);
        var before = sentence.Findings.Actors.Reverse().Where(a => a.Span.End <= end && told?.Source.Any(s => s.Overlaps(a.Span)) != true).TakeWhile(a => end - a.Span.End < LookBack).ToList();
        return before.OrderByDescending(a => before.Where(o => Same(a.Actor, o.Actor)).Sum(o => Math.Pow(0.5, (end - o.Span.End) / (double)Fading)));
    }

    public static bool Same(Actor one, Actor other) => one.Id == other.Id || (one.Kind != ActorKind.Person || other.Kind != ActorKind.Person) && (one.State is { Length: 3 } state && state == other.State);

    /// <summary>The actors at a word and those joined with it.</summary>
    public static IEnumerable<ActorMention> Named(SentenceView sentence, int token) => sentence.Tree.ChildrenIn(token, "conj").Prepend(token).SelectMany(sentence.ActorsAt);

    private static bool IsPhrase(SentenceView sentence, int token) => sentence.Tree.Is(token, "nmod") && sentence.Tree.Child(token, "case") is { } preposition
        && sentence.Form(preposition) is "between" or "of" or "with" or "to" or "against" or "for" or "among" or "toward" or "towards";
}
