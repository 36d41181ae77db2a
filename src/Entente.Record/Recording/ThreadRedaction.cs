using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>Takes the thread out of a document: the comments, and the lines between them that tell who wrote them and when.</summary>
internal static class ThreadRedaction
{
    private static readonly int Role = RowColumns.IndexOf(RowColumns.Block, "role");

    /// <summary>The same rows when there is no thread.</summary>
    public static DocumentRows Of(DocumentRows rows)
    {
        var roles = rows.Blocks.Select(b => CodedNames.TryParse<BlockRole>((string)b[Role]!, out var role) ? role : BlockRole.Body).ToList();
        var first = roles.IndexOf(BlockRole.Comment);
        if (first < 0)
        {
            return rows;
        }

        while (first > 0 && roles[first - 1] is BlockRole.Byline or BlockRole.Dateline)
        {
            first--;
        }

        var thread = Enumerable.Range(first, roles.Count - first).Where(i => roles[i] is BlockRole.Comment or BlockRole.Byline or BlockRole.Dateline or BlockRole.Furniture).ToHashSet();
        return new DocumentRedaction
        {
            Places = [.. thread.Order().Select(i => (Convert.ToInt32(rows.Blocks[i][1], null), Convert.ToInt32(rows.Blocks[i][2], null)))],
            Blocks = thread,
        }.Of(rows);
    }
}
