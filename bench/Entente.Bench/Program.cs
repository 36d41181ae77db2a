using System.Diagnostics;
using System.Globalization;
using Entente.Bench;
using Entente.Claims;

// Speed and memory of each stage on the pages of a folder, one thread, per CPU-second:
//   dotnet run -c Release --project bench/Entente.Bench [FOLDER] [SECONDS] [reading]
//   dotnet run -c Release --project bench/Entente.Bench copies [TEXTS]
if (args is [CopiesBench.Fresh, var number])
{
    CopiesBench.RunFresh(int.Parse(number, CultureInfo.InvariantCulture), Console.Out);
    return 0;
}

if (args is ["copies", ..])
{
    CopiesBench.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000, Console.Out);
    return 0;
}

if (args is [ReadingBench.Fresh, var once])
{
    ReadingBench.RunFresh(once.Length == 0 ? [] : PagesOf(once), Console.Out);
    return 0;
}

// How fast claims go into a record: record CLAIMS [FILE], the samples as patterns
if (args is ["record", var claims, ..])
{
    new RecordBench(PagesOf("samples"), Console.Out).Run(int.Parse(claims, CultureInfo.InvariantCulture), args.Length > 2 ? args[2] : Path.Combine(Path.GetTempPath(), "entente-bench.db"));
    return 0;
}

// What naming, reviewing and deciding cost in a record: corrections FILE
if (args is ["corrections", var record])
{
    new CorrectionsBench(record, Console.Out).Run();
    return 0;
}

var folder = args.Length > 0 ? args[0] : "samples";
var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var pages = PagesOf(folder);
if (pages.Count == 0)
{
    Console.Error.WriteLine($"No pages (.html, .htm, .txt) in {folder}.");
    return 1;
}

Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Content.Length) / 1024.0:F0} KiB");
ReadingBench.Run(folder, pages, TimeSpan.FromSeconds(seconds), Console.Out);
if (args is not [_, _, "reading"])
{
    new StageBench(pages, TimeSpan.FromSeconds(seconds)).Run(Console.Out);
    Console.WriteLine($"peak memory          {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,10:F0} MiB");
}

return 0;

static List<Page> PagesOf(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
    .Where(f => Path.GetExtension(f) is ".html" or ".htm" or ".txt" && !f.Contains("_files", StringComparison.Ordinal))
    .Order(StringComparer.Ordinal).Select(f => new Page(Path.GetFileName(f), File.ReadAllBytes(f)))];
