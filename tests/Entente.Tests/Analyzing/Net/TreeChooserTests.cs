using Entente.Claims.Analyzing.Net;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing.Net;

public sealed unsafe class TreeChooserTests
{
    [Fact]
    public void Best_heads_that_form_a_tree_are_taken()
    {
        // The root is word 1; 0 and 2 hang on it
        Choose(3, [[0, 5, 1, 1], [1, 0, 1, 9], [1, 5, 0, 1]]).ShouldBe([1, 3, 1]);
    }

    [Fact]
    public void A_cycle_is_opened_where_it_costs_least()
    {
        // 0 and 1 want each other; 1 loses less by hanging on 2, which is the root
        Choose(3, [[0, 8, 1, 0], [8, 0, 7, 0], [0, 0, 0, 9]]).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Of_two_that_would_be_the_root_the_one_that_gains_more_is()
    {
        Choose(2, [[0, 1, 9], [1, 0, 5]]).ShouldBe([2, 0]);
    }

    [Fact]
    public void A_word_alone_is_the_root() => Choose(1, [[0, -3]]).ShouldBe([1]);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(256)]
    public void Whatever_the_scores_there_is_one_root_and_no_cycle(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 50; round++)
        {
            var scores = Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, count + 1).Select(_ => (random.NextSingle() * 10) - 5).ToArray()).ToArray();
            var heads = Choose(count, scores);
            heads.Count(h => h == count).ShouldBe(1);
            for (var i = 0; i < count; i++)
            {
                var (at, steps) = (i, 0);
                while (at != count)
                {
                    at = heads[at];
                    (++steps).ShouldBeLessThanOrEqualTo(count);
                }
            }
        }
    }

    private static int[] Choose(int count, float[][] scores)
    {
        var flat = scores.SelectMany(s => s).ToArray();
        for (var i = 0; i < count; i++)
        {
            flat[(i * (count + 1)) + i] = float.NegativeInfinity;
        }

        var heads = new int[count];
        fixed (float* p = flat)
        {
            new TreeChooser().Choose(p, count, heads);
        }

        return heads;
    }
}
