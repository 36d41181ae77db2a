using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Meets pages again that the ledger may hold.</summary>
internal sealed class Meeting(SqliteConnection connection) : IDisposable
{
    /// <summary>Of several codings by one coder that fit, the one that is shown, else the newest.</summary>
    private readonly Statement _coding = new(
        connection,
        """
        SELECT coding.id FROM page JOIN coding ON coding.page = page.id JOIN coder ON coder.id = coding.coder
        WHERE page.digest = $1 AND coder.identity = $2 AND ($3 = '{}' OR coding.given = $3)
        ORDER BY coding.id = (SELECT coding FROM shown WHERE shown.page = page.id) DESC, coding.id DESC LIMIT 1
        """);

    private readonly Statement _page = new(connection, "SELECT page FROM coding WHERE id = $1");

    public bool Meet(PageGroup group, string coder, Showing showing, LedgerWriter writer, Withholding withholding)
    {
        if (_coding.Number(group.Digest, coder, withholding.Given(Given.Of(group.Given))) is not { } coding)
        {
            return false;
        }

        var page = _page.Number(coding)!.Value;
        showing.Show(page, coding);
        writer.NotePaths(page, [.. group.Names.Select(n => withholding.Path(n, group.Digest))]);
        return true;
    }

    public void Dispose()
    {
        _coding.Dispose();
        _page.Dispose();
    }
}
