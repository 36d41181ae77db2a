using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.MailTests;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

/// <summary>HTML as programs save it, and XHTML.</summary>
public sealed class SavedPageTests
{
    private const string Body = "<body><article><h1>Ministers meet in Astana</h1><p>The ministers of both countries met in Astana on Friday and spoke about trade for three hours, officials said.</p>"
        + "<p>The talks will go on in April, officials of both ministries said after the meeting in the capital.</p></article></body></html>";

    [Theory]
    [InlineData("<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://harbour.example/talks \n saved date: Sat Mar 18 2023 09:00:00 GMT+0100 (Central European Standard Time)\n--><head><meta charset=utf-8>")]
    [InlineData("<!DOCTYPE html>\n<!-- saved from url=(0030)https://harbour.example/talks -->\n<html><head>")]
    [InlineData("<!DOCTYPE html>\n<html>\n<!-- Mirrored from harbour.example/talks by HTTrack Website Copier/3.x [XR&CO'2014], Sat, 18 Mar 2023 09:00:00 GMT -->\n<head>")]
    [InlineData("<!DOCTYPE html><html><head><meta name=\"savepage-url\" content=\"https://harbour.example/talks\"><meta name=\"savepage-title\" content=\"x\"><meta name=\"savepage-date\" content=\"Sat Mar 18 2023 09:00:00 GMT+0100\">")]
    public void What_the_saving_program_wrote_is_known_of_the_page(string head)
    {
        var document = Reader.Read(new Page("a", Bytes(head + "</head>" + Body))).Documents.ShouldHaveSingleItem();
        document.Uri!.Replace("http:", "https:", StringComparison.Ordinal).ShouldBe("https://harbour.example/talks");
        document.Publisher.ShouldBe("harbour.example");
        if (head.Contains("2023", StringComparison.Ordinal))
        {
            document.DateEvidence.ShouldContain(e => e.Kind == "captured" && e.Interval == DateInterval.Day(new DateOnly(2023, 3, 18)) && e.Bound == DateBound.NotAfter);
        }
    }

    [Fact]
    public void What_the_user_says_wins_over_it()
    {
        var head = "<!DOCTYPE html>\n<!-- saved from url=(0030)https://harbour.example/talks -->\n<html><head></head>";
        var page = new Page("a", Bytes(head + Body)) { Given = new PageFacts { Uri = "https://other.example/" } };
        var read = Reader.Read(page);
        read.Documents.ShouldHaveSingleItem().Uri.ShouldBe("https://other.example/");
        read.Page.ShouldBe(page);
    }

    [Fact]
    public void Xhtml_is_read_with_its_marked_sections_its_prefixes_and_its_empty_elements()
    {
        var xhtml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n"
            + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Ministers meet in Astana</title><script src=\"a.js\"/><script type=\"text/javascript\">//<![CDATA[\nif (a < b) { }\n//]]></script></head>"
            + "<body><div class=\"nav\"/><h1>Ministers meet in Astana</h1><p><![CDATA[The ministers of both countries met in Astana & spoke about trade < gas for three hours, officials said.]]></p>"
            + "<a name=\"x\"/><p>The talks will go on in April, officials of both ministries said after the meeting in the capital.</p></body></html>";
        var read = Reader.Read(new Page("a", Bytes(xhtml)));
        var document = read.Documents.ShouldHaveSingleItem();
        Shown(document, BlockRole.Body).ShouldBe(
            ["The ministers of both countries met in Astana & spoke about trade < gas for three hours, officials said.", "The talks will go on in April, officials of both ministries said after the meeting in the capital."]);
        Invariants.Check(read, document);

        var prefixed = System.Text.RegularExpressions.Regex.Replace(Body, "<(/?)(?=[a-z])", "<$1h:");
        var other = Reader.Read(new Page("b", Bytes("<?xml version=\"1.0\"?><h:html xmlns:h=\"http://www.w3.org/1999/xhtml\">" + prefixed))).Documents.ShouldHaveSingleItem();
        other.Title.ShouldBe("Ministers meet in Astana");
        Shown(other, BlockRole.Body).Count.ShouldBe(2);
    }

    [Fact]
    public void The_encoding_of_the_xml_declaration_counts()
    {
        var xhtml = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>" + "Министры встретились" + "</p></body></html>";
        Reader.Read(new Page("a", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(xhtml))).Decoded.ShouldContain("Министры встретились");
    }
}
