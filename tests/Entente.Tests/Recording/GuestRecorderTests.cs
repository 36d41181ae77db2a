using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Forgetting;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Entente.Tests.Accepting;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

/// <summary>What other coders send goes in where it can be used, and what cannot is told line by line; the good claims of the same file are kept.</summary>
public sealed class GuestRecorderTests
{
    private const string BadLine = "ENT056", NoDocument = "ENT057", Coder = "ENT058", Before = "ENT059", Twice = "ENT060";

    private static readonly string Good = Guests.Line(GoodClaims.Of("event"));

    [Theory]
    [InlineData("nonsense", BadLine, "line 1 is not JSON")]
    [InlineData("{\"schema\":\"entente.coded/1\",", BadLine, "line 1 is not JSON")]
    [InlineData("[]", BadLine, "line 1 is no JSON object")]
    [InlineData("7", BadLine, "line 1 is no JSON object")]
    [InlineData("null", BadLine, "line 1 is no JSON object")]
    [InlineData("\"entente.coded/1\"", BadLine, "line 1 is no JSON object")]
    [InlineData("{}", BadLine, "line 1 names no schema")]
    [InlineData("""{"schema":"entente.coded/2","id":"a","claims":[]}""", BadLine, "line 1 has the schema 'entente.coded/2', and entente.coded/1 is known")]
    [InlineData("""{"schema":1,"id":"a","claims":[]}""", BadLine, "line 1 has a member 'schema' that is no text")]
    [InlineData("""{"schema":"entente.coded/1","id":"a"}""", BadLine, "line 1 has no list of claims")]
    [InlineData("""{"schema":"entente.coded/1","id":"a","claims":{}}""", BadLine, "line 1 has no list of claims")]
    [InlineData("""{"schema":"entente.coded/1","id":7,"claims":[]}""", BadLine, "line 1 has a member 'id' that is no text")]
    [InlineData("""{"schema":"entente.coded/1","id":"a","text":[],"claims":[]}""", BadLine, "line 1 has a member 'text' that is no text")]
    [InlineData("""{"schema":"entente.coded/1","id":"a","id":"b","claims":[]}""", BadLine, "line 1 has the member 'id' twice")]
    [InlineData("""{"schema":"entente.coded/1","claims":[]}""", BadLine, "line 1 names no document")]
    [InlineData("""{"schema":"entente.coded/1","id":"\ud83d","claims":[]}""", BadLine, "line 1 holds half of a surrogate pair")]
    [InlineData("{\"schema\":\"entente.coded/1\",\"id\":\"a\0b\",\"claims\":[]}", BadLine, "line 1 is not JSON")]
    [InlineData("""{"schema":"entente.coded/1","id":"nobody","claims":[]}""", NoDocument, "the record shows no document 'nobody'")]
    [InlineData("""{"schema":"entente.coded/1","text":"Another text.","claims":[]}""", NoDocument, "the record shows no document with this text")]
    [InlineData("""{"schema":"entente.coded/1","id":"4ba0e3c3","coder":7,"claims":[]}""", BadLine, "a coder that is neither a text nor an object")]
    [InlineData("""{"schema":"entente.coded/1","id":"4ba0e3c3","coder":{"version":"1"},"claims":[]}""", BadLine, "a coder that is neither a text nor an object")]
    public void A_line_that_cannot_be_used_is_told_and_the_next_is_taken(string line, string code, string reason)
    {
        using var guests = new Guests();
        var (report, notices) = guests.Accept(line + "\n" + Good + "\n");
        var notice = notices.ShouldHaveSingleItem();
        notice.Line.ShouldBe(1);
        notice.Problem.Code.ShouldBe(code);
        notice.Problem.Message.ShouldContain(reason);
        (report.Lines, report.LinesRefused, report.Documents, report.Accepted).ShouldBe((2, 1, 1, 1));
    }

