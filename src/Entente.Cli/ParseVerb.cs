using System.CommandLine;
using System.Text;
using Entente.Claims.Analyzing;

namespace Entente.Cli;

/// <summary>`entente parse`: the analyser as a filter, CoNLL-U in or plain text, CoNLL-U out.</summary>
internal static class ParseVerb
{
    public static Command Create()
    {
        var raw = new Option<bool>("--raw") { Description = "Take plain text, paragraphs parted by blank lines: find words and sentences too." };
        var depth = new Option<AnalysisDepth>("--depth") { Description = "trees: of all sentences; claims: only of those that can carry a claim; tags: none." };
        var command = new Command("parse", "Reads CoNLL-U from standard input, keeps its words and sentences, fills in LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL, and marks names in MISC.") { raw, depth };
        command.SetAction(parsed => Run(parsed.GetValue(raw), parsed.GetValue(depth)));
        return command;
    }

    private static int Run(bool raw, AnalysisDepth depth)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        Parse(Analyzer.Load(depth), raw, input, output);
        return ExitCode.Done;
    }

    internal static void Parse(Analyzer analyzer, bool raw, TextReader input, TextWriter output)
    {
        if (raw)
        {
            Conllu.Parse(analyzer, input, output);
        }
        else
        {
            Conllu.Annotate(analyzer, input, output);
        }
    }
}
