using System.Diagnostics;
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
        process.ExitCode.ShouldBe(code);
        told.ShouldContain(remedy);
        told.ShouldNotContain("   at ");
    }
}
