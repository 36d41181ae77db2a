using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>Comments in the article's own element, told only by the wording of their first lines.</summary>
public sealed class TailCommentsTests
{
    private const string Article = "<p>The harbour council met on Friday and spoke for an hour about the new crane, which the port has wanted for years.</p>"
        + "<p>The mayor said that the money was there. The crane will be built in spring, she added, and it will be painted green.</p>"
        + "<p>The fishermen asked for a second slipway. The council will speak about that in June, when the budget is known.</p>";

    [Fact]
    public void Names_with_day_and_time_at_the_end_are_comments()
    {
        var document = Read("<div><b>ada_k</b> - March 18, 2023 at 7:12 am<br>Green is the wrong colour. Nobody asked us.</div><div><b>Ben</b> in reply to ada_k - March 18, 2023 at 7:58 am<br>They did ask. You were not there.</div><div><b>Cleo</b> - March 19, 2023 at 9:01 am<br>I was there, and it was a short meeting.</div>");
        document.Blocks.Where(b => b.Role == BlockRole.Comment).Select(b => b.Author).ShouldBe(["ada_k", "Ben", "Cleo"]);
        document.Blocks.Where(b => b.Role == BlockRole.Body).ShouldNotContain(b => b.Span.In(document.Text).Contains("wrong colour", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_dateline_in_the_text_is_no_comment() =>
        Read("<p>Oslo - March 18, 2023 at 7:12 am<br>The crane was ordered in Norway, the council said later in the evening.</p><p>It will come by ship.</p>").Blocks.ShouldNotContain(b => b.Role == BlockRole.Comment);

    private static Document Read(string tail) => Reader.Read(new Claims.Page("t", Encoding.UTF8.GetBytes(
        $"<html><head><title>The new crane</title></head><body><table><tr><td><h1>The new crane</h1>{Article}{tail}</td></tr></table></body></html>"))).Documents.Single();
}
