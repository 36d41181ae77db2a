using System.Text;

namespace Entente.Claims.Scoring;

/// <summary>A text of gold and what the coder made of it, claim by claim.</summary>
public sealed record ItemScore(GoldItem Item, IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>Claims from words that nothing may be claimed from, by those words; all of Item.Furniture stand here.</summary>
    public IReadOnlyDictionary<string, int> Furniture { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether the first document's day is the one expected; null when that is left open.</summary>
    public bool? IsDated { get; init; }

    /// <summary>Whether all that gold asserts is right and no event is too many.</summary>
    public bool IsRight => IsDated != false && Comparisons.All(c => c.IsRight) && Furniture.Values.All(n => n == 0);

    /// <summary>The events of one type alone.</summary>
    public ItemScore Only(EventType type) => this with { Comparisons = [.. Comparisons.Where(c => (c.Expected?.Type ?? (c.Got?.Body as EventMention)?.Type) == type)] };

    /// <summary>What is wrong, a line each: expected, got, and which parts differ.</summary>
    public string Explain()
    {
        var text = new StringBuilder();
        foreach (var comparison in Comparisons.Where(c => !c.IsRight))
        {
            var wrong = comparison.Aspects.Where(a => !a.Value).Select(a => a.Key.ToString().ToLowerInvariant()).ToList();
            text.Append(comparison.IsMissed ? "missed" : comparison.IsTooMany ? "too many" : "wrong " + string.Join(", ", wrong)).Append('\n');
            text.Append(comparison.Expected is { } expected ? $"  expected  {expected.Text}\n" : "");
            text.Append(comparison.Got is { } got ? $"  got       {ClaimNotation.Write(got, comparison.Document!.Document.Text)}\n" : "");
        }

        foreach (var passage in Furniture.Where(f => f.Value > 0))
        {
            text.Append($"{passage.Value} claimed from furniture\n  {passage.Key}\n");
        }

        return text.Append(IsDated == false ? $"wrong date\n  expected  {Item.Published}\n" : "").ToString();
    }
}
