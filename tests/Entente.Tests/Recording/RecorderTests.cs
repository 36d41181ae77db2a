using Entente.Claims;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Tests.Reading.Opening;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

public sealed class RecorderTests
{
    [Fact]
    public void Reading_the_same_folder_again_changes_nothing()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.AddArticle(2);
        pages.Read().New.ShouldBe(2);
        var (first, totals) = (Pages.Exports(pages.Record()), Archive.Open(pages.Record()).Totals());

        var again = pages.Read();

        (again.New, again.Known).ShouldBe((0, 2));
        Pages.Exports(pages.Record()).ShouldBe(first);
        Archive.Open(pages.Record()).Totals().Stamp.ShouldBe(totals.Stamp);
    }

    [Fact]
    public void The_order_of_reading_does_not_matter()
    {
        using var pages = new Pages();
        var samples = Some.SamplePages().ToList();
        foreach (var sample in samples)
        {
            File.Copy(sample, Path.Combine(pages.Folder, Path.GetFileName(sample)));
        }

        var (together, oneByOne) = (pages.Record("together.db"), pages.Record("one-by-one.db"));
        Pages.Read(together, [pages.Folder], jobs: 3);
        foreach (var file in Directory.GetFiles(pages.Folder).OrderDescending(StringComparer.Ordinal))
        {
            Pages.Read(oneByOne, [file], jobs: 1);
        }

        Pages.Exports(oneByOne).ShouldBe(Pages.Exports(together));
    }

    [Fact]
    public void A_page_under_two_names_is_one_page_with_two_paths()
    {
        using var pages = new Pages();
        pages.Add("a.txt", Pages.Article(1));
        pages.Add("deep/b.txt", Pages.Article(1));
        pages.Read().New.ShouldBe(1);
        Archive.Open(pages.Record()).Documents().Single().Paths.ShouldBe(["a.txt", "deep/b.txt"]);
    }

    [Fact]
    public void A_page_in_archives_and_by_itself_is_one_page_and_every_file_is_accounted_for()
    {
        using var pages = new Pages();
        var html = Wrapping.Bytes(Wrapping.Html);
        pages.Add("a.html", html);
        pages.Add("b.warc.gz", Wrapping.Join(Wrapping.Gzip(Wrapping.Warc("request", Wrapping.Bytes("GET"))), Wrapping.Gzip(Wrapping.Response(Wrapping.Html))));
        pages.Add("c.zip", Wrapping.Zip(("deep/a.html", html), ("logo.png", [0x89, 0x50, 0x4E, 0x47]), ("d.txt", Wrapping.Bytes(Pages.Article(1)))));
        pages.Add("e.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0]);

        var report = pages.Read();

        report.New.ShouldBe(2);
        Archive.Open(pages.Record()).Documents().Single(d => d.Uri == Wrapping.Address).Paths.ShouldContain("c.zip/deep/a.html");
        Archive.Open(pages.Record()).Documents().Single(d => d.Uri == Wrapping.Address).Paths.Count.ShouldBe(3);
        report.Files.Select(f => $"{f.Name} {f.Pages} {string.Join(' ', f.PassedOver.Keys)} {f.Problems}").ShouldBe(["a.html 1  0", "b.warc.gz 1 request record 0", "c.zip 2 image 0", "e.7z 0  1"]);
        pages.Read().Known.ShouldBe(2);
    }

    [Fact]
    public void Adding_a_page_changes_no_earlier_claim()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        var before = Archive.Open(pages.Record()).Claims().ToDictionary(c => c.Id, c => c.Gist + c.Quote);
        pages.AddArticle(2);
        pages.Read();
        var after = Archive.Open(pages.Record()).Claims().ToDictionary(c => c.Id, c => c.Gist + c.Quote);
        before.ShouldNotBeEmpty();
        before.ShouldAllBe(c => after[c.Key] == c.Value);
    }

    [Fact]
    public void Two_pages_with_the_same_text_have_claims_of_their_own()
    {
        using var pages = new Pages();
        pages.Add("a.txt", Pages.Article(1));
        pages.Add("b.txt", Pages.Article(1) + "\n");
        pages.Read().New.ShouldBe(2);
        var claims = Archive.Open(pages.Record()).Claims();
        claims.ShouldNotBeEmpty();
        claims.Select(c => c.Id).ShouldBeUnique();
        claims.Select(c => c.Document).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_pages_csv_beside_the_pages_says_what_they_do_not()
    {
        using var pages = new Pages();
        pages.Add("a.txt", "Leaders meet\n\nThe two leaders met in Astana and spoke of trade for three hours, officials in the city said afterwards.\n");
        pages.Read();
        Archive.Open(pages.Record()).Documents().Single().Publisher.ShouldBeNull();

        pages.Add("pages.csv", "file,publisher,date\r\na.txt,\"Post, The Harbour\",2023-03-17\r\nb.txt,Nobody,\r\n");
        var report = pages.Read();

        report.New.ShouldBe(1);
        report.Problems.ShouldContain(p => p.Problem.Code == ProblemCodes.PagesCsv && p.Problem.Message.Contains("b.txt"));
        var document = Archive.Open(pages.Record()).Documents().Single();
        document.Publisher.ShouldBe("Post, The Harbour");
        document.Published.ShouldBe(DateInterval.Day(new DateOnly(2023, 3, 17)));
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_goes_on()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Add("empty.txt", "");
        pages.Add("noise.txt", [0, 1, 2, 255, 254, 0, 0, 7, 0, 3, 0, 0, 200, 201, 0, 9]);
        pages.Add("report.pdf", "%PDF-1.7 ...");
        pages.Add("Page_files/logo.png", "x");
        pages.Add("Page_files/app.js", "x");
        pages.Add("picture.png", [0x89, 0x50, 0x4E, 0x47, 13, 10]);

        var report = Pages.Read(pages.Record(), [pages.Folder, Path.Combine(pages.Root, "nowhere")]);

        Archive.Open(pages.Record()).Documents().ShouldContain(d => d.Paths.Contains("page-001.txt") && d.Claims > 0);
        report.Problems.Select(p => p.Problem.Code).ShouldBe([ProblemCodes.Empty, ProblemCodes.Binary, ProblemCodes.NoProgram, ProblemCodes.Unreadable], ignoreOrder: true);
        Archive.Open(pages.Record()).Problems().Where(p => !p.Read).Select(p => Path.GetFileName(p.Path)).ShouldBe(["nowhere", "report.pdf"], ignoreOrder: true);
        report.Files.Single(f => f.Name == "report.pdf").ShouldSatisfyAllConditions(f => f.Pages.ShouldBe(0), f => f.Problems.ShouldBe(1));
        report.PassedOver.ShouldBe(new Dictionary<string, int> { ["image"] = 1, ["part of a saved page"] = 2 }, ignoreOrder: true);
    }

    [Fact]
    public void A_reading_that_is_stopped_can_be_gone_on_with()
    {
        // More than wait to be written, are being written and are in work at any moment: however slow the writing, some are left.
        const int Many = 150;
        using var pages = new Pages();
        foreach (var i in Enumerable.Range(1, Many))
        {
            pages.AddArticle(i);
        }

        using var stop = new CancellationTokenSource();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            var report = new Recorder(Some.Coder, "test", new RecorderOptions(2)).Read(Pile.Walk([pages.Folder]), ledger, new StopAt(3, stop), stop.Token);
            report.Stopped.ShouldBeTrue();
            report.New.ShouldBeInRange(3, Many - 1);
        }

        var rest = pages.Read();
        rest.Known.ShouldBeGreaterThanOrEqualTo(3);
        (rest.New + rest.Known).ShouldBe(Many);
    }

    private sealed class StopAt(int page, CancellationTokenSource stop) : IProgress<RecorderProgress>
    {
        public void Report(RecorderProgress value)
        {
            if (value.Done >= page)
            {
                stop.Cancel();
            }
        }
    }
}
