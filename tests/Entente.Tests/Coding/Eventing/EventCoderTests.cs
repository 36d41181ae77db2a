using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Eventing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>Trees and actors are given by hand here: every word with a capital is a state, but for those in the list of places.</summary>
public sealed class EventCoderTests
{
    private static readonly EventCoder _coder = EventCoder.Load();

    [Theory]
    [InlineData("active", "Peru/Peru/PROPN/NNP/2/nsubj condemned/condemn/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj", "Accuse.disapprove Peru > Chile")]
    [InlineData("passive", "Chile/Chile/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass invaded/invade/VERB/VBN/0/root by/by/ADP/IN/5/case Peru/Peru/PROPN/NNP/3/obl:agent", "Assault Peru > Chile")]
    [InlineData("passive without a doer", "Chile/Chile/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass invaded/invade/VERB/VBN/0/root", "")]
    [InlineData("adjective", "Peruvian/Peru/ADJ/JJ/2/amod forces/force/NOUN/NNS/3/nsubj bombed/bomb/VERB/VBD/0/root Chile/Chile/PROPN/NNP/3/obj", "Assault.aerial Peruvian > Chile")]
    [InlineData("owner of the object", "Peru/Peru/PROPN/NNP/2/nsubj denounced/denounce/VERB/VBD/0/root Chile/Chile/PROPN/NNP/5/nmod:poss 's/'s/PART/POS/3/case plan/plan/NOUN/NN/2/obj", "Accuse.disapprove Peru > Chile")]
    [InlineData("joined verbs", "Peru/Peru/PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj and/and/CCONJ/CC/5/cc condemned/condemn/VERB/VBD/2/conj Cuba/Cuba/PROPN/NNP/5/obj", "Consult Peru+Chile >; Accuse.disapprove Peru > Cuba")]
    [InlineData("joined objects", "Peru/Peru/PROPN/NNP/2/nsubj sanctioned/sanction/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj and/and/CCONJ/CC/5/cc Cuba/Cuba/PROPN/NNP/3/conj", "Sanction.discontinue Peru > Chile+Cuba")]
    [InlineData("joined subjects hung elsewhere", "Peru/Peru/PROPN/NNP/6/nsubj and/and/CCONJ/CC/3/cc Chile/Chile/PROPN/NNP/1/conj signed/sign/VERB/VBD/6/ccomp treaties/treaty/NOUN/NNS/4/obj said/say/VERB/VBD/0/root", "Support Peru+Chile >")]
    [InlineData("relative clause", "Peru/Peru/PROPN/NNP/0/root which/which/PRON/WDT/3/nsubj sanctioned/sanction/VERB/VBD/1/acl:relcl Chile/Chile/PROPN/NNP/3/obj", "Sanction.discontinue Peru > Chile")]
    [InlineData("reduced relative", "troops/troop/NOUN/NNS/0/root sent/send/VERB/VBN/1/acl to/to/ADP/IN/4/case Chile/Chile/PROPN/NNP/2/obl by/by/ADP/IN/6/case Peru/Peru/PROPN/NNP/2/obl:agent", "Mobilize.troops Peru > Chile")]
    [InlineData("visitor and host", "Chile/Chile/PROPN/NNP/2/nsubj received/receive/VERB/VBD/0/root Kim/Kim/PROPN/NNP/2/obj", "Consult.visit Kim > Chile")]
    [InlineData("particle", "Peru/Peru/PROPN/NNP/2/nsubj pulled/pull/VERB/VBD/0/root its/its/PRON/PRP$/4/nmod:poss troops/troop/NOUN/NNS/2/obj out/out/ADP/RP/2/compound:prt of/of/ADP/IN/7/case Chile/Chile/PROPN/NNP/2/obl", "Retreat.withdraw Peru > Chile")]
    [InlineData("noun with owner", "Peru/Peru/PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case visit/visit/NOUN/NN/6/nsubj to/to/ADP/IN/5/case Chile/Chile/PROPN/NNP/3/nmod ended/end/VERB/VBD/0/root", "Consult.visit Peru > Chile")]
    [InlineData("noun between", "Talks/talk/NOUN/NNS/6/nsubj between/between/ADP/IN/3/case Peru/Peru/PROPN/NNP/1/nmod and/and/CCONJ/CC/5/cc Chile/Chile/PROPN/NNP/3/conj failed/fail/VERB/VBD/0/root", "Consult Peru+Chile >")]
    [InlineData("light verb", "Peru/Peru/PROPN/NNP/2/nsubj mounted/mount/VERB/VBD/0/root raids/raid/NOUN/NNS/2/obj on/on/ADP/IN/5/case Chile/Chile/PROPN/NNP/3/nmod", "Assault Peru > Chile")]
    [InlineData("suffering subject", "Chile/Chile/PROPN/NNP/2/nsubj suffered/suffer/VERB/VBD/0/root an/a/DET/DT/4/det attack/attack/NOUN/NN/2/obj by/by/ADP/IN/6/case Peru/Peru/PROPN/NNP/4/nmod", "Assault Peru > Chile")]
    [InlineData("a refused talk is no talk", "Peru/Peru/PROPN/NNP/2/nsubj cancelled/cancel/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj with/with/ADP/IN/5/case Chile/Chile/PROPN/NNP/3/nmod", "Reject.meet Peru > Chile")]
    [InlineData("a bare statement is no event", "Peru/Peru/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root Chile/Chile/PROPN/NNP/4/nsubj slept/sleep/VERB/VBD/2/ccomp", "")]
    [InlineData("somebody of whom nothing is known", "writers/writer/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj", "")]
    public void Who_does_what_to_whom(string why, string words, string expected) => Events(words).Select(Show).ShouldBe(expected.Split("; ", StringSplitOptions.RemoveEmptyEntries), why);

