using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Opening;

/// <summary>What the program that saved a web page wrote into it: where from and when.</summary>
internal static partial class SavedPage
{
    private const int Prescan = 8192;

    /// <summary>The facts with what is missing in them filled in.</summary>
    public static PageFacts Fill(PageFacts given, string decoded)
    {
        if (given.Uri is not null && given.Captured is not null)
        {
            return given;
        }

        var head = decoded[..Math.Min(decoded.Length, Prescan)];
        var saved = SingleFile().Match(head) is { Success: true } file ? file : SavedFrom().Match(head) is { Success: true } from ? from : Mirrored().Match(head) is { Success: true } mirror ? mirror : SavePage().Match(head);
        var address = saved.Groups["uri"].Value;
        return given with
        {
            Uri = given.Uri ?? (address.Length == 0 ? null : address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? System.Net.WebUtility.HtmlDecode(address) : saved.Groups["host"].Success ? "http://" + address : null),
            Captured = given.Captured ?? (saved.Groups["date"] is { Success: true, Value: var date } ? DateReader.First(date)?.Interval?.Earliest : null),
        };
    }

    // "Page saved with SingleFile", then "url: https://…" and "saved date: Fri Mar 17 2023 10:00:00 GMT+0000 (…)"
    [GeneratedRegex(@"<!--\s*Page saved with SingleFile[^\n]*\n\s*url:\s*(?<uri>\S+)(?:[^>]*?saved date:\s*(?<date>[^\n]{8,80}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SingleFile();

    // "<!-- saved from url=(0043)https://example.org/page -->", as browsers write it
    [GeneratedRegex(@"<!--\s*saved from url=\(\d{1,6}\)(?<uri>\S+)\s*-->", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SavedFrom();

    // "<!-- Mirrored from example.org/page by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 17 Mar 2023 10:00:00 GMT -->"
    [GeneratedRegex(@"<!--\s*Mirrored from (?<uri>(?<host>[\w.-]+)\S*) by HTTrack[^>,]*,\s*(?<date>[^>]{8,60}?)\s*-->", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mirrored();

    // "<meta name="savepage-url" content="https://…">" and later "savepage-date"
    [GeneratedRegex(@"<meta name=""savepage-url"" content=""(?<uri>[^""]+)""(?:.{0,2000}?<meta name=""savepage-date"" content=""(?<date>[^""]{8,80})"")?", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex SavePage();
}
