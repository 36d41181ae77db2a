namespace Entente.Claims.Coding.Quantifying;

/// <summary>Whether a figure is told as a record: "a record $190 billion", "which is a new record", "the lowest since 1998".</summary>
internal static class Records
{
    private const int Before = 45;
    private const int After = 60;

    /// <summary>"high" or "low"; null where it is told as no record. A figure that stands between the word and the quantity has the record.</summary>
    public static string? Of(string text, TextSpan sentence, TextSpan quantity)
    {
        var start = Math.Max(sentence.Start, quantity.Start - Before);
        var end = Math.Min(sentence.End, quantity.End + After);
        var before = text.AsSpan(start, quantity.Start - start);
        return Told(before[(before.LastIndexOfAnyInRange('0', '9') + 1)..]) ?? Told(Own(text.AsSpan(quantity.End, end - quantity.End)));
    }

    /// <summary>What follows up to the next figure; "to a record $190 billion" is that figure's.</summary>
    private static ReadOnlySpan<char> Own(ReadOnlySpan<char> after)
    {
        var next = after.IndexOfAnyInRange('0', '9');
        if (next < 0)
        {
            return after;
        }

        var comma = after[..next].LastIndexOfAny(',', ';');
        var joint = after[..next].LastIndexOf(" to ", StringComparison.Ordinal);
        return joint > comma ? after[..joint] : after[..next].EndsWith("since ", StringComparison.Ordinal) || comma < 0 ? after[..next] : after[..comma];
    }

    private static string? Told(ReadOnlySpan<char> near)
    {
        if (Has(near, "record low") || Has(near, "lowest") || Has(near, "all-time low") || Has(near, "smallest") || Has(near, "least since") || Has(near, "fewest"))
        {
            return "low";
        }

        return HasWord(near, "record") || Has(near, "all-time high") || Has(near, "highest") || Has(near, "largest ever") || Has(near, "largest since") || Has(near, "most since") || Has(near, "biggest since") || Has(near, "biggest ever") || Has(near, "unprecedented") ? "high" : null;
    }

    private static bool Has(ReadOnlySpan<char> text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>"record" as a word, not "recorded" or "the records".</summary>
    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end >= text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }

            var next = text[end..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }
}
