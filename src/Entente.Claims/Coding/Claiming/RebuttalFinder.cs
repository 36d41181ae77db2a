using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Replies that deny what was told just before without saying it again: "Chile said that Peru had shelled a village. Peru rejected *the accusation*." The act stands once more, as denied by who replies;
/// of a position the one who replies holds the opposite. Only what somebody else says of the one who replies, in the same or one of the two sentences before, is answered.
/// </summary>
internal sealed class RebuttalFinder(WrongWords words)
{
    private const int Reach = 2;

    /// <summary>A finder with the table that ships.</summary>
    public static RebuttalFinder Load() => new(WrongWords.Load());

    /// <param name="claims">The claims of the document.</param>
    public IEnumerable<Claim> Find(Findings findings, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(claims);
        var tree = new Lazy<Tree>(() => Tree.Of(findings.Analyzed));
        foreach (var reply in findings.Attributions)
        {
            if (reply.Source.Count == 0 || reply.Cue.Count == 0 || reply.Content.Count == 0 || findings.HeadOf(reply.Cue[0]) is not { } cue || !IsDenial(findings, tree, reply, cue) || Answered(findings, tree.Value, reply) is not { } word
                || findings.ActorsIn(reply.Source[0]).FirstOrDefault() is not { } denier)
            {
                continue;
            }

            var sentence = tree.Value.Sentence(cue);
            foreach (var told in Before(findings, claims, sentence, reply.Cue[0].Start, denier.Actor))
            {
                yield return Denied(findings, told, findings.Analyzed.Sentences[sentence].Span, word, denier);
            }
        }
    }

    private bool IsDenial(Findings findings, Lazy<Tree> tree, Attribution reply, int cue)
    {
        var lemma = findings.Analyzed.Tokens[cue].Lemma;
        var isFalse = reply.Content.Any(c => words.In("innocence", c.In(findings.Text)) && words.In("assertion", c.In(findings.Text)));
        return (words.Is("denying", lemma) || isFalse) && !tree.Value.IsNegated(cue);
    }

    /// <summary>The word that stands for what was told: a noun for something said, with no clause and no phrase of its own, or "it"; null when the content tells it itself.</summary>
    private TextSpan? Answered(Findings findings, Tree tree, Attribution reply)
    {
        var tokens = findings.Analyzed.Tokens;
        foreach (var part in reply.Content)
        {
            for (var at = findings.TokenAt(part.Start) ?? tokens.Count; at < tokens.Count && tokens[at].Span.Start < part.End; at++)
            {
                var form = tree.Lower(at);
                if (tokens[at].Upos == "PRON" && form is "it" or "this" or "that" or "them" && tree.Is(at, "obj"))
                {
                    return tokens[at].Span;
                }

                if (tokens[at].Upos == "NOUN" && words.Is("assertion", tokens[at].Lemma))
                {
                    return tree.Has(at, "acl") || tree.Has(at, "nmod") || tree.Has(at, "nmod:poss") ? null : tokens[at].Span;
                }

                if (tokens[at].Upos is "NOUN" or "VERB" or "PROPN")
                {
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>What somebody else tells of the one who replies: before the reply in its own sentence, else in the nearest sentence before that tells any.</summary>
    private static List<Claim> Before(Findings findings, IReadOnlyList<Claim> claims, int sentence, int cue, Actor denier)
    {
        for (var at = sentence; at >= Math.Max(0, sentence - Reach); at--)
        {
            var span = findings.Analyzed.Sentences[at].Span;
            var found = claims.Where(c => c.Evidence == span && (at < sentence || c.Body is EventMention act && act.Trigger.End <= cue && (c.Factuality.Readings.HasFlag(Readings.Rumoured) || c.Chain.Links.Any(l => l.Words is not null))) && IsSaidOf(c, denier)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private static bool IsSaidOf(Claim claim, Actor denier) => claim.Factuality.Polarity == Polarity.Positive && !claim.Factuality.Readings.HasFlag(Readings.Denied) && claim.Body switch
    {
        EventMention act => act.Actors.Any(a => IsOne(a.Actor, denier))
            && !claim.Chain.Links.Any(l => l.Words is not null && l.Actor is { } id && (id == denier.Id || (denier.Country is { } country && id.StartsWith(country, StringComparison.Ordinal)))),
        PositionClaim position => position.Holder is { } holder && !IsOne(holder.Actor, denier) && position.About.Contains(denier.Country, StringComparer.Ordinal) && position.Stance is "for" or "against",
        _ => false,
    };

    private static bool IsOne(Actor one, Actor other) => one.Id == other.Id || (one.State is { Length: 3 } state && state == other.State);

    private static Claim Denied(Findings findings, Claim told, TextSpan evidence, TextSpan word, ActorMention denier)
    {
        var body = told.Body switch
        {
            EventMention act => act with { Trigger = word },
            PositionClaim position => position with { Stance = position.Stance == "for" ? "against" : "for", Holder = denier, Reason = null },
            var other => other,
        };
        return new Claim(ClaimId.Of(findings, told.Kind, word, told.Id), body, evidence, told.Rule + "+rebutted")
        {
            Time = told.Time,
            Factuality = told.Body is PositionClaim ? told.Factuality : new Factuality(Certainty.Certain, Polarity.Positive, Readings.Denied),
            Chain = findings.ChainAt(word),
            Confidence = 0.55,
        };
    }
}
