using Entente.Claims;

namespace Entente.Record;

/// <summary>Which claims are wanted; what is null does not matter. All that is given must hold.</summary>
public sealed record ClaimFilter
{
    public static ClaimFilter All { get; } = new();

    /// <summary>An actor's id, a country's code, or a name.</summary>
    public string? Actor { get; init; }

    /// <summary>Two country codes or organisation ids, "CHN-RUS"; the order does not matter.</summary>
    public string? Dyad { get; init; }

    public ClaimKind? Kind { get; init; }

    /// <summary>PLOVER type, standing, state or stance.</summary>
    public string? Type { get; init; }

    public Readings Reading { get; init; }

    /// <summary>Claims whose time may lie on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Claims whose time may lie on or before this day.</summary>
    public DateOnly? To { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Part of the name of the last link of the chain.</summary>
    public string? Origin { get; init; }

    public double? MinConfidence { get; init; }

    /// <summary>A document's id, or a page's for all its documents.</summary>
    public string? Document { get; init; }

    /// <summary>An event's id: its mentions.</summary>
    public string? Event { get; init; }

    /// <summary>A matter's id: all that is claimed of it.</summary>
    public string? Matter { get; init; }

    /// <summary>Words of what it is about, in any case: of its name, label, office or measure, or else of its line.</summary>
    public string? Words { get; init; }

    /// <summary>Whether <see cref="Words"/> may stand anywhere in the claim's sentence.</summary>
    public bool WordsAnywhere { get; init; }

    /// <summary>Only claims that rest on somebody who is not named: "officials", "a source".</summary>
    public bool Unnamed { get; init; }

    /// <summary>Only what documents published by this day say; what is not dated is left out.</summary>
    public DateOnly? KnownBy { get; init; }

    /// <summary>
    /// Only what one of these says or passes on: part of a name, an actor's id, a country's code for all its voices, "outlet:" and a name, a country's code or a kind of control ("outlet:RUS", "outlet:state")
    /// for who published it. Empty for all.
    /// </summary>
    public IReadOnlyList<string> AccordingTo { get; init; } = [];

    /// <summary>Only what says of a person that he did wrong.</summary>
    public bool Allegations { get; init; }

    /// <summary>What this other coder claims, in the place of Entente's own claims (docs/guide/accept.md); only where claims themselves are asked for.</summary>
    public string? Coder { get; init; }

    /// <summary>At most so many; 0 for all.</summary>
    public int Limit { get; init; }
}
