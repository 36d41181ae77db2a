using System.Collections.Frozen;

namespace Entente.Claims.Reading.Html;

/// <summary>The elements that the reader treats apart.</summary>
internal enum Tag : byte
{
    Other,
    Html, Head, Body, Title, Meta, Link, Base,
    Script, Style, Template, Noscript, Svg, Math, Iframe, Object, Audio, Video, Canvas, Noembed, Noframes, Xmp,
    Textarea, Select, Option, Button, Form, Input, Label, Fieldset,
    Nav, Header, Footer, Aside, Main, Article, Section, Div, P,
    H1, H2, H3, H4, H5, H6,
    Ul, Ol, Li, Dl, Dt, Dd, Menu,
    Table, Caption, Thead, Tbody, Tfoot, Tr, Td, Th,
    Blockquote, Pre, Figure, Figcaption, Details, Summary, Address, Center, Dialog, Hgroup,
    Hr, Br, Img, Wbr, Source, Area, Col, Embed, Param, Track,
    A, Span, B, Strong, I, Em, U, S, Small, Big, Sub, Sup, Font, Code, Kbd, Samp, Var, Tt, Abbr, Acronym, Cite, Q, Mark, Time, Ins, Del, Strike, Dfn, Bdi, Bdo, Data, Ruby, Rt, Rp, Nobr, Picture,
}

/// <summary>What follows from an element's name.</summary>
internal static class Tags
{
    private static readonly string[] InOrder = [.. Enum.GetNames<Tag>().Select(n => n.ToLowerInvariant())];

    private static readonly FrozenDictionary<string, Tag> Names = Enum.GetValues<Tag>().ToFrozenDictionary(NameOf, t => t, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> BySpan = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In lower case.</summary>
    public static string NameOf(Tag tag) => InOrder[(int)tag];

    public static Tag Of(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var tag) ? tag : OfPrefixed(name);

    /// <summary>XHTML may give its elements a prefix ("h:p"). Those whose content is no markup are left alone, for their end is looked for by the bare name.</summary>
    private static Tag OfPrefixed(ReadOnlySpan<char> name) =>
        name.IndexOf(':') is > 0 and var colon && name[..colon] is "h" or "html" or "xhtml" && BySpan.TryGetValue(name[(colon + 1)..], out var tag) && !IsRaw(tag) ? tag : Tag.Other;

    /// <summary>Elements that do not end a line of text.</summary>
    public static bool IsInline(Tag tag) => tag is >= Tag.A or Tag.Img or Tag.Wbr or Tag.Label or Tag.Source or Tag.Input;

    /// <summary>Elements without content.</summary>
    public static bool IsVoid(Tag tag) => tag is >= Tag.Hr and <= Tag.Track or Tag.Meta or Tag.Link or Tag.Base or Tag.Input;

    /// <summary>Elements whose content is no markup (HTML, 13.1.2: raw text), or is no text of the page.</summary>
    public static bool IsRaw(Tag tag) => tag is Tag.Script or Tag.Style or Tag.Textarea or Tag.Title or Tag.Iframe or Tag.Noembed or Tag.Noframes or Tag.Xmp;

    /// <summary>Elements whose text is not shown, or not to be read.</summary>
    public static bool IsSilent(Tag tag) => tag is Tag.Template or Tag.Svg or Tag.Math or Tag.Object or Tag.Audio or Tag.Video or Tag.Canvas or Tag.Head or Tag.Rt or Tag.Rp;

    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>Whether an open <paramref name="open"/> ends where <paramref name="next"/> begins (HTML, 13.1.2.4: optional tags).</summary>
    public static bool EndsBefore(Tag open, Tag next) => open switch
    {
        Tag.P => !IsInline(next) && next is not (Tag.Br or Tag.Script or Tag.Style or Tag.Noscript or Tag.Template or Tag.Link or Tag.Meta or Tag.Button or Tag.Iframe or Tag.Svg or Tag.Other or Tag.Object or Tag.Video or Tag.Audio or Tag.Embed or Tag.Param or Tag.Track),
        Tag.Li => next == Tag.Li,
        Tag.Dt or Tag.Dd => next is Tag.Dt or Tag.Dd,
        Tag.Option => next == Tag.Option,
        Tag.Td or Tag.Th => next is Tag.Td or Tag.Th or Tag.Tr or Tag.Tbody or Tag.Tfoot,
        Tag.Tr => next is Tag.Tr or Tag.Tbody or Tag.Tfoot,
        Tag.Thead or Tag.Tbody => next is Tag.Tbody or Tag.Tfoot,
        Tag.Head => next is not (Tag.Meta or Tag.Link or Tag.Base or Tag.Title or Tag.Script or Tag.Style or Tag.Template or Tag.Noscript or Tag.Object or Tag.Other),
        _ => false,
    };
}
