using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Opening;

/// <summary>Finds in a mail what it answers or hands on, where no mark stands before it, the lines that introduce it, and the signature.</summary>
internal static partial class MailQuotes
{
    public static List<RoledSegment> Mark(List<RoledSegment> pieces)
    {
        var marked = new List<RoledSegment>(pieces.Count);
        var (quoting, signing) = (false, false);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var text = piece.Segment.Text;
            if (piece.Role is not (BlockRole.Body or BlockRole.Quote or BlockRole.List or BlockRole.Title))
            {
                marked.Add(piece);
            }
            else if (HandsOn().IsMatch(text) || IsHeader(pieces, i))
            {
                (quoting, signing) = (true, false);
                marked.Add(piece with { Role = BlockRole.Furniture, Reason = "introduces another mail" });
            }
            else if (quoting && Field().IsMatch(text))
            {
                marked.Add(piece with { Role = BlockRole.Furniture, Reason = "header of another mail" });
            }
            else if (piece.Role == BlockRole.Body && Wrote().IsMatch(text))
            {
                signing = false;
                marked.Add(piece with { Role = BlockRole.Furniture, Reason = "introduces what is quoted" });
            }
            else
            {
                signing |= !quoting && piece.Role == BlockRole.Body && (text is "--" || Sent().IsMatch(text));
                marked.Add(signing && piece.Role != BlockRole.Quote ? piece with { Role = BlockRole.Furniture, Reason = "signature" } : quoting && piece.Role != BlockRole.Title ? piece with { Role = BlockRole.Quote, Reason = "another mail" } : piece);
            }
        }

        return marked;
    }

    /// <summary>"From: …" with "Sent:" or "Date:" and "Subject:" or "To:" after it: the header of the mail that is answered.</summary>
    private static bool IsHeader(List<RoledSegment> pieces, int i)
    {
        var text = pieces[i].Segment.Text;
        if (!text.StartsWith("From:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var next = string.Join('\n', pieces.Skip(i).Take(5).Select(p => p.Segment.Text));
        return next.Length < 2000 && (next.Contains("Sent:") || next.Contains("Date:")) && (next.Contains("Subject:") || next.Contains("To:"));
    }

    // "-----Original Message-----", "Begin forwarded message:", "---------- Forwarded message ---------"
    [GeneratedRegex(@"^[-_ ]*(?:original message|original-nachricht|forwarded message|begin forwarded message:|message transféré)[-_ ]*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HandsOn();

    // "Subject: Re: talks"
    [GeneratedRegex(@"^(?:From|Sent|Date|To|Cc|Subject|Reply-To):\s", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    // "On Fri, 17 Mar 2023 at 10:02, Ada Example <ada@example.org> wrote:"
    [GeneratedRegex(@"^(?:On |Am |Le )?.{5,200}\b(?:wrote|writes|schrieb|a écrit)\s?:$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Wrote();

    // "Sent from my phone"
    [GeneratedRegex(@"^(?:Sent from my |Get Outlook for )", RegexOptions.CultureInvariant)]
    private static partial Regex Sent();
}
