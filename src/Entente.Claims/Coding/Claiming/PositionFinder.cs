namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Who holds which proposition of data/propositions.tsv, for, against or unsure. A pattern of data/position-patterns.tsv either states the proposition, and whoever says so holds it, or it names the matter
/// ("unilateral sanctions"), and a word of data/attitudes.tsv tells which side who takes on it.
/// </summary>
internal sealed class PositionFinder
{
    private const int MostHolders = 4;

    private readonly PatternTable<PropositionPattern> _rows;
    private readonly AttitudeFinder _attitudes;
    private readonly Holders _holders;

    private PositionFinder(PatternTable<PropositionPattern> rows, AttitudeTable attitudes) => (_rows, _attitudes, _holders) = (rows, new(attitudes), new(attitudes));

    public static PositionFinder Load(OwnPropositions own) => new(new(Propositions.Load(own).Select(r => (r.Pattern, r))), AttitudeTable.Load());

    public IEnumerable<Claim> Find(SentenceView sentence)
    {
        var found = new List<(string Proposition, ActorMention? Holder, bool IsOwn, Claim Claim)>();
        foreach (var (row, match) in _rows.Matches(sentence))
        {
            if (Held(sentence, row, match) is { } held && About(sentence, row, match, held.By) is { } about)
            {
                var proposition = about.Count == 0 ? row.Name : $"{row.Name}:{string.Join('-', about)}";
                foreach (var holder in held.By.Take(MostHolders).DefaultIfEmpty<ActorMention?>(null))
                {
                    if (!found.Exists(f => f.Proposition == proposition && f.Holder?.Actor.Id == holder?.Actor.Id))
                    {
                        var body = new PositionClaim(proposition, Name(held.Leaning)) { About = about, Holder = holder, Reason = Reasons.Of(sentence, held.Token) };
                        found.Add((proposition, holder, held.IsTaken || match.Slots.ContainsKey("h"), Claim(sentence, row, held, body)));
                    }
                }
            }
        }

        // What is held by nobody in particular adds nothing to the same held by somebody, and who tells that another recognised it does not hold it too.
        return found.Where(f => f.IsOwn || !found.Exists(o => o != f && o.Proposition == f.Proposition && (o.IsOwn || (f.Holder is null && o.Holder is not null)))).Select(f => f.Claim);
    }

    private static Claim Claim(SentenceView sentence, PropositionPattern row, Held held, PositionClaim body)
    {
        return sentence.ClaimAt(body, held.Token, row.Id, held.IsTaken ? 0.65 : 0.6, body.Proposition, body.Stance, body.Holder?.Actor.Id) with { Factuality = Told(sentence, held) };
    }

    /// <summary>The stance tells for and against; what is left is how the holding itself is told. Who says or wants it holds it, however uncertain what he says or wants.</summary>
    private static Factuality Told(SentenceView sentence, Held held)
    {
        var told = sentence.FactualityOf(held.Token);
        var readings = told.Readings & ~(Readings.Asserted | Readings.Denied);
        var isHeld = readings == Readings.None || !held.IsTaken || ((readings & ~(Readings.Hypothetical | Readings.Planned)) == Readings.None && !sentence.IsConditional(held.Token) && sentence.PredicateOver(held.Token)?.Modality is null or "will" or "would");
        return isHeld ? new Factuality(Certainty.Certain, Polarity.Positive, Readings.Opinion) : new Factuality(told.Certainty, Polarity.Positive, readings);
    }

    /// <summary>Which side is taken and by whom; null when nobody takes one.</summary>
    private Held? Held(SentenceView sentence, PropositionPattern row, PatternMatch match)
    {
        var trigger = sentence.Elements[match.TriggerElement].Token;
        if (sentence.Tree.Is(trigger, "cop") && sentence.Tree.Head(trigger) is { } predicate)
        {
            trigger = predicate;
        }

        return row.IsTopic ? OfTopic(sentence, row, trigger) : OfStatement(sentence, row, match, trigger);
    }

