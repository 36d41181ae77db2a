using System.CommandLine;
using System.Text;
using System.Text.Json;
using Entente.Record.Reconciling;

namespace Entente.Cli;

/// <summary>`entente stories`: which texts tell the same story, JSON lines in and out.</summary>
internal static class StoriesVerb
{
    public static Command Create()
    {
        var command = new Command("stories", "Groups texts that tell the same story: reads JSON lines {\"id\", \"text\"} from standard input, writes {\"id\", \"story\"} for each.");
        command.SetAction(_ => RecordOptions.Guard(Run));
        return command;
    }

    private static int Run()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var (ids, texts, bad) = TextLines.Read(input);

        // In the order of their words, so that the order of the lines decides nothing.
        var order = Enumerable.Range(0, texts.Count).OrderBy(i => texts[i], StringComparer.Ordinal).ThenBy(i => ids[i], StringComparer.Ordinal).ToArray();
        var found = StoryFinder.Find([.. order.Select(i => texts[i])]);
        var storyOf = new string[texts.Count];
        foreach (var (text, i) in order.Select((t, i) => (t, i)))
        {
            storyOf[text] = ids[order[found[i]]];
        }

        foreach (var (id, story) in ids.Zip(storyOf))
        {
            output.Write($"{{\"id\":{JsonSerializer.Serialize(id)},\"story\":{JsonSerializer.Serialize(story)}}}\n");
        }

        return bad > 0 ? ExitCode.Partly : ExitCode.Done;
    }
}
