using Entente.Record;

namespace Entente.Cli;

/// <summary>An allegation in words: against whom, who makes it, by which chain, how it is told, and what denies it. Wherever a claim is listed these lines stand under it.</summary>
internal static class AllegationText
{
    /// <summary>Nothing for a claim that is no allegation.</summary>
    /// <param name="indent">What each line begins with.</param>
    public static IEnumerable<string> Lines(ClaimRow claim, string indent = "    ")
    {
        if (claim.Allegation is not { } allegation)
        {
            yield break;
        }

        yield return $"{indent}alleged {Against(claim, allegation)}; says {Chain(claim)}; told as {claim.Told}; {(allegation.Denials.Count == 0 ? "no denial found in the document" : "denied in the document:")}";
        foreach (var denial in allegation.Denials)
        {
            yield return indent + "  " + Denial(denial);
        }
    }

    /// <summary>"against Anna Berg, by Prosecutors".</summary>
    public static string Against(ClaimRow claim, AllegationRow allegation) =>
        "against " + string.Join(", ", allegation.Against.Select(a => a.Name)) + ", by " + (claim.Accusers.Count == 0 ? "nobody named" : string.Join(", ", claim.Accusers));

    /// <summary>Who denies, the sentence, and the claim that it is coded as.</summary>
    public static string Denial(DenialRow denial) =>
        (denial.By is null ? "" : denial.By + ": ") + "“" + string.Join(' ', denial.Sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + "”" + (denial.Claim is null ? "" : $" (claim {denial.Claim})");

    private static string Chain(ClaimRow claim) => claim.Chain.Links.Count == 0 ? "the article (its publisher is not known)" : claim.Chain.ToString();
}
