using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>The shape of a line with a date, names and figures left out: "by N » D", "#0 D", "posted on D".</summary>
internal static partial class AnchorShape
{
    private const int LongestLine = 160;
    private const int LongestRest = 70;
    private const string Timed = " t";

    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "by", "on", "posted", "von", "par", "am", "le", "at", "says", "said", "wrote", "erstellt", "geschrieben", "to", "re", "in", "reply", "replied", "published", "updated", "ago", "edited", "last", "verfasst", "sent", "escrito", "asked", "answered", "started", "new",
    };

    /// <summary>Null for a line that is no header of a post. Lines keep it: <see cref="PageLine.Anchor"/>.</summary>
    public static string? Of(PageLine line)
    {
        if (line.Words is 0 or > 24 || line.Text.Length > LongestLine || line.Has(LineCues.Profile) || (line.Date is null && !MayTellTime(line)) || IsCredit(line.Text) || Never().IsMatch(line.Text))
        {
            return null;
        }

        if (line.Date is not { } date)
        {
            return Relative().Match(line.Text) is { Success: true } r && line.Text.Length - r.Length <= 40 ? Shape(line.Text[..r.Index]) + " ago" : null;
        }

        var by = line.Text.LastIndexOf(" by ", StringComparison.Ordinal);
        if (by > 0 && by < date.Span.Start && date.Span.Start - by < 60 && line.Text.Length - date.Span.End < 30)
        {
            return "by" + (line.Text.AsSpan(by, date.Span.Start - by).Contains('»') ? " »" : "") + " D";
        }

        var rest = line.Text.Length - date.Span.Length;
        if (rest > LongestRest || (date.Interval is null && rest > 12 && (rest > 30 || !CommentHeaders.ShowsTime(line.Text))))
        {
            return null;
        }

        return Shape(line.Text[..date.Span.Start]) + " D" + (date.Interval is { IsDay: false } ? "m" : "") + (CommentHeaders.ShowsTime(line.Text) ? Timed : "");
    }

    /// <summary>Whether the line announces a date that is not the post's: "Joined:", "Join Date".</summary>
    public static bool AnnouncesOther(PageLine line) => line.Words <= 4 && Never().IsMatch(line.Text);

    /// <summary>The shape without the time of day, which some of a forum's posts may show and others not.</summary>
    public static string Untimed(string shape) => shape.EndsWith(Timed, StringComparison.Ordinal) ? shape[..^Timed.Length] : shape;

    /// <summary>Whether it can hold a relative time: each has one of these in it, and most lines have none.</summary>
    private static bool MayTellTime(PageLine line) =>
        line.Words <= 16 && (line.Text.Contains(':') || line.Folded.Contains("ago", StringComparison.Ordinal) || line.Folded.Contains("vor", StringComparison.Ordinal));

    /// <summary>"— Ada (@ada) 3 March 2021": who said what stands above, as pages credit what they embed.</summary>
    private static bool IsCredit(string text) => text[0] is '—' or '–' && text.Contains("(@", StringComparison.Ordinal);

    private static string Shape(string before)
    {
        var shape = new StringBuilder();
        foreach (Match m in Word().Matches(before))
        {
            var word = m.Value;
            if (Day().IsMatch(word))
            {
                continue;
            }

            var token = Kept.Contains(word) ? word.ToLowerInvariant() : char.IsDigit(word[0]) ? "0" : char.IsLetter(word[0]) ? "N" : word;
            if (token != "N" || shape.Length == 0 || shape[^1] != 'N')
            {
                shape.Append(shape.Length > 0 ? " " : "").Append(token);
            }
        }

        return shape.ToString();
    }

    // joined, registered, edited: dates that are not the post's
    [GeneratedRegex(@"\b(?:join(?:ed|\sdate)|registered|registriert|member since|mitglied seit|dabei seit|inscri|enregistr|last (?:edited|activity|seen|visit|post|modified|updated)|edited by|zuletzt|copyright|©|all times|currently|expires|birthday|founded|active since)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Never();

    // "3 hours ago", "vor 2 Tagen", "yesterday at 10:31"
    [GeneratedRegex(@"\b(?:\d+|an?|one|two|few)\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?)\s+ago\b|\b\d+\s?(?:h|d|w|mo|yr?)\s+ago\b|\bvor \d+ \p{L}+|\b(?:yesterday|today|gestern|heute),?\s+(?:at\s+|um\s+)?\d{1,2}:\d\d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"[\p{L}\p{N}_'.-]+|[#»|•·@:]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)(?:day|sday|nesday|rsday|urday|tag|nstag|ttwoch|nnerstag|eitag|mstag|nntag)?\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
