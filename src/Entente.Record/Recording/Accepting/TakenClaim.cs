using Entente.Claims;

namespace Entente.Record.Recording.Accepting;

/// <summary>A claim of a line whose words the text holds.</summary>
/// <param name="Label">What the line calls it, for whoever is told about it.</param>
/// <param name="Notes">What was put right on the way.</param>
internal sealed record TakenClaim(string Label, Claim Claim, IReadOnlyList<Problem> Notes);
