using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>Quantities → claims of kind figure and count. Only what data/measures.tsv and data/counts.tsv name, and only where somebody is named whose it is.</summary>
public sealed class FigureCoder
{
    private readonly Measured _measured;
    private readonly Changes _changes;
    private readonly CountCoder _counts;
    private readonly HashSet<string> _again = new(Table.Shipped("counts").Rows.Where(r => r["kind"] == "again").Select(r => r.Required("noun")), StringComparer.OrdinalIgnoreCase);

    private FigureCoder(Measured measured, Changes changes, CountCoder counts)
    {
        _measured = measured;
        _changes = changes;
        _counts = counts;
    }

    public static FigureCoder Load() => new(new Measured(Measures.Load()), Changes.Load(), CountCoder.Load());

    public IEnumerable<Claim> Code(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var claims = new List<Claim>();
        var blocks = findings.Analyzed.Document.Blocks;
        var sentences = findings.Analyzed.Sentences;
        for (var first = 0; first < sentences.Count;)
        {
            var end = first;
            while (end < sentences.Count && sentences[end].Block == sentences[first].Block)
            {
                end++;
            }

            var lexemes = new Lexemes(findings.Text, blocks[sentences[first].Block].Span);
            FigureMention? last = null;
            for (; first < end; first++)
            {
                last = Code(findings, lexemes, first, last, claims);
                claims.AddRange(_counts.Code(findings, lexemes, sentences[first]));
            }
        }

        return claims;
    }

    /// <summary>The figures of one sentence; what the last one was about holds for the next that does not say.</summary>
    private FigureMention? Code(Findings findings, Lexemes s, int index, FigureMention? last, List<Claim> claims)
    {
        var sentence = findings.Analyzed.Sentences[index];
        var bounds = (First: s.IndexAt(sentence.Span.Start), End: s.IndexAt(sentence.Span.End - 1) + 1);
        var quantities = findings.QuantitiesIn(sentence.Span).ToList();
        for (var i = 0; i < quantities.Count; i++)
        {
            var quantity = quantities[i];
            var near = last is { } known && index - known.Sentence <= 2 ? last : null;
            var found = quantity.Value is null ? null : _measured.Of(s, bounds, s.IndexAt(quantity.Span.Start), s.IndexAt(quantity.Span.End - 1) + 1, quantity.Unit);
            var again = found is null && near is not null && IsAgain(s, bounds, quantity, near, index);
            if ((again ? new MeasuredWords(near!.Words, near.Measure, "measure-again") : found) is not { Measure: { } measure } words)
            {
                continue;
            }

            var whose = near is not null && (again || near.Sentence == index && near.Measure == measure && IsCompared(findings.Text, quantity.Span)) ? near.Whose
                : Owners.Of(findings, sentence.Span, words.Words, quantity.Span, measure.TwoSided, near?.Whose);
            if (whose.Count == 0)
            {
                continue;
            }

            var period = quantity.Period ?? (again ? Periods.Of(findings.Text, sentence.Span, quantity.Span, findings.Times) : null) ?? near?.Period;
            quantity = Directed(s, quantity);
            quantity = quantity with { Of = words.Words, Period = period, To = quantity.To ?? Level(findings.Text, quantity, quantities.Skip(i + 1).FirstOrDefault(q => Measures.KindOf(q.Unit) is not ("time" or "count"))) };
            claims.Add(Claim(findings, sentence.Span, quantity, whose, words.Rule));
            // a share beside a level tells of the level
            last = new FigureMention(index, measure, whose, period, words.Words, quantity.Unit == "%" && near is { Quantity: { Unit: not "%" } level } && near.Sentence == index && near.Measure == measure ? level : quantity);
        }

        return last;
    }

    /// <summary>
    /// "Norwegian customs put *it* at $6 billion", behind a sentence that tells $5 billion: the same figure from somebody else. It has the same unit and is not far from it,
    /// and a word of data/counts.tsv tells that it is the same.
    /// </summary>
    private bool IsAgain(Lexemes s, (int First, int End) bounds, Quantity quantity, FigureMention before, int index)
    {
        if (index != before.Sentence + 1 || quantity.Unit is null or "%" || quantity.Unit != before.Quantity.Unit || quantity.Value is not { } value || before.Quantity.Value is not { } known || value < known / 2 || value > known * 2)
        {
            return false;
        }

        for (var at = bounds.First; at < bounds.End; at++)
        {
            if (s.IsWord(at) && _again.Contains(s.Form(at).ToString()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The quantity with its direction, where what it measures rose or fell by it.</summary>
    private Quantity Directed(Lexemes s, Quantity quantity)
    {
        var kind = Measures.KindOf(quantity.Unit);
        var direction = quantity is { Change: "=" or "~", From: null, To: null } && kind is not ("count" or "other")
            ? _changes.Direction(s, s.IndexAt(quantity.Span.Start), s.IndexAt(quantity.Span.End - 1) + 1, kind == "share") : null;
        return direction is null ? quantity : quantity with { Change = direction };
    }

    private static Claim Claim(Findings findings, TextSpan sentence, Quantity quantity, IReadOnlyList<ActorMention> whose, string rule)
    {
        var told = Telling.At(findings, quantity.Span);
        var body = new FigureClaim(quantity) { Whose = whose, Record = Records.Of(findings.Text, sentence, quantity.Span) };
        var owners = string.Join('|', whose.Select(w => w.Actor.Id));
        return new Claim(ClaimId.Of(findings, ClaimKind.Figure, quantity.Span, quantity.Unit, owners), body, sentence, "figure." + rule)
        {
            Time = Telling.Time(findings, quantity.Period, sentence, told.Token),
            Factuality = told.Factuality,
            Chain = findings.ChainAt(quantity.Span),
            Confidence = 0.6 + (quantity.Period is null ? 0 : 0.15) + (rule == "measure-after" ? -0.1 : 0.1),
        };
    }

    /// <summary>"compared with 57 percent": the second figure is of the same.</summary>
    private static bool IsCompared(string text, TextSpan quantity)
    {
        var before = text.AsSpan(0, quantity.Start).TrimEnd();
        return before.EndsWith("compared with", StringComparison.Ordinal) || before.EndsWith("compared to", StringComparison.Ordinal) || before.EndsWith("against", StringComparison.Ordinal) || before.EndsWith("up from", StringComparison.Ordinal) || before.EndsWith("down from", StringComparison.Ordinal);
    }

    /// <summary>"jumped 19.8% to a total of $15 billion": the level that a change leads to.</summary>
    private static double? Level(string text, Quantity quantity, Quantity? next)
    {
        if (next is null || quantity.Change is not ("up" or "down") || quantity.Unit != "%" || next.Unit is null or "%" || next.Span.Start - quantity.Span.End is < 2 or > 70)
        {
            return null;
        }

        return text.AsSpan(quantity.Span.End, next.Span.Start - quantity.Span.End).Contains(" to ", StringComparison.Ordinal) ? next.Value : null;
    }

    private sealed record FigureMention(int Sentence, Measure Measure, IReadOnlyList<ActorMention> Whose, TimeExpression? Period, TextSpan Words, Quantity Quantity);
}
