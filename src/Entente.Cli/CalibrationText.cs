using System.Globalization;
using System.Text.Json;
using Entente.Record;
using Entente.Record.Asking;

namespace Entente.Cli;

/// <summary>How often the coder is right, as people judged it, beside what it says of itself.</summary>
internal static class CalibrationText
{
    /// <summary>`entente show confidence`: of all claims of the record that were judged.</summary>
    public static int Show(Archive archive, bool json)
    {
        var rows = CalibrationRow.Of(archive.Judged());
        if (json)
        {
            foreach (var row in rows)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(new { group = row.Group, judged = row.Judged, right = row.Right, share = Round(row.Share), low = Round(row.Low), high = Round(row.High), stated = Round(row.Stated) }, RunText.Json));
            }

            return ExitCode.Done;
        }

        if (rows.Count == 0)
        {
            Console.Error.WriteLine("entente: nothing was judged yet: entente sample 50 --judge asks.");
            return ExitCode.Partly;
        }

        Write(Console.Out, rows);
        return ExitCode.Done;
    }

    public static void Write(TextWriter output, IReadOnlyList<CalibrationRow> rows)
    {
        var table = new TextTable("claims", "judged", "right", "share", "95 % interval", "the coder says");
        foreach (var row in rows)
        {
            table.Add(row.Group, Number(row.Judged), Number(row.Right), Percent(row.Share), $"{Percent(row.Low)} to {Percent(row.High)}", row.Stated.ToString(".00", CultureInfo.InvariantCulture));
        }

        table.Write(output, null);
    }

    private static double Round(double share) => Math.Round(share, 4);

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
