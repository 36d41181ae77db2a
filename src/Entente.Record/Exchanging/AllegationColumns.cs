using System.Globalization;

namespace Entente.Record.Exchanging;

/// <summary>
/// What an allegation against a person never leaves without: against whom, who says so, by which chain, how it is told, and what denies it in the document.
/// </summary>
internal static class AllegationColumns
{
    /// <summary>Of one claim; its chain stands in a column of its own.</summary>
    public static Column<ClaimRow>[] Of(bool text) =>
    [
        new("allegation_against", c => Against(c).Select(a => a.Name).ToArray()),
        new("allegation_against_ids", c => Against(c).Select(a => a.Id).ToArray()),
        new("allegation_by", c => c.Accusers),
        new("allegation_status", c => c.Allegation is null ? null : c.Told),
        new("allegation_denied_by", c => Denials(c).Select(d => d.By ?? "").ToArray()),
        new("allegation_denials", c => Denials(c).Select(Place).ToArray()),
        new("allegation_denial_claims", c => Denials(c).Select(d => d.Claim ?? "").ToArray()),
        .. text ? [new Column<ClaimRow>("allegation_denial_sentences", c => Denials(c).Select(d => Line(d.Sentence)).ToArray())] : Array.Empty<Column<ClaimRow>>(),
    ];

    /// <summary>Of an event: those of its mentions that are allegations.</summary>
    public static Column<EventRow>[] OfEvents() => OfMany<EventRow>(e => e.Allegations, text: false);

    /// <summary>Of something that several allegations may belong to: lists of the same order and length, one item an allegation.</summary>
    public static Column<T>[] OfMany<T>(Func<T, IReadOnlyList<ClaimRow>> claims, bool text) =>
    [
        new("allegations", r => claims(r).Select(c => c.Id).ToArray()),
        new("allegations_against", r => claims(r).Select(c => string.Join("; ", Against(c).Select(a => a.Name))).ToArray()),
        new("allegations_by", r => claims(r).Select(c => string.Join("; ", c.Accusers)).ToArray()),
        new("allegations_chain", r => claims(r).Select(c => c.Chain.ToString()).ToArray()),
        new("allegations_status", r => claims(r).Select(c => c.Told).ToArray()),
        new("allegations_denied", r => claims(r).Select(c => string.Join("; ", Denials(c).Select(d => (d.By is null ? "" : d.By + " ") + Place(d) + (text ? " " + Line(d.Sentence) : "")))).ToArray()),
    ];

    private static IReadOnlyList<AccusedRow> Against(ClaimRow claim) => claim.Allegation?.Against ?? [];

    private static IReadOnlyList<DenialRow> Denials(ClaimRow claim) => claim.Allegation?.Denials ?? [];

    /// <summary>"120-145", in code points of the document's text.</summary>
    private static string Place(DenialRow denial) => string.Create(CultureInfo.InvariantCulture, $"{denial.Start}-{denial.Stop}");

    private static string Line(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
