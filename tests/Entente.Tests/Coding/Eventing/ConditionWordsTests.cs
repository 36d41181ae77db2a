using Entente.Claims.Coding.Eventing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>What a row asks for is told to people who do not know the table's signs.</summary>
public sealed class ConditionWordsTests
{
    private static readonly FrameTable _frames = FrameTable.Load();

    [Theory]
    [InlineData("O", "an object")]
    [InlineData("S", "a doer")]
    [InlineData("-O", "no object")]
    [InlineData("on", "words after \"on\"")]
    [InlineData("O=visit,trip", "the object to be visit, trip")]
    [InlineData("with!=talk", "what follows \"with\" not to be talk")]
    [InlineData("X~hostile", "a hostile act in what is told")]
    [InlineData("X~any", "an act in what is told")]
    [InlineData("X:inf", "an infinitive (\"to …\")")]
    [InlineData("to:place", "what follows \"to\" to be a place")]
    public void A_condition_is_told_in_words(string condition, string words) => ConditionWords.Of(FrameCondition.Parse(condition), _frames).ShouldBe(words);

    [Fact]
    public void No_sign_of_the_table_is_left_and_no_list_is_long()
    {
        var told = _frames.Frames.SelectMany(f => f.Needs).Select(n => ConditionWords.Of(n, _frames)).Distinct().ToList();
        told.Where(t => t.Any("@~=!:$".Contains)).ShouldBeEmpty();
        told.Where(t => t.Count(c => c == ',') > 6).ShouldBeEmpty();
    }

    [Fact]
    public void Where_an_actor_was_looked_for_is_told_in_words() =>
        ConditionWords.Places([["S"], ["poss"], ["S", "with"]]).ShouldBe("as subject or as owner or after \"with\"");
}
