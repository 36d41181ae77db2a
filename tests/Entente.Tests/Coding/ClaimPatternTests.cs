using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>Every row of the pattern tables finds its own example.</summary>
public sealed class ClaimPatternTests
{
    public static TheoryData<string, string> Rows { get; } = new(new[] { "membership-patterns", "agreement-patterns", "position-patterns" }
        .SelectMany(t => Table.Shipped(t).Rows).Select(r => (r.Required("id"), r.Required("example"))));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_finds_its_example(string id, string example) => Some.Coded(example).Claims.Select(c => c.Rule).ShouldContain(id);

    [Fact]
    public void A_position_is_about_a_proposition_of_the_table()
    {
        var known = Table.Shipped("propositions").Rows.Select(r => r.Required("id")).ToHashSet(StringComparer.Ordinal);
        Table.Shipped("position-patterns").Rows.Select(r => r.Required("proposition")).ShouldBeSubsetOf(known);
    }
}
