using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>Posts and comments found by the elements that repeat, in the kinds of markup that forums and sites use.</summary>
public sealed class HtmlThreadTests
{
    private static readonly (string Author, string Day, string Shown, string Text)[] Talk =
    [
        ("wavebreaker", "2019-09-29", "29 September 2019", "Which anchor holds in the mud of the river, and does a longer chain help when the wind turns?"),
        ("old_salt", "2019-09-29", "29 September 2019", "A longer chain always helps. Mine is thirty years old."),
        ("Mira B.", "2019-10-02", "2 October 2019", "Ask the harbour master, he has seen more anchors than all of us together."),
        ("wavebreaker", "2019-10-04", "4 October 2019", "Thanks, I will buy ten more metres of it."),
    ];

    public static TheoryData<string, string> Forums => new()
    {
        { "list of messages", Page(k => $"""<li class="message {(k % 2 == 0 ? "" : "staff")}" id="post-{900 + k}"><div class="user"><h3><a href="members/m{k % 3}/" class="username">{Talk[k].Author}</a><em class="userTitle">Deck hand</em></h3><dl><dt>Joined:</dt><dd>Jan {4 + k}, 2011</dd><dt>Messages:</dt><dd>1,{k}20</dd></dl></div><div class="messageInfo"><div class="messageContent"><blockquote class="messageText">{Talk[k].Text}</blockquote></div><div class="signature">Ahoy from {Talk[k].Author}</div><div class="messageMeta"><a href="p{k}">{Talk[k].Shown}</a> <a href="r">Report</a> <a href="q">Reply</a></div></div></li>""", "<ol>", "</ol>") },
        { "time elements that show no year", Page(k => $"""<div class="Item ItemComment" id="Comment_{k}1"><span class="Author"><a href="/profile/{k % 3}">{Talk[k].Author}</a></span> <span class="DateCreated"><time datetime="{Talk[k].Day}T10:31:00+00:00">{Talk[k].Shown[..^5]}</time></span><div class="Message">{Talk[k].Text}</div><div class="Reactions"><span>Like</span></div></div>""") },
        { "seconds since 1970", Page(k => $"""<article class="post" data-author="{Talk[k].Author}"><header><abbr class="when" data-time="{DateTimeOffset.Parse(Talk[k].Day + "T12:00:00Z").ToUnixTimeSeconds()}">some time ago</abbr><b>{Talk[k].Author}</b></header><div class="text"><p>{Talk[k].Text}</p></div></article>""") },
        { "rows of a table", Page(k => $"""<tr id="row{k}"><td class="left"><b><a href="/user/{k % 3}">{Talk[k].Author}</a></b><br>Posts: {k}17</td><td class="right"><div class="posted">Posted: {Talk[k].Shown} 10:31</div><div class="cell">{Talk[k].Text}</div></td></tr>""", "<table>", "</table>") },
        { "a header row over each post", Page(k => $"""<tr><td class="head"><a href="/profile/{k % 3}">{Talk[k].Author}</a> on {Talk[k].Shown}</td></tr><tr><td class="wide"><div class="narrow">{Talk[k].Text}</div></td></tr>""", "<table class=\"posts\">", "</table>") },
        { "microdata", Page(k => $"""<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">{Talk[k].Author}</span><meta itemprop="dateCreated" content="{Talk[k].Day}T08:00:00Z"><div itemprop="text">{Talk[k].Text}</div></div>""") },
        { "written out as XML", "<html><head><meta charset=\"utf-8\"/><link rel=\"x\" href=\"y\"/><meta name=\"a\" content=\"b\"/></head><body>" + string.Concat(Talk.Select((t, k) => $"""<div class="post" id="p{k}"><span class="icon"/><div style="clear:both"/><a class="author" href="/user/{k % 3}">{t.Author}</a><p class="date">{t.Shown}</p><div class="content">{t.Text}</div></div>""")) + "</body></html>" },
        { "names that only stand in bold, over the post's own row", Page(k => $"""<tr><td class="side"><div class="thread-profile"><b>{Talk[k].Author}</b></div></td><td class="top">#{k + 1} posted: {Talk[k].Shown}</td></tr><tr class="posting"><td><div class="posting-text hasAds">{Talk[k].Text}</div></td></tr>""", "<table>", "</table>") },
        { "German", Page(k => $"""<div class="beitrag"><p class="autor">Geschrieben von: <a href="/mitglieder/{k % 3}">{Talk[k].Author}</a></p><p>{Talk[k].Shown.Replace("September", "September").Replace("October", "Oktober").Replace(" ", ". ", StringComparison.Ordinal).Replace(". 2019", " 2019")}, 10:31 Uhr</p><div class="inhalt">{Talk[k].Text}</div><p><a href="#m{k}">Beitrag melden</a></p></div>""") },
    };

