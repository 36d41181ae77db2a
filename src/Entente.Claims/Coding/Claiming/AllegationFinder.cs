namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Marks the claims that say of a person that he did wrong (data/wrongdoing.tsv), each with the denials of the page: by himself, or by his lawyer, spokesman or office.
/// </summary>
public sealed class AllegationFinder
{
    private readonly HashSet<string> _nouns;
    private readonly HashSet<string> _verbs;
    private readonly ILookup<string, string> _words;

    private AllegationFinder(ILookup<string, string> words) => (_nouns, _verbs, _words) = ([.. words["n"]], [.. words["v"]], words);

    /// <summary>A finder with the table that ships.</summary>
    public static AllegationFinder Load() =>
        new(Table.Shipped("wrongdoing").Rows.SelectMany(r => r.List("words").Select(w => (Class: r.Required("class"), Word: w))).ToLookup(p => p.Class, p => p.Word, StringComparer.Ordinal));

    /// <summary>The claims of a document, those that are allegations marked as such.</summary>
    public IReadOnlyList<Claim> Mark(Findings findings, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(claims);
        List<Said>? denials = null;
        var marked = new List<Claim>(claims.Count);
        foreach (var claim in claims)
        {
            var against = Against(findings, claim);
            if (against.Count == 0)
            {
                marked.Add(claim);
                continue;
            }

            denials ??= [.. Denials(findings, claims)];
            marked.Add(claim with { Allegation = new Allegation(against) { Denials = [.. denials.Where(d => Answers(findings, d, claim, against)).Select(d => d.Denial())] } });
        }

        return marked;
    }

    /// <summary>
    /// The persons whom a claim accuses: whom an accusation, an arrest or a warrant meets where the sentence names a wrong; who is said by somebody to have used force or broken the law; whom a word of wrongdoing is used of.
    /// </summary>
    private List<ActorMention> Against(Findings findings, Claim claim) => claim.Body switch
    {
        EventMention { Type: EventType.Accuse or EventType.Coerce or EventType.Threaten or EventType.Sanction } e when e.Recipients.Any(IsPerson) && (e.Mode is "allege" or "investigate" || NamesWrong(findings, claim.Evidence)) => Persons(e.Recipients),
        EventMention { Type: EventType.Assault or EventType.Coerce } e when e.Actors.Any(IsPerson) && IsSomebodysWord(claim) => Persons(e.Actors),
        EventMention e when e.Actors.Any(IsPerson) && NamesWrong(findings, e.Trigger) => Persons(e.Actors),
        LabelClaim l when NamesWrong(findings, l.Words) => Persons(l.About.Where(a => l.By.All(b => b.Actor.Id != a.Actor.Id))),
        _ => [],
    };

    private static bool IsSomebodysWord(Claim claim) => claim.Chain.Links.Any(l => l.Kind != SourceKind.Publisher) || (claim.Factuality.Readings & (Readings.Rumoured | Readings.Denied | Readings.Inferred)) != Readings.None;

    private static bool IsPerson(ActorMention mention) => mention.Actor.Kind == ActorKind.Person;

    private static List<ActorMention> Persons(IEnumerable<ActorMention> mentions) => [.. mentions.Where(IsPerson).DistinctBy(m => m.Actor.Id)];

