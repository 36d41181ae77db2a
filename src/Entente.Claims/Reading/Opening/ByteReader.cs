using System.Buffers;

namespace Entente.Claims.Reading.Opening;

/// <summary>Reads a stream forwards through a window that keeps some of what has been read, so that a reader that ran too far can go back.</summary>
internal sealed class ByteReader(Stream stream, Action<int>? count = null)
{
    /// <summary>How far back <see cref="Rewind"/> may go.</summary>
    public const int Lookback = 64 << 10;

    private const int FirstWindow = 16 << 10;

    private byte[] _window = [];
    private long _windowStart;
    private int _at;
    private int _end;
    private bool _ended;

    /// <summary>Reads bytes in memory, which must not change meanwhile; they are not copied.</summary>
    public static ByteReader Of(ReadOnlyMemory<byte> bytes)
    {
        var array = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var held) ? held : new ArraySegment<byte>(bytes.ToArray());
        return new ByteReader(Stream.Null) { _window = array.Array ?? [], _at = array.Offset, _end = array.Offset + array.Count, _windowStart = -array.Offset, _ended = true };
    }

    /// <summary>The place of the next byte, counted from the beginning of the stream.</summary>
    public long Position => _windowStart + _at;

    public bool IsAtEnd => Peek(1).IsEmpty;

    /// <summary>The next bytes, fewer at the end; valid until the next call.</summary>
    public ReadOnlySpan<byte> Peek(int length)
    {
        while (_end - _at < length && Fill(length))
        {
        }

        return _window.AsSpan(_at, Math.Min(length, _end - _at));
    }

    /// <summary>What lies in the window ahead; at least one byte unless the end is reached.</summary>
    public ReadOnlySpan<byte> PeekSome()
    {
        _ = Peek(1);
        return _window.AsSpan(_at, _end - _at);
    }

    /// <summary>Goes on by bytes that have been peeked at.</summary>
    public void Advance(int length) => _at += length;

    /// <summary>Goes back to a place not farther than <see cref="Lookback"/>.</summary>
    public void Rewind(long position) => _at = (int)Math.Max(0, position - _windowStart);

    /// <summary>Takes bytes back that were read just now, however many.</summary>
    public void Unread(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= _at)
        {
            _at -= bytes.Length;
            return;
        }

        var window = new byte[bytes.Length + (_end - _at) + Lookback];
        bytes.CopyTo(window);
        _window.AsSpan(_at, _end - _at).CopyTo(window.AsSpan(bytes.Length));
        _windowStart = Position - bytes.Length;
        (_window, _end, _at) = (window, bytes.Length + (_end - _at), 0);
    }

    public int Read(Span<byte> target)
    {
        var some = PeekSome();
        var length = Math.Min(some.Length, target.Length);
        some[..length].CopyTo(target);
        _at += length;
        return length;
    }

    /// <summary>As many bytes, fewer when the stream ends before. Memory grows with what arrives, not with what is asked for.</summary>
    public byte[] ReadUpTo(long length)
    {
        if (length <= _end - _at)
        {
            var ready = _window.AsSpan(_at, (int)length).ToArray();
            _at += ready.Length;
            return ready;
        }

        var taken = new ArrayBufferWriter<byte>((int)Math.Clamp(length, 1, Lookback));
        while (taken.WrittenCount < length && PeekSome() is { IsEmpty: false } some)
        {
            some = some[..(int)Math.Min(some.Length, length - taken.WrittenCount)];
            taken.Write(some);
            _at += some.Length;
        }

        return taken.WrittenSpan.ToArray();
    }

    /// <summary>Everything to the end; null when that is more than <paramref name="most"/> bytes.</summary>
    public byte[]? ReadAll(int most) => ReadUpTo((long)most + 1) is var all && all.Length <= most ? all : null;

    /// <summary>A line without its end, of at most <paramref name="most"/> bytes, the rest of a longer one left out; null at the end.</summary>
    public string? ReadLine(int most = 8192)
    {
        if (IsAtEnd)
        {
            return null;
        }

        var line = new System.Text.StringBuilder();
        while (PeekSome() is { IsEmpty: false } some)
        {
            var stop = some.IndexOf((byte)'\n');
            var part = stop < 0 ? some : some[..stop];
            line.Append(System.Text.Encoding.Latin1.GetString(part[..Math.Min(part.Length, Math.Max(0, most - line.Length))]));
            _at += stop < 0 ? some.Length : stop + 1;
            if (stop >= 0)
            {
                break;
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    /// <summary>All of it as a stream that can go back and forth: the stream itself where that can, else a copy in memory; null when that would be too large.</summary>
    public Stream? AsSeekable(int most)
    {
        if (stream != Stream.Null && stream.CanSeek && stream.Position == Position + (_end - _at))
        {
            stream.Position = 0;
            return stream;
        }

        return ReadAll(most) is { } all ? new MemoryStream(all, writable: false) : null;
    }

    /// <summary>The bytes ahead as a stream.</summary>
    public Stream AsStream() => new ReaderStream(Read);

    private bool Fill(int wanted)
    {
        if (_ended)
        {
            return false;
        }

        if (_end == _window.Length || _at + wanted > _window.Length)
        {
            Shift(wanted);
        }

        var read = stream.Read(_window.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        count?.Invoke(read);
        return read > 0;
    }

    /// <summary>Makes room: lets go of what lies too far back, and grows when that is not enough.</summary>
    private void Shift(int wanted)
    {
        var drop = Math.Max(0, _at - Lookback);
        var kept = _end - drop;
        var needed = Math.Max(FirstWindow, Math.Max(2 * kept, (_at - drop) + wanted));
        var target = needed > _window.Length ? new byte[needed] : _window;
        Buffer.BlockCopy(_window, drop, target, 0, kept);
        _windowStart += drop;
        (_window, _at, _end) = (target, _at - drop, kept);
    }
}
