using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Entente.Claims.Reading.Opening;

/// <summary>What is left of a ZIP archive whose table of contents is gone: each entry has a header of its own before it, too.</summary>
internal sealed class ZipSalvage(Carrier carrier, Stream stream)
{
    private const int HeaderLength = 30;
    private const int Feed = 8192;

    private readonly ByteReader _bytes = new(stream);
    private long _fed;
    private bool _damaged;

    public IEnumerable<Opened> Open()
    {
        while (!carrier.Allowance.IsSpent && FindHeader())
        {
            var header = _bytes.Peek(HeaderLength).ToArray();
            _bytes.Advance(HeaderLength);
            var name = EntryNames.Clean(NameOf(_bytes.ReadUpTo(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)))));
            _ = _bytes.ReadUpTo(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)));
            if (name.Length == 0 || name[^1] == '/')
            {
                continue;
            }

            foreach (var opened in EntryNames.Aside(name) is { } aside ? [new PassedOver($"{carrier.Place}/{name}", aside)] : Entry(header, name))
            {
                yield return opened;
            }
        }
    }

    private IEnumerable<Opened> Entry(byte[] header, string name)
    {
        var place = $"{carrier.Place}/{name}";
        var (flags, method, packed) = (header[6], header[8], BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18)));
        if ((flags & 1) != 0 || method is not (0 or 8))
        {
            yield return new OpeningProblem(place, new Problem(ProblemCodes.NotRead, $"{place} is locked or packed in a way that is not read: unpack the archive and read what is in it."));
            yield break;
        }

        _damaged = false;
        _fed = _bytes.Position;
        using var inflater = method == 8 ? new DeflateStream(new ReaderStream(FeedFrom), CompressionMode.Decompress) : null;
        var left = (long)packed;
        var content = new ReaderStream(target => inflater is null ? Stored(target, ref left) : Inflated(inflater, target));
        foreach (var opened in carrier.Inner(new ByteReader(content), place, name[(name.LastIndexOf('/') + 1)..], carrier.Facts with { Uri = null, Title = null }))
        {
            yield return opened;
        }

        if (_damaged)
        {
            yield return new OpeningProblem(place, new Problem(ProblemCodes.Damaged, $"{place} is cut off or damaged: what could be unpacked was read; get the archive again if it matters."));
        }

        if (method == 8)
        {
            // The inflater may have been given some of the next entry.
            _bytes.Rewind(_fed);
        }
    }

    private int FeedFrom(Span<byte> target)
    {
        _fed = _bytes.Position;
        return _bytes.Read(target[..Math.Min(target.Length, Feed)]);
    }

    private int Stored(Span<byte> target, ref long left)
    {
        var read = _bytes.Read(target[..(int)Math.Min(target.Length, left)]);
        _damaged |= read == 0 && left > 0 && !target.IsEmpty;
        left -= read;
        return read;
    }

    private int Inflated(DeflateStream inflater, Span<byte> target)
    {
        try
        {
            var read = _damaged ? 0 : inflater.Read(target);
            return carrier.Allowance.Spend(read) ? read : 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            _damaged = true;
            return 0;
        }
    }

    private bool FindHeader()
    {
        while (_bytes.Peek(Feed) is { Length: >= HeaderLength } some)
        {
            var at = some.IndexOf("PK\x03\x04"u8);
            if (at == 0)
            {
                return true;
            }

            _bytes.Advance(at > 0 ? at : some.Length - 3);
            if (at < 0 && some.Length < Feed)
            {
                return false;
            }
        }

        return false;
    }

    private static string NameOf(byte[] name) => (System.Text.Unicode.Utf8.IsValid(name) ? Encoding.UTF8 : Encoding.Latin1).GetString(name);
}
