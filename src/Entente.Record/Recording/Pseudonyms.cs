using System.Security.Cryptography;
using System.Text;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>
/// Puts pseudonyms in place of the names of those who comment, before anything is coded or recorded: "commenter 3f2a". A pseudonym is the same
/// throughout a page, so that a thread stays readable, and differs from page to page, so that nobody can be followed.
/// </summary>
internal static class Pseudonyms
{
    public static ReadPage Apply(ReadPage page) => page with { Documents = [.. page.Documents.Select(d => Apply(d, Names(page)))] };

    private static Dictionary<string, string> Names(ReadPage page)
    {
        var names = page.Documents.SelectMany(d => d.Blocks)
            .Where(b => b.Role == BlockRole.Comment)
            .SelectMany(b => new[] { b.Author, int.TryParse(b.ReplyTo, out _) ? null : b.ReplyTo })
            .Where(n => !string.IsNullOrWhiteSpace(n))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(n => n!, n => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(page.Page.Digest + "\n" + n))), StringComparer.Ordinal);
        var length = 4;
        while (length < 16 && names.Values.Select(h => h[..length]).Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            length += 2;
        }

        return names.ToDictionary(n => n.Key, n => "commenter " + n.Value[..length], StringComparer.Ordinal);
    }

    private static Document Apply(Document document, Dictionary<string, string> names)
    {
        var first = document.Blocks.ToList().FindIndex(b => b.Role == BlockRole.Comment);
        if (names.Count == 0 || first < 0)
        {
            return document;
        }

        while (first > 0 && document.Blocks[first - 1].Role is BlockRole.Byline or BlockRole.Dateline)
        {
            first--;
        }

        var edits = document.Blocks.Skip(first).Where(b => !b.HoldsClaims).SelectMany(b => EditsOf(document.Text, b, names)).OrderBy(e => e.Span).ToList();
        var shifted = new Shifting(edits);
        return document with
        {
            Text = shifted.Text(document.Text),
            Blocks = [.. document.Blocks.Select(b => b with { Span = shifted.Span(b.Span), Author = Renamed(b, b.Author, names), ReplyTo = Renamed(b, b.ReplyTo, names) })],
            Source = [.. document.Source.Select(s => s with { Text = shifted.Span(s.Text) })],
            DateEvidence = [.. document.DateEvidence.Select(e => e with { Span = shifted.Span(e.Span) })],
            Problems = [.. document.Problems.Select(p => p with { Span = shifted.Span(p.Span) })],
        };
    }

    private static string? Renamed(Block block, string? name, Dictionary<string, string> names) =>
        block.Role == BlockRole.Comment && name is not null && names.TryGetValue(name, out var pseudonym) ? pseudonym : name;

    /// <summary>Every whole occurrence of a name; within a comment's own words only of a name that is no ordinary word, or after "@".</summary>
    private static IEnumerable<Edit> EditsOf(string text, Block block, Dictionary<string, string> names)
    {
        var end = block.Span.End;
        for (var i = block.Span.Start; i < end; i++)
        {
            if (i > block.Span.Start && char.IsLetterOrDigit(text[i - 1]))
            {
                continue;
            }

            var at = i;
            var name = names.Keys
                .Where(n => at + n.Length <= end && text.AsSpan(at, n.Length).SequenceEqual(n) && (at + n.Length == end || !char.IsLetterOrDigit(text[at + n.Length])))
                .Where(n => block.Role != BlockRole.Comment || !IsOrdinary(n) || (at > block.Span.Start && text[at - 1] == '@'))
                .MaxBy(n => n.Length);
            if (name is not null)
            {
                yield return new Edit(new TextSpan(i, name.Length), names[name]);
                i += name.Length - 1;
            }
        }
    }

    /// <summary>"China" may be a commenter's name and is a word of the comments as well; "old_hand7" and "JaneDoe" are names alone.</summary>
    private static bool IsOrdinary(string name) => name.All(char.IsLetter) && name.Skip(1).All(char.IsLower);

    private readonly record struct Edit(TextSpan Span, string Words);

    /// <summary>Where everything stands after the edits.</summary>
    private sealed class Shifting(List<Edit> edits)
    {
        public string Text(string text)
        {
            var made = new StringBuilder(text.Length);
            var at = 0;
            foreach (var edit in edits)
            {
                made.Append(text, at, edit.Span.Start - at).Append(edit.Words);
                at = edit.Span.End;
            }

            return made.Append(text, at, text.Length - at).ToString();
        }

        public TextSpan? Span(TextSpan? span) => span is { } there ? Span(there) : null;

        public TextSpan Span(TextSpan span)
        {
            var start = Offset(span.Start, atEnd: false);
            return TextSpan.FromBounds(start, span.Length == 0 ? start : Math.Max(start, Offset(span.End, atEnd: true)));
        }

        private int Offset(int offset, bool atEnd)
        {
            var shift = 0;
            foreach (var edit in edits)
            {
                if (edit.Span.Start >= offset)
                {
                    break;
                }

                if (edit.Span.End > offset)
                {
                    return edit.Span.Start + shift + (atEnd ? edit.Words.Length : 0);
                }

                shift += edit.Words.Length - edit.Span.Length;
            }

            return offset + shift;
        }
    }
}
