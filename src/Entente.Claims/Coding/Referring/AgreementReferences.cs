using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Referring;

/// <summary>
/// "the treaty", "the deal", "the nuclear pact" → the agreement named before, by the kinds of data/agreement-nouns.tsv. A noun that its own words complete ("the treaty on fishing")
/// and one behind an agreement without a name ("signed a deal … the deal") is left alone; so is one that may mean two.
/// </summary>
internal sealed class AgreementReferences
{
    private const int Reach = 4;
    private readonly Dictionary<string, HashSet<string>> _kinds;

    private AgreementReferences(Dictionary<string, HashSet<string>> kinds) => _kinds = kinds;

    public static AgreementReferences Load() => new(Table.Shipped("agreement-nouns").Rows
        .ToDictionary(r => r.Required("noun"), r => r.List("kinds").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The agreements that a document names, and the words that stand for them, in text order.</summary>
    public IReadOnlyList<AgreementMention> Find(Findings findings)
    {
        if (findings.Agreements.Count == 0 || findings.Analyzed.Tokens.Count == 0)
        {
            return findings.Agreements;
        }

        var tree = findings.Tree;
        var tokens = findings.Analyzed.Tokens;
        var all = new List<AgreementMention>();
        var (next, unnamed) = (0, -1);
        for (var token = 0; token < tokens.Count; token++)
        {
            while (next < findings.Agreements.Count && findings.Agreements[next].Span.Start <= tokens[token].Span.Start)
            {
                all.Add(findings.Agreements[next++]);
            }

            if (tokens[token].Upos is not ("NOUN" or "PROPN") || !_kinds.TryGetValue(tokens[token].Lemma.ToLowerInvariant(), out var kinds) || all.Exists(a => a.Span.Contains(tokens[token].Span)))
            {
                continue;
            }

            if (Meant(findings, tree, token, kinds, all, unnamed) is { } meant)
            {
                all.Add(meant);
            }
            else
            {
                unnamed = token;
            }
        }

        return all;
    }

    private static AgreementMention? Meant(Findings findings, Tree tree, int noun, HashSet<string> kinds, List<AgreementMention> before, int unnamed)
    {
        var fitting = before.FindAll(a => kinds.Contains(a.Kind) && IsPlain(findings, tree, noun, a.Name));
        if (fitting.Count == 0 || (unnamed >= 0 && findings.Analyzed.Tokens[unnamed].Span.Start > fitting[^1].Span.Start))
        {
            return null;
        }

        var near = fitting.FindAll(a => findings.TokenAt(a.Span.Start) is { } at && tree.Sentence(noun) - tree.Sentence(at) <= Reach);
        var chosen = near.Count > 0 ? near : fitting;
        return chosen.TrueForAll(a => a.Id == chosen[0].Id)
            ? chosen[^1] with { Span = findings.Analyzed.Tokens[noun].Span, Via = "noun", Antecedent = chosen[^1].Antecedent ?? chosen[^1].Span } : null;
    }

    /// <summary>Definite, and without words of its own but those of the name: "the nuclear deal" is the Iran nuclear deal.</summary>
    private static bool IsPlain(Findings findings, Tree tree, int noun, string name)
    {
        var definite = false;
        foreach (var child in tree.Children(noun))
        {
            var form = findings.Analyzed.Tokens[child].Span.In(findings.Text);
            if (tree.Is(child, "det"))
            {
                definite = form is "the" or "The" or "this" or "This";
            }
            else if (!(tree.Is(child, "case") || tree.Is(child, "punct") || ((tree.Is(child, "amod") || tree.Is(child, "compound")) && name.Contains(form, StringComparison.OrdinalIgnoreCase))))
            {
                return false;
            }
        }

        return definite && !tree.Is(noun, "compound") && !tree.Is(noun, "appos") && !tree.Is(noun, "conj");
    }
}
