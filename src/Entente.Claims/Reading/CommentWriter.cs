namespace Entente.Claims.Reading;

/// <summary>Writes one comment: its header lines as blocks of their own, its text as one block, then what the site put in between.</summary>
internal static class CommentWriter
{
    public static void Write(Draft draft, IReadOnlyList<PageLine> lines, Comment comment)
    {
        foreach (var i in comment.Header.Order())
        {
            var role = lines[i].Date is not null && lines[i].Words <= 10 && CommentHeaders.Whole(lines[i]) is null ? BlockRole.Dateline : BlockRole.Byline;
            draft.Pieces.Add(Piece(lines[i].Segment, role, comment, "header of a comment"));
        }

        var first = true;
        for (var i = comment.First; i < comment.End; i++)
        {
            if (!comment.Header.Contains(i) && !comment.Furniture.Contains(i))
            {
                draft.Pieces.Add(Piece(lines[i].Segment, BlockRole.Comment, comment, comment.Reason) with { Continues = !first });
                first = false;
            }
        }

        foreach (var i in comment.Furniture.Order())
        {
            draft.Pieces.Add(new RoledSegment(lines[i].Segment, BlockRole.Furniture, "site's line in a comment"));
        }
    }

    private static RoledSegment Piece(Segment segment, BlockRole role, Comment comment, string reason) => role == BlockRole.Comment
        ? new RoledSegment(segment, role, reason) { Author = comment.Author, Posted = comment.Posted, ReplyTo = comment.ReplyTo, Depth = comment.Depth }
        : new RoledSegment(segment, role, reason);

    /// <summary>A thread is by who opened it, of the day on which it was opened.</summary>
    public static void Opening(Draft draft, string? author, string? posted)
    {
        if (draft.Authors.Count == 0 && author is not null)
        {
            draft.Authors.Add(author);
        }

        if (posted is not null && DateReader.First(posted) is { Interval: { IsDay: true } day })
        {
            draft.Dates.Add(new DateEvidence("text", DateBound.On, day, 0.8));
        }
    }
}
