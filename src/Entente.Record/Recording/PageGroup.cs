using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A page met in a pile.</summary>
/// <param name="File">The file that it is, or lies in.</param>
/// <param name="Place">Where, as the opener tells it; the file's name when it is the page.</param>
/// <param name="Problems">What went wrong on getting it out of the file.</param>
internal sealed record MetPage(PileFile File, string Place, string Digest, PageFacts Given, IReadOnlyList<Problem> Problems);

/// <summary>One page under all its names.</summary>
internal sealed record PageGroup(string Digest, IReadOnlyList<MetPage> Met)
{
    /// <summary>Where its bytes are taken from.</summary>
    public MetPage First => Met[0];

    public IReadOnlyList<string> Names { get; } = [.. Met.Select(m => m.Place).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What is said of it under its first name that anything is said under.</summary>
    public PageFacts Given { get; } = Met.OrderBy(m => m.Place, StringComparer.Ordinal).Select(m => m.Given).FirstOrDefault(g => g != PageFacts.None) ?? PageFacts.None;
}
