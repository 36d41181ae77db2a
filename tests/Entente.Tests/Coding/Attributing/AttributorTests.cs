using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Attributing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Attributing;

public sealed class AttributorTests
{
    private const string SaidThat = "The/the/DET/DT/2/det mayor/mayor/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root the/the/DET/DT/5/det bridge/bridge/NOUN/NN/6/nsubj fell/fall/VERB/VBD/3/ccomp";

    private const string Inverted = "The/the/DET/DT/2/det bridge/bridge/NOUN/NN/3/nsubj fell/fall/VERB/VBD/0/root ,/,/PUNCT/,/5/punct said/say/VERB/VBD/3/parataxis Jones/Jones/PROPN/NNP/5/nsubj";

    private const string According = "According/accord/VERB/VBG/3/case to/to/ADP/IN/1/fixed Jones/Jones/PROPN/NNP/7/obl ,/,/PUNCT/,/7/punct the/the/DET/DT/6/det bridge/bridge/NOUN/NN/7/nsubj fell/fall/VERB/VBD/0/root";

    private const string Quoted = "“/“/PUNCT/``/4/punct The/the/DET/DT/3/det bridge/bridge/NOUN/NN/4/nsubj fell/fall/VERB/VBD/7/ccomp ,”/,”/PUNCT/''/4/punct Jones/Jones/PROPN/NNP/7/nsubj said/say/VERB/VBD/0/root";

    private const string Nested = "Jones/Jones/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root Smith/Smith/PROPN/NNP/4/nsubj denied/deny/VERB/VBD/2/ccomp that/that/SCONJ/IN/7/mark ships/ship/NOUN/NNS/7/nsubj sank/sink/VERB/VBD/4/ccomp";

    private const string Unknown = "Jones/Jones/PROPN/NNP/2/nsubj grumbled/grumble/VERB/VBD/0/root that/that/SCONJ/IN/5/mark ships/ship/NOUN/NNS/5/nsubj sank/sink/VERB/VBD/2/ccomp";

    [Theory]
    [InlineData(SaidThat, "said", "The mayor", "the bridge fell")]
    [InlineData(Inverted, "said", "Jones", "The bridge fell")]
    [InlineData(According, "According to", "Jones", "the bridge fell")]
    [InlineData(Quoted, "said", "Jones", "“ The bridge fell ,”")]
    [InlineData(Nested, "denied", "Smith", "that ships sank")]
    [InlineData(Unknown, "grumbled", "Jones", "that ships sank")]
    public void Who_says_what_is_found_by_the_tree(string sentence, string cue, string source, string content)
    {
        var document = Parsed.Of(sentence);
        var found = Find(document).Single(a => Words(document, a.Cue) == cue);
        Words(document, found.Source).ShouldBe(source);
        Words(document, found.Content).ShouldBe(content);
    }

    [Fact]
    public void What_is_said_inside_a_content_has_both_sources_in_its_chain()
    {
        var inner = Find(Parsed.Of(Nested)).Single(a => a.Gives == Readings.Denied);
        inner.Chain.ToString().ShouldBe("Jones → Smith");
    }

    [Fact]
    public void A_line_via_another_outlet_governs_what_follows()
    {
        var document = Page("A first paragraph of the Post.\nVia Inland Gazette\nTwo ships collided near the port.\nNobody was hurt.");
        var via = Find(document).Single();
        Words(document, via.Source).ShouldBe("Inland Gazette");
        Words(document, via.Content).ShouldBe("Two ships collided near the port.\nNobody was hurt.");
        via.Chain.ToString().ShouldBe("Harbour Post → Inland Gazette");
    }

    [Fact]
    public void Whom_the_other_outlet_reports_comes_after_it()
    {
        var document = Page("Via Inland Gazette\nThe coast is calm.\nLighthouse Radio reports…\nTwo ships collided near the port.");
        var place = new TextSpan(document.Text.IndexOf("Two ships", StringComparison.Ordinal), 9);
        new Findings(document) { Attributions = Find(document) }.ChainAt(place).ToString().ShouldBe("Harbour Post → Inland Gazette → Lighthouse Radio");
    }

    /// <summary>A page of the Harbour Post without trees.</summary>
    private static AnalyzedDocument Page(string text)
    {
        var whole = new TextSpan(0, text.Length);
        return Analyzer.Load().Analyze(new Document("page", text, [new Block(whole, BlockRole.Body, whole)]) { Publisher = "Harbour Post" });
    }

    private static IReadOnlyList<Attribution> Find(AnalyzedDocument document) => Attributor.Load().Find(new Findings(document));

    private static string Words(AnalyzedDocument document, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.In(document.Text)));
}
