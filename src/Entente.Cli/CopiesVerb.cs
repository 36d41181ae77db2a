using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Record.Reconciling;

namespace Entente.Cli;

/// <summary>`entente copies`: which texts share their wording, JSON lines in and out.</summary>
internal static class CopiesVerb
{
    public static Command Create()
    {
        var command = new Command("copies", "Finds texts that share their wording: reads JSON lines {\"id\", \"text\"} from standard input, writes {\"a\", \"b\", \"containment\"} for each pair from .1 on.");
        command.SetAction(_ => RecordOptions.Guard(Run));
        return command;
    }

    private static int Run()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var (ids, texts, bad) = TextLines.Read(input);
        foreach (var pair in CopyFinder.Find(texts))
        {
            var containment = Math.Round(pair.Containment, 4).ToString(CultureInfo.InvariantCulture);
            output.Write($"{{\"a\":{JsonSerializer.Serialize(ids[pair.A])},\"b\":{JsonSerializer.Serialize(ids[pair.B])},\"containment\":{containment}}}\n");
        }

        return bad > 0 ? ExitCode.Partly : ExitCode.Done;
    }
}
