namespace Entente.Claims.Scoring;

/// <summary>A text or page of gold with all that may be claimed of it.</summary>
public sealed record GoldItem(string Id, Page Page)
{
    /// <summary>The claims that it makes. All its events stand here; of the other kinds only those that are to be looked for.</summary>
    public IReadOnlyList<ExpectedClaim> Claims { get; init; } = [];

    /// <summary>Other events than those may be told as well: they are not counted as wrong.</summary>
    public bool HasMore { get; init; }

    /// <summary>"dev" for what is worked on, "test" for what is only measured; any word will do.</summary>
    public string? Part { get; init; }

    /// <summary>What it shows: "passive", "page".</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Words of the page from which nothing may be claimed: menus, adverts, lists of other stories.</summary>
    public IReadOnlyList<string> Furniture { get; init; } = [];

    /// <summary>When it was published; null when that is left open.</summary>
    public DateInterval? Published { get; init; }
}
