using System.CommandLine;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;

namespace Entente.Cli;

/// <summary>Options that several verbs share, and what goes wrong with records in one place.</summary>
internal static class RecordOptions
{
    public const string DefaultRecord = "entente.db";

    public static Option<string> Record() => new("--record") { Description = "The file of the record.", DefaultValueFactory = _ => DefaultRecord, HelpName = "FILE" };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON lines instead of a table." };

    /// <summary>Runs a question; a record or a command line that is wrong becomes one clear line and its exit code.</summary>
    public static int Ask(string file, Func<Archive, int> question) => Guard(() =>
    {
        var archive = Archive.Open(file, OwnTables.ReadOutlets(OwnTables.FolderOf(file)));
        if (archive.IsBehind)
        {
            Console.Error.WriteLine("entente: the last reading was broken off: run it again to complete the record.");
        }

        return question(archive);
    });

    public static int Guard(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (RecordException e)
        {
            Console.Error.WriteLine($"entente: {e.Problem.Code}: {e.Message}");
            return ExitCode.Record;
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"entente: {e.Message}");
            return ExitCode.Usage;
        }
        catch (IOException e) when (Console.IsOutputRedirected && e.InnerException is System.Net.Sockets.SocketException or { HResult: 32 })
        {
            // The reader of our output has gone ("entente show | head"): that is its right.
            return ExitCode.Done;
        }
    }

    /// <summary>A day as the user writes it: 2023-03-17, or a month or year for its first or last day.</summary>
    public static DateOnly? Day(string? text, bool last) => string.IsNullOrWhiteSpace(text) ? null : last ? DayText.Last(text) : DayText.First(text);

    /// <summary>The value of an enumeration that the user names, or what there is to choose from.</summary>
    public static T Choice<T>(string text, string what)
        where T : struct, Enum => CodedNames.TryParse<T>(text, out var value) && Enum.IsDefined(value)
        ? value
        : throw new FormatException($"'{text}' is no {what}: choose one of {string.Join(", ", Enum.GetNames<T>().Where(n => n != "None").Select(n => n.ToLowerInvariant()))}.");
}
