namespace Entente.Claims.Reading.Opening;

/// <summary>Something met on opening a file: a page, something passed over, or something that could not be read.</summary>
/// <param name="Place">Where: the file's name, then the entries inside it ("saved.zip/news.warc.gz@10081").</param>
public abstract record Opened(string Place);

/// <summary>A page with its own bytes and what its carrier says of it.</summary>
public sealed record OpenedPage(string Place, Page Page) : Opened(Place)
{
    /// <summary>WARC-Record-ID, or Message-ID of a mail: its name in the archive that it comes from.</summary>
    public string? RecordId { get; init; }
}

/// <summary>Something that is no page.</summary>
/// <param name="What">What it is, for counting: "image", "request record", "answer 404".</param>
public sealed record PassedOver(string Place, string What) : Opened(Place);

/// <summary>Something that may hold a page and could not be read, or not whole. A page of the same place may stand beside it: what is left of it.</summary>
public sealed record OpeningProblem(string Place, Problem Problem) : Opened(Place);
