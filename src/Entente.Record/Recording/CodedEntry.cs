using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A coded page on its way into the ledger.</summary>
/// <param name="Coder">Who coded it, as <see cref="CoderIdentity"/> says.</param>
/// <param name="Paths">Where the page was found, relative to the folder that was read.</param>
public sealed record CodedEntry(CodedPage Page, string Coder, IReadOnlyCollection<string> Paths);
