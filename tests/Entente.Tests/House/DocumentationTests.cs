using System.Xml.Linq;
using Entente.Claims;
using Entente.Cli;
using Shouldly;
using Xunit;

namespace Entente.Tests.House;

/// <summary>What the program can do stands in the documentation.</summary>
public sealed class DocumentationTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("docs", "guide", "cli.md"));

    public static TheoryData<string> VerbNames { get; } = new(Verbs.Root().Subcommands.Select(v => v.Name));

    [Theory]
    [MemberData(nameof(VerbNames))]
    public void Every_verb_and_all_its_options_are_in_the_guide(string name)
    {
        var verb = Verbs.Root().Subcommands.Single(v => v.Name == name);
        Guide.ShouldContain($"`entente {name}");
        verb.Options.Where(o => !o.Hidden && o is not System.CommandLine.Help.HelpOption).Select(o => o.Name).Where(o => !Guide.Contains($"`{o}", StringComparison.Ordinal)).ShouldBeEmpty();
        verb.Description.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void The_record_s_description_has_the_number_of_its_schema() =>
        File.ReadAllText(Repository.PathOf("docs", "record.md")).ShouldContain($"the number of its schema (now {Record.Recording.RecordFile.Schema})");

    [Fact]
    public void Every_problem_code_is_in_the_guide()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "guide", "problems.md"));
        typeof(ProblemCodes).GetFields().Select(f => (string)f.GetValue(null)!).Where(c => !guide.Contains($"`{c}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_type_and_reading_is_in_the_guide()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "guide", "reading-the-record.md"));
        Enum.GetValues<EventType>().Select(CodedNames.Of).Where(t => !guide.Contains(t, StringComparison.Ordinal)).ShouldBeEmpty();
        Enum.GetValues<Readings>().SelectMany(CodedNames.Of).Where(r => !guide.Contains($"**{r}**", StringComparison.Ordinal)).ShouldBeEmpty();
        Enum.GetValues<ClaimKind>().Select(CodedNames.Of).Where(k => !guide.Contains($"**{k}**", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Entente.Claims")]
    [InlineData("Entente.Record")]
    public void Every_public_type_has_a_summary_that_says_something(string library)
    {
        var comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, library + ".xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => m.Element("summary")?.Value.Trim() ?? "", StringComparer.Ordinal);
        var types = System.Reflection.Assembly.Load(library).GetExportedTypes();
        types.Where(t => comments.GetValueOrDefault("T:" + t.FullName!.Replace('+', '.'), "").Length == 0).Select(t => t.FullName).ShouldBeEmpty();
        comments.Where(c => !c.Key.Contains("RegularExpressions.Generated", StringComparison.Ordinal)).Select(c => c.Value).Where(c => c.StartsWith("Gets or sets", StringComparison.Ordinal) || c.StartsWith("Represents", StringComparison.Ordinal)
            || c.StartsWith("Performs", StringComparison.Ordinal) || c.StartsWith("Initializes", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_table_says_what_it_is_and_under_which_licence()
    {
        foreach (var file in Repository.Files("data", "*.tsv"))
        {
            var head = string.Join('\n', File.ReadLines(file).TakeWhile(l => l.StartsWith('#')));
            head.ShouldContain("icence", Case.Insensitive, Path.GetFileName(file));
        }
    }

    [Fact]
    public void Links_between_the_documents_lead_somewhere()
    {
        foreach (var file in Repository.Files("docs", "*.md").Append(Repository.PathOf("README.md")))
        {
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"\]\((?<to>[^)#:]+)(#[^)]*)?\)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture))
            {
                var target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups["to"].Value);
                (File.Exists(target) || Directory.Exists(target)).ShouldBeTrue($"{Path.GetFileName(file)} → {link.Groups["to"].Value}");
            }
        }
    }
}
