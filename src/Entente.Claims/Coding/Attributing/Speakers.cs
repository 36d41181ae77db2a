using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// Gives each quotation its speaker (the sieves of Muzny et al. 2017, from the surest): the cue beside it, the speaker of the quotation before it in the paragraph,
/// the quotation that goes on from the paragraph before, the speaker before a paragraph that is nothing but a quotation.
/// </summary>
internal sealed class Speakers
{
    private const int LongestGap = 60;

    private readonly Tree _tree;
    private readonly Spans _spans;
    private readonly List<Paragraph> _paragraphs;
    private readonly List<Quotation> _quotations;
    private readonly string _text;

    public Speakers(Tree tree, Spans spans, List<Paragraph> paragraphs, List<Quotation> quotations)
    {
        _tree = tree;
        _spans = spans;
        _paragraphs = paragraphs;
        _quotations = quotations;
        _text = tree.Document.Text;
    }

    public void Attach(List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            Repair(draft);
        }

        var byParagraph = ByParagraph(drafts);
        Draft? before = null;
        var place = -2;
        foreach (var quotation in _quotations)
        {
            var near = byParagraph[quotation.Paragraph];
            Extend(near, quotation.Span);
            if (!IsSpeech(quotation.Span))
            {
                continue;
            }

            var speaker = Beside(near, quotation.Span) ?? Untabled(quotation, near, drafts)
                ?? (place == quotation.Paragraph && BeginsSentence(quotation.Span) ? before : null)
                ?? Introduced(byParagraph, quotation)
                ?? (place == quotation.Paragraph - 1 && (quotation.Continues || IsWhole(quotation)) ? before : null);
            if (speaker is not null)
            {
                Give(speaker, quotation.Span);
                before = speaker;
                place = quotation.Paragraph;
            }
        }
    }

    /// <summary>A source inside a quotation whose cue stands outside is none: the name next to the cue is.</summary>
    private void Repair(Draft draft)
    {
        if (!draft.Speaks || draft.Source.Count == 0 || draft.CueToken < 0 || InQuotation(draft.Start) || !draft.Source.Exists(s => InQuotation(s.Start)))
        {
            return;
        }

        if (Beside(draft.CueToken) is { } nominal)
        {
            draft.SourceToken = nominal;
            draft.Source.Clear();
            draft.Source.AddRange(_spans.Between(FirstOutside(nominal), LastOutside(nominal), nominal, [draft.CueToken]));
        }
    }

    private bool InQuotation(int position) => _quotations.Exists(q => q.Span.Contains(position));

    /// <summary>The nominal right before the cue, else right after it, outside quotations.</summary>
    private int? Beside(int cue)
    {
        var tokens = _tree.Document.Tokens;
        for (var i = cue - 1; i >= Math.Max(0, cue - 3); i--)
        {
            if (tokens[i].Upos is "PROPN" or "PRON" or "NOUN" && !InQuotation(tokens[i].Span.Start))
            {
                return Top(i, cue);
            }
        }

        for (var i = cue + 1; i < Math.Min(tokens.Count, cue + 4); i++)
        {
            if (tokens[i].Upos is "PROPN" or "PRON" or "NOUN" && !InQuotation(tokens[i].Span.Start))
            {
                return Top(i, cue);
            }
        }

        return null;
    }

    /// <summary>The head of the noun phrase that a word is part of.</summary>
    private int Top(int token, int cue)
    {
        while (_tree.Head(token) is { } head && head != cue && _tree.Document.Tokens[head].Upos is "PROPN" or "NOUN" && !InQuotation(_tree.Document.Tokens[head].Span.Start))
        {
            token = head;
        }

        return token;
    }

    private int FirstOutside(int nominal)
    {
        var first = nominal;
        while (first > _tree.LeftEdge(nominal) && !InQuotation(_tree.Document.Tokens[first - 1].Span.Start))
        {
            first--;
        }

        return first;
    }

    private int LastOutside(int nominal)
    {
        var last = nominal;
        while (last < _tree.RightEdge(nominal) && !InQuotation(_tree.Document.Tokens[last + 1].Span.Start))
        {
            last++;
        }

        return last;
    }

    private List<Draft>[] ByParagraph(List<Draft> drafts)
    {
        var byParagraph = new List<Draft>[_paragraphs.Count];
        for (var p = 0; p < byParagraph.Length; p++)
        {
            byParagraph[p] = [];
        }

        foreach (var draft in drafts)
        {
            if (ParagraphOf(draft.Start) is >= 0 and var p)
            {
                byParagraph[p].Add(draft);
            }
        }

        return byParagraph;
    }

    private int ParagraphOf(int position)
    {
        int low = 0, high = _paragraphs.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = _paragraphs[middle].Span;
            if (span.Contains(position))
            {
                return middle;
            }

            (low, high) = position < span.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    /// <summary>A content that the parser ended inside a quotation goes on to its end; words quoted at its edge belong to it with their marks.</summary>
    private static void Extend(List<Draft> near, TextSpan quotation)
    {
        foreach (var draft in near)
        {
            for (var i = 0; i < draft.Content.Count; i++)
            {
                var part = draft.Content[i];
                if (part.Overlaps(quotation) && !part.Contains(quotation) && !quotation.Contains(draft.Start))
                {
                    draft.Content[i] = TextSpan.FromBounds(Math.Min(part.Start, quotation.Start), Math.Max(part.End, quotation.End));
                }
            }
        }
    }

    /// <summary>Speech rather than a word or two in scare quotes: four words, or an end of sentence inside the marks.</summary>
    private bool IsSpeech(TextSpan quotation)
    {
        var inner = _text.AsSpan(quotation.Start, quotation.Length).Trim("\"“”„«»‟'`’‘");
        var words = 1;
        foreach (var c in inner)
        {
            words += c == ' ' ? 1 : 0;
        }

        return words >= 4 || (inner.Length > 1 && inner[^1] is ',' or '.' or '!' or '?' or '…');
    }

    /// <summary>The nearest speaking cue outside the quotation with little between them.</summary>
    private Draft? Beside(List<Draft> near, TextSpan quotation)
    {
        Draft? best = null;
        var least = LongestGap;
        foreach (var draft in near)
        {
            if (draft.Speaks && !IsQuoted(draft.Start, quotation) && Gap(draft, quotation) is var gap && gap < least)
            {
                best = draft;
                least = gap;
            }
        }

        return best;
    }

    private bool IsQuoted(int position, TextSpan quotation) => quotation.Contains(position) || _quotations.Exists(q => q.Span.Contains(position) && IsSpeech(q.Span));

    /// <summary>Characters between the cue with its source and the quotation; very many when a sentence ends between them.</summary>
    private int Gap(Draft draft, TextSpan quotation)
    {
        var start = draft.Start;
        var end = draft.Cue[^1].End;
        foreach (var part in draft.Source)
        {
            if (!quotation.Contains(part.Start) && Math.Abs(part.Start - start) < 120)
            {
                start = Math.Min(start, part.Start);
                end = Math.Max(end, part.End);
            }
        }

        var (from, to) = start >= quotation.End ? (quotation.End, start) : (end, quotation.Start);
        if (to < from)
        {
            return draft.Holds(quotation) ? 0 : int.MaxValue;
        }

        var between = _text.AsSpan(from, to - from);
        return draft.Holds(quotation) ? 0
            : start >= quotation.End && _text[quotation.End - 2] is '.' && between.Trim().Length == 0 && !EndsParagraph(start) ? LongestGap - 2
            : between.Contains(". ", StringComparison.Ordinal) || between.Contains("? ", StringComparison.Ordinal) ? int.MaxValue
            : between.Length;
    }

    private bool EndsParagraph(int start) => ParagraphOf(start) is >= 0 and var p && _paragraphs[p].Span.End - start < 80;

    /// <summary>"…, *snarls* the harbour master": any verb with a subject right beside a quotation is a cue.</summary>
    private Draft? Untabled(Quotation quotation, List<Draft> near, List<Draft> drafts)
    {
        if (VerbBeside(quotation.Span) is not { } verb || _tree.Subject(verb) is not { } subject || near.Exists(d => d.CueToken == verb))
        {
            return null;
        }

        var draft = new Draft(verb, subject) { Speaks = true };
        draft.Cue.Add(_tree.Document.Tokens[verb].Span);
        draft.Source.AddRange(_spans.Under(subject));
        near.Add(draft);
        drafts.Add(draft);
        return draft;
    }

    /// <summary>A verb with its own subject within four words after the closing mark, where a comma or an end stands inside or outside it.</summary>
    private int? VerbBeside(TextSpan quotation)
    {
        if (_text[quotation.End - 2] is not (',' or '?' or '!') && (quotation.End >= _text.Length || _text[quotation.End] != ','))
        {
            return null;
        }

        var tokens = _tree.Document.Tokens;
        var first = FirstTokenFrom(quotation.End);
        for (var i = first; i < Math.Min(first + 5, tokens.Count) && _text.AsSpan(quotation.End, tokens[i].Span.Start - quotation.End).IndexOf('\n') < 0; i++)
        {
            if (tokens[i].Upos == "VERB" && _tree.OwnSubject(i) is { } subject && subject >= first && Math.Abs(subject - i) < 8 && tokens[subject].Upos is "PROPN" or "PRON" or "NOUN")
            {
                return i;
            }
        }

        return null;
    }

    private int FirstTokenFrom(int position)
    {
        var tokens = _tree.Document.Tokens;
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>"Jones continued:" at the end of the paragraph before.</summary>
    private static Draft? Introduced(List<Draft>[] byParagraph, Quotation quotation)
    {
        if (quotation.Paragraph == 0)
        {
            return null;
        }

        var last = byParagraph[quotation.Paragraph - 1].FindLast(d => d.Speaks);
        return last is { Content.Count: 0 } ? last : null;
    }

    private bool BeginsSentence(TextSpan quotation)
    {
        for (var i = quotation.Start - 1; i >= 0; i--)
        {
            if (!char.IsWhiteSpace(_text[i]))
            {
                return _text[i] is '.' or '!' or '?' or '”' or '"' or '\'' or '’' or ':' or ',' or '…';
            }
        }

        return true;
    }

    private bool IsWhole(Quotation quotation) => quotation.Span.Length >= 0.9 * _paragraphs[quotation.Paragraph].Span.In(_text).Trim().Length;

    /// <summary>Puts a quotation into a content, instead of the parts that it covers.</summary>
    private static void Give(Draft speaker, TextSpan quotation)
    {
        if (speaker.Holds(quotation))
        {
            return;
        }

        speaker.Content.RemoveAll(c => quotation.Contains(c) || (c.Overlaps(quotation) && !c.Contains(quotation)));
        speaker.Content.Add(quotation);
        speaker.Content.Sort();
    }
}
