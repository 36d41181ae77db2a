using Entente.Claims;
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
        lines[..3].ShouldBe(["# newpar", "# sent_id = 1", "# text = They don't agree."]);
        lines[4].ShouldBe("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_");
        lines.Count(l => l.Contains("\t0\troot\t", StringComparison.Ordinal)).ShouldBe(2);
        lines.ShouldContain(l => l.StartsWith("4\tagree\tagree\t", StringComparison.Ordinal));
        lines[6].ShouldEndWith("\t_\t_");
        lines[7].ShouldEndWith("\tSpaceAfter=No");
    }

    [Theory]
    [InlineData("They met. They left.", "They met.|They left.")]
    [InlineData("Envoys meet in Oslo\nThe two sides met on Monday and signed.", "Envoys meet in Oslo|The two sides met on Monday and signed.")]
    [InlineData("They met.\n\n\nEnvoys  meet\n \nThey left", "They met.|Envoys meet|They left")]
    [InlineData("• Trade\n• Fishing\n• Ports", "• Trade|• Fishing|• Ports")]
    [InlineData("The\u0007 states' envoys\u001f cannot agree.\r\n\r\nIt rained.", "The states' envoys cannot agree.|It rained.")]
    public void Plain_text_gets_its_sentences(string text, string sentences) => Texts(Parse(text)).ShouldBe(sentences.Split('|'));

    [Fact]
    public void Lines_that_only_wrap_a_text_end_no_sentence()
    {
        const string text = "The two sides met in the harbour town on Monday and, after a week of talks,\nRuritania signed the pact that Arcadia had asked for since the war. Envoys of\n"
            + "Freedonia, who had come late, said that they would sign in May. Nobody in the\nhall had thought it possible. The chair of the talks, Mr.\nAdeyemi-Castellanos-Okonjo of Ruritania, thanked them.\n";
        Texts(Parse(text)).Length.ShouldBe(4);
        LineBreaks.Width(text).ShouldBe(77);
    }

    [Fact]
    public void A_text_longer_than_a_piece_is_parsed_whole_and_its_sentences_are_numbered_through()
    {
        const string sentence = "Ruritania signed. ";
        var repeats = (PlainText.Piece / sentence.Length) + 1;
        var paragraph = string.Concat(Enumerable.Repeat(sentence, repeats));
        List<Document> documents = [.. new PlainText(new StringReader($"{paragraph}{paragraph}{paragraph}\n\n{sentence}\n\n{sentence}")).Documents()];
        documents.Count.ShouldBe(4);
        documents.ShouldAllBe(d => d.Text.Length <= 2 * PlainText.Piece);
        documents.Sum(d => d.Blocks.Sum(b => b.Span.In(d.Text).Split("signed").Length - 1)).ShouldBe((3 * repeats) + 2);
        documents[^1].Blocks.Count.ShouldBe(2);
    }

    private static string[] Texts(string conllu) => [.. conllu.Split('\n').Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)).Select(l => l["# text = ".Length..])];

    private static string Parse(string text)
    {
        using var output = new StringWriter();
        Conllu.Parse(Analyzer, new StringReader(text), output);
        return output.ToString();
    }

    private static string Annotate(string input)
    {
        using var output = new StringWriter();
        Conllu.Annotate(Analyzer, new StringReader(input), output);
        return output.ToString();
    }
}
