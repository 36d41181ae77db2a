using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Judging;

/// <summary>Each row of data/factuality.tsv on its own example, from plain text: the word in asterisks is told as the row says.</summary>
public sealed class FactualityTableTests
{
    public static TheoryData<string> Examples() => [.. Table.Shipped("factuality").Rows.Select(r => r.Required("example"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_row_holds_for_its_example(string example)
    {
        var row = Table.Shipped("factuality").Rows.Single(r => r["example"] == example);
        var start = example.IndexOf('*', StringComparison.Ordinal);
        var coded = Some.Coded(example.Replace("*", "", StringComparison.Ordinal));
        var predicate = coded.Predicates.SingleOrDefault(p => p.Span.Start == start);
        predicate.ShouldNotBeNull();
        Degree(predicate.Factuality).ShouldBe(row.Required("told"));
        if (row["link"] is { } link)
        {
            predicate.Links.ShouldContain(link);
        }

        if (row["reading"] is { } reading)
        {
            predicate.Factuality.Readings.ToString().ToLowerInvariant().ShouldContain(reading);
        }
    }

    private static string Degree(Factuality factuality) => factuality.Certainty switch
    {
        Certainty.Certain => "CT",
        Certainty.Probable => "PR",
        Certainty.Possible => "PS",
        _ => "U",
    } + (factuality.Polarity == Polarity.Negative ? "-" : factuality.Certainty == Certainty.Unknown ? "" : "+");
}
