using Entente.Record.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class CopyFinderTests
{
    // Twelve words make five runs of eight.
    private const string Twelve = "One two three four five six seven eight nine ten eleven twelve";

    [Theory]
    [InlineData(Twelve, 1)]
    [InlineData("ONE, two-three four; five six seven eight nine ten eleven, twelve!", 1)]
    [InlineData("one two three four five six seven eight nine ten other words", .6)]
    [InlineData("one two three four five six seven eight", 1)]
    [InlineData(Twelve + " " + Twelve, 1)]
    public void Containment_is_the_part_of_the_smaller_texts_runs_that_both_have(string other, double containment) =>
        CopyFinder.Find([Twelve, other]).ShouldBe([new CopyPair(0, 1, containment)]);

    [Theory]
    [InlineData("one two three four five six seven")]
    [InlineData("one two three four five six seven nine eight ten eleven twelve")]
    [InlineData("")]
    public void Without_a_common_run_there_is_no_pair(string other) => CopyFinder.Find([Twelve, other]).ShouldBeEmpty();

    [Fact]
    public void Each_pair_is_told_once_in_order() =>
        CopyFinder.Find([Twelve, "nothing of it", Twelve, Twelve]).Select(p => (p.A, p.B)).ShouldBe([(0, 2), (0, 3), (2, 3)]);

    [Fact]
    public void Nothing_of_a_short_text_is_lost_in_a_long_one()
    {
        // Eight words and no more, in the midst of four hundred.
        var random = new Random(1);
        var quoted = MadeText.Words(random, 8);
        var pairs = CopyFinder.Find([$"{MadeText.Words(random, 200)} {quoted} {MadeText.Words(random, 200)}", quoted]);
        pairs.ShouldBe([new CopyPair(0, 1, 1)]);
    }

    [Fact]
    public void Letters_beyond_ascii_are_words_in_lower_case() =>
        CopyFinder.Find(["Ärger in Łódź über Öl, Çay und Brot – sagt Élise heute", "ÄRGER IN ŁÓDŹ ÜBER ÖL ÇAY UND BROT SAGT ÉLISE HEUTE"]).ShouldBe([new CopyPair(0, 1, 1)]);

    [Fact]
    public void What_the_sample_finds_is_what_comparing_all_pairs_finds()
    {
        var random = new Random(2);
        var texts = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            var own = MadeText.Words(random, random.Next(5, 300));
            texts.Add(i % 3 == 0 || i == 0 ? own : $"{own} {MadeText.Part(random, texts[random.Next(i)])} {MadeText.Words(random, random.Next(40))}");
        }

        var found = CopyFinder.Find(texts).ToDictionary(p => (p.A, p.B), p => p.Containment);
        var pairs = 0;
        for (var b = 0; b < texts.Count; b++)
        {
            for (var a = 0; a < b; a++)
            {
                if (Exactly(texts[a], texts[b]) is var (share, passage) && share >= .1 && passage >= 15)
                {
                    found.GetValueOrDefault((a, b)).ShouldBe(share, 1e-9, $"{a} {b}");
                    pairs++;
                }
            }
        }

        pairs.ShouldBeGreaterThan(50);
        found.Values.ShouldAllBe(c => c >= .1 && c <= 1);
    }

    [Fact]
    public void A_notice_that_thousands_of_texts_have_makes_no_pairs_and_hides_no_copy()
    {
        var random = new Random(3);
        var notice = MadeText.Words(random, 25);
        var texts = Enumerable.Range(0, 3000).Select(_ => $"{MadeText.Words(random, 300)} {notice}").ToList();
        texts.Add("A new headline. " + texts[2000]);
        CopyFinder.Find(texts).Select(p => (p.A, p.B)).ShouldBe([(2000, 3000)]);
    }

    [Fact]
    public void Of_a_wording_that_thousands_of_texts_have_each_is_told_beside_the_first()
    {
        var random = new Random(4);
        var notice = MadeText.Words(random, 60);
        var pairs = CopyFinder.Find([.. Enumerable.Repeat(notice, 3000)]);
        pairs.Count.ShouldBeLessThan(3000 * 16);
        pairs.Where(p => p.A == 0).Select(p => p.B).ShouldBe(Enumerable.Range(1, 2999));
    }

    /// <summary>Containment and the most words in a row that two texts share, told without any index.</summary>
    private static (double Containment, int Passage) Exactly(string a, string b)
    {
        string[] x = a.Split(' ', StringSplitOptions.RemoveEmptyEntries), y = b.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        HashSet<string> runsX = Runs(x), runsY = Runs(y);
        var common = runsX.Count(runsY.Contains);
        var passage = Enumerable.Range(0, Math.Max(0, x.Length - 14)).Any(i => b.Contains(string.Join(' ', x[i..(i + 15)]), StringComparison.Ordinal)) ? 15 : 0;
        return (common == 0 ? 0 : (double)common / Math.Min(runsX.Count, runsY.Count), passage);
    }

    private static HashSet<string> Runs(string[] words) => [.. Enumerable.Range(0, Math.Max(0, words.Length - 7)).Select(i => string.Join(' ', words[i..(i + 8)]))];
}
