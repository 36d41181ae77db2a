using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A coded page on its way into the ledger.</summary>
/// <param name="Coder">Who coded it, as <see cref="CoderIdentity"/> says.</param>
/// <param name="Paths">Where the page was found, relative to the folder that was read.</param>
public sealed record CodedEntry(CodedPage Page, string Coder, IReadOnlyCollection<string> Paths)
{
    private PreparedPage? _prepared;
    private LedgerFollower? _preparedFor;

    /// <summary>The page as rows, with what the follower wants of each document.</summary>
    internal PreparedPage Prepared(LedgerFollower? follower) => _prepared is { } known && _preparedFor == follower ? known : Make(follower);

    internal CodedEntry Prepare(LedgerFollower? follower) => new(Page, Coder, Paths) { _prepared = Prepared(follower), _preparedFor = follower };

    private PreparedPage Make(LedgerFollower? follower)
    {
        var rows = _prepared?.Rows ?? PageRows.Of(Page);
        return new PreparedPage(rows, follower is null ? [] : [.. rows.Documents.Select(follower.Prepare)]);
    }
}

/// <param name="Along">What the follower prepared for each document; empty when nobody follows.</param>
internal sealed record PreparedPage(PageRows Rows, IReadOnlyList<object> Along);
