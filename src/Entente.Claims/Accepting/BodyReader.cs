using System.Globalization;

namespace Entente.Claims.Accepting;

/// <summary>Reads the object of each kind of claim.</summary>
internal sealed class BodyReader(AcceptedText text, Vocabularies known, NamedActors named, Placing placing, PartReader parts)
{
    private static readonly string[] Types = [.. Enum.GetValues<EventType>().Select(CodedNames.Of)];
    private static readonly string[] Standings = [.. ClaimTypes.Of(ClaimKind.Membership)];
    private static readonly string[] States = [.. ClaimTypes.Of(ClaimKind.Agreement)];

    /// <summary>The object of the kind; null when it is wrong, with the reason.</summary>
    public ClaimBody? Read(Fields claim, ClaimKind kind)
    {
        var name = CodedNames.Of(kind);
        return kind switch
        {
            ClaimKind.Event => claim.Object(name, true, "type", "mode", "contexts", "trigger", "actors", "recipients", "agreement", "place", "cameo", "goldstein") is { } e ? Event(e) : null,
            ClaimKind.Figure => claim.Object(name, true, [.. Placing.Names, "value", "high", "unit", "change", "from", "to", "of", "whose", "period", "record"]) is { } f ? Figure(f) : null,
            ClaimKind.Count => claim.Object(name, true, "n", "what", "whose", "since") is { } c ? Count(c) : null,
            ClaimKind.Membership => claim.Object(name, true, "actor", "organisation", "standing") is { } m ? Membership(m) : null,
            ClaimKind.Agreement => claim.Object(name, true, "name", "id", "parties", "contexts", "state") is { } a ? Agreement(a) : null,
            ClaimKind.Label => claim.Object(name, true, "words", "about", "by") is { } l ? Label(l) : null,
            ClaimKind.Role => claim.Object(name, true, "person", "office", "country", "via") is { } r ? Role(r) : null,
            _ => claim.Object(name, true, "holder", "proposition", "stance", "reason") is { } p ? Position(p) : null,
        };
    }

    private EventMention? Event(Fields body)
    {
        var (name, mode) = (body.OneOf("type", true, Types), body.Text("mode"));
        var (trigger, contexts) = (Trigger(body), body.Names("contexts", "PLOVER context", known.Contexts));
        var (actors, recipients) = (parts.Actors(body, "actors", true), parts.Actors(body, "recipients", false));
        var (place, agreement) = (parts.Place(body), parts.Agreement(body));
        if (!CodedNames.TryParse<EventType>(name ?? "-", out var type))
        {
            return null;
        }

        if (mode is not null && !known.Modes[name!].Contains(mode))
        {
            var modes = string.Join(", ", known.Modes[name!]);
            body.Refuse(ProblemCodes.ClaimValue, "mode", $"{name} has no mode '{Fields.Shown(mode)}'. {(modes.Length == 0 ? "Leave it out." : $"Write one of {modes}, or leave it out.")}");
            return null;
        }

        if (body.IsEmptyList("actors") && (body.IsEmptyList("recipients") || !body.Has("recipients")))
        {
            body.Refuse(ProblemCodes.ClaimField, "actors", "the event has nobody who acts and nobody who is acted upon. Write at least one.");
        }

        var (code, weight) = known.Cameo.Of(type, mode);
        Derived(body, "cameo", body.Text("cameo"), code);
        Derived(body, "goldstein", body.Number("goldstein", false, -10, 10)?.ToString(CultureInfo.InvariantCulture), weight.ToString(CultureInfo.InvariantCulture));
        return trigger is { } word ? new EventMention(type, mode, word) { Actors = actors, Recipients = recipients, Contexts = contexts, Place = place, Agreement = agreement, Cameo = code, Goldstein = weight } : null;
    }

    private TextSpan? Trigger(Fields body) => body.Object("trigger", true, Placing.Names) is { } trigger
        ? parts.Within(placing.Of(trigger, parts.Evidence), trigger, "The evidence is the clause or sentence that tells of the event by this word.") : null;

    private static void Derived(Fields body, string name, string? given, string derived)
    {
        if (given is not null && given != derived)
        {
            body.Refuse(ProblemCodes.ClaimValue, name, $"is derived from type and mode and would be {derived}, not {Fields.Shown(given)}. Leave it out.");
        }
    }

