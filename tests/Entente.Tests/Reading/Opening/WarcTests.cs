using Entente.Claims;
using Entente.Claims.Reading.Opening;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class WarcTests
{
    private static readonly byte[] Http = Bytes("Content-Type: application/http; msgtype=response\r\n");

    public static TheoryData<string> Disguises { get; } = ["plain", "gzip", "x-gzip", "deflate", "raw deflate", "br", "chunked", "chunked gzip", "chunked in name only", "gzip in name only", "br in name only", "lower case", "1.0"];

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_page_is_found_in_every_disguise(string disguise)
    {
        var page = Bytes(Html);
        var (body, fields) = disguise switch
        {
            "gzip" => (Gzip(page), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
            "x-gzip" => (Gzip(page), "Content-Type: text/html\r\nContent-Encoding: x-gzip\r\n"),
            "deflate" => (Zlib(page), "Content-Type: text/html\r\nContent-Encoding: deflate\r\n"),
            "raw deflate" => (Deflate(page), "Content-Type: text/html\r\nContent-Encoding: deflate\r\n"),
            "br" => (Brotli(page), "Content-Type: text/html\r\nContent-Encoding: br\r\n"),
            "chunked" => (Chunked(page), "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
            "chunked gzip" => (Chunked(Gzip(page)), "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
            "chunked in name only" => (page, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
            "gzip in name only" => (page, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
            "br in name only" => (page, "Content-Type: text/html\r\nContent-Encoding: br\r\n"),
            "lower case" => (page, "content-type: TEXT/HTML; charset=utf-8\r\n"),
            _ => (page, "Content-Type: text/html; charset=utf-8\r\n"),
        };
        var archive = Join(Warc("warcinfo", Bytes("software: none\r\n")), Warc("response", Answer(body, fields), "Content-Type: application/http\r\n", version: disguise == "1.0" ? "1.0" : "1.1"));

        foreach (var opened in new[] { Open(archive), OpenForwards(archive), Open(Gzip(archive)) })
        {
            var found = opened.Pages().ShouldHaveSingleItem();
            found.Text().ShouldBe(Html);
            found.Given.Uri.ShouldBe(Address);
            found.Given.Captured.ShouldBe(new DateOnly(2023, 3, 18));
            found.Digest.ShouldBe(new Page("file", page).Digest);
            opened.Problems().ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_page_tells_its_record_and_its_place_in_the_packed_file()
    {
        var first = Gzip(Warc("warcinfo", Bytes("x")));
        var page = Open(Join(first, Gzip(Response(Html)), Gzip(Response(Html, "https://harbour.example/b"))), "a.warc.gz").OfType<OpenedPage>().First();
        (page.Place, page.RecordId).ShouldBe(($"a.warc.gz@{first.Length}", "urn:uuid:0-response"));
    }

    [Fact]
    public void The_charset_of_the_http_header_goes_with_the_page()
    {
        var answer = Answer([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Content-Type: text/html; Charset=\"windows-1251\"\r\n");
        Open(Warc("response", answer)).Pages().ShouldHaveSingleItem().Given.Charset.ShouldBe("windows-1251");
    }

    [Fact]
    public void Only_answers_that_are_pages_and_resources_are_taken_and_the_rest_is_counted()
    {
        var http = System.Text.Encoding.ASCII.GetString(Http);
        var opened = Open(Join(
            Warc("warcinfo", Bytes("x")),
            Warc("request", Bytes("GET / HTTP/1.1\r\n\r\n")),
            Warc("metadata", Bytes("via: x")),
            Warc("revisit", Answer([]), http),
            Warc("conversion", Bytes("text"), "Content-Type: text/plain\r\n"),
            Warc("response", Answer([], "Location: /b\r\n", "301 Moved"), http),
            Warc("response", Answer(Bytes(Html), status: "404 Not Found"), http),
            Warc("response", Answer([0x47, 0x49, 0x46], "Content-Type: image/gif\r\n"), http),
            Warc("response", Answer(Bytes("{}"), "Content-Type: application/json\r\n"), http),
            Warc("response", [], http),
            Warc("response", Answer([]), http),
            Warc("response", Bytes("192.0.2.1"), "Content-Type: text/dns\r\n", "dns:harbour.example"),
            Warc("resource", Bytes("{}"), "Content-Type: application/json\r\n"),
            Warc("resource", Bytes("Ministers meet"), "Content-Type: text/plain\r\n", "urn:text:https://harbour.example/"),
            Warc("resource", Bytes(Html), "Content-Type: text/html\r\n")));
        opened.Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);
        opened.Passed().ShouldBe(
            ["warcinfo record", "request record", "metadata record", "revisit record", "conversion record", "answer 301", "answer 404", "image", "data", "empty answer", "empty answer", "response record", "data", "resource record"]);
        opened.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_cut_off_on_archiving_is_left_out_and_named()
    {
        var opened = Open(Join(Warc("response", Answer(Bytes(Html[..200])), "WARC-Truncated: length\r\n"), Response(Html)));
        opened.Pages().Count.ShouldBe(1);
        opened.Problems().ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Damaged);
    }

    [Theory]
    [InlineData(+40)]
    [InlineData(-40)]
    [InlineData(+100_000)]
    [InlineData(long.MaxValue - 10_000)]
    public void A_length_that_lies_costs_no_other_record(long lie)
    {
        var length = Answer(Bytes(Html)).Length + lie;
        var archive = Join(Response(Html, "https://harbour.example/a", length), Warc("request", Bytes("GET"), length: 3 + lie), Response(Html, "https://harbour.example/b"), Response(Html, "https://harbour.example/c"));
        foreach (var opened in new[] { Open(archive), OpenForwards(archive), Open(Gzip(archive)) })
        {
            opened.Pages().Select(p => p.Given.Uri).ShouldContain("https://harbour.example/b");
            opened.Pages().Select(p => p.Given.Uri).ShouldContain("https://harbour.example/c");
            opened.Problems().ShouldNotBeEmpty();
        }

        if (lie < 1_000_000)
        {
            Open(archive).Pages()[0].Text().TrimEnd().ShouldBe(Html);
        }
    }

    [Theory]
    [InlineData("Content-Length: many\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("")]
    public void A_record_without_a_length_ends_where_the_next_begins(string length)
    {
        var opened = Open(Join(Bytes($"WARC/1.0\r\nWARC-Type: response\r\n{length}\r\n"), Answer(Bytes(Html)), Bytes("\r\n\r\n"), Response(Html)));
        opened.Pages().Count.ShouldBe(2);
        opened.Pages()[0].Text().ShouldBe(Html);
    }

    [Fact]
    public void A_page_that_shows_a_record_is_not_taken_apart()
    {
        var page = Html.Replace("</p>", "</p><pre>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n</pre>", StringComparison.Ordinal);
        Open(Join(Response(page), Warc("metadata", Bytes(page)), Response(Html))).Pages().Select(p => p.Text()).ShouldBe([page, Html]);
    }

    [Fact]
    public void Noise_between_records_is_named_and_passed_over()
    {
        var opened = Open(Join(Response(Html), Bytes("\0\0\0 what is this \0\r\n"), Response(Html)));
        opened.Pages().Count.ShouldBe(2);
        opened.Problems().ShouldHaveSingleItem().Message.ShouldContain("no record");
    }

    [Fact]
    public void An_archive_that_ends_in_a_page_gives_what_is_left_of_it()
    {
        var archive = Join(Response(Html), Response(Html));
        var opened = Open(archive[..^100]);
        opened.Pages().Count.ShouldBe(2);
        Html.ShouldStartWith(opened.Pages()[1].Text());
        opened.Problems().ShouldHaveSingleItem().Message.ShouldContain("cut off");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public void A_packed_body_that_is_cut_off_gives_what_could_be_unpacked(string coding)
    {
        var page = Html + string.Concat(Enumerable.Range(0, 3000).Select(i => $"<p>Paragraph {i * 7919 % 9973} of the report.</p>"));
        var body = coding switch { "gzip" => Gzip(Bytes(page)), "br" => Brotli(Bytes(page)), _ => Zlib(Bytes(page)) };
        var opened = Open(Join(Warc("response", Answer(body[..(body.Length / 2)], $"Content-Type: text/html\r\nContent-Encoding: {coding}\r\n")), Response(Html)));
        opened.Pages()[^1].Text().ShouldBe(Html);
        opened.Pages().Count.ShouldBe(2);
        page.ShouldStartWith(opened.Pages()[0].Text());
    }
}
