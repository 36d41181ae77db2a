using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>Which blocks of a document are its thread: the comments, and the lines between them that tell who wrote them and when.</summary>
internal static class ThreadBlocks
{
    /// <returns>Whether each block belongs to the thread.</returns>
    public static bool[] Of(IReadOnlyList<BlockRole> roles)
    {
        var first = Enumerable.Range(0, roles.Count).FirstOrDefault(i => roles[i] == BlockRole.Comment, roles.Count);
        while (first > 0 && first < roles.Count && roles[first - 1] is (BlockRole.Byline or BlockRole.Dateline))
        {
            first--;
        }

        return [.. roles.Select((role, i) => i >= first && role is (BlockRole.Comment or BlockRole.Byline or BlockRole.Dateline or BlockRole.Furniture))];
    }

    /// <summary>The page without its threads: the same places, and nothing in them.</summary>
    public static ReadPage Blank(ReadPage page) => page with { Documents = [.. page.Documents.Select(Blank)] };

    private static Document Blank(Document document)
    {
        var thread = Of([.. document.Blocks.Select(b => b.Role)]);
        var spans = document.Blocks.Where((_, i) => thread[i]).Select(b => b.Span).ToList();
        return spans.Count == 0 ? document : document with
        {
            Text = Blanks.Put(document.Text, spans),
            Blocks = [.. document.Blocks.Select((b, i) => thread[i] ? b with { Author = null, Posted = null, ReplyTo = null, Reason = null } : b)],
            DateEvidence = [.. document.DateEvidence.Select(e => e.Span is { } at && spans.Exists(s => s.Overlaps(at)) ? e with { Span = null, Why = null } : e)],
            Problems = [.. document.Problems.Where(p => p.Span is not { } at || !spans.Exists(s => s.Overlaps(at)))],
        };
    }
}
