using System.CommandLine;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Server;

namespace Entente.Cli;

/// <summary>`entente serve`: a record in the browser, on this machine alone, until Ctrl+C.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var record = RecordOptions.Record();
        var port = Port();
        var author = new Option<string?>("--as") { Description = "Who decides in the review of the web page; else the user's name.", HelpName = "NAME" };
        var readOnly = new Option<bool>("--read-only") { Description = "Take no decisions: only answer questions." };
        var command = new Command("serve", "Serves a record on 127.0.0.1: the web page and the API (/api/…). Nothing outside this machine can reach it.") { record, port, author, readOnly };
        command.SetAction((parsed, stop) => Serve(parsed.GetValue(record)!, parsed.GetValue(port), parsed.GetValue(readOnly) ? null : DecisionCommand.Author(parsed.GetValue(author)), stop));
        return command;
    }

    public static Option<int> Port()
    {
        var port = new Option<int>("--port") { Description = "The port to listen at; 0 takes any free one.", DefaultValueFactory = _ => RecordServer.DefaultPort, HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.GetValue(port) is < 0 or > 65535)
            {
                result.AddError("--port must be between 0 and 65535.");
            }
        });
        return port;
    }

    /// <summary>Serves until it is stopped; prints the address first.</summary>
    /// <param name="author">Who decides in the review; null to take no decisions.</param>
    public static async Task<int> Serve(string file, int port, string? author, CancellationToken stop)
    {
        try
        {
            var folder = OwnTables.FolderOf(file);
            var archive = Archive.Open(file, OwnTables.ReadOutlets(folder));
            await using var server = await RecordServer.StartAsync(archive, Path.GetFileName(file), port, () => CoderBeside(folder), author is null ? null : new ReviewDesk(file, author), stop);
            await Console.Out.WriteLineAsync($"{server.Address}  ({Path.GetFileName(file)}; Ctrl+C ends it)");
            if (!RecordServer.HasWebApp)
            {
                await Console.Error.WriteLineAsync("This build has no web page, for it was built without Node.js: the API alone answers.");
            }

            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Done;
        }
        catch (RecordException e)
        {
            await Console.Error.WriteLineAsync($"entente: {e.Problem.Code}: {e.Message}");
            return ExitCode.Record;
        }
        catch (PortTakenException e)
        {
            await Console.Error.WriteLineAsync("entente: " + e.Message);
            return ExitCode.Port;
        }
    }

    /// <summary>The coder with the user's tables beside the record, as the pages were read with it.</summary>
    private static Coder CoderBeside(string folder) => Coder.Load(AnalysisDepth.Trees, OwnTables.ReadActors(null, folder), OwnTables.ReadFrames(null, folder), OwnTables.ReadCues(null, folder));
}
