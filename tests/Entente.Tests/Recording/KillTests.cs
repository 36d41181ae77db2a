using System.Diagnostics;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

/// <summary>Promise 4: kill -9 at any moment, then the same command again: same record, nothing twice.</summary>
public sealed class KillTests
{
    // So many that a busy machine kills in time
    private const int Count = 80;

    [Fact]
    public void A_killed_reading_is_completed_by_the_next_with_nothing_twice()
    {
        using var pages = new Pages();
        foreach (var i in Enumerable.Range(1, Count))
        {
            pages.AddArticle(i);
        }

        var killed = pages.Record("killed.db");
        Run(pages.Folder, killed, killAfterLines: 1).ShouldBeFalse();
        Run(pages.Folder, killed, killAfterLines: 1).ShouldBeFalse();
        Run(pages.Folder, killed, killAfterLines: null).ShouldBeTrue();
        var whole = pages.Record("whole.db");
        Pages.Read(whole, [pages.Folder]);

        Pages.Exports(killed).ShouldBe(Pages.Exports(whole));
        using var connection = new SqliteConnection("Data Source=" + killed);
        connection.Open();
        connection.Text("PRAGMA integrity_check").ShouldBe("ok");
        connection.Number("SELECT count(*) FROM coding").ShouldBe(Count);
    }

    /// <summary>Runs `entente read`; kills it as soon as it has told its progress so many times. Whether it came to its end.</summary>
    private static bool Run(string folder, string record, int? killAfterLines)
    {
        // What it prints goes where the test's own output goes.
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), "read", folder, "--record", record, "--jobs", "2"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        for (var lines = 0; process.StandardError.ReadLine() is not null;)
        {
            if (++lines == killAfterLines)
            {
                process.Kill();
                process.WaitForExit();
                return false;
            }
        }

        process.StandardOutput.ReadToEnd().ShouldContain("pages");
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
