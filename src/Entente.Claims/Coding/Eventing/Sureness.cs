using System.Globalization;

namespace Entente.Claims.Coding.Eventing;

/// <summary>How sure an event claim is: signs are added up, and data/confidence.tsv says what a sum was worth on gold.</summary>
internal sealed class Sureness
{
    /// <summary>A sentence has grown as long as it can matter: behind so many words it is no harder to read.</summary>
    private const int ManyWords = 16;

    private readonly List<(double Sum, double Confidence)> _curve;

    private Sureness(List<(double Sum, double Confidence)> curve) => _curve = curve;

    /// <exception cref="FormatException">The curve falls, or is empty.</exception>
    public static Sureness Read(Table table)
    {
        List<(double Sum, double Confidence)> curve = [.. table.Rows.Select(r => (Number(r, "sum"), Number(r, "confidence")))];
        return curve.Count > 0 && curve.Zip(curve.Skip(1)).All(p => p.First.Sum < p.Second.Sum && p.First.Confidence <= p.Second.Confidence)
            ? new Sureness(curve) : throw new FormatException($"{table.Name}.tsv: the sums rise from row to row, and the confidence with them.");
    }

    public double Of(EventMatch match, Sentence sentence) => Math.Round(Worth(Sum(match, sentence)), 2);

    /// <summary>The confidence that a sum stands for.</summary>
    public double Worth(double sum)
    {
        var next = _curve.FindIndex(p => p.Sum >= sum);
        if (next <= 0)
        {
            return next == 0 ? _curve[0].Confidence : _curve[^1].Confidence;
        }

        var (low, high) = (_curve[next - 1], _curve[next]);
        return low.Confidence + ((sum - low.Sum) / (high.Sum - low.Sum) * (high.Confidence - low.Confidence));
    }

    /// <summary>
    /// More for frames that ask for more, for actors that the argument itself names, and when both sides are known; less where much of the sentence comes before,
    /// for there the tree is more often wrong, and for actors of whom no table knows the country.
    /// </summary>
    private static double Sum(EventMatch match, Sentence sentence)
    {
        var sum = 0.5 + (match.Frame.Class == 'v' || match.Carrier >= 0 ? 0.1 : 0) + (match.Frame.Needs.Count > 0 || match.Frame.Particle is not null ? 0.1 : 0);
        sum += 0.1 * match.Actors.Max(a => a.Closeness);
        sum += match.Recipients.Count > 0 ? 0.15 * match.Recipients.Max(r => r.Closeness) : match.Actors.Count > 1 ? 0.1 : 0;
        sum = Math.Min(sum, 0.95) - (0.015 * Math.Min(match.Trigger - sentence.FirstToken, ManyWords));
        return match.Actors.Concat(match.Recipients).Any(c => c.Mention.Actor.Country is null) ? sum - 0.1 : sum;
    }

    private static double Number(TableRow row, string column) =>
        double.TryParse(row.Required(column), CultureInfo.InvariantCulture, out var number) ? number : throw row.Wrong(column, $"'{row[column]}' is no number", "Write it as 0.7");
}
