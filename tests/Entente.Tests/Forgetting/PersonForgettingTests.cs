using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Forgetting;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Accepting;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Forgetting;

/// <summary>A person who is forgotten is gone from every page, and from pages that are read later.</summary>
public sealed class PersonForgettingTests
{
    private static readonly DateOnly Day = new(2024, 5, 6);

    /// <summary>No byte of these may stay, however they are written.</summary>
    private static readonly string[] Written =
    [
        "Jürgen", "Jurgen", "Ostermoor", "ostermoor-quist", "ostermoor_quist", "ostermoor%20quist", "quist", "J\u00fcrgen", "saffron", "walrus", "periwinkle", "hazelnut", "turnip", "marzipan", "bagpipe",
    ];

    private static string Page => Pages.Article(5) + """

        The German envoy Jürgen Ostermoor-Quist accused Norway of smuggling saffron through the strait.

        "Finland will sanction Sweden over the walrus," Ostermoor-Quist told reporters. "Norway has attacked Denmark with periwinkle."

        He met Finnish officials in Oslo on Friday and talked about the hazelnut trade. Norway accused Mr Quist of stealing a turnip.

        Finland and Sweden signed an agreement on fishing in Helsinki on Thursday, the Finnish government said.

        Comments

        Old Tobias - March 18, 2023 at 11:20
        This jurgen ostermoor
        quist is all marzipan.

        Perpetua Vane - March 18, 2023 at 12:20
        Fishing is a fine thing.
        """;

    private static string Headlined => "JÜRGEN OSTERMOOR QUIST buys a bagpipe\n\nBy Ostermoor-Quist, Jürgen\n\n" + Pages.Article(6);

