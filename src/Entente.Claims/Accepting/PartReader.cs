using System.Text.Json;
using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Accepting;

/// <summary>Reads what claims of all kinds are made of: actors, places, agreements, words, times, chains.</summary>
internal sealed class PartReader(AcceptedText text, Vocabularies known, NamedActors named, Placing placing, Reasons reasons, List<Problem> notes)
{
    private const int LongestName = 300;

    /// <summary>What the id of somebody of no table begins with.</summary>
    private const string NameId = "name:";

    private static readonly string[] ActorKinds = [.. Enum.GetValues<ActorKind>().Select(CodedNames.Of)];
    private static readonly string[] SourceKinds = [.. Enum.GetValues<SourceKind>().Select(CodedNames.Of)];
    private static readonly string[] Given = [.. Enum.GetValues<Readings>().Where(r => r is not (Readings.None or Readings.Asserted)).SelectMany(CodedNames.Of)];

    /// <summary>The clause or sentence that the claim rests on.</summary>
    public TextSpan Evidence { get; init; }

    public ActorMention? Actor(Fields parent, string name, bool required) => parent.Find(name) is { } value ? Actor(value, parent.At(name)) : Missing(parent, name, required);

    public IReadOnlyList<ActorMention> Actors(Fields parent, string name, bool required) => [.. parent.List(name, required).Select(i => Actor(i.Item, i.Path)).OfType<ActorMention>()];

    public PlaceMention? Place(Fields parent)
    {
        if (parent.Object("place", false, [.. Placing.Names, "name", "country", "latitude", "longitude"]) is not { } place)
        {
            return null;
        }

        var (span, name) = (placing.Of(place, Evidence), place.Text("name", true, LongestName));
        var country = Country(place, "country");
        if (name is not null && span is { } at && !named.HoldsWordOf(name) && !named.Names(KnownNames.Place + name) && !known.Names.CountriesCalled(at.In(text.Text)).Contains(country ?? ""))
        {
            place.Refuse(ProblemCodes.ClaimNotSaid, "name", $"'{Fields.Shown(name)}' is named nowhere in the text.");
        }

        var (latitude, longitude) = (place.Number("latitude", false, -90, 90), place.Number("longitude", false, -180, 180));
        if (name is not null && known.Places.Fault(name, country, latitude, longitude) is var (member, fault))
        {
            place.Refuse(ProblemCodes.ClaimValue, member, fault + ".");
        }

        return span is { } found && name is not null ? new PlaceMention(found, name) { Country = country, Latitude = latitude, Longitude = longitude } : null;
    }

    /// <summary>The treaty that an event is about.</summary>
    public AgreementMention? Agreement(Fields parent)
    {
        if (parent.Object("agreement", false, [.. Placing.Names, "id", "name", "kind", "via", "antecedent"]) is not { } agreement)
        {
            return null;
        }

        var (span, name, kind) = (placing.Of(agreement, Evidence), agreement.Text("name", true, LongestName), agreement.OneOf("kind", true, [.. known.AgreementKinds]));
        var id = AgreementId(agreement, true);
        if (name is not null && !named.HoldsWordOf(name) && !(id is not null && named.Names(id)))
        {
            agreement.Refuse(ProblemCodes.ClaimNotSaid, "name", $"'{Fields.Shown(name)}' is named nowhere in the text.");
        }

        var (via, antecedent) = (agreement.OneOf("via", false, "noun"), Span(agreement, "antecedent"));
        return span is { } at && name is not null && kind is not null && id is not null ? new AgreementMention(at, id, name, kind) { Via = via, Antecedent = antecedent } : null;
    }

    public string? AgreementId(Fields fields, bool required)
    {
        var id = fields.Text("id", required, LongestName);
        if (id is not null && !id.StartsWith("agreement:", StringComparison.Ordinal))
        {
            fields.Refuse(ProblemCodes.ClaimValue, "id", $"'{Fields.Shown(id)}' is no id of an agreement. Write agreement: and its id in data/agreements.tsv, or leave it out.");
        }

        return id;
    }

    /// <summary>A place of its own; null when it is left out or wrong.</summary>
    public TextSpan? Span(Fields parent, string name, bool required = false) => parent.Object(name, required, Placing.Names) is { } span ? placing.Of(span, Evidence) : null;

    /// <summary>A country's code; null when it is left out or none.</summary>
    public string? Country(Fields fields, string name)
    {
        var code = fields.Text(name, false, LongestName);
        if (code is not null && !known.Names.Codes.Contains(code))
        {
            fields.Refuse(ProblemCodes.ClaimValue, name, $"'{Fields.Shown(code)}' is no code of a country. Write ISO 3166-1 alpha-3 (XKX for Kosovo), or IGO, NGO, IMG, ISM, MNC.");
        }

        return code;
    }

    /// <summary>A place that must lie in the evidence; null when it is left out or wrong.</summary>
    public TextSpan? Within(TextSpan? span, Fields fields, string what)
    {
        if (span is { } place && !Evidence.Contains(place))
        {
            fields.Refuse(ProblemCodes.ClaimPlace, "", $"'{Fields.Shown(place.In(text.Text))}' lies outside the evidence. {what}");
        }

        return span;
    }

