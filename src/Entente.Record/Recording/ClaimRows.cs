using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A claim as rows: itself, its parties and its dyads.</summary>
internal sealed record ClaimRows(object?[] Claim, IReadOnlyList<object?[]> Parties, IReadOnlyList<(string A, string B)> Dyads)
{
    private static readonly int EarliestColumn = RowColumns.IndexOf(RowColumns.Claim, "earliest");
    private static readonly int LatestColumn = RowColumns.IndexOf(RowColumns.Claim, "latest");

    /// <summary>The claim's id in the record.</summary>
    public string Id => (string)Claim[0]!;

    /// <summary>The first and last day of a claim's time, "0000" and "9999" where that has no beginning or no end; null without a time.</summary>
    public static (string? Earliest, string? Latest) Days(object?[] claim)
    {
        var (earliest, latest) = ((string?)claim[EarliestColumn], (string?)claim[LatestColumn]);
        return earliest is null && latest is null ? (null, null) : (earliest ?? "0000", latest ?? "9999");
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The claims of a document, each id once.</summary>
    public static IReadOnlyList<ClaimRows> Of(CodedDocument coded, CodePointMap map)
    {
        var rows = new List<ClaimRows>(coded.Claims.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in coded.Claims)
        {
            var name = IdOf(coded.Document.Id, claim.Id);
            if (seen.Add(name))
            {
                rows.Add(Of(claim, name, new ClaimPage(coded.Document.Id, coded.Document.Text, map) { Sentence = SentenceOf(coded, claim.Evidence), Decided = Decided(coded, claim) }));
            }
        }

        return rows;
    }

    /// <summary>One claim.</summary>
    /// <param name="name">Its id in the record.</param>
    public static ClaimRows Of(Claim claim, string name, ClaimPage page) => new(RowOf(claim, name, page), PartiesOf(claim, page.Map), [.. ClaimParts.Dyads(claim.Body)]);

    /// <summary>
    /// A claim's id in the record: of the document and of the claim's own id, for two pages may hold the same text.
    /// </summary>
    internal static string IdOf(string document, string claim) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document + "\n" + claim)))[..12];

    private static object?[] RowOf(Claim claim, string name, ClaimPage page)
    {
        var (text, map, sentence) = (page.Text, page.Map, page.Sentence);
        var mention = claim.Body as EventMention;
        var figure = FigureOf(claim.Body, text);
        var origin = claim.Chain.Origin;
        return
        [
            name, CodedNames.Of(claim.Kind), ClaimParts.Gist(claim, text),
            map.ToCodePoint(claim.Evidence.Start), map.ToCodePoint(claim.Evidence.End), map.ToCodePoint(sentence.Start), map.ToCodePoint(sentence.End),
            mention is null ? null : map.ToCodePoint(mention.Trigger.Start), mention is null ? null : map.ToCodePoint(mention.Trigger.End), List(page.Decided),
            claim.Allegation is { } allegation ? StoredAllegation.Of(allegation, page.Document, text, map).Write() : null,
            ClaimParts.Type(claim.Body), ClaimParts.Words(claim.Body, text), (claim.Body as PositionClaim)?.Reason is { } reason ? ClaimParts.Line(reason.In(text)) : null, mention?.Mode, List(ClaimParts.Contexts(claim.Body)), mention?.Place?.Name, mention?.Cameo, mention?.Goldstein,
            DocumentRows.Iso(claim.Time?.Interval.Earliest), DocumentRows.Iso(claim.Time?.Interval.Latest), claim.Time?.Value, claim.Time?.Basis,
            CodedNames.Of(claim.Factuality.Certainty), CodedNames.Of(claim.Factuality.Polarity), string.Join('|', CodedNames.Of(claim.Factuality.Readings)), Math.Round(claim.Confidence, 4),
            Chain(claim.Chain), origin?.Name, origin is null ? null : CodedNames.Of(origin.Kind), claim.Rule,
            figure?.Value, figure?.High, figure?.Unit, figure?.Of, figure?.Period, figure?.Change, figure?.From, figure?.To, figure?.Record,
        ];
    }

    private static object?[][] PartiesOf(Claim claim, CodePointMap map) => [.. ClaimParts.Parties(claim.Body).Select((party, n) =>
    {
        var (mention, actor) = (party.Actor, party.Actor.Actor);
        return new object?[]
        {
            n, party.Part, actor.Id, actor.Name, CodedNames.Of(actor.Kind), actor.Country, actor.Sector, mention.Via,
            map.ToCodePoint(mention.Span.Start), map.ToCodePoint(mention.Span.End),
            mention.Antecedent is { } from ? map.ToCodePoint(from.Start) : null, mention.Antecedent is { } to ? map.ToCodePoint(to.End) : null,
        };
    })];

    /// <summary>The sentence that the evidence begins in, or the evidence itself when it goes beyond.</summary>
    private static TextSpan SentenceOf(CodedDocument coded, TextSpan evidence)
    {
        var sentences = coded.Analyzed.Sentences;
        int low = 0, high = sentences.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = sentences[middle].Span;
            if (span.Contains(evidence))
            {
                return span;
            }

            (low, high) = span.Start > evidence.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return evidence;
    }

    /// <summary>The words that decided how an event is told: those over its predicate, and its modal.</summary>
    private static IReadOnlyList<string> Decided(CodedDocument coded, Claim claim)
    {
        if (claim.Body is not EventMention mention || coded.Predicates.FirstOrDefault(p => p.Span.Overlaps(mention.Trigger)) is not { } predicate)
        {
            return [];
        }

        return [.. predicate.Trail.Select(t => ClaimParts.Line(t.In(coded.Document.Text)))];
    }

    private static FigureRow? FigureOf(ClaimBody body, string text) => body switch
    {
        FigureClaim { Quantity: var q } f => new FigureRow(q.Value, q.High, q.Unit)
        {
            Of = q.Of is { } of ? ClaimParts.Line(of.In(text)) : null, Period = q.Period?.Value, Change = q.Change, From = q.From, To = q.To, Record = f.Record,
        },
        CountClaim c => new FigureRow(c.N, null, null) { Of = ClaimParts.Line(c.What), Period = c.Since?.Value },
        _ => null,
    };

    private static string? List(IReadOnlyList<string> values) => values.Count == 0 ? null : JsonSerializer.Serialize(values, Json);

    /// <summary>The chain as JSON: [{"name", "kind", "actor", "gives"}], outermost first.</summary>
    private static string Chain(SourceChain chain) => JsonSerializer.Serialize(chain.Links.Select(ChainLink.Of), ChainLink.Json);
}

/// <summary>What a claim's row is made from beside the claim.</summary>
/// <param name="Document">The document's id.</param>
internal sealed record ClaimPage(string Document, string Text, CodePointMap Map)
{
    /// <summary>The sentence that the evidence begins in.</summary>
    public required TextSpan Sentence { get; init; }

    /// <summary>The words that decided how an event is told.</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];
}
