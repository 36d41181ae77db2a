using Entente.Record.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(190e9, null, 190.27e9, null, "Agree")]
    [InlineData(190e9, null, 194e9, null, "Differ")]
    [InlineData(15e9, null, 15.3e9, null, "Agree")]
    [InlineData(15e9, null, 16e9, null, "Agree")]
    [InlineData(15e9, null, 17e9, null, "Differ")]
    [InlineData(18.65e9, null, 18.6e9, null, "Agree")]
    [InlineData(18.65e9, null, 18.5e9, null, "Differ")]
    [InlineData(200e9, "~", 192e9, null, "Agree")]
    [InlineData(130, ">", 140, null, "Agree")]
    [InlineData(130, ">", 120, null, "Differ")]
    [InlineData(700, null, 700, null, "Agree")]
    [InlineData(-5.2, null, 5.2, null, "Differ")]
    public void Numbers_agree_when_each_may_be_the_other_rounded(double one, string? told, double other, string? toldOther, string agreement) =>
        Rounding.Of([Figure(1, one, told, "customs"), Figure(2, other, toldOther, "ministry")]).ToString().ShouldBe(agreement);

    [Fact]
    public void Another_number_of_the_same_source_in_another_document_is_a_revision() =>
        Rounding.Of([Figure(1, 190e9, null, "customs"), Figure(2, 195e9, null, "customs")]).ShouldBe(Agreement.Revised);

    [Fact]
    public void Two_numbers_of_one_document_measure_two_things() =>
        Rounding.Of([Figure(1, 20, null, null), Figure(1, 57, null, null), Figure(2, 20, null, null)]).ShouldBe(Agreement.Several);

    [Fact]
    public void What_is_denied_is_no_number_to_agree_with() =>
        Rounding.Of([Figure(1, 20, null, "customs"), Figure(2, 57, null, "ministry") with { Stand = Stand.Denied }]).ShouldBe(Agreement.Single);

    private static Mention Figure(long document, double value, string? change, string? origin) =>
        new(document * 100, $"c{document}-{value}", document, new MatterKey("figure", null, null, "told", "CHN", "", "trade", "USD", "2022", "")) { Value = value, Change = change, Origin = origin };
}
