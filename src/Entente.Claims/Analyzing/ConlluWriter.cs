using System.Text;

namespace Entente.Claims.Analyzing;

/// <summary>Writes the sentences of an analysed document in CoNLL-U: with their text, paragraphs, ranges of words that share a token, and where no space follows.</summary>
internal sealed class ConlluWriter(AnalyzedDocument document, TextWriter output)
{
    private readonly byte[] _names = Marks(document);

    /// <summary>Writes all sentences; the first is numbered one more than <paramref name="number"/>.</summary>
    public void Write(ref int number)
    {
        var block = -1;
        foreach (var sentence in document.Sentences)
        {
            output.Write(sentence.Block != block ? "# newpar\n" : "");
            block = sentence.Block;
            output.Write($"# sent_id = {++number}\n# text = {Text(sentence)}\n");
            for (var i = sentence.FirstToken; i < sentence.EndToken;)
            {
                i = WriteToken(sentence, i);
            }

            output.Write('\n');
        }
    }

    /// <summary>Writes the token that word i begins, with all its words, and returns the word after it.</summary>
    private int WriteToken(Sentence sentence, int i)
    {
        var last = i;
        while (last + 1 < sentence.EndToken && IsJoined(last))
        {
            last++;
        }

        if (last > i)
        {
            var form = TextSpan.FromBounds(document.Tokens[i].Span.Start, document.Tokens[last].Span.End).In(document.Text);
            output.Write($"{i - sentence.FirstToken + 1}-{last - sentence.FirstToken + 1}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{SpaceAfter(last)}\n");
        }

        for (var k = i; k <= last; k++)
        {
            output.Write(Conllu.Row(k - sentence.FirstToken + 1, document.Form(k), document.Tokens[k], sentence.FirstToken, Conllu.Misc(_names[k], last > i ? "_" : SpaceAfter(k))));
        }

        return last + 1;
    }

    /// <summary>The words with one space where the text has any.</summary>
    private string Text(Sentence sentence)
    {
        var text = new StringBuilder();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            text.Append(document.Text, document.Tokens[i].Span.Start, document.Tokens[i].Span.Length);
            text.Append(i + 1 < sentence.EndToken && !IsGlued(i) ? " " : "");
        }

        return text.ToString();
    }

    /// <summary>The names of the document as marks of its words.</summary>
    private static byte[] Marks(AnalyzedDocument document)
    {
        var marks = new byte[document.Tokens.Count];
        foreach (var name in document.Names)
        {
            marks.AsSpan(name.FirstToken, name.TokenCount).Fill((byte)(((int)name.Kind * 2) + 2));
            marks[name.FirstToken]--;
        }

        return marks;
    }

    private string SpaceAfter(int i) => i + 1 < document.Tokens.Count && IsGlued(i) ? "SpaceAfter=No" : "_";

    private bool IsGlued(int i) => document.Tokens[i + 1].Span.Start == document.Tokens[i].Span.End;

    /// <summary>Whether a word and the next are parts of one token: letters on both sides of the cut ("cannot"), or a clitic after it ("don't", "states'").</summary>
    private bool IsJoined(int i)
    {
        if (!IsGlued(i))
        {
            return false;
        }

        var next = document.Tokens[i + 1];
        char before = document.Text[next.Span.Start - 1], after = document.Text[next.Span.Start];
        return char.IsLetter(before) && (char.IsLetter(after) || (CharKinds.IsApostrophe(after) && (next.Xpos == "POS" || next.Span.Length is 2 or 3)));
    }
}
