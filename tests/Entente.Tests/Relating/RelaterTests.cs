using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Record.Relating;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Relating;

/// <summary>The state of a relationship: on a day, as known by a day, according to some; and what two states differ in.</summary>
public sealed class RelaterTests : IDisposable
{
    private static readonly StateQuestion All = new("KEN", "TZA");
    private readonly Pages _pages = new();
    private readonly Archive _archive;

    public RelaterTests()
    {
        _pages.Add("2019.txt", Page("Old friends", "Harbour Post", "4 June 2019", "Kenya and Tanzania are rivals.", "Kenyan President Uhuru Kenyatta will visit Tanzania on 10 June 2019, the Kenyan government said.", "Kenya signed a fishing agreement with Tanzania on 3 June 2019."));
        _pages.Add("2019b.txt", Page("Called off", "Hill Gazette", "12 June 2019", "Kenyan President Uhuru Kenyatta did not visit Tanzania on 10 June 2019, the Tanzanian government said."));
        _pages.Add("2021.txt", Page("New friends", "Harbour Post", "11 May 2021", "Kenya and Tanzania are allies, Uhuru Kenyatta said.", "Kenya praised Tanzania on 10 May 2021, Reuters reported.", "Kenyan President Uhuru Kenyatta visited Tanzania on 10 May 2021.", "Trade between Kenya and Tanzania reached $450 million in 2020, the Kenyan government said."));
        using (var ledger = Ledger.Open(_pages.Record()))
        {
            Reconciler.Follow(ledger);
            new Recorder(Some.Coder, "test").Read(Pile.Walk([_pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
        }

        _archive = Archive.Open(_pages.Record());
    }

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void A_state_holds_what_passed_in_its_year_and_what_lasts_from_the_beginning()
    {
        var early = State(All.At("2019"));
        var late = State(All.At("2021"));
        Words(early, "labels").ShouldBe(["“rivals”"]);
        Words(late, "labels").ShouldBe(["“allies”"]);
        Section(late, "agreements").ShouldHaveSingleItem().Standing.ShouldBe("signed");
        Section(late, "figures").ShouldHaveSingleItem().Words.ShouldContain("450 million USD");
        Section(early, "figures").ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_is_open_until_a_page_that_was_known_by_then_tells_of_it()
    {
        Section(State(All with { KnownBy = new DateOnly(2019, 6, 5) }), "plans").ShouldHaveSingleItem().Standing.ShouldBe("open");
        var known = Section(State(All with { KnownBy = new DateOnly(2019, 6, 30) }), "plans").ShouldHaveSingleItem();
        known.Standing.ShouldBe("cancelled");
        known.Note.ShouldNotBeNull().ShouldContain("did not visit");
    }

    [Fact]
    public void According_to_one_side_only_its_voices_speak()
    {
        var said = Voices(All with { AccordingTo = ["TZA"] });
        said.ShouldNotBeEmpty();
        said.ShouldAllBe(v => v.Who == "Tanzanian government");
        var printed = Voices(All with { AccordingTo = ["outlet:Reuters"] });
        printed.ShouldNotBeEmpty();
        printed.ShouldAllBe(v => v.Claim.Chain.Links.Any(l => l.Name == "Reuters"));
        Voices(All with { AccordingTo = ["Nobody of this name"] }).ShouldBeEmpty();
    }

    [Fact]
    public void Two_states_differ_in_what_only_one_has_and_every_item_opens_at_its_sentence()
    {
        var difference = Relater.Difference(State(All.At("2019")), State(All.At("2021")));
        difference.Changes.Where(c => c.Section == "labels").Select(c => (c.One?.Words, c.Other?.Words)).ShouldBe([("“rivals”", null), (null, "“allies”")]);
        difference.Same.ShouldBeGreaterThan(0);
        foreach (var voice in Voices(All))
        {
            _archive.Document(voice.Claim.Document)!.Text.ShouldContain(voice.Claim.Sentence);
        }
    }

    [Fact]
    public void Of_two_that_no_page_names_together_there_is_no_state() => _archive.State(new StateQuestion("KEN", "PER")).ShouldBeNull();

    private static string Page(string title, string publisher, string day, params string[] paragraphs) => $"{title}\n\n{publisher}, {day}\n\n" + string.Join("\n\n", paragraphs.Append(
        $"Traders on both sides of the border had waited for the news of {day} for a long time, and said that they hoped for shorter queues and lower fees at the crossings in the hills.")) + "\n";

    private static IReadOnlyList<StateItem> Section(RelationState state, string name) => state.Sections.FirstOrDefault(s => s.Name == name)?.Items ?? [];

    private static IEnumerable<string> Words(RelationState state, string section) => Section(state, section).Select(i => i.Words);

    private RelationState State(StateQuestion question) => _archive.State(question).ShouldNotBeNull();

    private List<StateVoice> Voices(StateQuestion question) => [.. State(question).Sections.SelectMany(s => s.Items).SelectMany(i => i.Voices)];
}
