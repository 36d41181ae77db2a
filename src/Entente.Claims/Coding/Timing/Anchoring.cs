namespace Entente.Claims.Coding.Timing;

/// <summary>
/// A time inside a noun phrase is that of the noun; for the clause around it, it is what the preposition over the phrase makes of it. "Weeks before *the 3 March attack* on the port
/// they met": the attack was on 3 March, the meeting in the weeks before.
/// </summary>
internal static class Anchoring
{
    /// <summary>The stretch as a word sees it: as it stands from inside its noun phrase, bounded from outside.</summary>
    public static TimeStretch Seen(Findings findings, TimeStretch stretch, int trigger)
    {
        if (findings.HeadOf(stretch.Span) is not { } head || (Phrase(findings, head) ?? Behind(findings, stretch.Span, head)) is not { } noun || IsUnder(findings, trigger, noun))
        {
            return stretch;
        }

        if (IsSetOff(findings, stretch.Span))
        {
            return stretch;
        }

        var at = Math.Min(LeftEdge(findings, noun, trigger), Opening(findings, stretch.Span));
        var (preposition, before) = Preposition(findings, at);
        if (preposition.Length == 0 || TimeStretch.Bounded(findings, stretch.Interval, preposition) is not { } bounded)
        {
            return stretch;
        }

        return stretch.On(Narrowed(stretch.Interval, bounded, preposition, before >= 0 ? findings.Analyzed.Tokens[before].Lemma : "")) with { Basis = "relative" };
    }

    /// <summary>"After the war, *in 1947*, they signed": a phrase of its own behind a comma.</summary>
    private static bool IsSetOff(Findings findings, TextSpan time)
    {
        var tokens = findings.Analyzed.Tokens;
        return findings.TokenAt(time.Start) is > 1 and var first && tokens[first - 1].Upos == "ADP" && tokens[first - 2].Upos == "PUNCT";
    }

    /// <summary>The noun that a time describes: "the *attack* in May", "the 3 March *attack*"; null when it hangs on a verb.</summary>
    private static int? Phrase(Findings findings, int head)
    {
        var tokens = findings.Analyzed.Tokens;
        int? noun = null;
        for (var at = head; Frame(tokens[at].Deprel) && tokens[at].Head is { } above && tokens[above].Upos is "NOUN" or "PROPN"; at = above)
        {
            noun = above;
        }

        return noun;
    }

    /// <summary>The same where the parser took it the other way round: "the 3 March 2020 *attack*".</summary>
    private static int? Behind(Findings findings, TextSpan time, int head)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var at = head; at < tokens.Count && tokens[at].Span.Start <= time.End + 1; at++)
        {
            if (tokens[at] is { Upos: "NOUN", Deprel: "appos", Head: { } date } && tokens[at].Span.Start == time.End + 1 && time.Contains(tokens[date].Span))
            {
                return at;
            }
        }

        return null;
    }

    private static bool Frame(string relation) => relation is "nmod" or "nmod:unmarked" or "nmod:tmod" or "nummod" or "amod" or "compound" or "flat" or "appos" or "nmod:poss";

    private static bool IsUnder(Findings findings, int token, int noun)
    {
        for (int? at = token; at is { } node; at = findings.Analyzed.Tokens[node].Head)
        {
            if (node == noun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first word of the noun phrase.</summary>
    private static int LeftEdge(Findings findings, int noun, int trigger)
    {
        var tokens = findings.Analyzed.Tokens;
        var left = noun;
        while (left > 0 && left - 1 != trigger && IsUnder(findings, left - 1, noun))
        {
            left--;
        }

        return tokens[left].Upos is "PUNCT" ? left + 1 : left;
    }

    /// <summary>The article before a time, else its first word.</summary>
    private static int Opening(Findings findings, TextSpan time)
    {
        var first = findings.TokenAt(time.Start) ?? 0;
        return first > 0 && findings.Analyzed.Tokens[first - 1].Upos == "DET" ? first - 1 : first;
    }

    /// <summary>The preposition that opens the phrase, or stands before it, and the token before that; an empty word when none is there.</summary>
    private static (string Preposition, int Before) Preposition(Findings findings, int left)
    {
        var tokens = findings.Analyzed.Tokens;
        foreach (var at in (ReadOnlySpan<int>)[left, left - 1])
        {
            switch (at >= 0 ? findings.Tree.Lower(at) : "")
            {
                case "before" or "after" or "since" or "following" or "until" or "till":
                    return (findings.Tree.Lower(at), at - 1);
                case "of" when at > 0 && tokens[at - 1].Lemma == "ahead":
                    return ("before", at - 2);
                case "to" when at > 0 && tokens[at - 1].Lemma == "prior":
                    return ("before", at - 2);
            }
        }

        return ("", -1);
    }

    /// <summary>"days", "weeks" and "months" before something leave a stretch about as wide as such words are used.</summary>
    private static DateInterval Narrowed(DateInterval days, DateInterval bounded, string preposition, string unit)
    {
        var most = unit switch
        {
            "minute" or "hour" => 1,
            "day" => 31,
            "week" => 92,
            "month" => 730,
            _ => 0,
        };
        return (preposition, most) switch
        {
            (_, 0) => bounded,
            ("before", _) => new DateInterval(days.Earliest?.AddDays(-most), bounded.Latest),
            ("after" or "following", _) => new DateInterval(bounded.Earliest, days.Latest?.AddDays(most)),
            _ => bounded,
        };
    }
}
