using System.Text;
using Entente.Claims;
using Entente.Claims.Scoring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Scoring;

/// <summary>Gold in JSON lines and in fences, and what is wrong with what can't be read.</summary>
public sealed class GoldReaderTests
{
    [Fact]
    public void Lines_hold_texts_and_pages()
    {
        var items = Lines("""
            {"id": "a", "text": "Kenya condemned Somalia.", "date": "2019-02-01", "publisher": "Harbour Post", "claims": ["ACCUSE"], "part": "dev", "tags": ["active"]}

            {"id": "b", "page": "pages/b.html", "claims": [{"quote": "It met.", "claim": "CONSULT"}], "more": true, "furniture": ["Sign in"], "published": "2019-02"}
            """);
        (items[0].Id, items[0].Page.Form, items[0].Page.Given.Date, items[0].Page.Given.Publisher, items[0].Part, items[0].HasMore).ShouldBe(("a", PageForm.Prepared, new DateOnly(2019, 2, 1), "Harbour Post", "dev", false));
        (items[0].Claims.Single().Type, items[0].Tags.Single()).ShouldBe((EventType.Accuse, "active"));
        Encoding.UTF8.GetString(items[1].Page.Content.Span).ShouldBe("<p>pages/b.html</p>");
        (items[1].Claims.Single().Quote, items[1].HasMore, items[1].Furniture.Single(), items[1].Published).ShouldBe(("It met.", true, "Sign in", DateInterval.Month(2019, 2)));
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("""{"text": "x", "claims": []}""", "\"id\"")]
    [InlineData("""{"id": "a", "claims": []}""", "\"text\" or \"page\"")]
    [InlineData("""{"id": "a", "text": "x"}""", "\"claims\"")]
    [InlineData("""{"id": "a", "text": "x", "claims": ["VISIT"]}""", "VISIT")]
    [InlineData("""{"id": "a", "text": "x", "claims": [{"quote": "x"}]}""", "a claim is a line")]
    [InlineData("""{"id": "a", "text": "x", "date": "May 1999", "claims": []}""", "May 1999")]
    [InlineData("""{"id": "a", "text": "x", "published": "May", "claims": []}""", "May")]
    [InlineData("{\"id\": \"a\", \"text\": \"x\", \"claims\": []}\n{\"id\": \"a\", \"text\": \"y\", \"claims\": []}", "two items")]
    public void A_wrong_line_says_what_is_wrong(string lines, string about) => Should.Throw<FormatException>(() => Lines(lines)).Message.ShouldContain(about);

    [Fact]
    public void Fences_hold_a_date_sentences_and_claims()
    {
        var items = Fences("# Page\n```claims\ndate: 2019-02-01\npublisher: Harbour Post\nKenya condemned Somalia.\nIt said so twice.\n-> ACCUSE\n-> …\n```\n```text\nno\n```\n```claims\nIt rained.\n-> nothing\n```\n");
        items.Select(i => i.Id).ShouldBe(["p.md:2", "p.md:13"]);
        Encoding.UTF8.GetString(items[0].Page.Content.Span).ShouldBe("Kenya condemned Somalia.\nIt said so twice.");
        (items[0].Page.Given.Date, items[0].Page.Given.Publisher, items[0].HasMore, items[0].Claims.Count).ShouldBe((new DateOnly(2019, 2, 1), "Harbour Post", true, 1));
        (items[1].HasMore, items[1].Claims.Count).ShouldBe((false, 0));
    }

    [Theory]
    [InlineData("```claims\nIt rained.\n```\n")]
    [InlineData("```claims\n-> nothing\n```\n")]
    [InlineData("```claims\nIt rained.\n-> nothing\n-> ACCUSE\n```\n")]
    [InlineData("```claims\nIt rained.\n-> nothing\n")]
    [InlineData("```claims\nIt rained.\n-> RAIN\n```\n")]
    public void A_wrong_fence_is_told_with_its_line(string page) => Should.Throw<FormatException>(() => Fences(page)).Message.ShouldContain("p.md");

    private static IReadOnlyList<GoldItem> Lines(string text) => GoldReader.ReadLines("g", new StringReader(text), path => Encoding.UTF8.GetBytes($"<p>{path}</p>"));

    private static IReadOnlyList<GoldItem> Fences(string text) => GoldReader.ReadFences("p.md", new StringReader(text));
}
