using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Shouldly;
using Xunit;

namespace Entente.Tests.Promises;

/// <summary>A parser may hang anything on anything: whatever tree a sentence gets, the page is coded, and every claim keeps its span.</summary>
public sealed class OddTreesTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();
    private static readonly Coder Coder = Coder.Load();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_page_with_shuffled_trees_is_coded(int seed)
    {
        var random = new Random(seed);
        foreach (var file in Repository.Files("samples", "*.html").Concat(Repository.Files("samples", "*.txt")))
        {
            var page = Analyzer.Analyze(Entente.Claims.Reading.Reader.Read(new Page(Path.GetFileName(file), File.ReadAllBytes(file))));
            var shuffled = new AnalyzedPage(page.Read, [.. page.Documents.Select(d => Shuffled(d, random))]);
            foreach (var document in Coder.Code(shuffled).Documents)
            {
                document.Claims.ShouldAllBe(c => c.Evidence.End <= document.Analyzed.Document.Text.Length && c.Evidence.Length > 0);
            }
        }
    }

    /// <summary>In every sentence each word hangs on another at random, without cycles; every third keeps its relation, the others take one from elsewhere.</summary>
    private static AnalyzedDocument Shuffled(AnalyzedDocument document, Random random)
    {
        Token[] tokens = [.. document.Tokens];
        foreach (var sentence in document.Sentences)
        {
            int[] order = [.. Enumerable.Range(sentence.FirstToken, sentence.TokenCount)];
            random.Shuffle(order);
            for (var k = 0; k < order.Length; k++)
            {
                var token = document.Tokens[order[k]];
                var relation = k == 0 ? "root" : random.Next(3) == 0 ? token.Deprel : document.Tokens[random.Next(document.Tokens.Count)].Deprel;
                tokens[order[k]] = token with { Head = k == 0 ? null : order[random.Next(k)], Deprel = relation };
            }
        }

        return document with { Tokens = tokens };
    }
}
