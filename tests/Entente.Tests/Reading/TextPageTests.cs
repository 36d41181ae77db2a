using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>Text pages that hold more than one article, or an article among other things.</summary>
public sealed class TextPageTests
{
    private const string Harbour = """
        The harbour of Ruritania silted up faster than its engineers had expected, and the dredgers could not keep pace with the mud that the river brought.

        Ships with a deep draught waited outside the harbour for the tide, and the pilots who led them in asked for a second channel along the eastern mole.

        The harbour office answered that dredgers were ordered and that a second channel for ships would be dug before the winter storms closed the mole.
        """;

    private const string Orchard = """
        Apple growers in the hills of Arcadia counted the blossoms after the frost of April and found that two trees in three would carry no fruit this year.

        The frost came late, when the blossoms stood open, and the fires that growers lit between the trees warmed the orchards too little to save the fruit.

        Cider makers who buy apples from the growers said that the price of fruit would double, and that old trees which lost their blossoms may be felled.
        """;

    [Fact]
    public void A_change_of_words_under_a_headline_begins_another_article()
    {
        var documents = Read($"Mud fills the harbour of Ruritania\n\n{Harbour}\n\nRead more\n\nFrost takes the apple blossoms of Arcadia\n\nBy Ada Example\n\n3 March 2021\n\n{Orchard}");
        documents.Select(d => d.Title).ShouldBe(["Mud fills the harbour of Ruritania", "Frost takes the apple blossoms of Arcadia"]);
        documents[0].DateEvidence.ShouldBeEmpty();
        documents[1].Authors.ShouldBe(["Ada Example"]);
    }

    [Fact]
    public void A_sub_heading_over_more_of_the_same_begins_none()
    {
        var document = Read($"Mud fills the harbour of Ruritania\n\n{Harbour}\n\nA second channel for the ships\n\n{Harbour.Replace("The harbour", "This harbour", StringComparison.Ordinal)}").ShouldHaveSingleItem();
        document.Blocks.Count(b => b.Role == BlockRole.Title).ShouldBe(2);
    }

    [Fact]
    public void A_list_that_follows_the_text_is_part_of_it()
    {
        const string ferries = "Ferries of the summer\n\nJune 9 – Strelsau, east mole\n\nJune 10 – Zenda, lower quay\n\nJune 14 – Hentzau, old pier\n\nJune 17 – Tarlenheim, west mole\n\nJune 20 – Strelsau, east mole";
        var document = Read($"Mud fills the harbour of Ruritania\n\n{Harbour}\n\n{ferries}\n\nPrivacy Policy").ShouldHaveSingleItem();
        var own = string.Join('\n', document.Blocks.Where(b => b.Role is BlockRole.Body or BlockRole.List).Select(b => b.Span.In(document.Text)));
        own.ShouldContain("Tarlenheim, west mole");
        own.ShouldNotContain("Privacy");
    }

    [Fact]
    public void A_byline_that_says_so_goes_before_names_that_stand_alone()
    {
        Read($"Mud fills the harbour of Ruritania\n\nHarbour Tales\n\nBy Ada Example\n\n3 March 2021\n\n{Harbour}").ShouldHaveSingleItem().Authors.ShouldBe(["Ada Example"]);
        Read($"Mud fills the harbour of Ruritania\n\nBen Muster\n\n3 March 2021\n\n{Harbour}").ShouldHaveSingleItem().Authors.ShouldBe(["Ben Muster"]);
    }

    [Fact]
    public void Who_is_answered_below_begins_under_the_header_of_another()
    {
        const string thread = "Comments\n\nada | March 5, 2021 at 9:08 pm\n\nThe harbour silts up each winter, as every sailor knows, and each spring the dredgers come back for the mud.\n\nGrowers of apples would rather hear about frost, for most orchards in those hills lost their blossoms in a single night of April.\n\n    ben in reply to carla. | March 6, 2021 at 6:59 pm\n\n    Mine did not.";
        var comments = Read($"Mud fills the harbour of Ruritania\n\n{Harbour}\n\n{thread}").ShouldHaveSingleItem().Blocks.Where(b => b.Role == BlockRole.Comment).ToList();
        comments.Select(c => (c.Author, c.ReplyTo, c.Depth)).ShouldBe([("ada", null, 0), ("carla", null, 0), ("ben", "carla", 1)]);
    }

    [Fact]
    public void What_pages_embed_is_no_thread()
    {
        var document = Read($"Mud fills the harbour of Ruritania\n\n{Harbour}\n\n— Harbour Office (@strelsauharbour) March 3, 2021\n\n{Harbour.Replace("The harbour", "This harbour", StringComparison.Ordinal)}\n\n— Pilots (@strelsaupilots) March 4, 2021\n\nThe pilots of the harbour will meet again before the ships return in spring, said their speaker.").ShouldHaveSingleItem();
        document.Blocks.ShouldNotContain(b => b.Role == BlockRole.Comment);
    }

    [Fact]
    public void Words_of_scripts_without_blanks_are_counted() => LineWords.Count("港湾の浚渫は来週から始まる").ShouldBe(7);

    [Fact]
    public void A_division_costs_what_its_place_costs()
    {
        int[][] units = [[0, 1, 2, 0, 1], [0, 2, 1, 1], [3, 4, 5, 3], [4, 5, 3, 5]];
        TopicSegmenter.Divide(units, 6, [0, 9, 1, 9]).ShouldBe([2]);
        TopicSegmenter.Divide(units, 6, [0, 9, 100, 9]).ShouldBeEmpty();
        TopicSegmenter.Divide(units, 6, [0, 0, double.PositiveInfinity, 0]).ShouldNotContain(2);
    }

    private static IReadOnlyList<Document> Read(string text) => Reader.Read(new Page("p", Encoding.UTF8.GetBytes(text)) { Form = PageForm.Text }).Documents;
}
