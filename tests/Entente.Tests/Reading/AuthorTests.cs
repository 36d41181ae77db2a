using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class AuthorTests
{
    private const string Text = "<p>The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.</p>"
        + "<p>The pact lets ships of Arcadia use the harbour for twenty years, and it sets up a commission that meets in both capitals by turns.</p>";

    [Theory]
    [InlineData("Ada Example, PhD, Senior Editor, and Ben Muster", "Ada Example;Ben Muster")]
    [InlineData("Dr. Ada Example, MS, RDN, LD", "Ada Example")]
    [InlineData("Ada Example, Director of Ships and Harbours, The Example Times", "Ada Example")]
    [InlineData("ADA EXAMPLE, EP National Security Writer", "ADA EXAMPLE")]
    [InlineData("Ada Example EXAMPLE TODAY", "Ada Example")]
    [InlineData("Ada MusterPublished", "Ada Muster")]
    [InlineData("Ada MacMuster, Ben DeVorbild & Cy von Beispiel", "Ada MacMuster;Ben DeVorbild;Cy von Beispiel")]
    [InlineData("Marketing Manager", "")]
    [InlineData("World News", "")]
    [InlineData("A. J. Vorbild", "A. J. Vorbild")]
    public void A_list_of_names_is_its_persons(string list, string names) =>
        string.Join(';', NameList.Read(list).Where(n => !ReadingTables.Shipped.IsPersonWord("role", n.Split(' ')[^1]))).ShouldBe(names);

    [Theory]
    [InlineData("<p>By Ada Example and Ben Muster</p>", "Ada Example;Ben Muster")]
    [InlineData("<p>By <a href='/contributor/ada'>Ada Example</a> &nbsp; <a href='/digital'>View In Digital Edition</a></p>", "Ada Example")]
    [InlineData("<div class='author-card'><div class='author-name'>Ada Example</div><div class='author-job'>Harbour Correspondence</div></div>", "Ada Example")]
    [InlineData("<p><a href='/authors/ada-example/'>Ada Example</a></p>", "Ada Example")]
    [InlineData("<div><img src='a.jpg' alt='Picture of Ada Example'><span>Ada Example</span></div>", "Ada Example")]
    [InlineData("<p>Edited by <a rel='author' href='/ben'>Ben Muster</a></p><p>Written by <a rel='author' href='/ada'>Ada Example</a></p>", "Ada Example")]
    [InlineData("<p>Medically reviewed by: <a href='/authors/ben'>Ben Muster</a></p><p class='byline'><a href='/authors/ada'>Ada Example</a></p>", "Ada Example")]
    [InlineData("<p>Posted by <a href='/u/quayside'>quayside</a></p>", "quayside")]
    [InlineData("<p>By the Harbour Team</p>", "the Harbour Team")]
    [InlineData("<p><a href='/world'>World News</a></p>", "")]
    public void The_byline_by_the_headline_names_the_authors(string byline, string authors) => Authors("", byline + Text).ShouldBe(authors);

    [Fact]
    public void Who_is_shown_goes_before_who_is_stated() =>
        Authors("<meta name='author' content='Cy Vorbild'>", "<p><em>By Ada Example, MS, LD</em></p>" + Text).ShouldBe("Ada Example");

    [Fact]
    public void A_writer_named_below_the_text_is_found() => Authors("", Text + "<p>Written by Ada Example</p>").ShouldBe("Ada Example");

    [Fact]
    public void A_full_name_below_the_text_explains_a_short_one_above() =>
        Authors("<meta name='author' content='Ada'>", Text + "<p>Written by Ada Example</p>").ShouldBe("Ada Example");

    [Fact]
    public void Somebody_the_text_links_to_did_not_write_it() =>
        Authors("", Text.Replace("Ruritania", "Ruritania under <a href='/people/ben-muster'>Ben Muster</a>", StringComparison.Ordinal)).ShouldBe("");

    [Fact]
    public void The_site_is_its_author_only_where_nobody_else_is()
    {
        const string site = "<meta property='og:site_name' content='Harbour Courier'><meta name='author' content='Harbour Courier'>";
        Authors(site, Text).ShouldBe("Harbour Courier");
        Authors(site, "<p>By Ada Example</p>" + Text).ShouldBe("Ada Example");
    }

    [Fact]
    public void Structured_data_may_name_the_author_by_reference() =>
        Authors("""<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"A pact","author":{"@id":"#ada"}},{"@type":"Person","@id":"#ada","name":"Ada Example"}]}</script>""", Text).ShouldBe("Ada Example");

    [Fact]
    public void An_organization_of_the_structured_data_yields_to_a_person_shown()
    {
        const string data = """<script type="application/ld+json">{"@type":"Article","headline":"A pact","author":{"@type":"NewsMediaOrganization","name":"Example Agency"}}</script>""";
        Authors(data, Text).ShouldBe("Example Agency");
        Authors(data, "<p class='author'>Ada Example</p>" + Text).ShouldBe("Ada Example");
    }

    private static string Authors(string head, string article)
    {
        var html = $"<!DOCTYPE html><html><head><title>A pact on the harbour</title>{head}</head><body><main><h1>A pact on the harbour</h1>{article}</main></body></html>";
        return string.Join(';', Reader.Read(new Page("p", Encoding.UTF8.GetBytes(html)) { Form = PageForm.Html }).Documents[0].Authors);
    }
}
