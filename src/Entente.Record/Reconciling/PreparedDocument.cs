using Entente.Record.Recording;

namespace Entente.Record.Reconciling;

/// <summary>What can be made of a document before it is in the record, on any thread: its wording, and its claims as reconciling sees them, but for their rows.</summary>
/// <param name="Claims">Each with the place where its sentence begins.</param>
internal sealed record PreparedDocument(DocumentWording Wording, IReadOnlyList<(Mention Mention, long SentenceStart)> Claims)
{
    private static readonly int Name = RowColumns.IndexOf(RowColumns.Document, "document");
    private static readonly int Published = RowColumns.IndexOf(RowColumns.Document, "published_latest");

    public static PreparedDocument Of(DocumentRows rows, MentionMaker maker)
    {
        var name = (string)rows.Document[Name]!;
        var origins = OriginNames.Of(rows.Mentions.Where(m => (string)m[5]! == "person").Select(m => ((string)m[4]!, (string)m[3]!)));
        var place = new Place((string?)rows.Document[Published] ?? "9999", name);
        return new PreparedDocument(
            DocumentWording.Of(new Runs(), place, rows.Sentences.Select(s => s.Words)),
            [.. rows.Claims.Select(c => Of(c, ClaimLine.Of(c.Claim, name, rows.Agency), origins, maker))]);
    }

    private static (Mention, long) Of(ClaimRows rows, ClaimLine line, OriginNames origins, MentionMaker maker) => (
        maker.Of(
            line,
            [.. rows.Parties.Select(p => MentionMaker.Party((string)p[1]!, (string)p[2]!, (string)p[3]!, (string)p[4]!, (string?)p[5]))],
            [.. rows.Dyads.OrderBy(d => d.A, StringComparer.Ordinal).ThenBy(d => d.B, StringComparer.Ordinal)],
            origins),
        line.SentenceStart);
}
