using Entente.Record.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class CopyFinderTests
{
    // Twelve words make five runs of eight.
    private const string Twelve = "One two three four five six seven eight nine ten eleven twelve";

    [Theory]
    [InlineData(Twelve, 1)]
    [InlineData("ONE, two-three four; five six seven eight nine ten eleven, twelve!", 1)]
    [InlineData("one two three four five six seven eight nine ten other words", .6)]
    [InlineData("one two three four five six seven eight", 1)]
    [InlineData(Twelve + " " + Twelve, 1)]
    public void Containment_is_the_part_of_the_smaller_texts_runs_that_both_have(string other, double containment) =>
        CopyFinder.Find([Twelve, other]).ShouldBe([new CopyPair(0, 1, containment)]);

    [Theory]
    [InlineData("one two three four five six seven")]
    [InlineData("one two three four five six seven nine eight ten eleven twelve")]
    [InlineData("")]
    public void Without_a_common_run_there_is_no_pair(string other) => CopyFinder.Find([Twelve, other]).ShouldBeEmpty();

    [Fact]
    public void Each_pair_is_told_once_in_order() =>
        CopyFinder.Find([Twelve, "nothing of it", Twelve, Twelve]).Select(p => (p.A, p.B)).ShouldBe([(0, 2), (0, 3), (2, 3)]);
}
