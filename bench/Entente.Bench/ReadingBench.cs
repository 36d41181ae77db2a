using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;

namespace Entente.Bench;

/// <summary>
/// What reading alone costs as a user meets it: a fresh process that reads a folder once, start and compiling included; the same once it is warm; and the memory at the peak of one very large page.
/// The first and the last run in processes of their own.
/// </summary>
internal static class ReadingBench
{
    /// <summary>Argument by which the program runs as one of those processes.</summary>
    public const string Fresh = "--fresh";

    private const int LargePage = 50 << 20;
    private const int MiB = 1 << 20;

    /// <summary>Reads the pages in a fresh process, then rounds of them in this one, then the large page.</summary>
    public static void Run(string folder, IReadOnlyList<Page> pages, TimeSpan atLeast, TextWriter output)
    {
        var size = pages.Sum(p => (double)p.Content.Length) / MiB;
        var fresh = Process(folder);
        output.WriteLine($"reading, fresh       {pages.Count / fresh.Cpu,10:F0} pages/CPU-s   {size / fresh.Cpu,8:F1} MiB/CPU-s, start and compiling included");
        Round(pages);
        var begin = CpuNow();
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        do
        {
            Round(pages);
            rounds++;
        }
        while (clock.Elapsed < atLeast);
        var each = (CpuNow() - begin).TotalSeconds / rounds;
        output.WriteLine($"reading, warm        {pages.Count / each,10:F0} pages/CPU-s   {size / each,8:F1} MiB/CPU-s");
        var large = Process("");
        output.WriteLine($"reading, {LargePage / MiB} MiB page {large.Cpu,9:F1} CPU-s         {large.Peak,8:F0} MiB at the peak");
    }

    /// <summary>Reads the folder's pages once, or the large page without a folder, and tells the process's own processor time and peak memory.</summary>
    public static void RunFresh(IReadOnlyList<Page> pages, TextWriter output)
    {
        Round(pages.Count > 0 ? pages : [new Page("large.html", Large())]);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{process.TotalProcessorTime.TotalSeconds} {process.PeakWorkingSet64 / (double)MiB}"));
    }

    private static (double Cpu, double Peak) Process(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ReadingBench).Assembly.Location);
        }

        start.ArgumentList.Add(Fresh);
        start.ArgumentList.Add(folder);
        using var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("The fresh process did not start.");
        var told = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (double.Parse(told[0], CultureInfo.InvariantCulture), double.Parse(told[1], CultureInfo.InvariantCulture));
    }

    private static void Round(IReadOnlyList<Page> pages)
    {
        foreach (var page in pages)
        {
            Reader.Read(page);
        }
    }

    private static TimeSpan CpuNow()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>An article of many sections, each with a heading, a paragraph and a list.</summary>
    private static byte[] Large()
    {
        var sentence = string.Concat(Enumerable.Repeat("The talks on the border went on for a third day without a result. ", 5));
        using var page = new MemoryStream(LargePage + 1024);
        page.Write("<!DOCTYPE html><html lang=\"en\"><head><title>The talks</title></head><body><article>\n"u8);
        for (var i = 0; page.Length < LargePage; i++)
        {
            page.Write(Encoding.UTF8.GetBytes($"<div class=\"section s{i % 7}\" id=\"p{i}\"><h3 class=\"head\">Part {i}</h3><p class=\"text\">{sentence}<a href=\"/x/{i}\">Day {i}</a> and <b>more</b>.</p>\n<ul><li>First point of part {i}</li><li>Second point of part {i}</li></ul></div>\n"));
        }

        page.Write("</article></body></html>"u8);
        return page.ToArray();
    }
}
