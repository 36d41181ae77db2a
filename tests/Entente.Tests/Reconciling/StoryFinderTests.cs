using Entente.Record.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class StoryFinderTests
{
    private static readonly string[] Texts =
    [
        "Ferry sinks off Port Lenno\nA ferry with 120 passengers sank off Port Lenno on Tuesday night, and the coast guard saved 97 of them.",
        "Coast guard saves 97 as ferry goes down\nThe ferry went down near Port Lenno on Tuesday with 120 passengers on board, the coast guard said.",
        "Ferry runs aground at Skarvik\nA ferry with 60 tourists ran aground at Skarvik on Sunday; nobody was hurt, the harbour master said.",
        "Tourists safe after Skarvik grounding\nAll 60 tourists were safe after their ferry ran aground at Skarvik on Sunday, the harbour master told the radio.",
        "Central bank raises rates\nThe central bank raised its rate to 4 per cent on Thursday and spoke of prices.",
    ];

    [Fact]
    public void Texts_of_one_story_are_found_and_like_stories_stay_apart() => StoryFinder.Find(Texts).ShouldBe([0, 0, 2, 2, 4]);

    [Fact]
    public void The_order_of_the_texts_does_not_matter()
    {
        var turned = StoryFinder.Find([.. Texts.Reverse()]);
        var pairs = from a in Enumerable.Range(0, Texts.Length) from b in Enumerable.Range(0, Texts.Length) select (a, b);
        var straight = StoryFinder.Find(Texts);
        pairs.ShouldAllBe(p => straight[p.a] == straight[p.b] == (turned[Texts.Length - 1 - p.a] == turned[Texts.Length - 1 - p.b]));
    }

    [Fact]
    public void Empty_texts_and_none_at_all_are_no_trouble()
    {
        StoryFinder.Find([]).ShouldBeEmpty();
        StoryFinder.Find(["", "", "a"]).ShouldBe([0, 1, 2]);
    }
}
