namespace Entente.Claims.Coding.Dating;

/// <summary>Evidence of dates → the day or days of publication. The only pass that sets it.</summary>
public static class Dater
{
    /// <summary>Weighs the evidence of a document and of its siblings on the page; null when nothing tells.</summary>
    public static Publication? Date(AnalyzedDocument document, IReadOnlyList<AnalyzedDocument> siblings) => null;
}
