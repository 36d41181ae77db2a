namespace Entente.Claims.Reading.Opening;

/// <summary>Whether bytes begin with the header of a mail or web capture, and of which.</summary>
internal static class MimeHead
{
    private static readonly string[] OfMail = ["Received", "Return-Path", "Delivered-To", "Message-ID", "To", "Cc", "In-Reply-To", "List-Id", "X-Mailer", "User-Agent"];

    /// <summary>The header, when the first lines are fields and some of them those of a mail; else null.</summary>
    public static HeaderFields? Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || !(char.IsAsciiLetter((char)head[0])) || !BeginsWithFields(head))
        {
            return null;
        }

        var fields = HeaderFields.Read(ByteReader.Of(head.ToArray()));
        var isMime = fields["MIME-Version"] is not null && fields["Content-Type"] is not null;
        var isMail = fields["From"] is not null && (fields["Date"] is not null || fields["Received"] is not null) && (fields["Subject"] is not null || Array.Exists(OfMail, f => fields[f] is not null));
        return isMime || isMail ? fields : null;
    }

    /// <summary>A page saved by a browser as one file, and no mail with pictures in it: nobody sent it.</summary>
    public static bool IsCapture(HeaderFields fields) => fields["Snapshot-Content-Location"] is not null || fields["Content-Location"] is not null
        || (fields.MediaType == "multipart/related" && !Array.Exists(OfMail, f => fields[f] is not null));

    /// <summary>Fields or folded lines up to the empty line, or as far as is seen.</summary>
    private static bool BeginsWithFields(ReadOnlySpan<byte> head)
    {
        var seen = 0;
        while (!head.IsEmpty && head[0] is not ((byte)'\r' or (byte)'\n'))
        {
            var end = head.IndexOf((byte)'\n');
            var line = end < 0 ? head : head[..end];
            var name = line.IndexOf((byte)':');
            var folded = line[0] is (byte)' ' or (byte)'\t' && seen > 0;
            if (end >= 0 && !folded && (name <= 0 || line[..name].ContainsAnyExcept(NameCharacters)))
            {
                return false;
            }

            seen++;
            head = end < 0 ? [] : head[(end + 1)..];
        }

        return seen >= 2;
    }

    private static readonly System.Buffers.SearchValues<byte> NameCharacters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);
}
