using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Entente.Claims.Reading.Opening;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class MboxTests
{
    private static string Mail(int number, string body) =>
        $"From ada@harbour.example Fri Mar 1{number} 10:02:00 2023\nFrom: Ada Example <ada@harbour.example>\nTo: desk@harbour.example\nSubject: Talks, part {number}\nDate: 1{number} Mar 2023 10:02:00 +0100\nMessage-ID: <{number}@harbour.example>\n\n{body}\n\n";

    [Fact]
    public void Each_mail_is_a_page_at_its_place()
    {
        var (first, second) = (Mail(1, "The ministers of both countries met in Astana."), Mail(2, "They met again on the next day."));
        var opened = Open(Bytes(first + second)).ToList();
        opened.OfType<OpenedPage>().Select(p => p.RecordId).ShouldBe(["1@harbour.example", "2@harbour.example"]);
        opened.OfType<OpenedPage>().Select(p => p.Place[(p.Place.IndexOf('@', StringComparison.Ordinal) + 1)..]).ShouldBe(["0", $"{first.Length}"]);
        opened.OfType<OpeningProblem>().ShouldBeEmpty();
        var document = Reader.Read(opened.OfType<OpenedPage>().Last().Page).Documents.ShouldHaveSingleItem();
        document.Title.ShouldBe("Talks, part 2");
        document.Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Span.In(document.Text)).ShouldBe(["They met again on the next day."]);
    }

    [Fact]
    public void A_line_of_a_mail_that_begins_with_from_ends_no_mail()
    {
        var page = Open(Bytes(Mail(1, "They came\nFrom Strelsau at 10: by ship, as all do in March.\n\n>From there they went on by rail."))).Pages().ShouldHaveSingleItem();
        var text = Encoding.UTF8.GetString(page.Content.Span);
        text.ShouldContain("\nFrom Strelsau at 10: by ship");
        text.ShouldContain("\nFrom there they went on by rail.");
    }

    [Fact]
    public void A_text_that_begins_with_from_is_no_mailbox() =>
        Open(Bytes("From Strelsau to the sea it is 10:00 hours by rail.\nThe ministers went there on Friday and came back on Monday.\n")).Pages().ShouldHaveSingleItem();
}
