using Entente.Claims;
using Entente.Claims.Reading.Opening;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class GzipTests
{
    [Theory]
    [InlineData("page.html.gz")]
    [InlineData("page")]
    [InlineData("style.css")]
    public void A_packed_page_is_read_whatever_it_is_called(string name) => Open(Gzip(Bytes(Html)), name).Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);

    [Fact]
    public void Members_of_one_file_are_joined() => Open(Join(Gzip(Bytes(Html[..100])), Gzip([]), Gzip(Bytes(Html[100..])))).Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);

    [Fact]
    public void Records_may_run_over_members()
    {
        var archive = Join(Response(Html, "https://harbour.example/a"), Response(Html, "https://harbour.example/b"));
        var packed = Join(archive.Chunk(300).Select(Gzip));
        Open(packed).Pages().Select(p => p.Given.Uri).ShouldBe(["https://harbour.example/a", "https://harbour.example/b"]);
    }

    [Fact]
    public void Header_fields_of_a_member_are_passed_over()
    {
        var plain = Gzip(Bytes(Html));
        byte[] header = [0x1F, 0x8B, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, .. "a.html\0"u8, .. "remark\0"u8, 7, 7];
        Open(Join(header, plain[10..])).Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_damaged_member_costs_no_other(bool forwards)
    {
        var damaged = Gzip(Response(Html, "https://harbour.example/bad"));
        damaged.AsSpan(damaged.Length / 2, 20).Fill(0xFF);
        var archive = Join(Gzip(Response(Html, "https://harbour.example/a")), damaged, Gzip(Response(Html, "https://harbour.example/b")), Gzip(Response(Html, "https://harbour.example/c")));
        var opened = forwards ? OpenForwards(archive, "a.warc.gz") : Open(archive, "a.warc.gz");
        opened.Pages().Select(p => p.Given.Uri).Where(u => !u!.EndsWith("bad", StringComparison.Ordinal)).ShouldBe(["https://harbour.example/a", "https://harbour.example/b", "https://harbour.example/c"]);
        opened.Problems().ShouldContain(p => p.Code == ProblemCodes.Damaged && p.Message.Contains("damaged at byte"));
    }

    [Fact]
    public void A_checksum_that_does_not_fit_is_told()
    {
        var packed = Gzip(Bytes(Html));
        packed[^6] ^= 0x55;
        var opened = Open(packed);
        opened.Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);
        opened.Problems().ShouldHaveSingleItem().Message.ShouldContain("checksum");
    }

    [Fact]
    public void A_file_that_is_cut_off_gives_what_is_there()
    {
        var page = string.Concat(Enumerable.Range(0, 5000).Select(i => $"Line {i * 7919 % 9973} of the report.\n"));
        var packed = Gzip(Bytes(page));
        var opened = Open(packed[..(packed.Length / 2)]);
        page.ShouldStartWith(opened.Pages().ShouldHaveSingleItem().Text());
        opened.Problems().ShouldHaveSingleItem().Message.ShouldContain("cut off");
    }

    [Fact]
    public void A_bomb_is_given_up_early()
    {
        var bomb = Gzip(new byte[60 << 20]);
        var options = new OpenerOptions { LeastUnpacked = 1 << 20, LargestRatio = 10 };
        var opened = Open(bomb, options: options);
        opened.Pages().ShouldBeEmpty();
        opened.Problems().ShouldContain(p => p.Code == ProblemCodes.TooLarge || p.Message.Contains("many times its size"));

        var inner = Warc("response", Answer(Gzip(new byte[40 << 20]), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"));
        Open(inner, options: options).Pages().ShouldBeEmpty();
    }

    [Fact]
    public void Packing_in_packing_has_an_end()
    {
        var content = Bytes(Html);
        for (var i = 0; i < 4; i++)
        {
            content = Gzip(content);
        }

        Open(content).Pages().ShouldHaveSingleItem().Text().ShouldBe(Html);
        Open(Gzip(Gzip(Gzip(content)))).Problems().ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.TooLarge);
    }

    [Fact]
    public void Two_hundred_megabytes_stream_through_in_the_memory_of_a_record()
    {
        const int Records = 2000;
        var page = Html + new string('x', 100_000);
        var record = Gzip(Response(page));
        var (left, at) = (Records, 0);
        var stream = new ReaderStream(target =>
        {
            (left, at) = at == record.Length ? (left - 1, 0) : (left, at);
            var length = left == 0 ? 0 : Math.Min(target.Length, record.Length - at);
            record.AsSpan(at, length).CopyTo(target);
            at += length;
            return length;
        });
        var options = new OpenerOptions { LeastUnpacked = 1L << 30 };
        var (pages, kept) = (new List<WeakReference>(), 0);
        foreach (var opened in new Opener(options).Open(stream, "big.warc.gz").OfType<OpenedPage>())
        {
            opened.Page.Content.Length.ShouldBeGreaterThan(100_000);
            pages.Add(new WeakReference(opened.Page));
            if (pages.Count % 500 == 0)
            {
                GC.Collect();
                kept = Math.Max(kept, pages.Count(p => p.IsAlive));
            }
        }

        pages.Count.ShouldBe(Records);
        kept.ShouldBeLessThanOrEqualTo(2);
    }
}
