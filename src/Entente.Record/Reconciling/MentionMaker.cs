using Entente.Claims;
using Entente.Record.Recording;

namespace Entente.Record.Reconciling;

/// <summary>What reconciling sees of a claim: what it is about, how it stands to it and who says so.</summary>
internal sealed class MentionMaker
{
    /// <summary>Kinds of which an article in its own voice is no source: it does not count trade or meetings itself.</summary>
    private static readonly string[] Measured = ["figure", "count"];

    private readonly Wording _wording = Wording.Load();
    private readonly OfficeNames _offices = OfficeNames.Load();

    /// <summary>The claim as reconciling sees it, before it is known whether its sentence is a copy.</summary>
    public Mention Of(ClaimLine line, MatterParty[] parties, IReadOnlyList<(string, string)> dyads, OriginNames origins)
    {
        var chain = ChainLink.Read(line.Chain);
        var ownVoice = chain.Links is [] or [{ Kind: SourceKind.Publisher }];
        var named = ownVoice && line.Agency is { } agency ? agency.ToLowerInvariant()
            : chain.Origin is { Kind: not SourceKind.Unnamed } link && !(ownVoice && Measured.Contains(line.Kind)) ? origins.Of(link) : null;
        var key = KeyOf(line, parties);
        return new Mention(0, line.Claim, 0, key)
        {
            Bucket = key.Bucket,
            Time = line.Time,
            TimeBasis = line.TimeBasis,
            Weight = line.Goldstein is { } g ? (int)Math.Round(g * 10) : null,
            Confidence = line.Confidence,
            Stand = StandOf(line.Readings, line.Polarity),
            Origin = named,
            OwnVoice = ownVoice,
            Value = IsFall(line) ? -line.Value : line.Value,
            High = line.High,
            Change = line.Kind is "figure" or "count" ? line.Change : line.Kind == "event" ? null : line.Type,
            Persons = line.Kind == "event" ? MatterKey.Persons(parties) : [],
            Dyads = dyads,
        };
    }

    /// <summary>What the claim is about, kind by kind.</summary>
    private MatterKey KeyOf(ClaimLine line, MatterParty[] parties)
    {
        var key = new MatterKey(line.Kind, null, null, "told", "", "", "", "", "", "");
        key = line.Kind switch
        {
            "event" => MatterKey.Event(line.Type!, line.Mode, StatusOf(line.Readings), parties) with { Words = line.Type == "AGREE" ? Wording.Name(line.Words) : "" },
            "figure" => FigureOf(key, line, parties),
            "count" => key with { Actors = MatterKey.Sides(parties), Words = Wording.Name(line.Measure), Period = line.Period ?? "", Place = parties.Length == 0 ? line.DocumentName : "" },
            "membership" => key with { Actors = MatterKey.Sides(parties.Where(p => p.Part == "member")), Recipients = string.Join('\n', parties.Where(p => p.Part == "organisation").Select(p => p.Actor)) },
            "agreement" => key with { Actors = MatterKey.Sides(parties), Words = _wording.Agreement(line.Words) is { Length: > 0 } name ? name : Wording.Name(line.Words), Place = _wording.Agreement(line.Words).Length == 0 ? line.DocumentName : "" },
            "label" => key with { Actors = MatterKey.Sides(parties.Where(p => p.Part == "about")), Words = Wording.Name(line.Words) },
            "role" => key with { Actors = string.Join('\n', parties.Select(p => p.Actor).Take(1)), Recipients = string.Join('\n', parties.Take(1).Select(p => p.Side)), Words = _offices.Of(line.Words, parties.Select(p => p.Side).FirstOrDefault()) ?? Wording.Name(line.Words) },
            _ => key with { Words = line.Words ?? "" },
        };
        return Placed(key, line);
    }

    /// <summary>What tells nothing to another document, or no day, stays with its own: an undated visit may be any.</summary>
    private static MatterKey Placed(MatterKey key, ClaimLine line) => key.Kind switch
    {
        "event" when line.Time is null || (key.Actors.Length == 0 && key.Recipients.Length == 0) => key with { Place = line.DocumentName },
        "event" when EventGrouper.IsWide(line.Time.Value) => key with { Period = line.Time.Value.ToString() },
        "label" or "agreement" or "role" when key.Actors.Length == 0 => key with { Place = line.DocumentName },
        _ => key,
    };

    /// <summary>A rise is no level: "grew by 5 %" and "5 % of trade" are two figures. Without a period nothing says that another document means the same.</summary>
    private MatterKey FigureOf(MatterKey key, ClaimLine line, MatterParty[] parties)
    {
        var measure = _wording.Measure(line.Measure);
        var isChange = line.Change is "up" or "down" && line.ToValue != line.Value;
        var period = line.Period is null || line.TimeBasis == "published" || line.Time is null ? "" : line.Time.Value.ToString();
        return key with
        {
            Actors = measure is "exports" or "imports" ? MatterKey.SidesAsTold(parties) : MatterKey.Sides(parties),
            Words = measure,
            Unit = line.Unit ?? "",
            Mode = isChange ? "change" : null,
            Period = period,
            Place = period.Length == 0 || parties.Length == 0 ? line.DocumentName : "",
        };
    }

    private static bool IsFall(ClaimLine line) => line.Kind == "figure" && line.Change == "down" && line.ToValue != line.Value;

    private static string StatusOf(string[] readings) => readings.Contains("asserted") ? "told"
        : readings.Contains("planned") ? "planned"
        : readings.Contains("hypothetical") ? "hypothetical" : "told";

    internal static Stand StandOf(string[] readings, string polarity) => polarity == "-" || readings.Contains("denied") ? Stand.Denied
        : readings.Contains("planned") ? Stand.Planned
        : readings.Contains("hypothetical") ? Stand.Hypothetical
        : readings.Contains("rumoured") ? Stand.Rumoured
        : readings.Contains("inferred") ? Stand.Inferred
        : readings.Contains("asserted") ? Stand.Asserted : Stand.Opinion;

    public static MatterParty Party(string part, string actor, string name, string kind, string? country) => new(
        part, actor, ClaimParts.Side(new Actor(actor, name, CodedNames.TryParse<ActorKind>(kind, out var parsed) ? parsed : ActorKind.Group) { Country = country }), kind == "person");
}
