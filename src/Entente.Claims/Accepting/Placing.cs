namespace Entente.Claims.Accepting;

/// <summary>
/// Where the words of a claim stand. A place is "start" and "end" in code points, or a "quote" where quotes are looked for; where both are given they must agree.
/// A place begins and ends between words.
/// </summary>
internal sealed class Placing(AcceptedText text, List<Problem> notes)
{
    /// <summary>The first place that was found of another text, which is the evidence, there and here.</summary>
    private (TextSpan There, TextSpan Here)? _found;

    /// <summary>The members that tell a place.</summary>
    public static readonly string[] Names = ["start", "end", "quote"];

    /// <summary>The place of an object; null when it is none, with the reason.</summary>
    /// <param name="within">Where a quote that stands several times is looked for first.</param>
    public TextSpan? Of(Fields fields, TextSpan? within = null)
    {
        var quote = fields.Text("quote");
        var source = text.Given ?? text;
        if (!fields.Has("start") || !fields.Has("end"))
        {
            return OfQuote(fields, quote, within);
        }

        if (fields.Offset("start") is not { } start || fields.Offset("end") is not { } end || !InText(fields, source, start, end))
        {
            return null;
        }

        var span = TextSpan.FromBounds(source.Map.ToOffset(start), source.Map.ToOffset(end));
        var words = span.In(source.Text);
        if (quote is not null && OneLine.Of(quote) != OneLine.Of(words))
        {
            return Elsewhere(fields, quote, within, $"{start}–{end}");
        }

        if (source.CutWord(span) is { } cut)
        {
            fields.Refuse(ProblemCodes.ClaimPlace, "", $"{start}–{end} cuts the word '{Fields.Shown(cut)}': '{Fields.Shown(words)}'. Begin and end between words.");
            return null;
        }

        return text.Given is null ? span : Beside(span, words) ?? Elsewhere(fields, span, words, within);
    }

    /// <summary>Within the evidence a place is as far from its beginning in one text as in the other, if the same words stand there.</summary>
    private TextSpan? Beside(TextSpan span, string words) => _found is var (there, here) && there.Contains(span) && here.Length == there.Length
        && new TextSpan(here.Start + span.Start - there.Start, span.Length) is var place && place.In(text.Text) == words ? place : null;

    private TextSpan? Elsewhere(Fields fields, TextSpan span, string words, TextSpan? within)
    {
        var place = Unique(fields, words, within);
        _found ??= place is { } here ? (span, here) : null;
        return place;
    }

    private static bool InText(Fields fields, AcceptedText source, int start, int end)
    {
        if (end <= start)
        {
            fields.Refuse(ProblemCodes.ClaimPlace, "", end == start ? $"{start}–{end} holds nothing." : $"{start}–{end} is the wrong way round: start comes before end.");
        }
        else if (end > source.Length)
        {
            fields.Refuse(ProblemCodes.ClaimPlace, "", $"{start}–{end} lies outside the text, which has {source.Length} characters.");
        }

        return end > start && end <= source.Length;
    }

    private TextSpan? OfQuote(Fields fields, string? quote, TextSpan? within)
    {
        if (quote is not null && text.FindQuotes)
        {
            return Unique(fields, quote, within);
        }

        var missing = string.Join(" and ", Names[..2].Where(n => !fields.Has(n)));
        fields.Refuse(ProblemCodes.ClaimField, "", $"{missing} {(missing.Length > 5 ? "are" : "is")} missing. Write where the words begin and end{(quote is null ? "" : ", or have the quote looked for with --find-quotes")}.");
        return null;
    }

    /// <summary>A quote that is not what stands at its place.</summary>
    private TextSpan? Elsewhere(Fields fields, string quote, TextSpan? within, string said)
    {
        if (text.FindQuotes)
        {
            return Unique(fields, quote, within);
        }

        var source = text.Given ?? text;
        var places = source.PlacesOf(quote).Take(3).Select(p => $"{source.Map.ToCodePoint(p.Start)}–{source.Map.ToCodePoint(p.End)}").ToArray();
        fields.Refuse(ProblemCodes.ClaimQuote, "", places.Length == 0
            ? $"the text does not hold the quote '{Fields.Shown(quote)}'."
            : $"the quote '{Fields.Shown(quote)}' stands at {string.Join(" and ", places)}, not at {said}. Offsets count code points, from 0, and the end is exclusive.");
        return null;
    }

    /// <summary>The one place of some words: in the text, or else in the evidence. Where quotes are looked for, of several places one is chosen by where the evidence stands, and that is told.</summary>
    private TextSpan? Unique(Fields fields, string words, TextSpan? within)
    {
        var places = text.PlacesOf(words).Take(1000).ToArray();
        var inside = within is { } evidence ? places.Where(evidence.Contains).ToArray() : [];
        if (places.Length == 1 || inside.Length == 1)
        {
            return Found(fields, words, inside.Length == 1 ? inside[0] : places[0], "");
        }

        if (text.FindQuotes && within is { } around && places.Length > 0)
        {
            return inside.Length > 0 ? Found(fields, words, inside[0], $", the first of {inside.Length} places in the evidence")
                : places.LastOrDefault(p => p.End <= around.Start) is { Length: > 0 } before ? Found(fields, words, before, $", of {places.Length} places the nearest before the evidence")
                : Found(fields, words, places.MinBy(p => Math.Abs(p.Start - around.Start)), $", of {places.Length} places the nearest to the evidence");
        }

        var whose = text.Given is null ? "the text" : "the record's text of the document, which is another than the coder's,";
        fields.Refuse(ProblemCodes.ClaimQuote, "", places.Length == 0
            ? $"{whose} does not hold the quote '{Fields.Shown(words)}'."
            : $"{whose} holds the quote '{Fields.Shown(words)}' {places.Length} times, so that its place is not sure. Give a longer quote, or start and end.");
        return null;
    }

    private TextSpan Found(Fields fields, string words, TextSpan place, string which)
    {
        if (text.Given is null || which.Length > 0)
        {
            notes.Add(new Problem(ProblemCodes.ClaimMoved, $"{fields.Path}: '{Fields.Shown(words)}' was found by its words at {text.Map.ToCodePoint(place.Start)}–{text.Map.ToCodePoint(place.End)}{which}."));
        }

        return place;
    }
}