    [Theory]
    [MemberData(nameof(Forums))]
    public void Posts_are_told_apart_with_author_day_and_text(string kind, string html)
    {
        var posts = Comments(html);
        posts.Select(p => p.Text).ShouldBe(Talk.Select(t => t.Text), kind);
        posts.Select(p => p.Block.Author).ShouldBe(Talk.Select(t => t.Author), kind);
        posts.Select(p => p.Block.Posted).ShouldBe(Talk.Select(t => t.Day), kind);
    }

    [Fact]
    public void An_opening_post_outside_the_list_of_answers_is_the_first_post() =>
        Comments("<html><body><main><div class=\"opening\"><h1>Anchors in mud</h1>" + Vanilla(0) + "</div><h2>Answers</h2><ul>" + string.Concat(Enumerable.Range(1, 3).Select(k => $"<li class=\"answer\" id=\"a{k}\">{Vanilla(k)}</li>")) + "</ul></main></body></html>")
            .Select(p => p.Text).ShouldBe(Talk.Select(t => t.Text));

    [Fact]
    public void Comments_that_lie_in_each_other_answer_each_other()
    {
        var comments = Comments(Commented("<ol class=\"commentlist\"><li class=\"comment\" id=\"comment-1\">" + Comment(0) + "<ol class=\"children\"><li class=\"comment\" id=\"comment-2\">" + Comment(1)
            + "<ol class=\"children\"><li class=\"comment\" id=\"comment-3\">" + Comment(2) + "</li></ol></li></ol></li><li class=\"comment\" id=\"comment-4\">" + Comment(3) + "</li></ol>"));
        comments.Select(c => c.Text).ShouldBe(Talk.Select(t => t.Text));
        comments.Select(c => c.Block.Depth).ShouldBe([0, 1, 2, 0]);
        comments.Select(c => c.Block.ReplyTo).ShouldBe([null, "wavebreaker", "old_salt", null]);
    }

    [Fact]
    public void Depth_is_read_from_a_class_where_comments_stand_side_by_side() =>
        Comments(Commented(string.Concat(new[] { 1, 2, 2, 1 }.Select((depth, k) => $"<div class=\"comment depth-{depth}\" id=\"comment-{k}\">{Comment(k)}</div>")))).Select(c => c.Block.Depth).ShouldBe([0, 1, 1, 0]);

    [Fact]
    public void Names_after_in_reply_to_tell_the_depth_of_comments_side_by_side()
    {
        var to = new[] { "", " in reply to wavebreaker", " in reply to old_salt", "" };
        var comments = Comments(Commented(string.Concat(Enumerable.Range(0, 4).Select(k => $"<div class=\"comment\" id=\"comment-{k}\"><div class=\"head\"><b class=\"author\">{Talk[k].Author}</b> <time datetime=\"{Talk[k].Day}\">{Talk[k].Shown}</time>{to[k]}</div><div class=\"text\">{Talk[k].Text}</div></div>"))));
        comments.Select(c => c.Block.ReplyTo).ShouldBe([null, "wavebreaker", "old_salt", null]);
        comments.Select(c => c.Block.Depth).ShouldBe([0, 1, 2, 0]);
    }

