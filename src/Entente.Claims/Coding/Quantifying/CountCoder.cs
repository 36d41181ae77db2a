using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>How often, and by how many: "have met 29 times since 2013", "his 15th visit to China", "representatives from more than 130 countries".</summary>
internal sealed class CountCoder
{
    private const int LongestPhrase = 10;
    private const int LongestAttributes = 9;

    private readonly Dictionary<string, string> _nouns;
    private readonly Numerals _numerals;

    private CountCoder(Dictionary<string, string> nouns, Numerals numerals)
    {
        _nouns = nouns;
        _numerals = numerals;
    }

    public static CountCoder Load() => new(
        Table.Shipped("counts").Rows.ToDictionary(r => r.Required("noun"), r => r.Required("kind"), StringComparer.OrdinalIgnoreCase), Numerals.Load());

    public IEnumerable<Claim> Code(Findings findings, Lexemes s, Sentence sentence)
    {
        foreach (var quantity in findings.QuantitiesIn(sentence.Span))
        {
            if ((Times(findings, s, sentence, quantity) ?? Parties(findings, s, sentence, quantity)) is { } claim)
            {
                yield return claim;
            }
        }

        for (var at = s.IndexAt(sentence.Span.Start); at < s.Count && s[at].Start < sentence.Span.End; at++)
        {
            if (Ordinal(findings, s, sentence, at) is { } claim)
            {
                yield return claim;
            }
        }
    }

    /// <summary>"have met 29 times since 2013"; "three times higher" and "twice a week" count no acts.</summary>
    private Claim? Times(Findings findings, Lexemes s, Sentence sentence, Quantity quantity)
    {
        if (quantity.Unit != "time" || quantity.Value is not { } n || n < 2 || n != Math.Floor(n))
        {
            return null;
        }

        var first = s.IndexAt(quantity.Span.Start);
        var end = s.IndexAt(quantity.Span.End - 1) + 1;
        if (s.IsAny(end, "more", "less", "higher", "larger", "bigger", "greater", "as", "the", "that", "a", "faster", "lower", "smaller", "over", "its", "stronger") || !ActsBefore(s, first))
        {
            return null;
        }

        var since = findings.TimesIn(sentence.Span).FirstOrDefault(t => t.Span.Start >= quantity.Span.End && s.Is(s.IndexAt(t.Span.Start) - 1, "since"));
        var whose = Counterparts.Before(findings, sentence, quantity.Span.Start);
        if (whose.Count == 0)
        {
            return null;
        }

        var body = new CountClaim(n, s.Form(first - 1).ToString().ToLowerInvariant()) { Whose = whose, Since = since };
        var time = since?.Interval?.Earliest is { } begin && findings.Published?.Interval is var published
            ? new ClaimTime(new DateInterval(begin, published?.Latest >= begin ? published?.Latest : null), new DateInterval(begin, published?.Latest >= begin ? published?.Latest : null).ToString(), "stated") : null;
        return Make(findings, sentence, quantity.Span, body, "count.times", time);
    }

    /// <summary>"Delegates from more than 40 ports came to the fair".</summary>
    private Claim? Parties(Findings findings, Lexemes s, Sentence sentence, Quantity quantity)
    {
        if (quantity.Unit is not { } unit || _nouns.GetValueOrDefault(unit) != "party" || quantity.Value is not { } n || n < 3 || quantity.Change is "up" or "down")
        {
            return null;
        }

        var noun = s.IndexAt(quantity.Span.End - 1);
        var after = Phrase(s, sentence, noun + 1, LongestPhrase);
        var told = Telling.At(findings, quantity.Span);
        if (after <= noun + 1 || (told.Token is null && findings.Predicates.Count > 0))
        {
            return null;
        }

        var before = s.IndexAt(quantity.Span.Start) - 1;
        var lead = s.IsAny(before, "from", "of") && s.IsWord(before - 1) && _nouns.GetValueOrDefault(CountedNouns.Singular(s.Form(before - 1).ToString()) ?? "") == "party" ? s.Form(before - 1).ToString().ToLowerInvariant() + " " + s.Form(before).ToString() + " " : "";
        var adjectives = AdjectivesBefore(s, quantity, noun);
        var what = lead + s.Span(adjectives, after).In(s.Text);
        return Make(findings, sentence, quantity.Span, new CountClaim(n, what), "count.parties", null);
    }

