namespace Entente.Record.Relating;

/// <summary>Who says what of a matter.</summary>
internal static class Voices
{
    public static StateItem Item(MatterRow matter, string words, string? standing, string? note = null) => new(words, standing, matter) { Voices = Of(matter), Note = note };

    public static IReadOnlyList<StateVoice> Of(MatterRow matter) => [.. matter.Claims.Select(StateVoice.Of)];

    /// <summary>"asserted", "denied", "asserted and denied", or the one other way in which it is told.</summary>
    public static string Told(MatterRow matter)
    {
        var stands = matter.Claims.Select(c => c.Stand).Distinct(StringComparer.Ordinal).ToArray();
        return stands.Contains("denied") && stands.Length > 1 ? "asserted and denied" : stands.Contains("asserted") ? "asserted" : stands.Length == 1 ? stands[0] : string.Join(", ", stands.Order(StringComparer.Ordinal));
    }
}
