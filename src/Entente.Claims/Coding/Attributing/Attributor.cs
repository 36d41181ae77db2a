using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// Text → who says what, with the chain from the publisher to each source. Cues and clauses come from the trees, direct speech from the quotation marks,
/// and what a whole passage is taken from ("Via X", "X reports:") from the page. Nobody is a source but those whom the article names.
/// </summary>
public sealed class Attributor
{
    private const int LongestHeadline = 130;

    private readonly Cues _cues;
    private readonly Signatures _signatures = Signatures.Load();
    private readonly SourceNouns _nouns = SourceNouns.Load();

    private Attributor(OwnCues own) => _cues = Cues.Load(own);

    public static Attributor Load() => Load(OwnCues.None);

    /// <summary>With cues of the user's own, which come before ours.</summary>
    public static Attributor Load(OwnCues own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new Attributor(own);
    }

    /// <summary>The attributions in text order of their cues.</summary>
    public IReadOnlyList<Attribution> Find(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var document = findings.Analyzed;
        if (document.Tokens.Count == 0)
        {
            return [];
        }

        var tree = findings.Tree;
        var spans = new Spans(tree);
        var paragraphs = Quotations.Paragraphs(document.Document);
        var drafts = FromCues(tree, spans, TokensOf(findings, findings.Times.Select(t => t.Span)), TokensOf(findings, findings.Actors.Select(a => a.Span)));
        var turns = new List<Draft>();
        Turns.Add(document, paragraphs, turns);
        drafts.RemoveAll(d => turns.Exists(t => t.Start == d.Start));
        var speaking = drafts.Where(d => d is { Speaks: true, SourceToken: not null, CueToken: >= 0 }).ToLookup(d => tree.Sentence(d.SourceToken!.Value));
        drafts.RemoveAll(d => Describes(tree, d, speaking));
        Part(drafts);
        new Speakers(tree, spans, paragraphs, Unsigned(Quotations.Find(document.Text, paragraphs), turns)).Attach(drafts);
        drafts.AddRange(turns);
        var names = new SourceNames(findings, tree, _nouns);
        Provenance.Add(document, names, drafts);
        drafts.RemoveAll(d => d.Content.Count == 0);
        drafts.Sort((a, b) => a.Start.CompareTo(b.Start));
        return Chains.Of(findings, names, drafts);
    }

    /// <summary>A first short line that stands alone, where a text without mark-up has its headline.</summary>
    private static bool IsHeadline(AnalyzedDocument document, Sentence sentence) => sentence.FirstToken == 0
        && document.Text.IndexOf('\n', document.Tokens[0].Span.Start) is >= 0 and < LongestHeadline;

    /// <summary>"A teacher *who supports the strike* said …": what somebody wants or likes only tells which one speaks.</summary>
    private static bool Describes(Tree tree, Draft draft, ILookup<int, Draft> speaking) => draft is { CueToken: >= 0, Speaks: false, IsClause: false, Gives: Readings.None }
        && speaking[tree.Sentence(draft.CueToken)].Any(d => d.SourceToken is { } source && source < draft.CueToken && d.CueToken != draft.CueToken
            && tree.IsUnder(draft.CueToken, source) && !tree.IsUnder(d.CueToken, source));

    /// <summary>"Hall said the bridge was safe, *according to the paper*": the phrase that closes a content is not part of it.</summary>
    private static void Part(List<Draft> drafts)
    {
        foreach (var phrase in drafts.Where(d => d.IsPhrase).ToArray())
        {
            foreach (var draft in drafts.Where(d => d != phrase && phrase.Content.Exists(c => c.Contains(d.Start))))
            {
                for (var i = 0; i < draft.Content.Count; i++)
                {
                    if (draft.Content[i].Contains(phrase.Start) && draft.Content[i].Start < phrase.Start && phrase.Source[^1].End >= draft.Content[i].End)
                    {
                        draft.Content[i] = TextSpan.FromBounds(draft.Content[i].Start, Math.Max(draft.Content[i].Start + 1, phrase.Before));
                    }
                }
            }
        }
    }

    /// <summary>The quotations whose speaker the layout does not tell.</summary>
    private static List<Quotation> Unsigned(List<Quotation> quotations, List<Draft> turns)
    {
        quotations.RemoveAll(q => turns.Exists(t => q.Span.Contains(t.Source[0].Start) || t.Holds(q.Span)));
        return quotations;
    }

    private List<Draft> FromCues(Tree tree, Spans spans, HashSet<int> times, HashSet<int> actors)
    {
        var drafts = new List<Draft>();
        var clauses = new ClauseCues(tree, _cues, _signatures, _nouns, spans, times, actors);
        var phrases = new PhraseCues(tree, _cues, _nouns, spans);
        foreach (var sentence in tree.Document.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (clauses.At(i) is { } draft && (draft.SourceToken is not null || draft.Gives.HasFlag(Readings.Rumoured)))
                {
                    drafts.Add(draft);
                }
            }

            phrases.Find(sentence, tree.Document.Document.Blocks[sentence.Block].Role is BlockRole.Title or BlockRole.Deck || IsHeadline(tree.Document, sentence), drafts);
        }

        return drafts;
    }

    /// <summary>The words in some stretches: of times, which nobody says ("the mayor said *Friday*"), and of actors, who can want and judge.</summary>
    private static HashSet<int> TokensOf(Findings findings, IEnumerable<TextSpan> stretches)
    {
        var tokens = new HashSet<int>();
        foreach (var span in stretches)
        {
            for (var i = findings.TokenAt(span.Start); i is { } token && token < findings.Analyzed.Tokens.Count && findings.Analyzed.Tokens[token].Span.Start < span.End; i = token + 1)
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }
}
