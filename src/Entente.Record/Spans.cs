namespace Entente.Record;

/// <summary>How wide a time may be, in days, to tell of one occasion, or of one year.</summary>
internal static class Spans
{
    /// <summary>"In March" may be the visit of 21 March; what is wider tells of no single day.</summary>
    public const int Month = 31;

    /// <summary>What is wider tells of no single year.</summary>
    public const int Year = 366;
}
