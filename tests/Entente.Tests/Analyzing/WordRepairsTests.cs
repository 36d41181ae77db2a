using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

/// <summary>Counted nouns, particles, and words of the wrong class, in trees given by hand: form/class/tag/head/relation.</summary>
public sealed class WordRepairsTests
{
    private static readonly ClauseRepairs _repairs = ClauseRepairs.Load();

    [Fact]
    public void Words_of_approximation_make_no_preposition() => Mended(
        "police/NOUN/NNS/2/nsubj detained/VERB/VBD/0/root at/ADP/IN/4/case least/ADJ/JJS/5/nmod 40/NUM/CD/6/nummod miners/NOUN/NNS/2/obl")
        .ShouldBe("police 2 nsubj, detained 0 root, at 5 advmod, least 5 advmod, 40 6 nummod, miners 2 obj");

    [Fact]
    public void A_counted_noun_takes_the_place_of_the_approximation() => Mended(
        "close/ADJ/JJ/6/nsubj:pass to/ADP/IN/4/case 40/NUM/CD/4/nummod miners/NOUN/NNS/1/obl were/AUX/VBD/6/aux:pass killed/VERB/VBN/0/root")
        .ShouldBe("close 3 advmod, to 3 advmod, 40 4 nummod, miners 6 nsubj:pass, were 6 aux:pass, killed 0 root");

    [Fact]
    public void How_long_is_no_object() => Mended(
        "They/PRON/PRP/2/nsubj waited/VERB/VBD/0/root at/ADP/IN/4/case least/ADJ/JJS/5/nmod two/NUM/CD/6/nummod hour/NOUN/NNS/2/obl")
        .ShouldEndWith("hour 2 obl");

    [Fact]
    public void A_particle_is_no_preposition() => Mended(
        "They/PRON/PRP/2/nsubj shut/VERB/VBD/0/root down/ADP/IN/5/case the/DET/DT/5/det mine/NOUN/NN/2/obl")
        .ShouldEndWith("down 2 compound:prt, the 5 det, mine 2 obj");

    [Fact]
    public void A_preposition_stays_one() => Mended(
        "They/PRON/PRP/2/nsubj call/VERB/VBD/0/root in/ADP/IN/4/case Paris/PROPN/NNP/2/obl")
        .ShouldEndWith("in 4 case, Paris 2 obl");

    [Fact]
    public void A_finite_verb_without_an_auxiliary_is_active() => Mended(
        "Peru/PROPN/NNP/2/nsubj:pass hailed/VERB/VBD/0/root Chile/PROPN/NNP/2/obj").ShouldStartWith("Peru 2 nsubj,");

    [Fact]
    public void A_headline_s_participle_stays_passive() => Mended(
        "Three/NOUN/NNS/2/nsubj:pass killed/VERB/VBN/0/root in/ADP/IN/4/case Lima/PROPN/NNP/2/obl").ShouldStartWith("Three 2 nsubj:pass,");

    [Theory]
    [InlineData("Clashes/VERB/VBZ/2/nsubj continued/VERB/VBD/0/root", 0, "NOUN")]
    [InlineData("The/DET/DT/2/det raid/VERB/VB/3/nsubj failed/VERB/VBD/0/root", 1, "NOUN")]
    [InlineData("Peru/PROPN/NNP/2/nsubj relaxed/ADJ/JJ/0/root the/DET/DT/4/det curfew/NOUN/NN/2/obj", 1, "VERB")]
    [InlineData("Peru/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop free/ADJ/JJ/0/root", 2, "ADJ")]
    public void A_word_is_of_the_class_that_its_place_asks_for(string words, int word, string expected) => Mend(words)[word].Upos.ShouldBe(expected);

    private static string Mended(string words)
    {
        var forms = words.Split(' ').Select(w => w.Split('/')[0]).ToArray();
        return string.Join(", ", Mend(words).Select((t, i) => $"{forms[i]} {t.Head + 1 ?? 0} {t.Deprel}"));
    }

    private static Token[] Mend(string words)
    {
        var rows = words.Split(' ').Select(w => w.Split('/')).ToArray();
        var tokens = rows.Select((r, i) => new Token(new TextSpan(i * 20, r[0].Length), r[0], r[1], r[2], r[3] == "0" ? null : int.Parse(r[3]) - 1, r[4])).ToArray();
        _repairs.Mend(tokens, 0);
        return tokens;
    }
}
