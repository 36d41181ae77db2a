using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>`entente eval` as the shell sees it.</summary>
public sealed class EvalVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-eval").FullName;

    public EvalVerbTests()
    {
        Write("gold.jsonl", """
            {"id": "right", "text": "Kenya condemned Somalia.", "claims": ["ACCUSE disapprove | actor KEN | recipient SOM"], "part": "dev"}
            {"id": "wrong", "text": "Kenya bombed Somalia.", "claims": ["CONSULT | actor KEN + SOM"], "part": "test"}
            """);
        Write("floors.tsv", "part\tscore\tfloor\ndev\tacts.f1\t100\nall\tevents.f1\t50\n");
        Write("high.tsv", "part\tscore\tfloor\nall\tevents.f1\t90\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, "wrong  Kenya bombed Somalia.\nmissed\n  expected  CONSULT | actor KEN + SOM\ntoo many\n  got       ASSAULT aerial | actor KEN | recipient SOM", "gold.jsonl", "--errors", "5")]
    [InlineData(0, "1 texts", ".", "--part", "test", "--tag", "consult")]
    [InlineData(0, "2 texts", "gold.jsonl", "--floors", "floors.tsv")]
    [InlineData(1, "below its floor: all events.f1: 50.0, the floor is 90.0", "gold.jsonl", "--floors", "high.tsv")]
    [InlineData(2, "leave out --part", "gold.jsonl", "--floors", "floors.tsv", "--part", "dev")]
    [InlineData(2, "there is no file", "nowhere.jsonl")]
    public void Scores_errors_and_floors(int code, string told, params string[] arguments)
    {
        var (exit, output) = Run(arguments);
        output.ShouldContain(told);
        exit.ShouldBe(code);
    }

    [Fact]
    public void Json_has_a_line_a_score()
    {
        var lines = Run("gold.jsonl", "--json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var all = lines.Single(l => l.GetProperty("group").GetString() == "part" && l.GetProperty("name").GetString() == "all" && l.GetProperty("score").GetString() == "events.f1");
        (all.GetProperty("value").GetDouble(), all.GetProperty("of").GetDouble(), all.GetProperty("texts").GetInt32()).ShouldBe((.5, 4, 2));
        lines.ShouldContain(l => l.GetProperty("group").GetString() == "type" && l.GetProperty("name").GetString() == "ACCUSE");
    }

    private (int Exit, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "entente.dll"), "eval", .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
