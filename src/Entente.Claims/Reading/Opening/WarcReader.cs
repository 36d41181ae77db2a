namespace Entente.Claims.Reading.Opening;

/// <summary>
/// Reads WARC records one after the other. A record ends where its Content-Length says; where that lies, at the next line that begins a record, so that one bad record costs
/// no other.
/// </summary>
/// <param name="packedAt">Of a gzip file: where the part that <paramref name="bytes"/> are begins in it.</param>
internal sealed class WarcReader(Carrier carrier, ByteReader bytes, long? packedAt)
{
    private const int Overlap = 32;

    /// <summary>What is kept of a block beside its page: the header of the HTTP answer.</summary>
    private readonly int _largest = carrier.Options.LargestPage + ByteReader.Lookback;

    public IEnumerable<Opened> Read()
    {
        while (SkipLineEnds())
        {
            var place = PlaceOf(bytes.Position);
            if (!WarcContainer.Begins(bytes.Peek(WarcContainer.Magic.Length)))
            {
                yield return new OpeningProblem(place, new Problem(ProblemCodes.Damaged, $"{place} is no record of a web archive: what stands there is left out up to the next record."));
                TakeToMarker(keep: 0);
                continue;
            }

            _ = bytes.ReadLine();
            var fields = HeaderFields.Read(bytes);
            var record = new WarcRecord(carrier, place, fields);
            foreach (var opened in record.HoldsPage ? Whole(record) : Passed(record))
            {
                yield return opened;
            }
        }
    }

    private IEnumerable<Opened> Whole(WarcRecord record)
    {
        if (record.Length is not { } length || length <= _largest)
        {
            var (block, problem) = Block(record);
            if (problem is not null)
            {
                yield return new OpeningProblem(record.Place, problem);
            }

            foreach (var opened in record.Open(block))
            {
                yield return opened;
            }
        }
        else
        {
            yield return new OpeningProblem(record.Place, new Problem(ProblemCodes.TooLarge, $"{record.Name} says that it is {length >> 20} MiB large, and no page is larger than {carrier.Options.LargestPage >> 20}: it is left out."));
            Skip(length);
        }
    }

    private IEnumerable<Opened> Passed(WarcRecord record)
    {
        Skip(record.Length ?? 0);
        return [record.PassOver()];
    }

    /// <summary>The block of a record: as long as it says, when a record or nothing follows it.</summary>
    private (byte[] Block, Problem? Problem) Block(WarcRecord record)
    {
        var block = bytes.ReadUpTo(record.Length ?? 0);
        if (record.Length == block.Length && EndsWell())
        {
            return (block, null);
        }

        if (Marker(block) is >= 0 and var marker)
        {
            bytes.Unread(block.AsSpan(marker));
            return (Trimmed(block.AsSpan(0, marker)).ToArray(), Lies(record));
        }

        if (bytes.IsAtEnd)
        {
            return (block, new Problem(ProblemCodes.Damaged, $"{record.Name} is cut off after {block.Length} bytes: what is there was read; get the file again if it matters."));
        }

        return (Trimmed([.. block, .. TakeToMarker(_largest - block.Length)]).ToArray(), Lies(record));
    }

    private static Problem Lies(WarcRecord record) =>
        new(ProblemCodes.Damaged, $"{record.Name} is not as long as it says: it was read up to where the next record begins; look whether its page is whole.");

    /// <summary>
    /// Passes over a block. What looks like a record inside it is kept at hand until the block's end shows that it is none; where a block is too long for that, it is taken for one.
    /// </summary>
    private void Skip(long length)
    {
        while (length > 0 && bytes.PeekSome() is { IsEmpty: false } some)
        {
            some = bytes.Peek((int)Math.Min(length, Math.Max(some.Length, Overlap)));
            some = some[..(int)Math.Min(some.Length, length)];
            if (Marker(some) is >= 0 and var marker)
            {
                bytes.Advance(marker);
                SkipFromMarker(length - marker);
                return;
            }

            // A marker may begin in the last bytes.
            var step = some.Length == length || some.Length <= Overlap ? some.Length : some.Length - Overlap;
            bytes.Advance(step);
            length -= step;
        }

        if (!EndsWell())
        {
            TakeToMarker(keep: 0);
        }
    }

    private void SkipFromMarker(long length)
    {
        if (length > _largest)
        {
            return;
        }

        var rest = bytes.ReadUpTo(length);
        if (rest.Length < length || !EndsWell())
        {
            bytes.Unread(rest);
        }
    }

    /// <summary>Goes to the next line that begins a record, or to the end, and gives the first <paramref name="keep"/> bytes before it.</summary>
    private byte[] TakeToMarker(int keep)
    {
        using var taken = new MemoryStream();
        while (bytes.Peek(ByteReader.Lookback) is { IsEmpty: false } some)
        {
            var marker = Marker(some);
            var step = marker >= 0 ? marker : some.Length < ByteReader.Lookback ? some.Length : some.Length - Overlap;
            taken.Write(some[..(int)Math.Min(step, Math.Max(0, keep - taken.Length))]);
            bytes.Advance(step);
            if (marker >= 0)
            {
                break;
            }
        }

        return taken.ToArray();
    }

    /// <summary>Where "WARC/1.x" stands on a line of its own; −1 when nowhere.</summary>
    private static int Marker(ReadOnlySpan<byte> block)
    {
        for (var at = 0; block[at..].IndexOf("\nWARC/1."u8) is >= 0 and var found; at += found + 1)
        {
            var version = at + found + "\nWARC/1."u8.Length;
            if (version + 1 < block.Length && char.IsAsciiDigit((char)block[version]) && block[version + 1] is (byte)'\r' or (byte)'\n')
            {
                return at + found + 1;
            }
        }

        return -1;
    }

    /// <summary>Whether the two line ends of a record follow, or others and then a record or nothing.</summary>
    private bool EndsWell()
    {
        var next = bytes.Peek(8 + WarcContainer.Magic.Length);
        var rest = next.TrimStart("\r\n"u8);
        return next.StartsWith("\r\n\r\n"u8) || rest.IsEmpty || WarcContainer.Begins(rest);
    }

    private bool SkipLineEnds()
    {
        while (bytes.Peek(1) is [(byte)'\r' or (byte)'\n', ..])
        {
            bytes.Advance(1);
        }

        return !bytes.IsAtEnd;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> block) => block.TrimEnd("\r\n"u8);

    private string PlaceOf(long position) => packedAt is not { } packed ? $"{carrier.Place}@{position}" : position == 0 ? $"{carrier.Place}@{packed}" : $"{carrier.Place}@{packed}+{position}";
}