    /// <summary>Words that must stand in the text as they are given, and where they stand nearest to the evidence.</summary>
    public TextSpan? Words(Fields fields, string name, bool required)
    {
        if (fields.Text(name, required) is not { } words)
        {
            return null;
        }

        if (text.Nearest(words, Evidence) is { } place)
        {
            return place;
        }

        fields.Refuse(ProblemCodes.ClaimNotSaid, name, $"the text does not hold '{Fields.Shown(words)}'. Write its own words.");
        return null;
    }

    /// <summary>A description whose words must stand in the evidence, whatever their order and ending, or all together somewhere in the text.</summary>
    public string? Description(Fields fields, string name, bool required)
    {
        var words = fields.Text(name, required, LongestName);
        if (words is not null && AcceptedText.Words(words).FirstOrDefault(w => w.Length > 3 && !text.HoldsFormOf(w, Evidence)) is { } missing && text.Nearest(words, Evidence) is null)
        {
            fields.Refuse(ProblemCodes.ClaimNotSaid, name, $"the evidence does not hold '{Fields.Shown(missing)}' of '{Fields.Shown(words)}', and the text does not hold all of it. Write its own words.");
        }

        return words;
    }

    public ClaimTime? Time(Fields claim)
    {
        if (claim.Object("time", false, "earliest", "latest", "value", "basis") is not { } time)
        {
            return null;
        }

        var (earliest, latest) = (time.Day("earliest"), time.Day("latest"));
        if (earliest > latest)
        {
            time.Refuse(ProblemCodes.ClaimValue, "", $"the earliest day {earliest:O} lies after the latest {latest:O}.");
        }

        var value = time.Text("value", false, 100);
        var interval = Days(time, value, earliest, latest);
        (earliest, latest) = (interval.Earliest, interval.Latest);

        var basis = time.OneOf("basis", true, "stated", "relative", "era", "elsewhere", "published", "tense");
        foreach (var (name, day) in new[] { ("earliest", earliest), ("latest", latest) })
        {
            if (basis == "stated" && day is { } told && !text.TellsYear(told.Year, Evidence))
            {
                time.Refuse(ProblemCodes.ClaimNotSaid, name, $"the basis is 'stated', and the text tells no year near {told.Year}.");
            }
        }

        return basis is null ? null : new ClaimTime(interval, value ?? interval.ToString(), basis);
    }

    /// <summary>The days of a time: those that are told, else those of its value. The two may not go against each other.</summary>
    private static DateInterval Days(Fields time, string? value, DateOnly? earliest, DateOnly? latest)
    {
        var told = new DateInterval(earliest, latest);
        if (value is not null && WrittenTime.Fault(value) is { } fault)
        {
            time.Refuse(ProblemCodes.ClaimValue, "value", fault + ".");
            return told;
        }

        var written = value is null ? null : WrittenTime.Interval(value);
        if ((earliest ?? latest) is null)
        {
            if (written is null)
            {
                time.Refuse(ProblemCodes.ClaimField, "", "tells no days. Write earliest and latest, or a value that is a day, month or year, or leave time out.");
            }

            return written ?? told;
        }

        if (written is { } days && earliest <= (latest ?? earliest) && days.Intersect(told) is null)
        {
            time.Refuse(ProblemCodes.ClaimValue, "value", $"'{Fields.Shown(value!)}' lies outside the days {told}. Leave one of them out.");
        }

        return told;
    }

    public SourceChain Chain(Fields claim)
    {
        var links = new List<SourceLink>();
        foreach (var (item, path) in claim.List("chain"))
        {
            if (Fields.Of(item, path, reasons, "name", "kind", "actor", "gives", "words") is not { } link)
            {
                continue;
            }

            var (name, kind) = (link.Text("name", true, LongestName), link.OneOf("kind", true, SourceKinds));
            var (actor, words) = (link.Text("actor", false, LongestName), link.Text("words"));
            actor = actor is null ? null : Slugged(link, "actor", actor);
            if (name is not null && kind is not null && SourceFaults.Of(name, kind, actor, known.Names, text) is var (member, fault))
            {
                link.Refuse(ProblemCodes.ClaimValue, member, fault + ".");
            }

            if (words is not null && Missing(words) is not null)
            {
                link.Refuse(ProblemCodes.ClaimNotSaid, "words", $"the text does not hold '{Fields.Shown(words)}'. Write its own words.");
            }

            if (name is not null && kind is not (null or "publisher") && !named.HoldsWordOf(name) && !(actor is not null && (named.Names(actor) || named.NamesOffice(actor, text.Text))) && words is null)
            {
                link.Refuse(ProblemCodes.ClaimNotSaid, "name", $"the source '{Fields.Shown(name)}' is named nowhere in the text.");
            }

            var gives = link.Names("gives", "reading of a source", Given).Aggregate(Readings.None, (all, r) => CodedNames.TryParse<Readings>(r, out var one) ? all | one : all);
            if (name is not null && CodedNames.TryParse<SourceKind>(kind ?? "-", out var source))
            {
                links.Add(new SourceLink(name, source, actor) { Gives = gives, Words = words });
            }
        }

        return new SourceChain(links);
    }

