using Entente.Claims;
using Entente.Claims.Coding.Attributing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Attributing;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("He said “we sail” at noon.", "“we sail”")]
    [InlineData("He said \"we sail\" at noon.", "\"we sail\"")]
    [InlineData("He said ``we sail'' at noon.", "``we sail''")]
    [InlineData("He said “we sail\" at noon.", "“we sail\"")]
    [InlineData("“We sail,” he said, “at noon.”", "“We sail,”|“at noon.”")]
    [InlineData("The 12\" pipe broke.", "")]
    [InlineData("No marks here.", "")]
    public void Marks_of_all_kinds_are_found(string text, string quotations) =>
        string.Join('|', Find(text).Select(q => q.Span.In(text))).ShouldBe(quotations);

    [Fact]
    public void A_quotation_without_a_closing_mark_goes_on_in_the_next_paragraph()
    {
        const string text = "“We sail at noon.\n“We land at night,” he said.";
        var found = Find(text);
        found.Select(q => q.Span.In(text)).ShouldBe(["“We sail at noon.", "“We land at night,”"]);
        found.Select(q => q.Continues).ShouldBe([false, true]);
    }

    private static List<Quotation> Find(string text)
    {
        var whole = new TextSpan(0, text.Length);
        return Quotations.Find(text, Quotations.Paragraphs(new Document("test", text, [new Block(whole, BlockRole.Body, whole)])));
    }
}
