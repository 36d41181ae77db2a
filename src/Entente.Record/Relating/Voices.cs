namespace Entente.Record.Relating;

/// <summary>Who says what of a matter.</summary>
internal static class Voices
{
    public static StateItem Item(MatterRow matter, string words, string? standing, string? note = null) => new(words, standing, matter) { Voices = Of(matter), Note = note };

    public static IReadOnlyList<StateVoice> Of(MatterRow matter) => [.. matter.Claims.Select(StateVoice.Of)];
}
