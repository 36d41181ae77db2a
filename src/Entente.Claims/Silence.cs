namespace Entente.Claims;

/// <summary>A sentence that names two actors and from which nothing was coded, with the words that might have told of an event.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Words">In text order; empty when no word of it is one of action.</param>
public sealed record Silence(TextSpan Sentence, IReadOnlyList<UnfitWord> Words);

/// <summary>A word that might have told of an event, and why none was coded.</summary>
/// <param name="Word">The word.</param>
/// <param name="Frame">The row of data/event-frames.tsv that came nearest; null when none has the word.</param>
/// <param name="Reason">What is missing, in words.</param>
public readonly record struct UnfitWord(TextSpan Word, string? Frame, string Reason);
