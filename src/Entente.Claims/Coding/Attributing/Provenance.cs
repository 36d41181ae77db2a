using System.Text.RegularExpressions;

namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// What whole passages of a page are taken from: a stack of sources that a line opens ("Via X", "X reports:") and that the next one, a sub-heading
/// or the end of the piece closes. Each source becomes an attribution whose content is the paragraphs under it.
/// </summary>
internal static partial class Provenance
{
    private const int CreditParagraphs = 4;

    public static void Add(AnalyzedDocument document, SourceNames names, List<Draft> drafts)
    {
        var paragraphs = Quotations.Paragraphs(document.Document, all: true);
        var stack = new Governors();
        var closing = ClosingCues(document.Text, paragraphs, drafts);
        var digest = false;
        var titles = 0;
        var body = 0;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var block = document.Document.Blocks[paragraphs[p].Block];
            var span = Trimmed(document.Text, paragraphs[p].Span);
            var text = document.Text.AsSpan(span.Start, span.Length);
            if (block.Role == BlockRole.Title && titles++ > 0)
            {
                stack.CloseReports();
            }

            if (Line(document.Text, span, Via()) is { } via)
            {
                stack.Open(via, 0, drafts);
                continue;
            }

            if (!block.HoldsClaims)
            {
                continue;
            }

            body++;
            stack.Leave(block.Role == BlockRole.Quote);
            if ((digest || body <= CreditParagraphs) && CreditLine(document.Text, span, names) is { } credit)
            {
                digest = true;
                stack.Open(credit, 1, drafts);
                stack.Cover(span);
                continue;
            }

            stack.Cover(span);
            if (LastLine(document.Text, span) is { } reports)
            {
                stack.Open(reports, 1, drafts);
            }
            else if (closing.TryGetValue(p, out var cue) && text[^1] is ':' && IntroducesPassage(document, paragraphs, p, cue, names))
            {
                stack.Open(Passage(cue), NextIsQuote(document, paragraphs, p) ? 2 : 1, drafts);
            }
        }
    }

    /// <summary>"Via Harbour Post", "Source: Harbour Post": the whole line.</summary>
    [GeneratedRegex(@"^(?<cue>[Vv]ia|VIA|Source:|Sources:|h/t|Courtesy of|Reposted from|Originally published (?:in|by|at|on)) +(?<name>[A-Z][^.,:;…]{1,60}?) *(?:…|\.{2,3}|:|\.)?$")]
    private static partial Regex Via();

    /// <summary>"Harbour Post reports…", "Jones writes:": the whole line, or a last sentence.</summary>
    [GeneratedRegex(@"(?:^|[.!?”""] )(?<name>(?:The |the )?[A-Z][\w&'’]*(?: (?:[A-Z][\w&'’]*|of|and)){0,4}) (?<cue>reports|reported|writes|wrote|adds|notes|explains|continues) *(?:…|\.{2,4}|:)$")]
    private static partial Regex Reports();

    /// <summary>"…, stresses the Harbour Post.": an outlet credited at the end of a paragraph.</summary>
    [GeneratedRegex(@"[,”""’] (?<cue>[a-z]+s|wrote|said|reported) [‘'“""]?(?<name>(?:The |the )?[A-Z][\w&]*(?: [A-Z][\w&]*){0,3})[’'”""]?\s*[.!]?$")]
    private static partial Regex Credit();

    /// <summary>What follows such a credit in a first paragraph is that outlet's, until the next credit.</summary>
    private static Draft? CreditLine(string text, TextSpan span, SourceNames names)
    {
        var start = Math.Max(span.Start, span.End - 80);
        var match = Credit().Match(text, start, span.End - start);
        return match.Success && names.IsOutletAt(new TextSpan(match.Groups["name"].Index, match.Groups["name"].Length)) ? Opening(match) : null;
    }

    private static Draft? Line(string text, TextSpan span, Regex pattern)
    {
        if (span.Length > 100)
        {
            return null;
        }

        var match = pattern.Match(text, span.Start, span.Length);
        return match.Success ? Opening(match) : null;
    }

    private static Draft? LastLine(string text, TextSpan span)
    {
        if (span.Length < 8 || text[span.End - 1] is not ('…' or '.' or ':') || (text[span.End - 1] == '.' && text[span.End - 2] != '.'))
        {
            return null;
        }

        var start = Math.Max(span.Start, span.End - 110);
        var match = Reports().Match(text, start, span.End - start);
        return match.Success && (match.Index > start || start == span.Start) ? Opening(match) : null;
    }

    private static Draft Opening(Match match)
    {
        var draft = new Draft(-1, null);
        draft.Cue.Add(new TextSpan(match.Groups["cue"].Index, match.Groups["cue"].Length));
        draft.Source.Add(new TextSpan(match.Groups["name"].Index, match.Groups["name"].Length));
        return draft;
    }

    /// <summary>The last cue of a paragraph that names its source.</summary>
    private static Dictionary<int, Draft> ClosingCues(string text, List<Paragraph> paragraphs, List<Draft> drafts)
    {
        var last = new Dictionary<int, Draft>();
        foreach (var draft in drafts)
        {
            for (int low = 0, high = paragraphs.Count - 1; low <= high;)
            {
                var middle = (low + high) / 2;
                var span = paragraphs[middle].Span;
                if (span.Contains(draft.Start))
                {
                    if (draft.SourceToken is not null && (!last.TryGetValue(middle, out var known) || IsLater(draft, known, text)))
                    {
                        last[middle] = draft;
                    }

                    break;
                }

                (low, high) = draft.Start < span.Start ? (low, middle - 1) : (middle + 1, high);
            }
        }

        return last;
    }

    private static bool IsLater(Draft draft, Draft known, string text) => draft.Cue[0].End <= text.Length && draft.Start > known.Start;

    private static bool NextIsQuote(AnalyzedDocument document, List<Paragraph> paragraphs, int p) =>
        NextBlock(document, paragraphs, p) is { Role: BlockRole.Quote };

    /// <summary>The block of the next paragraph that holds claims; null at the end.</summary>
    private static Block? NextBlock(AnalyzedDocument document, List<Paragraph> paragraphs, int p)
    {
        for (var next = p + 1; next < paragraphs.Count; next++)
        {
            if (document.Document.Blocks[paragraphs[next].Block] is { HoldsClaims: true } block)
            {
                return block;
            }
        }

        return null;
    }

    /// <summary>"The agency reported the visit:" before what it wrote: an outlet, or a block set off as a quotation.</summary>
    private static bool IntroducesPassage(AnalyzedDocument document, List<Paragraph> paragraphs, int p, Draft cue, SourceNames names) =>
        NextBlock(document, paragraphs, p) is { } next && (next.Role == BlockRole.Quote || (cue.SourceToken is { } source && names.IsOutlet(source)));

    private static Draft Passage(Draft cue)
    {
        var draft = new Draft(cue.CueToken, cue.SourceToken);
        draft.Cue.AddRange(cue.Cue);
        draft.Source.AddRange(cue.Source);
        return draft;
    }

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var start = span.Start;
        var end = span.End;
        while (start < end - 1 && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start + 1 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The sources open at a place, one a level: 0 the page it is taken from, 1 whom that reports, 2 a block quotation.</summary>
    private sealed class Governors
    {
        private readonly Draft?[] _open = new Draft?[3];

        public void Open(Draft draft, int level, List<Draft> drafts)
        {
            Array.Clear(_open, level, _open.Length - level);
            _open[level] = draft;
            drafts.Add(draft);
        }

        public void CloseReports() => Array.Clear(_open, 1, 2);

        /// <summary>A block quotation ends with its blocks.</summary>
        public void Leave(bool isQuote)
        {
            if (!isQuote && _open[2] is { Content.Count: > 0 })
            {
                _open[2] = null;
            }
        }

        /// <summary>What is taken from elsewhere is one stretch, so that what is reported inside it is always the narrower.</summary>
        public void Cover(TextSpan paragraph)
        {
            for (var level = 0; level < _open.Length; level++)
            {
                if (_open[level] is not { } draft)
                {
                    continue;
                }

                if (level < 2 && draft.Content.Count > 0)
                {
                    draft.Content[0] = TextSpan.FromBounds(draft.Content[0].Start, paragraph.End);
                }
                else
                {
                    draft.Content.Add(paragraph);
                }
            }
        }
    }
}
