using System.Text.RegularExpressions;

namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// Who speaks in what is printed as a conversation or as a signed quotation: "HALL: I never signed it." line by line, "“I never signed it.” — Nina Hall".
/// Lines with a colon may be headings or a list: in a conversation somebody speaks again.
/// </summary>
internal static partial class Turns
{
    public static void Add(AnalyzedDocument document, List<Paragraph> paragraphs, List<Draft> drafts)
    {
        List<(Match Turn, Paragraph Paragraph)> found = [.. paragraphs.Select(p => (Turn().Match(document.Text, p.Span.Start, p.Span.Length), p))];
        List<Match> turns = [.. found.Select(f => f.Turn).Where(m => m.Success)];
        var labels = turns.CountBy(t => t.Groups["name"].Value).ToDictionary(StringComparer.Ordinal);
        foreach (var (turn, paragraph) in found.Where(f => f.Turn.Success))
        {
            var name = turn.Groups["name"].Value;
            if (labels.Count > 1 && labels.Values.Any(n => n > 1) && (IsLabel(name) || labels[name] > 1 || turns.Count > 3))
            {
                drafts.Add(Of(document, turn.Groups["name"], turn.Groups["cue"], TextSpan.FromBounds(turn.Index + turn.Length, paragraph.Span.End)));
            }
        }

        for (var p = 0; p < paragraphs.Count; p++)
        {
            if (Signed().Match(document.Text, paragraphs[p].Span.Start, paragraphs[p].Span.Length) is { Success: true } signed)
            {
                var content = signed.Groups["content"];
                drafts.Add(Of(document, signed.Groups["name"], signed.Groups["cue"], new TextSpan(content.Index, content.Length)));
            }
        }
    }

    /// <summary>"HALL", "Q", "A": nothing else is written so.</summary>
    private static bool IsLabel(string name) => name is "Q" or "A" || (name.Length > 2 && !name.Any(char.IsLower));

    private static Draft Of(AnalyzedDocument document, Group name, Group cue, TextSpan content)
    {
        var at = LastBefore(document, cue.Index + 1);
        int? source = name.Length > 1 && LastBefore(document, name.Index + name.Length) is >= 0 and var last && document.Tokens[last].Span.Start >= name.Index ? last : null;
        var draft = new Draft(source is null ? -1 : at, source) { Speaks = false, IsTurn = true };
        draft.Source.Add(new TextSpan(name.Index, name.Length));
        draft.Cue.Add(new TextSpan(cue.Index, cue.Length));
        draft.Content.Add(content);
        return draft;
    }

    /// <summary>The last token that begins before a place; −1 when none does.</summary>
    private static int LastBefore(AnalyzedDocument document, int position)
    {
        int low = 0, high = document.Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = document.Tokens[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    [GeneratedRegex(@"\G[\s""“”']*(?<name>Q|A|\p{Lu}[\w.’'-]+(?: \p{Lu}[\w.’'-]*){0,3})(?<cue>:)\s+(?=\S)")]
    private static partial Regex Turn();

    [GeneratedRegex(@"\G\s*(?<content>[""“][^\n]{12,}[""”])\s*(?<cue>[—―–-]{1,2})\s*(?<name>\p{Lu}[\w.’'-]*(?: (?:\p{Lu}[\w.’'-]*|de|von|van|of|the|al)){0,5})[ \t]*(?:$|\n|,|\()", RegexOptions.Multiline)]
    private static partial Regex Signed();
}