    [Fact]
    public void Of_a_forgotten_person_no_byte_is_left_and_other_claims_keep_their_ids_and_quotes()
    {
        using var pages = Pile();
        Read(pages, "test");
        RawBytes.Find(pages.Record(), "Ostermoor", "saffron", "walrus", "periwinkle", "hazelnut", "turnip", "marzipan", "bagpipe").Count.ShouldBe(8);
        var before = Claims(pages.Record());

        var outcome = Forget(pages, new ForgetRequest(ForgetKind.Person, "Jürgen Ostermoor-Quist", Day), out var preview);

        outcome.Tidied.ShouldBeTrue();
        outcome.Receipt.Counts.ShouldBe(preview);
        preview.Pages.ShouldBe(2);
        preview.Comments.ShouldBe(1);
        RawBytes.Find(pages.Record(), Written).ShouldBeEmpty();
        var after = Claims(pages.Record());
        after.ShouldBeSubsetOf(before);
        after.Count.ShouldBe(before.Count - (int)preview.Claims);
        after.ShouldContain(c => c.Contains("agreement on fishing", StringComparison.Ordinal));
        RawBytes.Find(pages.Record(), "Fishing is a fine thing").ShouldNotBeEmpty();
        Sound(pages.Record());
        Archive.Open(pages.Record()).Documents().SelectMany(d => d.Paths).ShouldContain(p => p.StartsWith("forgotten-", StringComparison.Ordinal) && p.EndsWith(".txt", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_does_not_bring_a_person_back_and_leaves_what_forgetting_left()
    {
        using var pages = Pile();
        Read(pages, "test");
        Forget(pages, new ForgetRequest(ForgetKind.Person, "Jürgen Ostermoor-Quist", Day), out _);
        Read(pages, "test").New.ShouldBe(0);
        var left = Pages.Exports(pages.Record());
        Read(pages, "newer").New.ShouldBe(3);
        Pages.Exports(pages.Record()).ShouldBe(left);
        pages.Add("jurgen_ostermoor_quist/later.txt", Page.Replace("hazelnut", "hazelnut and walnut", StringComparison.Ordinal));
        Read(pages, "newer").New.ShouldBe(1);
        Read(pages, "newer").Vanished.ShouldBeEmpty();

        RawBytes.Find(pages.Record(), [.. Written, "walnut"]).ShouldBeEmpty();
        Sound(pages.Record());
        Read(pages, "newer").Changed.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_forgotten_beforehand_is_never_recorded()
    {
        using var pages = Pile();
        Ledger.Open(pages.Record()).Dispose();
        Forget(pages, new ForgetRequest(ForgetKind.Person, "Ostermoor-Quist, Jürgen", Day), out var nothing);
        nothing.IsNothing.ShouldBeTrue();

        // The first reading is the other way round: what is read after a forgetting is what forgetting leaves of what was read.
        Read(pages, "test");
        RawBytes.Find(pages.Record(), Written).ShouldBeEmpty();
        Sound(pages.Record());
        var after = Pages.Exports(pages.Record());

        using var other = Pile();
        Read(other, "test");
        Forget(other, new ForgetRequest(ForgetKind.Person, "Jürgen Ostermoor-Quist", Day), out _);
        Pages.Exports(other.Record()).ShouldBe(after);
    }

    [Fact]
    public void Who_holds_a_public_office_goes_with_his_id_where_only_the_office_is_named()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Add("office.txt", Pages.Article(2).Replace("Chinese President Xi Jinping", "The Chinese president", StringComparison.Ordinal));
        Read(pages, "test");
        RawBytes.Find(pages.Record(), "person:xi-jinping").ShouldNotBeEmpty();
        Forget(pages, new ForgetRequest(ForgetKind.Person, "person:xi-jinping", Day), out var counts);
        counts.Pages.ShouldBe(2);
        Read(pages, "newer");
        RawBytes.Find(pages.Record(), "xi-jinping", "Jinping").ShouldBeEmpty();
        RawBytes.Find(pages.Record(), "vladimir-putin").ShouldNotBeEmpty();
        Sound(pages.Record());
    }

    [Fact]
    public void An_allegation_against_a_person_goes_with_him_and_a_denial_by_him_too()
    {
        using var pages = new Pages();
        Alleged.Record(pages.Record());
        Forget(pages, new ForgetRequest(ForgetKind.Person, Alleged.Accused, Day), out var counts);
        counts.Claims.ShouldBeGreaterThan(1);
        RawBytes.Find(pages.Record(), "Haddad", "war crimes").ShouldBeEmpty();
        Archive.Open(pages.Record()).Claims(new Entente.Record.ClaimFilter()).ShouldContain(c => c.Quote.Contains("agreement on trade", StringComparison.Ordinal));
        Sound(pages.Record());
    }

    [Fact]
    public void What_a_person_wrote_as_a_comment_goes_where_names_of_commenters_were_kept()
    {
        using var pages = Pile();
        Pages.Read(pages.Record(), [pages.Folder], keepCommenters: true);
        Forget(pages, new ForgetRequest(ForgetKind.Person, "Perpetua Vane", Day), out var counts);
        counts.ShouldBe(new ForgetCounts(1, 1, 0, 0, 1));
        RawBytes.Find(pages.Record(), "Perpetua", "Fishing is a fine thing").ShouldBeEmpty();
        Sound(pages.Record());
    }

    [Fact]
    public void What_other_coders_made_of_a_page_is_rid_of_a_person_too_and_cannot_bring_him_back()
    {
        using var guests = new Guests();
        var line = Guests.Line([.. new[] { "event", "label", "role" }.Select(kind => GoodClaims.Spoilt(GoodClaims.Of(kind), "id", $"\"{kind}\""))]);
        guests.Accept(line).Report.Accepted.ShouldBe(3);
        guests.Accept(line, new AcceptOptions { Coder = "Kari-Holm/2" }).Report.Accepted.ShouldBe(3);
        RawBytes.Find(guests.File, "Holm", "steady friend").Count.ShouldBe(2);
        using (var ledger = Ledger.Open(guests.File))
        {
            Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Person, "Kari Holm", Day)).Receipt.Counts.Documents.ShouldBe(3);
        }

        RawBytes.Find(guests.File, "Holm", "steady friend").ShouldBeEmpty();
        Sound(guests.File);
        guests.Accept(line);
        guests.Accept(line, new AcceptOptions { Coder = "model-y" });
        guests.Accept(line, new AcceptOptions { Coder = "kari_holm" }).Report.LinesRefused.ShouldBe(1);
        RawBytes.Find(guests.File, "Holm", "steady friend").ShouldBeEmpty();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + guests.File))
        {
            connection.Open();
            connection.Number("SELECT count(*) FROM claim c JOIN document d ON d.id = c.document JOIN coding g ON g.id = d.coding WHERE g.coder IN (SELECT coder FROM guest)").ShouldBe(2);
            connection.Query("SELECT DISTINCT text FROM document", r => r.GetString(0)).ShouldHaveSingleItem();
        }

