using Entente.Claims;

namespace Entente.Tests.Coding;

/// <summary>Sentences with trees written by hand, so that a rule is tested apart from the parser.</summary>
internal static class Parsed
{
    /// <summary>One sentence; each word is "form/lemma/UPOS/XPOS/head/relation", the head counted from 1, 0 for the root.</summary>
    public static AnalyzedDocument Of(string words)
    {
        var cells = words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('/')).ToArray();
        var text = string.Join(' ', cells.Select(c => c[0]));
        var tokens = new List<Token>();
        var at = 0;
        foreach (var c in cells)
        {
            var head = int.Parse(c[4]);
            tokens.Add(new Token(new TextSpan(at, c[0].Length), c[1], c[2], c[3], head == 0 ? null : head - 1, c[5]));
            at += c[0].Length + 1;
        }

        var whole = new TextSpan(0, text.Length);
        var document = new Document("parsed", text, [new Block(whole, BlockRole.Body, whole)]);
        return new AnalyzedDocument(document, [new Sentence(whole, 0, tokens.Count, 0)], tokens);
    }
}
