using System.Text.Json;
using Entente.Claims;
using Entente.Record;

namespace Entente.Server;

// The shapes of the API's answers (docs/guide/api.md). Offsets count Unicode code points of the document's text, end exclusive; what is absent is left out.

/// <summary>How much the record holds.</summary>
/// <param name="Characters">Code points of all documents.</param>
/// <param name="Dropped">Those of them that are furniture or advert.</param>
public sealed record TotalsAnswer(
    string Record, int Pages, int Documents, int Claims, int Events, int Actors, int Dyads, IReadOnlyDictionary<string, int> ClaimsByKind, long Characters, long Dropped, int Comments)
{
    internal static TotalsAnswer Of(string record, RecordTotals totals, IReadOnlyList<DocumentRow> documents) => new(
        record, totals.Pages, totals.Documents, totals.Claims, totals.Events, totals.Actors, totals.Dyads, totals.ClaimsByKind,
        documents.Sum(d => (long)d.Characters), documents.Sum(d => (long)Math.Round(d.Characters * d.Dropped)), documents.Sum(d => d.Comments));
}

/// <summary>A stretch of text.</summary>
public readonly record struct SpanAnswer(int Start, int End)
{
    internal static SpanAnswer Of(TextSpan span, CodePointMap map) => new(map.ToCodePoint(span.Start), map.ToCodePoint(span.End));
}

/// <summary>Days, and what they rest on: of a claim one word, of a publication several.</summary>
public sealed record DaysAnswer(DateOnly? Earliest, DateOnly? Latest, string? Value, object? Basis)
{
    internal static DaysAnswer? Of(DateInterval? days, string? value = null, object? basis = null) =>
        days is { } interval ? new DaysAnswer(interval.Earliest, interval.Latest, value ?? interval.ToString(), basis) : null;
}

/// <summary>A document without its text.</summary>
public record DocumentAnswer(string Id, string Page, IReadOnlyList<string> Paths)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Uri { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Language { get; init; }

    public DaysAnswer? Published { get; init; }

    public int Characters { get; init; }

    /// <summary>0–1: the part of the text that is furniture or advert.</summary>
    public double Dropped { get; init; }

    /// <summary>0–1: how sure the reader is that this is the article, whole and nothing else.</summary>
    public double Confidence { get; init; }

    public int Comments { get; init; }

    public int Sentences { get; init; }

    public int Claims { get; init; }

    public IReadOnlyList<ProblemAnswer> Problems { get; init; } = [];

    internal static DocumentAnswer Of(DocumentRow row) => new(row.Id, row.Page, row.Paths)
    {
        Title = row.Title,
        Publisher = row.Publisher,
        Uri = row.Uri,
        Authors = row.Authors,
        Language = row.Language,
        Published = DaysAnswer.Of(row.Published, basis: row.PublishedBasis),
        Characters = row.Characters,
        Dropped = row.Dropped,
        Confidence = row.Confidence,
        Comments = row.Comments,
        Sentences = row.Sentences,
        Claims = row.Claims,
        Problems = [.. row.Problems.Select(p => new ProblemAnswer(p.Code, p.Message))],
    };
}

/// <summary>Something about the input that a person should know.</summary>
public sealed record ProblemAnswer(string Code, string Message);

/// <summary>A document with its text and all that stands in it.</summary>
public sealed record DocumentViewAnswer : DocumentAnswer
{
    private DocumentViewAnswer(DocumentAnswer row)
        : base(row)
    {
    }

    public required string Text { get; init; }

    public required IReadOnlyList<BlockAnswer> Blocks { get; init; }

    public required IReadOnlyList<MentionAnswer> Mentions { get; init; }

    /// <summary>The time expressions, as the coded document has them.</summary>
    public required JsonElement? Times { get; init; }

    public required IReadOnlyList<ClaimAnswer> ClaimList { get; init; }

    /// <summary>What the day of publication rests on, strongest first.</summary>
    public required IReadOnlyList<DateEvidenceAnswer> DatedBy { get; init; }

    /// <summary>What other coders claim of it, by coder and place, each with its <see cref="ClaimAnswer.Coder"/>.</summary>
    public required IReadOnlyList<ClaimAnswer> ClaimsOfOthers { get; init; }

    internal static DocumentViewAnswer Of(DocumentView view, RuleBook rules, JsonElement? times, IReadOnlyList<ClaimRow> others)
    {
        var map = new CodePointMap(view.Text);
        return new DocumentViewAnswer(Of(view.Row))
        {
            Text = view.Text,
            Blocks = [.. view.Blocks.Select(b => BlockAnswer.Of(b, map))],
            Mentions = [.. view.Mentions.Select(m => MentionAnswer.Of(m, map))],
            Times = times,
            ClaimList = [.. view.Claims.Select(c => ClaimAnswer.Of(c, map) with { Row = rules.Of(c.Rule) })],
            ClaimsOfOthers = [.. others.Select(c => ClaimAnswer.Of(c, map))],
            DatedBy = [.. view.DateEvidence.Select(e => DateEvidenceAnswer.Of(e, map))],
        };
    }
}

