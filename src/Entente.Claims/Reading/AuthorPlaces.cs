using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>Finds where, seen from the line with the date, the names of a thread's posters stand: inside the line, or so many lines before or after it.</summary>
internal sealed partial class AuthorPlaces(IReadOnlyList<PageLine> lines, List<int> anchors)
{
    private const int Reach = 6;

    /// <summary>The offset from the anchor (0: in its own line), the name for each anchor, and for what share of them there is one.</summary>
    public (int Offset, string?[] Names, double Share) Find()
    {
        var best = (Offset: 0, Names: anchors.Select(Inline).ToArray(), Score: 0.0);
        best.Score = Score(best.Names) + 0.25;
        foreach (var offset in (ReadOnlySpan<int>)[-1, -2, 1, -3, 2, -4, 3, 4, -5, -6])
        {
            var names = anchors.Select((a, k) => Beside(k, a + offset - (offset < 0 && Answers(a + offset) ? 1 : 0))).ToArray();
            var score = Score(names) - (0.04 * Math.Abs(offset)) - (offset > 0 ? 0.06 : 0);
            if (score > best.Score + 0.01)
            {
                best = (offset, names, score);
            }
        }

        var share = (double)best.Names.Count(n => n is not null) / anchors.Count;
        WithoutRanks(best.Names);
        WithoutRanks(best.Names);
        return share >= 0.5 ? (Doubled(best.Offset), best.Names, share) : (0, new string?[anchors.Count], 0);
    }

    /// <summary>The names among the first lines of posts whose header begins at <paramref name="heads"/>: those at the place where they differ most.</summary>
    public static (int Offset, string?[] Names, double Share) Within(IReadOnlyList<PageLine> lines, List<int> heads, int most)
    {
        var best = (Offset: 0, Names: new string?[heads.Count], Score: 0.0);
        for (var offset = 0; offset < most; offset++)
        {
            var names = heads.Select(h => h + offset < lines.Count ? Name(lines[h + offset]) : null).ToArray();
            best = Score(names) > best.Score + 0.01 ? (offset, names, Score(names)) : best;
        }

        return (best.Offset, best.Names, (double)best.Names.Count(n => n is not null) / heads.Count);
    }

    /// <summary>Where the name stands twice, the header begins at the first.</summary>
    private int Doubled(int offset)
    {
        var twice = offset < 0 && anchors.Count(a => a + offset > 0 && lines[a + offset - 1].Folded == lines[a + offset].Folded && lines[a + offset].Folded.Length > 0) > anchors.Count / 2;
        return twice ? offset - 1 : offset;
    }

    /// <summary>A last word that stands behind different names is a rank, not a name; so is one without a letter.</summary>
    private static void WithoutRanks(string?[] names)
    {
        var heads = names.OfType<string>().Distinct(StringComparer.Ordinal).Where(n => n.Contains(' ')).GroupBy(n => n[(n.LastIndexOf(' ') + 1)..], StringComparer.Ordinal);
        var ranks = heads.Where(g => g.Count() >= 2 || !g.Key.Any(char.IsLetter)).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        for (var k = 0; k < names.Length; k++)
        {
            if (names[k] is { } name && name.LastIndexOf(' ') is > 0 and var cut && ranks.Contains(name[(cut + 1)..]))
            {
                names[k] = name[..cut].TrimEnd();
            }
        }
    }

    private static double Score(string?[] names)
    {
        var there = names.Count(n => n is not null);
        var distinct = names.Where(n => n is not null).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (there == 0 || (names.Length >= 3 && distinct == 1))
        {
            return 0;
        }

        return ((double)there / names.Length) + (0.5 * distinct / there);
    }

    /// <summary>Whether the line says whom the post answers; the poster's name stands above it.</summary>
    private bool Answers(int i) => i > 0 && i < lines.Count && CommentHeaders.ReplyTo(lines[i].Text) is not null;

