using Entente.Claims;

namespace Entente.Record;

/// <summary>A reading of the past: what it was asked and what it came to.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Coder">Who coded.</param>
public sealed record RunRow(long Id, string Coder)
{
    public bool Stopped { get; init; }

    public int Files { get; init; }

    /// <summary>Pages it saw.</summary>
    public int Seen { get; init; }

    public int New { get; init; }

    /// <summary>Pages that the record held and that were coded anew, for another coder or other facts were given.</summary>
    public int Again { get; init; }

    public int Changed { get; init; }

    public int Vanished { get; init; }

    public int Missed { get; init; }

    /// <summary>Claims of the pages that are new or coded anew.</summary>
    public int Claims { get; init; }

    /// <summary>Digest of every place and the page in it; null when places are not known.</summary>
    public string? Pile { get; init; }
}

/// <summary>How a document is shown otherwise at the end of one run than at the end of an earlier one.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Page">Digest of its page.</param>
/// <param name="Reason">"new page"; "changed file": a new page where there was another, which is kept and which this is set beside; "other coder"; "other facts" are given of the page; "vanished": it is kept, and so are its claims.</param>
public sealed record RunDifference(string Document, string Page, string? Path, string Reason)
{
    /// <summary>Of a changed file, the document that stood there before.</summary>
    public string? Before { get; init; }

    /// <summary>Claims that are the same in both.</summary>
    public int Same { get; init; }

    public IReadOnlyList<DifferentClaim> Added { get; init; } = [];

    public IReadOnlyList<DifferentClaim> Dropped { get; init; } = [];

    /// <summary>Claims of the same kind and of the same words, gist or matter that are put otherwise.</summary>
    public IReadOnlyList<RewordedClaim> Reworded { get; init; } = [];
}

/// <summary>A claim in a difference.</summary>
/// <param name="Id">As in <see cref="ClaimRow"/>.</param>
/// <param name="Gist">What is claimed, in one line; null of an allegation against a person, which is never told without what belongs to it: ask for the claim itself.</param>
/// <param name="Told">How it is told: "asserted", "planned, denied".</param>
public sealed record DifferentClaim(string Id, ClaimKind Kind, string? Gist, string Told);

/// <summary>A claim that is put otherwise.</summary>
public sealed record RewordedClaim(DifferentClaim Before, DifferentClaim After);
