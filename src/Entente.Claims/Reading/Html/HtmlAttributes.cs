namespace Entente.Claims.Reading.Html;

/// <summary>The attributes of a start tag, as stretches of the page.</summary>
internal struct HtmlAttributes(string page, TextSpan tag)
{
    private int _at = NameEnd(page, tag);

    public (TextSpan Name, TextSpan Value) Current { get; private set; }

    public readonly HtmlAttributes GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < tag.End && (char.IsWhiteSpace(page[_at]) || page[_at] is '/' or '"' or '\'' or '='))
        {
            _at++;
        }

        var start = _at;
        while (_at < tag.End && !char.IsWhiteSpace(page[_at]) && page[_at] is not ('=' or '/' or '>'))
        {
            _at++;
        }

        if (_at == start)
        {
            return false;
        }

        var name = TextSpan.FromBounds(start, _at);
        Current = (name, Value());
        return true;
    }

    private TextSpan Value()
    {
        var at = Blanks(_at);
        if (at >= tag.End || page[at] != '=')
        {
            return new TextSpan(_at, 0);
        }

        at = Blanks(at + 1);
        if (at < tag.End && page[at] is '"' or '\'')
        {
            var close = page.IndexOf(page[at], at + 1, tag.End - at - 1);
            var end = close < 0 ? tag.End : close;
            _at = Math.Min(tag.End, end + 1);
            return TextSpan.FromBounds(at + 1, end);
        }

        var stop = at;
        while (stop < tag.End && !char.IsWhiteSpace(page[stop]) && page[stop] != '>')
        {
            stop++;
        }

        _at = stop;
        return TextSpan.FromBounds(at, stop);
    }

    private readonly int Blanks(int at)
    {
        while (at < tag.End && char.IsWhiteSpace(page[at]))
        {
            at++;
        }

        return at;
    }

    private static int NameEnd(string page, TextSpan tag)
    {
        var at = tag.Start;
        while (at < tag.End && (char.IsLetterOrDigit(page[at]) || page[at] is '-' or ':' or '_'))
        {
            at++;
        }

        return at;
    }
}
