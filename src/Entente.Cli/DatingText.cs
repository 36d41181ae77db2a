using System.Globalization;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>What the day of a document rests on, a line for each piece of evidence.</summary>
internal static class DatingText
{
    private const int Quoted = 60;

    public static IEnumerable<string> Lines(DocumentView view) => view.DateEvidence.Select(e => Line(e, view.Text));

    private static string Line(DateEvidence evidence, string text)
    {
        var days = evidence.Bound switch
        {
            DateBound.NotAfter => "not after " + Iso(evidence.Interval.Latest),
            DateBound.NotBefore => "not before " + Iso(evidence.Interval.Earliest),
            _ => evidence.Interval.ToString(),
        };
        var quote = evidence.Span is { } span ? $" “{TextTable.OneLine(span.In(text), Quoted)}”" : "";
        return $"{evidence.Kind}: {days}{quote}{(evidence.Why is null ? "" : ", " + evidence.Why)}{(evidence.Knowledge is null ? "" : $" [known: {evidence.Knowledge}]")}";
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?";
}
