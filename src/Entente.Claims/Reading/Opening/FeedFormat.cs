namespace Entente.Claims.Reading.Opening;

/// <summary>RSS 0.9–2.0, RSS 1.0 (RDF) and Atom: each item is a document of its own.</summary>
internal sealed class FeedFormat : PageFormat
{
    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(" \t\r\n>/");

    public override bool Fits(ReadOnlySpan<char> head)
    {
        var root = XmlScanner.RootOf(head);
        return root.StartsWith("rss", StringComparison.Ordinal) && root.Length > 3 && !char.IsAsciiLetter(root[3])
            || (root.StartsWith("rdf:RDF", StringComparison.Ordinal) && root.Contains("/rss/", StringComparison.Ordinal))
            || (LocalName(root).SequenceEqual("feed") && (root.Contains("http://www.w3.org/2005/Atom", StringComparison.Ordinal) || root.Contains("http://purl.org/atom/", StringComparison.Ordinal)));
    }

    /// <summary>What is known of the feed as a whole – its address, its title – is not known of its items.</summary>
    public override IReadOnlyList<Document> Read(Page page, string decoded)
    {
        var feed = FeedReader.Read(decoded);
        var drafts = feed.Items.Select(i => i.Draft(feed)).ToList();
        return Finish(page with { Given = page.Given with { Uri = null, Title = null, Date = null } }, drafts.Count > 0 ? drafts : [new Draft { Publisher = feed.Title, Confidence = 0 }]);
    }

    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> root)
    {
        var end = root.IndexOfAny(NameEnds);
        var name = end < 0 ? root : root[..end];
        return name[(name.IndexOf(':') + 1)..];
    }
}
