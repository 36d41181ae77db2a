namespace Entente.Claims.Reading.Opening;

/// <summary>A format that holds pages in its own wrapping. It is told by its first bytes, whatever the file is called.</summary>
internal abstract class Container
{
    public abstract bool Fits(ReadOnlySpan<byte> head);

    /// <summary>What is in it, as it is met.</summary>
    public abstract IEnumerable<Opened> Open(Carrier carrier);
}
