using System.Globalization;
using Entente.Claims;
using Entente.Record.Recording;

namespace Entente.Record.Reconciling;

/// <summary>The columns of a claim that reconciling looks at, from the record or from rows that are on their way into it.</summary>
internal readonly struct ClaimLine
{
    /// <summary>The columns of the table claim, in order.</summary>
    public const string Columns =
        "claim, kind, type, mode, words, readings, polarity, earliest, latest, time_basis, goldstein, confidence, chain, value, high, unit, measure, period, change, to_value, sentence_start";

    /// <summary>Where each of these columns stands in a row of the ledger.</summary>
    private static readonly int[] Places = [.. Columns.Split(", ").Select(c => RowColumns.IndexOf(RowColumns.Claim, c))];

    public required string Claim { get; init; }

    public required string DocumentName { get; init; }

    /// <summary>The agency that the document credits.</summary>
    public string? Agency { get; init; }

    public string Kind { get; private init; }

    public string? Type { get; private init; }

    public string? Mode { get; private init; }

    public string? Words { get; private init; }

    public string[] Readings { get; private init; }

    public string Polarity { get; private init; }

    public DateInterval? Time { get; private init; }

    public string? TimeBasis { get; private init; }

    public double? Goldstein { get; private init; }

    public double Confidence { get; private init; }

    public string Chain { get; private init; }

    public double? Value { get; private init; }

    public double? High { get; private init; }

    public string? Unit { get; private init; }

    public string? Measure { get; private init; }

    public string? Period { get; private init; }

    public string? Change { get; private init; }

    public double? ToValue { get; private init; }

    /// <summary>Where its sentence begins, in code points.</summary>
    public long SentenceStart { get; private init; }

    /// <param name="first">The first of the columns.</param>
    public static ClaimLine Of(Statement row, int first, string document, string? agency) => Of(
        i => row.TextOrNull(first + i), i => row.RealOrNull(first + i), document, agency);

    public static ClaimLine Of(object?[] row, string document, string? agency) => Of(
        i => (string?)row[Places[i]], i => row[Places[i]] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null, document, agency);

    private static ClaimLine Of(Func<int, string?> text, Func<int, double?> number, string document, string? agency)
    {
        var (earliest, latest) = (DocumentRows.Day(text(7)), DocumentRows.Day(text(8)));
        return new ClaimLine
        {
            Claim = text(0)!,
            DocumentName = document,
            Agency = agency,
            Kind = text(1)!,
            Type = text(2),
            Mode = text(3),
            Words = text(4),
            Readings = text(5)!.Split('|'),
            Polarity = text(6)!,
            Time = earliest is null && latest is null ? null : new DateInterval(earliest, latest),
            TimeBasis = text(9),
            Goldstein = number(10),
            Confidence = number(11)!.Value,
            Chain = text(12)!,
            Value = number(13),
            High = number(14),
            Unit = text(15),
            Measure = text(16),
            Period = text(17),
            Change = text(18),
            ToValue = number(19),
            SentenceStart = (long)number(20)!.Value,
        };
    }
}
