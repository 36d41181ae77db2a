using System.Text.RegularExpressions;

namespace Entente.Claims.Coding.Timing;

/// <summary>
/// The time of a claim: the expression of its own clause, else the one that the sentence before plainly carries over, else what tense and the day of publication leave.
/// The basis always says which: "stated", "relative", "era", "tense" or "published".
/// </summary>
public static partial class ClaimTimes
{
    /// <summary>Days that the interval of publication may have, to stand in for a time that is not said.</summary>
    private const int Widest = 62;

    /// <summary>The time of what the trigger tells.</summary>
    /// <param name="evidence">The clause or sentence that says it.</param>
    /// <param name="triggerToken">The word that tells of it; null when the whole evidence does.</param>
    /// <returns>Null when nothing is said and the day of publication is not known well enough.</returns>
    public static ClaimTime? At(Findings findings, TextSpan evidence, int? triggerToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (triggerToken is { } given && (given < 0 || given >= findings.Analyzed.Tokens.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(triggerToken), given, "There is no such token.");
        }

        var place = triggerToken is { } token ? findings.Analyzed.Tokens[token].Span : evidence;
        var sentence = SentenceAt(findings.Analyzed, place.Start);
        var within = sentence?.Span ?? evidence;
        TimeStretch[] stretches = [.. TimeStretch.In(findings, within)];
        return Own(findings, stretches, evidence, triggerToken)
            ?? Carried(findings, sentence, triggerToken)
            ?? (IsOfAnEra(findings, within, triggerToken) ? null : Elsewhere(findings, stretches, triggerToken) ?? Fallback(findings, triggerToken));
    }

    /// <summary>"The union lost millions in the war": the words name a time, though no date, and it is not the day of publication.</summary>
    private static bool IsOfAnEra(Findings findings, TextSpan sentence, int? trigger) =>
        !IsAhead(findings, trigger) && (Era().IsMatch(findings.Text.AsSpan(sentence.Start, sentence.Length)) || Then().IsMatch(findings.Text.AsSpan(sentence.Start, sentence.Length)));

