using System.Globalization;
using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Accepting;

/// <summary>The numbers that words tell: "$190 billion", "twenty-nine", "a third", "2 to 3 million", "doubled".</summary>
internal sealed class ToldNumbers
{
    private const double Tolerance = 1e-6;

    private readonly Numerals _numerals = Numerals.Load();

    /// <summary>Words that tell an amount without a number, which can be counted in several ways.</summary>
    private readonly HashSet<string> _amounts;

    private ToldNumbers(HashSet<string> amounts) => _amounts = amounts;

    public static ToldNumbers Load() => new(Table.Shipped("amount-words").Rows.Select(r => r.Required("word")).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Why words do not tell a number; null when they do.</summary>
    public string? Fault(string text, TextSpan span, double value)
    {
        var lexemes = new Lexemes(text, span);
        var told = Read(lexemes);
        if (told.Exists(n => Same(n, value)))
        {
            return null;
        }

        var words = Fields.Shown(span.In(text));
        var vague = Enumerable.Range(0, lexemes.Count).Any(i => IsAmount(lexemes, i));
        var shown = value.ToString("#,0.####", CultureInfo.InvariantCulture);
        return vague ? null
            : told.Count == 0 ? $"the words '{words}' tell no number, and the value is {shown}"
            : $"the words '{words}' tell {string.Join(" and ", told.Distinct().Take(4).Select(n => n.ToString("#,0.####", CultureInfo.InvariantCulture)))}, not {shown}";
    }

    /// <summary>"a third of" is a part, "the third meeting" a number.</summary>
    private bool IsAmount(Lexemes lexemes, int at) => _amounts.Contains(lexemes.Form(at).ToString())
        && (_numerals.Ordinal(lexemes, at) is null || lexemes.IsAny(at - 1, "a", "one") || lexemes.IsHyphen(at - 1));

    private List<double> Read(Lexemes lexemes)
    {
        var told = new List<double>();
        var scales = Enumerable.Range(0, lexemes.Count).Select(i => _numerals.ScaleOf(lexemes, i)).Where(s => s > 1).Distinct().ToArray();
        for (var at = 0; at < lexemes.Count; at++)
        {
            if ((_numerals.Cardinal(lexemes, at) ?? _numerals.Ordinal(lexemes, at)) is not { } number)
            {
                continue;
            }

            told.Add(number.Value);
            if (!number.Scaled && number.InDigits)
            {
                // "2 to 3 billion", "$5m"
                told.AddRange(scales.Select(s => s * number.Value));
                told.AddRange(Letter(lexemes, number.End) is { } scale ? [scale * number.Value] : []);
            }

            at = Math.Max(at, number.End - 1);
        }

        return told;
    }

    private static double? Letter(Lexemes lexemes, int at) => !lexemes.Glued(at) ? null
        : lexemes.Is(at, "k") ? 1e3 : lexemes.Is(at, "m") ? 1e6 : lexemes.Is(at, "b") ? 1e9 : lexemes.Is(at, "t") ? 1e12 : null;

    private static bool Same(double told, double value) => Math.Abs(Math.Abs(told) - Math.Abs(value)) <= Tolerance * Math.Max(1, Math.Abs(told));
}
