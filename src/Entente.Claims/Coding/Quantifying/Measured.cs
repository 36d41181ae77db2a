using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>What a quantity measures: the words, and the measure of data/measures.tsv where they name one.</summary>
/// <param name="Rule">How it was found: "counted", "measure-after", "measure-before".</param>
internal readonly record struct MeasuredWords(TextSpan Words, Measure? Measure, string Rule);

/// <summary>Finds what a quantity measures within its sentence: "$1 trillion in loans", "a loan of $5 billion", "trade … hit $190 billion", "500 troops".</summary>
internal sealed class Measured(Measures measures)
{
    private const int Ahead = 6;
    private const int Back = 30;
    private const int Fated = 10;

    /// <param name="sentence">First lexeme and end of the sentence.</param>
    public MeasuredWords? Of(Lexemes s, (int First, int End) sentence, int first, int end, string? unit)
    {
        var kind = Measures.KindOf(unit);
        if (kind is "age" or "time")
        {
            return null;
        }

        if (kind == "count" && unit is not null && measures.OfCounted(unit.Split('/')[0]) is { } counted)
        {
            return new MeasuredWords(s.Span(first, end), counted, "counted");
        }

        if (kind == "count" && unit is not null && Fate(s, sentence, first, end) is { } fate)
        {
            return new MeasuredWords(s.Span(first, end), fate, "counted");
        }

        return After(s, sentence.End, end, kind) ?? Paid(s, sentence.First, first, kind) ?? Before(s, sentence.First, first, kind) ?? Later(s, sentence.End, end, kind);
    }

    /// <summary>"$1 trillion in loans", "$5 billion worth of arms deals", "5 million barrels of oil", "$5 billion aid package".</summary>
    private MeasuredWords? After(Lexemes s, int limit, int end, string kind)
    {
        var at = end;
        at = s.IsDash(at) ? at + 1 : at;
        at = s.IsAny(at, "mainly", "mostly", "largely") ? at + 1 : at;
        var joined = s.IsAny(at, "in", "of") ? at + 1 : s.Is(at, "worth") && s.Is(at + 1, "of") ? at + 2 : -1;
        for (var i = joined < 0 ? end : joined; i < Math.Min(limit, (joined < 0 ? end : joined) + (joined < 0 ? 4 : Ahead)); i++)
        {
            if (measures.At(s, i, kind) is { } found)
            {
                return new MeasuredWords(s.Span(i, found.End), found.Measure, "measure-after");
            }

            if ((!s.IsWord(i) && !s.IsHyphen(i)) || s.IsAny(i, "in", "for", "to", "from", "on", "by", "at", "which", "that", "as", "with", "who", "since") || (joined < 0 && s.IsAny(i, "and", "last", "this", "a", "the")))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>"lost 27 million people", "500 civilians were killed", "700 people and companies are under sanctions".</summary>
    private Measure? Fate(Lexemes s, (int First, int End) sentence, int first, int end)
    {
        for (var i = first - 1; i >= Math.Max(sentence.First, first - 3); i--)
        {
            if (measures.OfFate(s.Form(i)) is { } before)
            {
                return before;
            }
        }

        for (var i = end; i < Math.Min(sentence.End, end + Fated) && !s.IsSign(i, ','); i++)
        {
            if (measures.OfFate(s.Form(i)) is { } after && !s.Is(i, "lost"))
            {
                return after;
            }
        }

        return null;
    }

    /// <summary>"has lent $5 billion", "doled out $1 trillion": the verb right before tells what it is.</summary>
    private MeasuredWords? Paid(Lexemes s, int from, int first, string kind)
    {
        for (var i = first - 1; kind == "money" && i >= Math.Max(from, first - 4); i--)
        {
            if (measures.OfVerb(s.Form(i)) is { } found)
            {
                return new MeasuredWords(s.Span(i, first), found, "measure-verb");
            }
        }

        return null;
    }

    /// <summary>The nearest noun of measure to the left in the sentence, with what follows it: "trade between the two", "exports to Japan".</summary>
    private MeasuredWords? Before(Lexemes s, int from, int first, string kind)
    {
        for (var i = first - 1; i >= Math.Max(from, first - Back); i--)
        {
            if (s.IsSign(i, ';') || (kind == "count" && i < first - 6))
            {
                return null;
            }

            // "$15 billion. Imports": a word inside a longer one is found from its first word
            if (measures.At(s, i, kind) is { } found && found.End <= first)
            {
                var start = i > from && measures.At(s, i - 1, kind) is { } longer && longer.End >= found.End ? i - 1 : i;
                var whole = measures.At(s, start, kind)!.Value;
                return new MeasuredWords(s.Span(start, whole.End), whole.Measure, "measure-before");
            }
        }

        return null;
    }

    /// <summary>"5% growth in exports", "a 5 percent tariff", "spent $5 billion on defence spending".</summary>
    private MeasuredWords? Later(Lexemes s, int limit, int end, string kind)
    {
        for (var i = end; i < Math.Min(limit, end + Ahead) && !s.IsSign(i, ',') && !s.IsSign(i, ';'); i++)
        {
            if (measures.At(s, i, kind) is { } found)
            {
                return new MeasuredWords(s.Span(i, found.End), found.Measure, "measure-after");
            }
        }

        return null;
    }
}
