namespace Entente.Claims.Scoring;

/// <summary>Scores that may not fall: a table with the columns part, score and floor (in percent). The part "all" is all of gold.</summary>
public sealed class Floors
{
    /// <summary>The name of all parts together.</summary>
    public const string All = "all";

    private readonly List<(string Part, string Score, double Percent)> _rows;

    private Floors(List<(string Part, string Score, double Percent)> rows) => _rows = rows;

    /// <summary>Reads the table.</summary>
    /// <exception cref="FormatException">A row is wrong.</exception>
    public static Floors Read(string name, TextReader reader) => new([.. Table.Parse(name, reader).Rows.Select(r => (
        r.Required("part"), r.Required("score"), double.TryParse(r.Required("floor"), System.Globalization.CultureInfo.InvariantCulture, out var floor)
            ? floor : throw r.Wrong("floor", $"'{r["floor"]}' is no number", "Write it in percent, as 81.5")))]);

    /// <summary>What has fallen below its floor, or can't be measured any more, a line each.</summary>
    /// <param name="sheet">Gives the scores of a part.</param>
    /// <exception cref="ArgumentException">A row names no score.</exception>
    public IEnumerable<string> Broken(Func<string, ScoreSheet> sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        foreach (var (part, name, percent) in _rows)
        {
            var value = sheet(part)[name].Value;
            if (value is null || Math.Round(value.Value * 100, 1) < percent)
            {
                yield return value is null ? $"{part} {name}: nothing to measure, the floor is {percent:0.0}" : $"{part} {name}: {value * 100:0.0}, the floor is {percent:0.0}";
            }
        }
    }
}
