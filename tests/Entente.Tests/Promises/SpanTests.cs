using Entente.Claims;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Entente.Tests.Promises;

/// <summary>Promise 1: every span is words of the text, whatever the text is.</summary>
public sealed class SpanTests
{
    private static readonly string[] Pieces =
    [
        "Xi met Putin in Moscow on Monday. ", "“We will sign the accord,” said Lavrov, “but not today.” ", "\n\n", "    BierceA in reply to Tom. | March 18, 2023 at 6:59 pm\n\n",
        "China’s exports rose 19.8% to $15 billion in the first two months of 2023. ", "According to the Kremlin, they have met 29 times since 2013. ", "\u00a0", "😀", "…", "(See “A STORY” 15 Aug 2023) ",
        "Latest\n\n", "Published\n\non\n\n", "7,118 Views\n\n", "Comments\n\n", "June 8, 2019\n\n", "\"", "’", "<p>", "\r\n", "\0", "The U.S. denied that troops had crossed", ". ", "\ud800", "NOTE: ", "- ", "1. ", "\t",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(p => string.Concat(p)).ToArbitrary();

    [Fact]
    public void Spans_of_any_text_lie_in_it_and_nest() =>
        Prop.ForAll(Texts, text => Check(Some.Coder.Code(Some.Page(text, PageForm.Text)))).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20160623, 20190605));

    [Fact]
    public void Spans_of_any_prepared_text_lie_in_it_and_nest() =>
        Prop.ForAll(Texts, text => Check(Some.Coder.Code(Some.Page(text)))).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20230320, 20230321));

    [Fact]
    public void Spans_of_the_samples_lie_in_them_and_nest()
    {
        foreach (var path in Some.SamplePages())
        {
            Check(Some.Coder.Code(new Page(Path.GetFileName(path), File.ReadAllBytes(path))));
        }
    }

    private static void Check(CodedPage page)
    {
        foreach (var document in page.Documents)
        {
            CheckBlocks(document.Document, page.Read);
            CheckSentences(document.Analyzed);
            var whole = new TextSpan(0, document.Document.Text.Length);
            CheckOrder(document);
            Spans(document).ShouldAllBe(s => whole.Contains(s) && s.Length > 0);
            foreach (var claim in document.Claims)
            {
                document.Document.Blocks.ShouldContain(b => b.HoldsClaims && b.Span.Contains(claim.Evidence), $"{claim.Rule}: evidence outside the blocks that hold claims");
                claim.Confidence.ShouldBeInRange(0, 1);
            }

            document.Claims.Select(c => c.Id).ShouldBeUnique();
        }
    }

    /// <summary>Findings stand in text order, and what is looked up by place is what a search through all of them gives.</summary>
    private static void CheckOrder(CodedDocument document)
    {
        document.Times.Select(t => t.Span.Start).ShouldBeInOrder();
        document.Actors.Select(a => a.Span.Start).ShouldBeInOrder();
        document.Quantities.Select(q => q.Span.Start).ShouldBeInOrder();
        var findings = new Entente.Claims.Coding.Findings(document.Analyzed) { Times = document.Times, Actors = document.Actors, Attributions = document.Attributions };
        foreach (var sentence in document.Analyzed.Sentences)
        {
            findings.TimesIn(sentence.Span).ShouldBe(document.Times.Where(t => sentence.Span.Contains(t.Span)));
            findings.ActorsIn(sentence.Span).ShouldBe(document.Actors.Where(a => sentence.Span.Contains(a.Span)));
            findings.AttributionOf(sentence.Span).ShouldBeSameAs(document.Attributions
                .Where(a => a.Content.Any(c => c.Contains(sentence.Span))).MinBy(a => a.Content.Where(c => c.Contains(sentence.Span)).Min(c => c.Length)));
        }
    }

    private static void CheckBlocks(Document document, ReadPage page)
    {
        var at = 0;
        foreach (var block in document.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(at);
            at = block.Span.End;
            new TextSpan(0, page.Decoded.Length).Contains(block.PageSpan).ShouldBeTrue();
        }

        at.ShouldBeLessThanOrEqualTo(document.Text.Length);
        foreach (var run in document.Source.Where(r => r.Text.Length == r.Page.Length))
        {
            run.Page.In(page.Decoded).Replace('\u00a0', ' ').ShouldBe(run.Text.In(document.Text).Replace('\u00a0', ' '));
        }
    }

    private static void CheckSentences(AnalyzedDocument document)
    {
        var token = 0;
        foreach (var sentence in document.Sentences)
        {
            sentence.FirstToken.ShouldBe(token);
            document.Document.Blocks[sentence.Block].Span.Contains(sentence.Span).ShouldBeTrue();
            for (; token < sentence.EndToken; token++)
            {
                sentence.Span.Contains(document.Tokens[token].Span).ShouldBeTrue();
            }
        }

        token.ShouldBe(document.Tokens.Count);
    }

    private static IEnumerable<TextSpan> Spans(CodedDocument document) => document.Times.Select(t => t.Span)
        .Concat(document.Actors.Select(a => a.Span)).Concat(document.Places.Select(p => p.Span)).Concat(document.Quantities.Select(q => q.Span))
        .Concat(document.Predicates.Select(p => p.Span)).Concat(document.Claims.Select(c => c.Evidence))
        .Concat(document.Attributions.SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Content)));
}
