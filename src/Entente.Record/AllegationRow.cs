using Entente.Claims;

namespace Entente.Record;

/// <summary>That a claim says of persons that they did wrong. Who says so, by which chain, and how it is told stand in the claim.</summary>
/// <param name="Against">The persons, as the text names them.</param>
/// <param name="Denials">What denies it in the same document, in text order; empty when nothing does.</param>
public sealed record AllegationRow(IReadOnlyList<AccusedRow> Against, IReadOnlyList<DenialRow> Denials);

/// <summary>A person of whom a claim says that he did wrong.</summary>
/// <param name="Id">The actor's id.</param>
public sealed record AccusedRow(string Id, string Name);

/// <summary>A sentence of a document that denies an allegation.</summary>
/// <param name="Sentence">Its words.</param>
/// <param name="Evidence">UTF-16 offsets into the document's text.</param>
/// <param name="Start">Evidence in code points, as the coded document and the exports have it.</param>
/// <param name="Stop">Exclusive.</param>
public sealed record DenialRow(string Sentence, TextSpan Evidence, int Start, int Stop)
{
    /// <summary>Who denies, in the words of the text; null in a record of an earlier version.</summary>
    public string? By { get; init; }

    /// <summary>The claim that the denial is coded as; null when it is coded as none.</summary>
    public string? Claim { get; init; }
}
