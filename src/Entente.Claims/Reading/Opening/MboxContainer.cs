using System.Buffers;

namespace Entente.Claims.Reading.Opening;

/// <summary>
/// mbox (RFC 4155): mails one after the other, each under a line "From sender day". A line of a mail that began so itself was given a "&gt;", which is taken off again (mboxrd).
/// </summary>
internal sealed class MboxContainer : Container
{
    private const int LongestSeparator = 512;

    public override bool Fits(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        return end > 0 && IsSeparator(head[..end]) && MimeHead.Of(head[(end + 1)..]) is not null;
    }

    public override IEnumerable<Opened> Open(Carrier carrier)
    {
        var mail = new ArrayBufferWriter<byte>();
        var (start, isOpen, afterEmpty) = (0L, false, true);
        while (!carrier.Bytes.IsAtEnd)
        {
            var at = carrier.Bytes.Position;
            var line = Line(carrier);
            if (afterEmpty && IsSeparator(line))
            {
                foreach (var opened in isOpen ? Mail(carrier, mail, start) : [])
                {
                    yield return opened;
                }

                mail = new ArrayBufferWriter<byte>();
                (start, isOpen, afterEmpty) = (at, true, false);
                continue;
            }

            afterEmpty = line.AsSpan().TrimEnd("\r\n"u8).IsEmpty;
            if (mail.WrittenCount <= carrier.Options.LargestPage)
            {
                mail.Write(IsGuarded(line) ? line.AsSpan(1) : line);
            }
        }

        foreach (var opened in isOpen ? Mail(carrier, mail, start) : [])
        {
            yield return opened;
        }
    }

    private static IEnumerable<Opened> Mail(Carrier carrier, ArrayBufferWriter<byte> mail, long start) =>
        carrier.Inner(ByteReader.Of(mail.WrittenMemory), $"{carrier.Place}@{start}", "", carrier.Facts with { Uri = null, Title = null });

    /// <summary>The next line with its end. A line of more than the largest page is given in parts.</summary>
    private static byte[] Line(Carrier carrier)
    {
        var line = new ArrayBufferWriter<byte>(80);
        while (line.WrittenCount < carrier.Options.LargestPage && carrier.Bytes.PeekSome() is { IsEmpty: false } some)
        {
            var stop = some.IndexOf((byte)'\n');
            var part = stop < 0 ? some : some[..(stop + 1)];
            line.Write(part);
            carrier.Bytes.Advance(part.Length);
            if (stop >= 0)
            {
                break;
            }
        }

        return line.WrittenSpan.ToArray();
    }

    /// <summary>"From ada@harbour.example Fri Mar 17 10:02:00 2023": a sender, and a day with a time.</summary>
    private static bool IsSeparator(ReadOnlySpan<byte> line) => line.Length < LongestSeparator && line.StartsWith("From "u8) && line[5..].Count((byte)' ') >= 4 && line.Contains((byte)':');

    private static bool IsGuarded(ReadOnlySpan<byte> line) => line.StartsWith(">"u8) && line.TrimStart((byte)'>').StartsWith("From "u8);
}
