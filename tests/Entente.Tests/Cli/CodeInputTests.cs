using System.Text;
using Entente.Claims;
using Entente.Cli;
using Shouldly;
using Xunit;

namespace Entente.Tests.Cli;

public sealed class CodeInputTests
{
    [Theory]
    [InlineData("""{"id":"a","text":"Talks.\nMore talks."}""", PageForm.Text, "Talks.\nMore talks.")]
    [InlineData("""{"id":"a","text":"Talks."}""", PageForm.Prepared, "Talks.")]
    [InlineData("""{"id":"a","text":"Talks.","prepared":false}""", PageForm.Text, "Talks.")]
    [InlineData("""{"id":"a","text":"Talks.","prepared":true}""", PageForm.Prepared, "Talks.")]
    [InlineData("""{"id":"a","html":"<p>Talks.</p>"}""", PageForm.Html, "<p>Talks.</p>")]
    [InlineData("""{"id":"a","text":"Half \ud83d a pair"}""", PageForm.Prepared, "Half \ufffd a pair")]
    [InlineData("""{"id":"a","text":"A whole \ud83d\ude00 pair"}""", PageForm.Prepared, "A whole 😀 pair")]
    public void A_line_gives_a_page(string line, PageForm form, string content)
    {
        var page = CodeInput.Parse(1, line).Single().Page.ShouldNotBeNull();
        page.Form.ShouldBe(form);
        Encoding.UTF8.GetString(page.Content.Span).ShouldBe(content);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[1]")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","path":"/no/such/file"}""")]
    [InlineData("""{"id":"a","path":"\u0000"}""")]
    public void A_bad_line_gives_a_problem_with_a_remedy(string line)
    {
        var input = CodeInput.Parse(7, line).Single();
        input.Page.ShouldBeNull();
        input.Problems.ShouldHaveSingleItem().Code.ShouldBeOneOf(ProblemCodes.BadLine, ProblemCodes.Unreadable);
    }

    [Theory]
    [InlineData("2023-03-17", "2023-03-17")]
    [InlineData("2023-03-17T08:00:00Z", "2023-03-17")]
    [InlineData("last week", null)]
    [InlineData("2023-13-40", null)]
    public void A_date_that_is_none_is_not_given(string date, string? expected)
    {
        var day = CodeInput.Parse(1, $$"""{"id":"a","text":"Talks.","date":"{{date}}"}""").Single().Page!.Given.Date;
        (day?.ToString("yyyy-MM-dd")).ShouldBe(expected);
    }
}
