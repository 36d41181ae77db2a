namespace Entente.Claims.Reading.Html;

/// <summary>
/// How sure the reader is of what it took for a page's text, 0–1: about the word F1 to expect of it. Set by hand from what is known when the text is chosen, and checked
/// against public gold (docs/guide/reading.md, "How sure it is").
/// </summary>
internal sealed class Sureness(List<PageLine> lines, Regions regions, PageMetadata metadata)
{
    /// <summary>What may be expected of an article at best, of a thread, of a listing.</summary>
    private const double Article = 0.98;

    private const double Thread = 0.82;

    private const double Listing = 0.82;

    /// <summary>A text of fewer words may be all that a page shows of one, and one of hardly any is none.</summary>
    private const int FewWords = 120;

    private const int HardlyAny = 60;

    /// <summary>Lines between headline and text from which the headline may be another's.</summary>
    private const int FarHeadline = 15;

    /// <summary>Of a page whose posts are its text.</summary>
    public static double OfThread => Thread;

    /// <param name="pieces">All segments of the page with their roles.</param>
    /// <param name="body">The article's segments.</param>
    /// <param name="headline">Its headline; −1 where none is shown.</param>
    /// <param name="isListing">Whether the page lists other pages.</param>
    /// <param name="isOneOfSeveral">Whether other articles stand beside it: then what it leaves out is theirs.</param>
    public double Of(List<RoledSegment> pieces, (int First, int End) body, int headline, bool isListing, bool isOneOfSeveral)
    {
        double all = 0, taken = 0;
        int words = 0, prose = 0, open = 0, skipped = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var (weight, isOpen) = (Regions.Weight(lines[i]), regions.ZoneOf(lines[i].Segment) == Zone.None);
            var own = pieces[i].Role is BlockRole.Body or BlockRole.Quote or BlockRole.List or BlockRole.Table || (pieces[i].Role == BlockRole.Title && i != headline);
            all += weight;
            taken += own ? weight : 0;
            words += own ? lines[i].Words : 0;
            prose += own && weight > 0 ? lines[i].Words : 0;
            open += isOpen ? lines[i].Words : 0;
            skipped += isOpen && !own && i >= body.First && i < body.End && lines[i].Words >= 4 ? lines[i].Words : 0;
        }

        if (words == 0)
        {
            return 0;
        }

        var ofOpen = isOneOfSeveral ? 1 : Math.Min(1, (double)words / Math.Max(1, open));
        return isListing ? Listing * Part(ofOpen, 0.85, 0.5)
            : Article * (isOneOfSeveral ? 1 : Part(ofOpen, 0.75, 0.5) * Part(taken / Math.Max(1, all), 0.7, 0.8)) * Part((double)prose / words, 0.95, 0.7) * (1 - (0.6 * Math.Min(0.3, (double)skipped / words)))
                * (words < HardlyAny ? 0.4 : words < FewWords ? 0.9 : 1) * OfHeadline(body.First, headline);
    }

    /// <summary>No headline, or one far from the text on a page that does not call itself an article.</summary>
    private double OfHeadline(int first, int headline) => headline < 0 ? 0.75 : first - headline is >= 0 and < FarHeadline || metadata.IsArticle ? 1 : 0.88;

    /// <summary>1 from <paramref name="enough"/> on, falling to <paramref name="least"/> at nothing.</summary>
    private static double Part(double share, double enough, double least) => least + ((1 - least) * Math.Min(1, share / enough));
}
