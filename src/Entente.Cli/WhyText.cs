using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Claims.Coding;

namespace Entente.Cli;

/// <summary>`entente why --text`: what a sentence yields, by which row of the lexicon with which words in its slots, or why it yields nothing.</summary>
internal sealed class WhyText
{
    private readonly Dictionary<string, TableRow> _rows = Table.Shipped("event-frames").Rows.ToDictionary(r => r.Required("id"), StringComparer.Ordinal);
    private readonly TextWriter _output;

    public WhyText(TextWriter output) => _output = output;

    /// <summary>Tells of each sentence of a text in turn.</summary>
    public void Write(Coder coder, string text, DateOnly? date)
    {
        var page = new Page("text", Encoding.UTF8.GetBytes(text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = date } };
        foreach (var coded in coder.Code(page).Documents)
        {
            var silences = coded.Silences;
            foreach (var sentence in coded.Analyzed.Sentences)
            {
                Write(coded, silences, sentence);
            }
        }
    }

    private void Write(CodedDocument coded, IReadOnlyList<Silence> silences, Sentence sentence)
    {
        var text = coded.Document.Text;
        _output.WriteLine("“" + sentence.Span.In(text) + "”");
        foreach (var claim in coded.Claims.Where(c => sentence.Span.Contains(c.Evidence)))
        {
            Write(coded, claim);
        }

        if (silences.FirstOrDefault(s => s.Sentence == sentence.Span) is { } silence)
        {
            _output.WriteLine("  Two actors are named, and nothing is coded between them:");
            foreach (var word in silence.Words)
            {
                _output.WriteLine($"    “{word.Word.In(text)}”{(word.Frame is null ? "" : " (" + word.Frame + ")")}: {word.Reason}");
            }

            if (silence.Words.Count == 0)
            {
                _output.WriteLine("    no word of action stands in it");
            }
        }
        else if (!coded.Claims.Any(c => sentence.Span.Contains(c.Evidence)))
        {
            _output.WriteLine("  Nothing is coded: fewer than two actors are named, and no figure, role or agreement.");
        }

        _output.WriteLine();
    }

    private void Write(CodedDocument coded, Claim claim)
    {
        var text = coded.Document.Text;
        var told = claim.Factuality;
        _output.WriteLine($"  {CodedNames.Of(claim.Kind)}{(claim.Body is EventMention e ? $" {CodedNames.Of(e.Type)}{(e.Mode is null ? "" : " " + e.Mode)}" : "")}"
            + $": {string.Join(" and ", CodedNames.Of(told.Readings))}, certainty {CodedNames.Of(told.Certainty)}, polarity {CodedNames.Of(told.Polarity)}; confidence {claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}");
        if (claim.Body is EventMention mention)
        {
            _output.WriteLine($"    trigger “{mention.Trigger.In(text)}”");
            Parties("actor", mention.Actors, text);
            Parties("recipient", mention.Recipients, text);
            if (mention.Place is { } place)
            {
                _output.WriteLine($"    place “{place.Span.In(text)}” = {place.Name}");
            }
        }

        if (claim.Time is { } time)
        {
            _output.WriteLine($"    time {time.Interval} ({time.Basis})");
        }

        if (claim.Chain.Links.Count > 0)
        {
            _output.WriteLine($"    says {claim.Chain}");
        }

        if (claim.Allegation is { } allegation)
        {
            Write(allegation, text);
        }

        _output.WriteLine("    rule " + claim.Rule + Row(claim.Rule));
    }

    private void Write(Allegation allegation, string text)
    {
        _output.WriteLine($"    alleged against {string.Join(", ", allegation.Against.Select(a => a.Actor.Name))}; {(allegation.Denials.Count == 0 ? "no denial found in the text" : "denied in the text:")}");
        foreach (var denial in allegation.Denials)
        {
            _output.WriteLine($"      {denial.By.In(text)}: “{denial.Evidence.In(text)}”{(denial.Claim is null ? "" : $" (claim {denial.Claim})")}");
        }
    }

    private void Parties(string part, IReadOnlyList<ActorMention> mentions, string text)
    {
        foreach (var mention in mentions)
        {
            _output.WriteLine($"    {part} “{mention.Span.In(text)}” = {mention.Actor.Name} ({mention.Actor.Id}){(mention.Via is null or "name" ? "" : ", by " + mention.Via)}");
        }
    }

    /// <summary>What the row of the lexicon asks for.</summary>
    private string Row(string rule)
    {
        var id = rule.Split(':', 2)[^1].Split('+')[0];
        return _rows.TryGetValue(id, out var row)
            ? $": the word '{row["word"]}'{(row["needs"] is { } needs ? ", where " + needs : "")}; actor {row["actor"] ?? "as usual"}, recipient {row["recipient"] ?? "as usual"}" : "";
    }
}
