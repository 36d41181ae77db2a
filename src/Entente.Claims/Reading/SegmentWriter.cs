using System.Net;
using System.Text;

namespace Entente.Claims.Reading;

/// <summary>Writes the text of one segment, character by character of the page, and keeps where each came from.</summary>
internal sealed class SegmentWriter(string page)
{
    private const int LongestEntity = 33;

    private readonly StringBuilder _text = new();
    private readonly List<SourceRun> _runs = [];
    private int _blank = -1;

    /// <summary>Characters written so far.</summary>
    public int Length => _text.Length;

    /// <summary>Appends the stretch of the page, white space collapsed; of HTML with entities decoded.</summary>
    public void Append(int start, int end, bool entities)
    {
        var i = start;
        while (i < end)
        {
            var c = page[i];
            if (c == '&' && entities && TryEntity(i, end, out var length))
            {
                i += length;
            }
            else if (IsBlank(c))
            {
                _blank = _blank < 0 ? i : _blank;
                i++;
            }
            else if (IsInvisible(c))
            {
                i++;
            }
            else
            {
                var from = i;
                while (i < end && !IsBlank(page[i]) && !IsInvisible(page[i]) && !(entities && page[i] == '&'))
                {
                    i++;
                }

                i += i == from ? 1 : 0;
                FlushBlank();
                Literal(from, i - from);
            }
        }
    }

    /// <summary>A line break inside the segment.</summary>
    public void Break()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }

        _blank = -1;
    }

    /// <summary>What was written, and begins anew; null when it was nothing but white space.</summary>
    public Segment? Take()
    {
        while (_text.Length > 0 && _text[^1] == '\n')
        {
            _text.Length--;
        }

        _blank = -1;
        if (_text.Length == 0)
        {
            _runs.Clear();
            return null;
        }

        var segment = new Segment(_text.ToString(), [.. _runs], TextSpan.FromBounds(_runs[0].Page.Start, _runs[^1].Page.End));
        _text.Clear();
        _runs.Clear();
        return segment;
    }

    private void FlushBlank()
    {
        if (_blank >= 0 && _text.Length > 0 && _text[^1] != '\n')
        {
            if (page[_blank] == ' ')
            {
                Literal(_blank, 1);
            }
            else
            {
                _text.Append(' ');
            }
        }

        _blank = -1;
    }

    private void Literal(int start, int length)
    {
        var at = _text.Length;
        _text.Append(page, start, length);
        if (_runs.Count > 0 && _runs[^1] is var last && last.Text.Length == last.Page.Length && last.Text.End == at && last.Page.End == start)
        {
            _runs[^1] = new SourceRun(new TextSpan(last.Text.Start, last.Text.Length + length), new TextSpan(last.Page.Start, last.Page.Length + length));
        }
        else
        {
            _runs.Add(new SourceRun(new TextSpan(at, length), new TextSpan(start, length)));
        }
    }

    private bool TryEntity(int start, int end, out int length)
    {
        length = 0;
        var near = page.AsSpan(start, Math.Min(end - start, LongestEntity));
        var semicolon = near.IndexOf(';');
        if (semicolon < 2)
        {
            return false;
        }

        var decoded = WebUtility.HtmlDecode(near[..(semicolon + 1)].ToString());
        if (decoded.Length > 2 || decoded.Length == 0)
        {
            return false;
        }

        length = semicolon + 1;
        if (IsBlank(decoded[0]))
        {
            _blank = _blank < 0 ? start : _blank;
        }
        else if (!IsInvisible(decoded[0]))
        {
            FlushBlank();
            _runs.Add(new SourceRun(new TextSpan(_text.Length, decoded.Length), new TextSpan(start, length)));
            _text.Append(decoded);
        }

        return true;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u2800';

    /// <summary>Soft hyphens, zero-width and direction marks, and control characters: they print nothing and split words.</summary>
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' || (c < ' ') || c is >= '\u007F' and < '\u00A0' || c is >= '\u202A' and <= '\u202E';
}
