namespace Entente.Claims.Coding.Judging;

/// <summary>
/// The factuality of a claim: that of its own predicate, as the nearest source has it, with what the cue of the attribution around it adds
/// ("denied", "rumours", "the best guess"). Every pass that makes claims asks here, so that all claims of a sentence are told alike.
/// </summary>
public static class Factualities
{
    /// <summary>How the claim that stands at a token is told.</summary>
    /// <param name="triggerToken">Index, among the document's tokens, of the word that tells of the event or state.</param>
    /// <param name="evidence">The clause or sentence that says it; used when the token is no predicate.</param>
    public static Factuality Of(Findings findings, int triggerToken, TextSpan evidence)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentOutOfRangeException.ThrowIfNegative(triggerToken);
        var tokens = findings.Analyzed.Tokens;
        var place = triggerToken < tokens.Count ? tokens[triggerToken].Span : evidence;
        var predicate = findings.PredicateAt(triggerToken);
        var told = Unfold(predicate?.Factuality ?? Factuality.Asserted);
        if (findings.AttributionOf(place) is not { } attribution)
        {
            return told;
        }

        return IsAnnounced(findings, predicate, attribution) ? With(told with { Certainty = Certainty.Certain, Readings = Readings.Planned }, attribution.Gives)
            : With(told, Reaching(predicate, attribution.Gives) | Hearsay(findings, attribution));
    }

    /// <summary>"The two would sign it, he told reporters": "will" as told in the past, also where the tree does not join the two. In his own words ("I would sign") it is none.</summary>
    private static bool IsAnnounced(Findings findings, Predicate? predicate, Attribution attribution)
    {
        if (predicate is not { Modality: "would", Links.Count: 0, Factuality.Readings: Readings.Hypothetical } || attribution.Cue.Count == 0
            || findings.TokenAt(attribution.Cue[0].Start) is not { } cue || findings.PredicateAt(cue)?.Tense != "past")
        {
            return false;
        }

        // quotation marks go in pairs within a paragraph
        var before = findings.Analyzed.Text.AsSpan(0, predicate.Span.Start);
        var marks = before[(before.LastIndexOf('\n') + 1)..].CountAny('"', '“', '”');
        return marks % 2 == 0;
    }

    /// <summary>"rejected the *demand*", "denied that the *murdered* envoy spied": a denial touches what it denies, not what it takes for granted.</summary>
    private static Readings Reaching(Predicate? predicate, Readings given) =>
        predicate is { Factuality.Readings: var own } && given.HasFlag(Readings.Denied) && !own.HasFlag(Readings.Denied) && predicate.Factuality.Polarity == Polarity.Positive
            ? given & ~Readings.Denied : given;

    /// <summary>"according to *unconfirmed* reports": nobody stands by it.</summary>
    private static Readings Hearsay(Findings findings, Attribution attribution)
    {
        foreach (var span in attribution.Source)
        {
            var source = span.In(findings.Analyzed.Text);
            if (source.StartsWith("un", StringComparison.OrdinalIgnoreCase) && source.Split(' ')[0].ToLowerInvariant() is "unconfirmed" or "unverified" or "unsubstantiated" or "uncorroborated" or "unproven")
            {
                return Readings.Rumoured;
            }
        }

        return Readings.None;
    }

    /// <summary>
    /// "denied that ships sank": to the denier the ships did not sink (−); the claim is that they did, and that it is denied. Of a rumour that is denied the words stand as they are.
    /// </summary>
    private static Factuality Unfold(Factuality told) =>
        told.Polarity == Polarity.Negative && told.Readings.HasFlag(Readings.Denied) && !told.Readings.HasFlag(Readings.Rumoured) ? told with { Polarity = Polarity.Positive } : told;

    /// <summary>
    /// Adds to a factuality what the cue around it gives. A reading that says more replaces "asserted"; what is denied, guessed or told as a rumour
    /// is not certain any more. "He denied that troops had crossed": denied; the polarity stays what the words under the cue have.
    /// </summary>
    internal static Factuality With(Factuality told, Readings given)
    {
        if (given is Readings.None or Readings.Asserted)
        {
            return told;
        }

        var readings = (told.Readings & ~Readings.Asserted) | given;
        var certainty = (given & (Readings.Inferred | Readings.Rumoured)) != Readings.None && told.Certainty == Certainty.Certain ? Certainty.Probable : told.Certainty;
        return new Factuality(certainty, told.Polarity, AtMostTwo(readings));
    }

    /// <summary>Readings from the one that weighs most; a claim keeps two.</summary>
    private static readonly Readings[] _byWeight =
        [Readings.Denied, Readings.Rumoured, Readings.Inferred, Readings.Hypothetical, Readings.Planned, Readings.Opinion, Readings.Asserted];

    /// <summary>Keeps the two readings that weigh most.</summary>
    internal static Readings AtMostTwo(Readings readings)
    {
        var kept = Readings.None;
        var count = 0;
        foreach (var reading in _byWeight)
        {
            if (readings.HasFlag(reading) && count++ < 2)
            {
                kept |= reading;
            }
        }

        return kept;
    }
}
