namespace Entente.Claims.Coding.Timing;

/// <summary>
/// How far a time expression is from a word in the tree, and whether both belong to one clause. A time of the reporting verb is not the time of what is reported.
/// </summary>
internal static class ClausePath
{
    private const int Conjoined = 2;
    private const int Participle = 3;
    private const int Longest = 40;

    /// <summary>Edges between both, with a charge for looser joins; null when a border of a clause lies between them.</summary>
    public static int? Cost(Findings findings, TextSpan time, int trigger)
    {
        var head = HeadOf(findings, time);
        if (head is not { } start)
        {
            return null;
        }

        var tokens = findings.Analyzed.Tokens;
        var up = Ancestors(tokens, trigger);
        if (WhenClause(findings, up, time) is { } depth)
        {
            return depth;
        }

        var cost = 0;
        for (int? at = start; at is { } node && cost < Longest; at = node == start && Main(findings, start) is { } main ? main : tokens[node].Head)
        {
            if (up.IndexOf(node) is var meeting and >= 0)
            {
                return Down(findings, up, meeting) is { } down ? cost + down : null;
            }

            // "the deal signed in May", "the visit planned for May": the clause that holds the time describes the trigger itself
            if (Border(tokens[node]) is { } charge)
            {
                cost += charge;
            }
            else if (IsDescription(tokens[node]) && tokens[node].Head == trigger)
            {
                cost += Conjoined;
            }
            else
            {
                return null;
            }

            cost++;
        }

        return null;
    }

    /// <summary>Whether a word stands in a clause that says what happened at a time: "in May, *when* they signed".</summary>
    public static bool IsWhen(Findings findings, TextSpan time, int trigger) => WhenClause(findings, Ancestors(findings.Analyzed.Tokens, trigger), time) is not null;

    /// <summary>How deep a word stands in such a clause; null when it does not.</summary>
    private static int? WhenClause(Findings findings, List<int> up, TextSpan time)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var i = 0; i < up.Count - 1; i++)
        {
            if (tokens[up[i]].Deprel is not ("advcl" or "acl" or "acl:relcl" or "advcl:relcl"))
            {
                continue;
            }

            for (var when = up[i] - 1; when > 0 && tokens[when].Span.Start > time.End; when--)
            {
                var before = tokens[when - 1].Upos == "PUNCT" ? when - 2 : when - 1;
                if (tokens[when].Lemma == "when" && tokens[when].Head == up[i] && before >= 0 && time.Contains(tokens[before].Span))
                {
                    return i + 1;
                }
            }

            return null;
        }

        return null;
    }

    /// <summary>"*In 2014*, months after the army left, the border closed": a date that opens the sentence and is set off is the main clause's, wherever the parser hung it.</summary>
    private static int? Main(Findings findings, int time)
    {
        var tokens = findings.Analyzed.Tokens;
        if (time == 0 || time > tokens.Count - 2 || findings.Analyzed.Form(time + 1) != "," || tokens[time].Head is not { } verb || tokens[verb].Deprel != "advcl" || tokens[verb].Head is not { } main || verb < time)
        {
            return null;
        }

        var opens = tokens[time - 1] is { Upos: "ADP" } lead && (time == 1 || findings.Analyzed.Sentences.Any(s => s.FirstToken == time - 1)) && char.IsUpper(findings.Analyzed.Text[lead.Span.Start]);
        return opens ? main : null;
    }

    /// <summary>"…, *after which* they closed it", "… and *then* closed it": what comes later than the clause before.</summary>
    public static bool IsAfterwards(Findings findings, int trigger)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var at = trigger; tokens[at].Head is { } head; at = head)
        {
            for (var i = at - 1; i > head; i--)
            {
                if (tokens[i].Head == at && (tokens[i].Lemma is "then" or "afterwards" or "later" || (tokens[i].Lemma == "which" && i > 0 && tokens[i - 1].Lemma == "after")))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int? Down(Findings findings, List<int> up, int meeting)
    {
        var tokens = findings.Analyzed.Tokens;
        var cost = meeting;
        var oblique = 0;
        for (var i = 0; i < meeting; i++)
        {
            // "a year into the campaign", "an accord on cooperation": what lies two phrases deep has a time of its own
            oblique += tokens[up[i]].Deprel is "obl" or "nmod" or "nmod:poss" ? 1 : 0;
            if (oblique > 1)
            {
                return null;
            }

            if (Border(tokens[up[i]]) is not { } charge || (charge == Conjoined && !SameTense(findings, up[i], up[i + 1])))
            {
                return null;
            }

            cost += charge;
        }

        return cost;
    }

    /// <summary>0 for an edge inside a clause, a charge for a loose join, null for a border.</summary>
    private static int? Border(Token token) => token.Deprel switch
    {
        "conj" => Conjoined,
        "advcl" when token.Xpos is "VBG" or "VBN" or "VB" => Participle,
        "ccomp" or "advcl" or "acl" or "acl:relcl" or "advcl:relcl" or "parataxis" or "csubj" or "csubj:pass" or "csubj:outer" => null,
        _ => 0,
    };

    private static bool IsDescription(Token token) => token.Deprel is "acl" or "acl:relcl";

    private static bool SameTense(Findings findings, int one, int other) =>
        findings.PredicateAt(one)?.Tense is not { } a || findings.PredicateAt(other)?.Tense is not { } b || a == b;

    /// <summary>The word of the expression that depends on a word outside it.</summary>
    private static int? HeadOf(Findings findings, TextSpan span)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var i = findings.TokenAt(span.Start); i is { } token && token < tokens.Count && tokens[token].Span.Start < span.End; i = token + 1)
        {
            if (tokens[token].Head is not { } head || !span.Contains(tokens[head].Span))
            {
                return token;
            }
        }

        return null;
    }

    private static List<int> Ancestors(IReadOnlyList<Token> tokens, int token)
    {
        var up = new List<int> { token };
        while (tokens[up[^1]].Head is { } head && up.Count < Longest)
        {
            up.Add(head);
        }

        return up;
    }
}
