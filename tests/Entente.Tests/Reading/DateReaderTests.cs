using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("9:25 09.05.2025 •", "2025-05-09")]
    [InlineData("Nov. 19, 2019, 10:31 pm CST", "2019-11-19")]
    [InlineData("Thu 21-Nov-19 10:53:49", "2019-11-21")]
    [InlineData("Published: 19th of November, 2019", "2019-11-19")]
    [InlineData("2019-11-19T10:31:00+02:00", "2019-11-19")]
    [InlineData("#2 erstellt: 20. Apr 2004, 09:16", "2004-04-20")]
    [InlineData("September 2019 in Central", "2019-09")]
    [InlineData("Mar 17 at 6:59 pm", "--03-17")]
    [InlineData("25/12/2019", "2019-12-25")]
    [InlineData("Wed Mar 21, 2012 1:33 pm", "2012-03-21")]
    public void A_date_is_read_as_pages_write_it(string text, string value) => DateReader.First(text)!.Value.Value.ShouldBe(value);

    [Theory]
    [InlineData("31.02.2020")]
    [InlineData("version 3.4.2019.1")]
    [InlineData("Room 12, 3rd floor")]
    [InlineData("100 May flowers")]
    public void What_is_no_date_is_none(string text) => DateReader.First(text).ShouldBeNull();

    [Fact]
    public void Another_date_of_the_page_tells_day_from_month()
    {
        var order = DateReader.OrderOf(["25/12/2019", "04/03/2019"]);
        order.ShouldBe(DateOrder.DayMonth);
        var date = DateReader.First("04/03/2019", order)!.Value;
        date.Value.ShouldBe("2019-03-04");
        date.Sure.ShouldBeTrue();
        DateReader.First("04/03/2019")!.Value.Sure.ShouldBeFalse();
    }
}