    /// <summary>"his 15th visit to China", "Xi's first foreign trip".</summary>
    private Claim? Ordinal(Findings findings, Lexemes s, Sentence sentence, int at)
    {
        if (_numerals.Ordinal(s, at) is not { } ordinal || findings.TimesIn(sentence.Span).Any(t => t.Span.Contains(s[at].Start)))
        {
            return null;
        }

        var noun = ordinal.End;
        while (noun < ordinal.End + LongestAttributes && (s.IsWord(noun) || s.IsHyphen(noun)) && !IsAct(s, noun) && (!s.Capital(noun) || s.Capital(at - 1)))
        {
            noun++;
        }

        var owner = s.Is(at - 1, "s") || s.IsAny(at - 1, "his", "her", "their", "its");
        var told = owner && s.IsAny(ordinal.End, "to", "with") ? ActBefore(s, sentence, at) : -1;
        if (told >= 0)
        {
            noun = ordinal.End - 1; // "the visit was her fifth to Norway"
        }

        if (!(IsAct(s, noun) || told >= 0) || s[noun].Start >= sentence.Span.End || !(owner || s.IsAny(at - 1, "the", "a", "an", "for")))
        {
            return null;
        }

        var between = s.Is(noun + 1, "between");
        var whose = between ? Counterparts.After(findings, sentence, s[noun].Start) : Whose(findings, s, sentence, at, owner, ordinal.Value);
        whose = between ? whose : Counterparts.WithHost(findings, s, sentence, noun + 1, whose);
        if (whose.Count == 0 || (!between && !owner && ordinal.Value < 2))
        {
            return null;
        }

        var end = s.IsAny(noun + 1, "to", "of", "with", "in") ? Phrase(s, sentence, noun + 1, 4) : noun + 1;
        var start = s.IsHyphen(ordinal.End) ? ordinal.End + 1 : ordinal.End;
        var span = s.Span(at, noun + 1);
        var what = told < 0 ? s.Span(start, end).In(s.Text) : s.Form(told).ToString() + " " + s.Span(ordinal.End, end).In(s.Text);
        return Make(findings, sentence, span, new CountClaim(ordinal.Value, what) { Whose = whose }, "count.ordinal", null);
    }

    /// <summary>Whose act it is: the owner's, else the one's named before; of "After securing a third term, she …" the one's named behind.</summary>
    private static IReadOnlyList<ActorMention> Whose(Findings findings, Lexemes s, Sentence sentence, int at, bool owner, double n)
    {
        if (s.IsAny(at - 1, "his", "her"))
        {
            return Counterparts.Person(findings, sentence, s[at].Start);
        }

        var before = owner || n > 1 ? Counterparts.Before(findings, sentence, s[at].Start) : [];
        return before.Count > 0 || owner || !s.IsAny(at - 1, "a", "an") ? before : Counterparts.After(findings, sentence, s[at].Start).Take(1).ToList();
    }

    /// <summary>"have met 29 times": one of the acts of data/counts.tsv within the words before.</summary>
    private bool ActsBefore(Lexemes s, int at) => s.IsWord(at - 1) && _nouns.GetValueOrDefault(s.Form(at - 1).ToString()) == "verb";

    private bool IsAct(Lexemes s, int at) => s.IsWord(at) && _nouns.GetValueOrDefault(CountedNouns.Singular(s.Form(at).ToString()) ?? s.Form(at).ToString()) == "act";

    /// <summary>The act that the sentence speaks of before a bare ordinal; negative for none.</summary>
    private int ActBefore(Lexemes s, Sentence sentence, int at)
    {
        for (var i = at - 1; i >= 0 && s[i].Start >= sentence.Span.Start; i--)
        {
            if (IsAct(s, i))
            {
                return i;
            }
        }

        return -1;
    }

    private static int AdjectivesBefore(Lexemes s, Quantity quantity, int noun)
    {
        var first = noun;
        while (first - 1 > s.IndexAt(quantity.Span.Start) && s.IsWord(first - 1) && !s.IsAny(first - 1, "than", "of", "dozen", "hundred", "thousand", "million", "the", "some", "about", "nearly", "almost", "least"))
        {
            first--;
        }

        return s.IsNumber(first) ? noun : first;
    }

    /// <summary>The end of the words that go on with a noun: up to a sign, or so many words.</summary>
    private static int Phrase(Lexemes s, Sentence sentence, int at, int most)
    {
        var end = at;
        while (end < at + most && s.Has(end) && s[end].Start < sentence.Span.End && (s.IsWord(end) || s.IsNumber(end) || s.IsHyphen(end)) && !(end > at && s.IsAny(end, "where", "when", "which", "that", "while", "but", "as", "since", "because", "amid", "after", "before"))
            && !(end > at + 2 && s.Is(end, "to")))
        {
            end++;
        }

        return end;
    }

    private static Claim Make(Findings findings, Sentence sentence, TextSpan span, CountClaim body, string rule, ClaimTime? time)
    {
        var told = Telling.At(findings, span);
        return new Claim(ClaimId.Of(findings, ClaimKind.Count, span, body.What), body, sentence.Span, rule)
        {
            Time = time ?? Telling.Time(findings, null, sentence.Span, told.Token),
            Factuality = told.Factuality,
            Chain = findings.ChainAt(span),
            Confidence = body.Whose.Count > 0 ? 0.7 : 0.55,
        };
    }
}