    private FigureClaim? Figure(Fields body)
    {
        var span = parts.Within(placing.Of(body, parts.Evidence), body, "The evidence is the clause or sentence that tells the figure.");
        var (value, high) = (Told(body, "value", span), Told(body, "high", span));
        var (from, to) = (Told(body, "from", parts.Evidence), Told(body, "to", parts.Evidence));
        // of a movement the two are where it began and where it ended
        if (high < value && from is null)
        {
            body.Refuse(ProblemCodes.ClaimValue, "high", "lies below the value.");
        }

        var change = body.OneOf("change", true, "=", "~", ">", "<", "up", "down");
        var unit = Unit(body);
        var (of, period) = (Measured(body, unit), Period(body, "period"));
        var (whose, record) = (parts.Actors(body, "whose", false), body.OneOf("record", false, "high", "low"));
        return span is not { } at || change is null ? null
            : new FigureClaim(new Quantity(at, value) { High = high, Unit = unit, Change = change, From = from, To = to, Of = of, Period = period }) { Whose = whose, Record = record };
    }

    /// <summary>A unit by its code; what is counted by the text's own word.</summary>
    private string? Unit(Fields body)
    {
        if (body.Text("unit", false, 100) is not { } unit)
        {
            return null;
        }

        if (known.Measuring.CodeOf(unit) is { } code)
        {
            parts.Note(body, "unit", unit, code);
            return code;
        }

        if (!AcceptedText.Words(unit).All(w => known.Measuring.FormsOf(w).Any(f => text.HoldsFormOf(f, new TextSpan(0, text.Text.Length)))))
        {
            body.Refuse(ProblemCodes.ClaimNotSaid, "unit", $"'{Fields.Shown(unit)}' is no unit of data/units.tsv, and the text does not hold it. Write the unit's code (USD, %, km, t), or the text's own word for what is counted.");
        }

        return unit;
    }

    /// <summary>What a figure measures: the text's own words; of a measure, or another of its words, the word by which the evidence tells it.</summary>
    private TextSpan? Measured(Fields body, string? unit)
    {
        var of = body.Text("of", false, 300);
        if (of is null || text.Nearest(of, parts.Evidence) is { } place && (parts.Evidence.Contains(place) || known.Measuring.Words(of).Count == 0))
        {
            return of is null ? null : text.Nearest(of, parts.Evidence);
        }

        var words = known.Measuring.Words(of);
        if (words.Concat(known.Measuring.Counted(of, unit)).Select(w => text.FormOf(w, parts.Evidence)).FirstOrDefault(w => w is not null) is { } told)
        {
            parts.Note(body, "of", of, told.In(text.Text));
            return told;
        }

        if (text.Nearest(of, parts.Evidence) is { } elsewhere)
        {
            return elsewhere;
        }

        body.Refuse(ProblemCodes.ClaimNotSaid, "of", words.Count > 0
            ? $"the evidence tells the measure '{Fields.Shown(of)}' by none of its words ({string.Join(", ", words.Take(6))}). Write the text's own words for what is measured, or leave it out."
            : $"the text does not hold '{Fields.Shown(of)}'. Write its own words, or a measure of data/measures.tsv.");
        return null;
    }

    private CountClaim? Count(Fields body)
    {
        var (n, what, whose, since) = (body.Number("n", true, 0), parts.Description(body, "what", true), parts.Actors(body, "whose", false), Period(body, "since"));
        if (n is { } number && known.Numbers.Fault(text.Text, parts.Evidence, number) is { } fault)
        {
            body.Refuse(ProblemCodes.ClaimNotSaid, "n", fault + ".");
        }

        return n is { } count && what is not null ? new CountClaim(count, what) { Whose = whose, Since = since } : null;
    }

    private MembershipClaim? Membership(Fields body)
    {
        var (actor, organisation) = (parts.Actor(body, "actor", true), parts.Actor(body, "organisation", true));
        var standing = body.OneOf("standing", true, Standings);
        return actor is not null && organisation is not null && standing is not null ? new MembershipClaim(actor, organisation, standing) : null;
    }

    private AgreementClaim? Agreement(Fields body)
    {
        var id = parts.AgreementId(body, false);
        var isKnown = id is not null && known.Names.Of(id).Count > 0 && named.Names(id);
        var name = isKnown ? body.Text("name", true, 300) : parts.Description(body, "name", true);
        var (parties, contexts, state) = (parts.Actors(body, "parties", false), body.Names("contexts", "PLOVER context", known.Contexts), body.OneOf("state", false, States));
        return name is null ? null : new AgreementClaim(name, state) { Id = id, Parties = parties, Contexts = contexts };
    }

