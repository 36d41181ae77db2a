using System.Diagnostics;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

/// <summary>
/// Texts made to hurt: words and sentences of a megabyte are found in time that grows with the length, words cover the text, sentences stay short enough to be parsed.
/// Eight times the length may cost three times eight the time; what grows with the square would cost sixty-four times as much.
/// </summary>
public sealed class HostileTextTests
{
    private const int Limit = 120_000;
    private static readonly Analyzer Analyzer = Analyzer.Load();
    private static readonly Tokenizer Tokenizer = new(new TokenRules(TokenTables.Load()), LanguageModel.Shipped().Cuts);
    private static readonly SentenceSplitter Splitter = new(new SentenceRules(TokenTables.Load()), LanguageModel.Shipped().Ends);

    public static TheoryData<string, string> Pieces => new()
    {
        { "one sentence without a full stop", "the envoy of the harbour and " },
        { "one word", "harbour" },
        { "opening brackets", "(" },
        { "opening brackets with spaces", "( " },
        { "quotation marks", "\"" },
        { "nested quotes", "“ ‘ " },
        { "full stops", "." },
        { "full stops with brackets", ".)" },
        { "full stops that open brackets", ". ( " },
        { "emoji", "😀👩\u200d🚀 " },
        { "emoji without spaces", "😀👍🏽" },
        { "mixed scripts", "мир和平שלוםسلامpeace " },
        { "control characters", "\u0001\u0002a\u0003 " },
        { "halves of surrogates", "\ud800a\udc00 " },
        { "combining marks", "e\u0301\u0302" },
        { "clitics", "a's" },
        { "hyphens", "re-" },
        { "numbers and hyphens", "1-" },
        { "addresses never ended", "a@b" },
        { "an address and brackets", "www.)" },
        { "footnote marks", ".[1]" },
        { "initials", "A. " },
        { "lines", "Harbour\n" },
        { "spaces", " \u00a0\t" },
    };

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Pieces))]
    public async Task Words_and_sentences_of_a_hostile_text_are_found_in_linear_time(string name, string piece)
    {
        name.ShouldNotBeNull();
        await Task.Run(() =>
        {
            Cost(piece, 20_000);
            var (small, large) = (Cost(piece, 125_000), Cost(piece, 1_000_000));
            large.ShouldBeLessThan((40 * small) + TimeSpan.FromMilliseconds(500));
        }, TestContext.Current.CancellationToken);
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Pieces))]
    public async Task A_hostile_text_is_analysed_in_memory_that_grows_with_its_length(string name, string piece)
    {
        name.ShouldNotBeNull();
        await Task.Run(() =>
        {
            Allocated(piece, 2_000);
            var (small, large) = (Allocated(piece, 4_000), Allocated(piece, 32_000));
            large.ShouldBeLessThan((12 * small) + 4_000_000);
        }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_sentence_that_never_ends_is_cut_at_commas()
    {
        var analyzed = SentenceTests.Analyze(string.Concat(Enumerable.Repeat("the envoy of the harbour, ", 500)));
        analyzed.Sentences.Count.ShouldBeGreaterThan(5);
        analyzed.Sentences.Max(s => s.TokenCount).ShouldBeLessThanOrEqualTo(SentenceSplitter.LongestSentence);
        analyzed.Sentences.ShouldAllBe(s => analyzed.Form(s.EndToken - 1) == ",");
    }

    [Fact]
    public void Ten_thousand_brackets_leave_the_next_paragraph_alone()
    {
        using var output = new StringWriter();
        Conllu.Parse(Analyzer, new StringReader(new string('(', 10_000) + "\n\nRuritania signed the pact."), output);
        output.ToString().ShouldContain("# text = Ruritania signed the pact.\n");
    }

    private static TimeSpan Cost(string piece, int length)
    {
        var text = Text(piece, length);
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var clock = Stopwatch.StartNew();
            var (words, ends) = (new List<TextSpan>(), new List<int>());
            Tokenizer.Cut(text, new TextSpan(0, text.Length), words);
            Splitter.Split(text, words, 0, SentenceEnds.MaybeUnmarked, 0, ends);
            best = clock.Elapsed < best ? clock.Elapsed : best;
            words.Sum(w => w.Length).ShouldBe(text.Count(c => !char.IsWhiteSpace(c)));
            ends.Prepend(0).Zip(ends, (start, end) => end - start).ShouldAllBe(count => count > 0 && count <= SentenceSplitter.LongestSentence);
        }

        return best;
    }

    private static long Allocated(string piece, int length)
    {
        var text = Text(piece, length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var analyzed = SentenceTests.Analyze(text);
        var cost = GC.GetAllocatedBytesForCurrentThread() - before;
        analyzed.Tokens.Sum(t => t.Span.Length).ShouldBe(text.Count(c => !char.IsWhiteSpace(c)));
        return cost;
    }

    private static string Text(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));
}
