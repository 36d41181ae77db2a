using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class SurenessTests
{
    private const string Paragraph = "<p>The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.</p>";

    private static readonly string Article = "<h1>A pact on the harbour</h1>" + string.Concat(Enumerable.Repeat(Paragraph, 10));

    [Fact]
    public void A_page_that_is_its_article_is_sure() => Of($"<main>{Article}</main>").ShouldBeGreaterThan(0.95);

    [Fact]
    public void Text_that_is_left_out_makes_it_less_sure()
    {
        var others = string.Concat(Enumerable.Repeat("<div><span>Harbour fees fall for small ships and rise for the large ones</span></div>", 60));
        Of($"<main><article>{Article}</article></main><div>{others}</div>").ShouldBeLessThan(Of($"<main><article>{Article}</article></main>") - 0.1);
    }

    [Fact]
    public void A_headline_that_is_not_shown_makes_it_less_sure() =>
        Of($"<main>{Article.Replace("<h1>A pact on the harbour</h1>", "", StringComparison.Ordinal)}</main>").ShouldBeLessThan(Of($"<main>{Article}</main>") - 0.1);

    [Fact]
    public void A_text_of_a_sentence_is_hardly_sure() => Of($"<main><h1>A pact on the harbour</h1>{Paragraph}</main>").ShouldBeLessThan(0.5);

    [Fact]
    public void A_page_without_text_is_not_sure_at_all() => Of("<main><h1>A pact on the harbour</h1></main>").ShouldBe(0);

    private static double Of(string body) =>
        Reader.Read(new Page("p", Encoding.UTF8.GetBytes($"<html><head><title>A pact on the harbour</title></head><body>{body}</body></html>")) { Form = PageForm.Html }).Documents.ShouldHaveSingleItem().Confidence;
}