/// <summary>A piece of evidence of a document's day.</summary>
/// <param name="Bound">"on", "not-after" or "not-before".</param>
/// <param name="Knowledge">What was known from data/ and not from the page.</param>
public sealed record DateEvidenceAnswer(string Kind, string Bound, string Value, int? Start, int? End, string? Why, string? Knowledge)
{
    internal static DateEvidenceAnswer Of(DateEvidence evidence, CodePointMap map) => new(
        evidence.Kind, evidence.Bound switch { DateBound.On => "on", DateBound.NotAfter => "not-after", _ => "not-before" }, evidence.Interval.ToString(),
        evidence.Span is { } from ? map.ToCodePoint(from.Start) : null, evidence.Span is { } to ? map.ToCodePoint(to.End) : null, evidence.Why, evidence.Knowledge);
}

/// <summary>A stretch of a document with one role.</summary>
public sealed record BlockAnswer(int Start, int End, string Role, string? Reason, int? Depth, string? Author, string? Posted, string? ReplyTo)
{
    internal static BlockAnswer Of(Block block, CodePointMap map) => new(
        map.ToCodePoint(block.Span.Start), map.ToCodePoint(block.Span.End), CodedNames.Of(block.Role), block.Reason, block.Depth, block.Author, block.Posted, block.ReplyTo);
}

/// <summary>Words that name an actor.</summary>
public sealed record MentionAnswer(int Start, int End, string Id, string Name, string Kind, string? Country, string? Role, string? Via)
{
    internal static MentionAnswer Of(MentionRow mention, CodePointMap map) => new(
        map.ToCodePoint(mention.Span.Start), map.ToCodePoint(mention.Span.End), mention.Actor.Id, mention.Actor.Name, CodedNames.Of(mention.Actor.Kind), mention.Actor.Country, mention.Role, mention.Via);
}

/// <summary>Two countries, or a country and an organisation.</summary>
public record DyadAnswer(string A, string B, string NameA, string NameB, int Claims, int Events, int Documents, int Origins, DateOnly? First, DateOnly? Last, double? Goldstein)
{
    internal static DyadAnswer Of(DyadRow d) => new(d.A, d.B, d.NameA, d.NameB, d.Claims, d.Events, d.Documents, d.Origins, d.First, d.Last, d.Goldstein);
}

/// <summary>A dyad with its claims in order of time, and the events that its mentions report.</summary>
public sealed record DyadViewAnswer : DyadAnswer
{
    private DyadViewAnswer(DyadAnswer row)
        : base(row)
    {
    }

    public required IReadOnlyList<ClaimAnswer> Timeline { get; init; }

    public required IReadOnlyList<EventAnswer> EventList { get; init; }

    internal static DyadViewAnswer Of(DyadView view, IReadOnlyList<EventRow> events) => new(Of(view.Row))
    {
        Timeline = [.. view.Timeline.Select(c => ClaimAnswer.Of(c, null))],
        EventList = [.. events.Select(EventAnswer.Of)],
    };
}

/// <summary>What several mentions report; <paramref name="Allegations"/> are those of them that say of a person that he did wrong.</summary>
public sealed record EventAnswer(
    string Id, string Type, string? Mode, string Status, DaysAnswer? Time, int Mentions, int Documents, int OriginsNamed, int OriginsCopied, int OriginsUnknown, int Denials, string Claim, IReadOnlyList<string> Happened,
    IReadOnlyList<ClaimAnswer> Allegations)
{
    internal static EventAnswer Of(EventRow e) => new(
        e.Id, e.Type, e.Mode, e.Status, DaysAnswer.Of(e.Time, basis: e.TimeBasis), e.Mentions, e.Documents, e.OriginsNamed, e.OriginsCopied, e.OriginsUnknown, e.Denials, e.Claim, e.Happened,
        [.. e.Allegations.Select(c => ClaimAnswer.Of(c, null))]);
}

/// <summary>An actor with how often it stands in the record.</summary>
public sealed record ActorAnswer(string Id, string Name, string Kind, string? Country, int Documents, int Mentions, int Claims, IReadOnlyList<string> Roles)
{
    internal static ActorAnswer Of(ActorRow a) => new(a.Actor.Id, a.Actor.Name, CodedNames.Of(a.Actor.Kind), a.Actor.Country, a.Documents, a.Mentions, a.Claims, a.Roles);
}

/// <summary>A sentence that a search found, the words found between "[" and "]"; <paramref name="Allegations"/> are those of its claims that say of a person that he did wrong.</summary>
public sealed record FoundAnswer(string Document, string? Title, string? Publisher, string Sentence, string Snippet, IReadOnlyList<string> Claims, IReadOnlyList<ClaimAnswer> Allegations)
{
    internal static FoundAnswer Of(SearchRow found) =>
        new(found.Document, found.Title, found.Publisher, found.Sentence, found.Snippet, found.Claims, [.. found.Allegations.Select(c => ClaimAnswer.Of(c, null))]);
}
