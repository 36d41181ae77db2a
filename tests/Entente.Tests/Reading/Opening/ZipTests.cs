using System.Formats.Tar;
using Entente.Claims;
using Entente.Claims.Reading.Opening;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class ZipTests
{
    [Fact]
    public void Entries_are_pages_with_places_and_the_rest_is_counted()
    {
        var opened = Open(
            Zip(("news/a.html", Bytes(Html)), ("news/", []), ("news/logo.png", [0x89, 0x50, 0x4E, 0x47]), ("news/a_files/app.js", Bytes("x")), (".DS_Store", Bytes("x")), ("__MACOSX/._a.html", Bytes("x")), ("data.json", Bytes("{}"))),
            "saved.zip");
        opened.OfType<OpenedPage>().ShouldHaveSingleItem().Place.ShouldBe("saved.zip/news/a.html");
        opened.Passed().ShouldBe(["image", "part of a saved page", "hidden", "hidden", "data"]);
        opened.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void Archives_in_archives_are_opened()
    {
        var warc = Join(Gzip(Warc("warcinfo", Bytes("x"))), Gzip(Response(Html)));
        var content = Zip(("inner.zip", Zip(("archive/data.warc.gz", warc), ("b.html", Bytes(Html)))), ("c.html.gz", Gzip(Bytes(Html))));
        foreach (var opened in new[] { Open(content, "all.zip"), OpenForwards(content, "all.zip") })
        {
            opened.OfType<OpenedPage>().Select(p => p.Place.Split('@')[0]).ShouldBe(["all.zip/inner.zip/archive/data.warc.gz", "all.zip/inner.zip/b.html", "all.zip/c.html.gz"]);
            opened.Pages()[0].Given.Uri.ShouldBe(Address);
        }
    }

    [Fact]
    public void A_web_archive_collection_gives_its_pages()
    {
        var warc = Join(Gzip(Warc("warcinfo", Bytes("x"))), Gzip(Response(Html)));
        var opened = Open(Zip(("datapackage.json", Bytes("{}")), ("pages/pages.jsonl", Bytes("{}")), ("indexes/index.cdx.gz", Gzip(Bytes("com,example)/ 2023"))), ("archive/data.warc.gz", warc)), "saved.wacz");
        opened.Pages().ShouldHaveSingleItem().Given.Uri.ShouldBe(Address);
        opened.Passed().Count(p => p == "data").ShouldBe(3);
    }

    [Theory]
    [InlineData("../../etc/passwd", "a.zip/etc/passwd")]
    [InlineData("/root/x", "a.zip/root/x")]
    [InlineData("..\\x\u0007y", "a.zip/x_y")]
    public void Names_that_lead_out_of_the_archive_are_only_names(string name, string place) => Open(Zip((name, Bytes(Html))), "a.zip").OfType<OpenedPage>().ShouldHaveSingleItem().Place.ShouldBe(place);

    [Fact]
    public void A_damaged_entry_costs_no_other()
    {
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);
        var text = Bytes(Convert.ToHexString(noise));
        var content = Zip(("a.txt", text), ("b.html", Bytes(Html)));
        content.AsSpan(60, 500).Fill(0xFF);
        var opened = Open(content);
        opened.Pages()[^1].Text().ShouldBe(Html);
        opened.Problems().ShouldContain(p => p.Code == ProblemCodes.Damaged);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_archive_without_its_end_is_named_and_gives_what_is_left(bool forwards)
    {
        var report = string.Concat(Enumerable.Range(0, 9000).Select(i => $"Line {i * 7919 % 9973} of the report.\n"));
        var content = Zip(("news/a.html", Bytes(Html)), (".hidden", Bytes("x")), ("b.warc", Response(Html)), ("c.txt", Bytes(report)));
        var opened = forwards ? OpenForwards(content[..^5000], "x.zip") : Open(content[..^5000], "x.zip");
        opened.OfType<OpenedPage>().Select(p => p.Place).ShouldBe(["x.zip/news/a.html", "x.zip/b.warc@0", "x.zip/c.txt"]);
        opened.Pages()[0].Text().ShouldBe(Html);
        report.ShouldStartWith(opened.Pages()[2].Text());
        opened.Passed().ShouldBe(["hidden"]);
        opened.OfType<OpeningProblem>().Select(p => p.Place).ShouldContain("x.zip");
    }

    [Fact]
    public void A_bomb_is_given_up_early()
    {
        var opened = Open(Zip(("a.txt", new byte[50 << 20]), ("b.html", Bytes(Html))), options: new OpenerOptions { LeastUnpacked = 1 << 20, LargestRatio = 10 });
        opened.Pages().ShouldNotContain(p => p.Content.Length > 11 << 20);
        opened.Problems().ShouldContain(p => p.Message.Contains("many times its size"));
    }

    [Fact]
    public void A_page_that_is_too_large_is_named_and_the_next_is_read()
    {
        var opened = Open(Zip(("a.txt", Bytes(new string('a', 3000))), ("b.html", Bytes(Html))), options: new OpenerOptions { LargestPage = 2000 });
        opened.Problems().ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.TooLarge);
        opened.Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);
    }

    [Fact]
    public void An_office_document_is_named_as_not_read() =>
        Open(Zip(("[Content_Types].xml", Bytes("<x/>")), ("word/document.xml", Bytes("<x/>")))).Problems().ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.NotRead);

    [Fact]
    public void A_tar_archive_in_gzip_is_opened_as_far_as_it_goes()
    {
        using var stream = new MemoryStream();
        using (var archive = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
        {
            archive.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "news/"));
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "news/a.html") { DataStream = new MemoryStream(Bytes(Html)) });
            archive.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "news/link") { LinkName = "/etc/passwd" });
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../b.warc") { DataStream = new MemoryStream(Response(Html)) });
        }

        var whole = stream.ToArray();
        foreach (var opened in new[] { Open(whole, "x.tar"), Open(Gzip(whole), "x.tar"), OpenForwards(whole, "x.tar") })
        {
            opened.OfType<OpenedPage>().Select(p => p.Place).ShouldBe(["x.tar/news/a.html", "x.tar/b.warc@0"]);
            opened.Problems().ShouldBeEmpty();
        }

        var cut = Open(whole[..(whole.Length - 2200)], "x.tar");
        cut.Pages().Count.ShouldBeInRange(1, 2);
        cut.Problems().ShouldNotBeEmpty();
    }
}
