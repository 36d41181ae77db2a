using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class ReadingTableTests
{
    public static TheoryData<string, string> LineRows => [.. Table.Shipped("reading-lines").Rows.Select(r => (r.Required("kind"), r.Required("example")))];

    public static TheoryData<int, string> MonthRows => [.. Table.Shipped("reading-months").Rows.SelectMany(r => r.List("names").Select(n => (int.Parse(r.Required("month")), $"3 {n} 2021")))];

    public static TheoryData<string, string> LanguageRows => [.. Table.Shipped("reading-stopwords").Rows.Select(r => (r.Required("language"), r.Required("example")))];

    [Theory]
    [MemberData(nameof(LineRows))]
    public void Each_row_of_lines_knows_its_example(string kind, string example) =>
        ReadingTables.Shipped.Cues(LineWords.Fold(example)).HasFlag(Enum.Parse<LineCues>(kind, ignoreCase: true)).ShouldBeTrue();

    [Theory]
    [InlineData("post-container", "Post, Body")]
    [InlineData("userName", "Author")]
    [InlineData("post_date", "Post, Date")]
    [InlineData("signature", "Signature")]
    [InlineData("message-content", "Post, Body")]
    [InlineData("harbour", "None")]
    public void Names_in_attributes_tell_parts_of_a_thread(string name, string hints)
    {
        var told = Entente.Claims.Reading.Html.Threads.ThreadWords.OfName(name);
        told.HasFlag(Enum.Parse<Entente.Claims.Reading.Html.Threads.ThreadHints>(hints.Split(',')[0])).ShouldBeTrue();
        (hints == "None").ShouldBe(told == Entente.Claims.Reading.Html.Threads.ThreadHints.None);
    }

    [Theory]
    [InlineData("/members/ada.12/", true)]
    [InlineData("profile.php?id=3", true)]
    [InlineData("/harbour/ice", false)]
    public void Addresses_of_persons_pages_are_known(string address, bool isProfile) => Entente.Claims.Reading.Html.Threads.ThreadWords.IsProfile(address).ShouldBe(isProfile);

    [Theory]
    [MemberData(nameof(MonthRows))]
    public void Each_name_of_a_month_is_read_in_a_date(int month, string example) => DateReader.First(example)!.Value.Interval!.Value.Earliest!.Value.Month.ShouldBe(month);

    [Theory]
    [MemberData(nameof(LanguageRows))]
    public void Each_language_tells_its_example(string language, string example) => LanguageTeller.Tell(string.Concat(Enumerable.Repeat(example + ". ", 4))).ShouldBe(language);
}