    /// <summary>The first piece of some words that the text does not hold; " … " stands between pieces.</summary>
    private string? Missing(string words) => words.Split(" … ", StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(piece => text.Nearest(piece, Evidence) is null);

    private static ActorMention? Missing(Fields parent, string name, bool required)
    {
        if (required)
        {
            parent.Refuse(ProblemCodes.ClaimField, name, "is missing. Write an object with start, end, id, name and kind.");
        }

        return null;
    }

    private ActorMention? Actor(JsonElement value, string path)
    {
        if (Fields.Of(value, path, reasons, [.. Placing.Names, "id", "name", "kind", "country", "sector", "role", "via", "antecedent"]) is not { } fields)
        {
            return null;
        }

        var (id, name, kind) = (Id(fields), fields.Text("name", true, LongestName), fields.OneOf("kind", true, ActorKinds));
        var (span, country, sector) = (placing.Of(fields, Evidence), Country(fields, "country"), fields.OneOf("sector", false, [.. known.Names.Sectors]));
        var (role, via, antecedent) = (fields.Text("role", false, LongestName), fields.Text("via", false, LongestName), Span(fields, "antecedent"));
        if (id is null || name is null || !CodedNames.TryParse<ActorKind>(kind ?? "-", out var parsed))
        {
            return null;
        }

        var actor = new Actor(id, name, parsed) { Country = country, Sector = sector };
        if (parsed == ActorKind.Country && !known.Names.Countries.Contains(id))
        {
            fields.Refuse(ProblemCodes.ClaimValue, "id", $"'{Fields.Shown(id)}' is no code of a country. Write ISO 3166-1 alpha-3, such as FRA.");
        }
        else if (span is { } place)
        {
            CheckNamed(fields, actor, place, antecedent);
        }

        return span is { } at ? new ActorMention(at, actor) { Role = role, Via = via, Antecedent = antecedent } : null;
    }

    private void CheckNamed(Fields fields, Actor actor, TextSpan place, TextSpan? antecedent)
    {
        if (named.Mismatch(actor) is { } mismatch)
        {
            fields.Refuse(ProblemCodes.ClaimValue, "id", mismatch + ".");
        }
        else if (named.Misfit(actor) is var (member, misfit))
        {
            fields.Refuse(ProblemCodes.ClaimValue, member, misfit + ".");
        }
        else if (!named.Names(actor, place.In(text.Text) + " " + antecedent?.In(text.Text)))
        {
            fields.Refuse(ProblemCodes.ClaimNotSaid, "name", $"'{Fields.Shown(actor.Name)}' is named nowhere in the text.");
        }
        else if (antecedent is null && named.Contradiction(actor, place) is { } contradiction)
        {
            fields.Refuse(ProblemCodes.ClaimNotSaid, "", contradiction + ".");
        }
        else if (!place.In(text.Text).Any(char.IsLetterOrDigit))
        {
            fields.Refuse(ProblemCodes.ClaimPlace, "", "no word stands there.");
        }
    }

    /// <summary>Tells that something was written as it is in the record.</summary>
    public void Note(Fields fields, string name, string given, string taken)
    {
        if (given != taken)
        {
            notes.Add(new Problem(ProblemCodes.ClaimMoved, $"{fields.At(name)}: '{Fields.Shown(given)}' is written {taken}."));
        }
    }

    private string? Id(Fields fields)
    {
        var id = fields.Text("id", true, LongestName);
        if (id is null || !id.Any(char.IsWhiteSpace))
        {
            return id;
        }

        var slugged = Slugged(fields, "id", id);
        if (slugged.Any(char.IsWhiteSpace))
        {
            var colon = id.IndexOf(':', StringComparison.Ordinal);
            var form = colon > 0 ? id[..(colon + 1)] + (Slug.Of(id.AsSpan(colon + 1)) is { Length: > 0 } slug ? slug : Slug.Of(fields.Text("name") ?? ""))
                : known.Names.CountriesCalled(OneLine.Of(id)).FirstOrDefault() ?? NameId + Slug.Of(id);
            fields.Refuse(ProblemCodes.ClaimValue, "id", $"'{Fields.Shown(id)}' is no id: it holds white space. Write {Fields.Shown(form)}.");
        }

        return slugged;
    }

    /// <summary>"name:Kari Holm" as name:kari-holm, which is told; any other id as it is.</summary>
    private string Slugged(Fields fields, string name, string id)
    {
        if (!id.StartsWith(NameId, StringComparison.Ordinal) || !id.Any(char.IsWhiteSpace) || Slug.Of(id.AsSpan(NameId.Length)) is not { Length: > 0 } slug)
        {
            return id;
        }

        Note(fields, name, id, NameId + slug);
        return NameId + slug;
    }
}
