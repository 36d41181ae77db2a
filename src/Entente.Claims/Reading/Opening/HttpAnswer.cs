using System.Globalization;

namespace Entente.Claims.Reading.Opening;

/// <summary>An HTTP answer as an archive keeps it: status, header fields, and the body as it went over the wire.</summary>
internal sealed record HttpAnswer(int Status, HeaderFields Fields, ReadOnlyMemory<byte> Body)
{
    /// <summary>Null when it does not begin as an answer does.</summary>
    public static HttpAnswer? Parse(byte[] message)
    {
        var bytes = ByteReader.Of(message);
        if (!bytes.Peek(5).SequenceEqual("HTTP/"u8) || bytes.ReadLine() is not { } line)
        {
            return null;
        }

        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        var fields = HeaderFields.Read(bytes);
        return new HttpAnswer(status, fields, message.AsMemory((int)bytes.Position));
    }
}
