using Entente.Claims.Reading.Html;

namespace Entente.Claims.Reading.Opening;

/// <summary>One item of a feed.</summary>
internal sealed class FeedItem(XmlScanner xml)
{
    private const int LongestHeadline = 400;

    private readonly List<(XmlTag Tag, TextSpan Inner)> _fields = [];

    public void Add(XmlTag tag, TextSpan inner) => _fields.Add((tag, inner));

    /// <summary>The item as a document: headline, author and day as blocks of their own, then its text.</summary>
    public Draft Draft(Feed feed)
    {
        var draft = new Draft { Publisher = feed.Title, Uri = Link(), TakenFrom = Origin(), Confidence = 0.9 };
        if (Segments("title") is [var title, ..] && title.Text.Length <= LongestHeadline)
        {
            draft.Title = title.Text;
            draft.Pieces.Add(new RoledSegment(title, BlockRole.Title, "title of the item"));
        }

        Authors(draft);
        Dates(draft);
        foreach (var piece in Text())
        {
            // Some feeds repeat the headline in the text.
            draft.Pieces.Add(piece.Segment.Text == draft.Title ? piece with { Role = BlockRole.Furniture, Reason = "headline said again" } : piece);
        }

        return draft;
    }

    /// <summary>The whole text where the feed gives it, else the summary.</summary>
    private List<RoledSegment> Text()
    {
        List<RoledSegment> best = [];
        foreach (var name in (string[])["content:encoded", "content", "xhtml:body", "body", "description", "summary"])
        {
            if (Field(name) is { } field && Pieces(field) is { Count: > 0 } pieces && (best.Count == 0 || Length(pieces) > 2 * Length(best)))
            {
                best = pieces;
            }
        }

        return best;
    }

    private static int Length(List<RoledSegment> pieces) => pieces.Sum(p => p.Segment.Text.Length);

    private List<RoledSegment> Pieces((XmlTag Tag, TextSpan Inner) field) =>
        FragmentReader.Read(xml.Attribute(field.Tag, "type") == "xhtml" || field.Tag.Name is "xhtml:body" or "body" ? xml.Raw(field.Inner) : xml.Characters(field.Inner));

    private void Authors(Draft draft)
    {
        foreach (var (tag, inner) in _fields.Where(f => f.Tag.Name is "dc:creator" or "author" or "itunes:author" or "dc:contributor"))
        {
            var at = Child(inner, "name") ?? inner;
            var name = PageMetadata.Clean(xml.Characters(at).Text);

            // RSS 2.0 wants an address, with the name in brackets after it.
            name = name.Contains('@') ? name.IndexOf('(') is > 0 and var bracket ? name[(bracket + 1)..].TrimEnd(')', ' ') : "" : name;
            if (name.Length is > 1 and <= 80 && !draft.Authors.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                draft.Authors.Add(name);
                draft.Pieces.AddRange(SegmentsIn(xml.Characters(at)).Select(s => new RoledSegment(s, BlockRole.Byline, "author of the item")));
            }
        }
    }

    private void Dates(Draft draft)
    {
        var published = Field("pubDate") ?? Field("published") ?? Field("issued") ?? Field("dc:date") ?? Field("created");
        var stated = published ?? Field("updated") ?? Field("modified");
        if (stated is { } field && SegmentsIn(xml.Characters(field.Inner)) is [var date, ..] && DateReader.First(date.Text) is { Interval: { } interval })
        {
            draft.Dates.Add(new DateEvidence("feed", DateBound.On, interval, published is null ? 0.6 : 0.95));
            draft.Pieces.Add(new RoledSegment(date, BlockRole.Dateline, published is null ? "day of the item's last change" : "day of the item"));
        }
    }

    private string? Link()
    {
        foreach (var (tag, inner) in _fields.Where(f => f.Tag.Name is "link" or "atom:link"))
        {
            var rel = xml.Attribute(tag, "rel");
            if (rel is null or "alternate" && (xml.Attribute(tag, "href") ?? xml.Characters(inner).Text.Trim()) is { Length: > 0 } address)
            {
                return address;
            }
        }

        return Field("guid") is { } guid && xml.Attribute(guid.Tag, "isPermaLink") != "false" && xml.Characters(guid.Inner).Text.Trim() is var id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null;
    }

    /// <summary>The feed or outlet that the item was taken over from.</summary>
    private string? Origin()
    {
        if (Field("source") is not { } source)
        {
            return null;
        }

        var name = PageMetadata.Clean(xml.Characters(Child(source.Inner, "title") ?? source.Inner).Text);
        return name.Length is > 0 and <= 120 && !name.Contains('<') ? name : null;
    }

    private List<Segment> Segments(string name) => Field(name) is { } field ? SegmentsIn(xml.Characters(field.Inner)) : [];

    private static List<Segment> SegmentsIn(MappedText text) => [.. HtmlParser.Parse(text.Text).Segments.Select(text.Back)];

    private (XmlTag Tag, TextSpan Inner)? Field(string name) => _fields.Find(f => f.Tag.Name == name) is { Tag.Name: not null } found ? found : null;

    /// <summary>What stands in the first element of that name.</summary>
    private TextSpan? Child(TextSpan inner, string name)
    {
        int? start = null;
        foreach (var tag in xml.Tags(inner))
        {
            if (tag.Name[(tag.Name.IndexOf(':') + 1)..] != name)
            {
                continue;
            }

            if (tag.Mark == XmlMark.End && start is { } from)
            {
                return TextSpan.FromBounds(from, tag.From);
            }

            start = tag.Mark == XmlMark.Start ? tag.After : start;
        }

        return null;
    }
}
