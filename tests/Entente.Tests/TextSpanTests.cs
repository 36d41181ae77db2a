using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void A_span_is_half_open() => TextSpan.FromBounds(2, 5).In("abcdefg").ShouldBe("cde");

    [Fact]
    public void Code_points_and_offsets_translate_both_ways()
    {
        const string text = "a😀b😀c";
        var map = new CodePointMap(text);
        map.ToCodePoint(text.IndexOf('c', StringComparison.Ordinal)).ShouldBe(4);
        map.ToOffset(4).ShouldBe(text.IndexOf('c', StringComparison.Ordinal));
        map.ToOffset(2).ShouldBe(3);
    }
}
