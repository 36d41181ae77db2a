namespace Entente.Record;

/// <summary>How an entry of the log of corrections stands.</summary>
public enum CorrectionState
{
    /// <summary>It holds, at all its places on the pages of the record.</summary>
    Holds,

    /// <summary>At one of its places, or all, it holds nowhere any more, though the page is there.</summary>
    Orphaned,

    /// <summary>Somebody decided otherwise and has the last word, wherever it would hold.</summary>
    Overruled,

    /// <summary>None of its pages is in the record, or nobody is named whom it is about.</summary>
    Waits,

    /// <summary>A later entry takes it back.</summary>
    Undone,

    /// <summary>It takes back another.</summary>
    Undoes,
}

/// <summary>An entry of the log with what has become of it in this record.</summary>
/// <param name="Claims">How many claims it changes or speaks of.</param>
/// <param name="Documents">In how many documents.</param>
public sealed record CorrectionRow(Correction Correction, CorrectionState State, int Claims, int Documents)
{
    /// <summary>Where it holds no longer, and why.</summary>
    public IReadOnlyList<OrphanedCorrection> Orphans { get; init; } = [];

    /// <summary>Ids of the entries that overrule it, at one of its claims or all.</summary>
    public IReadOnlyList<string> OverruledBy { get; init; } = [];

    /// <summary>At how many claims it is overruled.</summary>
    public int Overruled { get; init; }
}

/// <summary>That a person has said something about a claim.</summary>
/// <param name="Correction">The entry's id.</param>
/// <param name="What">As <see cref="Decision.What"/>.</param>
/// <param name="At">In UTC.</param>
public sealed record CorrectionMark(string Correction, string What, string Author, DateTimeOffset At)
{
    /// <summary>The id of the entry that overrules it; null while it holds.</summary>
    public string? OverruledBy { get; init; }
}

/// <summary>Something that a person may decide, and why that is worth while.</summary>
/// <param name="Value">What a decision is worth, to put the most valuable first: the more documents and the less sure the coder, the more; twice as much where claims disagree; of several claims about one matter each further one is worth less.</param>
/// <param name="Why">In words: "the coder is 35 % sure", "4 documents", "disputed".</param>
public sealed record ReviewItem(double Value, IReadOnlyList<string> Why)
{
    /// <summary>The claim that is asked about; null where it is about actors.</summary>
    public ClaimRow? Claim { get; init; }

    /// <summary>Actors whose names let one think that they are the same, the one named most first; empty where it is about a claim.</summary>
    public IReadOnlyList<ActorRow> Actors { get; init; } = [];

    /// <summary>What tells this item from others.</summary>
    public string Key => Claim?.Id ?? string.Join(' ', Actors.Select(a => a.Actor.Id));
}
