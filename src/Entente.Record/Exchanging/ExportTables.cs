using Entente.Claims;
using Entente.Record.Asking;

namespace Entente.Record.Exchanging;

/// <summary>The columns of each export, in their order.</summary>
internal sealed class ExportTables(Outlets outlets)
{
    private static readonly string[] Second = ["recipient", "organisation"];
    private readonly StateCodes _codes = StateCodes.Load();
    private readonly Codebook _codebook = Codebook.Load();

    public IReadOnlyList<Column<ClaimRow>> Claims(bool text) =>
    [
        new("id", c => c.Id),
        new("kind", c => CodedNames.Of(c.Kind)),
        new("gist", c => c.Gist),
        new("event", c => c.Event),
        new("event_type", c => c.Kind == ClaimKind.Event ? c.Type : null),
        new("event_mode", c => c.Mode),
        new("state", c => c.Kind == ClaimKind.Event ? null : c.Type),
        new("contexts", c => c.Contexts),
        new("cameo", c => c.Cameo),
        new("quad", c => c.Kind == ClaimKind.Event ? Quads.Of(c.Type) : null),
        new("goldstein", c => c.Goldstein),
        .. Side("actor", c => c.Parties.Where(p => !Second.Contains(p.Part))),
        .. Side("recipient", c => c.Parties.Where(p => Second.Contains(p.Part))),
        new("agreement", c => c.Kind is ClaimKind.Event or ClaimKind.Agreement ? c.Words : null),
        new("place", c => c.Place),
        .. Time<ClaimRow>(c => c.Time, c => c.TimeBasis),
        new("date_value", c => c.TimeValue),
        .. Amounts(c => c.Figure),
        new("certainty", c => CodedNames.Of(c.Factuality.Certainty)),
        new("polarity", c => CodedNames.Of(c.Factuality.Polarity)),
        new("readings", c => CodedNames.Of(c.Factuality.Readings).ToArray()),
        new("chain", c => c.Chain.Links.Select(l => l.Name).ToArray()),
        new("chain_control", c => c.Chain.Links.Select(l => outlets.Of(l, c.Day)?.Control ?? "").ToArray()),
        new("origin", c => c.Chain.Origin?.Name),
        new("origin_kind", c => c.Chain.Origin is { } o ? CodedNames.Of(o.Kind) : null),
        new("confidence", c => c.Confidence),
        .. AllegationColumns.Of(text),
        new("rule", c => c.Rule),
        new("corrected", c => c.Corrections.Where(m => m.OverruledBy is null).Select(m => m.What + " by " + m.Author).ToArray()),
        .. Place(text),
    ];

    /// <summary>Figures and counts: the numbers first.</summary>
    public IReadOnlyList<Column<ClaimRow>> Figures(bool text) =>
    [
        new("id", c => c.Id),
        new("kind", c => CodedNames.Of(c.Kind)),
        .. Amounts(c => c.Figure),
        .. Side("actor", c => c.Parties),
        .. Time<ClaimRow>(c => c.Time, c => c.TimeBasis),
        new("readings", c => CodedNames.Of(c.Factuality.Readings).ToArray()),
        new("chain", c => c.Chain.Links.Select(l => l.Name).ToArray()),
        new("chain_control", c => c.Chain.Links.Select(l => outlets.Of(l, c.Day)?.Control ?? "").ToArray()),
        new("origin", c => c.Chain.Origin?.Name),
        new("confidence", c => c.Confidence),
        .. AllegationColumns.Of(text),
        new("rule", c => c.Rule),
        new("corrected", c => c.Corrections.Where(m => m.OverruledBy is null).Select(m => m.What + " by " + m.Author).ToArray()),
        .. Place(text),
    ];

