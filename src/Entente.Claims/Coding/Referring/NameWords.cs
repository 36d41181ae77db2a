namespace Entente.Claims.Coding.Referring;

/// <summary>The words by which a name of no table is known again.</summary>
/// <param name="Words">The name with the capitalised words right before it that the tree cut off: "Broken Arrow" for "Arrow".</param>
/// <param name="IsWhole">Whether nothing was cut off.</param>
/// <param name="IsName">Whether the words are a name at all: "our new President", "the State" may be another one each time.</param>
internal readonly record struct NameWords(string Words, bool IsWhole, bool IsName)
{
    public static NameWords Of(Scene scene, Mention mention)
    {
        var (tokens, text) = (scene.Tokens, scene.Findings.Text);
        var first = scene.Findings.TokenAt(mention.Span.Start) ?? mention.Head;
        var start = first;
        while (IsPart(scene, start - 1, start))
        {
            start--;
        }

        var hyphened = mention.Span.End < text.Length - 1 && text[mention.Span.End] is '-' or '–' && char.IsLetter(text[mention.Span.End + 1]);
        var words = text[tokens[start].Span.Start..mention.Span.End];
        return new NameWords(words, start == first && !hyphened, !hyphened && words.Length > 1 && !IsCommon(scene, words));
    }

    /// <summary>A capitalised word that touches the name and is no title, no name of the tables and not just the first word of the sentence.</summary>
    private static bool IsPart(Scene scene, int token, int next)
    {
        if (token < 0 || scene.Tree.Sentence(token) != scene.Tree.Sentence(next))
        {
            return false;
        }

        var word = scene.Tokens[token];
        var form = scene.Form(token);
        var opens = token == 0 || scene.Tree.Sentence(token - 1) != scene.Tree.Sentence(token) || scene.Tokens[token - 1].Upos == "PUNCT";
        return char.IsUpper(form[0]) && form[^1] != '.' && word.Span.End + 1 == scene.Tokens[next].Span.Start && scene.Findings.Text[word.Span.End] == ' '
            && word.Upos is "PROPN" or "NOUN" or "ADJ" or "VERB" && !(opens && word.Upos != "PROPN") && scene.At(token) is not { Kind: MentionKind.Name, Named.Count: > 0 } && scene.Words.NounOf(form) is null;
    }

    /// <summary>One word that is a noun for persons and bodies.</summary>
    private static bool IsCommon(Scene scene, string words) => !words.Contains(' ', StringComparison.Ordinal) && scene.Words.NounOf(words) is not null;
}
