namespace Entente.Record;

/// <summary>Somebody else who coded documents of the record, beside Entente's own coding of the same documents (docs/guide/accept.md).</summary>
/// <param name="Coder">The name, with its version.</param>
/// <param name="Documents">How many documents that are shown it has coded.</param>
public sealed record CoderRow(string Coder, int Documents)
{
    /// <summary>Its claims of these documents.</summary>
    public int Claims { get; init; }

    /// <summary>Claims in which both agree.</summary>
    public int Same { get; init; }

    /// <summary>Claims that both make of the same words, but otherwise.</summary>
    public int Otherwise { get; init; }

    /// <summary>Claims that it alone makes.</summary>
    public int OnlyTheirs { get; init; }

    /// <summary>Claims that Entente alone makes of the documents that it coded too.</summary>
    public int OnlyOurs { get; init; }

    /// <summary>0–1: of all claims that either makes, the part that both make, whatever they tell otherwise of it; null when neither makes any.</summary>
    public double? Shared => Same + Otherwise + OnlyTheirs + OnlyOurs is var all and > 0 ? (double)(Same + Otherwise) / all : null;

    /// <summary>0–1: of all claims that either makes, the part in which both agree; null when neither makes any.</summary>
    public double? Agreement => Same + Otherwise + OnlyTheirs + OnlyOurs is var all and > 0 ? (double)Same / all : null;
}

/// <summary>Something that another coder and Entente say otherwise of one place of a document.</summary>
/// <param name="Theirs">The claim of the other; null where it makes none.</param>
/// <param name="Ours">Entente's claim, or that of the coder whom the first is set beside; null where it makes none.</param>
public sealed record CoderDifference(ClaimRow? Theirs, ClaimRow? Ours)
{
    /// <summary>
    /// In what the two differ: "type", "mode", "actors", "recipients", "time", "readings", "polarity", "certainty", "source", "value" …; empty where only one makes the claim.
    /// </summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>The claim that is there, the other coder's if both are.</summary>
    public ClaimRow Claim => Theirs ?? Ours!;
}