    public IReadOnlyList<Column<EventRow>> Events() =>
    [
        new("id", e => e.Id),
        new("event_type", e => Codebook.TypeOf(e)),
        new("act_type", e => e.Type),
        new("event_mode", e => e.Mode),
        new("status", e => e.Status),
        new("quad", e => Quads.Of(Codebook.TypeOf(e))),
        new("goldstein", e => _codebook.WeightOf(e)),
        new("actors", e => e.Actors),
        new("actors_cow", e => Numbers(e.Actors, e.Time, _codes.Cow)),
        new("actors_gw", e => Numbers(e.Actors, e.Time, _codes.GleditschWard)),
        new("recipients", e => e.Recipients),
        new("recipients_cow", e => Numbers(e.Recipients, e.Time, _codes.Cow)),
        new("recipients_gw", e => Numbers(e.Recipients, e.Time, _codes.GleditschWard)),
        .. Time<EventRow>(e => e.Time, e => e.TimeBasis),
        new("mentions", e => e.Mentions),
        new("documents", e => e.Documents),
        new("origins_named", e => e.OriginsNamed),
        new("origins_copied", e => e.OriginsCopied),
        new("origins_unknown", e => e.OriginsUnknown),
        new("denials", e => e.Denials),
        new("happened", e => e.Happened),
        new("claim", e => e.Claim),
        .. AllegationColumns.OfEvents(),
    ];

    public IReadOnlyList<Column<DocumentRow>> Documents() =>
    [
        new("id", d => d.Id),
        new("page", d => d.Page),
        new("path", d => d.Paths),
        new("publisher", d => d.Publisher),
        new("outlet", d => OutletOf(d)?.Name),
        new("outlet_country", d => OutletOf(d)?.Country),
        new("outlet_kind", d => OutletOf(d)?.Kind),
        new("outlet_owner", d => OutletOf(d)?.Owner),
        new("outlet_control", d => OutletOf(d)?.Control),
        new("outlet_grade", d => OutletOf(d)?.Grade),
        new("title", d => d.Title),
        new("uri", d => d.Uri),
        new("authors", d => d.Authors),
        new("language", d => d.Language),
        new("published_earliest", d => d.Published?.Earliest),
        new("published_latest", d => d.Published?.Latest),
        new("published_basis", d => d.PublishedBasis),
        new("characters", d => d.Characters),
        new("dropped", d => d.Dropped),
        new("confidence", d => d.Confidence),
        new("sentences", d => d.Sentences),
        new("comments", d => d.Comments),
        new("claims", d => d.Claims),
        new("problems", d => d.Problems.Select(p => p.Code).Distinct().ToArray()),
    ];

    /// <summary>One row a pair and month in which something happened.</summary>
    public IReadOnlyList<Column<DyadMonthRow>> Dyads() =>
    [
        new("a", d => d.A),
        new("b", d => d.B),
        new("month", d => d.Month),
        new("a_cow", d => _codes.Cow(d.A, FirstDay(d.Month))),
        new("b_cow", d => _codes.Cow(d.B, FirstDay(d.Month))),
        new("a_gw", d => _codes.GleditschWard(d.A, FirstDay(d.Month))),
        new("b_gw", d => _codes.GleditschWard(d.B, FirstDay(d.Month))),
        new("events", d => d.Events),
        new("cooperative", d => d.Cooperative),
        new("conflictual", d => d.Conflictual),
        new("goldstein", d => d.Goldstein),
    ];

    /// <summary>Actors as `entente show actors --json` lists them.</summary>
    public static IReadOnlyList<Column<ActorRow>> Actors() =>
    [
        new("id", a => a.Actor.Id),
        new("name", a => a.Actor.Name),
        new("kind", a => CodedNames.Of(a.Actor.Kind)),
        new("country", a => a.Actor.Country),
        new("sector", a => a.Actor.Sector),
        new("roles", a => a.Roles),
        new("claims", a => a.Claims),
        new("mentions", a => a.Mentions),
        new("documents", a => a.Documents),
    ];

