namespace Entente.Tests.Reading;

/// <summary>What damaged files have in common: a byte that is another, a stretch that is missing, a stretch that stands twice.</summary>
internal static class Wounds
{
    /// <summary>Damages the bytes in one of three ways; false, and nothing is done, for any other number.</summary>
    public static bool Inflict(List<byte> bytes, int way, int at, int length, Random random)
    {
        switch (way)
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                return true;
            case 1:
                bytes.RemoveRange(at, length);
                return true;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                return true;
            default:
                return false;
        }
    }
}
