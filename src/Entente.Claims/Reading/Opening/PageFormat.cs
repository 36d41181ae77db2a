namespace Entente.Claims.Reading.Opening;

/// <summary>A format that is one page: its characters, and the documents among them. It is told by its first characters.</summary>
internal abstract class PageFormat
{
    public abstract bool Fits(ReadOnlySpan<char> head);

    /// <summary>The characters that all positions of its documents refer to, where they are not simply what the bytes spell; null where they are, or when the page is of another format.</summary>
    public virtual DecodedPage? Decode(Page page) => null;

    public abstract IReadOnlyList<Document> Read(Page page, string decoded);

    /// <summary>Drafts as documents: one keeps the page's id, several are numbered.</summary>
    protected static IReadOnlyList<Document> Finish(Page page, IReadOnlyList<Draft> drafts)
    {
        var finisher = new Finisher(page);
        return [.. drafts.Select((d, i) => finisher.Finish(d, drafts.Count == 1 ? page.Id : $"{page.Id}#{i + 1}"))];
    }
}
