using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class SentenceTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    [Theory]
    [InlineData("They met in Oslo. The talks failed.", 2)]
    [InlineData("“We will go,” he said. “They will stay.” Then he left.", 3)]
    [InlineData("Mr. Hale of the U.S. Navy spoke at 9 a.m. on Friday.", 1)]
    [InlineData("He left the U.S. The talks went on.", 2)]
    [InlineData("\"Will they come?\" Marta Ruiz asked.", 1)]
    [InlineData("Will they come? Nobody knew!", 2)]
    [InlineData("Trade grew 4.5 percent to $3.2 billion in No. 2 position.", 1)]
    [InlineData("The envoy (a former judge. He retired early) agreed.", 1)]
    [InlineData("The pact holds. (It was signed in May.) Few doubt it.", 3)]
    [InlineData("He waited… and left.", 1)]
    [InlineData("Nobody came... The hall stayed empty.", 2)]
    [InlineData("1. Open the gate.", 1)]
    [InlineData("The pact holds.[3] Few doubt it.", 2)]
    [InlineData("J. R. Okoye won. K. Lund lost.", 2)]
    [InlineData("Envoys meet in Oslo\nThe two sides met on Monday.", 2)]
    [InlineData("The two sides met on Monday, after months of delay and many\nbroken promises, and they signed.", 1)]
    [InlineData("The two sides met\n\nThey signed", 2)]
    public void A_block_is_split_into_sentences(string text, int count) => Sentences(text).Length.ShouldBe(count);

    [Fact]
    public void Every_line_of_a_list_is_a_sentence() => Sentences("first of all\nand then the rest", BlockRole.List).Length.ShouldBe(2);

    [Fact]
    public void Sentences_stay_within_blocks_and_hold_all_tokens_in_order()
    {
        const string text = "One pact. Two pacts and\nno comment at all\nthree pacts";
        var cut = text.IndexOf("and", StringComparison.Ordinal) + 3;
        Block[] blocks =
        [
            Block(0, cut, BlockRole.Body), Block(cut + 1, cut + 18, BlockRole.Comment), Block(cut + 19, text.Length, BlockRole.Quote),
        ];
        var analyzed = Analyzer.Analyze(new Document("d", text, blocks));
        analyzed.Sentences.Select(s => s.Block).ShouldBe([0, 0, 2]);
        analyzed.Sentences.Sum(s => s.TokenCount).ShouldBe(analyzed.Tokens.Count);
        foreach (var sentence in analyzed.Sentences)
        {
            blocks[sentence.Block].Span.Contains(sentence.Span).ShouldBeTrue();
            analyzed.Tokens[sentence.FirstToken].Span.Start.ShouldBe(sentence.Span.Start);
            analyzed.Tokens[sentence.EndToken - 1].Span.End.ShouldBe(sentence.Span.End);
        }
    }

    internal static string[] Sentences(string text, BlockRole role = BlockRole.Body)
    {
        var analyzed = Analyze(text, role);
        return [.. analyzed.Sentences.Select(s => s.Span.In(text))];
    }

    internal static AnalyzedDocument Analyze(string text, BlockRole role = BlockRole.Body) =>
        Analyzer.Analyze(new Document("d", text, [Block(0, text.Length, role)]));

    private static Block Block(int start, int end, BlockRole role) => new(TextSpan.FromBounds(start, end), role, TextSpan.FromBounds(start, end));
}
