using Entente.Claims.Coding;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>Whether the word of an event can tell of its type: "signed" tells of no assault, and "on" of nothing.</summary>
internal static class WordDoubts
{
    private static readonly string[] Empty = ["ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT", "AUX", "NUM"];

    public static IEnumerable<string> Of(Findings findings, IReadOnlyList<Claim> own, EventWords words, Claim claim)
    {
        if (claim.Body is not EventMention e || own.Any(c => c.Body is EventMention ours && ours.Type == e.Type && ours.Trigger.Overlaps(e.Trigger)))
        {
            yield break;
        }

        var tokens = findings.Analyzed.Tokens.Where(t => e.Trigger.Overlaps(t.Span)).ToArray();
        var trigger = Fields.Shown(OneLine.Of(e.Trigger.In(findings.Text)));
        if (tokens.Length > 0 && tokens.All(t => Empty.Contains(t.Upos)))
        {
            yield return $"'{trigger}' tells of no event by itself: the trigger is the verb or noun that does.";
        }

        // One word of several may carry another: "gave … assistance"; of a plan the word tells the promise: "promised loans"
        var types = tokens.Select(t => words.Types(t, t.Span.In(findings.Text))).ToArray();
        if (types.Length > 0 && claim.Factuality.Readings == Readings.Asserted && types.All(t => t.Count > 0 && !t.Any(one => words.AreNear(one, e.Type))))
        {
            yield return $"'{trigger}' tells of {string.Join(" or ", types.SelectMany(t => t).Distinct().Select(CodedNames.Of))}, and the claim is {CodedNames.Of(e.Type)}.";
        }
    }
}
