using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>What is measured between the two, by measure and period, so that a series can be read down.</summary>
internal static class Figures
{
    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters) =>
    [
        .. matters.Where(m => m.Kind == ClaimKind.Figure)
            .OrderBy(m => m.Best.Figure?.Of?.ToUpperInvariant(), StringComparer.Ordinal).ThenBy(m => m.Best.Figure?.Unit, StringComparer.Ordinal).ThenBy(m => m.Time?.Earliest).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => Voices.Item(m, m.Gist, Standing(m))),
    ];

    private static string? Standing(MatterRow matter) => matter.Agreement switch
    {
        "agree" => "documents agree",
        "revised" => "revised",
        "differ" => "documents differ",
        "several" => "several numbers",
        _ => matter.Claims.All(c => c.Stand == "asserted") ? null : matter.Told,
    };
}
