using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Entente.Claims.Reading.Opening;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class MailTests
{
    private const string Plain = "Dear all,\n\nthe ministers of both countries met in Astana on Friday and spoke about\ntrade for three hours, officials said.\n\nOn Thu, 16 Mar 2023 at 09:00, Ben Muster <ben@example.org> wrote:\n> Will the ministers meet\n> this week?\n>> The embassy announced the talks.\n\n-- \nAda Example\nHarbour Post\n";

    private static string Mail(string fields, string body) =>
        "Received: from mail.example.org\r\nFrom: =?utf-8?Q?Ada_Ex=C3=A4mple?= <ada@harbour.example>\r\nTo: desk@harbour.example\r\nSubject: Re: =?utf-8?B?VGFsa3MgaW4=?=\r\n =?utf-8?B?IEFzdGFuYQ==?=\r\nDate: Fri, 17 Mar 2023 10:02:00 +0100\r\nMessage-ID: <17@harbour.example>\r\n"
        + fields + "\r\n" + body;

    [Fact]
    public void A_mail_is_a_document_with_its_sender_its_day_and_what_it_answers_as_quotes()
    {
        var (read, document) = Read(Mail("List-Id: \"Harbour Post Morning\" <morning.harbour.example>\r\n", Plain.Replace("\n", "\r\n", StringComparison.Ordinal)));
        document.Title.ShouldBe("Talks in Astana");
        document.Authors.ShouldBe(["Ada Exämple"]);
        document.Publisher.ShouldBe("Harbour Post Morning");
        document.Uri.ShouldBe("mid:17@harbour.example");
        document.DateEvidence.ShouldContain(e => e.Kind == "dateline" && e.Interval == DateInterval.Day(new DateOnly(2023, 3, 17)));
        Shown(document, BlockRole.Body).ShouldBe(["Dear all,", "the ministers of both countries met in Astana on Friday and spoke about trade for three hours, officials said."]);
        Shown(document, BlockRole.Quote).ShouldBe(["Will the ministers meet", "this week?", "The embassy announced the talks."]);
        Shown(document, BlockRole.Furniture).ShouldContain("Ada Example");
        Invariants.Check(read, document);
    }

    [Theory]
    [InlineData("quoted-printable")]
    [InlineData("base64")]
    [InlineData("8bit")]
    public void A_body_is_read_however_it_was_sent_and_in_its_own_charset(string encoding)
    {
        var bytes = Encoding.Latin1.GetBytes("<html><body><p>The café in Zürich was where the ministers of both countries met, officials said.</p><blockquote>The embassy announced the talks.</blockquote></body></html>");
        var sent = encoding switch
        {
            "base64" => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
            "8bit" => Encoding.Latin1.GetString(bytes),
            _ => string.Concat(bytes.Select((b, i) => (b is < 32 or > 126 or (byte)'=' ? $"={b:X2}" : ((char)b).ToString()) + (i % 60 == 59 ? "=\r\n" : ""))),
        };
        var mail = Mail(
            "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b 1\"\r\n",
            "preamble\r\n--b 1\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b 1\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + sent + "\r\n--b 1--\r\n");
        var page = Open(Encoding.Latin1.GetBytes(mail)).Pages().ShouldHaveSingleItem();
        var read = Reader.Read(page);
        var document = read.Documents.ShouldHaveSingleItem();
        Shown(document, BlockRole.Body).ShouldBe(["The café in Zürich was where the ministers of both countries met, officials said."]);
        Shown(document, BlockRole.Quote).ShouldBe(["The embassy announced the talks."]);
        read.Decoded.ShouldContain("<p>The café in Zürich");
        Invariants.Check(read, document);
    }

    [Fact]
    public void Pages_that_are_attached_are_pages_and_pictures_are_not()
    {
        var mail = Mail(
            "Content-Type: multipart/mixed; boundary=x\r\n",
            "--x\r\n\r\nSee the pages.\r\n--x\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=\"../talks.html\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(Bytes(Html))
            + "\r\n--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\nxx\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" + Mail("", "The talks went on.") + "\r\n--x--");
        var opened = Open(Bytes(mail), "a.eml");
        opened.OfType<OpenedPage>().Select(p => p.Place).ShouldBe(["a.eml", "a.eml/.._talks.html", "a.eml/attachment 3"]);
        opened.Pages()[1].Text().ShouldBe(Html);
        opened.Passed().ShouldBe(["image"]);
    }

    [Theory]
    [InlineData("-----Original Message-----\nFrom: Ben Muster\nSent: Thursday\n\nThe embassy announced the talks on Thursday.\n")]
    [InlineData("From: Ben Muster\nSent: Thursday\nTo: Ada\nSubject: Talks\n\nThe embassy announced the talks on Thursday.\n")]
    [InlineData("Begin forwarded message:\n\nThe embassy announced the talks on Thursday.\n")]
    public void What_is_handed_on_without_marks_is_quoted(string handed)
    {
        var (_, document) = Read(Mail("", "For your information.\n\n" + handed));
        Shown(document, BlockRole.Body).ShouldBe(["For your information."]);
        Shown(document, BlockRole.Quote).ShouldBe(["The embassy announced the talks on Thursday."]);
    }

    [Fact]
    public void A_text_that_only_begins_with_a_colon_is_no_mail()
    {
        var page = Open(Bytes("Talks: the ministers meet\n\nThe ministers of both countries met in Astana on Friday.\n")).Pages().Single();
        Reader.Read(page).Decoded.ShouldStartWith("Talks:");
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n", "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n--x\r\n")]
    [InlineData("Content-Type: multipart/mixed\r\n", "no boundary")]
    [InlineData("Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n", "????====")]
    [InlineData("Subject: =?x?q?=FF=?= =?utf-8?B?%%%?=\r\n", "\0\0")]
    public void A_mail_that_is_not_as_it_should_be_is_read_all_the_same(string fields, string body) => Should.NotThrow(() => Open(Bytes(Mail(fields, body))).Pages().ConvertAll(Reader.Read));

    [Fact]
    public void Parts_in_parts_have_an_end()
    {
        var body = string.Concat(Enumerable.Range(0, 3000).Select(i => $"--x\r\nContent-Type: multipart/mixed; boundary=x{i}\r\n\r\n--x{i}\r\n"));
        Should.NotThrow(() => Open(Bytes(Mail("Content-Type: multipart/mixed; boundary=x\r\n", body))).Pages().ConvertAll(Reader.Read));
    }

    internal static List<string> Shown(Document document, BlockRole role) => [.. document.Blocks.Where(b => b.Role == role).Select(b => b.Span.In(document.Text))];

    private static (ReadPage Read, Document Document) Read(string mail)
    {
        var read = Reader.Read(Open(Bytes(mail), "a.eml").Pages().ShouldHaveSingleItem());
        return (read, read.Documents.ShouldHaveSingleItem());
    }
}
