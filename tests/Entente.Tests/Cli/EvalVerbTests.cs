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
    [InlineData(1, "wrong  Kenya bombed Somalia.\nmissed\n  expected  CONSULT | actor KEN + SOM\ntoo many\n  got       ASSAULT aerial | actor KEN | recipient SOM", ".", "--errors", "5", "--floors", "high.tsv")]
    [InlineData(1, "below its floor: all events.f1: 50.0, the floor is 90.0", "gold.jsonl", "--json", "--floors", "high.tsv")]
    [InlineData(2, "leave out --part", "gold.jsonl", "--floors", "floors.tsv", "--part", "dev")]
    [InlineData(2, "there is no file", "nowhere.jsonl")]
    public void Errors_and_floors(int code, string told, params string[] arguments)
    {
        var (exit, output) = Run(arguments);
        output.ShouldContain(told);
        exit.ShouldBe(code);
    }

    [Fact]
    public void Claims_are_a_json_line_each()
    {
        var (exit, output) = Run("gold.jsonl", "--claims", "--floors", "floors.tsv");
        exit.ShouldBe(0);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines.Select(l => (l.GetProperty("id").GetString(), l.GetProperty("right").GetBoolean())).ShouldBe([("right", true), ("wrong", false), ("wrong", false)]);
        lines[0].GetProperty("confidence").GetDouble().ShouldBeInRange(.1, 1);
        lines[1].TryGetProperty("got", out _).ShouldBeFalse();
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
