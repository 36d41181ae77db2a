namespace Entente.Claims.Reading;

/// <summary>
/// Fills a thread in whose headers are partly lost: a comment without a header begins where the indent falls back, and its author is the one whom the next deeper comment answers.
/// </summary>
internal sealed class LostHeaders(IReadOnlyList<PageLine> lines)
{
    private const int LongestTail = 16;

    /// <summary>A paragraph of fewer words goes on with a comment whose header is there.</summary>
    private const int ShortParagraph = 20;

    /// <summary>The comments with their ends, and those between them that have no header.</summary>
    public List<Comment> Fill(List<Comment> headed, int label)
    {
        var begin = label >= 0 ? label + 1 : headed[0].First;
        var end = EndOfThread(headed);
        var starts = headed.ToDictionary(c => c.First);
        var names = headed.Where(c => c.ReplyTo is not null).Select(c => c.ReplyTo!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lost = names.Except(headed.Where(c => c.Author is not null).Select(c => c.Author!), StringComparer.OrdinalIgnoreCase).Any() || headed.Any(c => lines[c.First].Segment.Indent > 0);
        var all = new List<Comment>();
        for (var i = begin; i < end; i++)
        {
            if (starts.TryGetValue(i, out var known))
            {
                all.Add(known);
                i = known.End - 1;
            }
            else if (IsControl(i))
            {
                (all.Count > 0 ? all[^1] : null)?.Furniture.Add(i);
            }
            else if (lost && BeginsUnheaded(i, all))
            {
                all.Add(new Comment { First = i, Reason = "no header; begins where the indent falls back" });
            }
        }

        for (var k = 0; k < all.Count; k++)
        {
            all[k].End = k + 1 < all.Count ? all[k + 1].First : end;
        }

        SplitByAnswers(all);
        NameByAnswers(all);
        return all;
    }

    private bool IsControl(int i) => lines[i].Words <= 8 && lines[i].Has(LineCues.Furniture | LineCues.Thread | LineCues.Comments) && lines[i].Segment.Indent == 0;

    /// <summary>A paragraph that a reply left open: nothing before it, a smaller indent than the comment above, or no word in common with it.</summary>
    private bool BeginsUnheaded(int i, List<Comment> all)
    {
        if (all.Count == 0)
        {
            return true;
        }

        if (!lines[i].Segment.AfterBlank)
        {
            return false;
        }

        var above = all[^1];
        var indent = lines[i].Segment.Indent;
        var open = lines[above.First].Segment.Indent;
        if (indent != open)
        {
            return true;
        }

        var shortUnderHeader = above.Header.Count > 0 && lines[i].Words < ShortParagraph && lines[i].Date is null;
        return indent == 0 && !above.Header.Contains(i - 1) && !shortUnderHeader && !SpeaksOf(i, above);
    }

    /// <summary>Whether the paragraph shares a rarer word with the comment so far.</summary>
    private bool SpeaksOf(int i, Comment above)
    {
        var text = Topic.Of(Enumerable.Range(above.First, i - above.First).Where(k => !above.Header.Contains(k)).Select(k => lines[k]));
        return Topic.Of(lines[i].Folded).Count(text.Contains) >= 2 || LineWords.Count(lines[i - 1].Text) < 4 || lines[i - 1].Text[^1] is ':' or ',';
    }

    /// <summary>A reply to Y under a comment whose header names another: Y's comment, with its header lost, begins at the paragraph that has least in common with those before it.</summary>
    private void SplitByAnswers(List<Comment> all)
    {
        for (var k = 1; k < all.Count; k++)
        {
            var above = all.FindLastIndex(k - 1, c => lines[c.First].Segment.Indent < lines[all[k].First].Segment.Indent);
            if (all[k].ReplyTo is { } to && above == k - 1 && all[above] is { Author: { } author, Header.Count: > 0 } && !string.Equals(author, to, StringComparison.OrdinalIgnoreCase) && Strangest(all[above]) is { } first)
            {
                all.Insert(k, new Comment { First = first, End = all[above].End, Reason = "no header; somebody else than the one above is answered below" });
                all[above].End = first;
            }
        }
    }

    /// <summary>The later paragraph of a comment, no short one, that shares the least words with the text before it.</summary>
    private int? Strangest(Comment comment)
    {
        var text = Enumerable.Range(comment.First, comment.End - comment.First).Where(i => !comment.Header.Contains(i) && !comment.Furniture.Contains(i)).ToList();
        var later = text.Skip(1).Where(i => lines[i].Segment.AfterBlank && lines[i].Words >= ShortParagraph).ToList();
        return later.Count == 0 ? null : later.MinBy(i => Topic.Share(lines[i].Stems, Topic.Of(text.TakeWhile(t => t < i).Select(t => lines[t]))));
    }

    /// <summary>The comment right before a reply to Y, one level up and without a name, is Y's.</summary>
    private void NameByAnswers(List<Comment> all)
    {
        for (var k = 1; k < all.Count; k++)
        {
            if (all[k].ReplyTo is not { } to)
            {
                continue;
            }

            var indent = lines[all[k].First].Segment.Indent;
            for (var j = k - 1; j >= 0; j--)
            {
                if (lines[all[j].First].Segment.Indent < indent)
                {
                    if (all[j].Author is null)
                    {
                        all[j].Author = to;
                        all[j].Reason = "header lost; author inferred from the reply below";
                    }

                    break;
                }
            }
        }
    }

    /// <summary>The last comment goes on to the end, except for a tail of short lines and other stories' titles.</summary>
    private int EndOfThread(List<Comment> headed)
    {
        var end = lines.Count;
        var last = headed[^1].End;
        for (var i = last; i < lines.Count; i++)
        {
            if (lines[i].Words <= 6 && lines[i].Has(LineCues.End | LineCues.Related) && !lines[i].Has(LineCues.Thread))
            {
                end = i;
                break;
            }
        }

        var tail = end;
        while (tail > last + 1 && tail > end - LongestTail && !lines[tail - 1].EndsSentence && lines[tail - 1].Words <= 20 && lines[tail - 1].Segment.Indent == 0 && lines[tail - 1].Segment.AfterBlank)
        {
            tail--;
        }

        return tail;
    }
}
