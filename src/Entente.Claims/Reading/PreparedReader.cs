namespace Entente.Claims.Reading;

/// <summary>Takes a clean text as it stands: offsets refer to it, blocks are its paragraphs.</summary>
internal static class PreparedReader
{
    public static Document Read(Page page, string text)
    {
        var blocks = new List<Block>();
        var at = 0;
        while (at < text.Length)
        {
            var length = text.AsSpan(at).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : at + length;
            var (start, stop) = (at, end);
            while (start < stop && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (stop > start && char.IsWhiteSpace(text[stop - 1]))
            {
                stop--;
            }

            if (stop > start)
            {
                var span = TextSpan.FromBounds(start, stop);
                blocks.Add(new Block(span, BlockRole.Body, span) { Reason = "prepared text" });
            }

            at = end + 1;
        }

        var whole = new TextSpan(0, text.Length);
        return new Document(page.Id, text, blocks)
        {
            Source = [new SourceRun(whole, whole)],
            Uri = page.Given.Uri,
            Publisher = page.Given.Publisher,
            Title = page.Given.Title,
            Language = LanguageTeller.Tell(text) ?? "en",
            DateEvidence = [.. Finisher.GivenDates(page.Given)],
        };
    }
}
