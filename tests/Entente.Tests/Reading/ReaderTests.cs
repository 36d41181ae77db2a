using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class ReaderTests
{
    private const string Thread = """
        Skip to content

        Ruritania and Arcadia sign a pact on the harbour

        By Ada Example

        3 March 2021

        The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.

        The pact lets ships of Arcadia use the harbour of Ruritania for twenty years, and it sets up a commission that will meet twice a year in either capital. (See “ARCADIA LOOKS EAST” 12 Jan 2021.)

        OUTLOOK: The commission is unlikely to meet before the autumn, because neither side has named its members, and both have elections to hold.

        Continue Reading

        Comments

        A fine piece, and about time that somebody wrote on the harbour again.

            ben in reply to carla. | March 4, 2021 at 6:59 pm

            Time will tell whether the ships will come at all.

        dora | March 5, 2021 at 9:08 pm

        The harbour silts up each winter, as every sailor knows.
        """;

    [Fact]
    public void A_text_dump_is_told_apart_into_roles()
    {
        var document = Read(Thread).Documents.ShouldHaveSingleItem();
        document.Title.ShouldBe("Ruritania and Arcadia sign a pact on the harbour");
        document.Authors.ShouldBe(["Ada Example"]);
        document.DateEvidence.ShouldContain(e => e.Kind == "dateline" && e.Interval.Contains(new DateOnly(2021, 3, 3)) && e.Bound == DateBound.On);
        document.DateEvidence.ShouldContain(e => e.Kind == "comment" && e.Bound == DateBound.NotAfter && e.Interval.Contains(new DateOnly(2021, 3, 4)));
        document.DateEvidence.ShouldContain(e => e.Kind == "crossref" && e.Bound == DateBound.NotBefore && e.Interval.Contains(new DateOnly(2021, 1, 12)));
        Roles(document).ShouldBe(["furniture", "title", "byline", "dateline", "body", "body", "crossref", "aside", "furniture", "furniture", "comment", "byline", "comment", "byline", "comment"]);
    }

    [Fact]
    public void A_comment_whose_header_is_lost_is_named_by_the_reply_to_it()
    {
        var comments = Read(Thread).Documents[0].Blocks.Where(b => b.Role == BlockRole.Comment).ToList();
        comments.Select(c => (c.Author, c.ReplyTo, c.Depth, c.Posted)).ShouldBe([("carla", null, 0, null), ("ben", "carla", 1, "2021-03-04"), ("dora", null, 0, "2021-03-05")]);
    }

    [Theory]
    [InlineData("plain words & <no> markup\r\n\r\n   with  two  blanks and no-break space.\n")]
    [InlineData(Thread)]
    public void Text_of_equal_length_is_the_pages_own(string text)
    {
        var read = Read(text);
        foreach (var document in read.Documents)
        {
            Invariants.Check(read, document);
        }
    }

    [Fact]
    public void A_prepared_text_is_taken_as_it_stands()
    {
        const string text = "  First line.\n\nSecond  line, with two blanks.\n";
        var read = Reader.Read(new Page("p", Encoding.UTF8.GetBytes(text)) { Form = PageForm.Prepared, Given = new PageFacts { Title = "T", Date = new DateOnly(2020, 1, 2) } });
        var document = read.Documents.ShouldHaveSingleItem();
        document.Text.ShouldBe(text);
        document.Title.ShouldBe("T");
        document.Blocks.Select(b => b.Span.In(text)).ShouldBe(["First line.", "Second  line, with two blanks."]);
        document.DateEvidence.ShouldHaveSingleItem().Kind.ShouldBe("given");
        Invariants.Check(read, document);
    }

    [Fact]
    public void Bad_bytes_are_replaced_and_reported()
    {
        byte[] bytes = [.. "Schöne Grüße aus Überrurland, "u8, 0xC3, .. " und so weiter, für immer und ewig, schöner, größer."u8];
        var read = Reader.Read(new Page("p", bytes));
        read.Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Encoding);
        read.Decoded.ShouldContain('�');
    }

    [Fact]
    public void Bytes_of_windows_1252_are_read_as_such()
    {
        byte[] bytes = [0x93, (byte)'H', (byte)'i', 0x94, (byte)' ', 0xFC, (byte)'b', (byte)'e', (byte)'r'];
        Reader.Read(new Page("p", bytes)).Decoded.ShouldBe("“Hi” über");
    }

    [Fact]
    public void An_empty_page_and_a_binary_one_are_problems()
    {
        Reader.Read(new Page("p", ReadOnlyMemory<byte>.Empty)).Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Empty);
        var noise = new byte[4000];
        new Random(7).NextBytes(noise);
        Reader.Read(new Page("p", noise)).Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Binary);
        Reader.Read(new Page("p", new byte[400])).Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Binary);
    }

    [Fact]
    public void A_page_in_another_language_says_so()
    {
        const string german = "Die Regierungen der beiden Länder haben sich am Dienstag auf einen Vertrag über den gemeinsamen Hafen geeinigt, und beide Hauptstädte nannten das den größten Schritt seit zehn Jahren. Der Vertrag gilt für zwanzig Jahre, und eine Kommission soll sich zweimal im Jahr mit den Fragen der Schifffahrt befassen, wie es in der Erklärung heißt.";
        var document = Read("Ein Vertrag über den Hafen\n\n" + german).Documents.ShouldHaveSingleItem();
        document.Language.ShouldBe("de");
        document.Problems.ShouldContain(p => p.Code == ProblemCodes.Language);
    }

    [Fact]
    public void A_page_without_an_article_still_holds_its_blocks()
    {
        var document = Read("Home\nNews\nSport\nContact us").Documents.ShouldHaveSingleItem();
        document.Problems.ShouldContain(p => p.Code == ProblemCodes.NoArticle);
        document.Blocks.Count.ShouldBe(4);
    }

    private static ReadPage Read(string text) => Reader.Read(new Page("p", Encoding.UTF8.GetBytes(text)) { Form = PageForm.Text });

    private static IEnumerable<string> Roles(Document document) => document.Blocks.Select(b => b.Role.ToString().ToLowerInvariant());
}
