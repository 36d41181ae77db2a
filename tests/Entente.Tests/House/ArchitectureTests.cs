using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Entente.Tests.House;

/// <summary>The directions of docs/design.md: what may know what.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] ClaimsStages = ["Reading", "Analyzing", "Coding", "Accepting", "Scoring"];
    private static readonly string[] RecordStages = ["Recording", "Reconciling", "Forgetting", "Relating", "Asking", "Exchanging"];

    [Theory]
    [InlineData("Entente.Claims", "")]
    [InlineData("Entente.Record", "Entente.Claims")]
    [InlineData("Entente.Server", "Entente.Claims Entente.Record")]
    [InlineData("entente", "Entente.Claims Entente.Record Entente.Server")]
    public void A_project_knows_only_those_below_it(string project, string allowed)
    {
        var known = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Entente.", StringComparison.Ordinal));
        known.Except(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBeEmpty();
    }

    [Fact]
    public void The_coder_depends_on_no_package()
    {
        var known = Assembly.Load("Entente.Claims").GetReferencedAssemblies().Select(a => a.Name!);
        known.Where(n => !n.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_of_the_coder_uses_no_later_stage() => UsesOfLaterStages("Entente.Claims", ClaimsStages).ShouldBeEmpty();

    [Fact]
    public void A_stage_of_the_record_uses_no_later_stage() => UsesOfLaterStages("Entente.Record", RecordStages).ShouldBeEmpty();

    [Fact]
    public void Namespaces_are_folders()
    {
        foreach (var file in Repository.Files("src", "*.cs").Where(f => !f.Contains("/obj/", StringComparison.Ordinal)))
        {
            var folder = Path.GetRelativePath(Repository.PathOf("src"), Path.GetDirectoryName(file)!).Replace('/', '.').Replace('\\', '.');
            var text = File.ReadAllText(file);
            if (NamespaceLine().Match(text) is { Success: true } match)
            {
                match.Groups["name"].Value.ShouldBe(folder, file);
            }
        }
    }

    [Fact]
    public void Files_have_at_most_400_lines() => Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"))
        .Where(f => File.ReadLines(f).Count() > 400).Select(Path.GetFileName).ShouldBeEmpty();

    [Fact]
    public void No_type_is_called_manager_helper_util_or_service() => Directory.GetFiles(AppContext.BaseDirectory, "Entente.*.dll")
        .Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f))).SelectMany(a => a.GetTypes())
        .Where(t => BadName().IsMatch(t.Name)).Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void Fields_of_the_libraries_that_are_static_are_readonly() => new[] { "Entente.Claims", "Entente.Record" }
        .SelectMany(a => Assembly.Load(a).GetTypes()).Where(t => !t.Name.Contains('<', StringComparison.Ordinal) && t.FullName?.StartsWith("System.", StringComparison.Ordinal) != true)
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(f => !f.IsInitOnly && !f.IsLiteral && !f.Name.Contains('<', StringComparison.Ordinal))
        .Select(f => $"{f.DeclaringType}.{f.Name}").ShouldBeEmpty();

    private static List<string> UsesOfLaterStages(string project, string[] stages)
    {
        var found = new List<string>();
        for (var earlier = 0; earlier < stages.Length; earlier++)
        {
            var folder = Repository.PathOf("src", project, stages[earlier]);
            var later = stages.Skip(earlier + 1).Select(s => $"{project}.{s}").ToArray();
            var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories) : [];
            found.AddRange(files.Where(f => later.Any(File.ReadAllText(f).Contains)));
        }

        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src", project), "*.cs"))
        {
            found.AddRange(stages.Where(s => File.ReadAllText(file).Contains($"using {project}.{s}", StringComparison.Ordinal)).Select(s => $"{file} uses {s}"));
        }

        return found;
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)[;\s]", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("(Manager|Helper|Utils?|Service)$", RegexOptions.ExplicitCapture)]
    private static partial Regex BadName();
}