        Sound(guests.File);
    }

    [Fact]
    public void What_is_kept_to_know_a_person_by_and_the_receipt_hold_no_name()
    {
        using var pages = Pile();
        Read(pages, "test");
        using var ledger = Ledger.Open(pages.Record());
        Should.Throw<FormatException>(() => Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Person, "Jürgen Ostermoor-Quist", Day) { Reason = "jurgen ostermoor quist asked for it" }));
        Should.Throw<FormatException>(() => Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Person, "A.", Day)));
        Forgetter.Receipts(ledger).ShouldBeEmpty();
        Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Person, "Jürgen Ostermoor-Quist", Day) { Also = ["J. Ostermoor"], Reason = "asked for" });
        Forgetter.Receipts(ledger).Single().Kind.ShouldBe(ForgetKind.Person);
        ledger.Connection.Query("SELECT kind || ' ' || hash || ' ' || filter FROM forgotten", r => r.GetString(0)).ShouldAllBe(row => System.Text.RegularExpressions.Regex.IsMatch(row, "^name [0-9a-f]{64} [0-9]+$"));
    }

    [Theory]
    [InlineData("Shane O'Neill-Bright", "and shane oneill bright came")]
    [InlineData("Shane O'Neill-Bright", "/2023/shane-o-neill-bright.html")]
    [InlineData("Shane O'Neill-Bright", "SHANE O’NEILL\n  BRIGHT’s house")]
    [InlineData("José Ñúñez", "https://example.org/jos%C3%A9%20nunez?x")]
    [InlineData("José Ñúñez", "Nuñez, José")]
    [InlineData("José Ñúñez", "@JoseNunez")]
    [InlineData("Łukasz Żółć", "lukasz_zolc.pdf")]
    [InlineData("Mary-Ann Doe", "Maryann Doe")]
    public void A_name_is_found_however_it_is_written(string name, string text)
    {
        NameFinder.Of(NameSpelling.Of(name)).IsIn(text).ShouldBeTrue();
        NameFinder.Of(NameSpelling.Of(name)).IsIn("nobody of that name, doe or jose or shane").ShouldBeFalse();
    }

    private static Pages Pile()
    {
        var pages = new Pages();
        pages.AddArticle(1);
        pages.Add("envoy.txt", Page);
        pages.Add("jurgen-ostermoor-quist.txt", Headlined);
        pages.Add("pages.csv", "file,publisher,uri,title\nenvoy.txt,The Other Post,https://example.org/2023/jurgen-ostermoor-quist-speaks,Jürgen Ostermoor Quist speaks\n");
        return pages;
    }

    private static ForgetOutcome Forget(Pages pages, ForgetRequest request, out ForgetCounts preview)
    {
        using var ledger = Ledger.Open(pages.Record());
        Reconciler.Reconcile(ledger);
        preview = Forgetter.Preview(ledger, request);
        return Forgetter.Forget(ledger, request);
    }

    private static RecorderReport Read(Pages pages, string coder)
    {
        using var ledger = Ledger.Open(pages.Record());
        Reconciler.Follow(ledger);
        return new Recorder(Some.Coder, coder).Read(Entente.Record.Recording.Pile.Walk([pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
    }

    private static List<string> Claims(string record) => [.. Archive.Open(record).Claims(new Entente.Record.ClaimFilter()).Select(c => c.Id + "\t" + c.Quote).Order(StringComparer.Ordinal)];

    private static void Sound(string record)
    {
        Verifier.Verify(record).SelectMany(c => c.Violations).ShouldBeEmpty();
        using var ledger = Ledger.Open(record);
        Reconciler.Verify(ledger).Violations.ShouldBeEmpty();
    }
}
