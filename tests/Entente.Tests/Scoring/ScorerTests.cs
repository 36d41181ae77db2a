using Entente.Claims;
using Entente.Claims.Scoring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Scoring;

/// <summary>What the scorer makes of a text that is coded "KEN condemned SOM" and "KEN bombed SOM", set beside gold that differs in one thing each.</summary>
public sealed class ScorerTests
{
    private const string Text = "Kenya condemned Somalia on Monday. Kenya bombed Somalia.";

    [Theory]
    [InlineData("ACCUSE disapprove | actor KEN | recipient SOM | asserted | 2019-01-28;ASSAULT aerial | actor KEN", "")]
    [InlineData("ACCUSE allege;ASSAULT", "wrong mode")]
    [InlineData("ACCUSE | actor SOM;ASSAULT", "wrong actors")]
    [InlineData("ACCUSE | recipient -;ASSAULT", "wrong recipients")]
    [InlineData("ACCUSE | actor KEN + UGA;ASSAULT", "wrong actors")]
    [InlineData("ACCUSE | planned;ASSAULT", "wrong told")]
    [InlineData("ACCUSE | planned asserted?;ASSAULT", "wrong told")]
    [InlineData("ACCUSE | asserted planned?;ASSAULT", "")]
    [InlineData("ACCUSE | asserted not;ASSAULT", "wrong told")]
    [InlineData("ACCUSE | 2019-01-29;ASSAULT", "wrong time")]
    [InlineData("ACCUSE | via officials;ASSAULT", "wrong source")]
    [InlineData("ACCUSE | trigger bombed;ASSAULT", "missed")]
    [InlineData("ACCUSE;THREATEN", "missed")]
    [InlineData("ACCUSE", "too many")]
    [InlineData("ACCUSE;ASSAULT;figure 3", "missed")]
    [InlineData("? ACCUSE;ASSAULT;? THREATEN", "")]
    public void One_difference_is_named(string claims, string wrong)
    {
        var score = Score(Item(claims));
        score.IsRight.ShouldBe(wrong.Length == 0, score.Explain());
        score.Explain().ShouldStartWith(wrong);
    }

    [Fact]
    public void Gold_that_may_have_more_leaves_other_events_alone() => Score(Item("ACCUSE") with { HasMore = true }).IsRight.ShouldBeTrue();

    [Fact]
    public void A_claim_must_come_from_the_sentence_that_is_quoted()
    {
        var item = Item("ACCUSE;ASSAULT");
        Score(item with { Claims = [item.Claims[0] with { Quote = "condemned  Somalia" }, item.Claims[1]] }).IsRight.ShouldBeTrue();
        Score(item with { Claims = [item.Claims[0] with { Quote = "bombed Somalia" }, item.Claims[1]] }).IsRight.ShouldBeFalse();
    }

    [Fact]
    public void Claims_from_furniture_are_counted()
    {
        var score = Score(Item("ACCUSE;ASSAULT") with { Furniture = ["Kenya bombed Somalia.", "Sign in"] });
        score.IsRight.ShouldBeFalse();
        score.Furniture.ShouldBe(new Dictionary<string, int> { ["Kenya bombed Somalia."] = 1, ["Sign in"] = 0 });
    }

    [Fact]
    public void The_day_of_the_page_is_compared()
    {
        Score(Item("ACCUSE;ASSAULT") with { Published = DateInterval.Day(new DateOnly(2019, 2, 1)) }).IsRight.ShouldBeTrue();
        Score(Item("ACCUSE;ASSAULT") with { Published = DateInterval.Day(new DateOnly(2019, 2, 2)) }).IsRight.ShouldBeFalse();
    }

    [Fact]
    public void Of_two_claims_of_a_type_each_gets_the_one_that_fits_it()
    {
        var page = Some.Page("Kenya condemned Somalia. Chad condemned Sudan.");
        var item = new GoldItem("x", page) { Claims = [ExpectedClaim.Parse("ACCUSE | recipient SDN"), ExpectedClaim.Parse("ACCUSE | recipient SOM")] };
        Scorer.Score(item, Some.Coder.Code(page)).IsRight.ShouldBeTrue();
    }

    private static ItemScore Score(GoldItem item) => Scorer.Score(item, Some.Coder.Code(item.Page));

    private static GoldItem Item(string claims) =>
        new("x", Some.Page(Text, given: new PageFacts { Date = new DateOnly(2019, 2, 1) })) { Claims = [.. claims.Split(';').Select(ExpectedClaim.Parse)] };
}
