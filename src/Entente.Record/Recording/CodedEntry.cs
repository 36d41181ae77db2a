using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A coded page on its way into the ledger.</summary>
/// <param name="Coder">Who coded it, as <see cref="CoderIdentity"/> says.</param>
/// <param name="Paths">Where the page was found, relative to the folder that was read.</param>
public sealed record CodedEntry(CodedPage Page, string Coder, IReadOnlyCollection<string> Paths)
{
    private PageRows? _prepared;

    internal PageRows Rows => _prepared ?? PageRows.Of(Page);

    /// <summary>The same, with all that needs no ledger done beforehand on the thread that calls: most of the work of recording it.</summary>
    public CodedEntry Prepare() => new(Page, Coder, Paths) { _prepared = Rows };
}
