using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class TreeTests
{
    // The envoys of Oslo met and signed a pact .
    private static readonly Tree Met = Plant(
        ("The", 1, "det"), ("envoys", 4, "nsubj"), ("of", 3, "case"), ("Oslo", 1, "nmod"), ("met", -1, "root"),
        ("and", 6, "cc"), ("signed", 4, "conj"), ("a", 8, "det"), ("pact", 6, "obj"), (".", 4, "punct"));

    [Fact]
    public void Children_stand_in_text_order() => Met.Children(4).ToArray().ShouldBe([1, 6, 9]);

    [Fact]
    public void A_subtree_spans_its_words() => Met.Span(1).In(Met.Document.Text).ShouldBe("The envoys of Oslo");

    [Fact]
    public void Ancestors_lead_to_the_root()
    {
        Met.Ancestors(7).ShouldBe([8, 6, 4]);
        Met.Root(0).ShouldBe(4);
        Met.IsUnder(7, 4).ShouldBeTrue();
        Met.IsUnder(4, 7).ShouldBeFalse();
    }

    [Fact]
    public void A_joined_verb_shares_the_subject() => Met.Subject(6).ShouldBe(1);

    [Fact]
    public void Conjuncts_are_found_from_each_of_them()
    {
        Met.Conjuncts(6).ShouldBe([4, 6]);
        Met.Conjuncts(4).ShouldBe([4, 6]);
        Met.Conjuncts(8).ShouldBe([8]);
    }

    [Fact]
    public void A_relation_is_found_by_its_universal_part()
    {
        var tree = Plant(("Pacts", 2, "nsubj:pass"), ("were", 2, "aux:pass"), ("signed", -1, "root"));
        tree.Child(2, "nsubj").ShouldBe(0);
        tree.Child(2, "nsubj:outer").ShouldBeNull();
        tree.IsPassive(2).ShouldBeTrue();
        Met.IsPassive(4).ShouldBeFalse();
        Tree.Is("nsubjx", "nsubj").ShouldBeFalse();
    }

    [Fact]
    public void The_case_of_a_nominal_holds_its_fixed_parts()
    {
        var tree = Plant(("according", 2, "case"), ("to", 0, "fixed"), ("them", -1, "root"));
        tree.Case(2).ShouldBe("according to");
        Met.Case(3).ShouldBe("of");
        Met.Case(8).ShouldBeNull();
    }

    private static Tree Plant(params (string Form, int Head, string Deprel)[] words)
    {
        var text = string.Join(' ', words.Select(w => w.Form));
        var tokens = new Token[words.Length];
        var at = 0;
        for (var i = 0; i < words.Length; i++)
        {
            tokens[i] = new Token(new TextSpan(at, words[i].Form.Length), words[i].Form, "X", "XX", words[i].Head < 0 ? null : words[i].Head, words[i].Deprel);
            at += words[i].Form.Length + 1;
        }

        var all = new TextSpan(0, text.Length);
        var document = new Document("d", text, [new Block(all, BlockRole.Body, all)]);
        return Tree.Of(new AnalyzedDocument(document, [new Sentence(all, 0, tokens.Length, 0)], tokens));
    }
}
