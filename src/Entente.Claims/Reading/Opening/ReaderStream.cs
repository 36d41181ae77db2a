namespace Entente.Claims.Reading.Opening;

/// <summary>A stream that can only be read forwards, for decoders of the framework that ask for one.</summary>
/// <param name="read">Fills the span and says how much it wrote; 0 at the end.</param>
internal sealed class ReaderStream(ReaderStream.Filler read) : Stream
{
    internal delegate int Filler(Span<byte> target);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