    [Theory]
    [InlineData(null, "nothing says who coded it")]
    [InlineData("  ", "nothing says who coded it")]
    [InlineData("test", "'test' is a coder of Entente's own in this record")]
    [InlineData("Entente", "'Entente' is how Entente's own coder is called")]
    [InlineData("entente/2", "'entente/2' is how Entente's own coder is called")]
    [InlineData("0.1.0+8f3a8f3a8f3a, data 77c177c177c1", "is how Entente's own coder is called")]
    [InlineData("a\nb", "begins or ends with white space, or holds a control character")]
    public void Who_coded_must_be_said_and_be_somebody_else(string? name, string reason)
    {
        using var guests = new Guests();
        var (report, notices) = guests.Accept(Good, new AcceptOptions { Coder = name });
        report.Documents.ShouldBe(0);
        var problem = notices.ShouldHaveSingleItem().Problem;
        problem.Code.ShouldBe(Coder);
        problem.Message.ShouldContain(reason);
    }

    [Fact]
    public void The_line_can_say_who_coded_it()
    {
        using var guests = new Guests();
        var lines = Guests.Line([GoodClaims.Of("event")], l => l["coder"] = "Ann") + "\n" + Guests.Line([GoodClaims.Of("label")], l => l["coder"] = new JsonObject { ["name"] = "model-y", ["version"] = "3" });
        var report = guests.Accept(lines, new AcceptOptions()).Report;
        report.Coders.ShouldBe(["Ann", "model-y/3"]);
        report.Documents.ShouldBe(2);
    }

    [Fact]
    public void Marks_of_order_ends_of_lines_empty_lines_and_a_missing_last_end_do_not_matter()
    {
        using var guests = new Guests();
        var (report, notices) = guests.Accept("\uFEFF" + Good + "\r\n\r\n  \n\t\n" + Guests.Line(GoodClaims.Of("label")), new AcceptOptions { Coder = "Ann" });
        (report.Lines, report.Documents).ShouldBe((2, 1));
        notices.ShouldHaveSingleItem().Problem.Code.ShouldBe(Before);
        notices[0].Line.ShouldBe(5);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        using var guests = new Guests();
        byte[] lines = [0x7B, 0xFF, 0xFE, 0x7D, 0x0A, .. Encoding.UTF8.GetBytes(Good)];
        var (report, notices) = guests.Accept(lines);
        notices.ShouldHaveSingleItem().Problem.Message.ShouldBe("line 1 holds bytes that are no UTF-8. Save the file as UTF-8.");
        report.Documents.ShouldBe(1);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    public void A_line_without_an_end_is_passed_over_in_little_memory(int mebibytes)
    {
        using var guests = new Guests();
        using var lines = new LongLine(mebibytes << 20, Encoding.UTF8.GetBytes("\n" + Good));
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (report, notices) = guests.Accept(lines);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(60 << 20);
        notices.ShouldHaveSingleItem().Problem.Message.ShouldBe("line 1 has more than 8 MiB. Write one document a line, without tokens.");
        report.Documents.ShouldBe(1);
    }

    [Fact]
    public void Deep_nesting_is_no_JSON_that_is_read()
    {
        using var guests = new Guests();
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);
        guests.Accept(Good[..^2] + "," + deep + "]}\n").Notices.ShouldHaveSingleItem().Problem.Code.ShouldBe(BadLine);
    }

