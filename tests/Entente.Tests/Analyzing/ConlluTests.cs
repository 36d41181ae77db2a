using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class ConlluTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    [Fact]
    public void Words_comments_and_ranges_stay_and_the_analysis_is_filled_in()
    {
        const string input = "# a remark\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\t_\t_\t_\t_\t_\t_\t_\tX=1\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tagree\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        var output = Annotate(input).Split('\n');
        output[0].ShouldBe("# a remark");
        output[1].ShouldStartWith("1-2\tdon't\t_");
        output[2].ShouldStartWith("1\tdo\tdo\tAUX\t");
        output[2].ShouldEndWith("\t3\taux\t_\tX=1");
        output[4].ShouldContain("\t0\troot\t");
        output.Length.ShouldBe(input.Split('\n').Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("no table at all\n\n1\tx\n")]
    public void What_is_no_table_is_copied(string input) => Annotate(input).TrimEnd('\n').ShouldBe(input.TrimEnd('\n'));

    [Fact]
    public void A_document_is_written_with_its_ranges_and_spaces()
    {
        using var output = new StringWriter();
        Conllu.Write(SentenceTests.Analyze("They don't agree. It rained."), output);
        var lines = output.ToString().Split('\n');
        lines[1].ShouldBe("# text = They don't agree.");
        lines[3].ShouldBe("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_");
        lines.Count(l => l.Contains("\t0\troot\t", StringComparison.Ordinal)).ShouldBe(2);
        lines.ShouldContain(l => l.StartsWith("4\tagree\tagree\t", StringComparison.Ordinal));
        lines[6].ShouldEndWith("SpaceAfter=No");
    }

    private static string Annotate(string input)
    {
        using var output = new StringWriter();
        Conllu.Annotate(Analyzer, new StringReader(input), output);
        return output.ToString();
    }
}
