namespace Entente.Claims.Coding.Attributing;

/// <summary>Contents behind somebody who is told.</summary>
internal sealed partial class ClauseCues
{
    /// <summary>"told the council *that the bridge was shut*": parsers take what the hearer is told for a relative clause about the hearer.</summary>
    private bool FromHearer(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if (Row(rows, "hearer") is not { } row || (tree.Child(token, "iobj") ?? tree.Child(token, "obj")) is not { } hearer || hearer < token)
        {
            return false;
        }

        var told = tree.Children(hearer).ToArray().Any(c => tree.Is(c, "acl") && tree.LeftEdge(c) == hearer + 1)
            && hearer + 1 < _tokens.Count && tree.Document.Form(hearer + 1) is "that";
        if (!told)
        {
            return false;
        }

        var last = tree.Document.Sentences[tree.Sentence(token)].EndToken - 1;
        while (last > hearer + 1 && _tokens[last].Upos == "PUNCT")
        {
            last--;
        }

        var content = new List<TextSpan>();
        spans.Add(content, hearer + 1, last);
        return Take(draft, row, content);
    }
}
