namespace Entente.Record;

/// <summary>That a claim says of persons that they did wrong.</summary>
/// <param name="Against">Their names.</param>
/// <param name="Denials">The sentences of the document that deny it, in its words; empty when none does.</param>
public sealed record AllegationRow(IReadOnlyList<string> Against, IReadOnlyList<string> Denials);
