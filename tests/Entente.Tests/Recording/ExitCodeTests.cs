using System.Diagnostics;
using Entente.Record.Asking;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

/// <summary>What the program tells the shell, and that it does so in one line with a remedy (docs/guide/cli.md).</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(1, "check its spelling", "read", "nowhere")]
    [InlineData(2, "choose documents", "show", "nonsense", "--record", "{record}")]
    [InlineData(2, "write it as 2023-03-17", "show", "claims", "--from", "soon", "--record", "{record}")]
    [InlineData(2, "", "shew")]
    [InlineData(3, "entente read", "show", "--record", "none.db")]
    public void Each_outcome_has_its_exit_code(int code, string remedy, params string[] arguments)
    {
        using var pages = new Pages();
        pages.Read();
        var (exit, told) = Run(pages, arguments);
        exit.ShouldBe(code);
        told.ShouldContain(remedy);
        told.ShouldNotContain("   at ");
    }

    [Fact]
    public void Documents_are_shown_by_their_ids()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.AddArticle(2);
        pages.Read();
        var ids = Archive.Open(pages.Record()).Documents().Select(d => d.Id).ToArray();
        ids.Length.ShouldBe(2);
        var (exit, told) = Run(pages, "show", "documents", "--document", ids[0], "--record", "{record}");
        exit.ShouldBe(0);
        told.ShouldContain(ids[0]);
        told.ShouldNotContain(ids[1]);
        Run(pages, "show", "documents", "--document", "nosuch", "--record", "{record}").Exit.ShouldBe(1);
    }

    [Fact]
    public void Where_no_claim_fits_the_words_are_shown_where_they_stand_with_any_end()
    {
        using var pages = new Pages();
        pages.Add("fair.txt", "The fair\n\nHarbour Post, 4 June 2019\n\nMany traders of the harbour boycotted the fair this year, and the stalls along the quay stayed empty until the evening, when a few of them came after all.\n\n"
            + "Those who came hoped for shorter queues and lower fees next year, and said so to everybody who would listen to them on the quay.\n");
        pages.Read();
        var (exit, told) = Run(pages, "show", "claims", "--words", "queue", "--record", "{record}");
        exit.ShouldBe(1);
        told.ShouldContain("hoped for shorter queues");
        Run(pages, "show", "claims", "--words", "regatta", "--record", "{record}").Told.ShouldContain("not in the pile");
    }

    private static (int Exit, string Told) Run(Pages pages, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), .. arguments.Select(a => a == "{record}" ? pages.Record() : a)])
        {
            WorkingDirectory = pages.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var told = process.StandardError.ReadToEnd() + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told);
    }
}
