using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>Turns what blocks show of dates into evidence for the day of publication.</summary>
internal static partial class DateFinder
{
    /// <summary>Evidence that one piece gives, placed at <paramref name="span"/> of the text.</summary>
    public static IEnumerable<DateEvidence> Of(RoledSegment piece, TextSpan span, DateOrder order)
    {
        if (piece.Role is BlockRole.Dateline or BlockRole.Byline && piece.Reason != "header of a comment")
        {
            foreach (var (shown, changed) in Stated(piece, order))
            {
                yield return new DateEvidence(piece.Role == BlockRole.Dateline ? "dateline" : "byline", changed ? DateBound.NotAfter : DateBound.On, shown.Interval!.Value, piece.Reason == ArticleReader.InText ? 0.4 : shown.Sure ? 0.9 : 0.5) { Span = Shift(shown.Span, span) };
            }
        }
        else if (piece.Role == BlockRole.Comment && !piece.Continues && Day(piece.Posted) is { } posted)
        {
            yield return new DateEvidence("comment", DateBound.NotAfter, posted, 0.9) { Span = span };
        }
        else if (piece.Role == BlockRole.Crossref && piece.Segment.Element < 0)
        {
            // Teasers of a web page are of the day on which it was saved; in a text they are the story's own pointers.
            foreach (var (interval, at) in All(piece.Segment.Text))
            {
                yield return new DateEvidence("crossref", DateBound.NotBefore, interval, 0.8) { Span = Shift(at, span) };
            }
        }
    }

    /// <summary>Of the comments only the first, of the cross-references only the newest.</summary>
    public static IReadOnlyList<DateEvidence> Settle(List<DateEvidence> dates)
    {
        if ((dates.Find(d => d is { Kind: "dateline" or "byline", Bound: DateBound.On, Interval.IsDay: true, Confidence: > 0.8 }) ?? dates.Find(d => d is { Kind: "url", Interval.IsDay: true }))?.Interval.Earliest is { } shown)
        {
            for (var i = 0; i < dates.Count; i++)
            {
                // A stated instant that is a day off the day shown: its time zone leaves both days, and readers were shown the publisher's.
                if (dates[i] is { Kind: "jsonld" or "meta" or "time", Bound: DateBound.On, Interval: { IsDay: true, Earliest: { } stated } } && Math.Abs(stated.DayNumber - shown.DayNumber) == 1)
                {
                    dates[i] = dates[i] with { Interval = stated < shown ? new DateInterval(stated, shown) : new DateInterval(shown, stated) };
                }
            }
        }

        if (!dates.Exists(d => d.Bound == DateBound.On) && dates.Find(d => d is { Kind: "dateline" or "byline", Bound: DateBound.NotAfter, Confidence: > 0.8 }) is { } revised
            && !dates.Exists(d => d.Kind == "comment" && d.Interval.Latest < revised.Interval.Earliest))
        {
            // Nothing but "Updated …" is shown: the text as it stands is of that day.
            dates.Add(revised with { Bound = DateBound.On, Confidence = 0.5 });
        }

        var first = dates.Where(d => d.Kind == "comment").MinBy(d => d.Interval.Earliest);
        var newest = dates.Where(d => d.Kind == "crossref").MaxBy(d => d.Interval.Earliest);
        return [.. dates.Where(d => (d.Kind != "comment" || ReferenceEquals(d, first)) && (d.Kind != "crossref" || ReferenceEquals(d, newest)))];
    }

    /// <summary>The first date of the line, and a later one of a change: "Published May 3, 2019, updated May 9, 2019".</summary>
    private static IEnumerable<(ShownDate Date, bool Changed)> Stated(RoledSegment piece, DateOrder order)
    {
        var text = piece.Segment.Text;
        var from = 0;
        while (from < text.Length && DateReader.First(text[from..], order) is { } shown)
        {
            var changed = TellsChange(text.AsSpan(from, shown.Span.Start)) || (from == 0 && piece.Reason == Html.HeadReader.Changed);
            if (shown.Interval is not null && (from == 0 || changed || Published().IsMatch(text.AsSpan(from, shown.Span.Start))))
            {
                yield return (shown with { Span = new TextSpan(from + shown.Span.Start, shown.Span.Length) }, changed);
            }

            from += shown.Span.End;
        }
    }

    /// <summary>Whether the words before a date say that the text was changed then.</summary>
    public static bool TellsChange(ReadOnlySpan<char> before) => Revised().IsMatch(before);

    /// <summary>Whether the words before a date, or the line before when there are none, say that the text was published then.</summary>
    public static bool TellsPublication(ReadOnlySpan<char> before, string line) =>
        before.Trim().Length > 0 ? before.Length <= 30 && Published().IsMatch(before) : line.Length <= 30 && Published().IsMatch(line);

    private static IEnumerable<(DateInterval Interval, TextSpan At)> All(string text)
    {
        var from = 0;
        while (from < text.Length && DateReader.First(text[from..]) is { } shown)
        {
            if (shown.Interval is { } interval)
            {
                yield return (interval, new TextSpan(from + shown.Span.Start, shown.Span.Length));
            }

            from += shown.Span.End;
        }
    }

    private static DateInterval? Day(string? posted) =>
        DateOnly.TryParseExact(posted, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? DateInterval.Day(day) : null;

    private static TextSpan Shift(TextSpan inner, TextSpan outer) => new(outer.Start + inner.Start, inner.Length);

    // "Updated 3 March 2021", "Last reviewed on 3 March 2021", "Last checked: 2021-03-03": published on that day or before
    [GeneratedRegex(@"\b(?:updated|modified|reviewed|revised|checked|edited|changed|verified)\b[^0-9]{0,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Revised();

    // "Published", "first posted on", "originally created"
    [GeneratedRegex(@"\b(?:publish(?:ed)?|publication|posted|created|written|released)\b[^0-9]{0,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Published();
}
