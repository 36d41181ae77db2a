using System.Diagnostics;
using System.Globalization;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

/// <summary>What a record bears: being killed while it is written, two programs at once, a place that may not be written.</summary>
public sealed class DurabilityTests
{
    /// <summary>How often it is killed: some times with every run of the tests, 200 times with ENTENTE_KILLS=200.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 12;

    [Fact]
    public void A_record_that_is_killed_while_it_is_written_ends_as_one_that_is_not()
    {
        using var pages = new Pages();
        var (killed, whole, random) = (pages.Record("killed.db"), pages.Record("whole.db"), new Random(4));
        var written = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            // It begins with pages that are there already, as a reading that is done again does.
            using var writer = Start(killed, Math.Max(0, written - 5), int.MaxValue);
            writer.StandardOutput.ReadLine().ShouldBe("open");
            Thread.Sleep(random.Next(60));
            writer.Kill();
            writer.WaitForExit();
            var now = Count(killed);
            now.ShouldBeGreaterThanOrEqualTo(written);
            written = now;
        }

        written.ShouldBeGreaterThan(Kills);
        Finish(Start(killed, 0, written + 10));
        Finish(Start(whole, 0, written + 10));
        AreTheSame(killed, whole, written + 10);
    }

    [Fact]
    public void Two_programs_that_write_at_once_lose_nothing()
    {
        using var pages = new Pages();
        var (both, one) = (pages.Record("both.db"), pages.Record("one.db"));
        var (first, second) = (Start(both, 0, 400), Start(both, 200, 600));
        Finish(first);
        Finish(second);
        Finish(Start(one, 0, 600));
        AreTheSame(both, one, 600);
    }

    [Fact]
    public void A_program_that_finds_the_record_taken_for_long_says_so_and_nothing_is_lost()
    {
        using var pages = new Pages();
        using var ledger = Ledger.Open(pages.Record());
        using var other = new SqliteConnection($"Data Source={pages.Record()};Pooling=False");
        other.Open();
        other.Run("BEGIN IMMEDIATE");
        ledger.Connection.DefaultTimeout = 1;
        Should.Throw<RecordException>(() => ledger.Append(Some.Coder.Code(Some.Page(Pages.Article(1))), "test", [])).Problem.Code.ShouldBe(ProblemCodes.RecordBusy);
        other.Run("ROLLBACK");
        ledger.Append(Some.Coder.Code(Some.Page(Pages.Article(1))), "test", []).ShouldBeTrue();
    }

    [Fact]
    public void A_place_that_may_not_be_written_is_told_with_the_remedy()
    {
        using var pages = new Pages();
        var folder = Directory.CreateDirectory(pages.Record("folder.db")).FullName;
        Should.Throw<RecordException>(() => Ledger.Open(folder)).Problem.Code.ShouldBe(ProblemCodes.RecordClosed);
        if (OperatingSystem.IsLinux())
        {
            // Nobody may make a file there, not even root.
            Should.Throw<RecordException>(() => Ledger.Open("/proc/entente.db")).Problem.Code.ShouldBe(ProblemCodes.RecordClosed);
        }
    }

    [Fact]
    public void A_record_that_may_not_be_written_is_asked_all_the_same_or_said_to_be_closed()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        SqliteConnection.ClearAllPools();
        File.SetAttributes(pages.Record(), FileAttributes.ReadOnly);
        try
        {
            using var ledger = Ledger.Open(pages.Record());
            ledger.Append(Some.Coder.Code(Some.Page(Pages.Article(2))), "test", []);
        }
        catch (RecordException e)
        {
            // Root may write it.
            e.Problem.Code.ShouldBe(ProblemCodes.RecordClosed);
            e.Message.ShouldContain("permissions");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.SetAttributes(pages.Record(), FileAttributes.Normal);
        }

        Entente.Record.Asking.Archive.Open(pages.Record()).Documents().Count.ShouldBeGreaterThanOrEqualTo(1);
    }

    private static Process Start(string record, int from, int to) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Entente.Appending.dll"), record, $"{from}", $"{to}"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;

    private static void Finish(Process process)
    {
        var error = process.StandardError.ReadToEnd();
        process.StandardOutput.ReadToEnd().ShouldEndWith("done\n");
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error);
        process.Dispose();
    }

    private static int Count(string record)
    {
        using var connection = new SqliteConnection($"Data Source={record};Pooling=False");
        connection.Open();
        return (int)connection.Number("SELECT count(*) FROM coding");
    }

    private static void AreTheSame(string record, string other, int pages)
    {
        foreach (var file in new[] { record, other })
        {
            using (var ledger = Ledger.Open(file))
            {
                Reconciler.Reconcile(ledger);
            }

            SqliteConnection.ClearAllPools();
            Count(file).ShouldBe(pages);
            Verifier.Verify(file).SelectMany(c => c.Violations).ShouldBeEmpty();
        }

        Seals(record).ShouldBe(Seals(other));
        Pages.Exports(record).ShouldBe(Pages.Exports(other));
    }

    /// <summary>Of every document all that stands in its rows.</summary>
    private static List<string> Seals(string record)
    {
        using var connection = new SqliteConnection($"Data Source={record};Pooling=False");
        connection.Open();
        return connection.Query("SELECT document || ' ' || seal FROM document ORDER BY document", r => r.GetString(0));
    }
}
