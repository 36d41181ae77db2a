using Entente.Claims;
using Entente.Claims.Reading;
using HtmlAgilityPack;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>
/// Every character knows its place in the page. The oracle is HtmlAgilityPack, which keeps the exact source position of each text node.
/// With ENTENTE_PAGES=FOLDER the pages of that folder are held against it as well.
/// </summary>
public sealed class PositionTests
{
    [Fact]
    public void Characters_of_the_samples_are_at_their_places()
    {
        foreach (var path in Some.SamplePages())
        {
            Invariants.Check(Reader.Read(new Page("p", File.ReadAllBytes(path))));
        }
    }

    [Fact]
    public void What_another_parser_sees_of_a_page_is_read_at_the_same_places()
    {
        var (seen, read) = (0, 0);
        foreach (var path in Some.SamplePages().Where(p => p.EndsWith(".html", StringComparison.Ordinal)).Concat(Given()))
        {
            var page = Reader.Read(new Page("p", File.ReadAllBytes(path)));
            Invariants.Check(page);
            var covered = Covered(page);
            foreach (var node in TextNodes(page.Decoded))
            {
                seen++;
                read += IsCovered(page.Decoded, node, covered) ? 1 : 0;
            }
        }

        seen.ShouldBeGreaterThan(300);
        TestContext.Current.TestOutputHelper?.WriteLine($"{read} of {seen} text nodes");
        ((double)read / seen).ShouldBeGreaterThan(0.995);
    }

    private static IEnumerable<string> Given() =>
        Environment.GetEnvironmentVariable("ENTENTE_PAGES") is { Length: > 0 } folder ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal) : [];

    /// <summary>Which characters of the page came into the text of a document.</summary>
    private static bool[] Covered(ReadPage page)
    {
        var covered = new bool[page.Decoded.Length];
        foreach (var run in page.Documents.SelectMany(d => d.Source))
        {
            covered.AsSpan(run.Page.Start, run.Page.Length).Fill(true);
        }

        return covered;
    }

    private static IEnumerable<TextSpan> TextNodes(string html)
    {
        var parsed = new HtmlDocument { OptionCheckSyntax = false };
        parsed.LoadHtml(html);
        return parsed.DocumentNode.Descendants().OfType<HtmlTextNode>().Where(IsShown).Select(n => new TextSpan(n.StreamPosition, n.Text.Length)).Where(s => !string.IsNullOrWhiteSpace(s.In(html)));
    }

    private static bool IsShown(HtmlNode node)
    {
        for (var up = node.ParentNode; up is not null; up = up.ParentNode)
        {
            if (up.Name is "script" or "style" or "head" or "title" or "template" or "svg" or "math" or "textarea" or "iframe" or "object" or "audio" or "video" or "canvas" or "noembed" or "noframes" or "xmp" or "rt" or "rp")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all that prints of the node was read. Entities may stand for what prints nothing.</summary>
    private static bool IsCovered(string html, TextSpan node, bool[] covered)
    {
        for (var i = node.Start; i < node.End; i++)
        {
            if (html[i] == '&' && html.IndexOf(';', i) is var stop && stop > i && stop < i + 34)
            {
                i = stop;
            }
            else if (char.IsLetterOrDigit(html[i]) && !covered[i])
            {
                return false;
            }
        }

        return true;
    }
}
