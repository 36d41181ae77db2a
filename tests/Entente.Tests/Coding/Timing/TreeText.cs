using Entente.Claims;
using Entente.Claims.Coding;

namespace Entente.Tests.Coding.Timing;

/// <summary>Writes analysed texts by hand: one sentence a string, its words as "form/lemma/UPOS/head/deprel" with the head counted from 1 and 0 for the root.</summary>
internal static class TreeText
{
    public static Findings Of(DateOnly? published, params string[] sentences)
    {
        var text = new System.Text.StringBuilder();
        var tokens = new List<Token>();
        var spans = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            var first = tokens.Count;
            var start = text.Length;
            foreach (var word in sentence.Split(' '))
            {
                var part = word.Split('/');
                if (text.Length > start)
                {
                    text.Append(' ');
                }

                int? head = part[3] == "0" ? null : first + int.Parse(part[3]) - 1;
                tokens.Add(new Token(new TextSpan(text.Length, part[0].Length), part[1], part[2], "", head, part[4]));
                text.Append(part[0]);
            }

            spans.Add(new Sentence(TextSpan.FromBounds(start, text.Length), first, tokens.Count - first, 0));
            text.Append(' ');
        }

        var whole = new TextSpan(0, text.Length);
        var document = new Document("d", text.ToString(), [new Block(whole, BlockRole.Body, whole)]);
        return new Findings(new AnalyzedDocument(document, spans, tokens))
        {
            Published = published is { } day ? new Publication(DateInterval.Day(day), []) : null,
        };
    }

    public static Findings With(this Findings findings, string words, DateInterval interval, bool relative = false)
    {
        var span = new TextSpan(findings.Text.IndexOf(words, StringComparison.Ordinal), words.Length);
        var time = new TimeExpression(span, TimexType.Date, interval.ToString(), "test") { Interval = interval, Anchor = relative ? "2025-05-09" : null };
        return findings with { Times = [.. findings.Times.Append(time).OrderBy(t => t.Span)] };
    }

    public static Findings Tense(this Findings findings, string form, string tense)
    {
        var token = findings.Token(form);
        return findings with { Predicates = [.. findings.Predicates, new Predicate(findings.Analyzed.Tokens[token].Span, token, Factuality.Asserted) { Tense = tense }] };
    }

    public static int Token(this Findings findings, string form) =>
        Enumerable.Range(0, findings.Analyzed.Tokens.Count).First(t => findings.Analyzed.Form(t) == form);

    public static TextSpan Whole(this Findings findings) => findings.Analyzed.Sentences[0].Span;
}
