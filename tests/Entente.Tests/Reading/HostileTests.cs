using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>
/// Pages made to hurt: each is read to its end, keeps the invariants, and costs no more than its length. Cost is what is allocated, for that does not depend on the
/// machine; the time limit is there for what would not end at all.
/// </summary>
public sealed class HostileTests
{
    private const int Limit = 240_000;
    private const string Sentence = "The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade. ";

    /// <summary>Name, what stands before, what is repeated, what stands after.</summary>
    public static TheoryData<string, string, string, string> Pages => new()
    {
        { "nested elements", "<html><body>", "<div>", $"<p>{Sentence}</p>" },
        { "nested inline elements", "<html><body>", "<b><i>", Sentence },
        { "nested lists", "<html><body>", "<ul><li>", Sentence },
        { "nested tables", "<html><body>", "<table><tr><td>", Sentence },
        { "nested block quotes of a thread", "<html><body>", "<blockquote class='comment'>Ben wrote:", Sentence },
        { "siblings", "<html><body>", "<p>x</p>", "" },
        { "posts", "<html><body>", "<div class='post'><a class='author' href='/user/ben'>Ben</a><time datetime='2021-03-04'>4 March 2021</time><p>So be it.</p></div>", "" },
        { "articles", "<html><body>", "<article><h2>A title of three words</h2><p>" + Sentence + "</p></article>", "" },
        { "headings", "<html><body>", "<h1>Ruritania and Arcadia sign a pact</h1>", "" },
        { "one attribute", "<html><body><div title='", "a\" b=", $"'><p>{Sentence}</p>" },
        { "attributes", "<html><body><div ", "class=\"post comment author\" ", $"><p>{Sentence}</p>" },
        { "an attribute that never ends", "<html><body>", "<a href=\"x", Sentence },
        { "raw elements that never end", "<html><body>", "<textarea>", Sentence },
        { "raw elements closed at once", "<html><body>", "<iframe/><script/>", Sentence },
        { "comments that never end", "<html><body>", "<!-- ", Sentence },
        { "end tags", "<html><body>", "</span></div></p>", Sentence },
        { "entities", "<html><body><p>", "&amp;&lt;&nosuch;&#0;&#x110000;&", Sentence },
        { "laughs", "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'>", "<!ENTITY lol1 '&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;'>", "]><html><body><p>&lol1;</p>" },
        { "dates", "<html><body><p>", "On 3 March 2021 at 4:05, 05.06.2020. ", "</p>" },
        { "structured data", "<html><head><script type='application/ld+json'>", "{\"a\":[", "</script></head><body><p>" + Sentence },
        { "structured data blocks", "<html><head>", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-04\"}</script>", "</head><body><p>" + Sentence },
        { "meta elements", "<html><head>", "<meta name=author content='Ben Example'><meta property='article:published_time' content='2021-03-04'>", "</head><body><p>" + Sentence },
        { "links", "<html><body><ul>", "<li><a href='javascript:alert(1)'>Ruritania and Arcadia sign a pact</a></li>", "</ul>" },
        { "no-break spaces", "", "\u00a0", Sentence },
        { "direction marks", "", "\u202e\u200f", Sentence },
        { "one line of words", "", "harbour ", "" },
        { "one word", "", "harbour", "" },
        { "empty lines", Sentence, "\n \n", Sentence },
        { "short lines", "", "Harbour\n", "" },
        { "indented lines", "", "    ben in reply to carla. | March 4, 2021 at 6:59 pm\n\nSo be it.\n\n", "" },
        { "date lines", "", "March 4, 2021\n\nRuritania and Arcadia sign a pact\n\nBy Ben Example\n\n" + Sentence + "\n\n", "" },
        { "names and dates", "", "Ben\nMarch 4, 2021 at 6:59 pm\nReply to Carla\nSo be it.\n", "" },
        { "brackets", "", "(See “", "" },
        { "quotation marks", "", "“said ‘she ", "" },
        { "numbered lines", "", "1. Item\n- Item\n• Item\n", "" },
        { "full stops", "", ". . . ", "" },
        { "surrogates in halves", "", "\ud800 ", Sentence },
    };

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Pages))]
    public async Task A_hostile_page_costs_no_more_than_its_length(string name, string before, string piece, string after)
    {
        name.ShouldNotBeNull();
        await Task.Run(() =>
        {
            Cost(before, piece, after, 20_000);
            var (small, large) = (Cost(before, piece, after, 100_000), Cost(before, piece, after, 800_000));
            large.ShouldBeLessThan(12 * small + 4_000_000, "eight times the page may cost eight times the memory and a half more");
        }, TestContext.Current.CancellationToken);
    }

    /// <summary>Bytes allocated for a page of about this length.</summary>
    private static long Cost(string before, string piece, string after, int length)
    {
        var page = new Page("p", Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(piece, length / piece.Length)) + after));
        var start = GC.GetAllocatedBytesForCurrentThread();
        var read = Reader.Read(page);
        var cost = GC.GetAllocatedBytesForCurrentThread() - start;
        Invariants.Check(read);
        return cost;
    }
}
