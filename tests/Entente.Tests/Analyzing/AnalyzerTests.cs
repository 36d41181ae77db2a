using Entente.Claims;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("The minister visited Oslo on Monday.", "visited", "minister", "nsubj")]
    [InlineData("The minister visited Oslo on Monday.", "visited", "Oslo", "obj")]
    [InlineData("The minister visited Oslo on Monday.", "visited", "Monday", "obl")]
    [InlineData("The treaty was signed by both presidents in May.", "signed", "treaty", "nsubj:pass")]
    [InlineData("The treaty was signed by both presidents in May.", "signed", "presidents", "obl:agent")]
    [InlineData("The president said that the talks had failed.", "said", "failed", "ccomp")]
    [InlineData("They met in Oslo and signed a pact.", "met", "signed", "conj")]
    [InlineData("The envoy did not attend the meeting.", "attend", "not", "advmod")]
    [InlineData("The spokesman of the ministry declined to comment.", "spokesman", "ministry", "nmod")]
    public void A_plain_sentence_gets_its_relations(string text, string head, string dependent, string relation)
    {
        var analyzed = SentenceTests.Analyze(text);
        var token = analyzed.Tokens.Single(t => t.Span.In(text) == dependent);
        token.Deprel.ShouldBe(relation);
        analyzed.Form(token.Head.ShouldNotBeNull()).ShouldBe(head);
    }

    [Theory]
    [InlineData("The ministers signed the treaties.", "minister|sign|treaty")]
    [InlineData("She was meeting the leaders and said no.", "she|be|meet|leader|say")]
    public void Words_get_their_lemmas(string text, string lemmas) =>
        SentenceTests.Analyze(text).Tokens.Select(t => t.Lemma).Intersect(lemmas.Split('|')).ShouldBe(lemmas.Split('|'));

    [Theory]
    [InlineData("China", "PROPN", "NNP")]
    [InlineData("exports", "VERB", "VBZ")]
    [InlineData("19.8", "NUM", "CD")]
    [InlineData("quickly", "ADV", "RB")]
    public void Words_get_their_parts_of_speech(string word, string upos, string xpos)
    {
        const string text = "Today China exports 19.8 tonnes quickly.";
        var token = SentenceTests.Analyze(text).Tokens.Single(t => t.Span.In(text) == word);
        (token.Upos, token.Xpos).ShouldBe((upos, xpos));
    }

    [Fact]
    public void Every_sentence_is_one_tree_whatever_its_words()
    {
        var pieces = Gen.Elements("they", "said", "China", "of", "the", "to", "agree", ",", ".", "\"", "(", ")", "and", "that", "2016", "not", "%", "-", "\n\n", "’s", "U.S.", "Signed", "😀", "…");
        var texts = Gen.ArrayOf(pieces).Select(words => string.Join(' ', words));
        Prop.ForAll(Arb.From(texts), IsForest).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_same_text_is_analysed_the_same_twice()
    {
        const string text = "The two sides, which had met in Oslo twice, agreed on Friday to lift most tariffs. \"It is done,\" she said.";
        SentenceTests.Analyze(text).Tokens.ShouldBe(SentenceTests.Analyze(text).Tokens);
    }

    [Fact]
    public void An_analyser_serves_many_threads_at_once()
    {
        const string text = "The envoys met. They did not agree on anything that had been planned.";
        var once = SentenceTests.Analyze(text).Tokens;
        var many = new IReadOnlyList<Token>[32];
        Parallel.For(0, many.Length, i => many[i] = SentenceTests.Analyze(text).Tokens);
        many.ShouldAllBe(tokens => tokens.SequenceEqual(once));
    }

    [Fact]
    public void A_document_longer_than_a_book_is_coded_as_far_as_a_book_and_says_so()
    {
        const string sentence = "Ruritania signed a pact with Arcadia.";
        var text = sentence + new string('\n', AnalyzedDocument.MostCharacters) + sentence;
        var document = Some.Coder.Code(Some.Page(text)).Documents.ShouldHaveSingleItem();
        document.Document.Blocks.Count.ShouldBe(2);
        document.Analyzed.Sentences.ShouldHaveSingleItem().Span.ShouldBe(new TextSpan(0, sentence.Length));
        document.Problems.ShouldHaveSingleItem().ShouldBe(document.Problems[0] with { Code = ProblemCodes.TooLarge, Span = document.Document.Blocks[1].Span });
    }

    private static bool IsForest(string text)
    {
        var analyzed = SentenceTests.Analyze(text);
        foreach (var sentence in analyzed.Sentences)
        {
            var roots = 0;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                roots += analyzed.Tokens[i].Head is null ? 1 : 0;
                (analyzed.Tokens[i].Head is null).ShouldBe(analyzed.Tokens[i].Deprel == "root");
                var steps = 0;
                for (var at = i; analyzed.Tokens[at].Head is { } head; at = head)
                {
                    if (head < sentence.FirstToken || head >= sentence.EndToken || ++steps > sentence.TokenCount)
                    {
                        return false;
                    }
                }
            }

            if (roots != 1)
            {
                return false;
            }
        }

        return true;
    }
}