    private string? Beside(int k, int i)
    {
        var low = k > 0 ? anchors[k - 1] : -1;
        var high = k + 1 < anchors.Count ? anchors[k + 1] : lines.Count;
        if (i <= low || i >= high || i < 0 || i >= lines.Count || Math.Abs(i - anchors[k]) > Reach)
        {
            return null;
        }

        return Name(lines[i]);
    }

    private static string? Name(PageLine line)
    {
        var text = Rank().Replace(line.Text.Trim(), "");
        if (text.Length is < 2 or > 40 || text.Count(c => c == ' ') > 3 || line.Date is not null || (line.Cues != LineCues.None && text == line.Text.Trim()))
        {
            return null;
        }

        if (text != line.Text.Trim() && ReadingTables.Shipped.Cues(LineWords.Fold(text)) != LineCues.None)
        {
            return null;
        }

        text = CommentHeaders.Says(text) ?? Stars().Replace(text, "").Trim();
        return text.Length < 2 || text[^1] is '.' or '!' or '?' or ':' or ',' || text.Contains(": ") || text.Contains('»') || !text.Any(char.IsLetter) || Count().IsMatch(text) ? null : text.TrimStart('@');
    }

    /// <summary>What is left of the anchor's line without date, time, number and the words of headers.</summary>
    private string? Inline(int anchor)
    {
        var line = lines[anchor];
        var rest = line.Date is { } date ? CommentHeaders.Without(line.Text, date.Span) : line.Text;
        var by = rest.LastIndexOf(" by ", StringComparison.Ordinal);
        rest = by > 0 && by < rest.Length - 4 ? Poster().Replace(rest[(by + 4)..], "") : rest;
        rest = Noise().Replace(Cut().Replace(rest, ""), " ");
        rest = Stars().Replace(rest, " ").Trim(' ', '|', '•', '·', '-', '–', '—', ',', '»', ':', '(', ')', '#', '/', '@', '.', '[', ']');
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 4 && rest.Length is >= 2 and <= 40 && rest.Any(char.IsLetter) && !Function().IsMatch(rest) ? string.Join(' ', words) : null;
    }

    // "ada Member Posts: 6": what a forum writes behind a name
    [GeneratedRegex(@"(?:\s+(?:member|registered user|newbie|moderator|mod|administrator|admin|community \w+|staff|posts|beiträge|messages|level|expert|superuser|contributor|author|op)\b:?.*|\s*\(.{0,20}\)|:)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rank();

    // "ada(m):", "ada »": what follows a poster's name in one line
    [GeneratedRegex(@"(?:\([mf]\))?\s*[:»].*$", RegexOptions.CultureInvariant)]
    private static partial Regex Poster();

    // "18 months", "263 posts"
    [GeneratedRegex(@"^\d+\s\p{Ll}+$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    // "… in reply to ben", "… Edited 12/30/2017"
    [GeneratedRegex(@"\s*\b(?:in reply to|in response to|edited|updated)\b.*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cut();

    // ranks in stars, zero-width marks
    [GeneratedRegex(@"[✭★☆✰⭐●○]+", RegexOptions.CultureInvariant)]
    private static partial Regex Stars();

    // times, weekdays, "posted by", "#12", "3 hours ago"
    [GeneratedRegex(@"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?|\b(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so)\b[.,]?|#\s?\d+|\b(?:originally )?(?:posted|written|verfasst|geschrieben|erstellt|beitrag|asked|answered|replied|said|says|wrote|started|published)\b|\b(?:by|on|at|am|um|von|par|le|the|uhr|utc|gmt|est|edt|pst|pdt|cst|cet|cest|re)\b:?|\b(?:\d+|an?)\s+\p{L}+\s+ago\b|\bvor \d+ \p{L}+|\b(?:yesterday|today|gestern|heute)\b|\bT?\d\d:\d\d\S*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^(?:in|to|for|of|and|reply|post|new|message|link|permalink|edited|date|beitrag|thread|topic|comment|likes?|views?|quote|last|n/?a|\W)*$|^(?:in|to|reply to|posts?|views?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Function();
}
