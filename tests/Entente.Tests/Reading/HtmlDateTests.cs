using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Entente.Claims.Reading.Html;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class HtmlDateTests
{
    private const string Text = "<p>The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.</p>"
        + "<p>The pact lets ships of Arcadia use the harbour for twenty years, and it sets up a commission that meets in both capitals by turns.</p>";

    private static readonly DateOnly _third = new(2021, 3, 3);

    [Theory]
    [InlineData("<p>Published <time datetime='2021-03-03'>March 3</time></p>")]
    [InlineData("<p><a href='/by/ada'>Ada Example</a> <a href='/2021'>03 Mar 2021</a> <a href='/world'>World</a> <a href='#c'>7 Comments</a></p>")]
    [InlineData("<div>7 min read</div><div>·</div><div>Mar 3, 2021</div>")]
    [InlineData("<p>2021 March 3</p>")]
    [InlineData("<div class='published-date'>3 March 2021</div>")]
    public void A_day_by_the_headline_is_the_day(string shown) => On(Evidence("", shown + Text)).ShouldBe([_third]);

    [Theory]
    [InlineData("<p>Last updated on <time datetime='2021-03-03'>March 3</time></p>")]
    [InlineData("<div>Updated</div><div>March 3, 2021</div>")]
    [InlineData("<div class='entry__datemodified'>March 3, 2021</div>")]
    [InlineData("<span class='changed'><time datetime='2021-03-03'>March 3, 2021</time></span>")]
    public void The_day_of_a_change_is_a_limit_beside_the_day_of_publication(string shown)
    {
        var evidence = Evidence("<meta property='article:published_time' content='2021-01-01'>", shown + Text);
        On(evidence).ShouldBe([new DateOnly(2021, 1, 1)]);
        evidence.ShouldContain(e => e.Bound == DateBound.NotAfter && e.Interval.Latest == _third);
    }

    [Fact]
    public void Where_only_a_change_is_shown_the_text_as_it_stands_is_of_that_day_but_not_surely() =>
        Evidence("", "<p>Updated March 3, 2021</p>" + Text).Where(e => e.Bound == DateBound.On).ShouldHaveSingleItem().Confidence.ShouldBe(0.5);

    [Fact]
    public void A_line_may_tell_of_both()
    {
        var evidence = Evidence("", "<p>Last updated 4 June 2021, originally created 3 March 2021</p>" + Text);
        On(evidence).ShouldBe([_third]);
        evidence.ShouldContain(e => e.Bound == DateBound.NotAfter && e.Interval.Latest == new DateOnly(2021, 6, 4));
    }

    [Theory]
    [InlineData("<div>Posted on March 3, 2021</div>")]
    [InlineData("<h4>Publish date</h4><div>3 March 2021</div>")]
    [InlineData("<div>Created <time pubdate datetime='2021-03-03T20:00:00Z'>in the evening</time></div>")]
    public void A_labelled_day_below_the_text_tells_where_nothing_above_does(string foot)
    {
        On(Evidence("", Text + foot)).ShouldBe([_third]);
        On(Evidence("<meta name='publish-date' content='2021-03-02'>", Text + foot)).ShouldBe([new DateOnly(2021, 3, 2)]);
    }

    [Fact]
    public void Two_labelled_days_below_the_text_tell_nothing() =>
        On(Evidence("", Text + "<div>Posted on March 3, 2021</div><div>Posted on March 4, 2021</div>")).ShouldBeEmpty();

    [Fact]
    public void The_day_in_the_masthead_is_not_the_articles_where_another_is_shown()
    {
        var html = "<html><head><title>A pact on the harbour</title></head><body><header>Friday, June 11, 2021</header><h1>A pact on the harbour</h1><p>March 3, 2021</p>" + Text + "</body></html>";
        On(Read(html).DateEvidence).ShouldBe([_third]);
    }

    [Fact]
    public void Days_of_teasers_say_nothing_of_the_article() =>
        Evidence("", Text + "<div class='related-posts'><p><a href='/x'>Another story about the sea, 11 June 2021</a></p></div>").ShouldBeEmpty();

    [Theory]
    [InlineData("lang='en-GB'", "", "2021-03-04")]
    [InlineData("xml:lang='en-au'", "", "2021-03-04")]
    [InlineData("lang='en'", "<meta property='og:locale' content='en_GB'>", "2021-03-04")]
    [InlineData("lang='de'", "", "2021-03-04")]
    [InlineData("lang='en-US'", "", "2021-04-03")]
    [InlineData("", "", "2021-04-03")]
    public void The_pages_language_tells_whether_the_day_goes_first(string language, string head, string day) =>
        On(Read($"<html {language}><head><title>A pact on the harbour</title>{head}</head><body><h1>A pact on the harbour</h1><p>04/03/2021</p>{Text}</body></html>").DateEvidence).ShouldBe([DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)]);

    [Theory]
    [InlineData("article:published_time", true)]
    [InlineData("w-published-date", true)]
    [InlineData("datePublished", true)]
    [InlineData("parsely-pub-date", true)]
    [InlineData("last-publication-date", false)]
    [InlineData("publisher", false)]
    public void A_meta_element_named_for_publication_holds_the_day(string name, bool holds) =>
        On(Evidence($"<meta name='{name}' content='2021-03-03T10:00:00Z'>", Text)).Any().ShouldBe(holds);

    [Fact]
    public void The_day_in_the_address_narrows_an_instant_of_another_time_zone()
    {
        var page = new Page("p", Encoding.UTF8.GetBytes($"<html><head><meta property='article:published_time' content='2021-03-04T01:00:00Z'></head><body><h1>A pact on the harbour</h1>{Text}</body></html>")) { Form = PageForm.Html, Given = new PageFacts { Uri = "https://times.example/2021/03/03/a-pact" } };
        Reader.Read(page).Documents[0].DateEvidence.ShouldContain(e => e.Kind == "meta" && e.Interval == new DateInterval(_third, _third.AddDays(1)));
    }

    [Theory]
    [InlineData("w-node-b5343ad4-d1b4", "None")]
    [InlineData("ad-slot2", "Advert")]
    public void Letters_behind_a_digit_are_no_word(string name, string hints) => HintReader.OfName(name).ToString().ShouldBe(hints);

    private static IEnumerable<DateOnly> On(IEnumerable<DateEvidence> evidence) => evidence.Where(e => e.Bound == DateBound.On && e.Interval.IsDay).Select(e => e.Interval.Earliest!.Value).Distinct();

    private static IReadOnlyList<DateEvidence> Evidence(string head, string article) =>
        Read($"<!DOCTYPE html><html><head><title>A pact on the harbour</title>{head}</head><body><main><h1>A pact on the harbour</h1>{article}</main></body></html>").DateEvidence;

    private static Document Read(string html) => Reader.Read(new Page("p", Encoding.UTF8.GetBytes(html)) { Form = PageForm.Html }).Documents[0];
}