    private bool NamesWrong(Findings findings, TextSpan span)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var at = findings.TokenAt(span.Start) ?? tokens.Count; at < tokens.Count && tokens[at].Span.Start < span.End; at++)
        {
            var lemma = tokens[at].Lemma.ToLowerInvariant();
            if (tokens[at].Upos == "VERB" ? _verbs.Contains(lemma) : tokens[at].Upos is "NOUN" or "PROPN" && _nouns.Contains(lemma))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What is denied in the page: by a word of denial ("denied", "dismissed as false"), as a denial in plain words ("said that he did nothing wrong", "is innocent"),
    /// or as a claim that tells a wrong as not so ("said that he had killed nobody").
    /// </summary>
    private IEnumerable<Said> Denials(Findings findings, IReadOnlyList<Claim> claims)
    {
        foreach (var attribution in findings.Attributions)
        {
            if (attribution.Source.Count == 0 || attribution.Cue.Count == 0 || findings.TokenAt(attribution.Cue[0].Start) is not { } cue)
            {
                continue;
            }

            var sentence = findings.Analyzed.Sentences.FirstOrDefault(s => s.Span.Contains(attribution.Cue[0]));
            var coded = claims.FirstOrDefault(c => IsDenialIn(c, attribution));
            if (sentence.Span.Length > 0 && (attribution.Gives.HasFlag(Readings.Denied) || findings.Analyzed.Tokens[cue].Lemma is "deny" or "reject" or "dismiss" or "refute" or "dispute" or "rebuff" or "contest"
                || IsDenial(findings, attribution) || coded is not null && (Against(findings, coded).Count > 0 || coded.Body is EventMention { Type: EventType.Assault or EventType.Coerce })))
            {
                yield return new Said(attribution, sentence, coded);
            }
        }
    }

    /// <summary>Whether a claim is what a source denies: the rejection that its cue tells of, or what it says to be not so.</summary>
    private static bool IsDenialIn(Claim claim, Attribution attribution) => claim.Body is EventMention e
        && (e.Type == EventType.Reject && attribution.Cue.Any(e.Trigger.Overlaps)
            || (claim.Factuality.Polarity == Polarity.Negative || claim.Factuality.Readings.HasFlag(Readings.Denied)) && attribution.Content.Any(c => c.Contains(e.Trigger)));

    private bool IsDenial(Findings findings, Attribution attribution) => attribution.Content.Any(c => HasAny(c.In(findings.Text), "innocence"));

    private bool HasAny(string text, string kind) => _words[kind].Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a denial is one of these persons', or of somebody who speaks for them, and of this: said after it or in the same sentence, of accusations, of "it", or with a word of the claim.</summary>
    private bool Answers(Findings findings, Said denial, Claim claim, List<ActorMention> against)
    {
        var (attribution, sentence, coded) = denial;
        var isTheirs = attribution.Source.SelectMany(findings.ActorsIn).Any(s => against.Exists(a => a.Actor.Id == s.Actor.Id))
            || attribution.Source.Any(s => against.Exists(a => IsFor(findings, s, a, sentence)));
        if (!isTheirs || attribution.Cue.Any(claim.Evidence.Contains) && claim.Body is EventMention { Type: EventType.Reject })
        {
            return false;
        }

        var content = string.Join(' ', attribution.Content.Select(c => c.In(findings.Text))).ToLowerInvariant();
        return IsDenial(findings, attribution) || content is "it" or "this" or "that" or "them"
            || HasAny(content, "matter")
            || attribution.Content.Any(c => NamesWrong(findings, c))
            || coded is not null && (Against(findings, coded).Count > 0 || (coded.Body as EventMention)?.Type == (claim.Body as EventMention)?.Type);
    }

    /// <summary>"His lawyer", "a spokesman for Berg", of who governs a state its government's spokesman: somebody who speaks for the accused, where the one before or in the words is he.</summary>
    private bool IsFor(Findings findings, TextSpan source, ActorMention accused, Sentence sentence)
    {
        var words = source.In(findings.Text).ToLowerInvariant();
        if (!HasAny(words, "voice"))
        {
            return false;
        }

        if (accused.Actor is { Sector: "GOV", Country: { } country } && findings.ActorsIn(source).Any(a => a.Actor is { Sector: "GOV" } && a.Actor.Country == country))
        {
            return true;
        }

        var surname = accused.Actor.Name.Split(' ')[^1];
        var mentioned = words.Contains(surname.ToLowerInvariant(), StringComparison.Ordinal);
        var before = findings.Actors.LastOrDefault(m => m.Span.End <= sentence.Span.Start && m.Actor.Kind == ActorKind.Person);
        return mentioned || (words.StartsWith("his ", StringComparison.Ordinal) || words.StartsWith("her ", StringComparison.Ordinal)) && before?.Actor.Id == accused.Actor.Id;
    }

    /// <summary>Somebody's denial: who says what, in which sentence, and the claim that it is coded as.</summary>
    private sealed record Said(Attribution Attribution, Sentence Sentence, Claim? Coded)
    {
        public Denial Denial() => new(Sentence.Span, Attribution.Source[0]) { Claim = Coded?.Id };
    }
}
