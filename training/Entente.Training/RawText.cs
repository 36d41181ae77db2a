using System.Text;
using Entente.Claims;

namespace Entente.Training;

/// <summary>Puts the sentences of a treebank's document together again into the text that they were cut from.</summary>
internal sealed record RawText(Document Document, Dictionary<TextSpan, (TextSpan Head, string Deprel)> Words, HashSet<TextSpan> Sentences)
{
    public static RawText Of(IReadOnlyList<GoldSentence> sentences)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var words = new Dictionary<TextSpan, (TextSpan, string)>();
        var spans = new HashSet<TextSpan>();
        var blockStart = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.NewParagraph && text.Length > blockStart)
            {
                blocks.Add(Body(blockStart, text.Length));
                blockStart = text.Length;
            }

            var shift = text.Length;
            TextSpan At(int i) => sentence.Spans[i] with { Start = sentence.Spans[i].Start + shift };
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                words[At(i)] = (sentence.Words[i].Head < 0 ? default : At(sentence.Words[i].Head), sentence.Words[i].Deprel);
            }

            spans.Add(TextSpan.FromBounds(At(0).Start, At(sentence.Words.Length - 1).End));
            text.Append(sentence.Text);
        }

        blocks.Add(Body(blockStart, text.Length));
        return new RawText(new Document("raw", text.ToString(), blocks), words, spans);
    }

    private static Block Body(int start, int end) => new(TextSpan.FromBounds(start, end), BlockRole.Body, TextSpan.FromBounds(start, end));
}
