using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>Where the article's text begins and ends: introductions, decks, lists of news over the headline, notices and rows.</summary>
public sealed class BodyRangeTests
{
    private const string First = "The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.";

    private const string Second = "The pact lets ships of Arcadia use the harbour for twenty years, and it sets up a commission that meets in both capitals by turns.";

    private const string Third = "Fishermen of both countries asked for a common price of ice, and the commission promised to settle the question before the winter begins.";

    private const string Headline = "<h1>A pact on the harbour</h1>";

    [Fact]
    public void Paragraphs_between_the_headline_and_the_articles_element_are_text() =>
        Texts(Read($"{Headline}<div><div><p>{First}</p></div><div><p>{Second}</p></div></div><div class='article-body'><p>{Third}</p><p>{First} Twice.</p><p>{Second} Twice.</p><p>{Third} Twice.</p></div>"), BlockRole.Body)
            .ShouldBe([First, Second, Third, First + " Twice.", Second + " Twice.", Third + " Twice."]);

    [Fact]
    public void One_short_paragraph_there_is_the_deck()
    {
        var document = Read($"{Headline}<div><div><div>Both capitals call the pact on the harbour at Strelsau the closest step that they took in a decade.</div></div></div><div class='article-body'><p>{First}</p><p>{Second}</p><p>{Third}</p></div>");
        Texts(document, BlockRole.Deck).ShouldBe(["Both capitals call the pact on the harbour at Strelsau the closest step that they took in a decade."]);
        Texts(document, BlockRole.Body).ShouldBe([First, Second, Third]);
    }

    [Fact]
    public void A_sentence_in_a_heading_right_under_the_headline_is_the_deck()
    {
        var document = Read($"{Headline}<h2>Both capitals call the pact on the harbour at Strelsau the closest step in a decade.</h2><p>{First}</p><h2>What fishermen say</h2><p>{Second}</p>");
        Texts(document, BlockRole.Deck).ShouldBe(["Both capitals call the pact on the harbour at Strelsau the closest step in a decade."]);
        Texts(document, BlockRole.Title).ShouldBe(["A pact on the harbour", "What fishermen say"]);
    }

    [Fact]
    public void A_first_paragraph_that_describes_the_page_is_text_though_a_picture_stands_under_it() =>
        Texts(Read($"{Headline}<div><p>{First}</p><figure><img src='a.png'><figcaption>The harbour at dawn</figcaption></figure><p>{Second}</p><p>{Third}</p></div>", $"<meta name='description' content='{First}'>"), BlockRole.Body)
            .ShouldBe([First, Second, Third]);

    [Fact]
    public void The_newest_stories_over_the_headline_are_not_its_text()
    {
        var news = string.Concat(Enumerable.Range(1, 8).Select(n => $"<li><a href='/{n}'>Ferries of line {n} sail again</a> <span>STRELSAU: Passengers can cross the strait again from Monday on, the company of line {n} said in a statement on its site.</span></li>"));
        Texts(Read($"<ul>{news}</ul><h2 class='headline'>A pact on the harbour</h2><p>{First}</p><p>{Second}</p><p>{Third}</p>"), BlockRole.Body, BlockRole.List).ShouldBe([First, Second, Third]);
    }

    [Fact]
    public void Short_lines_in_paragraphs_beside_the_text_belong_to_it() =>
        Texts(Read($"{Headline}<div><p>Seen by: Ada Example, Price: 12 crowns, More: at the town hall</p><p>{First}</p><p>{Second}</p><p>13) A model of the lighthouse</p><p>14) A chart of the strait</p></div>"), BlockRole.Body)
            .ShouldBe(["Seen by: Ada Example, Price: 12 crowns, More: at the town hall", First, Second, "13) A model of the lighthouse", "14) A chart of the strait"]);

    [Fact]
    public void Rows_of_a_table_are_its_rows_whatever_their_class_says()
    {
        var rows = string.Concat(Enumerable.Range(1, 5).Select(n => $"<tr class='player-{n} sidebar'><td>{n}</td><td>Ada Example {n}</td><td>50{n}</td></tr>"));
        Texts(Read($"{Headline}<div><p>{First}</p><p>{Second}</p><table>{rows}</table><p>{Third}</p></div>"), BlockRole.Table).Length.ShouldBe(15);
    }

    [Fact]
    public void Links_and_short_words_in_the_cells_of_a_row_are_cells()
    {
        var rows = string.Concat(Enumerable.Range(1, 5).Select(n => $"<tr><td>{n}</td><td><a href='/{n}'>The ferry Ada Example {n}</a></td><td>Top</td></tr>"));
        Texts(Read($"{Headline}<div><p>{First}</p><p>{Second}</p><table>{rows}</table><p>{Third}</p></div>"), BlockRole.Table).Length.ShouldBe(15);
    }

    [Fact]
    public void The_foot_of_a_site_is_furniture_though_it_is_longer_than_the_article()
    {
        var document = Read($"{Headline}<p>{First}</p><div class='footer-bottom'><p>The office of the Strelsau Courier answers letters and calls on all days of the week but Sunday, from seven in the morning until the presses start in the evening.</p></div>");
        Texts(document, BlockRole.Body).ShouldBe([First]);
    }

    [Fact]
    public void A_long_question_about_cookies_among_the_text_is_a_notice()
    {
        var asked = string.Join(' ', Enumerable.Repeat("This website uses cookies so that it works, and some of these cookies stay on your device when you leave the page.", 5));
        Texts(Read($"{Headline}<div><p>{First}</p><p>{asked}</p><p>{Second}</p><p>{Third}</p></div>"), BlockRole.Body).ShouldBe([First, Second, Third]);
    }

    private static string[] Texts(Document document, params BlockRole[] roles) => [.. document.Blocks.Where(b => roles.Contains(b.Role)).Select(b => b.Span.In(document.Text))];

    private static Document Read(string article, string head = "")
    {
        var read = Reader.Read(new Page("p", Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>A pact on the harbour</title>{head}</head><body><main>{article}</main></body></html>")) { Form = PageForm.Html });
        Invariants.Check(read, read.Documents[0]);
        return read.Documents[0];
    }
}
