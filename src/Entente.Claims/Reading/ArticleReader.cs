using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>Gives every line of one article's range its role.</summary>
internal sealed partial class ArticleReader(IReadOnlyList<PageLine> lines, ArticleRange article)
{
    /// <summary>Reason of a date line that stands inside the text: it may be of anything.</summary>
    public const string InText = "date inside the text";

    private readonly List<string> _authors = [];

    /// <summary>Whether a byline said so of itself ("By …").</summary>
    private bool _led;

    /// <summary>Who wrote it, as its head says.</summary>
    public IReadOnlyList<string> Authors => _authors;

    /// <summary>The role of line <paramref name="i"/> and the reason for it.</summary>
    public (BlockRole Role, string Reason) RoleOf(int i)
    {
        var line = lines[i];
        if (i == article.Title)
        {
            return (BlockRole.Title, "headline: " + (line.Repeats > 1 ? "stands twice and " : "") + "the text below speaks of it");
        }

        return i < article.Title ? (Aside(line), "before the headline")
            : i < article.BodyFirst ? Head(i)
            : i < article.BodyEnd ? Inside(i)
            : Tail(i);
    }

    private static BlockRole Aside(PageLine line) => line.Has(LineCues.Advert) && line.Words <= 12 ? BlockRole.Advert : BlockRole.Furniture;

    /// <summary>Between headline and text: deck, byline, date, picture.</summary>
    private (BlockRole Role, string Reason) Head(int i)
    {
        var line = lines[i];
        if (article.Title >= 0 && line.IsLike(lines[article.Title]))
        {
            return (BlockRole.Furniture, "headline said again");
        }

        if (IsCaption(i))
        {
            return (BlockRole.Caption, "picture credit");
        }

        if (TakeByline(i))
        {
            return (BlockRole.Byline, "names after the headline");
        }

        if (line.IsDateLine)
        {
            return (BlockRole.Dateline, "date after the headline");
        }

        if (line.IsNotice || (line.Has(LineCues.Published) && line.Words <= 8) || article.Title < 0)
        {
            return (Aside(line), "site's line under the headline");
        }

        return line.Words >= 5 && i <= article.Title + 4 ? (BlockRole.Deck, "under the headline") : (BlockRole.Furniture, "short line under the headline");
    }

    private (BlockRole Role, string Reason) Inside(int i)
    {
        var line = lines[i];
        if (IsPullQuote(i))
        {
            return (BlockRole.Deck, "set off in quotation marks under the headline");
        }

        if (IsCaption(i))
        {
            return (BlockRole.Caption, "picture credit");
        }

        if (line.Has(LineCues.Source) && line.Words <= 8)
        {
            return (BlockRole.Byline, "credits another outlet");
        }

        if (line.IsNotice || (line.Repeats > 1 && !line.IsProse) || (line.Repeats > 1 && line.Has(LineCues.Notice)))
        {
            return (Aside(line), line.IsNotice ? "words of a notice" : "stands several times on the page");
        }

        if (i > article.BodyFirst && Label().IsMatch(line.Text))
        {
            return (BlockRole.Aside, "label in capitals before it");
        }

        return line.IsProse || line.IsSentence ? (BlockRole.Body, "running text") : Short(i);
    }

    /// <summary>A short line inside the text: sub-heading, list item, pointer to another story, or nothing of the article's.</summary>
    private (BlockRole Role, string Reason) Short(int i)
    {
        var line = lines[i];
        if (line.IsDateLine)
        {
            return (BlockRole.Dateline, InText);
        }

        if (line.Has(LineCues.Related | LineCues.End) && line.Words <= 12)
        {
            return line.Words > 3 ? (BlockRole.Crossref, "points to another story") : (BlockRole.Furniture, "label");
        }

        if (AfterRelatedLabel(i))
        {
            return (BlockRole.Crossref, "under a label for other stories");
        }

        if (Bullet().IsMatch(line.Text))
        {
            return (BlockRole.List, "bullet");
        }

        var next = i + 1 < article.BodyEnd && (lines[i + 1].IsProse || lines[i + 1].IsSentence);
        if (next && line.Words <= 14 && line.IsTitleLike && !line.Text.EndsWith("..", StringComparison.Ordinal) && line.Text[^1] != '…')
        {
            return (BlockRole.Title, "short line over running text");
        }

        if (i > article.BodyFirst && lines[i - 1].Text[^1] == ':')
        {
            return (BlockRole.List, "follows a colon");
        }

        return line.Words >= 3 || line.Text[^1] is '…' or '.' or ':' ? (BlockRole.Body, "short line inside the text") : (BlockRole.Furniture, "word or two inside the text");
    }

