using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Opening;

/// <summary>Markdown, as clippers and converters write it: one document, with what its front matter says.</summary>
internal sealed partial class MarkdownFormat : PageFormat
{
    /// <summary>Front matter, or a heading or link in Markdown's way with another of its signs: one alone stands in plain texts, too.</summary>
    public override bool Fits(ReadOnlySpan<char> head)
    {
        if (head.TrimStart('\uFEFF').StartsWith("---\n") || head.TrimStart('\uFEFF').StartsWith("---\r\n"))
        {
            return FrontMatter.Read(head.ToString()) is { End: > 0 };
        }

        var strong = (Heading().IsMatch(head) ? 1 : 0) + (Link().IsMatch(head) ? 1 : 0);
        var weak = (Bold().IsMatch(head) ? 1 : 0) + (Item().IsMatch(head) ? 1 : 0) + (Fence().IsMatch(head) ? 1 : 0) + (Quote().IsMatch(head) ? 1 : 0);
        return strong > 0 && strong + weak >= 2 && !head.Contains("</", StringComparison.Ordinal);
    }

    public override IReadOnlyList<Document> Read(Page page, string decoded)
    {
        var front = FrontMatter.Read(decoded);
        var draft = new Draft { Confidence = 0.9, Title = front["title"], Uri = front["source"] ?? front["url"] ?? front["link"] ?? front["canonical"], Publisher = front["publisher"] ?? front["site"] };
        draft.Authors.AddRange(front.List("author").Concat(front.List("authors")).SelectMany(a => Bylines.Names(a) is { Count: > 0 } names ? names : [a]).Distinct(StringComparer.OrdinalIgnoreCase));
        if ((front["published"] ?? front["date"]) is { } published && DateReader.First(published) is { Interval: { } day })
        {
            draft.Dates.Add(new DateEvidence("meta", DateBound.On, day, 0.9));
        }

        if ((front["created"] ?? front["clipped"] ?? front["saved"]) is { } saved && DateReader.First(saved) is { Interval: { } limit })
        {
            draft.Dates.Add(new DateEvidence("captured", DateBound.NotAfter, limit, 0.9));
        }

        Roles(MarkdownLines.Read(decoded, front.End), draft);
        return Finish(page, [draft]);
    }

    private static void Roles(List<MarkdownLine> read, Draft draft)
    {
        var lines = PageLine.Mark([.. read.Select(l => l.Segment)]);
        for (var i = 0; i < lines.Count; i++)
        {
            var (role, reason) = Role(read[i], lines[i], draft, i + 1 < lines.Count);
            draft.Pieces.Add(new RoledSegment(lines[i].Segment, role, reason));
        }
    }

    private static (BlockRole Role, string Reason) Role(MarkdownLine read, PageLine line, Draft draft, bool goesOn)
    {
        if (read.Kind == MarkdownKind.Heading)
        {
            var first = !draft.Pieces.Exists(p => p.Role == BlockRole.Title);
            draft.Title ??= first && goesOn ? line.Text : null;
            return !goesOn ? (BlockRole.Furniture, "heading over nothing") : first ? (BlockRole.Title, "first heading") : (BlockRole.Title, "sub-heading");
        }

        if (line.IsNotice && !(line.IsProse && line.Words > 25))
        {
            return (line.Has(LineCues.Advert) ? BlockRole.Advert : BlockRole.Furniture, "words of a notice");
        }

        if (line.Segment.LinkChars > 0.7 * line.Text.Length && line.Words < 30 && !line.EndsSentence)
        {
            return (line.Words >= 4 ? BlockRole.Crossref : BlockRole.Furniture, "nothing but a link");
        }

        var inHead = !draft.Pieces.Exists(p => p.Role is BlockRole.Body or BlockRole.Quote);
        if (inHead && Bylines.Led(line.Text) is { Count: > 0 } names)
        {
            draft.Authors.AddRange(names.Where(n => !draft.Authors.Contains(n, StringComparer.OrdinalIgnoreCase)));
            return (BlockRole.Byline, "names above the text");
        }

        return inHead && line.IsDateLine ? (BlockRole.Dateline, "date above the text") : read.Kind switch
        {
            MarkdownKind.Quote => (BlockRole.Quote, "block quote"),
            MarkdownKind.Item => (BlockRole.List, "list item"),
            MarkdownKind.Row => (BlockRole.Table, "row of a table"),
            MarkdownKind.Code => (BlockRole.Furniture, "code"),
            _ => (BlockRole.Body, "paragraph"),
        };
    }

    [GeneratedRegex(@"^#{1,6} +\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[[^\[\]\n]{1,300}\]\((?:https?:|/|#|\.|mailto:)[^()\s]{0,1000}[)\s(]", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*[^\s*][^*\n]{0,300}\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^(?:[-*+]|\d{1,2}\.) +\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^```", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^> ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Quote();
}
