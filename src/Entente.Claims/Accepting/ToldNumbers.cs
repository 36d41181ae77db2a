using System.Globalization;
using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Accepting;

/// <summary>The numbers that words tell: "$190 billion", "twenty-nine", "a third", "2 to 3 million", "doubled".</summary>
internal sealed class ToldNumbers
{
    private const double Tolerance = 1e-6;

    private readonly Numerals _numerals = Numerals.Load();

    /// <summary>Words that tell an amount without a number, which can be counted in several ways; the part that one tells of a million.</summary>
    private readonly Dictionary<string, double?> _amounts;

    private ToldNumbers(Dictionary<string, double?> amounts) => _amounts = amounts;

    public static ToldNumbers Load() => new(Table.Shipped("amount-words").Rows.ToDictionary(
        r => r.Required("word"), r => r["part"] is { } part ? double.Parse(part, CultureInfo.InvariantCulture) : (double?)null, StringComparer.OrdinalIgnoreCase));

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
    private bool IsAmount(Lexemes lexemes, int at) => _amounts.ContainsKey(lexemes.Form(at).ToString()) && PartOf(lexemes, at) is null
        && (_numerals.Ordinal(lexemes, at) is null || lexemes.IsAny(at - 1, "a", "one") || lexemes.IsHyphen(at - 1));

    private List<double> Read(Lexemes lexemes)
    {
        var told = new List<double>();
        var scales = Enumerable.Range(0, lexemes.Count).Select(i => _numerals.ScaleOf(lexemes, i)).Where(s => s > 1).Distinct().ToArray();
        for (var at = 0; at < lexemes.Count; at++)
        {
            if (PartOf(lexemes, at) is var (part, end))
            {
                told.Add(part);
                at = end - 1;
                continue;
            }

            if ((_numerals.Cardinal(lexemes, at) ?? _numerals.Ordinal(lexemes, at)) is not { } number)
            {
                // "another billion dollars"
                told.AddRange(_numerals.ScaleOf(lexemes, at) is var bare and > 1 ? [bare] : []);
                continue;
            }

            told.Add(number.Value);
            if (!number.Scaled && (number.InDigits || number.Value < 1000))
            {
                // "2 to 3 billion", "two to three billion", "$5m"
                told.AddRange(scales.Select(s => s * number.Value));
                told.AddRange(Letter(lexemes, number.End) is { } scale ? [scale * number.Value] : []);
            }

            at = Math.Max(at, number.End - 1);
        }

        return told;
    }

    /// <summary>"half a million", "a quarter of a billion", "half-million", and the lexeme after them.</summary>
    private (double Value, int End)? PartOf(Lexemes lexemes, int at)
    {
        if (_amounts.GetValueOrDefault(lexemes.Form(at).ToString()) is not { } part)
        {
            return null;
        }

        var next = at + 1;
        while (lexemes.IsAny(next, "of", "a", "an") || lexemes.IsHyphen(next))
        {
            next++;
        }

        return _numerals.ScaleOf(lexemes, next) is var scale and > 1 ? (part * scale, next + 1) : null;
    }

    private static double? Letter(Lexemes lexemes, int at) => !lexemes.Glued(at) ? null
        : lexemes.Is(at, "k") ? 1e3 : lexemes.Is(at, "m") ? 1e6 : lexemes.Is(at, "b") ? 1e9 : lexemes.Is(at, "t") ? 1e12 : null;

    private static bool Same(double told, double value) => Math.Abs(Math.Abs(told) - Math.Abs(value)) <= Tolerance * Math.Max(1, Math.Abs(told));
}
