using Entente.Claims;
using Entente.Claims.Coding.Eventing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>Confidence of event claims: what raises and lowers it, and the curve of data/confidence.tsv.</summary>
public sealed class SurenessTests
{
    private static readonly Sureness _shipped = Sureness.Read(Table.Shipped("confidence"));

    [Fact]
    public void Between_two_rows_the_curve_is_a_straight_line_and_outside_them_it_is_level()
    {
        var sureness = Sureness.Read(Table.Parse("c", new StringReader("sum\tconfidence\n0.5\t0.2\n0.7\t0.6\n")));
        new[] { 0, .5, .6, .7, 1 }.Select(s => Math.Round(sureness.Worth(s), 9)).ShouldBe([.2, .2, .4, .6, .6]);
    }

    [Theory]
    [InlineData("sum\tconfidence\n0.5\t0.6\n0.7\t0.2\n")]
    [InlineData("sum\tconfidence\n0.7\t0.2\n0.5\t0.6\n")]
    [InlineData("sum\tconfidence\n")]
    [InlineData("sum\tconfidence\nmuch\t0.6\n")]
    public void A_curve_that_falls_is_refused(string table) => Should.Throw<FormatException>(() => Sureness.Read(Table.Parse("c", new StringReader(table))));

    [Fact]
    public void More_signs_never_make_a_claim_less_sure() =>
        Enumerable.Range(0, 100).Select(i => _shipped.Worth(i / 100.0)).ShouldBeInOrder();

    [Theory]
    [InlineData("Kenya condemned Somalia.", "On the eve of the long meeting of ministers in the old town by the sea Kenya condemned Somalia.")]
    [InlineData("Kenya condemned Somalia.", "Kenya condemned Somalia's plans, and protesters attacked the office of the mayor.")]
    [InlineData("Kenya bombed Somalia.", "Kenya bombed the hills.")]
    public void A_plain_sentence_of_two_states_is_the_surest(string sure, string less) => Least(less).ShouldBeLessThan(Least(sure));

    private static double Least(string text) => Some.Coded(text).Claims.Where(c => c.Kind == ClaimKind.Event).Min(c => c.Confidence);
}
