using System.IO.Compression;

namespace Entente.Claims.Reading.Opening;

/// <summary>ZIP of anything, WACZ among it. Entries are opened where they lie and nothing is written anywhere, so that their names can do no harm.</summary>
internal sealed class ZipContainer : Container
{
    /// <summary>An archive inside another is held in memory, for its table of contents stands at its end.</summary>
    private const int LargestInner = 256 << 20;

    public override bool Fits(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    public override IEnumerable<Opened> Open(Carrier carrier)
    {
        if (carrier.Bytes.AsSeekable(LargestInner) is not { } stream)
        {
            yield return carrier.Problem(ProblemCodes.TooLarge, $"{carrier.Place} is an archive of more than {LargestInner >> 20} MiB inside another: unpack the outer one and read it then.");
            yield break;
        }

        using var archive = Table(stream);
        if (archive is null)
        {
            yield return carrier.Problem(ProblemCodes.Damaged, $"{carrier.Place} is a ZIP archive without its table of contents, cut off or damaged: what could be found in it was read; get it again if it matters.");
            stream.Position = 0;
            foreach (var opened in new ZipSalvage(carrier, stream).Open())
            {
                yield return opened;
            }

            yield break;
        }

        if (archive.Entries.Count > 0 && archive.Entries[0].FullName is "[Content_Types].xml" or "mimetype")
        {
            yield return carrier.Problem(ProblemCodes.NotRead, $"{carrier.Place} is an office document or book, which is not read: save it as HTML, PDF or text.");
            yield break;
        }

        foreach (var opened in archive.Entries.TakeWhile(_ => !carrier.Allowance.IsSpent).SelectMany(e => Entry(carrier, e)))
        {
            yield return opened;
        }

        if (carrier.Allowance.IsSpent)
        {
            yield return carrier.Problem(ProblemCodes.TooLarge, $"{carrier.Place} unpacks to many times its size, as no saved pages do: the rest of it is left out; unpack it and read what is in it if it is honest.");
        }
    }

    private static ZipArchive? Table(Stream stream)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            archive?.Dispose();
            return null;
        }
    }

    private static IEnumerable<Opened> Entry(Carrier carrier, ZipArchiveEntry entry)
    {
        var name = EntryNames.Clean(entry.FullName);
        var place = $"{carrier.Place}/{name}";
        if (name.Length == 0 || name[^1] == '/')
        {
            yield break;
        }

        if (EntryNames.Aside(name) is { } aside)
        {
            yield return new PassedOver(place, aside);
            yield break;
        }

        if (entry.IsEncrypted)
        {
            yield return new OpeningProblem(place, new Problem(ProblemCodes.NotRead, $"{place} is locked with a password: unpack the archive and read what is in it."));
            yield break;
        }

        using var content = new EntryContent(entry, carrier.Allowance);
        foreach (var opened in carrier.Inner(new ByteReader(content.AsStream()), place, name[(name.LastIndexOf('/') + 1)..], carrier.Facts with { Uri = null, Title = null }))
        {
            yield return opened;
        }

        if (content.Damage is { } why)
        {
            yield return new OpeningProblem(place, new Problem(ProblemCodes.Damaged, $"{place} could not be unpacked to its end ({why}): what could be was read; get the archive again if it matters."));
        }
    }

    /// <summary>The unpacked bytes of an entry; what is damaged ends them.</summary>
    private sealed class EntryContent(ZipArchiveEntry entry, Allowance allowance) : IDisposable
    {
        private Stream? _unpacker;

        public string? Damage { get; private set; }

        public ReaderStream AsStream() => new ReaderStream(Read);

        public void Dispose() => _unpacker?.Dispose();

        private int Read(Span<byte> target)
        {
            if (Damage is not null || target.IsEmpty)
            {
                return 0;
            }

            try
            {
                var read = (_unpacker ??= entry.Open()).Read(target);
                if (!allowance.Spend(read))
                {
                    return 0;
                }

                return read;
            }
            catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
            {
                Damage = e is NotSupportedException || e.Message.Contains("compression method", StringComparison.Ordinal) ? "it is packed in a way that is not read" : "its packed bytes are damaged";
                return 0;
            }
        }
    }
}
