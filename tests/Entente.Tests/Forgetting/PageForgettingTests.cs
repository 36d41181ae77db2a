using Entente.Record.Asking;
using Entente.Record.Forgetting;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Entente.Tests.Forgetting;

/// <summary>Promise 11: what is forgotten is gone, from the record and from its file, and does not come back.</summary>
public sealed class PageForgettingTests
{
    private static readonly DateOnly Day = new(2024, 5, 6);

    private static readonly string Page = Pages.Article(77) + """

        Norwegian Foreign Minister Anniken Huitfeldt met her Finnish counterpart in Quillmouth on Friday, the Norwegian government said on its website.

        Finland accused Sweden of dumping thistlewood in the strait, and both governments agreed to hold further talks in Quillmouth before the summer.

        Comments

        Perpetua Vane - March 18, 2023 at 10:14
        I was born in Quillmouth and never saw a gooseberrymonger.

        Old Tobias - March 18, 2023 at 11:20
        Perpetua Vane is right, the marmaladery is closed.
        """;

    [Fact]
    public void Of_a_forgotten_page_no_byte_is_left_and_the_rest_is_as_if_it_had_never_been_read()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.AddArticle(2);
        var without = pages.Record("without.db");
        Pages.Read(without, [pages.Folder]);
        pages.Add("quillmouth-secret.txt", Page);
        pages.Read();
        RawBytes.Find(pages.Record(), "Quillmouth", "thistlewood", "gooseberrymonger").Count.ShouldBe(3);

        var counts = Preview(pages, ForgetKind.Page, "quillmouth-secret.txt");
        RawBytes.Find(pages.Record(), "Quillmouth").ShouldNotBeEmpty("a preview changes nothing");
        var outcome = Forget(pages, ForgetKind.Page, "quillmouth-secret.txt");

