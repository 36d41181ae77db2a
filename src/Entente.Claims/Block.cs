namespace Entente.Claims;

/// <summary>A stretch of a document with one role. Blocks stand in text order and do not overlap.</summary>
/// <param name="Span">Where in the document's text.</param>
/// <param name="Role">What it is.</param>
/// <param name="PageSpan">Where in the decoded page it comes from, in UTF-16 units of <see cref="ReadPage.Decoded"/>.</param>
public sealed record Block(TextSpan Span, BlockRole Role, TextSpan PageSpan)
{
    /// <summary>Why it has this role, for a person who looks ("link density 0.92", "answers the comment above").</summary>
    public string? Reason { get; init; }

    /// <summary>Of a comment: 0 answers the article, 1 answers that, and so on.</summary>
    public int? Depth { get; init; }

    /// <summary>Of a comment or an aside: who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>Of a comment: when, as far as it says so ("2023-03-18", "--03-17").</summary>
    public string? Posted { get; init; }

    /// <summary>Of a comment: the name of the one answered, or the index of the block answered.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Whether claims may be taken from it.</summary>
    public bool HoldsClaims => Role is BlockRole.Title or BlockRole.Deck or BlockRole.Body or BlockRole.Quote or BlockRole.Caption
        or BlockRole.Table or BlockRole.List or BlockRole.Aside;
}

/// <summary>What a block is.</summary>
public enum BlockRole
{
    /// <summary>The headline (the first one of a document), or a sub-heading.</summary>
    Title,

    /// <summary>The line or two under a headline.</summary>
    Deck,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>When and where it was written.</summary>
    Dateline,

    /// <summary>The article's own text.</summary>
    Body,

    /// <summary>Text taken over from somebody else, set off as such.</summary>
    Quote,

    /// <summary>The words under a picture.</summary>
    Caption,

    Table,

    List,

    /// <summary>The publisher's or an editor's remark beside the text.</summary>
    Aside,

    /// <summary>A pointer to another story, with its title.</summary>
    Crossref,

    /// <summary>Navigation, notices, buttons: the site, not the story.</summary>
    Furniture,

    Advert,

    /// <summary>What a reader wrote under the article.</summary>
    Comment,
}
