namespace Entente.Claims.Reading;

/// <summary>Turns what blocks show of dates into evidence for the day of publication.</summary>
internal static class DateFinder
{
    /// <summary>Evidence that one piece gives, placed at <paramref name="span"/> of the text.</summary>
    public static IEnumerable<DateEvidence> Of(RoledSegment piece, TextSpan span)
    {
        if (piece.Role is BlockRole.Dateline or BlockRole.Byline && piece.Reason != "header of a comment")
        {
            if (DateReader.First(piece.Segment.Text) is { Interval: { } day } shown)
            {
                yield return new DateEvidence(piece.Role == BlockRole.Dateline ? "dateline" : "byline", DateBound.On, day, shown.Sure ? 0.9 : 0.5) { Span = Shift(shown.Span, span) };
            }
        }
        else if (piece.Role == BlockRole.Comment && !piece.Continues && Day(piece.Posted) is { } posted)
        {
            yield return new DateEvidence("comment", DateBound.NotAfter, posted, 0.9) { Span = span };
        }
        else if (piece.Role == BlockRole.Crossref)
        {
            foreach (var (interval, at) in All(piece.Segment.Text))
            {
                yield return new DateEvidence("crossref", DateBound.NotBefore, interval, 0.8) { Span = Shift(at, span) };
            }
        }
    }

    /// <summary>Of the comments only the first, of the cross-references only the newest.</summary>
    public static IReadOnlyList<DateEvidence> Settle(List<DateEvidence> dates)
    {
        var first = dates.Where(d => d.Kind == "comment").MinBy(d => d.Interval.Earliest);
        var newest = dates.Where(d => d.Kind == "crossref").MaxBy(d => d.Interval.Earliest);
        return [.. dates.Where(d => (d.Kind != "comment" || ReferenceEquals(d, first)) && (d.Kind != "crossref" || ReferenceEquals(d, newest)))];
    }

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
}
