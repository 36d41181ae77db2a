using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class ThreadTests
{
    private const string Board = """
        Harbour talk

        Index » Boats » Which anchor holds in mud

        #1 2019-09-29 10:46:47

        wavebreaker

        Member

        Posts: 24

        Which anchor holds in the mud of the river, and does a longer chain help at all when the wind turns?

        Quote

        #2 2019-09-29 12:01:10

        old_salt

        Moderator

        Posts: 2,311

        A longer chain always helps, whatever the anchor. I have used the same one for thirty years.

        Quote

        #3 2019-09-30 08:00:00

        wavebreaker

        Member

        Posts: 25

        Thanks, I will buy ten more metres of it and try again next week.

        Quote
        """;

    private const string Commented = """
        <html><head><title>The harbour freezes - Example Post</title></head><body><article><h1>The harbour freezes</h1>
        <div class="entry-content"><p>The harbour of Arcadia froze over on Monday for the first time in forty years, and the ferries stayed at their berths.</p>
        <p>The harbour master said that he did not expect the ice to break before the weekend, and that he had asked for a tug from the capital.</p></div></article>
        <div id="comments"><h3>2 Comments</h3><ol>
        <li class="comment"><b>nils</b><span> </span><div>January 5, 2021 at 7:01 am</div><p>I walked across it this morning with my dog.</p>
          <ul><li class="comment"><b>mira</b><div>January 5, 2021 at 9:30 am</div><p>Brave dog, if you ask me about it.</p></li></ul></li></ol></div></body></html>
        """;

    [Fact]
    public void Posts_are_found_by_what_repeats()
    {
        var posts = Comments(Board, PageForm.Text);
        posts.Select(p => (p.Author, p.Posted)).ShouldBe([("wavebreaker", "2019-09-29"), ("old_salt", "2019-09-29"), ("wavebreaker", "2019-09-30")]);
    }

    [Fact]
    public void Comments_under_an_article_are_not_its_text()
    {
        var read = Reader.Read(new Page("p", Encoding.UTF8.GetBytes(Commented)) { Form = PageForm.Html });
        var document = read.Documents.ShouldHaveSingleItem();
        document.Blocks.Count(b => b.Role == BlockRole.Body).ShouldBe(2);
        document.Blocks.Where(b => b.Role == BlockRole.Comment).Select(b => (b.Author, b.Posted, b.Depth)).ShouldBe([("nils", "2021-01-05", 0), ("mira", "2021-01-05", 1)]);
        Invariants.Check(read, document);
    }

    [Theory]
    [InlineData("ada in reply to ben. | March 18, 2023 at 6:59 pm", "ada", "ben", "2023-03-18")]
    [InlineData("ada | March 18, 2023 at 6:59 pm", "ada", null, "2023-03-18")]
    public void A_header_may_tell_itself(string line, string author, string? to, string posted)
    {
        var header = CommentHeaders.Whole(new PageLine(new Segment(line, [], default), DateOrder.Unknown))!;
        (header.Author, header.ReplyTo, header.Posted).ShouldBe((author, to, posted));
    }

    private static List<Block> Comments(string text, PageForm form) => [.. Reader.Read(new Page("p", Encoding.UTF8.GetBytes(text)) { Form = form }).Documents.SelectMany(d => d.Blocks).Where(b => b.Role == BlockRole.Comment)];
}
