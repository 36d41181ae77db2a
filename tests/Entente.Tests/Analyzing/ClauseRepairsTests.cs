using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

/// <summary>Trees as the network attaches by habit, given by hand, and what is made of them.</summary>
public sealed class ClauseRepairsTests
{
    [Fact]
    public void A_clause_after_a_hearer_is_the_verbs() => Mend("""
        The/DET/the/2/det envoy/NOUN/envoy/3/nsubj told/VERB/tell/0/root reporters/NOUN/reporter/3/obj that/SCONJ/that/7/obj talks/NOUN/talk/7/nsubj collapsed/VERB/collapse/4/acl:relcl
        """, 7).ShouldBe("tell ccomp");

    [Fact]
    public void The_hearer_is_an_indirect_object() => Mend("""
        She/PRON/she/2/nsubj told/VERB/tell/0/root us/PRON/we/2/obj that/SCONJ/that/6/mark talks/NOUN/talk/6/nsubj failed/VERB/fail/3/acl
        """, 3).ShouldBe("tell iobj");

    [Fact]
    public void Who_is_forced_does_what_follows() => Mend("""
        Floods/NOUN/flood/2/nsubj forced/VERB/force/0/root farmers/NOUN/farmer/2/obj to/PART/to/5/mark leave/VERB/leave/3/acl
        """, 5, "VB").ShouldBe("force xcomp");

    [Fact]
    public void A_purpose_stays_with_its_noun() => Mend("""
        They/PRON/they/2/nsubj built/VERB/build/0/root roads/NOUN/road/2/obj to/PART/to/5/mark use/VERB/use/3/acl
        """, 5, "VB").ShouldBe("road acl");

    [Fact]
    public void That_marks_the_clause_it_opens() => Mend("""
        The/DET/the/2/det fact/NOUN/fact/7/nsubj that/SCONJ/that/7/mark dams/NOUN/dam/5/nsubj broke/VERB/break/2/acl is/AUX/be/7/cop known/ADJ/known/0/root
        """, 3).ShouldBe("break mark");

    [Fact]
    public void A_clause_with_a_mark_and_a_subject_is_no_relative_clause() => Mend("""
        Rumours/NOUN/rumour/0/root that/SCONJ/that/4/mark he/PRON/he/4/nsubj left/VERB/leave/1/acl:relcl
        """, 4).ShouldBe("rumour acl");

    [Theory]
    [InlineData("denial/NOUN/denial/0/root that/PRON/that/4/obj planes/NOUN/plane/4/nsubj landed/VERB/land/1/acl:relcl", "land mark")]
    [InlineData("denial/NOUN/denial/0/root that/PRON/that/4/obj he/PRON/he/4/nsubj issued/VERB/issue/1/acl:relcl", "issue obj")]
    [InlineData("letter/NOUN/letter/0/root that/PRON/that/4/obj he/PRON/he/4/nsubj wrote/VERB/write/1/acl:relcl", "write obj")]
    public void That_after_a_noun_of_content_marks_the_content(string words, string expected) => Mend(words, 2).ShouldBe(expected);

    [Fact]
    public void An_adverb_that_opens_a_sentence_is_the_predicates() => Mend("""
        Certainly/ADV/certainly/2/advmod Oslo/PROPN/Oslo/3/nsubj agreed/VERB/agree/0/root
        """, 1).ShouldBe("agree advmod");

    [Fact]
    public void Only_stays_where_it_stands() => Mend("""
        Only/ADV/only/2/advmod Oslo/PROPN/Oslo/3/nsubj agreed/VERB/agree/0/root
        """, 1).ShouldBe("Oslo advmod");

    [Theory]
    [InlineData("They/PRON/they/2/nsubj condemned/VERB/condemn/0/root attacks/NOUN/attack/2/obj on/ADP/on/5/case ports/NOUN/port/2/obl", 5, "attack nmod")]
    [InlineData("They/PRON/they/2/nsubj held/VERB/hold/0/root talks/NOUN/talk/2/obj with/ADP/with/5/case Oslo/PROPN/Oslo/3/nmod on/ADP/on/7/case gas/NOUN/gas/2/obl", 7, "talk nmod")]
    [InlineData("They/PRON/they/2/nsubj condemned/VERB/condemn/0/root attacks/NOUN/attack/2/obj on/ADP/on/5/case Monday/PROPN/Monday/2/obl", 5, "condemn obl")]
    [InlineData("They/PRON/they/2/nsubj blamed/VERB/blame/0/root attacks/NOUN/attack/2/obj on/ADP/on/5/case rebels/NOUN/rebel/2/obl", 5, "blame obl")]
    [InlineData("They/PRON/they/2/nsubj sold/VERB/sell/0/root gas/NOUN/gas/2/obj on/ADP/on/5/case markets/NOUN/market/2/obl", 5, "sell obl")]
    [InlineData("They/PRON/they/2/nsubj signed/VERB/sign/0/root treaties/NOUN/treaty/2/obj only/ADV/only/6/advmod with/ADP/with/6/case Oslo/PROPN/Oslo/2/obl", 6, "sign obl")]
    public void What_a_noun_takes_is_the_nouns(string words, int word, string expected) => Mend(words, word).ShouldBe(expected);

    [Theory]
    [InlineData("Oslo/PROPN/Oslo/6/nsubj signed/VERB/sign/6/ccomp it/PRON/it/2/obj ,/PUNCT/,/6/punct she/PRON/she/6/nsubj said/VERB/say/0/root", "sign nsubj")]
    [InlineData("Oslo/PROPN/Oslo/4/nsubj having/VERB/have/4/advcl she/PRON/she/4/nsubj said/VERB/say/0/root", "say nsubj")]
    public void Of_two_subjects_of_a_speaking_verb_the_first_is_that_of_what_is_said(string words, string expected) => Mend(words, 1).ShouldBe(expected);

    /// <summary>Words as form/UPOS/lemma/head/relation, counted from one; the lemma of the head of a word, and its relation, after mending.</summary>
    private static string Mend(string words, int word, string xpos = "VBD")
    {
        const int first = 10;
        Token[] tokens = [.. words.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('/')).Select((c, i) =>
            new Token(new TextSpan(i * 10, c[0].Length), c[2], c[1], c[1] == "VERB" && i + 1 == word ? xpos : "_", c[3] == "0" ? null : first + int.Parse(c[3], System.Globalization.CultureInfo.InvariantCulture) - 1, c[4]))];
        ClauseRepairs.Load().Mend(tokens, first);
        return $"{tokens[tokens[word - 1].Head!.Value - first].Lemma} {tokens[word - 1].Deprel}";
    }
}
