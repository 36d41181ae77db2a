using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Entente.Claims.Reading.Html;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class HtmlReaderTests
{
    private const string Story = """
        <!DOCTYPE html><html lang="en"><head><title>A pact on the harbour | The Example Times</title>
        <meta property="og:site_name" content="The Example Times"><link rel="canonical" href="https://times.example/2021/03/03/a-pact">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"A pact on the harbour","datePublished":"2021-03-03T10:00:00Z","author":[{"@type":"Person","name":"Ada Example"},{"name":"Ben Muster"}]}</script></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <div class="page"><article><h1>A pact on the harbour</h1><p class="standfirst">Two neighbours agree on ships, fees and a commission.</p>
        <p class="byline">By <a rel="author" href="/ada">Ada Example</a> and Ben Muster</p><time datetime="2021-03-03">3 March</time>
        <div class="article-body"><p>The governments of Ruritania &amp; Arcadia signed a pact on their   common harbour on Tuesday,
        and both capitals called it the closest step in a decade.</p>
        <figure><img src="x.jpg"><figcaption>The harbour at dawn. Photo: Example Pictures</figcaption></figure>
        <div class="ad-slot">Buy this boat now</div>
        <h2>What it says</h2><p>The pact lets ships of Arcadia use the harbour for twenty years, and it sets up a commission.</p>
        <blockquote>“It is a good day for every sailor on both shores,” the harbour master said.</blockquote>
        <ul><li>Fees fall by a tenth in the first year.</li><li>Pilots of both countries may serve.</li></ul>
        <p><a href="/other">Read more: Arcadia looks east for partners</a></p></div>
        <div class="related-posts"><a href="/1">Another story about the sea entirely</a></div></article></div>
        <footer>Copyright The Example Times</footer><script>var x = "<p>no text</p>";</script></body></html>
        """;

    [Fact]
    public void The_parts_of_an_article_have_their_roles()
    {
        var document = Read(Story).Documents.ShouldHaveSingleItem();
        document.Title.ShouldBe("A pact on the harbour");
        document.Authors.ShouldBe(["Ada Example", "Ben Muster"]);
        document.Publisher.ShouldBe("The Example Times");
        document.Uri.ShouldBe("https://times.example/2021/03/03/a-pact");
        document.DateEvidence.Where(e => e.Bound == DateBound.On).Select(e => e.Kind).Distinct().ShouldBe(["jsonld", "url", "time"], ignoreOrder: true);
        document.Blocks.Select(b => b.Role.ToString().ToLowerInvariant()).ShouldBe(
            ["furniture", "title", "deck", "byline", "dateline", "body", "caption", "advert", "title", "body", "quote", "list", "list", "crossref", "crossref", "furniture"]);
        document.Text.ShouldContain("Ruritania & Arcadia signed a pact on their common harbour on Tuesday, and both");
    }

    [Fact]
    public void Text_of_equal_length_is_the_pages_own_and_entities_map_to_their_place()
    {
        var read = Read(Story);
        Invariants.Check(read, read.Documents[0]);
        var document = read.Documents[0];
        var ampersand = document.Text.IndexOf('&', StringComparison.Ordinal);
        document.Source.ShouldContain(r => r.Text.Start == ampersand && r.Page.In(read.Decoded) == "&amp;");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_mixture_of_markup_keeps_the_invariants(int seed)
    {
        string[] pieces = ["<div>", "</div>", "<p", ">", " class='a", "\"", "<!--", "-->", "&amp;", "&#x1F600;", "&nosuch;", "<br>", "text ", "<script>", "</script>", "<a href=x>", "</a>", "<table><tr><td>", "</table>", "\u00a0 ", "😀", "<![CDATA[", "<li>", "</p>", "A sentence that is long enough to be called running text by the reader of pages. ", "<h1>Title of it</h1>", "<title>", "\0", "<b>", "</b>", "<svg>", "</svg>"];
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var read = Read(html);
            foreach (var document in read.Documents)
            {
                Invariants.Check(read, document);
            }
        }
    }

    [Fact]
    public void Endless_nesting_is_cut_off_and_reported()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 200_000)) + "<p>The text at the bottom of it all is still read, as every text on every page should be.</p>";
        var document = Read(html).Documents.ShouldHaveSingleItem();
        document.Text.ShouldContain("at the bottom of it all");
        document.Problems.ShouldContain(p => p.Code == ProblemCodes.TooLarge);
    }

    [Theory]
    [InlineData("<a href=\"")]
    [InlineData("<div class='x' ")]
    [InlineData("</span>")]
    [InlineData("<![")]
    [InlineData("&amp")]
    [InlineData("<title>")]
    public void What_is_never_closed_still_ends(string piece) => Read(string.Concat(Enumerable.Repeat(piece, 50_000))).ShouldNotBeNull();

    [Theory]
    [InlineData("<iframe src='x' width='0'/>")]
    [InlineData("<script src='x'/>")]
    [InlineData("<script src='x'/><div>Menu</div><script>var a = '</p>';</script>")]
    [InlineData("<textarea>")]
    public void A_raw_element_that_is_closed_at_once_or_never_swallows_nothing(string piece)
    {
        const string text = "The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.";
        Read($"<html><body>{piece}<p>{text}</p></body></html>").Documents.ShouldHaveSingleItem().Text.ShouldContain(text);
    }

    [Theory]
    [InlineData("article__body js-body", "Body")]
    [InlineData("articleBody", "Body")]
    [InlineData("comment-list", "Comments")]
    [InlineData("posting hasAds no-sidebar", "None")]
    [InlineData("shadow", "None")]
    public void Class_names_are_read_word_by_word(string name, string hints) => (HintReader.OfName(name) & ~HtmlHints.Post).ToString().ShouldBe(hints);

    public static TheoryData<string, string> HintRows => [.. Table.Shipped("reading-hints").Rows.Select(r => (r.Required("kind"), r.Required("example")))];

    [Theory]
    [MemberData(nameof(HintRows))]
    public void Each_row_of_hints_knows_its_example(string kind, string example) =>
        HintReader.OfName(example.Split('"')[1]).HasFlag(Enum.Parse<HtmlHints>(kind, ignoreCase: true)).ShouldBeTrue();

    [Fact]
    public void Two_article_elements_are_two_documents()
    {
        const string text = "<p>The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.</p>";
        var html = "<html><body><main>" + string.Concat(new[] { "A pact on the harbour", "The ferries sail again" }.Select(t => $"<article><h2>{t}</h2>{string.Concat(Enumerable.Repeat(text, 6))}</article>")) + "</main></body></html>";
        var read = Read(html);
        read.Documents.Select(d => (d.Id, d.Title)).ShouldBe([("p#1", "A pact on the harbour"), ("p#2", "The ferries sail again")]);
        foreach (var document in read.Documents)
        {
            Invariants.Check(read, document);
        }
    }

    [Fact]
    public void The_day_shown_narrows_an_instant_of_another_time_zone()
    {
        var document = Read(Story.Replace("<time datetime=\"2021-03-03\">3 March</time>", "<div>2 March 2021</div>", StringComparison.Ordinal)).Documents[0];
        document.DateEvidence.ShouldContain(e => e.Kind == "jsonld" && e.Interval == new DateInterval(new DateOnly(2021, 3, 2), new DateOnly(2021, 3, 3)));
        document.DateEvidence.ShouldContain(e => e.Kind == "dateline" && e.Interval == DateInterval.Day(new DateOnly(2021, 3, 2)));
    }

    [Fact]
    public void A_bot_check_is_a_wall() =>
        Read("<html><body><h1>Just a moment...</h1><p>Verify you are human by completing the action below.</p></body></html>").Documents[0].Problems.ShouldContain(p => p.Code == ProblemCodes.Wall);

    private static ReadPage Read(string html) => Reader.Read(new Page("p", Encoding.UTF8.GetBytes(html)) { Form = PageForm.Html });
}
