using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Html;

/// <summary>
/// Tells pages that were written out as XML: there every empty element ends with "/>", and a browser's rule that "&lt;div/&gt;" stays open would nest the rest of the page in it.
/// </summary>
internal static partial class XmlForm
{
    private const int Enough = 3;

    /// <summary>One in so many may stay open: markup in comments and scripts, which is passed on as it was.</summary>
    private const int Exceptions = 20;

    /// <summary>Whether it begins as XML does.</summary>
    public static bool IsDeclared(string source) => source.AsSpan().TrimStart().TrimStart('\uFEFF').StartsWith("<?xml ", StringComparison.Ordinal);

    /// <summary>Whether elements without content are closed in their start tag, and several that may have content are too.</summary>
    public static bool Is(string source)
    {
        int closedVoid = 0, openVoid = 0, closedOther = 0;
        foreach (var match in StartTag().EnumerateMatches(source))
        {
            var tag = source.AsSpan(match.Index, match.Length);
            var closed = tag[^2] == '/';
            if (char.ToLowerInvariant(tag[1]) is 'm' or 'l' or 'b' or 'h' || tag.StartsWith("<img", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<input", StringComparison.OrdinalIgnoreCase))
            {
                closedVoid += closed ? 1 : 0;
                openVoid += closed ? 0 : 1;
            }
            else
            {
                closedOther += closed ? 1 : 0;
            }
        }

        return closedVoid >= Enough && closedOther >= Enough && openVoid <= closedVoid / Exceptions;
    }

    [GeneratedRegex("""<(?:meta|link|br|hr|img|input|div|span|script|iframe|td|i|ul|p)(?=[\s/>])[^<>]{0,2000}>""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StartTag();
}