    private Held? OfTopic(SentenceView sentence, PropositionPattern row, int trigger)
    {
        if (_attitudes.OfTopic(sentence, trigger) is not { } taken)
        {
            return null;
        }

        if (sentence.IsConditional(taken.Token))
        {
            // "has not decided whether it supports a ceasefire"
            return _attitudes.OfStatement(sentence, taken.Token) is { Leaning: Leaning.Unsure } open && _holders.Of(sentence, open.Token, open.IsState) is { } undecided
                ? new Held(open.Token, Leaning.Unsure, undecided, true) : null;
        }

        var by = taken.Holder is { } word ? _holders.Of(sentence, word, taken.IsState) : _holders.Saying(sentence, taken.Token);
        return by is null ? null : new Held(taken.Token, Compose(row.Leaning, taken.IsTurned ? Opposite(taken.Leaning) : taken.Leaning), by, true);
    }

    private Held? OfStatement(SentenceView sentence, PropositionPattern row, PatternMatch match, int trigger)
    {
        var told = sentence.FactualityOf(trigger);
        if (_attitudes.OfStatement(sentence, trigger) is { } taken && _holders.Of(sentence, taken.Holder ?? taken.Token, taken.IsState) is { } takers)
        {
            var said = IsSaidNot(sentence, row, match, trigger) ? Opposite(row.Leaning) : row.Leaning;
            return new Held(taken.Token, Compose(said, taken.Leaning), takers, true);
        }

        if (sentence.IsConditional(trigger))
        {
            return null;
        }

        var turned = (!row.Pattern.IsNegative && told.Polarity == Polarity.Negative) || IsSaidNot(sentence, row, match, trigger) || _attitudes.IsSaidNotToBe(sentence, trigger) || told.Readings.HasFlag(Readings.Denied);
        var leaning = IsDoubted(sentence, trigger, told) || IsAsked(sentence) ? Leaning.Unsure : turned ? Opposite(row.Leaning) : row.Leaning;
        IReadOnlyList<ActorMention> named = [.. sentence.Actors(match, "h").DistinctBy(a => a.Actor.Id)];
        return new Held(trigger, leaning, named.Count > 0 ? named : _holders.Saying(sentence, trigger), false);
    }

    /// <summary>Whether a "not" at the word that tells of it, or a "no" among the words found ("describes the pact as no alliance"), turns what a pattern says that has neither.</summary>
    private static bool IsSaidNot(SentenceView sentence, PropositionPattern row, PatternMatch match, int trigger) => !row.Pattern.IsNegative
        && (sentence.IsDenied(trigger) || sentence.Elements.Skip(match.First).Take(match.End - match.First).Zip(sentence.Elements.Skip(match.First + 1)).Any(e => e.First.Form == "no" && e.Second.Form is not ("longer" or "doubt" or "less" or "more" or "matter")));

    /// <summary>"may be", "perhaps"; what can or could be done is no doubt.</summary>
    private static bool IsDoubted(SentenceView sentence, int trigger, Factuality told) => told.Certainty == Certainty.Possible && !sentence.Tree.Ancestors(trigger).Prepend(trigger).Take(4).Any(t => sentence.Findings.PredicateAt(t)?.Modality is "can" or "could");

    private static bool IsAsked(SentenceView sentence) => sentence.Elements.Any(e => e.Form == "?");

