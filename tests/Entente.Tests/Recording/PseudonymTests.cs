using System.Text;
using Entente.Claims;
using Entente.Record.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

public sealed class PseudonymTests
{
    private static readonly (BlockRole Role, string Text, string? Author, string? ReplyTo)[] Parts =
    [
        (BlockRole.Body, "Old Hand Lane is a street in Harbour Town, where Jordan met the minister.", null, null),
        (BlockRole.Byline, "Old Hand", null, null),
        (BlockRole.Comment, "A street? @Jordan should know better.", "Old Hand", null),
        (BlockRole.Byline, "Jordan, in reply to Old Hand", null, null),
        (BlockRole.Comment, "The Jordan is a river, Old Hand 😀.", "Jordan", "Old Hand"),
    ];

    [Fact]
    public void Those_who_comment_get_pseudonyms_and_the_article_stays_as_it_is()
    {
        var page = Page();
        var document = Pseudonyms.Apply(page).Documents.Single();
        var old = document.Blocks[2].Author!;
        var jordan = document.Blocks[4].Author!;

        old.ShouldMatch("^commenter [0-9a-f]{4}$");
        document.Blocks[4].ReplyTo.ShouldBe(old);
        document.Blocks.Select(b => b.Span.In(document.Text)).ShouldBe(
        [
            Parts[0].Text, old, $"A street? @{jordan} should know better.", $"{jordan}, in reply to {old}", $"The Jordan is a river, {old} 😀.",
        ]);
    }

    [Fact]
    public void The_same_name_is_another_pseudonym_on_another_page()
    {
        var one = Pseudonyms.Apply(Page()).Documents.Single().Blocks[2].Author;
        var other = Pseudonyms.Apply(Page() with { Page = new Page("p", Encoding.UTF8.GetBytes("another page")) }).Documents.Single().Blocks[2].Author;
        other.ShouldNotBe(one);
    }

    [Fact]
    public void Evidence_after_a_name_moves_with_the_text()
    {
        var page = Page();
        var text = page.Documents[0].Text;
        var river = text.IndexOf("river", StringComparison.Ordinal);
        page = page with { Documents = [page.Documents[0] with { Problems = [new Problem("ENT010", "x", new TextSpan(river, 5))] }] };
        var moved = Pseudonyms.Apply(page).Documents.Single();
        moved.Problems.Single().Span!.Value.In(moved.Text).ShouldBe("river");
    }

    private static ReadPage Page()
    {
        var (text, blocks) = (new StringBuilder(), new List<Block>());
        foreach (var part in Parts)
        {
            var span = new TextSpan(text.Length, part.Text.Length);
            blocks.Add(new Block(span, part.Role, span) { Author = part.Author, ReplyTo = part.ReplyTo });
            text.Append(part.Text).Append("\n\n");
        }

        var page = new Page("p", Encoding.UTF8.GetBytes(text.ToString()));
        return new ReadPage(page, text.ToString(), [new Document("p", text.ToString(), blocks)]);
    }
}
