namespace Entente.Claims.Reading.Opening;

/// <summary>
/// A file that somebody dropped → the pages in it, one after the other: the page itself, or what archives, mails and web captures hold. The content decides what a
/// file is, its name only where the content says nothing. Never throws for what the file holds; memory is bounded by one page, time by the file's size.
/// </summary>
public sealed class Opener
{
    private static readonly FileKinds Kinds = FileKinds.Load();

    private readonly OpenerOptions _options;

    public Opener(OpenerOptions? options = null) => _options = options ?? OpenerOptions.Default;

    /// <summary>Opens a stream, page by page as it is enumerated; it is read once, from where it stands, and not closed.</summary>
    /// <param name="name">The file's name, the beginning of every place that is told.</param>
    /// <param name="given">What is known of its pages; what an archive says of a page fills in what is missing.</param>
    public IEnumerable<Opened> Open(Stream stream, string name, PageFacts? given = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var allowance = new Allowance(_options, stream.CanSeek ? stream.Length : null);
        return Open(new Carrier(this, new ByteReader(stream, allowance.Carry), name, given ?? PageFacts.None, allowance) { Name = name });
    }

    internal OpenerOptions Options => _options;

    internal IEnumerable<Opened> Open(Carrier carrier)
    {
        if (carrier.Depth > _options.Deepest)
        {
            return [carrier.Problem(ProblemCodes.TooLarge, $"{carrier.Place} lies deeper than {_options.Deepest} archives in each other: unpack the outer ones first.")];
        }

        var head = carrier.Bytes.Peek(Formats.HeadLength);
        if (Formats.ContainerOf(head) is { } container)
        {
            return container.Open(carrier);
        }

        if (!HtmlFormat.IsOutright(head) && Kinds.Of(carrier.Name, head) is { } kind)
        {
            return kind.Unread
                ? [carrier.Problem(ProblemCodes.NotRead, $"{carrier.Place} is not read ({kind.Kind}): save the page in it as HTML or text.")]
                : [new PassedOver(carrier.Place, kind.Kind)];
        }

        return carrier.ReadPage();
    }
}
