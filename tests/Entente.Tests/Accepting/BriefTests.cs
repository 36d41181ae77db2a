using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Entente.Claims;
using Entente.Claims.Accepting;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Accepting;

/// <summary>The page that is given to other coders: what it tells them to write is taken, and its lists are those of the tables.</summary>
public sealed partial class BriefTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "guide", "brief-a-coder.md"));

    [Fact]
    public void Every_example_is_taken_and_none_is_doubted_and_most_are_as_Entente_codes_them()
    {
        using var pages = new Pages();
        Pages.Read(pages.Record(), [Repository.PathOf("samples")]);
        var lines = Examples().Matches(Page).Select(m => JsonNode.Parse(m.Groups["found"].Value)!).ToList();
        lines.SelectMany(l => l["claims"]!.AsArray()).Select(c => (string)c!["kind"]!).ToHashSet().SetEquals(Enum.GetValues<ClaimKind>().Select(CodedNames.Of)).ShouldBeTrue();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            var report = new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(
                new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => l.ToJsonString())))), new AcceptOptions { FindQuotes = true }, n => n.Problem.Code.ShouldBe(ProblemCodes.ClaimMoved, n.Problem.Message));
            (report.Documents, report.Refused, report.Doubted).ShouldBe((lines.Count, 0, 0));
        }

        var coder = Archive.Open(pages.Record()).Coders().Single();
        coder.Coder.ShouldBe("example/1");
        coder.Same.ShouldBeGreaterThanOrEqualTo(6, "who follows the page codes as Entente does, where Entente finds the claim");
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("factuality.readings")]
    [InlineData("time.basis", "stated", "relative", "era", "elsewhere", "published", "tense")]
    [InlineData("actor `kind`")]
    [InlineData("actor `sector`")]
    [InlineData("chain `kind`")]
    [InlineData("membership.standing")]
    [InlineData("agreement.state")]
    [InlineData("position.stance")]
    [InlineData("contexts")]
    public void A_closed_list_is_whole(string member, params string[] given)
    {
        var known = member switch
        {
            "kind" => Enum.GetValues<ClaimKind>().Select(CodedNames.Of),
            "factuality.readings" => Enum.GetValues<Readings>().Where(r => r != Readings.None).SelectMany(CodedNames.Of),
            "actor `kind`" => Enum.GetValues<ActorKind>().Select(CodedNames.Of),
            "actor `sector`" => Table.Shipped("sectors").Rows.Select(r => r.Required("code")),
            "chain `kind`" => Enum.GetValues<SourceKind>().Select(CodedNames.Of),
            "membership.standing" => ClaimTypes.Of(ClaimKind.Membership),
            "agreement.state" => ClaimTypes.Of(ClaimKind.Agreement),
            "position.stance" => ClaimTypes.Of(ClaimKind.Position),
            "contexts" => Table.Shipped("plover-contexts").Rows.Select(r => r.Required("context")),
            _ => given,
        };
        Listed(Page.Split('\n').Single(l => l.StartsWith($"| {(member.Contains('`', StringComparison.Ordinal) ? member : $"`{member}`")} |", StringComparison.Ordinal)).Split('|')[2]).ShouldBe(known, ignoreOrder: true);
    }

    [Fact]
    public void The_types_have_their_modes_and_the_propositions_their_parties()
    {
        foreach (var type in ClaimTypes.Of(ClaimKind.Event))
        {
            Listed(Page.Split('\n').Single(l => l.StartsWith($"| `{type}` |", StringComparison.Ordinal)).Split('|')[2]).ShouldBe(ClaimTypes.Modes(type), ignoreOrder: true);
        }

        var rows = Table.Shipped("propositions").Rows.ToLookup(r => r["parties"] ?? "0", r => r.Required("id"));
        foreach (var (parties, beginning) in new[] { ("0", "**About nobody**: "), ("1", "**With one country or organisation** (`isolated:RUS`): "), ("2", "**With two** (`alliance:CHN-RUS`): ") })
        {
            var line = Page.Split('\n').Single(l => l.Contains(beginning, StringComparison.Ordinal));
            Listed(line[(line.IndexOf(beginning, StringComparison.Ordinal) + beginning.Length)..]).ShouldBe(rows[parties], ignoreOrder: true);
        }
    }

    private static IEnumerable<string> Listed(string cell) => Quoted().Matches(cell).Select(m => m.Groups["found"].Value);

    [GeneratedRegex("^```json\\n(?<found>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Examples();

    [GeneratedRegex("`(?<found>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
