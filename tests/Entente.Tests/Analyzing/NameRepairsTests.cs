using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class NameRepairsTests
{
    private static readonly string[] Words = ["Novak", "and", "Li", "Chen", "met"];

    [Fact]
    public void A_second_name_is_joined_and_not_a_part_of_the_first() =>
        Mended([5, 3, 4, 1, 0], ["nsubj", "cc", "compound", "flat", "root"], [1, 0, 1, 2, 0]).ShouldBe(["met nsubj", "Li cc", "Novak conj", "Li flat", " root"]);

    [Fact]
    public void A_name_that_hangs_together_stays() =>
        Mended([5, 3, 1, 3, 0], ["nsubj", "cc", "conj", "flat", "root"], [1, 0, 1, 2, 0]).ShouldBe(["met nsubj", "Li cc", "Novak conj", "Li flat", " root"]);

    [Fact]
    public void What_is_no_persons_name_stays() =>
        Mended([5, 3, 4, 1, 0], ["nsubj", "cc", "compound", "flat", "root"], [1, 0, 3, 4, 0]).ShouldBe(["met nsubj", "Li cc", "Chen compound", "Novak flat", " root"]);

    private static string[] Mended(int[] heads, string[] relations, byte[] marks)
    {
        var tokens = Words.Select((word, i) => new Token(
            new TextSpan(i * 6, word.Length), word, word == "and" ? "CCONJ" : word == "met" ? "VERB" : "PROPN", "", heads[i] == 0 ? null : heads[i] - 1, relations[i])).ToArray();
        NameRepairs.Mend(tokens, 0, marks);
        return [.. tokens.Select(t => $"{(t.Head is { } head ? Words[head] : "")} {t.Deprel}")];
    }
}