    [Fact]
    public void What_is_urged_is_not_told_as_done_and_gives_the_request_its_mode()
    {
        var claims = Claims("Peru/Peru/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj to/to/PART/TO/5/mark release/release/VERB/VB/2/xcomp the/the/DET/DT/7/det prisoners/prisoner/NOUN/NNS/5/obj");
        claims.Select(c => Show((EventMention)c.Body)).ShouldBe(["Request.yield Peru > Chile", "Retreat.release Chile >"]);
        claims.Select(c => c.Factuality.Readings).ShouldBe([Readings.Asserted, Readings.Hypothetical]);
    }

    [Fact]
    public void What_is_refused_has_negative_polarity()
    {
        var claims = Claims("Peru/Peru/PROPN/NNP/2/nsubj refused/refuse/VERB/VBD/0/root to/to/PART/TO/4/mark meet/meet/VERB/VB/2/xcomp Chile/Chile/PROPN/NNP/4/obj");
        claims.Select(c => Show((EventMention)c.Body)).ShouldBe(["Reject.meet Peru > Chile", "Consult Peru+Chile >"]);
        claims[1].Factuality.Polarity.ShouldBe(Polarity.Negative);
    }

    [Fact]
    public void A_threat_names_what_is_threatened_and_whom()
    {
        var claims = Claims("Peru/Peru/PROPN/NNP/2/nsubj threatened/threaten/VERB/VBD/0/root to/to/PART/TO/4/mark attack/attack/VERB/VB/2/xcomp Chile/Chile/PROPN/NNP/4/obj");
        Show((EventMention)claims[0].Body).ShouldBe("Threaten.violence Peru > Chile");
        claims[1].Factuality.Readings.ShouldBe(Readings.Hypothetical);
    }

    [Fact]
    public void A_claim_carries_its_sentence_row_code_and_contexts()
    {
        var claim = Claims("Peru/Peru/PROPN/NNP/2/nsubj bombed/bomb/VERB/VBD/0/root Chile/Chile/PROPN/NNP/2/obj").Single();
        claim.Rule.ShouldBe("event:bomb");
        claim.Evidence.ShouldBe(new TextSpan(0, "Peru bombed Chile".Length));
        var mention = claim.Body.ShouldBeOfType<EventMention>();
        (mention.Cameo, mention.Goldstein).ShouldBe(("195", -10));
        mention.Contexts.ShouldBe(["military"]);
        claim.Confidence.ShouldBeInRange(0.5, 0.95);
    }

    private static IEnumerable<EventMention> Events(string words) => Claims(words).Select(c => (EventMention)c.Body);

    private static IReadOnlyList<Claim> Claims(string words)
    {
        var analyzed = Parsed.Of(words);
        var actors = analyzed.Tokens.Where(t => char.IsUpper(analyzed.Text[t.Span.Start]) && t.Upos is "PROPN" or "ADJ" && char.IsUpper(t.Lemma[0]))
            .Select(t => new ActorMention(t.Span, new Actor(t.Span.In(analyzed.Text), t.Lemma, t.Lemma == "Kim" ? ActorKind.Person : ActorKind.Country) { Country = t.Lemma }));
        return [.. _coder.Code(new Findings(analyzed) { Actors = [.. actors] })];
    }

    private static string Show(EventMention e) =>
        $"{e.Type}{(e.Mode is null ? "" : "." + e.Mode)} {string.Join('+', e.Actors.Select(a => a.Actor.Id))} > {string.Join('+', e.Recipients.Select(a => a.Actor.Id))}".TrimEnd();
}
