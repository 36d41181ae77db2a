using System.Security.Cryptography;
using System.Text;

namespace Entente.Claims.Coding;

/// <summary>Makes the stable id of a claim: what it claims, at which place of which text.</summary>
internal static class ClaimId
{
    /// <summary>Twelve hex digits over the document's text, the place, and the parts that tell this claim from others at the same place.</summary>
    public static string Of(Findings findings, ClaimKind kind, TextSpan place, params ReadOnlySpan<string?> parts)
    {
        var key = new StringBuilder().Append(kind).Append('\n').Append(place.Start).Append('+').Append(place.Length).Append('\n');
        foreach (var part in parts)
        {
            key.Append(part).Append('\n');
        }

        key.Append(findings.Digest);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..12];
    }
}
