namespace Entente.Claims.Coding.Claiming;

/// <summary>Findings → claims of kind membership, agreement, label, role and position.</summary>
public sealed class ClaimCoder
{
    public static ClaimCoder Load() => new();

    public IEnumerable<Claim> Code(Findings findings) => [];
}
