namespace Entente.Claims.Analyzing;

/// <summary>Which line breaks of the text end a sentence and which only wrap it.</summary>
internal static class LineBreaks
{
    /// <summary>Lines of hard-wrapped text are between these lengths.</summary>
    private const int ShortestWrapped = 50, LongestWrapped = 100;

    /// <summary>Whether a sentence ends with the line between two words that follow each other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">The word before.</param>
    /// <param name="after">The word after.</param>
    /// <param name="always">Whether every line is a sentence.</param>
    /// <param name="width">Characters to which the text is wrapped; 0 when that is not known.</param>
    public static bool Ends(string text, TextSpan before, TextSpan after, bool always, int width = 0)
    {
        var gap = text.AsSpan(before.End, after.Start - before.End);
        var first = gap.IndexOfAny("\n\r\u2028\u2029");
        if (first < 0)
        {
            return false;
        }

        return always || IsBlankLine(gap[first..]) || (width > 0 ? !IsWrapped(text, before, after, width) : !IsWrapped(text, before, after));
    }

    /// <summary>
    /// The width to which the lines of a text are wrapped: its longest line, where that is between 50 and 100 characters and nearly all lines that something
    /// follows are full, as the first word after them would not have fitted; 0 when it is not wrapped, or too short to tell.
    /// </summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        int width = 0, lines = 0, full = 0;
        foreach (var line in text.EnumerateLines())
        {
            var length = line.TrimEnd().Length;
            width = line.TrimEnd().Contains(' ') ? Math.Max(width, length) : width;
        }

        if (width is < ShortestWrapped or > LongestWrapped)
        {
            return 0;
        }

        var before = 0;
        foreach (var line in text.EnumerateLines())
        {
            var words = line.Trim();
            if (before > 0 && words.Length > 0)
            {
                lines++;
                full += before + 1 + FirstWord(words) > width ? 1 : 0;
            }

            before = words.Length == 0 ? 0 : line.TrimEnd().Length;
        }

        return lines >= 3 && full * 2 > lines ? width : 0;
    }

    /// <summary>In a wrapped text a line goes on in the next when that begins in lower case, or its first word would not have fitted; items of a list begin anew.</summary>
    private static bool IsWrapped(string text, TextSpan before, TextSpan after, int width)
    {
        if (char.IsLower(text[after.Start]))
        {
            return true;
        }

        if (text[after.Start] is '•' or '●' or '■' or '*' or '-' && after.End < text.Length && text[after.End] == ' ')
        {
            return false;
        }

        var line = before.End - 1;
        while (line >= 0 && before.End - line <= width && text[line] != '\n')
        {
            line--;
        }

        return before.End - line - 1 + 1 + FirstWord(text.AsSpan(after.Start, Math.Min(text.Length - after.Start, width + 1))) > width;
    }

    /// <summary>Characters as far as the first space.</summary>
    private static int FirstWord(ReadOnlySpan<char> line) => line.IndexOfAny(" \t\n\r") is var space and >= 0 ? space : line.Length;

    private static bool IsBlankLine(ReadOnlySpan<char> gap)
    {
        var breaks = gap.Count('\n');
        return Math.Max(breaks, gap.Count('\r')) > 1 || gap.ContainsAny('\u2028', '\u2029');
    }

    /// <summary>A sentence goes on in the next line when that begins in lower case, or when this line is as long as a wrapped one and does not end in a full stop.</summary>
    private static bool IsWrapped(string text, TextSpan before, TextSpan after)
    {
        if (char.IsLower(text[after.Start]) || text[before.End - 1] == ',')
        {
            return true;
        }

        var line = before.End - 1;
        while (line >= 0 && before.End - line <= LongestWrapped && text[line] is not ('\n' or '\r'))
        {
            line--;
        }

        var length = before.End - line - 1;
        return length is >= ShortestWrapped and < LongestWrapped && text[before.End - 1] is not ('.' or '!' or '?' or '"' or '”' or ')' or '…' or ':');
    }
}
