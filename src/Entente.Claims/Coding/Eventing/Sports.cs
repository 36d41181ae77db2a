using System.Text.RegularExpressions;

namespace Entente.Claims.Coding.Eventing;

/// <summary>
/// Tells sentences about games, where states beat, attack and meet each other and nothing passes between them: "Germany beat England 4–1 and will meet Argentina in the quarter-final".
/// Only words that no other news has: "the World Cup" and "football" stand in sentences about visits too.
/// </summary>
internal sealed partial class Sports(Findings findings, Syntax syntax, FrameTable frames)
{
    private readonly HashSet<string> _words = frames.Class("sport");
    private readonly HashSet<string> _beats = frames.Class("beats");

    /// <summary>Whether an act of that type in the sentence is one of a game.</summary>
    public bool Holds(EventMatch match, Sentence sentence) => match.Type is EventType.Assault or EventType.Consult or EventType.Coerce && Tells(sentence);

    private bool Tells(Sentence sentence)
    {
        var beats = false;
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (_words.Contains(syntax.Lemma(token)) || IsHalf(token, sentence.EndToken))
            {
                return true;
            }

            beats |= _beats.Contains(syntax.Lemma(token));
        }

        return beats && Score().IsMatch(sentence.Span.In(findings.Text));
    }

    /// <summary>"in the second half", but not "in the second half of the year".</summary>
    private bool IsHalf(int token, int end) => syntax.Lemma(token) == "half" && token > 0 && syntax.Lemma(token - 1) is "first" or "second" && !(token + 1 < end && syntax.Lemma(token + 1) is "of" or "year");

    [GeneratedRegex(@"(?<![\d–-])\d{1,3}[–-]\d{1,3}(?![\d–-]| (percent|per cent|million|billion|years?|days?|vote))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Score();
}
