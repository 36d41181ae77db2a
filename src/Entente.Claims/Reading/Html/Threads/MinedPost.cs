namespace Entente.Claims.Reading.Html.Threads;

/// <summary>One post with its lines told apart.</summary>
internal sealed record MinedPost(PostRange Range)
{
    public string? Author { get; init; }

    public string? Posted { get; init; }

    public string? ReplyTo { get; init; }

    public int Depth { get; init; }

    /// <summary>Lines with name and date.</summary>
    public IReadOnlyList<int> Header { get; init; } = [];

    public IReadOnlyList<int> Text { get; init; } = [];

    /// <summary>Lines that the site put in: buttons, ranks, signatures.</summary>
    public IReadOnlyList<int> Frame { get; init; } = [];
}

/// <summary>The posts of a page.</summary>
/// <param name="Opened">Whether the first is the opening post, which stands apart from the answers but has their shape.</param>
/// <param name="Share">Part of the page's words that stand in posts.</param>
internal sealed record MinedThread(IReadOnlyList<MinedPost> Posts, bool Opened, double Share);
