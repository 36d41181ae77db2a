namespace Entente.Claims.Analyzing;

/// <summary>Which line breaks of the text end a sentence and which only wrap it.</summary>
internal static class LineBreaks
{
    /// <summary>Lines of hard-wrapped text are between these lengths.</summary>
    private const int ShortestWrapped = 50, LongestWrapped = 100;

    /// <summary>Whether a sentence ends with the line between two words that follow each other.</summary>
    public static bool Ends(string text, TextSpan before, TextSpan after, bool always)
    {
        var gap = text.AsSpan(before.End, after.Start - before.End);
        var first = gap.IndexOfAny("\n\r\u2028\u2029");
        if (first < 0)
        {
            return false;
        }

        return always || IsBlankLine(gap[first..]) || !IsWrapped(text, before, after);
    }

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
