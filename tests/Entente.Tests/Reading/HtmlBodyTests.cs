using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class HtmlBodyTests
{
    private const string First = "The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.";

    private const string Second = "The pact lets ships of Arcadia use the harbour for twenty years, and it sets up a commission that meets in both capitals by turns.";

    private const string Third = "Fishermen of both countries asked for a common price of ice, and the commission promised to settle the question before the winter begins.";

    [Fact]
    public void A_first_paragraph_that_also_describes_the_page_stays_text() =>
        Body($"<meta name='description' content='{First}'>", $"<p>{First}</p><p>{Second}</p><p>{Second} Twice.</p>").ShouldBe([First, Second, Second + " Twice."]);

    [Fact]
    public void Items_with_a_day_that_lead_elsewhere_are_other_stories()
    {
        var teasers = string.Concat(Enumerable.Range(1, 4).Select(n => $"<li><h4><a href='/{n}'>The ferries of line {n} sail again</a></h4><p>March {n}, 2021</p><p>Passengers can cross the strait from Monday on, the company said in a statement.</p></li>"));
        Body("", $"<div><p>{First}</p><p>{Second}</p><ul>{teasers}</ul></div>").ShouldBe([First, Second]);
    }

    [Fact]
    public void Sections_of_the_text_whose_class_says_navigation_are_text() =>
        Body("", $"<main><div class='content-nav-section'><p>{First}</p></div><div class='content-nav-section'><p>{Second}</p></div><div class='content-nav-section'><p>{Third}</p></div></main>").ShouldBe([First, Second, Third]);

    [Fact]
    public void Text_in_several_elements_of_one_name_is_read_from_all_of_them() =>
        Body("", $"<main><div class='rich-text'><p>{First}</p></div><div class='rich-text'><p>{Second}</p><p>{Third}</p><p>{Third} Again.</p></div></main>").ShouldBe([First, Second, Third, Third + " Again."]);

    [Fact]
    public void A_short_article_over_a_list_of_other_stories_is_no_listing()
    {
        var others = string.Concat(Enumerable.Range(1, 30).Select(n => $"<div class='item'><a href='/{n}'>The ferries of line {n} sail across the strait again</a></div>"));
        Body("<title>A pact on the harbour is signed</title>", $"<h1>A pact on the harbour is signed</h1><p>March 3, 2021</p><p>{First}</p><p>{Second}</p>{others}").ShouldBe([First, Second]);
    }

    [Fact]
    public void Markup_that_a_page_shows_by_mistake_is_no_text() =>
        Body("", $"<p>{First}</p><p>&lt;img height=\"1\" width=\"1\" src=\"https://count.example/p?c1=2\"&gt;</p><p>{Second}</p>").ShouldBe([First, Second]);

    [Theory]
    [InlineData("<template><p>{0}</p></template>")]
    [InlineData("<p hidden>{0}</p>")]
    [InlineData("<div style='display: none'><p>{0}</p></div>")]
    [InlineData("<noscript><p>{0}</p></noscript>")]
    [InlineData("<iframe srcdoc='x'><p>{0}</p></iframe>")]
    public void What_is_not_shown_is_no_text(string hidden) =>
        Body("", $"<p>{First}</p>{hidden.Replace("{0}", "Another sentence that nobody who opens the page would ever get to see on it, at least not at once.", StringComparison.Ordinal)}<p>{Second}</p>").ShouldBe([First, Second]);

    [Fact]
    public void Soft_hyphens_blanks_and_entities_read_as_they_are_shown() =>
        Body("", "<p>The har&shy;bour\u00AD master&nbsp;said &ldquo;yes&rdquo; &amp; signed, and the ferries of both countries sailed the same day.</p>").ShouldBe(["The harbour master said “yes” & signed, and the ferries of both countries sailed the same day."]);

    private static string[] Body(string head, string article)
    {
        var html = $"<!DOCTYPE html><html><head><title>A pact on the harbour</title>{head}</head><body><main><h1>A pact on the harbour</h1>{article}</main></body></html>";
        var read = Reader.Read(new Page("p", Encoding.UTF8.GetBytes(html)) { Form = PageForm.Html });
        Invariants.Check(read, read.Documents[0]);
        return [.. read.Documents[0].Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Span.In(read.Documents[0].Text))];
    }
}