    /// <summary>"*At that time* the two were allies": when, the sentences before tell.</summary>
    [GeneratedRegex(@"^\W*(at (the|that) time|back then|in those days|in that era|in that period)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Then();

    [GeneratedRegex(@"\b(in|during|throughout|since)\s+(the|that|World|both)\s+(\w+\s+){0,2}(Wars?|wars?|Revolution|revolution|Depression|Crusades|Middle Ages)\b(?!\s+(against|on|with|in)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Era();

    /// <summary>The expression of the clause. "The ministry said on Friday that the talks will begin in May": the talks are in May.</summary>
    private static ClaimTime? Own(Findings findings, TimeStretch[] stretches, TextSpan evidence, int? trigger)
    {
        TimeStretch? best = null;
        var least = int.MaxValue;
        foreach (var given in stretches)
        {
            var stretch = trigger is { } word ? Seen(findings, given, word) : given;
            var cost = trigger is { } token && findings.Analyzed.Tokens.Count > 0
                ? ClausePath.Cost(findings, stretch.Span, token)
                : evidence.Overlaps(stretch.Span) ? 1 : null;
            if (cost is { } c && c < least && !IsCentury(stretch.Interval) && FitsTense(findings, stretch.Interval, trigger))
            {
                (best, least) = (stretch, c);
            }
        }

        return best?.ToClaimTime();
    }

    private static TimeStretch Seen(Findings findings, TimeStretch given, int word) =>
        given.Plain is { } plain && ClausePath.IsWhen(findings, given.Span, word) ? plain : Anchoring.Seen(findings, given, word);

    /// <summary>"an alliance for the 21st century": no day on which anything happened.</summary>
    private static bool IsCentury(DateInterval interval) => interval is { Earliest: { } from, Latest: { } to } && to.DayNumber - from.DayNumber > 36_000;

    /// <summary>
    /// A sentence in the past tense goes on at the time of the one before it, when that one has a single time and both stand in one paragraph.
    /// "The two met in Vienna in May 1961. They talked for two days."
    /// </summary>
    private static ClaimTime? Carried(Findings findings, Sentence? sentence, int? trigger)
    {
        if (sentence is not { } here || trigger is not { } token || findings.PredicateAt(token)?.Tense != "past"
            || Before(findings.Analyzed, here) is not { } before || !GoesOn(findings.Analyzed, here))
        {
            return null;
        }

        var times = TimeStretch.In(findings, before.Span).ToList();
        if (times is not [var only] || !FitsTense(findings, only.Interval, trigger) || findings.AttributionOf(here.Span) != findings.AttributionOf(before.Span))
        {
            return null;
        }

        return only.ToClaimTime() with { Basis = "relative" };
    }

    /// <summary>A sentence goes on with the one before when it opens with a pronoun or "the two", "both", "there".</summary>
    private static bool GoesOn(AnalyzedDocument document, Sentence sentence) =>
        sentence.TokenCount > 0 && document.Tokens[sentence.FirstToken] is var first
        && (first.Upos == "PRON" || first.Lemma is "there" or "both" || Then().IsMatch(document.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)) || (first.Lemma == "the" && sentence.TokenCount > 1 && document.Tokens[sentence.FirstToken + 1].Lemma is "two" or "pair"));

    /// <summary>
    /// What is told in the past tense beside something long past, in one sentence, is not of the day of publication: "In 2014 the army left, after which the border closed",
    /// "the king, who banned the party, met its leader in 1998".
    /// </summary>
    private static ClaimTime? Elsewhere(Findings findings, TimeStretch[] stretches, int? trigger)
    {
        if (trigger is not { } token || findings.PredicateAt(token)?.Tense != "past" || findings.Published?.Interval is not { Earliest: { } day, Latest: { } last })
        {
            return null;
        }

        foreach (var stretch in stretches)
        {
            if (stretch.Interval is { Earliest: { } from, Latest: { } to } && day.DayNumber - to.DayNumber > Widest && !IsCentury(stretch.Interval))
            {
                var past = new DateInterval(ClausePath.IsAfterwards(findings, token) ? from : null, last);
                return new ClaimTime(past, past.ToString(), "tense");
            }
        }

        return null;
    }

    private static ClaimTime? Fallback(Findings findings, int? trigger)
    {
        if (findings.Published is not { } published)
        {
            return null;
        }

        if (IsAhead(findings, trigger))
        {
            var ahead = new DateInterval(published.Interval.Earliest, null);
            return ahead.Earliest is null ? null : new ClaimTime(ahead, ahead.ToString(), "tense");
        }

        // a day that is known only from one side, or within seasons, stands for nothing that is told
        return published.Interval is { Earliest: { } first, Latest: { } last } && last.DayNumber - first.DayNumber <= Widest ? new ClaimTime(published.Interval, published.Value, "published") : null;
    }

    private static bool IsAhead(Findings findings, int? trigger) => trigger is { } token && findings.PredicateAt(token) is { } predicate
        && (predicate.Tense == "future" || predicate.Factuality.Readings.HasFlag(Readings.Planned));

    /// <summary>What is told as done does not lie wholly after the day of publication, and what is announced not wholly before it.</summary>
    private static bool FitsTense(Findings findings, DateInterval time, int? trigger)
    {
        if (findings.Published?.Interval is not { } published || trigger is not { } token || findings.PredicateAt(token) is not { } predicate)
        {
            return true;
        }

        if (IsAhead(findings, trigger))
        {
            return !(time.Latest < published.Earliest);
        }

        return predicate.Tense != "past" || !(time.Earliest > published.Latest);
    }

    private static Sentence? SentenceAt(AnalyzedDocument document, int position) =>
        IndexAt(document.Sentences, position) is var i and >= 0 ? document.Sentences[i] : null;

    private static Sentence? Before(AnalyzedDocument document, Sentence sentence) =>
        IndexAt(document.Sentences, sentence.Span.Start) is var i and > 0 && document.Sentences[i - 1] is var before && before.Block == sentence.Block
        && !ParagraphEndsBetween(document.Text, before.Span.End, sentence.Span.Start) ? before : null;

    private static bool ParagraphEndsBetween(string text, int start, int end) => text.AsSpan(start, end - start).Count('\n') > 1;

    private static int IndexAt(IReadOnlyList<Sentence> sentences, int position)
    {
        int low = 0, high = sentences.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else if (sentences[middle].Span.Start > position)
            {
                high = middle - 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }
}
