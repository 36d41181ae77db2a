using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Attributing;
using Entente.Claims.Coding.Claiming;
using Entente.Claims.Coding.Dating;
using Entente.Claims.Coding.Eventing;
using Entente.Claims.Coding.Judging;
using Entente.Claims.Coding.Naming;
using Entente.Claims.Coding.Quantifying;
using Entente.Claims.Coding.Referring;
using Entente.Claims.Coding.Timing;
using Entente.Claims.Reading;

namespace Entente.Claims.Coding;

/// <summary>
/// Codes pages: the passes below, in this order, each reading what the earlier ones found. A coder holds tables and a model and no other state,
/// so one serves any number of threads.
/// </summary>
public sealed class Coder
{
    private readonly Analyzer _analyzer;
    private readonly TimeTagger _times = TimeTagger.Load();
    private readonly Eras _eras = Eras.Load();
    private readonly Dater _dates;
    private readonly Namer _names;
    private readonly Referrer _references;
    private readonly Quantifier _quantities = Quantifier.Load();
    private readonly Judge _judge = Judge.Load();
    private readonly Attributor _attributions;
    private readonly EventCoder _events;
    private readonly FigureCoder _figures = FigureCoder.Load();
    private readonly ClaimCoder _claims;
    private readonly RebuttalFinder _rebuttals = RebuttalFinder.Load();
    private readonly AllegationFinder _allegations = AllegationFinder.Load();

    private Coder(Analyzer analyzer, OwnActors own, OwnFrames frames, OwnCues cues, OwnPropositions propositions)
    {
        _analyzer = analyzer;
        (Own, Frames, Cues, Propositions) = (own, frames, cues, propositions);
        _claims = ClaimCoder.Load(propositions);
        _attributions = Attributor.Load(cues);
        _events = EventCoder.Load(frames);
        _names = Namer.Load(own);
        _dates = Dater.Load(_times, _names);
        _references = Referrer.Load(_names);
    }

    /// <summary>A coder with the tables and the model that ship with the library.</summary>
    public static Coder Load() => Load(AnalysisDepth.Trees, OwnActors.None);

    /// <summary>A coder of a depth, with the user's own actors.</summary>
    public static Coder Load(AnalysisDepth depth, OwnActors own) => Load(depth, own, OwnFrames.None);

    /// <summary>A coder of a depth, with the user's own actors and words of action.</summary>
    public static Coder Load(AnalysisDepth depth, OwnActors own, OwnFrames frames) => Load(depth, own, frames, OwnCues.None);

    /// <summary>A coder of a depth, with the user's own actors, words of action and cues of attribution.</summary>
    public static Coder Load(AnalysisDepth depth, OwnActors own, OwnFrames frames, OwnCues cues) => Load(depth, own, frames, cues, OwnPropositions.None);

    /// <summary>A coder of a depth, with the user's own actors, words of action, cues of attribution and propositions.</summary>
    public static Coder Load(AnalysisDepth depth, OwnActors own, OwnFrames frames, OwnCues cues, OwnPropositions propositions)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(cues);
        ArgumentNullException.ThrowIfNull(propositions);
        return new Coder(Analyzer.Load(depth), own, frames, cues, propositions);
    }

    /// <summary>A coder that builds trees only of sentences that can carry a claim: faster, and with the same claims.</summary>
    public static Coder LoadFast() => Load(AnalysisDepth.Claims, OwnActors.None);

    /// <summary>How far it analyses sentences.</summary>
    public AnalysisDepth Depth => _analyzer.Depth;

    /// <summary>The user's own actors.</summary>
    public OwnActors Own { get; }

    /// <summary>The user's own words of action.</summary>
    public OwnFrames Frames { get; }

    /// <summary>The user's own cues of attribution.</summary>
    public OwnCues Cues { get; }

    /// <summary>The user's own propositions.</summary>
    public OwnPropositions Propositions { get; }

    /// <summary>The whole way of one page: read, analyse, code.</summary>
    public CodedPage Code(Page page) => Code(Reader.Read(page));

    /// <summary>Analyses and codes a page that has been read.</summary>
    public CodedPage Code(ReadPage page) => Code(_analyzer.Analyze(page));

    /// <summary>Codes an analysed page. Each document has a date of its own.</summary>
    public CodedPage Code(AnalyzedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        // dating asks the times of a text for its day, and timing that day for theirs: they are read once for both
        List<IReadOnlyList<BlockTimes>> times = [.. page.Documents.Select(_times.Read)];
        return new CodedPage(page.Read, [.. page.Documents.Zip(_dates.Date(page, times), times).Select(d => Code(d.First, d.Second, d.Third))]);
    }

    /// <summary>Codes again a document that was read and dated before, as a record keeps it: its text, its blocks and its day are taken as they stand.</summary>
    public CodedDocument Code(Document document, Publication? published)
    {
        var analyzed = _analyzer.Analyze(document);
        return Code(analyzed, new DatingResult(published, []), _times.Read(analyzed));
    }

    private CodedDocument Code(AnalyzedDocument document, DatingResult dating, IReadOnlyList<BlockTimes> times)
    {
        var findings = new Findings(document) { Published = dating.Published };
        findings = findings with { Times = TimeTagger.Tag(times, findings.Published), Eras = _eras.Find(document.Text) };
        var names = _names.Find(document, findings.Published);
        findings = findings with { Actors = names.Actors, Places = names.Places, Agreements = names.Agreements, OfficeDay = names.Day };
        findings = findings with { Actors = _references.Find(findings), Agreements = _references.FindAgreements(findings) };
        findings = findings with { Quantities = _quantities.Find(document, findings.Times) };
        findings = findings with { Predicates = _judge.Find(findings.Tree) };
        findings = findings with { Attributions = _attributions.Find(findings) };
        Claim[] claims = [.. _events.Code(findings), .. _figures.Code(findings), .. _claims.Code(findings)];
        claims = [.. claims, .. _rebuttals.Find(findings, claims)];
        return new CodedDocument(document)
        {
            Published = findings.Published,
            Times = findings.Times,
            Actors = findings.Actors,
            Places = findings.Places,
            Agreements = findings.Agreements,
            Quantities = findings.Quantities,
            Predicates = findings.Predicates,
            Attributions = findings.Attributions,
            Claims = [.. _allegations.Mark(findings, claims).DistinctBy(c => c.Id, StringComparer.Ordinal).OrderBy(c => c.Evidence).ThenBy(c => c.Kind).ThenBy(c => c.Id, StringComparer.Ordinal)],
            SilencesWhenAsked = () => [.. _events.Silences(findings, claims)],
            Problems = [.. document.Document.Problems, .. dating.Problems, .. TooLong(document.Document)],
        };
    }

    private static IEnumerable<Problem> TooLong(Document document)
    {
        if (document.Text.Length > AnalyzedDocument.MostCharacters && document.Blocks.FirstOrDefault(b => b.HoldsClaims && b.Span.End > AnalyzedDocument.MostCharacters) is { } first)
        {
            yield return new Problem(ProblemCodes.TooLarge, $"The document is longer than 1,000,000 characters: nothing is coded from here on; split it, if the rest matters.", first.Span);
        }
    }
}
