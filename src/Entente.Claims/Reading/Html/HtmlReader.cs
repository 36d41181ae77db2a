namespace Entente.Claims.Reading.Html;

/// <summary>Reads saved web pages: finds the article among the page's elements, and gives every segment of the page its role.</summary>
internal sealed class HtmlReader
{
    private readonly HtmlPage _page;
    private readonly List<PageLine> _lines;
    private readonly Regions _regions;
    private readonly PageMetadata _metadata;
    private readonly BodyRange _bodies;
    private readonly HeadlineChooser _headlines;

    private HtmlReader(HtmlPage page, string? uri)
    {
        _page = page;
        _lines = PageLine.Mark(page.Segments, UsualOrder(page));
        _regions = new Regions(page, _lines);
        _metadata = MetadataReader.Read(page, uri);
        _bodies = new BodyRange(page, _lines, _regions);
        _headlines = new HeadlineChooser(page, _lines, _regions, _metadata);
    }

    public static List<Draft> Read(string decoded, string? uri)
    {
        var page = HtmlParser.Parse(decoded);
        return new HtmlReader(page, uri).Drafts();
    }

    /// <summary>Outside the United States the day goes first. "en-US" tells nothing: programs write it unasked.</summary>
    private static DateOrder UsualOrder(HtmlPage page)
    {
        foreach (var element in page.Elements)
        {
            var told = element.Tag == Tag.Html ? page.Attribute(element, "lang") ?? page.Attribute(element, "xml:lang")
                : element.Tag == Tag.Meta && page.Attribute(element, "property") == "og:locale" ? page.Attribute(element, "content") : null;
            if (told is { Length: > 1 } && !told.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return DateOrder.DayMonth;
            }

            if (told is { Length: > 4 } && told[^2..].ToUpperInvariant() is not ("US" or "PH" or "CA"))
            {
                return DateOrder.DayMonth;
            }

            if (element.Tag == Tag.Body)
            {
                break;
            }
        }

        return DateOrder.Unknown;
    }

    private List<Draft> Drafts()
    {
        var main = new ContentFinder(_page, _regions).Find();
        var body = main is null ? (0, 0) : _bodies.Of(main);
        var thread = new HtmlThread(_page, _lines, _regions, _metadata, body);
        if (main is null || thread.IsWhole)
        {
            return [Draft(thread, main is null ? (0, 0) : body, 0, _lines.Count, _metadata, listing: thread.IsWhole ? null : ListingOf(body))];
        }

        var articles = new ArticleElements(_page, _regions).Find(main);
        if (articles.Count < 2)
        {
            return [Draft(thread, body, 0, _lines.Count, _metadata, listing: ListingOf(body))];
        }

        // What the page says of itself is said of its first article.
        return [.. articles.Select((a, k) => Draft(thread, _bodies.Of(a.Element), k == 0 ? 0 : a.From, k + 1 < articles.Count ? articles[k + 1].From : _lines.Count,
            k == 0 ? _metadata : new PageMetadata { Publisher = _metadata.Publisher, Uri = _metadata.Uri }, a.From))];
    }

    private Listing? ListingOf((int First, int End) body) => Listing.Find(_page, _lines, _regions, _metadata, body, _headlines.Choose(body).Segment);

    private Draft Draft(HtmlThread thread, (int First, int End) body, int from, int end, PageMetadata metadata, int? oneOfSeveral = null, Listing? listing = null)
    {
        var draft = new Draft { Order = _lines.Count > 0 ? _lines[0].Order : DateOrder.Unknown, Uri = metadata.Uri, Publisher = metadata.Publisher };
        if (_page.TooMany)
        {
            draft.Problems.Add(Segment.TooMany);
        }

        if (_page.TooDeep)
        {
            draft.Problems.Add(new Problem(ProblemCodes.TooLarge, $"Elements are nested deeper than {HtmlParser.MaxDepth}: what lies deeper is read as part of the element at that depth."));
        }

        var headline = (ReferenceEquals(metadata, _metadata) ? _headlines : new HeadlineChooser(_page, _lines, _regions, metadata)).Choose(body, oneOfSeveral ?? from, oneOfSeveral is not null);
        draft.Title = headline.Title;
        body = thread.IsWhole || oneOfSeveral is not null ? body : _bodies.UnderHeadline(body, headline.Segment);
        var roles = new SegmentRoles(_page, _lines, _regions, thread.IsWhole ? (0, 0) : body, headline.Segment, listing);
        for (var i = 0; i < _lines.Count; i++)
        {
            var (role, reason) = roles.RoleOf(i);
            draft.Pieces.Add(new RoledSegment(_lines[i].Segment, role, reason));
        }

        foreach (var (i, role) in listing is null && !thread.IsWhole ? _bodies.Introduction(headline.Segment, body) : [])
        {
            draft.Pieces[i] = draft.Pieces[i] with { Role = role, Reason = "introduction before the article's element" };
        }

        draft.Confidence = thread.IsWhole ? Sureness.OfThread : Math.Round(new Sureness(_lines, _regions, metadata).Of(draft.Pieces, body, headline.Segment, listing is not null, oneOfSeveral is not null), 2);
        draft.Dates.AddRange(metadata.Dates);
        var authors = new AuthorFinder(_page, _lines, metadata);
        if (thread.IsWhole || listing is not null)
        {
            draft.Authors.AddRange(authors.Stated());
        }

        if (listing is null)
        {
            var head = new HeadReader(_page, _lines, metadata).Read(draft, headline.Segment, body, oneOfSeveral ?? 0);
            draft.Authors.AddRange(thread.IsWhole ? [] : authors.Find(head, body, end));
            Date(draft, head, end);
        }

        thread.Write(draft, from, end);
        return draft;
    }

    /// <summary>Adds what elements show of the day: by the headline, and, where nothing else tells the day, elsewhere.</summary>
    private void Date(Draft draft, (int First, int End) head, int end)
    {
        var elements = new DateElements(_page, _lines);
        draft.Dates.AddRange(elements.Near(head));
        var isTold = draft.Dates.Exists(d => d is { Bound: DateBound.On, Interval.IsDay: true, Confidence: > 0.6 }) || draft.Pieces.Exists(p => p.Role is BlockRole.Dateline or BlockRole.Byline && p.Reason != HeadReader.Changed && DateReader.First(p.Segment.Text) is { Interval.IsDay: true });
        if (!isTold && elements.Labelled(head.First, end) is { } labelled)
        {
            draft.Dates.Add(labelled);
        }
    }
}
