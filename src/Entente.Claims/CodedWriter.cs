using System.Text.Json;

namespace Entente.Claims;

/// <summary>Writes one coded document: first the document, then each layer in the order of the contract.</summary>
internal sealed class CodedWriter : ClaimWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly CodedDocument _coded;
    private readonly ReadPage _page;
    private readonly CodePointMap _map;
    private readonly CodePointMap _pageMap;

    public CodedWriter(Utf8JsonWriter json, CodedDocument coded, ReadPage page)
        : this(json, coded, page, new CodePointMap(coded.Document.Text))
    {
    }

    private CodedWriter(Utf8JsonWriter json, CodedDocument coded, ReadPage page, CodePointMap map)
        : base(json, coded.Document.Text, map)
    {
        (_json, _coded, _page, _map) = (json, coded, page, map);
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
        WriteClaims(_coded.Claims);
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

    private void WriteQuantity(Quantity quantity)
    {
        Bounds(quantity.Span);
        WriteMeasure(quantity);
        Text("of", quantity.Of?.In(_coded.Document.Text));
        Text("period", quantity.Period?.Value);
    }

    private void WriteAttribution(Attribution attribution)
    {
        Spans("source", attribution.Source);
        Spans("cue", attribution.Cue);
        Spans("content", attribution.Content);
        WriteChain(attribution.Chain);
    }

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
}
