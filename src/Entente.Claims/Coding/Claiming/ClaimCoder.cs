namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Findings → claims of kind membership, agreement, label, role and position, each by a finder that reads its tables.
/// </summary>
public sealed class ClaimCoder
{
    private readonly PhraseNouns _nouns = PhraseNouns.Load();
    private readonly RoleFinder _roles = RoleFinder.Load();
    private readonly MembershipFinder _memberships = MembershipFinder.Load();
    private readonly AgreementFinder _agreements;
    private readonly LabelFinder _labels = LabelFinder.Load();
    private readonly PositionFinder _positions;

    private ClaimCoder(OwnPropositions own) => (_agreements, _positions) = (AgreementFinder.Load(_nouns), PositionFinder.Load(own));

    /// <summary>A coder of these claims with the tables that ship and the user's own propositions.</summary>
    public static ClaimCoder Load(OwnPropositions own) => new(own);

    public IEnumerable<Claim> Code(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var reader = new ElementReader(findings, _nouns);
        List<SentenceView> sentences = [.. findings.Analyzed.Sentences.Select(s => new SentenceView(findings, findings.Tree, s, reader.Read(s)))];
        return
        [
            .. _roles.Find(sentences),
            .. sentences.SelectMany(_memberships.Find),
            .. _agreements.Find(sentences),
            .. sentences.SelectMany(_labels.Find),
            .. sentences.SelectMany(_positions.Find),
        ];
    }
}
