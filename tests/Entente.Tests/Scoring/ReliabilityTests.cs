using Entente.Claims;
using Entente.Claims.Scoring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Scoring;

/// <summary>How many claims of which confidence are right.</summary>
public sealed class ReliabilityTests
{
    [Fact]
    public void Claims_are_counted_in_tenths_of_confidence()
    {
        var bins = Reliability.Of([Score((.85, true), (.89, false), (.9, true), (1, true), (.3, null))]);
        bins.ShouldBe([new ReliabilityBin(.8, .9, 2, 1, .87), new ReliabilityBin(.9, 1, 2, 2, .95)]);
        bins[0].Share.ShouldBe(.5);
        Reliability.Error(bins).ShouldBe((.37 + .05) / 2, 1e-9);
        Reliability.Error([]).ShouldBe(0);
    }

    /// <summary>Claims of a confidence: right, too many, or (null) optional.</summary>
    private static ItemScore Score(params (double Sure, bool? Right)[] claims) => new(new GoldItem("x", Some.Page("x")), [.. claims.Select(c => new Comparison(
        c.Right == false ? null : ExpectedClaim.Parse(c.Right is null ? "? ASSAULT" : "ASSAULT"),
        new Claim("c", new EventMention(EventType.Assault, null, new TextSpan(0, 1)), new TextSpan(0, 1), "rule") { Confidence = c.Sure },
        null))]);
}
