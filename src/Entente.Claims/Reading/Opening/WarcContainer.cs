namespace Entente.Claims.Reading.Opening;

/// <summary>WARC 1.0 and 1.1 (ISO 28500) without compression.</summary>
internal sealed class WarcContainer : Container
{
    public static ReadOnlySpan<byte> Magic => "WARC/"u8;

    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith(Magic);

    public override bool Fits(ReadOnlySpan<byte> head) => Begins(head);

    public override IEnumerable<Opened> Open(Carrier carrier) => new WarcReader(carrier, carrier.Bytes, packedAt: null).Read();
}
