using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Timing;

/// <summary>The tense of the verb that a time expression goes with: from the tree where there is one, else from the verbs around it.</summary>
internal static class Tenses
{
    private const int Reach = 25;

    public static string? Of(AnalyzedDocument document, TimeLexemes s, Draft draft)
    {
        var told = document.TokenAt(s[draft.First].Start) is { } token && document.Tokens[token].Upos != "X"
            ? OfTree(document, s.Span(draft.First, draft.End), token) ?? Around(s, draft) : Around(s, draft);

        // "is open until Friday" lies ahead, whatever is told; "had not called by Friday" lies behind
        return draft.Ask is Ask.MonthDay or Ask.DayOfWeek && s.IsAny(draft.First - 1, "until", "till", "by", "effective") && !IsPerfect(s, draft) ? "future" : told;
    }

    /// <summary>The tense in which a word is told, by its tree; null where there is none.</summary>
    public static string? At(AnalyzedDocument document, int position) =>
        document.TokenAt(position) is { } token && document.Tokens[token].Upos != "X" ? OfTree(document, default, token) : null;

    public static bool IsVerb(AnalyzedDocument document, int position) => document.TokenAt(position) is { } token && document.Tokens[token].Upos is "VERB" or "AUX";

    private static string? OfTree(AnalyzedDocument document, TextSpan span, int token)
    {
        var at = token;
        var infinitive = false;
        for (var steps = 0; steps < Reach; steps++)
        {
            var word = document.Tokens[at];
            if (!span.Contains(word.Span) && (word.Upos is "VERB" or "AUX" or "ADJ" || word.Head is null) && OfVerb(document, at) is { } tense)
            {
                return infinitive && tense != "perfect" ? "future" : tense == "perfect" ? "past" : tense;
            }

            // "plans to meet Monday", "was to meet Monday" lie ahead; "had been due to meet Monday" lies behind
            infinitive |= word.Xpos == "VB" && word.Deprel is "xcomp" or "acl" && !span.Contains(word.Span);
            if (word.Head is not { } head)
            {
                return null;
            }

            at = head;
        }

        return null;
    }

    /// <summary>The tense of a verb with its auxiliaries; null for a bare infinitive or participle that its governor has to tell.</summary>
    private static string? OfVerb(AnalyzedDocument document, int verb)
    {
        string? found = null;
        var first = Math.Max(0, verb - 8);
        for (var i = first; i < Math.Min(document.Tokens.Count, verb + 4); i++)
        {
            var word = document.Tokens[i];
            if (word.Head != verb)
            {
                continue;
            }

            if (word.Deprel is "aux" or "aux:pass" or "cop")
            {
                found = Auxiliary(word) ?? found;
            }
        }

        if (found is not null)
        {
            return found;
        }

        return document.Tokens[verb].Xpos switch
        {
            "VBD" => "past",
            "VBZ" or "VBP" => "present",
            "VBN" => "past",
            "MD" => "future",
            _ => null,
        };
    }

    private static string? Auxiliary(Token word) => word.Lemma switch
    {
        "will" or "shall" or "would" or "wo" or "'ll" or "'d" => "future",
        "may" or "might" or "should" or "must" => "future",
        "have" => word.Xpos == "VBD" ? "perfect" : "past",
        "be" => word.Xpos == "VBD" ? "past" : word.Xpos is "VBZ" or "VBP" ? "present" : null,
        "do" => word.Xpos == "VBD" ? "past" : "present",
        _ => null,
    };

    /// <summary>"had filed … by Wednesday", "until Thursday, they had not".</summary>
    private static bool IsPerfect(TimeLexemes s, Draft draft)
    {
        for (var i = Math.Max(0, draft.First - Reach); i < Math.Min(s.Count, draft.End + Reach); i++)
        {
            if (i < draft.First && EndsSentence(s, i))
            {
                return IsPerfectAfter(s, i + 1, draft);
            }
        }

        return IsPerfectAfter(s, Math.Max(0, draft.First - Reach), draft);
    }

    private static bool IsPerfectAfter(TimeLexemes s, int first, Draft draft)
    {
        for (var i = first; i < Math.Min(s.Count, draft.End + 6) && !(i >= draft.End && EndsSentence(s, i)); i++)
        {
            if (s.Is(i, "had"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nearest word of tense before the expression in its sentence, else after it.</summary>
    private static string? Around(TimeLexemes s, Draft draft)
    {
        for (var i = draft.First - 1; i >= Math.Max(0, draft.First - Reach) && !EndsSentence(s, i); i--)
        {
            if (OfWord(s, i) is { } tense)
            {
                return tense;
            }
        }

        for (var i = draft.End; i < Math.Min(s.Count, draft.End + Reach) && !EndsSentence(s, i); i++)
        {
            if (OfWord(s, i) is { } tense)
            {
                return tense;
            }
        }

        return null;
    }

    private static string? OfWord(TimeLexemes s, int at)
    {
        if (s.Sense(at, TimeSense.FutureTense) is not null)
        {
            return "future";
        }

        return s.Sense(at, TimeSense.PastTense) is not null || (s.IsWord(at) && s[at].Length > 4 && !s.Capital(at) && s.Form(at).EndsWith("ed", StringComparison.Ordinal)) ? "past" : null;
    }

    public static bool EndsSentence(TimeLexemes s, int at) =>
        s.Has(at) && s[at].Kind == LexemeKind.Sign && s.Form(at)[0] is '.' or '?' or '!' && (!s.Has(at + 1) || (s[at + 1].Gap && (s.Capital(at + 1) || s[at + 1].Kind == LexemeKind.Sign)) && !(s.Glued(at) && s.IsWord(at - 1) && s[at - 1].Length <= 4 && s.Capital(at - 1) && s.Form(at)[0] == '.' && s.Month(at - 1) is not null));
}
