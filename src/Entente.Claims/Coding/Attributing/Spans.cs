using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Words of a sentence → the stretches of text they make up, without the commas and dashes at their edges.</summary>
internal sealed class Spans(Tree tree)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    /// <summary>What depends on a word, without what depends on the words taken out; words that only punctuation parts are one stretch.</summary>
    public List<TextSpan> Under(int token, params ReadOnlySpan<int> without) => Between(tree.LeftEdge(token), tree.RightEdge(token), token, without);

    /// <summary>The words from first to last that depend on a word, without some.</summary>
    public List<TextSpan> Between(int first, int last, int top, ReadOnlySpan<int> without)
    {
        var spans = new List<TextSpan>();
        int start = -1, end = -1;
        for (var i = first; i <= last; i++)
        {
            if (IsIn(i, top, without))
            {
                if (start < 0)
                {
                    start = i;
                }

                end = i;
            }
            else if (start >= 0 && _tokens[i].Upos != "PUNCT")
            {
                Add(spans, start, end);
                start = -1;
            }
        }

        if (start >= 0)
        {
            Add(spans, start, end);
        }

        return spans;
    }

    private bool IsIn(int token, int top, ReadOnlySpan<int> without)
    {
        for (var at = token; at >= 0; at = tree.Head(at) ?? -1)
        {
            if (without.Contains(at))
            {
                return false;
            }

            if (at == top)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the words from first to last, without punctuation at the edges other than quotation marks; nothing when only punctuation is left.</summary>
    public void Add(List<TextSpan> spans, int first, int last)
    {
        while (first <= last && IsEdge(first))
        {
            first++;
        }

        while (last >= first && IsEdge(last))
        {
            last--;
        }

        if (first <= last)
        {
            spans.Add(tree.SpanOf(first, last));
        }
    }

    private bool IsEdge(int token) => _tokens[token].Upos == "PUNCT" && tree.Document.Text[_tokens[token].Span.Start] is ',' or '.' or ';' or ':' or '-' or '–' or '—' or '…';
}
