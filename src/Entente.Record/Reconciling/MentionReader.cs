using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>Reads the claims of documents out of the ledger as reconciling sees them.</summary>
internal sealed class MentionReader(SqliteConnection connection)
{
    /// <summary>Kinds of which an article in its own voice is no source: it does not count trade or meetings itself.</summary>
    private static readonly string[] Measured = ["figure", "count"];

    private readonly Wording _wording = Wording.Load();
    private readonly OfficeNames _offices = OfficeNames.Load();
    private readonly OriginNames _origins = new(connection);

    /// <summary>All claims of the documents, in order of their rows.</summary>
    public IEnumerable<Mention> Of(IReadOnlyCollection<long> documents)
    {
        var wanted = JsonSerializer.Serialize(documents);
        const string Wanted = "WHERE c.document IN (SELECT value FROM json_each($1))";
        var parties = connection.Query(
                $"SELECT y.claim, y.part, y.actor, y.name, y.kind, y.country FROM claim c JOIN party y ON y.claim = c.id {Wanted} ORDER BY y.claim, y.n",
                r => (Claim: r.GetInt64(0), Party: new MatterParty(r.GetString(1), r.GetString(2), SideOf(r), r.GetString(4) == "person")), wanted)
            .ToLookup(p => p.Claim, p => p.Party);
        var dyads = connection.Query(
                $"SELECT y.claim, y.a, y.b FROM claim c JOIN dyad y ON y.claim = c.id {Wanted} ORDER BY y.a, y.b", r => (Claim: r.GetInt64(0), Pair: (r.GetString(1), r.GetString(2))), wanted)
            .ToLookup(p => p.Claim, p => p.Pair);
        var roots = connection.Query(
                """
                SELECT s.document, s.start, o.document FROM sentence s JOIN copied_sentence k ON k.sentence = s.id JOIN sentence o ON o.id = k.root
                WHERE s.document IN (SELECT value FROM json_each($1)) AND o.document <> s.document
                """,
                r => (Place: (r.GetInt64(0), r.GetInt64(1)), Root: r.GetInt64(2)), wanted)
            .ToDictionary(p => p.Place, p => p.Root);
        return connection.Query(
            $"""
             SELECT c.id, c.claim, c.document, d.document, c.kind, c.type, c.mode, c.words, c.readings, c.polarity, c.earliest, c.latest, c.time_basis, c.goldstein, c.confidence, c.chain,
                    c.value, c.high, c.unit, c.measure, c.period, c.change, c.to_value, c.sentence_start, k.agency
             FROM claim c JOIN document d ON d.id = c.document LEFT JOIN credit k ON k.document = d.id {Wanted} ORDER BY c.id
             """,
            r => Of(new ClaimLine(r), [.. parties[r.GetInt64(0)]], [.. dyads[r.GetInt64(0)]], roots.TryGetValue((r.GetInt64(2), r.GetInt64(23)), out var root) ? root : null),
            wanted);
    }

    private Mention Of(ClaimLine line, MatterParty[] parties, (string, string)[] dyads, long? root)
    {
        var chain = ChainLink.Read(line.Chain);
        var ownVoice = chain.Links is [] or [{ Kind: SourceKind.Publisher }];
        var named = ownVoice && line.Agency is { } agency ? agency.ToLowerInvariant()
            : chain.Origin is { Kind: not SourceKind.Unnamed } link && !(ownVoice && Measured.Contains(line.Kind)) ? _origins.Of(line.Document, link) : null;
        return new Mention(line.Row, line.Claim, line.Document, KeyOf(line, parties))
        {
            Time = line.Time,
            TimeBasis = line.TimeBasis,
            Weight = line.Goldstein is { } g ? (int)Math.Round(g * 10) : null,
            Confidence = line.Confidence,
            Stand = StandOf(line.Readings, line.Polarity),
            Origin = named,
            OwnVoice = ownVoice,
            Root = root,
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
            "role" => key with { Actors = string.Join('\n', parties.Select(p => p.Actor).Take(1)), Recipients = string.Join('\n', parties.Take(1).Select(p => p.Side)), Words = _offices.Of(line.Words) ?? Wording.Name(line.Words) },
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

    private static Stand StandOf(string[] readings, string polarity) => polarity == "-" || readings.Contains("denied") ? Stand.Denied
        : readings.Contains("planned") ? Stand.Planned
        : readings.Contains("hypothetical") ? Stand.Hypothetical
        : readings.Contains("rumoured") ? Stand.Rumoured
        : readings.Contains("inferred") ? Stand.Inferred
        : readings.Contains("asserted") ? Stand.Asserted : Stand.Opinion;

    private static string? SideOf(SqliteDataReader r)
    {
        var kind = CodedNames.TryParse<ActorKind>(r.GetString(4), out var parsed) ? parsed : ActorKind.Group;
        return ClaimParts.Side(new Actor(r.GetString(2), r.GetString(3), kind) { Country = r.TextOrNull(5) });
    }

    /// <summary>One row of the ledger's claims.</summary>
    private readonly struct ClaimLine(SqliteDataReader r)
    {
        public long Row { get; } = r.GetInt64(0);

        public string Claim { get; } = r.GetString(1);

        public long Document { get; } = r.GetInt64(2);

        public string DocumentName { get; } = r.GetString(3);

        public string Kind { get; } = r.GetString(4);

        public string? Type { get; } = r.TextOrNull(5);

        public string? Mode { get; } = r.TextOrNull(6);

        public string? Words { get; } = r.TextOrNull(7);

        public string[] Readings { get; } = r.GetString(8).Split('|');

        public string Polarity { get; } = r.GetString(9);

        public DateInterval? Time { get; } = r.IsDBNull(10) && r.IsDBNull(11) ? null : new DateInterval(Day(r.TextOrNull(10)), Day(r.TextOrNull(11)));

        public string? TimeBasis { get; } = r.TextOrNull(12);

        public double? Goldstein { get; } = r.NumberOrNull(13);

        public double Confidence { get; } = r.GetDouble(14);

        public string Chain { get; } = r.GetString(15);

        public double? Value { get; } = r.NumberOrNull(16);

        public double? High { get; } = r.NumberOrNull(17);

        public string? Unit { get; } = r.TextOrNull(18);

        public string? Measure { get; } = r.TextOrNull(19);

        public string? Period { get; } = r.TextOrNull(20);

        public string? Change { get; } = r.TextOrNull(21);

        public double? ToValue { get; } = r.NumberOrNull(22);

        /// <summary>The agency that the document credits.</summary>
        public string? Agency { get; } = r.TextOrNull(24);

        private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "O", CultureInfo.InvariantCulture);
    }
}
