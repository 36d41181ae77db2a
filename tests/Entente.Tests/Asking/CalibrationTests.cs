using System.Diagnostics;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

/// <summary>`entente sample N --judge` and `entente show confidence`: how often the coder is right, as people judged it.</summary>
public sealed class CalibrationTests
{
    /// <summary>The ends are those that R gives: prop.test(right, n, correct = FALSE).</summary>
    [Theory]
    [InlineData(8, 10, .490, .943)]
    [InlineData(0, 5, 0, .434)]
    [InlineData(50, 100, .404, .596)]
    [InlineData(1, 1, .207, 1)]
    public void The_interval_is_that_of_wilson(int right, int judged, double low, double high)
    {
        var row = CalibrationRow.Of([.. Enumerable.Range(0, judged).Select(i => new JudgedClaim("c" + i, ClaimKind.Event, .7, i < right))])[0];
        (row.Group, row.Judged, row.Right).ShouldBe(("all", judged, right));
        row.Low.ShouldBe(low, .0006);
        row.High.ShouldBe(high, .0006);
    }

    [Fact]
    public void Claims_are_grouped_by_kind_and_by_tenths_of_confidence()
    {
        JudgedClaim[] judged = [new("a", ClaimKind.Event, .7, true), new("b", ClaimKind.Figure, .69, false), new("c", ClaimKind.Event, 1, true), new("d", ClaimKind.Event, .75, false)];
        CalibrationRow.Of(judged).Select(r => $"{r.Group} {r.Right}/{r.Judged}").ShouldBe(["all 2/4", "event 2/3", "figure 0/1", ".6–.7 0/1", ".7–.8 1/2", ".9–1 1/1"]);
        CalibrationRow.Of(judged)[1].Stated.ShouldBe(.8166, .001);
        CalibrationRow.Of([]).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_judge_skip_and_take_back_and_what_was_judged_is_kept()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.AddArticle(2);
        pages.Read();
        var (first, code) = Run(pages, "y n?u y s q", "sample", "20", "--judge", "--as", "the archivist");
        code.ShouldBe(0);
        first.ShouldContain("taken back");
        first.ShouldContain("all        2       2      100 %  34 % to 100 %");
        first.ShouldContain("page-00");

        var archive = Archive.Open(pages.Record());
        archive.Judged().Count.ShouldBe(2);
        archive.Judged().ShouldAllBe(j => j.Right);
        archive.CorrectionLog().Select(c => (c.Correction.Decision.What, c.Correction.Author)).ShouldBe([("judge", "the archivist"), ("judge", "the archivist"), ("undo", "the archivist"), ("judge", "the archivist")]);
        var (again, _) = Run(pages, "n", "sample", "20", "--judge");
        again.ShouldStartWith("2 of these");
        Run(pages, "", "show", "confidence").Output.ShouldContain("all        3       2      67 %");
        Run(pages, "", "show", "confidence", "--json").Output.ShouldStartWith("{\"group\":\"all\",\"judged\":3,\"right\":2,\"share\":0.6667,");
        Verifier.Verify(pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_was_judged_that_is_told()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        Run(pages, "", "show", "confidence").Code.ShouldBe(1);
        Run(pages, "q", "sample", "5", "--judge").Output.ShouldContain("Nothing was judged.");
    }

    private static (string Output, int Code) Run(Pages pages, string keys, params string[] arguments)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), .. arguments, "--record", pages.Record()])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(keys);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }
}
