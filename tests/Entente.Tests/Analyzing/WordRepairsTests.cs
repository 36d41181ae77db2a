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

    [Fact]
    public void Who_is_on_somebody_to_act_calls_himself() => Mended(
        "Peru/PROPN/NNP/2/nsubj:pass call/VERB/VBN/0/root on/ADP/IN/4/case Chad/PROPN/NNP/2/obl to/PART/TO/6/mark free/VERB/VB/2/advcl them/PRON/PRP/6/obj").ShouldStartWith("Peru 2 nsubj,");

    [Fact]
    public void An_irregular_past_form_behind_a_name_is_the_verb() => Mended(
        "Peru/PROPN/NNP/4/compound cut/NOUN/NN/4/compound oil/NOUN/NN/4/compound supplies/NOUN/NNS/0/root to/ADP/IN/6/case Chad/PROPN/NNP/4/nmod ./PUNCT/./4/punct")
        .ShouldBe("Peru 2 nsubj, cut 0 root, oil 4 compound, supplies 2 obj, to 6 case, Chad 4 nmod, . 2 punct");

    [Fact]
    public void A_noun_of_that_form_stays_where_there_is_a_verb() => Mended(
        "Peru/PROPN/NNP/2/compound cut/NOUN/NN/3/nsubj hurts/VERB/VBZ/0/root Chad/PROPN/NNP/3/obj ./PUNCT/./3/punct").ShouldStartWith("Peru 2 compound, cut 3 nsubj, hurts 0 root");

    [Theory]
    [InlineData("shelled", "VBD", "shel", "shell")]
    [InlineData("fled", "VBD", "flead", "flee")]
    [InlineData("shot", "VBD", "shet", "shoot")]
    [InlineData("found", "VBD", "find", null)]
    [InlineData("bombing", "VBG", "bombe", "bomb")]
    [InlineData("gronked", "VBD", "gronke", null)]
    [InlineData("shelled", "JJ", "shelled", null)]
    public void The_lemma_of_a_verb_that_the_tables_name_is_theirs(string form, string xpos, string ofModel, string? lemma) =>
        _repairs.Verbs.Lemma(form, xpos, ofModel).ShouldBe(lemma);

    [Theory]
    [InlineData("Clashes/VERB/VBZ/2/nsubj continued/VERB/VBD/0/root", 0, "NOUN")]
    [InlineData("The/DET/DT/2/det raid/VERB/VB/3/nsubj failed/VERB/VBD/0/root", 1, "NOUN")]
    [InlineData("Peru/PROPN/NNP/2/nsubj relaxed/ADJ/JJ/0/root the/DET/DT/4/det curfew/NOUN/NN/2/obj", 1, "VERB")]
    [InlineData("Peru/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop free/ADJ/JJ/0/root", 2, "ADJ")]
    public void A_word_is_of_the_class_that_its_place_asks_for(string words, int word, string expected) => Mend(words)[word].Upos.ShouldBe(expected);

    [Fact]
    public void A_phrase_behind_the_verb_s_own_and_is_its_subject() => Mended(
        "Peru/PROPN/NNP/2/nsubj backed/VERB/VBD/0/root Chad/PROPN/NNP/2/obj and/CCONJ/CC/8/cc Mali/PROPN/NNP/3/conj and/CCONJ/CC/7/cc Niger/PROPN/NNP/5/conj refused/VERB/VBD/2/conj")
        .ShouldBe("Peru 2 nsubj, backed 0 root, Chad 2 obj, and 8 cc, Mali 8 nsubj, and 7 cc, Niger 5 conj, refused 2 conj");

    [Fact]
    public void A_phrase_between_after_and_a_finite_verb_is_its_subject() => Mended(
        "Ties/NOUN/NNS/2/nsubj soured/VERB/VBD/0/root after/ADP/IN/5/case the/DET/DT/5/det court/NOUN/NN/2/obl issued/VERB/VBD/2/advcl warrants/NOUN/NNS/6/obj")
        .ShouldBe("Ties 2 nsubj, soured 0 root, after 6 mark, the 5 det, court 6 nsubj, issued 2 advcl, warrants 6 obj");

    [Fact]
    public void Whose_plan_it_is_to_do_something_does_it() => Mended(
        "plans/NOUN/NNS/0/root for/ADP/IN/4/case the/DET/DT/4/det union/NOUN/NN/1/nmod to/PART/TO/6/mark conclude/VERB/VB/1/acl treaties/NOUN/NNS/6/obj")
        .ShouldBe("plans 0 root, for 6 mark, the 4 det, union 6 nsubj, to 6 mark, conclude 1 acl, treaties 6 obj");

    /// <summary>Trees of all shapes, of words that the repairs look for: whatever they move, a tree stays a tree with one root, or they say that it did not.</summary>
    [Fact]
    public void No_tree_becomes_a_ring()
    {
        string[] classes = ["VERB/VBD", "VERB/VB", "VERB/VBN", "NOUN/NN", "PROPN/NNP", "ADP/IN", "ADJ/JJ", "CCONJ/CC", "NUM/CD", "SCONJ/IN", "PART/TO", "PRON/PRP", "AUX/MD"];
        string[] lemmas = ["plan", "attempt", "tell", "say", "that", "to", "after", "for", "at", "least", "up", "shut", "down", "and", "attack", "on", "call", "off", "force", "not"];
        string[] relations = ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "cc", "case", "mark", "advcl", "acl", "acl:relcl", "xcomp", "ccomp", "nummod", "advmod", "amod", "compound", "aux:pass", "iobj"];
        var random = new Random(20260101);
        var refused = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var tokens = Grown(random, classes, lemmas, relations);
            var before = string.Join(' ', tokens.Select(t => $"{t.Lemma}/{t.Upos}/{t.Head + 1 ?? 0}/{t.Deprel}"));
            if (!_repairs.Mend(tokens, 0))
            {
                refused++;
                continue;
            }

            tokens.Count(t => t.Head is null).ShouldBe(1, before + " became " + string.Join(' ', tokens.Select(t => $"{t.Lemma}/{t.Upos}/{t.Head + 1 ?? 0}/{t.Deprel}")));
            foreach (var token in tokens)
            {
                var (at, steps) = (token.Head, 0);
                for (; at is { } here; at = tokens[here].Head)
                {
                    steps++.ShouldBeLessThan(tokens.Length, before);
                }
            }
        }

        refused.ShouldBeLessThan(2);
    }

    private static Token[] Grown(Random random, string[] classes, string[] lemmas, string[] relations)
    {
        var count = random.Next(3, 14);
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        var heads = new int?[count];
        for (var i = 1; i < count; i++)
        {
            heads[order[i]] = order[random.Next(i)];
        }

        return [.. heads.Select((head, i) =>
        {
            var tag = classes[random.Next(classes.Length)].Split('/');
            return new Token(new TextSpan(i * 9, 4), lemmas[random.Next(lemmas.Length)], tag[0], tag[1], head, head is null ? "root" : relations[random.Next(relations.Length)]);
        })];
    }

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
