using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Tests.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

/// <summary>An outlet's note of a correction leads to the claims that it corrects, and to no other.</summary>
public sealed class CorrectionTests
{
    private const string Visit = "Kenyan President Uhuru Kenyatta visited Tanzania on {0} May 2021.", Trade = "Trade between Kenya and Tanzania reached ${0} million in 2020, the Kenyan government said.";

    [Fact]
    public void Every_note_of_the_table_is_found_in_its_example()
    {
        var notes = new CorrectionNotes();
        foreach (var row in Table.Shipped("correction-notes").Rows)
        {
            notes.KindOf(row.Required("example")).ShouldBe(row.Required("kind"));
        }
    }

    [Theory]
    [InlineData("An earlier version of this article gave a wrong figure for the trade between Kenya and Tanzania.", "Trade")]
    [InlineData("An earlier version of this article gave a wrong day for the visit of President Kenyatta.", "visit")]
    [InlineData("This article was amended on 12 May 2021.", null)]
    [InlineData("The article has been retracted.", "Trade, visit")]
    public void A_note_corrects_the_claim_that_it_names_or_all_when_the_text_is_taken_back(string note, string? corrected)
    {
        using var world = Captures([Of(Visit, 9), Of(Trade, 450)], [Of(Visit, 10), Of(Trade, 540), note]);
        var archive = world.Read();
        var link = archive.Versions().ShouldHaveSingleItem().Captures[1].Notes.ShouldHaveSingleItem();
        string.Join(", ", link.Corrects.Where(c => c.Was.Kind != ClaimKind.Role).Select(c => c.Was.Kind == ClaimKind.Figure ? "Trade" : "visit").Order(StringComparer.Ordinal)).ShouldBe(corrected ?? "");
        foreach (var (was, now) in link.Corrects)
        {
            archive.Corrected([was])[was.Id].Note.Sentence.ShouldBe(note);
            now.ShouldNotBeNull().Gist.ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_one_claim_that_changed_is_the_one_that_a_note_without_words_corrects_and_what_is_gone_is_taken_back()
    {
        using var changed = Captures([Of(Visit, 9), Of(Trade, 450)], [Of(Visit, 9), Of(Trade, 540), "This article was amended on 12 May 2021."]);
        Only(changed).Is.ShouldNotBeNull().Figure!.Value.ShouldBe(540e6);
        using var gone = Captures([Of(Visit, 9), Of(Trade, 450)], [Of(Visit, 9), "This article was amended on 12 May 2021."]);
        Only(gone).Is.ShouldBeNull();
    }

    [Fact]
    public void A_note_that_stood_there_before_corrects_nothing_any_more()
    {
        using var world = Captures([Of(Visit, 9), Of(Trade, 450), "This article was amended on 12 May 2021."], [Of(Visit, 9), Of(Trade, 540), "This article was amended on 12 May 2021."]);
        var archive = world.Read();
        archive.Corrected(archive.Claims()).ShouldBeEmpty();
    }

    private static CorrectedClaim Only(SmallWorld world) => world.Read().Versions().Single().Captures[1].Notes.ShouldHaveSingleItem().Corrects.ShouldHaveSingleItem();

    private static string Of(string words, int number) => string.Format(System.Globalization.CultureInfo.InvariantCulture, words, number);

    /// <summary>One file, read twice.</summary>
    private static SmallWorld Captures(string[] before, string[] after)
    {
        var world = new SmallWorld().Add("visit", "11 May 2021", before);
        world.Read();
        return world.Add("visit", "11 May 2021", after);
    }
}
