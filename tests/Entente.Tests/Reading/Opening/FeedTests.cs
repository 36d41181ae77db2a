using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.MailTests;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class FeedTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- made by hand -->
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
          <title>Harbour Digest</title><link>https://digest.example/</link><image><title>Logo</title></image>
          <item>
            <title>Ministers &amp; envoys meet in Astana</title>
            <link>https://digest.example/1</link><dc:creator>Ada Example</dc:creator><pubDate>Fri, 17 Mar 2023 10:02:00 GMT</pubDate>
            <media:content url="x.jpg"/><media:title>A picture</media:title>
            <description>A short summary of it.</description>
            <content:encoded><![CDATA[<p>The ministers &amp; envoys of both countries met in Astana on <b>Friday</b>, officials said.</p><blockquote>“We signed an agreement on gas,” the minister told reporters.</blockquote>]]></content:encoded>
            <source url="https://wire.example/feed">Meridian Wire</source>
          </item>
          <item>
            <title><![CDATA[Trade grows <i>again</i>]]></title>
            <guid>https://digest.example/2</guid><author>ben@example.org (Ben Muster)</author><pubDate>18 Mar 2023 08:00 +0100</pubDate>
            <description>&lt;p&gt;Trade between the two countries grew by a fifth in 2022, customs figures say&amp;#8230;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Gas &amp;amp; oil led the list&lt;/li&gt;&lt;/ul&gt;</description>
          </item>
        </channel></rss>
        """;

    [Fact]
    public void Each_item_is_a_document_with_its_own_address_author_and_day()
    {
        var read = Reader.Read(Open(Bytes(Rss), "feed.xml").Pages().ShouldHaveSingleItem() with { Id = "feed", Given = new PageFacts { Uri = "https://digest.example/feed" } });
        read.Documents.Select(d => d.Id).ShouldBe(["feed#1", "feed#2"]);
        read.Documents.Select(d => d.Uri).ShouldBe(["https://digest.example/1", "https://digest.example/2"]);
        read.Documents.Select(d => d.Title).ShouldBe(["Ministers & envoys meet in Astana", "Trade grows again"]);
        read.Documents.Select(d => d.Authors.Single()).ShouldBe(["Ada Example", "Ben Muster"]);
        read.Documents.ShouldAllBe(d => d.Publisher == "Harbour Digest");
        read.Documents.Select(d => d.DateEvidence.First(e => e.Kind == "feed").Interval).ShouldBe([DateInterval.Day(new DateOnly(2023, 3, 17)), DateInterval.Day(new DateOnly(2023, 3, 18))]);
        Shown(read.Documents[0], BlockRole.Body).ShouldBe(["The ministers & envoys of both countries met in Astana on Friday, officials said."]);
        Shown(read.Documents[0], BlockRole.Quote).Count.ShouldBe(1);
        Shown(read.Documents[1], BlockRole.Body).ShouldBe(["Trade between the two countries grew by a fifth in 2022, customs figures say…"]);
        Shown(read.Documents[1], BlockRole.List).ShouldBe(["Gas & oil led the list"]);
    }

    [Fact]
    public void Positions_lead_back_through_entities_and_marked_sections()
    {
        var read = Reader.Read(new Page("feed", Bytes(Rss)));
        foreach (var document in read.Documents)
        {
            Invariants.Check(read, document);
            foreach (var run in document.Source)
            {
                // What is not as it stands is an entity, once or twice escaped.
                (run.Page.In(read.Decoded) == run.Text.In(document.Text) || run.Page.In(read.Decoded) is ['&', .., ';']).ShouldBeTrue(run.Page.In(read.Decoded));
            }
        }

        var list = read.Documents[1].Blocks.Single(b => b.Role == BlockRole.List);
        list.PageSpan.In(read.Decoded).ShouldBe("Gas &amp;amp; oil led the list");
    }

    [Fact]
    public void The_origin_of_an_item_is_the_source_that_it_names_and_not_the_feed()
    {
        var coded = Some.Coder.Code(new Page("feed", Bytes(Rss.Replace("met in Astana on", "met in Astana and signed an agreement on", StringComparison.Ordinal))));
        coded.Read.Documents[0].TakenFrom.ShouldBe("Meridian Wire");
        coded.Read.Documents[1].TakenFrom.ShouldBeNull();
        var claims = coded.Documents[0].Claims;
        claims.ShouldNotBeEmpty();
        claims.ShouldAllBe(c => c.Chain.ToString().StartsWith("Harbour Digest → Meridian Wire"));
    }

    [Theory]
    [InlineData("", "<content type=\"html\">&lt;p&gt;The ministers met in Astana on Friday, officials said.&lt;/p&gt;</content>")]
    [InlineData("", "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>The ministers met in Astana on Friday, officials said.</p></div></content>")]
    [InlineData("", "<summary>The ministers met in Astana on Friday, officials said.</summary>")]
    [InlineData("atom:", "<atom:summary>The ministers met in Astana on Friday, officials said.</atom:summary>")]
    public void Atom_is_read_in_its_forms(string p, string content)
    {
        var feed = $"<{p}feed xmlns{(p.Length > 0 ? ":atom" : "")}=\"http://www.w3.org/2005/Atom\"><{p}title>Harbour Digest</{p}title><{p}entry><{p}title type=\"html\">Ministers &amp;amp; envoys</{p}title>"
            + $"<{p}link rel=\"replies\" href=\"https://digest.example/c\"/><{p}link href=\"https://digest.example/1?a=1&amp;b=2\"/><{p}published>2023-03-17T10:00:00Z</{p}published><{p}updated>2023-04-01T10:00:00Z</{p}updated>"
            + $"<{p}author><{p}name>Ada Example</{p}name><{p}uri>https://a.example</{p}uri></{p}author><{p}source><{p}id>x</{p}id><{p}title>Meridian Wire</{p}title></{p}source>{content}</{p}entry></{p}feed>";
        var read = Reader.Read(Open(Bytes(feed)).Pages().Single());
        var document = read.Documents.ShouldHaveSingleItem();
        (document.Title, document.Uri, document.TakenFrom, document.Publisher).ShouldBe(("Ministers & envoys", "https://digest.example/1?a=1&b=2", "Meridian Wire", "Harbour Digest"));
        document.Authors.ShouldBe(["Ada Example"]);
        document.DateEvidence.First(e => e.Kind == "feed").Interval.ShouldBe(DateInterval.Day(new DateOnly(2023, 3, 17)));
        Shown(document, BlockRole.Body).ShouldBe(["The ministers met in Astana on Friday, officials said."]);
        Invariants.Check(read, document);
    }

    [Fact]
    public void Rss_1_has_its_items_beside_the_channel()
    {
        var feed = "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Digest</title><items><rdf:Seq><rdf:li resource=\"a\"/></rdf:Seq></items></channel>"
            + "<item rdf:about=\"a\"><title>Ministers meet</title><link>https://digest.example/1</link><dc:date>2023-03-17T10:00+01:00</dc:date><description>The ministers met in Astana on Friday, officials said.</description></item></rdf:RDF>";
        var document = Reader.Read(new Page("f", Bytes(feed))).Documents.ShouldHaveSingleItem();
        (document.Title, document.Uri, document.Publisher).ShouldBe(("Ministers meet", "https://digest.example/1", "Digest"));
    }

    [Fact]
    public void A_feed_in_a_web_archive_is_read_and_other_xml_is_not()
    {
        var archive = Join(
            Warc("response", Answer(Bytes(Rss), "Content-Type: application/rss+xml\r\n")), Warc("response", Answer(Bytes(Rss), "Content-Type: text/html\r\n")),
            Warc("response", Answer(Bytes("<?xml version='1.0'?><urlset><url/></urlset>"), "Content-Type: text/xml\r\n")));
        var opened = Open(archive);
        opened.Pages().Select(p => Reader.Read(p).Documents.Count).ShouldBe([2, 2]);
        opened.Passed().ShouldBe(["data"]);
    }

    public static TheoryData<string> Hostile { get; } =
    [
        "<rss version='2.0'><channel><item><title>Never closed",
        "<rss version='2.0'></item></channel><item></item><item/><item><title/></item></rss>",
        "<rss version='2.0'><channel><item><title><![CDATA[ never closed</title></item>",
        "<rss version='2.0'><channel/></rss>",
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss version='2.0'><channel><item><title>&b;&b;</title><description>&nbsp;&b;</description></item></channel></rss>",
        "<rss version='2.0'>" + string.Concat(Enumerable.Repeat("<a><item>", 50_000)),
        "<rss version='2.0'><channel>" + string.Concat(Enumerable.Repeat("<item><title>&lt;&lt;&amp;", 20_000)),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_feed_that_is_not_as_it_should_be_is_read_all_the_same(string feed)
    {
        var read = Reader.Read(Open(Encoding.UTF8.GetBytes(feed)).Pages().Single());
        read.Documents.ShouldNotBeEmpty();
        foreach (var document in read.Documents)
        {
            Invariants.Check(read, document);
        }
    }
}
