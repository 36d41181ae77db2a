using Entente.Claims;
using Entente.Record.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

public sealed class PagesCsvTests
{
    [Fact]
    public void Fields_may_be_quoted_and_columns_stand_in_any_order()
    {
        var (facts, problems) = PagesCsv.Parse("publisher,file,date,captured\r\n\"The \"\"Post\"\", daily\",sub\\a.html,2023-03-17,2023-03-18T10:00:00Z\r\n\r\n,b.html,,\r\n", "pages.csv");
        problems.ShouldBeEmpty();
        facts["sub/a.html"].ShouldBe(new PageFacts { Publisher = "The \"Post\", daily", Date = new DateOnly(2023, 3, 17), Captured = new DateOnly(2023, 3, 18) });
        facts["b.html"].ShouldBe(PageFacts.None);
    }

    [Theory]
    [InlineData("name,date\na.html,2023-03-17", "no column 'file'")]
    [InlineData("file,dat\na.html,2023-03-17", "column 'dat'")]
    [InlineData("file,date\na.html,17.3.2023", "line 2: '17.3.2023' is no day")]
    [InlineData("file,date\n\"two\nlines\",2023-03-17\n,2023-03-17", "line 4: names no file")]
    public void What_is_wrong_is_told_with_its_line(string text, string message) =>
        PagesCsv.Parse(text, "pages.csv").Problems.ShouldContain(p => p.Code == ProblemCodes.PagesCsv && p.Message.Contains(message));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(null, "")]
    public void A_field_is_quoted_when_it_must_be(string? value, string field)
    {
        Csv.Field(value).ShouldBe(field);
        Csv.Parse(field + ",x").Single().Fields[0].ShouldBe(value ?? "");
    }
}
