using System.Globalization;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>
/// A pages.csv beside saved pages: what the person who saved them knows of each. Columns file, uri, publisher, date, captured, title, in any order; all but file may be missing.
/// </summary>
internal static class PagesCsv
{
    public const string FileName = "pages.csv";

    private static readonly string[] Known = ["file", "uri", "publisher", "date", "captured", "title"];

    /// <summary>Facts by file name as the table gives it, with '/' between folders.</summary>
    /// <param name="path">For messages.</param>
    public static (Dictionary<string, PageFacts> Facts, IReadOnlyList<Problem> Problems) Parse(string text, string path)
    {
        var facts = new Dictionary<string, PageFacts>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        string[]? header = null;
        foreach (var (line, fields) in Csv.Parse(text.TrimStart('\uFEFF')))
        {
            if (header is null)
            {
                header = [.. fields.Select(f => f.Trim().ToLowerInvariant())];
                CheckHeader(header, path, problems);
            }
            else if (Cell(header, fields, "file") is { } file)
            {
                facts[file.Replace('\\', '/')] = FactsOf(header, fields, path, line, problems);
            }
            else
            {
                problems.Add(new Problem(ProblemCodes.PagesCsv, $"{path}, line {line}: names no file. Fill in the column 'file'."));
            }
        }

        return (facts, problems);
    }

    private static void CheckHeader(string[] header, string path, List<Problem> problems)
    {
        if (!header.Contains("file"))
        {
            problems.Add(new Problem(ProblemCodes.PagesCsv, $"{path} has no column 'file'. Its first line must name its columns: {string.Join(",", Known)}."));
        }

        if (header.Except(Known).FirstOrDefault() is { } unknown)
        {
            problems.Add(new Problem(ProblemCodes.PagesCsv, $"{path} has a column '{unknown}' that is not used. Known columns are {string.Join(", ", Known)}."));
        }
    }

    private static PageFacts FactsOf(string[] header, string[] fields, string path, int line, List<Problem> problems) => new()
    {
        Uri = Cell(header, fields, "uri"),
        Publisher = Cell(header, fields, "publisher"),
        Title = Cell(header, fields, "title"),
        Date = Day(Cell(header, fields, "date"), path, line, problems),
        Captured = Day(Cell(header, fields, "captured"), path, line, problems),
    };

    private static DateOnly? Day(string? cell, string path, int line, List<Problem> problems)
    {
        if (cell is null)
        {
            return null;
        }

        if (cell.Length >= 10 && DateOnly.TryParseExact(cell[..10], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Add(new Problem(ProblemCodes.PagesCsv, $"{path}, line {line}: '{cell}' is no day. Write it as 2023-03-17."));
        return null;
    }

    private static string? Cell(string[] header, string[] fields, string column)
    {
        var i = Array.IndexOf(header, column);
        return i >= 0 && i < fields.Length && !string.IsNullOrWhiteSpace(fields[i]) ? fields[i].Trim() : null;
    }
}
