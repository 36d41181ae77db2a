using Entente.Claims.Scoring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Scoring;

/// <summary>How comparisons are counted, on texts that are coded "KEN condemned SOM" and "KEN bombed SOM" or not at all.</summary>
public sealed class ScoreSheetTests
{
    [Theory]
    [InlineData("events.precision", 1, 2)] // of two found one is expected
    [InlineData("events.recall", 1, 2)] // of two expected one is found
    [InlineData("events.f1", 2, 4)]
    [InlineData("sides.f1", 2, 4)]
    [InlineData("acts.f1", 0, 4)] // the mode is wrong
    [InlineData("mode", 0, 1)]
    [InlineData("actors", 1, 1)]
    [InlineData("recipients", 0, 0)] // not asserted
    [InlineData("told", 1, 1)]
    [InlineData("figures", 0, 1)]
    [InlineData("kinds", 0, 0)]
    [InlineData("silence", 1, 1)]
    [InlineData("texts", 1, 2)]
    public void A_score_is_a_share(string name, double right, double of)
    {
        var sheet = ScoreSheet.Of([Score("Kenya condemned Somalia. Kenya bombed Somalia.", "ACCUSE allege | actor KEN | asserted", "CONSULT | actor KEN", "? SUPPORT", "figure 3"), Score("It rained.")]);
        sheet[name].ShouldBe(new Score(name, right, of));
    }

    [Fact]
    public void A_claim_that_may_stand_counts_on_no_side() =>
        ScoreSheet.Of([Score("Kenya condemned Somalia. Kenya bombed Somalia.", "? ACCUSE", "ASSAULT")])["events.f1"].ShouldBe(new Score("events.f1", 2, 2));

    [Fact]
    public void A_floor_breaks_when_the_score_lies_below_it_or_nothing_is_measured()
    {
        var floors = Floors.Read("floors", new StringReader("part\tscore\tfloor\nall\tevents.f1\t100\ndev\tevents.f1\t50\ndev\ttime\t10\n"));
        var half = ScoreSheet.Of([Score("Kenya condemned Somalia. Kenya bombed Somalia.", "ACCUSE", "CONSULT")]);
        floors.Broken(_ => half).ShouldBe(["all events.f1: 50.0, the floor is 100.0", "dev time: nothing to measure, the floor is 10.0"]);
        Should.Throw<ArgumentException>(() => Floors.Read("floors", new StringReader("part\tscore\tfloor\nall\tbeauty\t1\n")).Broken(_ => half).ToList());
        Should.Throw<FormatException>(() => Floors.Read("floors", new StringReader("part\tscore\tfloor\nall\ttime\thigh\n"))).Message.ShouldContain("high");
    }

    private static ItemScore Score(string text, params string[] claims)
    {
        var page = Some.Page(text);
        return Scorer.Score(new GoldItem(text, page) { Claims = [.. claims.Select(ExpectedClaim.Parse)] }, Some.Coder.Code(page));
    }
}
