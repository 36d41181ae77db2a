using Entente.Claims.Coding;
using Entente.Claims.Coding.Claiming;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>A document as Entente reads it, which claims of others are held against.</summary>
public sealed class SecondReading
{
    private readonly Findings _findings;
    private readonly CodedDocument _coded;
    private readonly EventWords _words;
    private readonly AllegationFinder _allegations;

    internal SecondReading(CodedDocument coded, EventWords words, AllegationFinder allegations)
    {
        (_coded, _words, _allegations) = (coded, words, allegations);
        _findings = new Findings(coded.Analyzed)
        {
            Published = coded.Published, Times = coded.Times, Actors = coded.Actors, Places = coded.Places, Agreements = coded.Agreements,
            Quantities = coded.Quantities, Predicates = coded.Predicates, Attributions = coded.Attributions,
        };
    }

    /// <summary>Whether Entente itself makes a claim of this id.</summary>
    public bool Holds(string claim) => _coded.Claims.Any(c => c.Id == claim);

    /// <summary>Where the text seems to tell something else than a claim; empty where nothing speaks against it, which is no proof.</summary>
    public IReadOnlyList<Problem> Doubts(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return
        [
            .. ToldDoubts.Of(_findings, _coded.Claims, claim)
                .Concat(WordDoubts.Of(_findings, _coded.Claims, _words, claim))
                .Concat(PartyDoubts.Of(_findings, _coded.Claims, claim))
                .Concat(FigureDoubts.Of(_findings, _coded.Claims, claim))
                .Concat(TimeDoubts.Of(_findings, _coded.Claims, claim))
                .Select(message => new Problem(ProblemCodes.ClaimDoubted, message, claim.Evidence)),
        ];
    }

    /// <summary>
    /// The claims, those marked that say of a person that he did wrong, each with the denials of the page. Force that a claim lays to a person is its coder's word, whoever the coder is.
    /// </summary>
    public IReadOnlyList<Claim> Alleged(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        // Beside Entente's own, for a denial may be a claim
        return [.. _allegations.Mark(_findings, [.. _coded.Claims, .. claims.Select(c => c with { Allegation = null })], isWord: true).Skip(_coded.Claims.Count)];
    }
}
