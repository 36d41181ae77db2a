namespace Entente.Claims;

/// <summary>The claims: what all kinds share, and the object of each kind.</summary>
internal sealed partial class CodedWriter
{
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
        _json.WriteString("by", denial.By.In(_coded.Document.Text));
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
                _json.WriteString("words", label.Words.In(_coded.Document.Text));
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
                Text("reason", position.Reason?.In(_coded.Document.Text));
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
        Text("of", quantity.Of?.In(_coded.Document.Text));
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
}
