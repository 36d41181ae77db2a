using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Record.Reconciling;

namespace Entente.Bench;

/// <summary>
/// The search for near-duplicates on made texts: random words of a fixed seed, a fifth of the texts reprints with a new beginning, a tenth with a paragraph of another, and every text with the
/// notice of its outlet. Each number of texts runs in a process of its own.
/// </summary>
internal static class CopiesBench
{
    /// <summary>Argument by which the program runs as one of those processes.</summary>
    public const string Fresh = "--fresh-copies";

    private const double MiB = 1 << 20;
    private const int Outlets = 50;

    public static void Run(int texts, TextWriter output)
    {
        foreach (var count in new[] { texts, texts * 4 })
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            {
                start.ArgumentList.Add(typeof(CopiesBench).Assembly.Location);
            }

            start.ArgumentList.Add(Fresh);
            start.ArgumentList.Add(count.ToString(CultureInfo.InvariantCulture));
            using var process = Process.Start(start) ?? throw new InvalidOperationException("The fresh process did not start.");
            output.Write(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
        }
    }

    public static void RunFresh(int count, TextWriter output)
    {
        var texts = Texts(count);
        var size = texts.Sum(t => (double)Encoding.UTF8.GetByteCount(t)) / 1e6;
        // What making the texts left behind is given back first: else it would be room for the search that nobody counts.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var pairs = CopyFinder.Find(texts).Count;
        var seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"copies, {count,7} texts {size,7:F0} MB   {size / seconds,6:F0} MB/s on {Environment.ProcessorCount} cores, {size / (process.TotalProcessorTime - cpu).TotalSeconds:F0} a CPU-second   {pairs} pairs   {(process.PeakWorkingSet64 - before) / MiB,6:F0} MiB beside the texts' {before / MiB:F0}"));
    }

    private static List<string> Texts(int count)
    {
        var random = new Random(2023);
        var words = Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)('a' + random.Next(26))))).ToArray();
        var notices = Enumerable.Range(0, Outlets).Select(_ => Words(words, random, 30)).ToArray();
        var texts = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var body = random.Next(10) switch
            {
                < 2 when i > 0 => Words(words, random, 40) + Part(texts[random.Next(i)], .8),
                2 when i > 0 => Words(words, random, 400) + Part(texts[random.Next(i)], .1),
                _ => Words(words, random, random.Next(300, 700)),
            };
            texts.Add(body + notices[i % Outlets]);
        }

        return texts;
    }

    /// <summary>Frequent words are far more frequent than rare ones, as in a language.</summary>
    private static string Words(string[] words, Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(words[(int)(Math.Pow(random.NextDouble(), 3) * words.Length)]).Append(i % 15 == 14 ? ". " : " ");
        }

        return text.ToString();
    }

    private static string Part(string text, double share) => text[..(int)(text.Length * share)] + ". ";
}