    [Fact]
    public void A_claim_that_is_refused_leaves_the_others_of_its_line()
    {
        using var guests = new Guests();
        var (report, notices) = guests.Accept(Guests.Line(GoodClaims.Of("event"), GoodClaims.Spoilt(Named("label", "c2"), "label.words", "\"old foe\""), JsonValue.Create(7), Named("role", "c3")));
        (report.Accepted, report.Refused).ShouldBe((2, 2));
        report.Reasons.ShouldBe(new Dictionary<string, int> { ["ENT050"] = 1, ["ENT054"] = 1 });
        notices.Select(n => n.Claim).ShouldBe(["c2", "#3"]);
        notices.ShouldAllBe(n => n.Document == Guests.Document && n.Line == 1 && n.Refused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_the_text_tells_otherwise_is_taken_with_the_doubt_or_refused_as_was_asked(bool strict)
    {
        using var guests = new Guests();
        var theirs = GoodClaims.Spoilt(GoodClaims.Of("event"), "event.type", "\"ASSAULT\"");
        var (report, notices) = guests.Accept(Guests.Line(theirs, Named("role", "c2")), new AcceptOptions { Coder = "model-x/1", Strict = strict });
        (report.Accepted, report.Refused, report.Doubted).ShouldBe(strict ? (1, 1, 0) : (2, 0, 1));
        var doubt = notices.ShouldHaveSingleItem();
        (doubt.Problem.Code, doubt.Refused).ShouldBe(("ENT061", strict));
        var archive = Archive.Open(guests.File);
        archive.Claims(new ClaimFilter { Coder = "model-x/1" }).SelectMany(c => c.Doubts).ShouldBe(strict ? [] : [doubt.Problem.Message]);
        archive.Claims().ShouldAllBe(c => c.Doubts.Count == 0);
        Verifier.Verify(guests.File).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void Whom_nothing_accuses_is_not_accused_by_a_coder_either()
    {
        using var guests = new Guests();
        var theirs = GoodClaims.Of("role");
        theirs["allegation"] = new JsonObject { ["against"] = new JsonArray(theirs["role"]!["person"]!.DeepClone()), ["denials"] = new JsonArray() };
        var (report, notices) = guests.Accept(Guests.Line(theirs));
        report.Refused.ShouldBe(1);
        notices.ShouldHaveSingleItem().Problem.Message.ShouldContain("neither the words nor the act of this claim accuse Kari Holm of a wrong");
    }

    [Fact]
    public void A_claim_that_is_sent_again_under_another_id_is_kept_once_and_that_is_told()
    {
        using var guests = new Guests();
        var again = GoodClaims.Of("event");
        (again["id"], again["confidence"]) = ("c7", 0.3);
        var (report, notices) = guests.Accept(Guests.Line(GoodClaims.Of("event"), again));
        (report.Accepted, report.Refused).ShouldBe((1, 0));
        var notice = notices.ShouldHaveSingleItem();
        (notice.Problem.Code, notice.Problem.Message, notice.Refused).ShouldBe((Twice, "says the same as claim c1 before it, and is kept once.", false));
    }

    [Fact]
    public void Another_publisher_than_the_page_s_own_is_refused()
    {
        using var guests = new Guests();
        var claim = GoodClaims.Of("event");
        claim["chain"]![0] = new JsonObject { ["name"] = "Inland Gazette", ["kind"] = "publisher" };
        var (report, notices) = guests.Accept(Guests.Line(claim));
        report.Refused.ShouldBe(1);
        notices.ShouldHaveSingleItem().Problem.Message.ShouldBe("chain[0].name: the page's publisher is Harbour Gazette, not 'Inland Gazette'. A source that the text names is an outlet, person, body or paper.");
    }

    [Fact]
    public void Of_two_claims_with_one_id_the_second_is_refused_when_it_differs()
    {
        using var guests = new Guests();
        var (report, notices) = guests.Accept(Guests.Line(GoodClaims.Of("event"), GoodClaims.Of("event"), GoodClaims.Of("label")));
        (report.Accepted, report.Refused).ShouldBe((1, 1));
        notices.ShouldHaveSingleItem().Problem.Code.ShouldBe(Twice);
    }

    [Fact]
    public void The_same_again_is_nothing_to_do_and_otherwise_needs_another_name()
    {
        using var guests = new Guests();
        guests.Accept(Good).Report.Documents.ShouldBe(1);
        var again = guests.Accept(Good);
        again.Notices.ShouldBeEmpty();
        (again.Report.Known, again.Report.Documents).ShouldBe((1, 0));
        var other = guests.Accept(Guests.Line(GoodClaims.Of("label")));
        other.Notices.ShouldHaveSingleItem().Problem.Message.ShouldBe("model-x/1 has coded this document already, otherwise. What is recorded stays: give the new coding another name, such as model-x/2.");
        other.Notices[0].Problem.Code.ShouldBe(Before);
        guests.Accept(Guests.Line(GoodClaims.Of("label")), new AcceptOptions { Coder = "model-x/2" }).Report.Documents.ShouldBe(1);
    }

    [Fact]
    public void A_preview_records_nothing()
    {
        using var guests = new Guests();
        guests.Accept(Good, new AcceptOptions { Coder = "Ann", Preview = true }).Report.Documents.ShouldBe(1);
        guests.Accept(Good, new AcceptOptions { Coder = "Ann" }).Report.Documents.ShouldBe(1);
    }

    [Fact]
    public void Claims_of_a_text_that_is_another_are_placed_by_their_words()
    {
        using var guests = new Guests();
        var theirs = "Gone now. " + GoodClaims.Text.Replace("third meeting", "fourth meeting", StringComparison.Ordinal);
        var (report, notices) = guests.Accept(Guests.Line([GoodClaims.Moved(Named("event", "a"), 10), GoodClaims.Moved(Named("count", "b"), 10)], l => l["text"] = theirs));
        (report.Accepted, report.Refused).ShouldBe((1, 1));
        notices.ShouldContain(n => n.Claim == "b" && n.Problem.Code == "ENT053" && n.Problem.Message.Contains("another than the coder's, does not hold the quote 'It was their fourth", StringComparison.Ordinal));
        notices[0].ShouldBe(new AcceptNotice(1, Guests.Document, null, new Problem("ENT055", "the text of the line is another than the record's: claims are placed by their words."), false));
    }

    [Fact]
    public void What_others_code_is_never_mixed_with_ours_and_the_record_stays_sound()
    {
        using var guests = new Guests();
        var before = Pages.Exports(guests.File);
        guests.Accept(Guests.Line([.. new[] { "event", "figure", "count", "membership", "agreement", "label", "role", "position" }.Select(k => Named(k, k))])).Report.Accepted.ShouldBe(8);
        Pages.Exports(guests.File).ShouldBe(before);
        using (var ledger = Ledger.Open(guests.File))
        {
            Reconciler.Reconcile(ledger);
        }

        Pages.Exports(guests.File).ShouldBe(before);
        Verifier.Verify(guests.File).SelectMany(c => c.Violations).ShouldBeEmpty();
    }

    [Fact]
    public void Reading_again_rebuilding_and_other_facts_keep_what_others_coded()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        var own = Archive.Open(pages.Record());
        var coded = own.Coded(own.Documents()[0].Id)!;
        using (var ledger = Ledger.Open(pages.Record()))
        {
            new GuestRecorder(ledger, GoodClaims.Accepter, Some.Reader).Accept(new MemoryStream(coded), new AcceptOptions { Coder = "Ann" }, n => n.ShouldBeNull()).Documents.ShouldBe(1);
        }

        pages.Add("pages.csv", "file,publisher\npage-001.txt,The Other Post\n");
        pages.Read();
        using (var ledger = Ledger.Open(pages.Record()))
        {
            Reconciler.Rebuild(ledger);
            new GuestRecorder(ledger, GoodClaims.Accepter, Some.Reader).Accept(new MemoryStream(coded), new AcceptOptions { Coder = "Ann" }, n => n.ShouldBeNull()).Known.ShouldBe(1);
        }

        Verifier.Verify(pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
        Archive.Open(pages.Record()).Documents().Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_forgotten_of_a_page_is_gone_from_what_others_coded_too()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        File.Copy(Some.SamplePages().Single(p => p.Contains("10-ledger", StringComparison.Ordinal)), Path.Combine(pages.Folder, "forum.txt"));
        pages.Read();
        var archive = Archive.Open(pages.Record());
        var lines = string.Join('\n', archive.Documents().Select(d => Encoding.UTF8.GetString(archive.Coded(d.Id)!)));
        using (var ledger = Ledger.Open(pages.Record()))
        {
            new GuestRecorder(ledger, GoodClaims.Accepter, Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(lines)), new AcceptOptions { Coder = "Ann" }, n => n.ShouldBeNull()).Documents.ShouldBe(2);
            Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Thread, "forum.txt", new DateOnly(2024, 1, 2)));
            Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Page, "page-001.txt", new DateOnly(2024, 1, 2)));
        }

        using (var connection = RecordFile.OpenToRead(pages.Record()))
        {
            connection.Query("SELECT text FROM document", r => r.GetString(0)).Distinct().ShouldHaveSingleItem();
        }

        Verifier.Verify(pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
        Archive.Open(pages.Record()).Coders().ShouldHaveSingleItem().Otherwise.ShouldBe(0);
    }

    [Fact]
    public void No_change_of_a_good_line_is_taken_whose_quotes_are_not_in_the_text()
    {
        var good = Guests.Line([.. new[] { "event", "figure", "label", "role", "position" }.Select(k => Quoted(Named(k, k)))]);
        var changes = Gen.Choose(0, good.Length - 1).SelectMany(at => Gen.Elements("0", "9", "\"", "{", "}", "[", "]", ",", "-", "e9", "\\ud83d", "null", "Norway", "", "Ghana signed", "\u0001").Select(piece => (at, piece))).ListOf().ToArbitrary();
        using var guests = new Guests();
        Prop.ForAll(changes, made =>
        {
            var line = made.Take(4).Aggregate(good, (l, c) => c.at < l.Length ? l[..c.at] + c.piece + l[Math.Min(l.Length, c.at + 1)..] : l);
            Check(line, guests.Accept(line, new AcceptOptions { Coder = "Ann", Preview = true }).Report);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20230314, 20230315));
    }

    private static JsonObject Named(string kind, string id)
    {
        var claim = GoodClaims.Of(kind);
        claim["id"] = id;
        return claim;
    }

    private static JsonObject Quoted(JsonObject claim)
    {
        var (evidence, map) = (claim["evidence"]!.AsObject(), new CodePointMap(GoodClaims.Text));
        evidence["quote"] = GoodClaims.Text[map.ToOffset((int)evidence["start"]!)..map.ToOffset((int)evidence["end"]!)];
        return claim;
    }

    private static void Check(string line, AcceptReport report)
    {
        if (report.Accepted == 0)
        {
            return;
        }

        // each claim by itself says the same as in its line
        var accepted = 0;
        using var json = JsonDocument.Parse(line);
        foreach (var claim in json.RootElement.GetProperty("claims").EnumerateArray())
        {
            if (GoodClaims.Accept(claim.GetRawText()).Claim is { } taken)
            {
                accepted++;
                var quote = claim.GetProperty("evidence").TryGetProperty("quote", out var given) ? given.GetString() : null;
                (quote is null || Words(taken.Evidence.In(GoodClaims.Text)) == Words(quote)).ShouldBeTrue(quote);
            }
        }

        accepted.ShouldBeGreaterThanOrEqualTo(report.Accepted);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>So many letters that are nowhere in memory, and then some bytes.</summary>
    private sealed class LongLine(long letters, byte[] then) : MemoryStream(then)
    {
        private long _left = letters;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = (int)Math.Min(_left, count);
            Array.Fill(buffer, (byte)'x', offset, some);
            _left -= some;
            return some > 0 ? some : base.Read(buffer, offset, count);
        }
    }
}
