namespace Entente.Claims.Reading.Opening;

/// <summary>A mail: a page itself, with pages attached to it.</summary>
internal sealed class MailContainer : Container
{
    public override bool Fits(ReadOnlySpan<byte> head) => MimeHead.Of(head) is { } fields && !MimeHead.IsCapture(fields);

    public override IEnumerable<Opened> Open(Carrier carrier)
    {
        foreach (var opened in carrier.ReadPage())
        {
            if (opened is not OpenedPage page)
            {
                yield return opened;
                continue;
            }

            var message = MimePart.Read(page.Page.Content);
            yield return page with { RecordId = message.Fields["Message-ID"]?.Trim('<', '>') };
            foreach (var attached in Attached(message).SelectMany((part, i) => Open(carrier, part, i)))
            {
                yield return attached;
            }
        }
    }

    private static IEnumerable<MimePart> Attached(MimePart message) => message.All().Where(p => p.Parts.Count == 0 && (p.IsAttached || p.Fields.MediaType == "message/rfc822"));

    private static IEnumerable<Opened> Open(Carrier carrier, MimePart part, int index)
    {
        var name = EntryNames.Clean(part.FileName.Replace('/', '_'));
        var place = $"{carrier.Place}/{(name.Length == 0 ? $"attachment {index + 1}" : name)}";
        return MediaKind.Of(part.Fields.MediaType) is { } kind and not "data"
            ? [new PassedOver(place, kind)]
            : carrier.Inner(ByteReader.Of(part.Content()), place, name, carrier.Facts with { Uri = null, Title = null, Charset = part.Fields.Parameter("Content-Type", "charset") });
    }
}
