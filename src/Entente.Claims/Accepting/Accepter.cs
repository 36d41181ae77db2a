using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Claims.Coding.Claiming;

namespace Entente.Claims.Accepting;

/// <summary>
/// Takes claims that somebody else coded – another program, a language model, a person – and sets each beside the text it is said to be from. What the contract (docs/coded-document.schema.json) does not know, or the text
/// does not say, is refused with the reasons. It never throws for what it is given, and an accepter may be used by any number of threads.
/// </summary>
public sealed class Accepter
{
    private const int LongestEvidence = 3000;

    private static readonly string[] Kinds = [.. Enum.GetValues<ClaimKind>().Select(CodedNames.Of)];
    private static readonly string[] Names = [.. Kinds, "id", "kind", "time", "factuality", "confidence", "chain", "evidence", "allegation", "rule"];

    private readonly Vocabularies _known;

    private Accepter(Vocabularies known) => _known = known;

    /// <summary>With the tables of data/.</summary>
    public static Accepter Load() => Load(OwnPropositions.None);

    /// <summary>With the tables of data/ and a user's own propositions.</summary>
    public static Accepter Load(OwnPropositions own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new Accepter(Vocabularies.Load(own));
    }

    /// <summary>A claim, or the reasons against it.</summary>
    /// <param name="claim">An item of "claims" of the contract. Beside each "start" and "end" a "quote" may stand; "id", "chain", "time" and "rule" may be left out.</param>
    public Acceptance Accept(JsonElement claim, AcceptedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (reasons, notes) = (new Reasons(), new List<Problem>());
        var read = Fields.Of(claim, "", reasons, Names) is { } fields ? Read(fields, text, reasons, notes) : null;
        return new Acceptance(reasons.Found.Count == 0 ? read : null, reasons.Found) { Notes = reasons.Found.Count == 0 ? notes : [] };
    }

    private Claim? Read(Fields fields, AcceptedText text, Reasons reasons, List<Problem> notes)
    {
        var placing = new Placing(text, notes);
        var evidence = fields.Object("evidence", true, Placing.Names) is { } place ? placing.Of(place) : null;
        var (id, rule) = (fields.Text("id", false, 200), fields.Text("rule", false, 200));
        var kind = Kind(fields);
        var (factuality, confidence) = (Told(fields), fields.Number("confidence", true, 0, 1));
        if (evidence is not { } span)
        {
            // All other places are looked for near it
            return null;
        }

        if (span.Length > LongestEvidence)
        {
            fields.Refuse(ProblemCodes.ClaimPlace, "evidence", $"has {span.Length:#,0} characters. Write the clause or sentence that says it, at most {LongestEvidence:#,0}.");
        }

        if (text.Blocks.Count > 0 && !text.Blocks.Any(b => b.HoldsClaims && b.Span.Overlaps(span)))
        {
            var role = text.Blocks.FirstOrDefault(b => b.Span.Overlaps(span)) is { } block ? CodedNames.Of(block.Role) : "furniture";
            fields.Refuse(ProblemCodes.ClaimPlace, "evidence", $"stands in a {role} block, and only the article's own text holds claims.");
        }

        var named = new NamedActors(_known.Names, text);
        var parts = new PartReader(text, _known, named, placing, reasons, notes) { Evidence = span };
        var body = kind is { } one ? new BodyReader(text, _known, named, placing, parts).Read(fields, one) : null;
        var (time, chain, allegation) = (parts.Time(fields), parts.Chain(fields), Alleged(fields, parts, reasons, placing, span));
        return body is null ? null : new Claim(id ?? IdOf(span, body, text.Text), body, span, rule ?? "coder")
        {
            Time = time, Factuality = factuality, Chain = chain, Allegation = allegation, Confidence = confidence ?? 0,
        };
    }

    private static ClaimKind? Kind(Fields fields)
    {
        var name = fields.OneOf("kind", true, Kinds);
        foreach (var other in Kinds.Where(k => k != name && fields.Has(k) && name is not null))
        {
            fields.Refuse(ProblemCodes.ClaimField, other, $"a claim of the kind {name} has no {other}. Leave it out.");
        }

        return name is not null && CodedNames.TryParse<ClaimKind>(name, out var kind) ? kind : null;
    }

    private static Factuality Told(Fields fields)
    {
        if (fields.Object("factuality", true, "certainty", "polarity", "readings") is not { } told)
        {
            return default;
        }

        var certainty = told.OneOf("certainty", true, "CT", "PR", "PS", "U") switch { "CT" => Certainty.Certain, "PR" => Certainty.Probable, "PS" => Certainty.Possible, _ => Certainty.Unknown };
        var polarity = told.OneOf("polarity", true, "+", "-") == "-" ? Polarity.Negative : Polarity.Positive;
        var known = Enum.GetValues<Readings>().Where(r => r != Readings.None).SelectMany(CodedNames.Of).ToArray();
        var readings = told.Names("readings", "reading", known, true).Aggregate(Readings.None, (all, r) => CodedNames.TryParse<Readings>(r, out var one) ? all | one : all);
        if (told.Find("readings") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() is 0 or > 2)
        {
            told.Refuse(ProblemCodes.ClaimField, "readings", $"holds {list.GetArrayLength()}. Write one or two.");
        }

        return new Factuality(certainty, polarity, readings);
    }

    private static Allegation? Alleged(Fields fields, PartReader parts, Reasons reasons, Placing placing, TextSpan evidence)
    {
        if (fields.Object("allegation", false, "against", "denials") is not { } alleged)
        {
            return null;
        }

        var denials = new List<Denial>();
        foreach (var (item, path) in alleged.List("denials"))
        {
            if (Fields.Of(item, path, reasons, [.. Placing.Names, "by", "claim"]) is { } denial && placing.Of(denial, evidence) is { } span)
            {
                denials.Add(new Denial(span, parts.Words(denial, "by", false) ?? span) { Claim = denial.Text("claim", false, 200) });
            }
        }

        return new Allegation(parts.Actors(alleged, "against", true)) { Denials = denials };
    }

    /// <summary>For a claim that came without an id: made of where it stands and what it says.</summary>
    private static string IdOf(TextSpan evidence, ClaimBody body, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{evidence.Start}+{evidence.Length}\n{Described(body)}\n{text}")))[..12];

    /// <summary>The parts by which claims at one place differ; lists of records do not print what they hold.</summary>
    private static string Described(ClaimBody body) => body switch
    {
        EventMention e => $"{e.Type} {e.Mode} {e.Trigger} {Ids(e.Actors)} {Ids(e.Recipients)}",
        FigureClaim f => $"figure {f.Quantity.Span} {f.Quantity.Value:R} {f.Quantity.High:R} {f.Quantity.Of} {Ids(f.Whose)}",
        CountClaim c => $"count {c.N:R} {c.What} {Ids(c.Whose)}",
        MembershipClaim m => $"membership {m.Standing} {Ids([m.Actor, m.Organisation])}",
        AgreementClaim a => $"agreement {a.Name} {a.State} {Ids(a.Parties)}",
        LabelClaim l => $"label {l.Words} {Ids(l.About)}",
        RoleClaim r => $"role {r.Office} {r.Country} {Ids([r.Person])}",
        PositionClaim p => $"position {p.Proposition} {p.Stance} {p.Holder?.Actor.Id}",
        _ => "",
    };

    private static string Ids(IEnumerable<ActorMention> actors) => string.Join(' ', actors.Select(a => a.Actor.Id));
}
