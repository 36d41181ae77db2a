namespace Entente.Claims.Reading;

/// <summary>Lays a draft out as a document, and adds what is known from outside, its language and what is wrong with it.</summary>
internal sealed class Finisher(Page page)
{
    public Document Finish(Draft draft, string id)
    {
        var writer = new DocumentWriter();
        var dates = new List<DateEvidence>(GivenDates(page.Given));
        dates.AddRange(draft.Dates);
        foreach (var piece in draft.Pieces)
        {
            dates.AddRange(DateFinder.Of(piece, writer.Add(piece), draft.Order));
        }

        var text = writer.Text();
        var blocks = writer.Blocks;
        var language = LanguageTeller.Tell(BodyOf(text, blocks));
        return new Document(id, text, blocks)
        {
            Source = writer.Runs,
            Uri = page.Given.Uri ?? draft.Uri,
            Publisher = page.Given.Publisher ?? draft.Publisher ?? HostOf(page.Given.Uri ?? draft.Uri),
            TakenFrom = draft.TakenFrom,
            Title = page.Given.Title ?? draft.Title,
            Authors = draft.Authors,
            Language = language,
            DateEvidence = DateFinder.Settle(dates),
            Confidence = draft.Confidence,
            Problems = [.. draft.Problems, .. Problems(blocks, text, language)],
        };
    }

    /// <summary>What the user says of the date; it wins over all else.</summary>
    public static IEnumerable<DateEvidence> GivenDates(PageFacts given)
    {
        if (given.Date is { } date)
        {
            yield return new DateEvidence("given", DateBound.On, DateInterval.Day(date), 1);
        }

        if (given.Captured is { } captured)
        {
            yield return new DateEvidence("captured", DateBound.NotAfter, DateInterval.Day(captured), 1);
        }
    }

    private static string? HostOf(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed.Host.StartsWith("www.", StringComparison.Ordinal) ? parsed.Host[4..] : parsed.Host : null;

    private static string BodyOf(string text, IReadOnlyList<Block> blocks)
    {
        // Enough to tell the language by; a page may be a book.
        var own = blocks.Where(b => b.HoldsClaims).Take(400).ToList();
        return own.Count == 0 ? text : string.Join('\n', own.Select(b => b.Span.In(text)));
    }

    private static IEnumerable<Problem> Problems(IReadOnlyList<Block> blocks, string text, string? language)
    {
        if (language is not (null or "en"))
        {
            yield return new Problem(ProblemCodes.Language, $"The text seems to be in another language than English ({language}): nothing is coded from it.");
        }

        var body = blocks.Where(b => b.Role is BlockRole.Body or BlockRole.Quote or BlockRole.List or BlockRole.Table).Sum(b => b.Span.Length);
        if (body < 1200 && blocks.FirstOrDefault(b => b.Span.Length < 400 && ReadingTables.Shipped.Cues(LineWords.Fold(b.Span.In(text))).HasFlag(LineCues.Wall)) is { } wall)
        {
            yield return new Problem(ProblemCodes.Wall, "A consent wall, paywall or bot check stands where the article should be: save the page from a browser in which the article is open.", wall.Span);
        }

        if (body == 0)
        {
            yield return new Problem(ProblemCodes.NoArticle, "No article text was found on the page.");
        }
    }
}