    /// <summary>The countries or organisations that a proposition about one or two is about, empty for one that is about none; null when the sentence does not name them.</summary>
    private static List<string>? About(SentenceView sentence, PropositionPattern row, PatternMatch match, IReadOnlyList<ActorMention> holders)
    {
        if (row.Parties == 0)
        {
            return [];
        }

        if (row.Parties == 1)
        {
            return Sides(sentence.Actors(match, "a")) is [var one, ..] && !IsCrossed(sentence, match, one) ? [one] : null;
        }

        // Of two, the pattern may name only one: "Saudi Arabia rejects a normalisation with Israel".
        var named = Sides([.. sentence.Actors(match, "a"), .. sentence.Actors(match, "b")]);
        var own = named.Count == 1 ? Sides([.. sentence.Actors(match, "a"), .. sentence.Actors(match, "b"), .. holders]) : named;
        var pair = own.Count == 2 ? own : Sides(sentence.Elements.SelectMany(e => e.Actors));
        return pair.Count == 2 ? pair : NamesNobody(sentence, match, holders) ? Prevailing(sentence, holders) : null;
    }

    /// <summary>Whether neither the pattern nor the sentence names any of the two, but for who says so.</summary>
    private static bool NamesNobody(SentenceView sentence, PatternMatch match, IReadOnlyList<ActorMention> holders) => !match.Slots.ContainsKey("a") && !match.Slots.ContainsKey("b")
        && Sides(sentence.Elements.SelectMany(e => e.Actors).Where(a => holders.All(h => h.Actor.Id != a.Actor.Id))).Count == 0;

    /// <summary>"There is no alliance, the writer said": the two that the document is about, where no third is named half as often.</summary>
    private static List<string>? Prevailing(SentenceView sentence, IReadOnlyList<ActorMention> holders)
    {
        var ranked = sentence.Findings.Actors.Where(a => a.Actor.Kind is ActorKind.Country or ActorKind.Government || a.Actor is { Kind: ActorKind.Person, Sector: "GOV" })
            .Select(a => a.Actor.State).OfType<string>()
            .GroupBy(c => c, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var others = ranked.Skip(2).FirstOrDefault(g => holders.All(h => h.Actor.Country != g.Key))?.Count() ?? 0;
        return ranked.Length >= 2 && ranked[1].Count() >= 2 * others ? [.. new[] { ranked[0].Key, ranked[1].Key }.Order(StringComparer.Ordinal)] : null;
    }

    /// <summary>Whether somebody else stands between {a} and the word that tells of it: in "India accused Pakistan of sponsoring terrorism" it is not India that does.</summary>
    private static bool IsCrossed(SentenceView sentence, PatternMatch match, string side) => match.Slots["a"].End <= match.TriggerElement
        && Sides(sentence.Elements.Take(match.TriggerElement).Skip(match.Slots["a"].End).SelectMany(e => e.Actors)).Any(s => s != side);

    /// <summary>Countries, and organisations and blocs by their id.</summary>
    private static List<string> Sides(IEnumerable<ActorMention> mentions) => [.. mentions
        .Where(m => m.Actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Group or ActorKind.Person or ActorKind.Organisation)
        .Select(m => m.Actor.Kind == ActorKind.Organisation && m.Actor.Id.StartsWith("org:", StringComparison.Ordinal) && m.Actor.State is null ? m.Actor.Id : m.Actor.State)
        .OfType<string>().Distinct(StringComparer.Ordinal).Take(3).Order(StringComparer.Ordinal)];

    private static Leaning Compose(Leaning of, Leaning taken) => of == Leaning.Unsure || taken == Leaning.Unsure ? Leaning.Unsure : of == taken ? Leaning.For : Leaning.Against;

    private static Leaning Opposite(Leaning leaning) => leaning switch { Leaning.For => Leaning.Against, Leaning.Against => Leaning.For, _ => leaning };

    private static string Name(Leaning leaning) => leaning switch { Leaning.For => "for", Leaning.Against => "against", _ => "unsure" };
}

/// <summary>A position that is held: the word that tells of it, the stance, and who holds it; nobody when it is the article's own voice and its author is not known.</summary>
/// <param name="IsTaken">Whether a word of attitude tells it, and not the proposition's own words.</param>
internal sealed record Held(int Token, Leaning Leaning, IReadOnlyList<ActorMention> By, bool IsTaken);