    private (BlockRole Role, string Reason) Tail(int i)
    {
        var line = lines[i];
        if (line.Has(LineCues.Source) && line.Words <= 8 && i <= article.BodyEnd + 2)
        {
            return (BlockRole.Byline, "credits another outlet");
        }

        return line is { IsNotice: false, Words: >= 5 and <= 25, EndsSentence: false } && line.IsTitleLike ? (BlockRole.Crossref, "title after the end of the text") : (Aside(line), "after the end of the text");
    }

    /// <summary>The paragraph right under the headline, all of it between quotation marks, when the next one is not.</summary>
    private bool IsPullQuote(int i) => article.Title >= 0 && i == article.Title + 1 && i + 1 < article.BodyEnd && IsQuoted(lines[i].Text) && !IsQuoted(lines[i + 1].Text);

    private static bool IsQuoted(string text) => text[0] is '“' or '"' && text.TrimEnd('.')[^1] is '”' or '"';

    /// <summary>Takes the names of a line that begins as bylines do, or, as long as none did, of a line that is nothing but a name where names stand.</summary>
    private bool TakeByline(int i)
    {
        var line = lines[i];
        if (line.Words > 16 || line.EndsSentence || (line.Repeats > 3 && Bylines.Led(line.Text).Count == 0))
        {
            return false;
        }

        var names = Bylines.Led(line.Text);
        if (names.Count > 0 && !_led)
        {
            _authors.Clear();
            _led = true;
        }

        names = names.Count > 0 || _led || !StandsByHead(i) ? names : Bylines.Bare(line.Text);
        foreach (var name in names)
        {
            if (!_authors.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _authors.Add(name);
            }
        }

        return names.Count > 0;
    }

    /// <summary>Whether the line holds a date, or headline, deck, date or another name stand next to it.</summary>
    private bool StandsByHead(int i) => lines[i].Date is not null || i <= article.Title + 3 || IsHeadCue(i - 1) || IsHeadCue(i + 1) || IsHeadCue(i + 2);

    private bool IsHeadCue(int i) => i < lines.Count && (lines[i].IsDateLine || (lines[i].Has(LineCues.Published) && lines[i].Words <= 8));

    /// <summary>A line with a picture credit, or the line right above one that is nothing else.</summary>
    private bool IsCaption(int i)
    {
        var line = lines[i];
        return (line.Has(LineCues.Caption) && (line.Words <= 12 || !line.EndsSentence || line.Text[^1] == ')') && line.Words <= 70)
            || (i + 1 < lines.Count && !lines[i + 1].Segment.AfterBlank && lines[i + 1].Has(LineCues.Caption) && lines[i + 1].Words <= 8 && line.Words <= 45);
    }

    private bool AfterRelatedLabel(int i)
    {
        for (var k = i - 1; k >= article.BodyFirst && k >= i - 6 && !lines[k].IsProse; k--)
        {
            if (lines[k].Has(LineCues.Related) && lines[k].Words <= 6)
            {
                return true;
            }
        }

        return false;
    }

    // "OUTLOOK: Prices will …": a publisher's remark under its own label
    [GeneratedRegex(@"^[A-Z][A-Z' ]{3,24}:\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // "• item", "- item", "1. item"
    [GeneratedRegex(@"^(?:[•▪◦‣∙*·–—-]\s|\(?\d{1,2}[.)]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
