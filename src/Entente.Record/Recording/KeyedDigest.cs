using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Record.Recording;

/// <summary>
/// Digests by which what was forgotten is known again without being kept. They are made with a salt of the record's own, so that no two records have the same.
/// Who guesses a name can still find out whether it is one of them; the slow digest makes each guess that the short one lets through cost a tenth of a second.
/// </summary>
internal sealed class KeyedDigest(byte[] salt)
{
    public const int SaltLength = 32;

    private const int Rounds = 200_000, Length = 32;

    /// <summary>Sixteen bits, fast: one in 65,536 of what was not forgotten is let through by each thing that was.</summary>
    public int Short(string kind, string words)
    {
        var text = Encoding.UTF8.GetBytes(kind + "\n" + words);
        Span<byte> hash = stackalloc byte[Length];
        HMACSHA256.HashData(salt, text, hash);
        return BinaryPrimitives.ReadUInt16LittleEndian(hash);
    }

    /// <summary>In hex: what decides.</summary>
    public string Slow(string kind, string words) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(kind + "\n" + words), salt, Rounds, HashAlgorithmName.SHA256, Length));
}
