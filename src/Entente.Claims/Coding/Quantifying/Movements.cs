namespace Entente.Claims.Coding.Quantifying;

/// <summary>Two levels of one sentence that tell a change: "rose from $107 billion in 2018 to $190 billion", "to $190 billion, up from $107 billion". The later level keeps both.</summary>
internal static class Movements
{
    private const int Farthest = 60;

    public static void Join(string text, List<Quantity> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (first, second) = (found[i - 1], found[i]);
            var between = text.AsSpan(first.Span.End, Math.Max(0, second.Span.Start - first.Span.End));
            if (first.Value is null || second.Value is null || first.Unit is null || first.Unit != second.Unit || first.High is not null || second.High is not null || between.Length > Farthest || between.ContainsAny('.', ';'))
            {
                continue;
            }

            if (Follows(text, first, "from") && Follows(text, second, "to"))
            {
                found[i] = Moved(second, first);
            }
            else if (Follows(text, second, "from") && (Follows(text, first, "to") || between.Contains("up from", StringComparison.Ordinal) || between.Contains("down from", StringComparison.Ordinal)))
            {
                found[i - 1] = Moved(first, second);
            }
        }
    }

    private static Quantity Moved(Quantity level, Quantity before) =>
        level with { From = before.Value, To = level.Value, Change = level.Value > before.Value ? "up" : level.Value < before.Value ? "down" : level.Change };

    /// <summary>Whether a quantity stands right after a word, "a record", "just" and the like between them left out.</summary>
    private static bool Follows(string text, Quantity quantity, string word)
    {
        var before = text.AsSpan(0, quantity.Span.Start).TrimEnd();
        foreach (var filler in (ReadOnlySpan<string>)[" record", " new", " a", " an", " about", " just", " only", " nearly", " almost", " some", " around", " more than", " over", " under", " less than"])
        {
            before = before.EndsWith(filler, StringComparison.OrdinalIgnoreCase) ? before[..^filler.Length].TrimEnd() : before;
        }

        return before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)]));
    }
}