    [Fact]
    public void Comments_leave_the_article_as_it_is()
    {
        var document = Read(Commented(string.Concat(Enumerable.Range(0, 4).Select(k => $"<div class=\"comment\" id=\"comment-{k}\">{Comment(k)}</div>"))));
        document.Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Span.In(document.Text)).ShouldBe(Article);
        document.Blocks.Count(b => b.Role == BlockRole.Comment).ShouldBe(4);
    }

    [Fact]
    public void A_long_text_in_the_shape_of_its_comments_is_what_they_comment_on()
    {
        var text = string.Concat(Enumerable.Range(1, 20).Select(n => $"<p>On day {n} of the voyage the wind turned again, and we held the anchor chain with all hands until the evening came.</p>"));
        string Entry(int k, string body) => $"<article class=\"entry comment-{k}\"><a class=\"author\" href=\"/profile/{k}\">{Talk[k].Author}</a> <time datetime=\"{Talk[k].Day}\">{Talk[k].Shown}</time><div class=\"said\">{body}</div></article>";
        var document = Read($"<html><head><title>Anchors in mud</title></head><body><h1>Anchors in mud</h1>{Entry(0, text)}<div class=\"comments\">{Entry(1, Talk[1].Text)}{Entry(2, Talk[2].Text)}{Entry(3, Talk[3].Text)}</div></body></html>");
        document.Blocks.Count(b => b.Role == BlockRole.Body).ShouldBe(20);
        document.Blocks.Count(b => b.Role == BlockRole.Comment).ShouldBe(3);
    }

    [Fact]
    public void Teasers_with_author_and_day_are_no_posts()
    {
        var html = Commented("", string.Concat(Talk.Select((t, k) => $"<div class=\"post\" id=\"story-{k}\"><h3><a href=\"/story/{k}\">Story {(char)('A' + k)} of the harbour told again by others</a></h3><span class=\"author\">{t.Author}</span> <time datetime=\"{t.Day}\">{t.Shown}</time><p>{t.Text}</p></div>")));
        Comments(html).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_of_books_with_the_days_on_which_they_appear_is_no_thread()
    {
        var books = string.Concat(new[] { "The Ice Road by Ada Example (May 13th)", "Tide Tables by Ben Muster (May 20th)", "Harbour Lights by Cleo Probe (May 27th)", "A Long Chain by Dan Essai (May 6th)" }
            .Select((t, k) => $"<h3>{t}</h3><p>{Article[k % 3]}</p>"));
        Comments($"<html><head><title>Books of May</title></head><body><main><h1>Books of May</h1>{books}</main></body></html>").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<div class=\"post\" id=\"p1\"><a href=\"/user/1\">ada</a> 3 March 2021 <p>Some words here.</p>", "</div>")]
    [InlineData("<div class=\"comment\"><time datetime=\"2021-03-03\">x</time>", "")]
    [InlineData("<p class=\"post\">word 3 March 2021", "</p>")]
    public void Many_posts_beside_or_in_each_other_are_read_in_time(string open, string close)
    {
        const int Many = 60_000;
        var html = new StringBuilder("<html><body>");
        for (var k = 0; k < Many; k++)
        {
            html.Append(open).Append(close);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read(html.ToString()).Text.ShouldNotBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static readonly string[] Article =
    [
        "The harbour of Arcadia froze over on Monday for the first time in forty years, and the ferries stayed at their berths until the evening.",
        "The harbour master said that he did not expect the ice to break before the weekend, and that he had asked for a tug from the capital.",
        "Fishermen carried their catch across the ice on sledges, as their grandfathers had done, and sold it on the quay before noon.",
    ];

    private static string Page(Func<int, string> post, string open = "<div>", string close = "</div>") => $"<html><head><title>Anchors in mud</title></head><body><h1>Anchors in mud</h1>{open}{string.Concat(Enumerable.Range(0, Talk.Length).Select(post))}{close}</body></html>";

    private static string Vanilla(int k) => $"<div class=\"who\"><a class=\"username\" href=\"/profile/{k % 3}\">{Talk[k].Author}</a> <time datetime=\"{Talk[k].Day}\">{Talk[k].Shown}</time></div><div class=\"userContent\">{Talk[k].Text}</div>";

    private static string Comment(int k) => $"<div class=\"comment-author\">{Talk[k].Author}</div><div class=\"comment-meta\">{Talk[k].Shown} at 10:31</div><div class=\"comment-content\"><p>{Talk[k].Text}</p></div><a href=\"#r{k}\">Reply</a>";

    private static string Commented(string comments, string after = "") =>
        $"<html><head><title>The harbour freezes</title></head><body><article><h1>The harbour freezes</h1><div class=\"story\">{string.Concat(Article.Select(p => $"<p>{p}</p>"))}</div></article><section id=\"comments\"><h3>4 Comments</h3>{comments}</section>{after}</body></html>";

    private static Document Read(string html) => Reader.Read(new Claims.Page("p", Encoding.UTF8.GetBytes(html))).Documents[0];

    private static List<(string Text, Block Block)> Comments(string html)
    {
        var document = Read(html);
        return [.. document.Blocks.Where(b => b.Role == BlockRole.Comment).Select(b => (b.Span.In(document.Text), b))];
    }
}
