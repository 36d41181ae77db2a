using System.Formats.Tar;

namespace Entente.Claims.Reading.Opening;

/// <summary>tar of anything, mostly inside gzip.</summary>
internal sealed class TarContainer : Container
{
    private const int MagicAt = 257;

    public override bool Fits(ReadOnlySpan<byte> head) => head.Length > MagicAt + 5 && head[MagicAt..].StartsWith("ustar"u8);

    public override IEnumerable<Opened> Open(Carrier carrier)
    {
        using var archive = new TarReader(carrier.Bytes.AsStream(), leaveOpen: true);
        var damaged = false;
        while (!damaged && Next(archive, out damaged) is { } entry)
        {
            if (entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile, DataStream: { } content })
            {
                foreach (var opened in Entry(carrier, EntryNames.Clean(entry.Name), content))
                {
                    yield return opened;
                }
            }
        }

        if (damaged)
        {
            yield return carrier.Problem(ProblemCodes.Damaged, $"{carrier.Place} is a tar archive that is damaged or cut off: what stands before that was read; get it again if it matters.");
        }
    }

    private static IEnumerable<Opened> Entry(Carrier carrier, string name, Stream content)
    {
        var place = $"{carrier.Place}/{name}";
        return EntryNames.Aside(name) is { } aside
            ? [new PassedOver(place, aside)]
            : carrier.Inner(new ByteReader(new ReaderStream(target => Read(content, target))), place, name[(name.LastIndexOf('/') + 1)..], carrier.Facts with { Uri = null, Title = null });
    }

    /// <summary>What is cut off ends there; the next entry, which is missing, tells of it.</summary>
    private static int Read(Stream content, Span<byte> target)
    {
        try
        {
            return content.Read(target);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return 0;
        }
    }

    private static TarEntry? Next(TarReader archive, out bool damaged)
    {
        damaged = false;
        try
        {
            return archive.GetNextEntry();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArgumentException)
        {
            damaged = true;
            return null;
        }
    }
}
