using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class AnnotatorTests
{
    private static readonly LanguageModel Model = LanguageModel.Shipped();

    [Fact]
    public void Sentences_are_analysed_alike_alone_and_together()
    {
        var (text, words, sentences) = Samples();
        var together = Annotated(new Annotator(Model, ClauseRepairs.Load()), text, words, sentences);
        foreach (var sentence in sentences)
        {
            var alone = Annotated(new Annotator(Model, ClauseRepairs.Load()), text, words, [sentence]);
            var all = sentence.FirstToken..sentence.EndToken;
            alone.Tokens[all].ShouldBe(together.Tokens[all]);
            alone.Names[all].ShouldBe(together.Names[all]);
        }
    }

    [Fact]
    public void What_was_met_before_changes_nothing()
    {
        var (text, words, sentences) = Samples();
        var annotator = new Annotator(Model, ClauseRepairs.Load());
        var fresh = Annotated(annotator, text, words, sentences);

        // More words than are remembered, so that the memory begins anew several times
        var others = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"w{i}")) + " .";
        var spans = Split(others);
        Annotated(annotator, others, spans, [new Sentence(default, 0, spans.Length, 0)]);
        var after = Annotated(annotator, text, words, sentences);
        after.Tokens.ShouldBe(fresh.Tokens);
        after.Names.ShouldBe(fresh.Names);
    }

    private static (string Text, TextSpan[] Words, IReadOnlyList<Sentence> Sentences) Samples()
    {
        const string Text = "The ministers of Norway and Sweden met in Oslo on Monday . Nobody , they said , had asked for it . MINISTERS SIGN ACCORD IN OSLO AFTER LONG TALKS . "
            + "Minister Visits Oslo For Talks On Fishing Rights . The bank 's governor , Ada Novak , denied that 300 tonnes of gold were sold . Yes . "
            + "They had planned to leave , but the ship that was to take them from Tromsø was late , and so they stayed .";
        var words = Split(Text);
        var sentences = new List<Sentence>();
        var first = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (Text[words[i].Start] == '.')
            {
                sentences.Add(new Sentence(TextSpan.FromBounds(words[first].Start, words[i].End), first, i + 1 - first, 0));
                first = i + 1;
            }
        }

        return (Text, words, sentences);
    }

    private static TextSpan[] Split(string text)
    {
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var word in text.Split(' '))
        {
            spans.Add(new TextSpan(start, word.Length));
            start += word.Length + 1;
        }

        return [.. spans];
    }

    private static (Token[] Tokens, byte[] Names) Annotated(Annotator annotator, string text, TextSpan[] words, IReadOnlyList<Sentence> sentences)
    {
        var (tokens, names) = (new Token[words.Length], new byte[words.Length]);
        annotator.Annotate(text, words, sentences, tokens, names);
        return (tokens, names);
    }
}
