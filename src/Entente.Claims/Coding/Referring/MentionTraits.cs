using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Referring;

/// <summary>What the words of a mention tell of it: number, sex, whether it is somebody, and how much it stands out.</summary>
internal sealed class MentionTraits(Findings findings, Tree tree, Lexicon lexicon, ReferringWords words)
{
    private readonly IReadOnlyList<Token> _tokens = findings.Analyzed.Tokens;

    /// <summary>The state that a place name names; null for cities and regions.</summary>
    public Actor? StateOf(PlaceMention place) => lexicon.Country(place.Country) is { } country && country.Name == place.Name ? country.Actor : null;

    public static bool? IsPerson(ActorMention named) => named.Actor.Kind switch
    {
        ActorKind.Person => true,
        ActorKind.Group => null,
        _ => false,
    };

    public bool IsPlural(ActorMention named, int head) => (named.Actor.Kind is ActorKind.Group or ActorKind.Government || named.Via == "demonym") && IsPlural(head) || named.Via == "demonym" && IsPeople(head);

    // "the Chinese", "the French"; "the Russian" is one
    private bool IsPeople(int token) => IsDefinite(token) && !tree.Is(token, "amod") && !tree.Is(token, "compound") && Form(token) is var form && (form.EndsWith("ese") || form.EndsWith("sh") || form.EndsWith("ch") || form.EndsWith("ss"));

    public bool IsPlural(int token) => _tokens[token].Xpos is "NNS" or "NNPS";

    /// <summary>Told by the post ("spokeswoman") or the first name; unknown where that is borne by men and women.</summary>
    public Gender GenderOf(ActorMention named)
    {
        if (named.Actor.Kind != ActorKind.Person)
        {
            return Gender.Unknown;
        }

        if (named.Role is { } role && words.NounOf(role.AsSpan(role.LastIndexOf(' ') + 1)) is { Gender: not Gender.Unknown } noun)
        {
            return noun.Gender;
        }

        var before = TitleBefore(named.Span);
        if (before != Gender.Unknown)
        {
            return before;
        }

        var name = named.Actor.Name.AsSpan();
        var space = name.IndexOf(' ');
        return space > 0 ? OfWord(name[..space]) : Gender.Unknown;
    }

    /// <summary>The sex of the bearer of an unlisted name.</summary>
    public Gender GenderOf(int first, int last)
    {
        var titled = TitleBefore(_tokens[first].Span);
        return titled != Gender.Unknown ? titled : OfWord(Form(first)) is var own && (first < last || IsTitle(first)) ? own : Gender.Unknown;
    }

    /// <summary>Whether an unlisted name is a person's, as far as its first word or a title tells.</summary>
    public bool? IsPersonName(int first, int last) => TitleBefore(_tokens[first].Span) != Gender.Unknown || IsTitle(first) || OfWord(Form(first)) != Gender.Unknown || first < last && lexicon.IsGivenName(lexicon.Find(Form(first))) ? true : null;

    /// <summary>The row of a common noun, with the nouns before it ("foreign ministers") where the table has both together.</summary>
    public ReferringNoun? NounOf(int token)
    {
        if (token > 0 && (tree.Is(token - 1, "compound") || tree.Is(token - 1, "amod")) && tree.Head(token - 1) == token
            && words.NounOf(findings.Text.AsSpan(_tokens[token - 1].Span.Start, _tokens[token].Span.End - _tokens[token - 1].Span.Start)) is { } both)
        {
            return both;
        }

        return words.NounOf(Form(token));
    }

    /// <summary>Whether a common noun is somebody: by the table; nouns in "-er" and the like may be or not, others are things.</summary>
    public bool? IsPerson(int token, ReferringNoun? noun)
    {
        if (noun is not null)
        {
            return (noun.Class & (NounClass.Person | NounClass.People | NounClass.PairOfPeople)) != NounClass.None;
        }

        var lemma = _tokens[token].Lemma.AsSpan();
        return lemma.EndsWith("er") || lemma.EndsWith("or") || lemma.EndsWith("ist") || lemma.EndsWith("ian") || lemma.EndsWith("man") || lemma.EndsWith("ant") || lemma.EndsWith("ee") ? null : false;
    }

    public bool IsDefinite(int token) => tree.Child(token, "det") is { } determiner && _tokens[determiner].Lemma is "the" or "this" or "that" or "these" or "those" or "both";

    /// <summary>"it is clear that …", "it seems", "it rained".</summary>
    public bool IsEmpty(int token)
    {
        if (!tree.Is(token, "nsubj") || tree.Head(token) is not { } predicate)
        {
            return false;
        }

        if (_tokens[predicate].Lemma is "seem" or "appear" or "happen" or "rain" or "snow" || tree.Has(predicate, "csubj"))
        {
            return true;
        }

        var complement = _tokens[predicate].Upos is "ADJ" or "NOUN" || tree.Has(predicate, "aux:pass");
        return complement && (tree.Has(predicate, "ccomp") || tree.Has(predicate, "xcomp") || Cleft(predicate));
    }

    // "it was Norway that …", "it is time to …"
    private bool Cleft(int predicate)
    {
        foreach (var child in tree.Children(predicate))
        {
            if (tree.Is(child, "advcl") && tree.Child(child, "mark") is { } mark && _tokens[mark].Lemma is "that" or "to" or "for" || tree.Is(child, "acl") && tree.Has(predicate, "cop"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>100, and 80 for a subject, 50 for an object, 40 for another complement of the verb; 80 more outside other noun phrases, 50 more outside prepositional phrases (Lappin and Leass 1994, table 1).</summary>
    public double WeightOf(int head)
    {
        var top = tree.FirstConjunct(head);
        while (tree.Is(top, "appos") && tree.Head(top) is { } named)
        {
            top = named;
        }

        var relation = _tokens[top].Deprel;
        var weight = 100.0;
        weight += Tree.Is(relation, "nsubj") ? 80 : relation == "root" || Tree.Is(relation, "obj") ? 50 : Tree.Is(relation, "iobj") || Tree.Is(relation, "obl") ? 40 : 0;
        weight += Tree.Is(relation, "nmod") || Tree.Is(relation, "compound") || Tree.Is(relation, "amod") || Tree.Is(relation, "det") ? 0 : 80;
        return weight + (Tree.Is(relation, "obl") ? 0 : 50);
    }

    public bool IsSubject(int head) => tree.Is(tree.FirstConjunct(head), "nsubj");

    private Gender TitleBefore(TextSpan name)
    {
        if (findings.TokenAt(name.Start) is not (> 0 and var token))
        {
            return Gender.Unknown;
        }

        return IsTitle(token - 1) ? OfWord(Form(token - 1)) : Gender.Unknown;
    }

    private bool IsTitle(int token) => Form(token).Trim('.') is "Mr" or "Mrs" or "Ms" or "Miss" or "Sir" or "Lady" or "Lord" or "Dame" or "King" or "Queen" or "Prince" or "Princess";

    private Gender OfWord(ReadOnlySpan<char> word)
    {
        var cue = lexicon.CueOf(lexicon.Find(word)) & (Cue.Male | Cue.Female);
        return cue switch
        {
            Cue.Male => Gender.Male,
            Cue.Female => Gender.Female,
            _ => Gender.Unknown,
        };
    }

    private ReadOnlySpan<char> Form(int token) => findings.Text.AsSpan(_tokens[token].Span.Start, _tokens[token].Span.Length);
}
