namespace Entente.Claims;

/// <summary>
/// One article of a page, with the comment thread under it. Its text is fixed once and for all: every later span refers to it.
/// </summary>
public sealed record Document(string Id, string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>Where each stretch of the text comes from in the decoded page, in text order.</summary>
    public IReadOnlyList<SourceRun> Source { get; init; } = [];

    public string? Uri { get; init; }

    /// <summary>Who published it: a name as the page gives it, else the host of its address.</summary>
    public string? Publisher { get; init; }

    /// <summary>The outlet that the publisher took it over from, where the page says so outright (the source element of a feed): it speaks, the publisher hands on.</summary>
    public string? TakenFrom { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>BCP 47, as "en"; null when there is too little text to tell.</summary>
    public string? Language { get; init; }

    /// <summary>All that speaks for or against a day of publication. The pass Dating weighs it.</summary>
    public IReadOnlyList<DateEvidence> DateEvidence { get; init; } = [];

    /// <summary>0–1: how sure the reader is that this is the article, whole and nothing else.</summary>
    public double Confidence { get; init; } = 1;

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>A stretch of a document's text and the stretch of the decoded page it came from (they differ in length where entities were decoded).</summary>
public readonly record struct SourceRun(TextSpan Text, TextSpan Page);

/// <summary>Something that speaks for a day of publication.</summary>
/// <param name="Kind">
/// "given", "jsonld", "feed", "meta", "time", "url", "dateline", "byline", "comment", "crossref", "captured"; from the article's words "text", "weekday", "ahead" (what is still to come),
/// "anniversary", "since", "meeting", "office"; from its neighbours on the page "sibling".
/// </param>
/// <param name="Bound">Whether it is the day itself or a limit of it.</param>
/// <param name="Interval">The day or days it names.</param>
/// <param name="Confidence">0–1.</param>
public sealed record DateEvidence(string Kind, DateBound Bound, DateInterval Interval, double Confidence)
{
    /// <summary>Where in the document's text, if it stands there.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>What it says and why that binds the day, in plain words.</summary>
    public string? Why { get; init; }

    /// <summary>What was known from data/ and not from the page: "D-Day landings, 1944-06-06". Null when the page alone speaks.</summary>
    public string? Knowledge { get; init; }
}

/// <summary>How a piece of evidence binds a date.</summary>
public enum DateBound
{
    /// <summary>It is that day (or one of the interval's days).</summary>
    On,

    /// <summary>Not after: the first comment, the day of capture.</summary>
    NotAfter,

    /// <summary>Not before: the newest thing that is told as past.</summary>
    NotBefore,
}

/// <summary>A page with its documents in page order.</summary>
public sealed record ReadPage(Page Page, string Decoded, IReadOnlyList<Document> Documents)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
