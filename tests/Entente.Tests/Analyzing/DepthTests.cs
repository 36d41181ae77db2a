using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

/// <summary>Less deep analysis gives the same for what it analyses, and the same claims.</summary>
public sealed class DepthTests
{
    private static readonly Analyzer Trees = Analyzer.Load();
    private static readonly Analyzer Claims = Analyzer.Load(AnalysisDepth.Claims);
    private static readonly Analyzer Tags = Analyzer.Load(AnalysisDepth.Tags);

    public static TheoryData<string> Samples => [.. Repository.Files("samples", "*.html").Concat(Repository.Files("samples", "*.txt"))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_fast_way_gives_the_same_claims(string file)
    {
        var page = new Page(Path.GetFileName(file), File.ReadAllBytes(file));
        var whole = Coder.Load().Code(page);
        var fast = Coder.LoadFast().Code(page);
        fast.Documents.SelectMany(d => d.Claims).Select(c => c.Id).ShouldBe(whole.Documents.SelectMany(d => d.Claims).Select(c => c.Id));
    }

    [Fact]
    public void A_sentence_that_can_carry_a_claim_has_the_same_tree()
    {
        var text = "Ruritania signed the pact. So far, so good. The two countries will meet in May.";
        var (whole, fast) = (Analyze(Trees, text), Analyze(Claims, text));
        foreach (var s in new[] { 0, 2 })
        {
            var sentence = whole.Sentences[s];
            fast.Tokens.Skip(sentence.FirstToken).Take(sentence.TokenCount).ShouldBe(whole.Tokens.Skip(sentence.FirstToken).Take(sentence.TokenCount));
        }
    }

    [Fact]
    public void A_sentence_without_a_tree_hangs_on_its_first_word()
    {
        var document = Analyze(Tags, "Ruritania signed the pact.");
        document.Tokens.Select(t => t.Head).ShouldBe([null, 0, 0, 0, 0]);
        document.Tokens.Select(t => t.Deprel).ShouldBe(["root", "dep", "dep", "dep", "dep"]);
        document.Tokens.Select(t => t.Upos).ShouldBe(["PROPN", "VERB", "DET", "NOUN", "PUNCT"]);
    }

    private static AnalyzedDocument Analyze(Analyzer analyzer, string text)
    {
        var whole = new TextSpan(0, text.Length);
        return analyzer.Analyze(new Document("text", text, [new Block(whole, BlockRole.Body, whole)]));
    }
}
