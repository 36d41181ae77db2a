using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>Every row of the pattern tables finds its own example.</summary>
public sealed class ClaimPatternTests
{
    public static TheoryData<string, string> Rows { get; } = new(new[] { ("membership-patterns", ""), ("agreement-patterns", ""), ("position-patterns", "position:") }
        .SelectMany(t => Table.Shipped(t.Item1).Rows.Select(r => (t.Item2 + r.Required("id"), r.Required("example")))));

    public static TheoryData<string, string> Attitudes { get; } = new(Table.Shipped("attitudes").Rows.Select(r => (r.Required("leaning"), r.Required("example"))));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_finds_its_example(string id, string example) => Some.Coded(example).Claims.Select(c => c.Rule).ShouldContain(id);

    [Theory]
    [MemberData(nameof(Attitudes))]
    public void A_word_of_attitude_makes_a_position_of_its_example(string leaning, string example) =>
        Some.Claims<PositionClaim>(example).ShouldNotBeEmpty(leaning);

    [Fact]
    public void A_position_is_about_a_proposition_of_the_table()
    {
        var known = Table.Shipped("propositions").Rows.Select(r => r.Required("id")).ToHashSet(StringComparer.Ordinal);
        var held = Table.Shipped("position-patterns").Rows.Select(r => r.Required("proposition")).ToHashSet(StringComparer.Ordinal);
        held.ShouldBeSubsetOf(known);
        known.ShouldBeSubsetOf(held);
    }
}
