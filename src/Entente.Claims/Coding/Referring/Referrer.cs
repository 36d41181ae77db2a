using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Referring;

/// <summary>
/// Names and trees → the actors that other words stand for: "the minister", "the two countries", "the paper", "he", "its", "I" in a quotation.
/// Sieves, the surest first (Raghunathan et al. 2010; Lee et al. 2013); each link keeps the name of its sieve and the words it goes back to. What is not sure stays unlinked.
/// </summary>
public sealed class Referrer
{
    private readonly Lexicon _lexicon;
    private readonly ReferringWords _words;
    private readonly AgreementReferences _agreements = AgreementReferences.Load();

    private Referrer(Lexicon lexicon, ReferringWords words)
    {
        _lexicon = lexicon;
        _words = words;
    }

    /// <summary>A referrer with the tables that ship with the library and the names that a namer knows.</summary>
    public static Referrer Load(Namer names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new Referrer(names.Lexicon, ReferringWords.Load());
    }

    /// <summary>The actor mentions of a document in text order: those that naming found, and those linked to them. A document without trees keeps its names.</summary>
    public IReadOnlyList<ActorMention> Find(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return findings.Analyzed.Tokens.Count == 0 ? findings.Actors : [.. Mentions(Resolve(findings)).OrderBy(a => a.Span)];
    }

    /// <summary>The agreements of a document in text order: those that naming found, and words such as "the treaty" that stand for them.</summary>
    public IReadOnlyList<AgreementMention> FindAgreements(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return _agreements.Find(findings);
    }

    /// <summary>All mentions of a document with their links.</summary>
    internal Scene Resolve(Findings findings)
    {
        var scene = new Scene(findings, _lexicon, _words);
        foreach (var sieve in Sieves(findings.OfficeDay))
        {
            sieve.Run(scene);
        }

        return scene;
    }

    private static Sieve[] Sieves(DateOnly? day) =>
    [
        new NameSieve(), new AcronymSieve(), new AppositionSieve(), new RelativeSieve(), new CounterpartSieve(day), new TitleSieve(), new NounSieve(),
        new PairSieve(), new SpeakerSieve(), new PersonPronounSieve(), new ThingPronounSieve(), new PluralPronounSieve(),
    ];

    private static IEnumerable<ActorMention> Mentions(Scene scene)
    {
        foreach (var mention in scene.Mentions)
        {
            if (mention.Link is null && mention.Named.Count > 0)
            {
                foreach (var named in mention.Named.Where(n => n.Via != "place"))
                {
                    yield return named;
                }
            }
            else if (mention.Kind != MentionKind.Set && (mention.Link is not null || mention.Kind == MentionKind.Name && mention.Named.Count == 0))
            {
                foreach (var linked in Linked(scene, mention))
                {
                    yield return linked;
                }
            }
        }
    }

    private static IEnumerable<ActorMention> Linked(Scene scene, Mention mention)
    {
        var actors = mention.Entity.AllActors();
        var link = mention.Link;
        for (var i = 0; i < actors.Count; i++)
        {
            var actor = actors[i];
            var named = mention.Named is [var own] ? own : new ActorMention(mention.Span, actor);
            yield return named with
            {
                Span = link?.Sieve == "both" ? PairSieve.Phrase(scene, mention) : mention.Span,
                Actor = actor,
                Via = link?.Sieve ?? "name",
                Role = named.Role ?? (actors.Count == 1 && mention.Entity.Roles.Count > 0 ? mention.Entity.Roles[0] : null),
                Shared = actors.Count > 1,
                Antecedent = link is null ? null : Told(mention, link.Antecedents[link.Antecedents.Count == actors.Count ? i : 0]).Span,
            };
        }
    }

    /// <summary>The words to show for an antecedent: of a pronoun the name or noun that it stands for itself.</summary>
    private static Mention Told(Mention mention, Mention antecedent) =>
        antecedent.Pronoun is null ? antecedent : antecedent.Entity.NameBefore(mention) ?? antecedent.Entity.Mentions.Find(m => m.Pronoun is null && m.Index < mention.Index) ?? antecedent;
}
