namespace Entente.Claims.Reading.Html;

/// <summary>One element of a page, in the order of its start tags.</summary>
internal sealed class HtmlElement(int index, Tag tag, HtmlElement? parent, TextSpan startTag)
{
    public int Index { get; } = index;

    public Tag Tag { get; } = tag;

    public HtmlElement? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Its start tag in the page, from name to the closing angle bracket.</summary>
    public TextSpan StartTag { get; } = startTag;

    /// <summary>What its class, id, role, itemprop and name tell.</summary>
    public HtmlHints Hints { get; set; }

    /// <summary>Class attribute as it stands; "" without one.</summary>
    public string Class { get; set; } = "";

    /// <summary>Where its text begins: the number of segments before it, and the offset in the segment that was open.</summary>
    public (int Segment, int Offset) Begin { get; set; }

    public (int Segment, int Offset) End { get; set; }

    /// <summary>Index after its last descendant.</summary>
    public int EndElement { get; set; }

    /// <summary>The part of the page it lies in, as far as the hints of it and its ancestors tell.</summary>
    public Zone Zone { get; set; }

    /// <summary>Whether it is <paramref name="other"/> or lies in it.</summary>
    public bool IsWithin(HtmlElement other) => Index >= other.Index && Index < other.EndElement;

    /// <summary>The nearest element with the tag, itself included; null without one.</summary>
    public HtmlElement? Nearest(Tag tag)
    {
        var at = this;
        while (at is not null && at.Tag != tag)
        {
            at = at.Parent;
        }

        return at;
    }
}

/// <summary>What words in attributes tell of an element.</summary>
[Flags]
internal enum HtmlHints
{
    None = 0,
    Body = 1,
    Comments = 2,
    Post = 4,
    Furniture = 8,
    Related = 16,
    Share = 32,
    Advert = 64,
    Byline = 128,
    Date = 256,
    Caption = 512,
    Deck = 1024,
    Headline = 2048,
    Bio = 4096,
    Hidden = 8192,
    DatePublished = 16384,

    /// <summary>A link to the page of a writer.</summary>
    AuthorLink = 32768,

    /// <summary>When the text was last changed.</summary>
    Modified = 65536,

    /// <summary>What a page asks of its visitor before it shows itself: cookies, consent.</summary>
    Consent = 131072,

    /// <summary>What stands under every page of a site.</summary>
    Foot = 262144,
}

/// <summary>Parts of a page that are not the article's text.</summary>
internal enum Zone : byte
{
    None,
    Furniture,
    Comments,
    Related,
    Share,
    Advert,
    Caption,
    Bio,
    Hidden,
}
