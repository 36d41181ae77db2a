namespace Entente.Claims.Coding.Eventing;

/// <summary>Trees and actors → claims of kind event.</summary>
public sealed class EventCoder
{
    public static EventCoder Load() => new();

    public IEnumerable<Claim> Code(Findings findings) => [];
}
