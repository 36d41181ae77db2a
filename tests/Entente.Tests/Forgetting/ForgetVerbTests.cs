using System.Diagnostics;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Forgetting;

/// <summary>`entente forget` from outside: killed at any moment, and asked in every way.</summary>
public sealed class ForgetVerbTests
{
    private const string Name = "Ingrid Sundbergsen";

    [Fact]
    public void A_forgetting_that_was_killed_is_completed_by_the_next()
    {
        using var pages = Pile(30);
        foreach (var after in new[] { 150, 350, 550, 750, 1000, 1400 })
        {
            Run(pages, killAfter: after, "person", Name, "--yes");
        }

        Run(pages, null, "person", Name, "--yes").Code.ShouldBe(0);
        RawBytes.Find(pages.Record(), "Sundbergsen", "saffron").ShouldBeEmpty();
        Verifier.Verify(pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void It_asks_first_tells_what_went_and_lists_receipts()
    {
        using var pages = Pile(2);
        var unasked = Run(pages, null, "person", Name);
        unasked.Code.ShouldBe(2);
        unasked.Error.ShouldContain("--yes");
        var preview = Run(pages, null, "person", Name, "--preview");
        preview.Output.ShouldBe("Would go: 2 pages, 2 documents, 2 sentences, 4 claims, 0 comments. Nothing was changed.\n");
        RawBytes.Find(pages.Record(), "Sundbergsen").ShouldNotBeEmpty();
        Run(pages, null, "person", Name, "--yes", "--as", "the archivist").Output.ShouldBe("Forgotten: 2 pages, 2 documents, 2 sentences, 4 claims, 0 comments. Receipt 1 (entente forget --list).\n");
        Run(pages, null, "--list").Output.ShouldContain("person     2 pages, 2 documents, 2 sentences, 4 claims, 0 comments  the archivist");
        Run(pages, null, "--list", "--json").Output.ShouldStartWith("{\"receipt\":1,\"day\":\"");
        Run(pages, null, "page", "nowhere.txt", "--yes").Error.ShouldContain("holds no page nowhere.txt");
        Run(pages, null, "planet", "Mars", "--yes").Code.ShouldBe(2);
        Run(pages, null).Code.ShouldBe(2);
    }

    private static Pages Pile(int count)
    {
        var pages = new Pages();
        foreach (var i in Enumerable.Range(1, count))
        {
            pages.Add($"page-{i:000}.txt", Pages.Article(i) + $"\nThe Swedish envoy {Name} accused Norway of smuggling saffron.\n");
        }

        pages.Read();
        return pages;
    }

    /// <param name="killAfter">Milliseconds; null lets it come to its end.</param>
    private static (int Code, string Output, string Error) Run(Pages pages, int? killAfter, params string[] arguments)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), "forget", .. arguments, "--record", pages.Record()])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        if (killAfter is { } after && !process.WaitForExit(after))
        {
            process.Kill();
        }

        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
