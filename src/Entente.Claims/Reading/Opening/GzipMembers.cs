using System.Buffers.Binary;
using System.IO.Compression;

namespace Entente.Claims.Reading.Opening;

/// <summary>
/// The members of a gzip file (RFC 1952), unpacked one after the other. What is damaged ends its member; the next one is looked for by the bytes that every member begins with.
/// </summary>
internal sealed class GzipMembers(ByteReader packed, Allowance allowance) : IDisposable
{
    private const int Feed = 8192;
    private const int Trailer = 8;
    private const int LongestHeader = 4096;

    private DeflateStream? _inflater;
    private long _fed;
    private uint _checksum;
    private uint _length;

    /// <summary>Where the open member begins in the packed bytes.</summary>
    public long Start { get; private set; }

    /// <summary>Why the open member could not be unpacked to its end; null when it could, as far as it was read.</summary>
    public string? Damage { get; private set; }

    public static bool Begins(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, 8, < 0x20, ..];

    /// <summary>Goes to the next member; false when there is none.</summary>
    public bool Next()
    {
        _inflater?.Dispose();
        _inflater = null;
        if (allowance.IsSpent || !FindHeader())
        {
            return false;
        }

        Start = packed.Position;
        Damage = null;
        (_checksum, _length) = (0, 0);
        if (HeaderLength(packed.Peek(LongestHeader)) is not { } header)
        {
            Damage = "its header is cut off";
            packed.Advance(1);
            return true;
        }

        packed.Advance(header);
        _fed = packed.Position;
        _inflater = new DeflateStream(new ReaderStream(FeedFrom), CompressionMode.Decompress);
        return true;
    }

    /// <summary>Unpacks more of the open member; 0 at its end.</summary>
    public int Read(Span<byte> target)
    {
        if (_inflater is null || target.IsEmpty)
        {
            return 0;
        }

        try
        {
            var read = _inflater.Read(target);
            if (read > 0)
            {
                _checksum = Crc32.Add(_checksum, target[..read]);
                _length += (uint)read;
                return allowance.Spend(read) ? read : Fail("it unpacks to many times its size, as no saved page does");
            }

            return TakeTrailer() is not { } fault ? Close() : Fail(fault);
        }
        catch (InvalidDataException)
        {
            return Fail("its packed bytes are damaged");
        }
    }

    public void Dispose() => _inflater?.Dispose();

    private int FeedFrom(Span<byte> target)
    {
        _fed = packed.Position;
        return packed.Read(target[..Math.Min(target.Length, Feed)]);
    }

    /// <summary>
    /// The inflater does not tell how much of its last helping it used, but a member ends with the checksum and length of what was unpacked: they are looked for there.
    /// </summary>
    /// <returns>What is wrong with the end of the member; null when all is well.</returns>
    private string? TakeTrailer()
    {
        Span<byte> trailer = stackalloc byte[Trailer];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        var ahead = (int)(packed.Position - _fed) + Trailer;
        packed.Rewind(_fed);
        var helping = packed.Peek(ahead);
        var found = helping.IndexOf(trailer);
        var fault = found >= 0 ? null : helping.IndexOf(trailer[4..]) >= 0 ? "its checksum does not fit" : "it is cut off";
        packed.Advance(found < 0 ? Math.Min(ahead - Trailer, helping.Length) : found + Trailer);
        return fault;
    }

    private int Close()
    {
        _inflater!.Dispose();
        _inflater = null;
        return 0;
    }

    private int Fail(string why)
    {
        Damage = why;
        packed.Rewind(Math.Max(Start + 1, packed.Position - ByteReader.Lookback));
        return Close();
    }

    /// <summary>Passes over padding, or after damage over what is left of the member.</summary>
    private bool FindHeader()
    {
        while (true)
        {
            var some = packed.Peek(LongestHeader);
            if (some.Length < 4)
            {
                return false;
            }

            if (Begins(some))
            {
                return true;
            }

            var at = some[1..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);
            packed.Advance(at < 0 ? some.Length - 2 : at + 1);
        }
    }

    /// <summary>Ten bytes and what their flags announce: an extra field, a name, a comment, a checksum.</summary>
    private static int? HeaderLength(ReadOnlySpan<byte> head)
    {
        if (head.Length < 18)
        {
            return null;
        }

        var flags = head[3];
        var at = 10 + ((flags & 4) != 0 ? 2 + BinaryPrimitives.ReadUInt16LittleEndian(head[10..]) : 0);
        for (var text = 8; text <= 16; text *= 2)
        {
            if ((flags & text) != 0)
            {
                var end = at < head.Length ? head[at..].IndexOf((byte)0) : -1;
                if (end < 0)
                {
                    return null;
                }

                at += end + 1;
            }
        }

        at += (flags & 2) != 0 ? 2 : 0;
        return at < head.Length ? at : null;
    }
}