        outcome.Tidied.ShouldBeTrue();
        outcome.Receipt.Counts.ShouldBe(counts);
        counts.Pages.ShouldBe(1);
        counts.Claims.ShouldBeGreaterThan(0);
        var digest = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(pages.Folder, "quillmouth-secret.txt"))));
        RawBytes.Find(pages.Record(), "Quillmouth", "thistlewood", "gooseberrymonger", "Huitfeldt", digest[7..], digest[7..19]).ShouldBeEmpty();
        Pages.Exports(pages.Record()).ShouldBe(Pages.Exports(without));
        Sound(pages.Record());
    }

    [Fact]
    public void A_forgotten_page_does_not_come_back_under_another_name_or_with_another_coder()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Add("quillmouth.txt", Page);
        pages.Read();
        Forget(pages, ForgetKind.Page, "quillmouth.txt");
        pages.Add("again/under-another-name.txt", Page);
        pages.Add("pages.csv", "file,publisher\nquillmouth.txt,The Other Post\n");

        var report = pages.Read();
        report.PassedOver["forgotten"].ShouldBe(2);
        report.New.ShouldBe(0);
        Read(pages, "a newer coder").New.ShouldBe(1);

        RawBytes.Find(pages.Record(), "Quillmouth", "under-another-name").ShouldBeEmpty();
        Sound(pages.Record());
    }

    [Fact]
    public void Of_a_forgotten_thread_the_article_stays_with_every_claim_and_offset()
    {
        using var pages = new Pages();
        pages.Add("quillmouth.txt", Page);
        Read(pages, "test", keepCommenters: true);
        var before = Archive.Open(pages.Record()).Documents().Single();
        before.Comments.ShouldBe(2);
        var claims = Claims(pages.Record());

        var counts = Preview(pages, ForgetKind.Thread, before.Id);
        var outcome = Forget(pages, ForgetKind.Thread, before.Id);

        outcome.Receipt.Counts.ShouldBe(counts);
        counts.ShouldBe(new ForgetCounts(1, 1, 0, 0, 2));
        RawBytes.Find(pages.Record(), "gooseberrymonger", "marmaladery", "Perpetua", "Tobias", "at 10:14").ShouldBeEmpty();
        RawBytes.Find(pages.Record(), "thistlewood").ShouldNotBeEmpty();
        Claims(pages.Record()).ShouldBe(claims);
        Archive.Open(pages.Record()).Documents().Single().Characters.ShouldBe(before.Characters);
        Sound(pages.Record());

        Read(pages, "a newer coder", keepCommenters: true).New.ShouldBe(1);
        RawBytes.Find(pages.Record(), "gooseberrymonger", "marmaladery", "Perpetua", "Tobias").ShouldBeEmpty();
        Quotes(pages.Record()).ShouldBe([.. claims.Select(c => c.Split('\t')[1])], ignoreOrder: true);
        Sound(pages.Record());
    }

    [Theory]
    [InlineData(ForgetKind.Page)]
    [InlineData(ForgetKind.Thread)]
    public void All_captures_of_an_address_go_and_none_comes_back(ForgetKind kind)
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Add("first.txt", Page);
        pages.Add("second.txt", Page + "\n\nNewcomer - March 19, 2023 at 11:20\nNo gooseberrymonger, no marmaladery.\n");
        pages.Add("pages.csv", "file,uri\nfirst.txt,https://www.example.org/quillmouth?utm_source=x\nsecond.txt,https://example.org/quillmouth/\nthird.txt,https://example.org/quillmouth\npage-001.txt,https://example.org/other\n");
        Read(pages, "test");
        using (var ledger = Ledger.Open(pages.Record()))
        {
            Should.Throw<FormatException>(() => Forgetter.Forget(ledger, new ForgetRequest(kind, "nowhere", Day) { Captures = true }));
            var counts = Forgetter.Forget(ledger, new ForgetRequest(kind, "first.txt", Day) { Captures = true }).Receipt.Counts;
            (counts.Pages, counts.Comments).ShouldBe((2, 5));
        }

        string[] words = kind == ForgetKind.Page ? ["Quillmouth", "thistlewood", "gooseberrymonger"] : ["gooseberrymonger", "marmaladery", "Newcomer"];
        RawBytes.Find(pages.Record(), words).ShouldBeEmpty();
        pages.Add("third.txt", Page + "\n\nAnother - March 20, 2023 at 11:20\nWhere is the gooseberrymonger?\n");
        var report = Read(pages, "a newer coder");
        RawBytes.Find(pages.Record(), words).ShouldBeEmpty();
        (report.New, report.PassedOver.GetValueOrDefault("forgotten")).ShouldBe(kind == ForgetKind.Page ? (1, 3) : (4, 0));
        Sound(pages.Record());
    }

    [Fact]
    public void A_receipt_holds_no_personal_data()
    {
        using var pages = new Pages();
        pages.Add("quillmouth.txt", Page);
        pages.Read();
        using var ledger = Ledger.Open(pages.Record());
        Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Page, "quillmouth.txt", Day) { By = "the archivist", Reason = "asked for" });
        var receipt = Forgetter.Receipts(ledger).Single();
        (receipt.Id, receipt.Day, receipt.Kind, receipt.By, receipt.Reason).ShouldBe((1, Day, ForgetKind.Page, "the archivist", "asked for"));
        (receipt.Counts.Pages, receipt.Counts.Comments).ShouldBe((1, 2));
        ledger.Connection.Query("SELECT kind, length(hash), family FROM forgotten", r => (r.GetString(0), r.GetInt32(1), r.TextOrNull(2))).ShouldBe([("page", 64, null)]);
        Should.Throw<FormatException>(() => Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Page, "quillmouth.txt", Day))).Message.ShouldContain("holds no page");
    }

    [Fact]
    public void A_tidying_that_was_broken_off_is_done_by_the_next_who_writes()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Add("quillmouth.txt", Page);
        pages.Read();
        using (var reader = new SqliteConnection("Data Source=" + pages.Record() + ";Pooling=False"))
        {
            reader.Open();
            using var held = reader.BeginTransaction(deferred: true);
            reader.Number("SELECT count(*) FROM page").ShouldBe(2);
            Forget(pages, ForgetKind.Page, "quillmouth.txt").Tidied.ShouldBeFalse();
        }

        Ledger.Open(pages.Record()).Dispose();
        RawBytes.Find(pages.Record(), "Quillmouth", "thistlewood").ShouldBeEmpty();
        Sound(pages.Record());
    }

    private static ForgetCounts Preview(Pages pages, ForgetKind kind, string what)
    {
        using var ledger = Ledger.Open(pages.Record());
        return Forgetter.Preview(ledger, new ForgetRequest(kind, what, Day));
    }

    private static ForgetOutcome Forget(Pages pages, ForgetKind kind, string what)
    {
        using var ledger = Ledger.Open(pages.Record());
        return Forgetter.Forget(ledger, new ForgetRequest(kind, what, Day));
    }

    private static RecorderReport Read(Pages pages, string coder, bool keepCommenters = false)
    {
        using var ledger = Ledger.Open(pages.Record());
        Reconciler.Follow(ledger);
        return new Recorder(Some.Coder, coder, new RecorderOptions(1, keepCommenters)).Read(Pile.Walk([pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
    }

    private static List<string> Claims(string record) => [.. Archive.Open(record).Claims(new Entente.Record.ClaimFilter()).Select(c => c.Id + "\t" + c.Quote).Order(StringComparer.Ordinal)];

    private static List<string> Quotes(string record) => [.. Archive.Open(record).Claims(new Entente.Record.ClaimFilter()).Select(c => c.Quote)];

    private static void Sound(string record)
    {
        Verifier.Verify(record).SelectMany(c => c.Violations).ShouldBeEmpty();
        using var ledger = Ledger.Open(record);
        Reconciler.Verify(ledger).Violations.ShouldBeEmpty();
    }
}
