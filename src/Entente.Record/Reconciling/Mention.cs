using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>An event claim of the record with what decides whether it reports the same event as another.</summary>
internal sealed record Mention(long Key, string Claim, string Document, EventKey What)
{
    public DateInterval? Time { get; init; }

    public string? TimeBasis { get; init; }

    public double? Goldstein { get; init; }

    public double Confidence { get; init; }

    public bool Denied { get; init; }

    /// <summary>Who says it first: an actor's id or a name in lower case; null when nobody is named.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether the origin is the publisher of the document, in the article's own voice.</summary>
    public bool OwnVoice { get; init; }

    public IReadOnlyList<(string A, string B)> Dyads { get; init; } = [];

    /// <summary>How many days its time leaves open; null when it has no end or no beginning.</summary>
    public int? Days => Time is { Earliest: { } a, Latest: { } b } ? b.DayNumber - a.DayNumber : null;

    public static List<Mention> All(SqliteConnection connection)
    {
        const string Shown = "FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id";
        var parties = connection.Query(
                $"SELECT y.claim, y.part, y.actor, y.name, y.kind, y.country {Shown} JOIN party y ON y.claim = c.id WHERE c.kind = 'event' ORDER BY y.claim, y.n",
                r => (Claim: r.GetInt64(0), Party: new EventParty(r.GetString(1), r.GetString(2), SideOf(r))))
            .ToLookup(p => p.Claim, p => p.Party);
        var dyads = connection.Query($"SELECT y.claim, y.a, y.b {Shown} JOIN dyad y ON y.claim = c.id WHERE c.kind = 'event' ORDER BY y.a, y.b", r => (Claim: r.GetInt64(0), Pair: (r.GetString(1), r.GetString(2))))
            .ToLookup(p => p.Claim, p => p.Pair);
        return connection.Query(
            $"""
             SELECT c.id, c.claim, d.document, c.type, c.mode, c.readings, c.polarity, c.earliest, c.latest, c.time_basis, c.goldstein, c.confidence, c.chain
             {Shown} WHERE c.kind = 'event' ORDER BY c.claim, d.document
             """,
            r => Of(r, [.. parties[r.GetInt64(0)]], [.. dyads[r.GetInt64(0)]]));
    }

    private static Mention Of(SqliteDataReader r, EventParty[] parties, (string, string)[] dyads)
    {
        var chain = ChainLink.Read(r.GetString(12));
        var origin = chain.Origin is { Kind: not SourceKind.Unnamed } link ? link.Actor ?? link.Name.ToLowerInvariant() : null;
        var readings = r.GetString(5).Split('|');
        return new Mention(r.GetInt64(0), r.GetString(1), r.GetString(2), EventKey.Of(r.GetString(3), r.TextOrNull(4), StatusOf(readings), parties))
        {
            Time = r.IsDBNull(7) && r.IsDBNull(8) ? null : new DateInterval(Day(r.TextOrNull(7)), Day(r.TextOrNull(8))),
            TimeBasis = r.TextOrNull(9),
            Goldstein = r.NumberOrNull(10),
            Confidence = r.GetDouble(11),
            Denied = r.GetString(6) == "-" || readings.Contains("denied"),
            Origin = origin,
            OwnVoice = chain.Links is [{ Kind: SourceKind.Publisher }],
            Dyads = dyads,
        };
    }

    private static string StatusOf(string[] readings) => readings.Contains("asserted") ? "told"
        : readings.Contains("planned") ? "planned"
        : readings.Contains("hypothetical") ? "hypothetical" : "told";

    private static string? SideOf(SqliteDataReader r)
    {
        var kind = CodedNames.TryParse<ActorKind>(r.GetString(4), out var parsed) ? parsed : ActorKind.Group;
        return ClaimParts.Side(new Actor(r.GetString(2), r.GetString(3), kind) { Country = r.TextOrNull(5) });
    }

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "O", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Who takes part in an event, and for which country or organisation.</summary>
internal readonly record struct EventParty(string Part, string Actor, string? Side);

/// <summary>What mentions of one event have in common: type, mode, how it is told, and the sides.</summary>
internal sealed record EventKey(string Type, string? Mode, string Status, string Actors, string Recipients)
{
    /// <summary>Acts that have no direction (PLOVER codebook): all parties act.</summary>
    private static readonly string[] Mutual = ["AGREE", "CONSULT", "COOPERATE"];

    public static EventKey Of(string type, string? mode, string status, IReadOnlyList<EventParty> parties)
    {
        var mutual = Mutual.Contains(type);
        return new EventKey(
            type, mode, status,
            Joined(parties.Where(p => mutual || p.Part == "actor")),
            mutual ? "" : Joined(parties.Where(p => p.Part == "recipient")));
    }

    public IReadOnlyList<string> ActorList => Actors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> RecipientList => Recipients.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Countries and organisations; when there are none, whoever there is. "Xi and the guests" is China.</summary>
    private static string Joined(IEnumerable<EventParty> parties)
    {
        var all = parties.ToArray();
        var sides = all.Any(p => p.Side is not null) ? all.Select(p => p.Side).OfType<string>() : all.Select(p => p.Actor);
        return string.Join('\n', sides.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
