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
    [InlineData(3, "entente read", "accept", "theirs.ndjson", "--record", "none.db")]
    [InlineData(1, "Check the path", "accept", "theirs.ndjson", "--record", "{record}")]
    [InlineData(1, "entente accept FILE", "coders", "--record", "{record}")]
    [InlineData(2, "entente coders lists them", "coders", "nobody", "--record", "{record}")]
    [InlineData(2, "entente coders lists them", "show", "claims", "--coder", "nobody", "--record", "{record}")]
    [InlineData(2, "--coder shows claims alone", "show", "events", "--coder", "nobody", "--record", "{record}")]
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
    public void What_others_coded_is_taken_refused_and_set_beside_ours()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        var archive = Archive.Open(pages.Record());
        var line = System.Text.Json.Nodes.JsonNode.Parse(archive.Coded(archive.Documents()[0].Id)!)!;
        var claim = line["claims"]!.AsArray().First(c => (string?)c!["kind"] == "event")!;
        claim["factuality"]!["polarity"] = "-";
        File.WriteAllText(Path.Combine(pages.Root, "theirs.ndjson"), line.ToJsonString());
        claim["event"]!["type"] = "WAR";
        File.WriteAllText(Path.Combine(pages.Root, "wrong.ndjson"), "\n" + line.ToJsonString() + "\nnonsense");

        Run(pages, "accept", "theirs.ndjson", "--coder", "Ann", "--preview", "--record", "{record}").ShouldBe((0,
            $"line 1, {archive.Documents()[0].Id}, claim {(string?)claim["id"]}: ENT061: 'travel' is told as so, and the claim says it is not, by “said”, “will”.\n"
            + $"theirs.ndjson: 1 line, 1 document of Ann would be recorded: {archive.Claims().Count} claims taken, 0 refused.\n"
            + "1 claim taken of which the text seems to tell otherwise: entente coders shows the doubts, --strict refuses such claims.\n"));
        Run(pages, "accept", "theirs.ndjson", "--coder", "Dan", "--strict", "--preview", "--record", "{record}").Exit.ShouldBe(1);
        Run(pages, "accept", "theirs.ndjson", "--coder", "Ann", "--record", "{record}").Exit.ShouldBe(0);
        Run(pages, "accept", "theirs.ndjson", "--coder", "Ann", "--record", "{record}").Told.ShouldContain("1 document had the same coding already: nothing to do.");
        var (exit, told) = Run(pages, "accept", "wrong.ndjson", "--coder", "Bob", "--record", "{record}");
        exit.ShouldBe(1);
        told.ShouldContain("'WAR' is not known. Write one of AGREE");
        told.ShouldContain("line 3: ENT056: line 3 is not JSON");
        Run(pages, "accept", "wrong.ndjson", "--coder", "Cat", "--json", "--record", "{record}").Told.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(l => System.Text.Json.Nodes.JsonNode.Parse(l, null, default)!["file"] != null);
        Run(pages, "coders", "--record", "{record}").Told.ShouldContain("Ann");
        Run(pages, "coders", "Ann", "--both", "--record", "{record}").Told.ShouldContain("event, otherwise: polarity");
        Run(pages, "coders", "Ann", "--both", "--record", "{record}").Told.ShouldContain("doubt: 'travel' is told as so");
        Run(pages, "coders", "Ann", "Bob", "--kind", "event", "--record", "{record}").Told.ShouldContain("only Ann");
        var id = Archive.Open(pages.Record()).Claims(new Record.ClaimFilter { Coder = "Ann", Kind = Entente.Claims.ClaimKind.Event }).First(c => c.Doubts.Count > 0).Id;
        Run(pages, "why", id, "--record", "{record}").Told.ShouldContain("Ann, beside Entente's own\ndoubt          'travel' is told as so");
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
