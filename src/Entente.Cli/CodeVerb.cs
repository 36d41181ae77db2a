using System.Collections.Concurrent;
using System.CommandLine;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;

namespace Entente.Cli;

/// <summary>`entente code`: the coder as a filter, JSON lines in, coded documents out, in the order of the input.</summary>
internal static class CodeVerb
{
    public static Command Create()
    {
        var tokens = new Option<bool>("--tokens") { Description = "Also write the words with their analysis." };
        var predicates = new Option<bool>("--predicates") { Description = "Also write every word that tells of an event or state, with how it is told." };
        var silences = new Option<bool>("--silences") { Description = "Also write the sentences that name two actors and yield nothing, and why." };
        var fast = new Option<bool>("--fast") { Description = "Build trees only of sentences that can carry a claim." };
        var jobs = new Option<int>("--jobs") { Description = "How many pages to code at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var actors = OwnTables.Actors();
        var frames = OwnTables.Frames();
        var cues = OwnTables.Cues();
        var propositions = OwnTables.Propositions();
        var command = new Command("code", "Codes pages: reads JSON lines {\"id\", \"text\" | \"html\" | \"path\"} from standard input and writes coded documents (entente.coded/1).") { tokens, predicates, silences, fast, actors, frames, cues, propositions, jobs };
        command.SetAction(parsed => RecordOptions.Guard(() => Run(
            Coder.Load(
                parsed.GetValue(fast) ? AnalysisDepth.Claims : AnalysisDepth.Trees, OwnTables.ReadActors(parsed.GetValue(actors), "."), OwnTables.ReadFrames(parsed.GetValue(frames), "."),
                OwnTables.ReadCues(parsed.GetValue(cues), "."), OwnTables.ReadPropositions(parsed.GetValue(propositions), ".")),
            new CodedJsonOptions(parsed.GetValue(tokens), parsed.GetValue(predicates), parsed.GetValue(silences)), Math.Max(1, parsed.GetValue(jobs)))));
        return command;
    }

    private static int Run(Coder coder, CodedJsonOptions options, int jobs)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);

        // One page at a time is handed out, so that of a large archive only the pages in work are in memory.
        var pages = Partitioner.Create(Lines(input).SelectMany(line => CodeInput.Parse(line.Number, line.Text)), EnumerablePartitionerOptions.NoBuffering);
        var answers = pages.AsParallel().AsOrdered()
            .WithDegreeOfParallelism(jobs).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(page => Answer(coder, page, options));
        foreach (var answer in answers)
        {
            foreach (var document in answer)
            {
                output.Write(document);
                output.WriteByte((byte)'\n');
            }
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(int Number, string Text)> Lines(TextReader input)
    {
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }

    private static List<byte[]> Answer(Coder coder, CodeInput input, CodedJsonOptions options)
    {
        if (input.Page is not { } page)
        {
            return [CodedJson.WriteProblems(input.Id, input.Problems)];
        }

        var coded = coder.Code(page);
        return coded.Documents.Count == 0
            ? [CodedJson.WriteProblems(input.Id, coded.Read.Problems, page.Digest)]
            : [.. coded.Documents.Select(d => CodedJson.Write(d, coded.Read, options))];
    }
}
