using System.Diagnostics;
using System.Text;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Timing;
using Entente.Claims.Reading;

namespace Entente.Bench;

/// <summary>Runs each stage over the pages for a while, after one warm-up round, and tells what it did per second of processor time.</summary>
internal sealed class StageBench(IReadOnlyList<Page> pages, TimeSpan atLeast)
{
    public void Run(TextWriter output)
    {
        var loading = Measure(() => Coder.Load(), TimeSpan.Zero);
        output.WriteLine($"load coder           {loading.Cpu.TotalMilliseconds,10:F0} CPU-ms (first time, jitting included)");
        var coder = Coder.Load();
        var analyzer = Analyzer.Load();
        List<ReadPage> read = [.. pages.Select(Reader.Read)];
        List<AnalyzedPage> analyzed = [.. read.Select(analyzer.Analyze)];
        List<CodedPage> coded = [.. analyzed.Select(coder.Code)];
        var sentences = analyzed.Sum(p => p.Documents.Sum(d => d.Sentences.Count));
        var words = analyzed.Sum(p => p.Documents.Sum(d => d.Tokens.Count));
        Tell(output, "reading", () => pages.ToList().ForEach(p => Reader.Read(p)), pages.Count, "pages");
        Tell(output, "analysing", () => read.ForEach(p => analyzer.Analyze(p)), words, "words");
        Tell(output, "coding (passes)", () => analyzed.ForEach(p => coder.Code(p)), sentences, "sentences");
        TellTimes(output, [.. coded.SelectMany(p => p.Documents)]);
        Tell(output, "writing JSON", () => coded.ForEach(p => p.Documents.ToList().ForEach(d => CodedJson.Write(d, p.Read))), pages.Count, "pages");
        Tell(output, "whole coder", () => pages.ToList().ForEach(p => coder.Code(p)), sentences, "sentences");
        Tell(output, "whole coder", () => pages.ToList().ForEach(p => coder.Code(p)), pages.Count, "pages");
        var fast = Coder.LoadFast();
        Tell(output, "whole coder, fast", () => pages.ToList().ForEach(p => fast.Code(p)), sentences, "sentences");
    }

    /// <summary>The temporal pass alone, on texts whose day is known: it is measured by text, for a text without a time costs it nearly as much as one with many.</summary>
    private void TellTimes(TextWriter output, IReadOnlyList<CodedDocument> documents)
    {
        var tagger = TimeTagger.Load();
        var bytes = documents.Sum(d => (double)d.Analyzed.Blocks.Sum(b => Encoding.UTF8.GetByteCount(b.Span.In(d.Analyzed.Text))));
        void Round()
        {
            foreach (var document in documents)
            {
                tagger.Tag(document.Analyzed, document.Published);
            }
        }

        Round();
        var (rounds, cpu) = Measure(Round, atLeast);
        output.WriteLine($"times alone          {rounds * bytes / 1e6 / cpu.TotalSeconds,10:F2} MB of text/CPU-s");
    }

    private void Tell(TextWriter output, string stage, Action round, int items, string unit)
    {
        round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (rounds, cpu) = Measure(round, atLeast);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rounds / items;
        output.WriteLine($"{stage,-20} {rounds * items / cpu.TotalSeconds,10:F0} {unit}/CPU-s   {allocated / 1024,8:F1} KiB allocated each");
    }

    private static (int Rounds, TimeSpan Cpu) Measure(Action round, TimeSpan atLeast)
    {
        using var process = Process.GetCurrentProcess();
        var begin = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        do
        {
            round();
            rounds++;
        }
        while (clock.Elapsed < atLeast);
        process.Refresh();
        return (rounds, process.TotalProcessorTime - begin);
    }
}
