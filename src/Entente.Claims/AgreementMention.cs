namespace Entente.Claims;

/// <summary>
/// The words of a text that name a treaty, agreement, initiative, format or doctrine of data/agreements.tsv. It is what acts are about, never somebody who acts: so it is no actor,
/// and the place in its name ("the Paris agreement") is neither an actor nor a place.
/// </summary>
/// <param name="Id">"agreement:" and the id of the row.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Kind">"treaty", "initiative" …, as the row has it.</param>
public sealed record AgreementMention(TextSpan Span, string Id, string Name, string Kind)
{
    /// <summary>Whether others than those who made it can join and leave it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>"noun" for words such as "the treaty" that stand for one named before; null for its name.</summary>
    public string? Via { get; init; }

    /// <summary>The name that such words go back to.</summary>
    public TextSpan? Antecedent { get; init; }
}
