using Entente.Claims;

namespace Entente.Record.Asking;

/// <summary>Names of one agreement that differ in its parties alone: "trade pact", "trade pact with Norway", "the Norwegian trade pact".</summary>
internal static class AgreementNames
{
    private const int Stem = 4;

    private static readonly string[] Small = ["a", "an", "the", "of", "on", "in", "for", "with", "between", "and", "to", "s"];

    /// <summary>Whether what one name has more than the other are its parties.</summary>
    public static bool AreOne(ClaimRow a, ClaimRow b)
    {
        if (a.Kind != ClaimKind.Agreement || b.Kind != ClaimKind.Agreement)
        {
            return false;
        }

        var (one, other) = (Words(a.Words), Words(b.Words));
        var parties = a.Parties.Concat(b.Parties).SelectMany(p => Words(p.Actor.Name)).ToArray();
        return one.Intersect(other).Except(Small).Any() && one.Except(other).Concat(other.Except(one)).All(w => Small.Contains(w) || parties.Any(p => IsNear(p, w)));
    }

    /// <summary>A name and its adjective: "Norway" and "Norwegian".</summary>
    private static bool IsNear(string name, string word) => name.Length >= Stem && word.Length >= Stem ? string.CompareOrdinal(name, 0, word, 0, Stem) == 0 : name == word;

    private static string[] Words(string? text) => new string([.. (text ?? "").ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
