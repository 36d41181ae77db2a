namespace Entente.Claims.Reading;

/// <summary>Finds the posts of a thread by what repeats: a line with a date in each header, and the name at the same place beside it.</summary>
internal sealed class PostFinder(IReadOnlyList<PageLine> lines)
{
    public List<Comment> Find()
    {
        _ = lines;
        return [];
    }
}
