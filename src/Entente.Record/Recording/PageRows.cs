using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Claims.Coding.Attributing;

namespace Entente.Record.Recording;

/// <summary>
/// A coded page laid out as the rows of the ledger, each without its first column, which is the row it belongs to. Making it is most of the work of recording a page and needs no ledger:
/// it is done where pages are coded, and the one thread that writes only writes.
/// </summary>
internal sealed record PageRows(string Digest, long Bytes, string Given)
{
    public IReadOnlyList<object?[]> Problems { get; init; } = [];

    public IReadOnlyList<DocumentRows> Documents { get; init; } = [];

    public static PageRows Of(CodedPage page)
    {
        var maps = page.Documents.Select(d => new CodePointMap(d.Document.Text)).ToArray();
        return new PageRows(page.Read.Page.Digest, page.Read.Page.Content.Length, Recording.Given.Of(page.Read.Page.Given))
        {
            Problems = ProblemsOf(page, maps),
            Documents = [.. page.Documents.Select((d, n) => DocumentRows.Of(d, page.Read, n, maps[n]))],
        };
    }

    private static List<object?[]> ProblemsOf(CodedPage page, CodePointMap[] maps)
    {
        var rows = new List<object?[]>();
        foreach (var problem in page.Read.Problems)
        {
            rows.Add([null, rows.Count, problem.Code, problem.Message, null, null]);
        }

        foreach (var (document, map) in page.Documents.Zip(maps))
        {
            foreach (var problem in document.Problems)
            {
                rows.Add([document.Document.Id, rows.Count, problem.Code, problem.Message, problem.Span is { } a ? map.ToCodePoint(a.Start) : null, problem.Span is { } b ? map.ToCodePoint(b.End) : null]);
            }
        }

        return rows;
    }
}

/// <summary>A document as rows.</summary>
internal sealed record DocumentRows(object?[] Document)
{
    private static readonly AgencyCredit Agencies = AgencyCredit.Load();

    /// <summary>The agency whose text the document says that it is; null where it names none.</summary>
    public string? Agency { get; init; }

    /// <summary>See <see cref="Recording.Seal"/>.</summary>
    public string Seal { get; init; } = "";

    public IReadOnlyList<object?[]> Blocks { get; init; } = [];

    /// <summary>Each with its words, for the full text.</summary>
    public IReadOnlyList<(object?[] Row, string Words)> Sentences { get; init; } = [];

    public IReadOnlyList<object?[]> Mentions { get; init; } = [];

    public IReadOnlyList<ClaimRows> Claims { get; init; } = [];

    public static DocumentRows Of(CodedDocument coded, ReadPage page, int n, CodePointMap map)
    {
        var rows = Unsealed(coded, page, n, map);
        return rows with { Seal = Recording.Seal.Of(rows) };
    }

    internal static string? Iso(DateOnly? day) => day?.ToString("O");

    /// <summary>A day as the record keeps it, read again.</summary>
    internal static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "O", CultureInfo.InvariantCulture);

    private static DocumentRows Unsealed(CodedDocument coded, ReadPage page, int n, CodePointMap map) => new(RowOf(coded, page, n, map))
    {
        Blocks = [.. coded.Document.Blocks.Select((b, i) => BlockOf(b, i, map))],
        Sentences = [.. coded.Analyzed.Sentences.Select((s, i) => (new object?[] { i, map.ToCodePoint(s.Span.Start), map.ToCodePoint(s.Span.End) }, s.Span.In(coded.Document.Text)))],
        Mentions = [.. coded.Actors.Select((m, i) => MentionOf(m, i, map))],
        Claims = ClaimRows.Of(coded, map),
        Agency = Agencies.Of(coded.Document),
    };

    private static object?[] RowOf(CodedDocument coded, ReadPage page, int n, CodePointMap map)
    {
        var document = coded.Document;
        var length = document.Blocks.Sum(b => b.Span.Length);
        var dropped = document.Blocks.Where(b => b.Role is BlockRole.Furniture or BlockRole.Advert).Sum(b => b.Span.Length);
        var published = coded.Published;
        return
        [
            document.Id, n, document.Uri, document.Publisher, document.Title, JsonSerializer.Serialize(document.Authors), document.Language,
            Iso(published?.Interval.Earliest), Iso(published?.Interval.Latest), JsonSerializer.Serialize(published?.Basis.Select(b => b.Kind).Distinct() ?? []), document.Confidence,
            map.ToCodePoint(document.Text.Length), length == 0 ? 0d : Math.Round((double)dropped / length, 4), document.Blocks.Count(b => b.Role == BlockRole.Comment),
            document.Text, CodedBytes.Pack(CodedJson.Write(coded, page)), Addresses.Of(document.Uri),
        ];
    }

    private static object?[] BlockOf(Block block, int n, CodePointMap map) =>
        [n, map.ToCodePoint(block.Span.Start), map.ToCodePoint(block.Span.End), CodedNames.Of(block.Role), block.Reason, block.Depth, block.Author, block.Posted, block.ReplyTo];

    private static object?[] MentionOf(ActorMention mention, int n, CodePointMap map) =>
    [
        n, map.ToCodePoint(mention.Span.Start), map.ToCodePoint(mention.Span.End),
        mention.Actor.Id, mention.Actor.Name, CodedNames.Of(mention.Actor.Kind), mention.Actor.Country, mention.Actor.Sector, mention.Role, mention.Via,
    ];
}
