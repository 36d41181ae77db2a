using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Marks the claims that say of a person that he did wrong (data/wrongdoing.tsv), each with the denials of the page: by himself, or by his lawyer, spokesman or office.
/// </summary>
public sealed class AllegationFinder
{
    private readonly AccusedFinder _accused;
    private readonly DenialFinder _denials;

    private AllegationFinder(WrongWords words) => (_accused, _denials) = (new AccusedFinder(words), new DenialFinder(words));

    /// <summary>A finder with the table that ships.</summary>
    public static AllegationFinder Load() => new(WrongWords.Load());

    /// <summary>The claims of a document, those that are allegations marked as such.</summary>
    /// <param name="isWord">Whether force that a claim lays to a person is somebody's word, also where no source says it: so it is of claims that somebody else than the article made.</param>
    public IReadOnlyList<Claim> Mark(Findings findings, IReadOnlyList<Claim> claims, bool isWord = false)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(claims);
        var tree = new Lazy<Tree>(() => Tree.Of(findings.Analyzed));
        var accused = claims.Select(c => _accused.Of(findings, tree, c, isWord)).ToArray();
        if (accused.All(a => a.Count == 0))
        {
            return claims;
        }

        var wrongs = claims.Where((_, i) => accused[i].Count > 0).ToHashSet(ReferenceEqualityComparer.Instance);
        var denials = _denials.Find(findings, tree.Value, claims, wrongs.Contains);
        return [.. claims.Select((c, i) => accused[i].Count == 0 ? c : c with { Allegation = new Allegation(accused[i]) { Denials = Denials(findings, denials, c, accused[i], wrongs.Contains) } })];
    }

    /// <summary>One denial a sentence: that which is a claim, if any is.</summary>
    private IReadOnlyList<Denial> Denials(Findings findings, IReadOnlyList<Said> denials, Claim claim, IReadOnlyList<ActorMention> against, Func<Claim, bool> isWrong) =>
        [.. denials.Where(d => _denials.Answers(findings, d, claim, against, isWrong)).Select(d => d.Denial())
            .GroupBy(d => d.Evidence).Select(g => g.FirstOrDefault(d => d.Claim is not null) ?? g.First())];
}