    private LabelClaim? Label(Fields body)
    {
        var (words, about, by) = (parts.Words(body, "words", true), parts.Actors(body, "about", true), parts.Actors(body, "by", false));
        if (words is { } called && !parts.Evidence.Contains(called))
        {
            body.Refuse(ProblemCodes.ClaimPlace, "words", $"'{Fields.Shown(called.In(text.Text))}' stands outside the evidence. The evidence is the clause or sentence that calls them so.");
        }

        if (body.IsEmptyList("about"))
        {
            body.Refuse(ProblemCodes.ClaimField, "about", "nobody is called so. Write at least one country, body or person; what is called names for a law, a war or a thing is no label.");
        }

        return words is { } span ? new LabelClaim(span) { About = about, By = by } : null;
    }

    private RoleClaim? Role(Fields body)
    {
        var (person, office) = (parts.Actor(body, "person", true), parts.Description(body, "office", true));
        var (country, via) = (parts.Country(body, "country"), body.OneOf("via", false, "person"));
        return person is not null && office is not null ? new RoleClaim(person, office, country) { Via = via } : null;
    }

    private PositionClaim? Position(Fields body)
    {
        var (holder, proposition) = (parts.Actor(body, "holder", false), body.Text("proposition", true, 300));
        var (stance, reason) = (body.OneOf("stance", true, [.. ClaimTypes.Of(ClaimKind.Position)]), parts.Words(body, "reason", false));
        return proposition is not null && About(body, proposition) is { } about && stance is not null ? new PositionClaim(proposition, stance) { About = about, Holder = holder, Reason = reason } : null;
    }

    /// <summary>"alliance:CHE-NOR": the two that a proposition is about; empty for one about none.</summary>
    private IReadOnlyList<string>? About(Fields body, string proposition)
    {
        var colon = proposition.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? proposition : proposition[..colon];
        if (!known.Propositions.TryGetValue(name, out var parties))
        {
            var near = known.Propositions.Keys.Where(p => p.Split('-').Intersect(name.Split('-')).Any()).Order(StringComparer.Ordinal).Take(3).ToArray();
            body.Refuse(ProblemCodes.ClaimValue, "proposition", $"'{Fields.Shown(name)}' is no proposition of data/propositions.tsv, and of no table of your own (docs/guide/own-tables.md).{(near.Length == 0 ? "" : $" Near it are {string.Join(", ", near)}.")}");
            return null;
        }

        var about = colon < 0 ? [] : Sides(proposition[(colon + 1)..], parties);
        if (about.Count != parties)
        {
            var form = parties switch { 0 => $"no country or organisation. Write {name} alone", 1 => $"one country or organisation. Write it as {name}:NOR or {name}:org:nato", _ => $"two countries or organisations. Write it as {name}:CHE-NOR" };
            body.Refuse(ProblemCodes.ClaimValue, "proposition", $"'{Fields.Shown(proposition)}': {name} is about {form}.");
            return null;
        }

        if (about.FirstOrDefault(a => !named.Names(a)) is { } unnamed)
        {
            body.Refuse(ProblemCodes.ClaimNotSaid, "proposition", $"{unnamed} is named nowhere in the text.");
        }

        return about;
    }

    /// <summary>Codes of countries and ids of organisations with hyphens between, which ids may hold too.</summary>
    private IReadOnlyList<string> Sides(string words, int parties)
    {
        if (parties < 2)
        {
            return IsSide(words) ? [words] : [];
        }

        for (var at = words.IndexOf('-', StringComparison.Ordinal); at > 0; at = words.IndexOf('-', at + 1))
        {
            if (IsSide(words[..at]) && IsSide(words[(at + 1)..]))
            {
                return string.CompareOrdinal(words[..at], words[(at + 1)..]) <= 0 ? [words[..at], words[(at + 1)..]] : [words[(at + 1)..], words[..at]];
            }
        }

        return [];
    }

    private bool IsSide(string side) => known.Names.Countries.Contains(side) || known.Names.Of(side).Count > 0;

    /// <summary>A number that words of the text must tell.</summary>
    private double? Told(Fields body, string name, TextSpan? place)
    {
        var number = body.Number(name);
        if (number is { } value && place is { } span && known.Numbers.Fault(text.Text, span, value) is { } fault)
        {
            body.Refuse(ProblemCodes.ClaimNotSaid, name, fault + ".");
        }

        return number;
    }

    /// <summary>A period as a TIMEX3 value; the contract does not say where it stands.</summary>
    private TimeExpression? Period(Fields body, string name)
    {
        var value = body.Text(name, false, 100);
        if (value is not null && WrittenTime.Fault(value) is { } fault)
        {
            body.Refuse(ProblemCodes.ClaimValue, name, fault + ".");
        }

        return value is null ? null : new TimeExpression(parts.Evidence, TimexType.Date, value, "as the coder has it");
    }
}
