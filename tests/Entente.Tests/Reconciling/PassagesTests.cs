using Entente.Record.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class PassagesTests
{
    private static readonly string[] Original =
    [
        "Harbour talks end without a deal",
        "Negotiators from the two coastal states left the harbour town on Friday night without signing the fishing agreement that both had promised.",
        "The northern government said that its patrol boats would stay where they are until the other side withdraws its claim to the western islands.",
        "At least 14 fishermen were detained near the islands in the first week of May, according to the coast guard.",
        "He gave no details.",
        "A second round is expected in June.",
    ];

    [Fact]
    public void A_reprint_repeats_all_but_its_new_headline() => Between(["No deal at sea after long night", .. Original[1..]]).ShouldBe([(1, 1), (2, 2), (3, 3), (5, 5)]);

    [Fact]
    public void One_quoted_paragraph_is_found_in_another_article() => Between(
    [
        "Why the islands matter to neither side",
        "Few people live there, and the rocks hold little more than gulls and a lighthouse that went dark years ago.",
        "“The northern government said that its patrol boats would stay where they are, until the other side withdraws its claim to the western islands.”",
        "That is all that anybody in the capital wanted to say about it this week.",
    ]).ShouldBe([(2, 2)]);

    [Theory]
    [InlineData("At least 19 fishermen were detained near the islands in the first week of May, according to the coast guard.")]
    [InlineData("At least 14 fishermen were detained near the islands in the first week of May, according to the coast guard, and 3 went missing.")]
    [InlineData("At least fourteen fishermen were detained near the islands in the first week of May, according to the coast guard.")]
    public void A_changed_figure_makes_the_sentence_of_an_update_news(string updated) =>
        Between([Original[0], Original[1], Original[2], updated]).ShouldBe([(0, 0), (1, 1), (2, 2)]);

    [Fact]
    public void A_word_cut_at_the_end_leaves_a_copy() =>
        Between(["At least 14 fishermen were detained near the islands in the first week of May."]).ShouldBe([(3, 0)]);

    [Fact]
    public void The_order_of_paragraphs_does_not_matter() => Between([Original[3], Original[5], Original[2], Original[1]]).ShouldBe([(3, 0), (5, 1), (2, 2), (1, 3)]);

    [Fact]
    public void The_same_news_in_other_words_is_no_copy() =>
        Between(["The delegations of both coastal states went home from the harbour on Friday without having signed the promised agreement on fishing."]).ShouldBeEmpty();

    private static IEnumerable<(int A, int B)> Between(string[] later) => Passages.Between(Original, later).Select(p => (p.A, p.B));
}
