namespace Entente.Claims.Reading.Opening;

/// <summary>What is left of a page when its markup is gone: anything that is nothing else.</summary>
internal sealed class TextFormat : PageFormat
{
    public override bool Fits(ReadOnlySpan<char> head) => true;

    public override IReadOnlyList<Document> Read(Page page, string decoded) => Finish(page, TextReader.Read(decoded));
}
