namespace Entente.Record.Reconciling;

/// <summary>How numbers of one figure agree.</summary>
internal enum Agreement
{
    /// <summary>One number, or none.</summary>
    Single,

    /// <summary>Each is the other, rounded.</summary>
    Agree,

    /// <summary>One document gives several numbers, so that they measure different things and nothing tells which is which.</summary>
    Several,

    /// <summary>The same source gives another number in another document.</summary>
    Revised,

    /// <summary>Different sources, different numbers.</summary>
    Differ,
}

/// <summary>
/// Which numbers a number that is told may stand for: half a unit of its last digit on either side ("190 billion" 189.5 to 190.5), a twentieth where it is told as about so much,
/// and up to a tenth beyond where it is told as more or less than.
/// </summary>
internal static class Rounding
{
    private const double About = .05, Beyond = .1;

    public static Agreement Of(IReadOnlyList<Mention> mentions)
    {
        var told = mentions.Where(m => m.Value is not null && !m.Denied).ToArray();
        if (told.Length < 2)
        {
            return Agreement.Single;
        }

        var clashes = Clashes(told).ToArray();
        if (Array.Exists(clashes, c => c.A.Document == c.B.Document))
        {
            return Agreement.Several;
        }

        return clashes.Length == 0 ? Agreement.Agree : Array.TrueForAll(clashes, c => IsRevision(c.A, c.B)) ? Agreement.Revised : Agreement.Differ;
    }

    /// <summary>Pairs whose numbers cannot be one.</summary>
    public static IEnumerable<(Mention A, Mention B)> Clashes(IReadOnlyList<Mention> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            for (var j = i + 1; j < told.Count; j++)
            {
                if (!Meet(told[i], told[j]))
                {
                    yield return (told[i], told[j]);
                }
            }
        }
    }

    private static bool IsRevision(Mention a, Mention b) => a.Origin is not null && a.Origin == b.Origin && a.Document != b.Document;

    private static bool Meet(Mention a, Mention b)
    {
        var ((lowA, highA), (lowB, highB)) = (Range(a), Range(b));
        return lowA <= highB && lowB <= highA;
    }

    private static (double Low, double High) Range(Mention mention)
    {
        var (low, high) = (mention.Value!.Value, mention.High ?? mention.Value!.Value);
        var half = Unit(low) / 2;
        return mention.Change switch
        {
            "~" => (low - (Math.Abs(low) * About), high + (Math.Abs(high) * About)),
            ">" => (low, high + (Math.Abs(high) * Beyond)),
            "<" => (low - (Math.Abs(low) * Beyond), high),
            _ => (low - half, high + half),
        };
    }

    /// <summary>The unit of the last digit as it is told: "190 billion" counts in billions, "18.65 billion" in tens of millions.</summary>
    private static double Unit(double value)
    {
        var size = Math.Abs(value);
        if (size == 0)
        {
            return 1;
        }

        var scale = size switch
        {
            >= 1e12 => 1e12,
            >= 1e9 => 1e9,
            >= 1e6 => 1e6,
            _ => 1.0,
        };
        var digits = (decimal)Math.Round(size / scale, 6);
        var unit = 1m;
        while (digits != decimal.Truncate(digits))
        {
            (digits, unit) = (digits * 10, unit / 10);
        }

        return (double)unit * scale;
    }
}
