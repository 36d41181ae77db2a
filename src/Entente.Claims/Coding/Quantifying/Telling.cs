using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>How a figure is told, and when: from the word that governs it and from its period.</summary>
internal static class Telling
{
    private const int Farthest = 8;

    /// <summary>The predicate over a stretch of text, and its factuality; plainly asserted where there is none.</summary>
    public static (int? Token, Factuality Factuality) At(Findings findings, TextSpan span)
    {
        var at = findings.TokenAt(span.Start);
        for (var steps = 0; at is { } token && steps < Farthest; steps++, at = findings.Analyzed.Tokens[token].Head)
        {
            if (findings.PredicateAt(token) is { } predicate && predicate.Factuality.Readings != Readings.None)
            {
                return (token, predicate.Factuality);
            }
        }

        return (null, Factuality.Asserted);
    }

    /// <summary>The period where one is named, else the time of the clause, else the day of publication as a fallback.</summary>
    public static ClaimTime? Time(Findings findings, TimeExpression? period, TextSpan sentence, int? token)
    {
        if (period is not { Interval: { } days })
        {
            return ClaimTimes.At(findings, sentence, token);
        }

        return new ClaimTime(days, period.Value, period.Anchor is null ? "stated" : "relative");
    }
}
