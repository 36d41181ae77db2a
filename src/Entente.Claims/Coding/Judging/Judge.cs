using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>
/// Trees → every word that tells of an event or state, with how it is told there. Values are composed from the root downwards
/// (Saurí and Pustejovsky 2012, De Facto; Lotan, Stern and Dagan 2013, TruthTeller).
/// </summary>
public sealed class Judge
{
    private readonly Signatures _signatures = Signatures.Load();
    private readonly EventNouns _nouns = EventNouns.Load();

    private Judge()
    {
    }

    public static Judge Load() => new();

    /// <summary>The predicates in text order; none when the document has no tokens.</summary>
    public IReadOnlyList<Predicate> Find(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Find(Tree.Of(document));
    }

    /// <summary>The same, of a document with its trees.</summary>
    internal IReadOnlyList<Predicate> Find(Tree tree)
    {
        var found = new List<Predicate>();
        var walk = new SentenceJudge(tree, _signatures, _nouns, found);
        foreach (var sentence in tree.Document.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (tree.Head(i) is null)
                {
                    walk.Judge(i);
                }
            }
        }

        found.Sort((a, b) => a.Token.CompareTo(b.Token));
        return found;
    }
}
