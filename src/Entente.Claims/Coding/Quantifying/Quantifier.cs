using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>Text → numbers with unit, change, what they measure and for when. Dates, times of day, ordinals and numbers that are names are left out.</summary>
public sealed class Quantifier
{
    /// <summary>"were down 2.3%, Harbour Foods by 2.6%": so far from the first the verb is understood.</summary>
    private const int Ellipsis = 50;

    private readonly Numerals _numerals;
    private readonly QuantityReader _reader;
    private readonly Measured _measured;

    private Quantifier(Numerals numerals, QuantityReader reader, Measured measured)
    {
        _numerals = numerals;
        _reader = reader;
        _measured = measured;
    }

    public static Quantifier Load()
    {
        var numerals = Numerals.Load();
        return new Quantifier(numerals, QuantityReader.Load(numerals), new Measured(Measures.Load()));
    }

    /// <summary>The quantities of the blocks that hold claims, in text order.</summary>
    public IReadOnlyList<Quantity> Find(AnalyzedDocument document, IReadOnlyList<TimeExpression> times)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(times);
        var found = new List<Quantity>();
        var next = 0;
        foreach (var block in document.Blocks)
        {
            next = Find(document, new Lexemes(document.Text, block.Span), times, next, found);
        }

        Movements.Join(document.Text, found);
        return found;
    }

    /// <param name="next">The first time expression that may stand in this block or after it; what is given back is that for the next block.</param>
    private int Find(AnalyzedDocument document, Lexemes s, IReadOnlyList<TimeExpression> times, int next, List<Quantity> found)
    {
        while (next < times.Count && times[next].Span.End <= s.Within.Start)
        {
            next++;
        }

        for (var at = 0; at < s.Count;)
        {
            while (next < times.Count && times[next].Span.End <= s[at].Start)
            {
                next++;
            }

            if (!_reader.MayBegin(s, at) || next < times.Count && times[next].Span.Contains(s[at].Start) && times[next].Type is TimexType.Date or TimexType.Time)
            {
                at++;
            }
            else if (_numerals.Ordinal(s, at) is { } ordinal)
            {
                at = ordinal.End;
            }
            else if (_reader.Read(document, s, at) is { } draft)
            {
                found.Add(ToQuantity(s, Again(s, found, draft), times));
                at = Math.Max(draft.End, at + 1);
            }
            else
            {
                at = s.IsNumber(at) ? at + 1 : SkipNumber(s, at);
            }
        }

        return next;
    }

    /// <summary>"up 0.25 points, or 0.01%": the second number tells the same move in another unit.</summary>
    private static QuantityDraft Again(Lexemes s, List<Quantity> found, QuantityDraft draft) =>
        draft.Change == "=" && s.IsAny(draft.First - 1, "by") && found is [.., { Change: "up" or "down" } same] && same.To is null && same.Unit == draft.Unit && s[draft.First].Start - same.Span.End <= Ellipsis ? draft with { Change = same.Change }
        : draft.Change == "=" && s.Is(draft.First - 1, "or") && found is [.., { Change: "up" or "down" } before] && before.To is null && before.Unit != draft.Unit
        && s.IndexAt(before.Span.End) is var next && (next == draft.First - 1 || (s.IsSign(next, ',') && next == draft.First - 2)) ? draft with { Change = before.Change } : draft;

    private int SkipNumber(Lexemes s, int at) => _numerals.Cardinal(s, at) is { } number ? Math.Max(number.End, at + 1) : at + 1;

    private Quantity ToQuantity(Lexemes s, QuantityDraft draft, IReadOnlyList<TimeExpression> times)
    {
        var span = s.Span(draft.First, draft.End);
        var sentence = Sentences.Around(s, draft.Number);
        var measured = _measured.Of(s, sentence, draft.First, draft.End, draft.Unit);
        return new Quantity(span, draft.Value)
        {
            High = draft.High,
            Unit = draft.Unit,
            Change = draft.Change,
            From = draft.From,
            To = draft.To,
            Of = measured?.Words,
            Period = measured is null && draft.Unit != "time" ? null : Periods.Of(s.Text, s.Span(sentence.First, sentence.End), span, times),
        };
    }
}
