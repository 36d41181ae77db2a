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

    [Theory]
    [InlineData("Nobody/nobody/PRON/NN/2/nsubj came/come/VERB/VBD/0/root", "came", "CT-")]
    [InlineData("No/no/DET/DT/2/det state/state/NOUN/NN/3/nsubj signed/sign/VERB/VBD/0/root or/or/CCONJ/CC/5/cc voted/vote/VERB/VBD/3/conj", "voted", "CT-")]
    [InlineData("Neither/neither/CCONJ/CC/2/cc:preconj Oslo/Oslo/PROPN/NNP/5/nsubj nor/nor/CCONJ/CC/4/cc Rome/Rome/PROPN/NNP/2/conj signed/sign/VERB/VBD/0/root", "signed", "CT-")]
    [InlineData("None/none/PRON/NN/4/nsubj of/of/ADP/IN/3/case us/we/PRON/PRP/1/nmod signed/sign/VERB/VBD/0/root", "signed", "CT-")]
    [InlineData("Not/not/PART/RB/2/advmod one/one/NUM/CD/3/nummod state/state/NOUN/NN/4/nsubj signed/sign/VERB/VBD/0/root", "signed", "CT-")]
    [InlineData("It/it/PRON/PRP/2/nsubj signed/sign/VERB/VBD/0/root nothing/nothing/PRON/NN/2/obj", "signed", "CT-")]
    [InlineData("It/it/PRON/PRP/2/nsubj backed/back/VERB/VBD/0/root neither/neither/DET/DT/4/det side/side/NOUN/NN/2/obj", "backed", "CT-")]
    [InlineData("It/it/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root nobody/nobody/PRON/NN/2/obj and/and/CCONJ/CC/5/cc left/leave/VERB/VBD/2/conj", "left", "CT+")]
    [InlineData("It/it/PRON/PRP/3/nsubj was/be/AUX/VBD/3/aux:pass backed/back/VERB/VBN/0/root by/by/ADP/IN/6/case no/no/DET/DT/6/det state/state/NOUN/NN/3/obl:agent", "backed", "CT-")]
    [InlineData("It/it/PRON/PRP/2/nsubj met/meet/VERB/VBD/0/root with/with/ADP/IN/4/case nobody/nobody/PRON/NN/2/obl", "met", "CT-")]
    [InlineData("It/it/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root with/with/ADP/IN/5/case no/no/DET/DT/5/det warning/warning/NOUN/NN/2/obl", "left", "CT+")]
    [InlineData("It/it/PRON/PRP/2/nsubj sold/sell/VERB/VBD/0/root nothing/nothing/PRON/NN/2/obj but/but/CCONJ/CC/5/cc gas/gas/NOUN/NN/3/conj", "sold", "CT+")]
    [InlineData("No/no/DET/DT/2/advmod fewer/few/ADJ/JJR/4/amod forty/forty/NUM/CD/4/nummod states/state/NOUN/NNS/5/nsubj signed/sign/VERB/VBD/0/root", "signed", "CT+")]
    public void What_is_said_of_nobody_and_nothing_is_not_so(string sentence, string word, string degree) => Degree(Find(sentence, word)).ShouldBe(degree);

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
