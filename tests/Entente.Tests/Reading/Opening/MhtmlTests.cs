using Entente.Claims;
using Entente.Claims.Reading.Opening;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class MhtmlTests
{
    private const string Part = "Content-Type: text/html\r\nContent-ID: <frame-1@saved>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: " + Address + "\r\n\r\n";

    private static readonly string Sent = Html.Replace("=", "=3D", StringComparison.Ordinal).Replace("three hours", "th=\r\nree hours", StringComparison.Ordinal);

    private static byte[] Saved(string head, string first = "", string end = "\r\n--B--\r\n") => Bytes(
        "From: <Saved by a browser>\r\n" + head + "Subject: Ministers meet\r\nDate: Sat, 18 Mar 2023 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"B\"\r\n\r\n\r\n"
        + first + "--B\r\n" + Part + Sent + "\r\n--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://harbour.example/a.png\r\n\r\niVBORw0KGgo=" + end);

    [Theory]
    [InlineData("Snapshot-Content-Location: " + Address + "\r\n")]
    [InlineData("")]
    public void The_page_is_the_main_part_with_its_address_and_the_day_of_saving(string head)
    {
        var page = Open(Saved(head), "a.mhtml").OfType<OpenedPage>().ShouldHaveSingleItem();
        page.Place.ShouldBe("a.mhtml");
        page.Page.Text().ShouldBe(Html);
        page.Page.Given.Uri.ShouldBe(Address);
        page.Page.Given.Captured.ShouldBe(new DateOnly(2023, 3, 18));
        page.Page.Digest.ShouldBe(new Page("x", Bytes(Html)).Digest);
    }

    [Fact]
    public void Frames_of_the_page_are_not_taken_for_it()
    {
        var frame = "--B\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<html><body>Buy</body></html>\r\n";
        Open(Saved("Snapshot-Content-Location: " + Address + "\r\n", frame)).Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);
    }

    [Fact]
    public void A_file_that_is_cut_off_gives_its_page() => Open(Saved("", end: "")).Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);

    [Fact]
    public void Without_a_page_in_it_a_problem_is_told() =>
        Open(Bytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: image/png\r\n\r\nxx\r\n--B--")).Problems().ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Damaged);
}
