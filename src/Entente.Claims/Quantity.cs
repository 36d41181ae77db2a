namespace Entente.Claims;

/// <summary>A number with its unit, and what it measures.</summary>
/// <param name="Value">The number; of a range the lower end; null when the words give none; "dozens" is a range from 12 to ten times as many.</param>
public sealed record Quantity(TextSpan Span, double? Value)
{
    /// <summary>The upper end of a range.</summary>
    public double? High { get; init; }

    /// <summary>ISO 4217 for money, "%", "pp", an SI or usual symbol, "a/b", or the head noun of what is counted; null for a bare number.</summary>
    public string? Unit { get; init; }

    /// <summary>"=", "~" (about), "&gt;", "&lt;", "up" or "down".</summary>
    public string Change { get; init; } = "=";

    public double? From { get; init; }

    public double? To { get; init; }

    /// <summary>What is measured, in the text's words ("trade", "exports to Russia").</summary>
    public TextSpan? Of { get; init; }

    /// <summary>The period it is for.</summary>
    public TimeExpression? Period { get; init; }
}
