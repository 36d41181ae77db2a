using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A coded page on its way into the ledger.</summary>
/// <param name="Coder">Who coded it, as <see cref="CoderIdentity"/> says.</param>
/// <param name="Paths">Where the page was found, relative to the folder that was read.</param>
public sealed record CodedEntry(CodedPage Page, string Coder, IReadOnlyCollection<string> Paths)
{
    private PreparedPage? _prepared;
    private LedgerFollower? _preparedFor;
    private Withholding? _withheld;

    /// <summary>The page as rows, with what the follower wants of each document.</summary>
    /// <param name="withholding">What was forgotten is not in the rows.</param>
    internal PreparedPage Prepared(LedgerFollower? follower, Withholding withholding) => _prepared is { } known && _preparedFor == follower && _withheld == withholding ? known : Make(follower, withholding);

    internal CodedEntry Prepare(LedgerFollower? follower, Withholding withholding) => new(Page, Coder, Paths) { _prepared = Prepared(follower, withholding), _preparedFor = follower, _withheld = withholding };

    private PreparedPage Make(LedgerFollower? follower, Withholding withholding)
    {
        var rows = withholding.Clean(PageRows.Of(Page));
        return new PreparedPage(rows, follower is null ? [] : [.. rows.Documents.Select(follower.Prepare)]);
    }
}

/// <param name="Along">What the follower prepared for each document; empty when nobody follows.</param>
internal sealed record PreparedPage(PageRows Rows, IReadOnlyList<object> Along);
