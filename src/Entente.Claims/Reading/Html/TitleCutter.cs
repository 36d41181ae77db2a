namespace Entente.Claims.Reading.Html;

/// <summary>Takes the site's name off a page title: "A pact is signed | The Example Times" → "A pact is signed".</summary>
internal static class TitleCutter
{
    private static readonly string[] Bars = [" | ", " - ", " – ", " — ", " » ", " « ", " · ", " • ", " :: "];

    public static string WithoutSite(string title, string? site)
    {
        foreach (var bar in Bars)
        {
            var at = title.LastIndexOf(bar, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var head = title[..at].Trim();
            var tail = title[(at + bar.Length)..].Trim();
            var isSite = site is not null && LineWords.Fold(tail) is { Length: > 0 } folded && (LineWords.Fold(site).Contains(folded) || folded.Contains(LineWords.Fold(site)));
            if (isSite || (bar is " | " or " » " or " :: " && LineWords.Count(head) >= 3) || (LineWords.Count(tail) <= 4 && LineWords.Count(head) >= 4 && LineWords.CapitalShare(tail) > 0.6))
            {
                return WithoutSite(head, site);
            }
        }

        return title;
    }
}
