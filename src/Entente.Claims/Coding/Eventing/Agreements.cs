using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Eventing;

/// <summary>The named treaties and initiatives of a document as acts are about them: "signed New START", "withdrew from the INF treaty".</summary>
internal sealed class Agreements
{
    private const int Farthest = 6;
    private readonly FrameTable _frames;
    private readonly Dictionary<int, AgreementMention> _heads = [];
    private readonly HashSet<int> _tokens = [];

    public Agreements(Findings findings, FrameTable frames)
    {
        _frames = frames;
        foreach (var mention in findings.Agreements)
        {
            var tokens = findings.Analyzed.Tokens;
            for (var token = findings.TokenAt(mention.Span.Start) ?? tokens.Count; token < tokens.Count && tokens[token].Span.Start < mention.Span.End; token++)
            {
                _tokens.Add(token);

                // a parser may hang two words of one name on the verb
                if (tokens[token].Head is not { } head || !mention.Span.Contains(tokens[head].Span))
                {
                    _heads[token] = mention;
                }
            }
        }
    }

    /// <summary>Whether a token is part of such a name: "accord" of "the Oslo accord" tells of no accord made now.</summary>
    public bool Names(int token) => _tokens.Contains(token);

    /// <summary>The trees with such names under the noun that they count as where a frame asks for one: "New START" is an agreement. Their part of speech is X, so that no word of action ("start") is read out of them.</summary>
    public Tree WithNouns(Tree tree)
    {
        if (_heads.Count == 0)
        {
            return tree;
        }

        Token[] tokens = [.. tree.Document.Tokens];
        foreach (var head in _heads.Keys)
        {
            if (!_frames.Class("agreement").Contains(_frames.LemmaOf(tokens[head], tree.Lower(head))))
            {
                tokens[head] = tokens[head] with { Lemma = "agreement", Upos = "X" };
            }
        }

        return Tree.Of(tree.Document with { Tokens = tokens });
    }

    /// <summary>What an act is about: the nearest that hangs on its words as object or with "of", "from", "to" …, not as the doer and not as a circumstance ("under the treaty").</summary>
    public AgreementMention? Of(EventMatch match, Syntax syntax)
    {
        AgreementMention? nearest = null;
        var least = Farthest;
        foreach (var token in _heads.Count == 0 ? [] : syntax.Under(match.Predicate))
        {
            if (_heads.TryGetValue(token, out var mention) && Distance(token, match, syntax) is var distance && distance < least)
            {
                (nearest, least) = (mention, distance);
            }
        }

        return nearest;
    }

    private int Distance(int head, EventMatch match, Syntax syntax)
    {
        var steps = 0;
        for (var at = head; at >= 0 && steps < Farthest; at = syntax.Head(at), steps++)
        {
            if (at == match.Trigger || at == match.Carrier)
            {
                return steps;
            }

            if (!IsOfAct(at, syntax))
            {
                return Farthest;
            }
        }

        return Farthest;
    }

    private static bool IsOfAct(int token, Syntax syntax) => syntax.Relation(token) switch
    {
        "obj" or "nsubj:pass" or "compound" or "appos" or "flat" or "nmod:desc" => true,
        "conj" => !syntax.IsVerb(token),
        "xcomp" or "ccomp" => syntax.IsVerb(token),
        "advcl" => syntax.IsInfinitive(token),
        var relation => (relation.StartsWith("obl", StringComparison.Ordinal) || relation.StartsWith("nmod", StringComparison.Ordinal))
            && syntax.Case(token) is null or "of" or "from" or "to" or "on" or "about" or "over" or "into" or "with" or "for" or "against" or "out" or "in" or "by",
    };
}
