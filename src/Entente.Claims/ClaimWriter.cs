using System.Globalization;
using System.Text.Json;

namespace Entente.Claims;

/// <summary>Writes claims, what all kinds share and the object of each kind, and what they are made of.</summary>
internal class ClaimWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly string _text;
    private readonly CodePointMap _map;

    public ClaimWriter(Utf8JsonWriter json, string text, CodePointMap map) => (_json, _text, _map) = (json, text, map);

    /// <summary>The member "claims".</summary>
    public void WriteClaims(IEnumerable<Claim> claims) => List("claims", claims, WriteClaim);

    private void WriteClaim(Claim claim)
    {
        _json.WriteString("id", claim.Id);
        _json.WriteString("kind", CodedNames.Of(claim.Kind));
        _json.WriteStartObject(CodedNames.Of(claim.Kind));
        WriteBody(claim.Body);
        _json.WriteEndObject();
        if (claim.Time is { } time)
        {
            _json.WriteStartObject("time");
            Days(time.Interval);
            Text("value", time.Value);
            Text("basis", time.Basis);
            _json.WriteEndObject();
        }

        _json.WriteStartObject("factuality");
        _json.WriteString("certainty", CodedNames.Of(claim.Factuality.Certainty));
        _json.WriteString("polarity", CodedNames.Of(claim.Factuality.Polarity));
        Names("readings", CodedNames.Of(claim.Factuality.Readings));
        _json.WriteEndObject();
        _json.WriteNumber("confidence", Round(claim.Confidence));
        WriteChain(claim.Chain);
        _json.WriteStartObject("evidence");
        Bounds(claim.Evidence);
        _json.WriteEndObject();
        if (claim.Allegation is { } allegation)
        {
            _json.WriteStartObject("allegation");
            List("against", allegation.Against, WriteActor);
            List("denials", allegation.Denials, WriteDenial);
            _json.WriteEndObject();
        }

        _json.WriteString("rule", claim.Rule);
    }

    private void WriteDenial(Denial denial)
    {
        Bounds(denial.Evidence);
        _json.WriteString("by", denial.By.In(_text));
        Text("claim", denial.Claim);
    }

    private void WriteBody(ClaimBody body)
    {
        switch (body)
        {
            case EventMention mention:
                WriteEvent(mention);
                break;
            case FigureClaim figure:
                WriteFigure(figure);
                break;
            case CountClaim count:
                _json.WriteNumber("n", count.N);
                _json.WriteString("what", count.What);
                List("whose", count.Whose, WriteActor);
                Text("since", count.Since?.Value);
                break;
            case MembershipClaim membership:
                Actor("actor", membership.Actor);
                Actor("organisation", membership.Organisation);
                _json.WriteString("standing", membership.Standing);
                break;
            case AgreementClaim agreement:
                _json.WriteString("name", agreement.Name);
                Text("id", agreement.Id);
                List("parties", agreement.Parties, WriteActor);
                Names("contexts", agreement.Contexts);
                Text("state", agreement.State);
                break;
            case LabelClaim label:
                _json.WriteString("words", label.Words.In(_text));
                List("about", label.About, WriteActor);
                List("by", label.By, WriteActor);
                break;
            case RoleClaim role:
                Actor("person", role.Person);
                _json.WriteString("office", role.Office);
                Text("country", role.Country);
                Text("via", role.Via);
                break;
            case PositionClaim position:
                Actor("holder", position.Holder);
                _json.WriteString("proposition", position.Proposition);
                _json.WriteString("stance", position.Stance);
                Text("reason", position.Reason?.In(_text));
                break;
            default:
                throw new InvalidOperationException($"The contract has no claim of type {body.GetType().Name}.");
        }
    }

    private void WriteEvent(EventMention mention)
    {
        _json.WriteString("type", CodedNames.Of(mention.Type));
        Text("mode", mention.Mode);
        Names("contexts", mention.Contexts);
        _json.WriteStartObject("trigger");
        Bounds(mention.Trigger);
        _json.WriteEndObject();
        List("actors", mention.Actors, WriteActor);
        List("recipients", mention.Recipients, WriteActor);
        if (mention.Agreement is { } agreement)
        {
            _json.WriteStartObject("agreement");
            WriteAgreement(agreement);
            _json.WriteEndObject();
        }

        if (mention.Place is { } place)
        {
            _json.WriteStartObject("place");
            WritePlace(place);
            _json.WriteEndObject();
        }

        Text("cameo", mention.Cameo);
        Number("goldstein", mention.Goldstein);
    }

    private void WriteFigure(FigureClaim figure)
    {
        var quantity = figure.Quantity;
        Bounds(quantity.Span);
        WriteMeasure(quantity);
        Text("of", quantity.Of?.In(_text));
        List("whose", figure.Whose, WriteActor);
        Text("period", quantity.Period?.Value);
        Text("record", figure.Record);
    }

    private void Actor(string name, ActorMention? mention)
    {
        if (mention is not null)
        {
            _json.WriteStartObject(name);
            WriteActor(mention);
            _json.WriteEndObject();
        }
    }

    protected void WriteActor(ActorMention mention)
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

    protected void WritePlace(PlaceMention place)
    {
        Bounds(place.Span);
        _json.WriteString("name", place.Name);
        Text("country", place.Country);
        Number("latitude", place.Latitude);
        Number("longitude", place.Longitude);
    }

    protected void WriteAgreement(AgreementMention agreement)
    {
        Bounds(agreement.Span);
        _json.WriteString("id", agreement.Id);
        _json.WriteString("name", agreement.Name);
        _json.WriteString("kind", agreement.Kind);
        Text("via", agreement.Via);
        Antecedent(agreement.Antecedent);
    }

    protected void WriteMeasure(Quantity quantity)
    {
        Number("value", quantity.Value);
        Number("high", quantity.High);
        Text("unit", quantity.Unit);
        Text("change", quantity.Change);
        Number("from", quantity.From);
        Number("to", quantity.To);
    }

    protected void WriteChain(SourceChain chain) => List("chain", chain.Links, link =>
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

    protected void Bounds(TextSpan span)
    {
        _json.WriteNumber("start", _map.ToCodePoint(span.Start));
        _json.WriteNumber("end", _map.ToCodePoint(span.End));
    }

    protected void Days(DateInterval interval)
    {
        Text("earliest", Iso(interval.Earliest));
        Text("latest", Iso(interval.Latest));
    }

    protected static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    protected void Number(string name, double? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    protected void Names(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    protected void List<T>(string name, IEnumerable<T> items, Action<T> write)
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
    protected static double Round(double confidence) => Math.Round(confidence, 4, MidpointRounding.ToEven);
}
