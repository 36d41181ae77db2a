namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Writes a post: its header lines as blocks of their own, its text as one comment, then what the site put in.</summary>
internal static class PostWriter
{
    public static void Write(Draft draft, List<PageLine> lines, MinedPost post)
    {
        foreach (var i in post.Header)
        {
            draft.Pieces.Add(new RoledSegment(lines[i].Segment, lines[i].Date is not null && lines[i].Words <= 10 ? BlockRole.Dateline : BlockRole.Byline, "header of a comment"));
        }

        var first = true;
        foreach (var i in post.Text)
        {
            draft.Pieces.Add(new RoledSegment(lines[i].Segment, BlockRole.Comment, "name, date and text repeat like this in every post")
            {
                Author = post.Author, Posted = post.Posted, ReplyTo = post.ReplyTo, Depth = post.Depth, Continues = !first,
            });
            first = false;
        }

        foreach (var i in post.Frame)
        {
            draft.Pieces.Add(new RoledSegment(lines[i].Segment, BlockRole.Furniture, "site's line in a comment"));
        }
    }
}
