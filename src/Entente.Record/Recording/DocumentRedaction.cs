using System.Text.Json;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>
/// Takes something out of the rows of a document and leaves all else as it was coded, each claim with its id and each thing in its place.
/// It works on rows, so that what is read again leaves the same as what is taken out of the record.
/// </summary>
internal sealed class DocumentRedaction
{
    private static readonly int Text = RowColumns.IndexOf(RowColumns.Document, "text"), Coded = RowColumns.IndexOf(RowColumns.Document, "coded"), Authors = RowColumns.IndexOf(RowColumns.Document, "authors");
    private static readonly int[] Head = [.. new[] { "uri", "publisher", "title", "address" }.Select(c => RowColumns.IndexOf(RowColumns.Document, c))];
    private static readonly int[] Told = [.. new[] { "reason", "author", "posted", "reply_to" }.Select(c => RowColumns.IndexOf(RowColumns.Block, c))];
    private static readonly int Start = RowColumns.IndexOf(RowColumns.Claim, "start"), Sentence = RowColumns.IndexOf(RowColumns.Claim, "sentence_start"), Allegation = RowColumns.IndexOf(RowColumns.Claim, "allegation");

    /// <summary>What is blanked in its text, in code points, "stop" exclusive.</summary>
    public IReadOnlyList<(int Start, int Stop)> Places { get; init; } = [];

    /// <summary>Blocks of which nothing but their place and role stays.</summary>
    public IReadOnlySet<int> Blocks { get; init; } = new HashSet<int>();

    /// <summary>Whether words tell of a person who is forgotten.</summary>
    public Func<string, bool> Tells { get; init; } = _ => false;

    /// <summary>The rows without it, sealed anew if they were sealed.</summary>
    public DocumentRows Of(DocumentRows rows)
    {
        var places = new Places(Places);
        var text = (string)rows.Document[Text]!;
        var blank = Blanks.Put(text, places.In(text));
        var coded = rows.Document[Coded] is byte[] packed ? new CodedRedaction(packed, (string)rows.Document[0]!, places, Tells) : null;
        var gone = rows.Claims.Where(c => Goes(c, places)).Select(c => c.Id).Concat(coded?.ClaimsThatTell() ?? []).ToHashSet(StringComparer.Ordinal);
        var map = new CodePointMap(blank);
        var made = rows with
        {
            Document = HeadOf(rows.Document, blank, coded?.Write(blank, Blocks, gone)),
            Agency = rows.Agency is { } agency && Tells(agency) ? null : rows.Agency,
            Blocks = [.. rows.Blocks.Select(BlockOf)],
            Sentences = [.. rows.Sentences.Select(s => (s.Row, blank[map.ToOffset(Number(s.Row[1]))..map.ToOffset(Number(s.Row[2]))]))],
            Mentions = [.. rows.Mentions.Where(m => !places.Touch(Number(m[1]), Number(m[2])) && !AnyTells(m))],
            Claims = [.. rows.Claims.Where(c => !gone.Contains(c.Id)).Select(c => WithoutDenials(c, places, gone))],
        };
        return rows.Seal.Length == 0 ? made : made with { Seal = Seal.Of(made) };
    }

    private static int Number(object? value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>It stands in such a place, or tells of the person in any of its columns or parties.</summary>
    private bool Goes(ClaimRows claim, Places places)
    {
        var row = claim.Claim;
        return places.Touch(Number(row[Start]), Number(row[Start + 1])) || places.Touch(Number(row[Sentence]), Number(row[Sentence + 1]))
            || row.Where((_, i) => i != Allegation).Any(v => v is string words && Tells(words)) || claim.Parties.Any(AnyTells)
            || row[Allegation] is string allegation && StoredAllegation.Read(allegation)!.Against.Any(a => Tells(a.Id) || Tells(a.Name));
    }

    /// <summary>What stays of an allegation against somebody else are the denials that stay.</summary>
    private ClaimRows WithoutDenials(ClaimRows claim, Places places, HashSet<string> gone)
    {
        if (claim.Claim[Allegation] is not string json)
        {
            return claim;
        }

        var allegation = StoredAllegation.Read(json)!;
        var denials = allegation.Denials.Where(d => !places.Touch(d.Start, d.Stop) && !(d.By is { } by && Tells(by)) && !(d.Claim is { } denied && gone.Contains(denied))).ToList();
        if (denials.Count == allegation.Denials.Count)
        {
            return claim;
        }

        var row = claim.Claim.ToArray();
        row[Allegation] = (allegation with { Denials = denials }).Write();
        return claim with { Claim = row };
    }

    private object?[] BlockOf(object?[] block)
    {
        var emptied = Blocks.Contains(Number(block[0]));
        var telling = Told.Where(i => block[i] is string words && (emptied || Tells(words))).ToList();
        return telling.Count == 0 ? block : [.. block.Select((v, i) => telling.Contains(i) ? null : v)];
    }

    /// <summary>What is known of the document as a whole: of a field that tells of the person nothing stays.</summary>
    private object?[] HeadOf(object?[] document, string text, byte[]? coded)
    {
        object?[] row = [.. document.Select((v, i) => Head.Contains(i) && v is string words && Tells(words) ? null : v)];
        (row[Text], row[Coded]) = (text, coded);
        var authors = JsonSerializer.Deserialize<string[]>((string)row[Authors]!)!;
        row[Authors] = authors.Any(Tells) ? JsonSerializer.Serialize(authors.Where(a => !Tells(a))) : row[Authors];
        return row;
    }

    private bool AnyTells(object?[] row) => row.Any(v => v is string words && Tells(words));
}
