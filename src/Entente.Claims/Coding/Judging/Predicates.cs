using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>Which words tell of an event or state: verbs, nouns of action, and adjectives and nouns that are said of something.</summary>
internal static class Predicates
{
    public static bool Is(Tree tree, int token, EventNouns nouns)
    {
        var word = tree.Document.Tokens[token];
        return word.Upos switch
        {
            "VERB" => !word.Xpos.StartsWith("NNP", StringComparison.Ordinal) && !tree.Is(token, "case") && !tree.Is(token, "mark") && !tree.Is(token, "compound"),
            "AUX" => !tree.Is(token, "aux") && !tree.Is(token, "cop"),
            "NOUN" => tree.Has(token, "cop") || nouns.Contains(word.Lemma),
            "PROPN" or "PRON" => tree.Has(token, "cop"),
            "ADJ" => tree.Has(token, "cop") || Frames.Base(word.Deprel) is "root" or "ccomp" or "xcomp" or "advcl" or "parataxis" or "acl" || IsJoinedPredicate(tree, token),
            _ => false,
        };
    }

    private static bool IsJoinedPredicate(Tree tree, int token) =>
        tree.Is(token, "conj") && tree.Head(token) is { } first && (tree.Has(first, "cop") || tree.Document.Tokens[first].Upos == "VERB");
}
