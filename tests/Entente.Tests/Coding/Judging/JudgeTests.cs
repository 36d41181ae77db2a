using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Judging;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Judging;

public sealed class JudgeTests
{
    private const string Failed = "Envoys/envoy/NOUN/NNS/2/nsubj failed/fail/VERB/VBD/0/root to/to/PART/TO/4/mark sign/sign/VERB/VB/2/xcomp it/it/PRON/PRP/4/obj";

    private const string DidNotFail = "Envoys/envoy/NOUN/NNS/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod fail/fail/VERB/VB/0/root to/to/PART/TO/6/mark sign/sign/VERB/VB/4/xcomp";

    private const string WillMeet = "Envoys/envoy/NOUN/NNS/3/nsubj will/will/AUX/MD/3/aux meet/meet/VERB/VB/0/root and/and/CCONJ/CC/5/cc talk/talk/VERB/VB/3/conj";

    private const string SaidWould = "Oslo/Oslo/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root envoys/envoy/NOUN/NNS/5/nsubj would/would/AUX/MD/5/aux meet/meet/VERB/VB/2/ccomp";

    private const string Denied = "Oslo/Oslo/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root that/that/SCONJ/IN/5/mark ships/ship/NOUN/NNS/5/nsubj sank/sink/VERB/VBD/2/ccomp";

    private const string IfRains = "If/if/SCONJ/IN/3/mark it/it/PRON/PRP/3/nsubj rains/rain/VERB/VBZ/6/advcl ,/,/PUNCT/,/3/punct envoys/envoy/NOUN/NNS/6/nsubj leave/leave/VERB/VBP/0/root";

    private const string NotOnly = "Envoys/envoy/NOUN/NNS/4/nsubj not/not/PART/RB/3/advmod only/only/ADV/RB/4/advmod met/meet/VERB/VBD/0/root";

    [Theory]
    [InlineData(Failed, "sign", "CT-", "counter_factive", Readings.Asserted)]
    [InlineData(DidNotFail, "sign", "CT+", "counter_factive", Readings.Asserted)]
    [InlineData(DidNotFail, "fail", "CT-", "", Readings.Asserted)]
    [InlineData(WillMeet, "meet", "CT+", "", Readings.Planned)]
    [InlineData(WillMeet, "talk", "CT+", "", Readings.Planned)]
    [InlineData(SaidWould, "meet", "CT+", "evidential", Readings.Planned)]
    [InlineData(SaidWould, "said", "CT+", "", Readings.Asserted)]
    [InlineData(Denied, "sank", "CT-", "neg_evidential", Readings.Denied)]
    [InlineData(IfRains, "rains", "U+", "conditional", Readings.Hypothetical)]
    [InlineData(IfRains, "leave", "U+", "conditional", Readings.Hypothetical)]
    [InlineData(NotOnly, "met", "CT+", "", Readings.Asserted)]
    public void Each_predicate_gets_what_the_words_above_it_make_of_it(string sentence, string word, string degree, string links, Readings readings)
    {
        var predicate = Find(sentence, word);
        Degree(predicate).ShouldBe(degree);
        string.Join('|', predicate.Links).ShouldBe(links);
        predicate.Factuality.Readings.ShouldBe(readings);
    }

    [Fact]
    public void A_joined_verb_shares_the_tense_of_the_first() => Find(WillMeet, "talk").Tense.ShouldBe("future");

    [Fact]
    public void The_modal_word_is_kept() => Find(SaidWould, "meet").Modality.ShouldBe("would");

    [Fact]
    public void The_trail_names_the_words_that_decided()
    {
        var document = Parsed.Of(DidNotFail);
        var sign = Judge.Load().Find(document).Single(p => p.Span.In(document.Text) == "sign");
        sign.Trail.Select(s => s.In(document.Text)).ShouldBe(["not", "fail"]);
    }

    [Fact]
    public void A_denied_claim_keeps_the_polarity_of_its_own_words()
    {
        var document = Parsed.Of(Denied);
        var findings = new Findings(document) { Predicates = Judge.Load().Find(document) };
        var told = Factualities.Of(findings, 4, new TextSpan(0, document.Text.Length));
        told.Readings.ShouldBe(Readings.Denied);
        told.Polarity.ShouldBe(Polarity.Positive);
    }

    private static Predicate Find(string sentence, string word)
    {
        var document = Parsed.Of(sentence);
        return Judge.Load().Find(document).Single(p => p.Span.In(document.Text) == word);
    }

    private static string Degree(Predicate predicate)
    {
        var certainty = predicate.Factuality.Certainty switch { Certainty.Certain => "CT", Certainty.Probable => "PR", Certainty.Possible => "PS", _ => "U" };
        return certainty + (predicate.Factuality.Polarity == Polarity.Positive ? "+" : "-");
    }
}
