namespace Entente.Claims.Reading.Opening;

/// <summary>All formats, in the order in which they are tried. A new one is a file in this folder and a line here.</summary>
internal static class Formats
{
    /// <summary>How many first bytes or characters suffice to tell a format.</summary>
    public const int HeadLength = 4096;

    private static readonly IReadOnlyList<Container> Containers = [new GzipContainer(), new ZipContainer(), new TarContainer(), new WarcContainer(), new PdfContainer(), new MhtmlContainer(), new MboxContainer(), new MailContainer()];

    private static readonly PageFormat Html = new HtmlFormat();

    private static readonly PageFormat Text = new TextFormat();

    private static readonly IReadOnlyList<PageFormat> Pages = [new PdfFormat(), new MailFormat(), new FeedFormat(), Html, new MarkdownFormat(), Text];

    /// <summary>The container that begins with these bytes; null when they are a page's, or nothing's.</summary>
    public static Container? ContainerOf(ReadOnlySpan<byte> head)
    {
        foreach (var container in Containers)
        {
            if (container.Fits(head))
            {
                return container;
            }
        }

        return null;
    }

    /// <summary>Whether the bytes begin as markup does: HTML, XHTML, a feed.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> bytes) => HtmlFormat.IsOutright(bytes) || Html.Fits(Characters(bytes));

    /// <summary>Whether XML is a page: a feed or XHTML.</summary>
    public static bool IsXmlPage(ReadOnlySpan<byte> bytes) => IsOwnFormat(bytes) || HtmlFormat.IsXhtml(Characters(bytes));

    /// <summary>Whether it is something else than HTML or plain text, whatever a server says of it.</summary>
    public static bool IsOwnFormat(ReadOnlySpan<byte> bytes) => Of(PageForm.Detect, Characters(bytes)) is var format && format is FeedFormat or MailFormat;

    private static string Characters(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);

    /// <summary>The format of a page and its characters: what the caller says, else what its first bytes and characters tell.</summary>
    public static (PageFormat Format, DecodedPage Decoded) Of(Page page)
    {
        foreach (var format in page.Form == PageForm.Detect ? Pages : [])
        {
            if (format.Decode(page) is { } own)
            {
                return (format, own);
            }
        }

        var decoded = Decoder.Decode(page.Content.Span, page.Given.Charset);
        return (Of(page.Form, decoded.Text), decoded);
    }

    private static PageFormat Of(PageForm form, ReadOnlySpan<char> decoded)
    {
        var head = decoded[..Math.Min(decoded.Length, HeadLength)];
        foreach (var format in form == PageForm.Detect ? Pages : [])
        {
            if (format.Fits(head))
            {
                return format;
            }
        }

        return form == PageForm.Html ? Html : Text;
    }
}
