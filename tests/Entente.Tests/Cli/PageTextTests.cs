using Entente.Claims;
using Entente.Cli;
using Entente.Record;
using Shouldly;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>`entente show page` tells what was kept and dropped, and why.</summary>
public sealed class PageTextTests
{
    [Fact]
    public void Each_block_stands_with_its_role_and_reason_and_furniture_on_one_line()
    {
        const string text = "Home\nNews\n\nA pact on the harbour\n\nThey signed it.\n\nSo be it.";
        var view = new DocumentView(new DocumentRow("d1", "sha256:0", ["a.html"]) { Title = "A pact on the harbour", Dropped = 0.2, Confidence = 0.9 }, text)
        {
            Blocks =
            [
                Block(text, "Home\nNews", BlockRole.Furniture, "menu"),
                Block(text, "A pact on the harbour", BlockRole.Title, "first heading"),
                Block(text, "They signed it.", BlockRole.Body, "paragraph of the main column"),
                Block(text, "So be it.", BlockRole.Comment, "header with name") with { Author = "ben", Posted = "2021-03-04", ReplyTo = "carla", Depth = 1 },
            ],
        };
        var output = new StringWriter { NewLine = "\n" };
        PageText.Write(output, view);
        var lines = output.ToString().Split('\n');
        lines.ShouldContain("kept 65 %, readers' comments 15 %, dropped as furniture 20 %; sure of the article 0.90");
        lines.ShouldContain("  - [furniture: menu] Home News");
        lines.ShouldContain("[body: paragraph of the main column]");
        lines.ShouldContain("  [comment: header with name] ben, 2021-03-04 → carla");
    }

    [Fact]
    public void What_the_day_rests_on_stands_under_the_head()
    {
        const string text = "They mark the 80th anniversary of the landings.";
        var view = new DocumentView(new DocumentRow("d1", "sha256:0", ["a.html"]), text)
        {
            DateEvidence =
            [
                new DateEvidence("anniversary", DateBound.On, DateInterval.Year(2024), 0.6) { Span = new TextSpan(14, 16), Why = "tells of an anniversary", Knowledge = "Landings, 1944-06-06" },
                new DateEvidence("comment", DateBound.NotAfter, DateInterval.Day(new DateOnly(2024, 6, 9)), 0.9) { Why = "the first comment" },
            ],
        };
        var output = new StringWriter { NewLine = "\n" };
        PageText.Write(output, view);
        output.ToString().ShouldContain("dated by anniversary: 2024-01-01/2024-12-31 “80th anniversary”, tells of an anniversary [known: Landings, 1944-06-06]");
        output.ToString().ShouldContain("dated by comment: not after 2024-06-09, the first comment");
    }

    private static Block Block(string text, string words, BlockRole role, string reason)
    {
        var span = new TextSpan(text.IndexOf(words, StringComparison.Ordinal), words.Length);
        return new Block(span, role, span) { Reason = reason };
    }
}
