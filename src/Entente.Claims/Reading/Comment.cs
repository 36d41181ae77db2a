namespace Entente.Claims.Reading;

/// <summary>One comment or post: which lines are its header, which its text.</summary>
internal sealed class Comment
{
    public required int First { get; init; }

    /// <summary>Index after its last line.</summary>
    public int End { get; set; }

    public string? Author { get; set; }

    public string? Posted { get; set; }

    public string? ReplyTo { get; set; }

    public int? Depth { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>Lines of its header.</summary>
    public HashSet<int> Header { get; } = [];

    /// <summary>Lines that the site put in: buttons, ranks, signatures.</summary>
    public HashSet<int> Furniture { get; } = [];
}