    /// <summary>Dyads as `entente show dyads --json` lists them.</summary>
    public static IReadOnlyList<Column<DyadRow>> DyadTotals() =>
    [
        new("id", d => d.Id),
        new("a", d => d.A),
        new("b", d => d.B),
        new("a_name", d => d.NameA),
        new("b_name", d => d.NameB),
        new("claims", d => d.Claims),
        new("events", d => d.Events),
        new("documents", d => d.Documents),
        new("origins", d => d.Origins),
        new("first", d => d.First),
        new("last", d => d.Last),
        new("goldstein", d => d.Goldstein),
    ];

    /// <summary>Problems as `entente show problems --json` lists them.</summary>
    public static IReadOnlyList<Column<ProblemRow>> Problems() =>
    [
        new("path", p => p.Path),
        new("code", p => p.Problem.Code),
        new("read", p => p.Read ? "yes" : "no"),
        new("message", p => p.Problem.Message),
    ];

    /// <summary>Sentences as `entente search --json` lists them.</summary>
    public static IReadOnlyList<Column<SearchRow>> Found() =>
    [
        new("document", f => f.Document),
        new("publisher", f => f.Publisher),
        new("title", f => f.Title),
        new("sentence", f => f.Sentence),
        new("snippet", f => f.Snippet),
        new("claims", f => f.Claims),
        .. AllegationColumns.OfMany<SearchRow>(f => f.Allegations, text: true),
    ];

    private static DateOnly FirstDay(string month) => DateOnly.ParseExact(month + "-01", "O", System.Globalization.CultureInfo.InvariantCulture);

    private static Column<T>[] Time<T>(Func<T, DateInterval?> time, Func<T, string?> basis) =>
    [
        new("date_earliest", r => time(r)?.Earliest),
        new("date_latest", r => time(r)?.Latest),
        new("date_basis", r => basis(r)),
    ];

    private static Column<ClaimRow>[] Amounts(Func<ClaimRow, FigureRow?> figure) =>
    [
        new("value", c => figure(c)?.Value),
        new("high", c => figure(c)?.High),
        new("unit", c => figure(c)?.Unit),
        new("measure", c => figure(c)?.Of),
        new("period", c => figure(c)?.Period),
        new("change", c => figure(c)?.Change),
        new("from_value", c => figure(c)?.From),
        new("to_value", c => figure(c)?.To),
        new("record", c => figure(c)?.Record),
    ];

    private OutletFacts? OutletOf(DocumentRow document) => outlets.Of(document.Publisher, document.Uri, document.Published?.Latest ?? document.Published?.Earliest);

    /// <summary>Where it stands: always as offsets and the page's digest, as words only when the user asks for text.</summary>
    private static Column<ClaimRow>[] Place(bool text) =>
    [
        new("document", c => c.Document),
        new("page", c => c.Page),
        new("publisher", c => c.Publisher),
        new("uri", c => c.Uri),
        new("start", c => c.Start),
        new("end", c => c.Stop),
        .. text ? new Column<ClaimRow>[] { new("quote", c => c.Quote), new("sentence", c => c.Sentence) } : [],
    ];

    private Column<ClaimRow>[] Side(string name, Func<ClaimRow, IEnumerable<PartyRow>> side) =>
    [
        new(name + "s", c => side(c).Select(p => p.Actor.Name).ToArray()),
        new(name + "_ids", c => side(c).Select(p => p.Actor.Id).ToArray()),
        new(name + "_iso3", c => side(c).Select(p => p.Actor.Country ?? "").ToArray()),
        new(name + "_cow", c => side(c).Select(p => _codes.Cow(p.Actor.Country, c.Day) ?? "").ToArray()),
        new(name + "_gw", c => side(c).Select(p => _codes.GleditschWard(p.Actor.Country, c.Day) ?? "").ToArray()),
        new(name + "_sectors", c => side(c).Select(p => p.Actor.Sector ?? "").ToArray()),
    ];

    private static string[] Numbers(IEnumerable<string> sides, DateInterval? time, Func<string?, DateOnly?, string?> code) =>
        [.. sides.Select(s => code(s, time?.Earliest ?? time?.Latest) ?? "")];
}
