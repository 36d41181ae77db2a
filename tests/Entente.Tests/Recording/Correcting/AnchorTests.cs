using Entente.Record.Recording.Correcting;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording.Correcting;

/// <summary>Where the words of a correction are found again in a text that was cleaned otherwise.</summary>
public sealed class AnchorTests
{
    private const string Text = "The lake rose. Kenya met Uganda. The traders were glad, and the fishers too. Kenya met Uganda. Nobody came from Rwanda.";

    [Theory]
    [InlineData(Text, 0, 0)]
    [InlineData(Text, 1, 1)]
    [InlineData("A line before it all.\n\n" + Text, 0, 0)]
    [InlineData("A line before it all.\n\n" + Text, 1, 1)]
    [InlineData("The lake rose. Kenya\nmet  Uganda. The traders were glad, and the fishers too. Kenya met Uganda. Nobody came from Rwanda.", 0, 0)]
    [InlineData("🌊 The lake rose. Kenya met Uganda. The traders were glad, and the fishers too. Kenya met Uganda. Nobody came from Rwanda.", 1, 1)]
    [InlineData("Quite another beginning. Kenya met Uganda. Quite another end.", 0, 0)]
    [InlineData("The lake rose. Kenya met Uganda. Something else. Kenya met Uganda. Nobody came.", 0, 0)]
    [InlineData("Quite. Kenya met Uganda. Otherwise. Kenya met Uganda. Now.", 0, null)]
    [InlineData("The lake rose. Kenya did not meet Uganda. The traders were glad.", 0, null)]
    public void Words_are_found_where_they_are_meant_or_nowhere(string text, int which, int? expected)
    {
        var first = Text.IndexOf("Kenya met", StringComparison.Ordinal);
        var start = which == 0 ? first : Text.IndexOf("Kenya met", first + 1, StringComparison.Ordinal);
        var anchor = new AnchorFinder(Text).Anchor("sha256:0", "d", start, start + "Kenya met Uganda.".Length);
        var finder = new AnchorFinder(text);
        var places = finder.Find(anchor).ToList();
        var chosen = FoundAnchor.Choose(places);
        (chosen is null ? (int?)null : places.IndexOf(chosen)).ShouldBe(expected);
        if (chosen is not null)
        {
            finder.Words(chosen.Start, chosen.Stop).ShouldBe("Kenya met Uganda.");
        }
    }
}
