using System.CommandLine;
using Entente.Record.Asking;

namespace Entente.Cli;

/// <summary>`entente search`: sentences that hold words.</summary>
internal sealed class SearchVerb
{
    private readonly Argument<string[]> _words = new("WORDS") { Description = "Words that must all occur; '\"a phrase\"'; a word* with any end.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many sentences.", DefaultValueFactory = _ => 20, HelpName = "N" };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();

    public static Command Create()
    {
        var verb = new SearchVerb();
        var command = new Command("search", "Finds sentences of articles by their words, best first.") { verb._words, verb._limit, verb._record, verb._json };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        var found = archive.Search(string.Join(' ', parsed.GetValue(_words) ?? []), parsed.GetValue(_limit));
        if (parsed.GetValue(_json))
        {
            return Rows.Json(found);
        }

        foreach (var row in found)
        {
            Console.Out.WriteLine($"{row.Document}  {row.Publisher ?? "?"}{(row.Title is null ? "" : ", “" + row.Title + "”")}");
            Console.Out.WriteLine("    " + string.Join(' ', row.Snippet.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            foreach (var line in row.Allegations.SelectMany(c => AllegationText.Lines(c, "      ")))
            {
                Console.Out.WriteLine(line);
            }

        }

        return found.Count == 0 ? Rows.Nothing() : ExitCode.Done;
    }
}
