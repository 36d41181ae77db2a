using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// Text → who says what, with the chain from the publisher to each source. Cues and clauses come from the trees, direct speech from the quotation marks,
/// and what a whole passage is taken from ("Via X", "X reports:") from the page. Nobody is a source but those whom the article names.
/// </summary>
public sealed class Attributor
{
    private readonly Cues _cues = Cues.Load();
    private readonly Signatures _signatures = Signatures.Load();
    private readonly SourceNouns _nouns = SourceNouns.Load();

    private Attributor()
    {
    }

    public static Attributor Load() => new();

    /// <summary>The attributions in text order of their cues.</summary>
    public IReadOnlyList<Attribution> Find(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var document = findings.Analyzed;
        if (document.Tokens.Count == 0)
        {
            return [];
        }

        var tree = Tree.Of(document);
        var spans = new Spans(tree);
        var paragraphs = Quotations.Paragraphs(document.Document);
        var drafts = FromCues(tree, spans, TokensOf(findings));
        new Speakers(tree, spans, paragraphs, Quotations.Find(document.Text, paragraphs)).Attach(drafts);
        var names = new SourceNames(findings, tree, _nouns);
        Provenance.Add(document, names, drafts);
        drafts.RemoveAll(d => d.Content.Count == 0);
        drafts.Sort((a, b) => a.Start.CompareTo(b.Start));
        return Chains.Of(findings, names, drafts);
    }

    private List<Draft> FromCues(Tree tree, Spans spans, HashSet<int> times)
    {
        var drafts = new List<Draft>();
        var clauses = new ClauseCues(tree, _cues, _signatures, _nouns, spans, times);
        var phrases = new PhraseCues(tree, spans);
        foreach (var sentence in tree.Document.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (clauses.At(i) is { } draft && (draft.SourceToken is not null || draft.Gives.HasFlag(Readings.Rumoured)))
                {
                    drafts.Add(draft);
                }
            }

            phrases.Find(sentence, tree.Document.Document.Blocks[sentence.Block].Role is BlockRole.Title or BlockRole.Deck, drafts);
        }

        return drafts;
    }

    /// <summary>The words of time expressions, which nobody says: "the mayor said *Friday*".</summary>
    private static HashSet<int> TokensOf(Findings findings)
    {
        var tokens = new HashSet<int>();
        foreach (var time in findings.Times)
        {
            for (var i = findings.TokenAt(time.Span.Start); i is { } token && token < findings.Analyzed.Tokens.Count && findings.Analyzed.Tokens[token].Span.Start < time.Span.End; i = token + 1)
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }
}
