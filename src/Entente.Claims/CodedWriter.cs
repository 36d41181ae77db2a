using System.Globalization;
using System.Text.Json;

namespace Entente.Claims;

/// <summary>Writes one coded document: first the document, then each layer in the order of the contract, the claims in the other half of this class.</summary>
internal sealed partial class CodedWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly CodedDocument _coded;
    private readonly ReadPage _page;
    private readonly CodePointMap _map;
    private readonly CodePointMap _pageMap;

    public CodedWriter(Utf8JsonWriter json, CodedDocument coded, ReadPage page)
    {
        (_json, _coded, _page) = (json, coded, page);
        _map = new CodePointMap(coded.Document.Text);
        _pageMap = new CodePointMap(page.Decoded);
    }

    public void Write(CodedJsonOptions options)
    {
        _json.WriteStartObject();
        WriteHead(_coded.Document);
        List("blocks", _coded.Document.Blocks, WriteBlock);
        List("sentences", _coded.Analyzed.Sentences, s => Bounds(s.Span));
        if (options.Tokens)
        {
            List("tokens", _coded.Analyzed.Tokens, WriteToken);
        }

        List("times", _coded.Times, WriteTime);
        List("actors", _coded.Actors, WriteActor);
        List("places", _coded.Places, WritePlace);
        List("agreements", _coded.Agreements, WriteAgreement);
        List("quantities", _coded.Quantities, WriteQuantity);
        List("attributions", _coded.Attributions, WriteAttribution);
        List("claims", _coded.Claims, WriteClaim);
        if (options.Predicates)
        {
            List("predicates", _coded.Predicates, WritePredicate);
        }

        if (options.Silences)
        {
            List("silences", _coded.Silences, WriteSilence);
        }

        List("problems", _coded.Problems.Concat(_page.Problems), WriteProblem);
        _json.WriteEndObject();
    }

    private void WriteHead(Document document)
    {
        _json.WriteString("schema", CodedJson.Schema);
        _json.WriteString("id", document.Id);
        _json.WriteString("page", _page.Page.Digest);
        Text("uri", document.Uri);
        Text("publisher", document.Publisher);
        Text("title", document.Title);
        _json.WriteStartArray("authors");
        foreach (var author in document.Authors)
        {
            _json.WriteStringValue(author);
        }

        _json.WriteEndArray();
        Text("language", document.Language);
        if (_coded.Published is { } published)
        {
            _json.WriteStartObject("published");
            Days(published.Interval);
            _json.WriteString("value", published.Value);
            List("basis", published.Basis, WriteEvidence);
            _json.WriteEndObject();
        }

        _json.WriteString("text", document.Text);
        _json.WriteNumber("confidence", Round(document.Confidence));
    }

    private void WriteEvidence(DateEvidence evidence)
    {
        _json.WriteString("kind", evidence.Kind);
        _json.WriteString("bound", evidence.Bound switch { DateBound.On => "on", DateBound.NotAfter => "not-after", _ => "not-before" });
        _json.WriteString("value", evidence.Interval.ToString());
        if (evidence.Span is { } span)
        {
            Bounds(span);
        }

        Text("why", evidence.Why);
        Text("knowledge", evidence.Knowledge);
    }

    private void WriteBlock(Block block)
    {
        Bounds(block.Span);
        _json.WriteString("role", CodedNames.Of(block.Role));
        Text("reason", block.Reason);
        if (block.Depth is { } depth)
        {
            _json.WriteNumber("depth", depth);
        }

        Text("author", block.Author);
        Text("posted", block.Posted);
        Text("replyTo", block.ReplyTo);
        _json.WriteNumber("pageStart", _pageMap.ToCodePoint(block.PageSpan.Start));
        _json.WriteNumber("pageEnd", _pageMap.ToCodePoint(block.PageSpan.End));
    }

    private void WriteToken(Token token)
    {
        Bounds(token.Span);
        _json.WriteString("lemma", token.Lemma);
        _json.WriteString("upos", token.Upos);
        if (token.Head is { } head)
        {
            _json.WriteNumber("head", head);
        }

        _json.WriteString("deprel", token.Deprel);
        Text("entity", _coded.Actors.FirstOrDefault(a => a.Span.Contains(token.Span))?.Actor.Id);
    }

    private void WriteTime(TimeExpression time)
    {
        Bounds(time.Span);
        _json.WriteString("type", CodedNames.Of(time.Type));
        _json.WriteString("value", time.Value);
        Text("mod", time.Mod);
        Text("grain", time.Grain is { } grain ? CodedNames.Of(grain) : null);
        if (time.Interval is { } interval)
        {
            Days(interval);
        }

        Text("anchor", time.Anchor);
        _json.WriteString("why", time.Why);
    }

    private void WriteActor(ActorMention mention)
    {
        Bounds(mention.Span);
        _json.WriteString("id", mention.Actor.Id);
        _json.WriteString("name", mention.Actor.Name);
        _json.WriteString("kind", CodedNames.Of(mention.Actor.Kind));
        Text("country", mention.Actor.Country);
        Text("sector", mention.Actor.Sector);
        Text("role", mention.Role);
        Text("via", mention.Via);
        Antecedent(mention.Antecedent);
    }

    private void Antecedent(TextSpan? antecedent)
    {
        if (antecedent is { } span)
        {
            _json.WriteStartObject("antecedent");
            Bounds(span);
            _json.WriteEndObject();
        }
    }

    private void WritePlace(PlaceMention place)
    {
        Bounds(place.Span);
        _json.WriteString("name", place.Name);
        Text("country", place.Country);
        Number("latitude", place.Latitude);
        Number("longitude", place.Longitude);
    }

    private void WriteAgreement(AgreementMention agreement)
    {
        Bounds(agreement.Span);
        _json.WriteString("id", agreement.Id);
        _json.WriteString("name", agreement.Name);
        _json.WriteString("kind", agreement.Kind);
        Text("via", agreement.Via);
        Antecedent(agreement.Antecedent);
    }

    private void WriteQuantity(Quantity quantity)
    {
        Bounds(quantity.Span);
        WriteMeasure(quantity);
        Text("of", quantity.Of?.In(_coded.Document.Text));
        Text("period", quantity.Period?.Value);
    }

    private void WriteMeasure(Quantity quantity)
    {
        Number("value", quantity.Value);
        Number("high", quantity.High);
        Text("unit", quantity.Unit);
        Text("change", quantity.Change);
        Number("from", quantity.From);
        Number("to", quantity.To);
    }

    private void WriteAttribution(Attribution attribution)
    {
        Spans("source", attribution.Source);
        Spans("cue", attribution.Cue);
        Spans("content", attribution.Content);
        WriteChain(attribution.Chain);
    }

    private void WriteChain(SourceChain chain) => List("chain", chain.Links, link =>
    {
        _json.WriteString("name", link.Name);
        _json.WriteString("kind", CodedNames.Of(link.Kind));
        Text("actor", link.Actor);
        if (link.Gives is not (Readings.None or Readings.Asserted))
        {
            Names("gives", CodedNames.Of(link.Gives));
        }

        Text("words", link.Words);
    });

    private void WritePredicate(Predicate predicate)
    {
        Bounds(predicate.Span);
        _json.WriteString("polarity", CodedNames.Of(predicate.Factuality.Polarity));
        _json.WriteString("certainty", CodedNames.Of(predicate.Factuality.Certainty));
        Text("tense", predicate.Tense);
        Text("modality", predicate.Modality);
        if (predicate.Links.Count > 0)
        {
            Names("link", predicate.Links);
        }
    }

    private void WriteSilence(Silence silence)
    {
        Bounds(silence.Sentence);
        List("words", silence.Words, word =>
        {
            Bounds(word.Word);
            Text("frame", word.Frame);
            _json.WriteString("reason", word.Reason);
        });
    }

    private void WriteProblem(Problem problem)
    {
        _json.WriteString("code", problem.Code);
        _json.WriteString("message", problem.Message);
        if (problem.Span is { } span)
        {
            Bounds(span);
        }
    }

    private void Bounds(TextSpan span)
    {
        _json.WriteNumber("start", _map.ToCodePoint(span.Start));
        _json.WriteNumber("end", _map.ToCodePoint(span.End));
    }

    private void Spans(string name, IReadOnlyList<TextSpan> spans)
    {
        _json.WriteStartArray(name);
        foreach (var span in spans)
        {
            _json.WriteStartArray();
            _json.WriteNumberValue(_map.ToCodePoint(span.Start));
            _json.WriteNumberValue(_map.ToCodePoint(span.End));
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    private void Days(DateInterval interval)
    {
        Text("earliest", Iso(interval.Earliest));
        Text("latest", Iso(interval.Latest));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Number(string name, double? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    private void Names(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>Confidences are told to four places: more would be noise that differs between machines.</summary>
    private static double Round(double confidence) => Math.Round(confidence, 4, MidpointRounding.ToEven);
}
