using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Claims.Accepting;
using Shouldly;
using Xunit;

namespace Entente.Tests.Accepting;

/// <summary>Each claim that is wrong has a reason of its own, which names the member and what would be right.</summary>
public sealed class AccepterTests
{
    private const string Gone = "ENT050", Unknown = "ENT051", Place = "ENT052", Quote = "ENT053", NotSaid = "ENT054";

    [Theory]
    [InlineData("event")]
    [InlineData("figure")]
    [InlineData("count")]
    [InlineData("membership")]
    [InlineData("agreement")]
    [InlineData("label")]
    [InlineData("role")]
    [InlineData("position")]
    public void A_claim_that_the_text_says_is_taken(string kind)
    {
        var accepted = GoodClaims.Accept(GoodClaims.Of(kind));
        accepted.Reasons.ShouldBeEmpty();
        CodedNames.Of(accepted.Claim!.Kind).ShouldBe(kind);
        accepted.Claim.Rule.ShouldBe("by hand");
    }

    [Theory]
    [InlineData("event", "kind", null, Gone, "kind: is missing")]
    [InlineData("event", "kind", "\"war\"", Unknown, "kind: 'war' is not known. Write one of event, figure")]
    [InlineData("event", "kind", "7", Gone, "kind: is a number and no text")]
    [InlineData("event", "event", null, Gone, "event: is missing")]
    [InlineData("event", "event", "[]", Gone, "event: is a list and no object")]
    [InlineData("event", "figure", "{}", Gone, "figure: a claim of the kind event has no figure")]
    [InlineData("event", "truth", "true", Gone, "truth: there is no such member here")]
    [InlineData("event", "event.type", "\"ATTACK\"", Unknown, "event.type: 'ATTACK' is not known. Write one of AGREE, CONSULT")]
    [InlineData("event", "event.type", "\"consult\"", Unknown, "event.type: 'consult' is not known")]
    [InlineData("event", "event.type", "\"\"", Gone, "event.type: is empty")]
    [InlineData("event", "event.mode", "\"visit\"", Unknown, "event.mode: COOPERATE has no mode 'visit'")]
    [InlineData("event", "event.contexts[0]", "\"fish\"", Unknown, "event.contexts[0]: 'fish' is no PLOVER context. Write one of military")]
    [InlineData("event", "event.contexts", "\"economic\"", Gone, "event.contexts: is a text and no list")]
    [InlineData("event", "event.contexts", "[\"economic\", \"economic\"]", Unknown, "event.contexts[1]: 'economic' stands there twice")]
    [InlineData("event", "event.trigger", null, Gone, "event.trigger: is missing")]
    [InlineData("event", "event.trigger.end", "19", Place, "event.trigger: 19–19 holds nothing")]
    [InlineData("event", "event.trigger.start", "20", Place, "event.trigger: 20–25 cuts the word 'signed': 'igned'")]
    [InlineData("event", "event.trigger.end", "24", Place, "event.trigger: 19–24 cuts the word 'signed': 'signe'")]
    [InlineData("event", "event.trigger", """{"start":61,"end":66}""", Place, "event.trigger: 'Trade' lies outside the evidence")]
    [InlineData("figure", "evidence", """{"start":2,"end":8}""", Place, "figure: '$5 billion' lies outside the evidence")]
    [InlineData("label", "label.words", "\"fishing pact\"", Place, "label.words: 'fishing pact' stands outside the evidence")]
    [InlineData("event", "event.trigger.start", "18.5", Gone, "event.trigger.start: 18.5 is no offset")]
    [InlineData("event", "event.trigger.start", "-1", Gone, "event.trigger.start: -1 is no offset")]
    [InlineData("event", "event.trigger.start", "\"19\"", Gone, "event.trigger.start: is a text and no offset")]
    [InlineData("event", "event.trigger.start", "99999999999", Gone, "is no offset")]
    [InlineData("event", "event.trigger.end", null, Gone, "event.trigger: end is missing")]
    [InlineData("event", "event.actors", null, Gone, "event.actors: is missing. Write a list")]
    [InlineData("event", "event.actors", "[]", Gone, "event.actors: the event has nobody who acts")]
    [InlineData("event", "event.actors[0]", "\"NOR\"", Gone, "event.actors[0]: is a text and no object")]
    [InlineData("event", "event.actors[0].id", null, Gone, "event.actors[0].id: is missing")]
    [InlineData("event", "event.actors[0].name", null, Gone, "event.actors[0].name: is missing")]
    [InlineData("event", "event.actors[0].kind", "\"nation\"", Unknown, "event.actors[0].kind: 'nation' is not known. Write one of country, government")]
    [InlineData("event", "event.actors[0].id", "\"NRW\"", Unknown, "event.actors[0].id: 'NRW' is no code of a country")]
    [InlineData("event", "event.actors[0].country", "\"NO\"", Unknown, "event.actors[0].country: 'NO' is no code of a country. Write ISO 3166-1 alpha-3")]
    [InlineData("event", "event.actors[0].sector", "\"FISH\"", Unknown, "event.actors[0].sector: 'FISH' is not known")]
    [InlineData("event", "event.actors[0].id", "\"SWE\"", Unknown, "event.actors[0].id: the id SWE is Sweden, not 'Norway'")]
    [InlineData("event", "event.actors[0]", """{"start":2,"end":8,"id":"SWE","name":"Sweden","kind":"country"}""", NotSaid, "event.actors[0].name: 'Sweden' is named nowhere in the text")]
    [InlineData("event", "event.actors[0]", """{"start":2,"end":8,"id":"GHA","name":"Ghana","kind":"country"}""", NotSaid, "event.actors[0]: the words 'Norway' name NOR, not GHA")]
    [InlineData("event", "event.actors[0]", """{"start":2,"end":8,"id":"name:ola-berg","name":"Ola Berg","kind":"person"}""", NotSaid, "'Ola Berg' is named nowhere in the text")]
    [InlineData("event", "event.actors[0].id", "\"nor way\"", Unknown, "'nor way' is no id: it holds white space")]
    [InlineData("event", "event.actors[0].id", "\"person:Kari Holm\"", Unknown, "'person:Kari Holm' is no id: it holds white space. Write person:kari-holm.")]
    [InlineData("event", "event.actors[0].id", "\"the Norwegians too\"", Unknown, "Write name:the-norwegians-too.")]
    [InlineData("event", "event.actors[0].id", "\"name: \"", Unknown, "is no id: it holds white space. Write name:norway.")]
    [InlineData("event", "event.actors[0].kind", "\"outlet\"", Unknown, "event.actors[0].kind: NOR is a country and no outlet")]
    [InlineData("event", "event.actors[0].country", "\"GHA\"", Unknown, "event.actors[0].country: the id NOR is of NOR, not of GHA")]
    [InlineData("event", "event.place.country", "\"GHA\"", Unknown, "event.place.country: Oslo is of NOR by data/places.tsv, not of GHA")]
    [InlineData("event", "event.place", """{"start":44,"end":48,"name":"Oslo","latitude":0,"longitude":0}""", Unknown, "event.place.latitude: Oslo lies near 59.91, 10.75 by data/places.tsv, not near 0, 0")]
    [InlineData("event", "chain[0].kind", "\"outlet\"", Unknown, "chain[0].kind: 'Norway' is the country NOR and no outlet")]
    [InlineData("figure", "figure.unit", "\"bananas\"", NotSaid, "figure.unit: 'bananas' is no unit of data/units.tsv, and the text does not hold it")]
    [InlineData("figure", "figure.period", "\"lately\"", Unknown, "figure.period: 'lately' is no TIMEX3 value")]
    [InlineData("count", "count.since", "\"the war\"", Unknown, "count.since: 'the war' is no TIMEX3 value")]
    [InlineData("figure", "figure.of", "\"loan\"", NotSaid, "figure.of: the evidence tells the measure 'loan' by none of its words (loan, credit, credit line, lending")]
    [InlineData("position", "position.proposition", "\"multilateralism:NOR\"", Unknown, "multilateralism is about no country or organisation. Write multilateralism alone")]
    [InlineData("position", "position.proposition", "\"threat\"", Unknown, "threat is about one country or organisation. Write it as threat:NOR")]
    [InlineData("position", "position.proposition", "\"alliance-of\"", Unknown, "Near it are alliance")]
    [InlineData("event", "event.actors[0].antecedent", """{"start":5,"end":2}""", Place, "event.actors[0].antecedent: 5–2 is the wrong way round")]
    [InlineData("event", "event.place.name", "\"Bergen\"", NotSaid, "event.place.name: 'Bergen' is named nowhere in the text")]
    [InlineData("event", "event.place.latitude", "91", Unknown, "event.place.latitude: 91 lies outside -90–90")]
    [InlineData("event", "event.cameo", "\"190\"", Unknown, "event.cameo: is derived from type and mode and would be")]
    [InlineData("event", "event.goldstein", "-10", Unknown, "event.goldstein: is derived from type and mode")]
    [InlineData("event", "event.agreement", """{"start":2,"end":8,"id":"pact","name":"fishing pact","kind":"pact"}""", Unknown, "event.agreement.id: 'pact' is no id of an agreement")]
    [InlineData("event", "event.agreement", """{"start":2,"end":8,"id":"agreement:x","name":"whaling pact of 1931","kind":"pact"}""", NotSaid, "'whaling pact of 1931' is named nowhere in the text")]
    [InlineData("event", "evidence", null, Gone, "evidence: is missing")]
    [InlineData("event", "evidence", "{}", Gone, "evidence: start and end are missing")]
    [InlineData("event", "evidence.end", "9999", Place, "evidence: 2–9999 lies outside the text, which has 282 characters")]
    [InlineData("event", "evidence.quote", "\"Ghana and Norway signed\"", Quote, "evidence: the text does not hold the quote 'Ghana and Norway signed'")]
    [InlineData("event", "event.trigger.quote", "\"sign\"", Quote, "event.trigger: the text does not hold the quote 'sign'")]
    [InlineData("event", "event.trigger", """{"start":18,"end":24,"quote":"signed"}""", Quote, "event.trigger: the quote 'signed' stands at 19–25, not at 18–24")]
    [InlineData("event", "event.actors[0].quote", "\"Ghana\"", Quote, "event.actors[0]: the quote 'Ghana' stands at 13–18 and ")]
    [InlineData("event", "time", "\"2023\"", Gone, "time: is a text and no object")]
    [InlineData("event", "time", "{}", Gone, "time: tells no days")]
    [InlineData("event", "time.earliest", "\"2023-02-33\"", Unknown, "time.earliest: '2023-02-33' is no day of the calendar. Write it as 2023-03-17")]
    [InlineData("event", "time.earliest", "\"14/03/2023\"", Unknown, "time.earliest: '14/03/2023' is no day")]
    [InlineData("event", "time.value", "\"2023-13-01\"", Unknown, "time.value: '2023-13-01' is no TIMEX3 value")]
    [InlineData("event", "time.value", "\"last spring\"", Unknown, "is no TIMEX3 value")]
    [InlineData("event", "time.value", "\"2014\"", Unknown, "time.value: '2014' lies outside the days")]
    [InlineData("event", "time.latest", "\"2023-03-01\"", Unknown, "time: the earliest day 2023-03-14 lies after the latest 2023-03-01")]
    [InlineData("event", "time.basis", "\"guess\"", Unknown, "time.basis: 'guess' is not known. Write one of stated, relative")]
    [InlineData("event", "time.basis", null, Gone, "time.basis: is missing")]
    [InlineData("event", "factuality", null, Gone, "factuality: is missing")]
    [InlineData("event", "factuality.certainty", "\"certain\"", Unknown, "factuality.certainty: 'certain' is not known. Write one of CT, PR, PS, U")]
    [InlineData("event", "factuality.polarity", "\"−\"", Unknown, "factuality.polarity: '−' is not known. Write one of +, -")]
    [InlineData("event", "factuality.readings", "[]", Gone, "factuality.readings: holds 0. Write one or two")]
    [InlineData("event", "factuality.readings", """["asserted","planned","denied"]""", Gone, "factuality.readings: holds 3. Write one or two")]
    [InlineData("event", "factuality.readings[0]", "\"true\"", Unknown, "factuality.readings[0]: 'true' is no reading. Write one of asserted, planned")]
    [InlineData("event", "confidence", null, Gone, "confidence: is missing")]
    [InlineData("event", "confidence", "1.5", Unknown, "confidence: 1.5 lies outside 0–1")]
    [InlineData("event", "confidence", "-0.1", Unknown, "confidence: -0.1 lies outside 0–1")]
    [InlineData("event", "confidence", "\"high\"", Gone, "confidence: is a text and no number")]
    [InlineData("event", "confidence", "\"NaN\"", Gone, "confidence: is a text and no number")]
    [InlineData("event", "chain", "\"Norway\"", Gone, "chain: is a text and no list")]
    [InlineData("event", "chain", "{}", Gone, "chain: is an object and no list")]
    [InlineData("event", "chain[0].name", null, Gone, "chain[0].name: is missing")]
    [InlineData("event", "chain[0].kind", "\"source\"", Unknown, "chain[0].kind: 'source' is not known. Write one of publisher, outlet")]
    [InlineData("event", "chain[0].words", "\"Norway denied\"", NotSaid, "chain[0].words: the text does not hold 'Norway denied'")]
    [InlineData("event", "chain[0]", """{"name":"Reuters","kind":"outlet"}""", NotSaid, "chain[0].name: the source 'Reuters' is named nowhere in the text")]
    [InlineData("event", "chain[0].gives", "[\"asserted\"]", Unknown, "chain[0].gives[0]: 'asserted' is no reading of a source")]
    [InlineData("event", "id", "\"a\\u0000b\"", Gone, "id: holds a control character")]
    [InlineData("event", "allegation", """{"against":"Holm","denials":[]}""", Gone, "allegation.against: is a text and no list")]
    [InlineData("event", "allegation", """{"against":[],"denials":[{"start":2,"end":8,"by":"Ola Berg"}]}""", NotSaid, "allegation.denials[0].by: the text does not hold 'Ola Berg'")]
    [InlineData("figure", "figure.value", "6e9", NotSaid, "figure.value: the words '$5 billion' tell 5,000,000,000, not 6,000,000,000")]
    [InlineData("figure", "figure.value", "5", NotSaid, "figure.value: the words '$5 billion' tell 5,000,000,000, not 5")]
    [InlineData("figure", "figure.value", "\"5 billion\"", Gone, "figure.value: is a text and no number")]
    [InlineData("figure", "figure.from", "4e9", NotSaid, "figure.from: the words 'Trade between them rose to $5 billion from $3 billion' tell 5,000,000,000 and 3,000,000,000, not 4,000,000,000")]
    [InlineData("figure", "figure.of", "\"oil exports\"", NotSaid, "figure.of: the text does not hold 'oil exports'")]
    [InlineData("figure", "figure.change", "\"rose\"", Unknown, "figure.change: 'rose' is not known. Write one of =, ~, >, <, up, down")]
    [InlineData("figure", "figure.record", "\"best\"", Unknown, "figure.record: 'best' is not known. Write one of high, low")]
    [InlineData("figure", "figure.high", "3e9", NotSaid, "figure.high: the words '$5 billion' tell")]
    [InlineData("count", "count.n", "4", NotSaid, "count.n: the words 'It was their third meeting.' tell 3, not 4")]
    [InlineData("count", "count.n", "-3", Unknown, "count.n: -3 lies outside 0–")]
    [InlineData("count", "count.what", "\"summit\"", NotSaid, "count.what: the evidence does not hold 'summit' of 'summit'")]
    [InlineData("membership", "membership.standing", "\"joined\"", Unknown, "membership.standing: 'joined' is not known. Write one of member, founder")]
    [InlineData("membership", "membership.organisation", null, Gone, "membership.organisation: is missing")]
    [InlineData("membership", "membership.organisation", """{"start":2,"end":8,"id":"org:nato","name":"NATO","kind":"organisation"}""", NotSaid, "'NATO' is named nowhere in the text")]
    [InlineData("agreement", "agreement.state", "\"ratified\"", Unknown, "agreement.state: 'ratified' is not known. Write one of signed, planned")]
    [InlineData("agreement", "agreement.name", "\"whaling pact\"", NotSaid, "agreement.name: the evidence does not hold 'whaling' of 'whaling pact'")]
    [InlineData("label", "label.words", "\"staunch friend\"", NotSaid, "label.words: the text does not hold 'staunch friend'")]
    [InlineData("label", "label.about", "[]", Gone, "label.about: nobody is called so")]
    [InlineData("role", "role.office", "\"prime minister\"", NotSaid, "role.office: the evidence does not hold 'prime' of 'prime minister'")]
    [InlineData("role", "role.country", "\"Norway\"", Unknown, "role.country: 'Norway' is no code of a country")]
    [InlineData("position", "position.stance", "\"pro\"", Unknown, "position.stance: 'pro' is not known. Write one of for, against, unsure")]
    [InlineData("position", "position.proposition", "\"the-moon-is-cheese\"", Unknown, "position.proposition: 'the-moon-is-cheese' is no proposition of data/propositions.tsv")]
    [InlineData("position", "position.proposition", "\"alliance:NOR\"", Unknown, "alliance is about two countries or organisations. Write it as alliance:CHE-NOR")]
    [InlineData("position", "position.proposition", "\"alliance:NOR-SWE\"", NotSaid, "position.proposition: SWE is named nowhere in the text")]
    [InlineData("position", "position.reason", "\"out of spite\"", NotSaid, "position.reason: the text does not hold 'out of spite'")]
    public void A_claim_that_is_wrong_is_refused_with_the_reason(string kind, string path, string? json, string code, string reason)
    {
        var refused = GoodClaims.Accept(GoodClaims.Spoilt(GoodClaims.Of(kind), path, json));
        refused.Claim.ShouldBeNull();
        refused.Reasons.ShouldContain(r => r.Code == code && r.Message.Contains(reason, StringComparison.Ordinal), string.Join("\n", refused.Reasons.Select(r => r.Code + " " + r.Message)));
    }

    [Theory]
    [InlineData("7", Gone, "is a number and no object")]
    [InlineData("null", Gone, "is null and no object")]
    [InlineData("[]", Gone, "is a list and no object")]
    [InlineData("""{"kind":"event","kind":"figure"}""", Gone, "kind: stands there twice")]
    [InlineData("""{"confidence":1e999}""", Unknown, "confidence: 1e999 is no number that can be kept")]
    [InlineData("""{"kind":"\ud83d"}""", Gone, "kind: holds half of a surrogate pair")]
    [InlineData("""{"\ud83d":1}""", Gone, "there is no such member here")]
    [InlineData("""{"factuality":{"readings":["\udc00"]}}""", Unknown, "factuality.readings[0]: a text is no reading")]
    public void What_is_hardly_a_claim_is_refused_too(string json, string code, string reason)
    {
        var refused = GoodClaims.Accept(json);
        refused.Claim.ShouldBeNull();
        refused.Reasons.ShouldContain(r => r.Code == code && r.Message.Contains(reason, StringComparison.Ordinal), string.Join("\n", refused.Reasons.Select(r => r.Code + " " + r.Message)));
    }

    [Fact]
    public void A_very_long_name_is_refused_in_a_short_reason()
    {
        var refused = GoodClaims.Accept(GoodClaims.Spoilt(GoodClaims.Of("event"), "event.actors[0].name", "\"" + new string('x', 100_000) + "\""));
        refused.Reasons.ShouldHaveSingleItem().Message.ShouldBe("event.actors[0].name: has 100,000 characters, and at most 300 are taken.");
        GoodClaims.Accept(GoodClaims.Spoilt(GoodClaims.Of("event"), "event.type", "\"" + new string('y', 1000) + "\"")).Reasons.ShouldAllBe(r => r.Message.Length < 400);
        GoodClaims.Accept(GoodClaims.Spoilt(GoodClaims.Of("event"), "event.contexts", "[" + string.Join(',', Enumerable.Repeat("\"a\"", 5000)) + "]")).Reasons.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_least_that_a_claim_needs_is_its_kind_its_words_how_it_is_told_and_how_sure_it_is()
    {
        var claim = GoodClaims.Of("label");
        foreach (var member in new[] { "id", "time", "chain", "rule" })
        {
            claim.Remove(member);
        }

        claim["label"]!.AsObject().Remove("by");
        var accepted = GoodClaims.Accept(claim);
        accepted.Reasons.ShouldBeEmpty();
        accepted.Claim!.Id.Length.ShouldBe(12);
        accepted.Claim.Chain.Links.ShouldBeEmpty();
        GoodClaims.Accept(claim).Claim!.Id.ShouldBe(accepted.Claim.Id);
    }

    [Fact]
    public void A_quote_is_looked_for_where_that_is_asked_and_it_stands_once()
    {
        var claim = GoodClaims.Of("event");
        claim["evidence"] = new JsonObject { ["quote"] = "Norway and Ghana  signed a fishing pact" };
        claim["event"]!["trigger"] = new JsonObject { ["start"] = 0, ["end"] = 3, ["quote"] = "signed" };
        claim["event"]!["actors"]![0]!["quote"] = "Norway";
        claim["event"]!["actors"]![0]!.AsObject().Remove("start");
        GoodClaims.Accept(claim).Claim.ShouldBeNull();
        var found = GoodClaims.Accept(claim, new AcceptedText(GoodClaims.Text) { FindQuotes = true });
        found.Claim.ShouldNotBeNull();
        found.Claim.Evidence.In(GoodClaims.Text).ShouldBe("Norway and Ghana signed a fishing pact");
        found.Notes.Select(n => n.Message).ShouldBe(
            ["evidence: 'Norway and Ghana signed a fishing pact' was found by its words at 2–40.", "event.trigger: 'signed' was found by its words at 19–25.", "event.actors[0]: 'Norway' was found by its words at 2–8."]);
        claim["evidence"] = new JsonObject { ["quote"] = "Ghana" };
        GoodClaims.Accept(claim, new AcceptedText(GoodClaims.Text) { FindQuotes = true }).Reasons[0].Message.ShouldStartWith("evidence: the text holds the quote 'Ghana' 3 times, so that its place is not sure.");
    }

    [Theory]
    [InlineData("In 1998 they met.", "1998-03-01", true)]
    [InlineData("In fiscal 1998 they met.", "1997-10-01", true)]
    [InlineData("In the 1990s they met.", "1995-01-01", true)]
    [InlineData("In the last century they met.", "1950-01-01", true)]
    [InlineData("On 1 March they met.", "2023-03-01", true)]
    [InlineData("On 1 March they met.", "1998-03-01", false)]
    [InlineData("In 1998 they met.", "2008-03-01", false)]
    public void A_year_that_is_stated_stands_in_the_text(string said, string day, bool isTold)
    {
        var claim = GoodClaims.Of("event");
        claim["time"] = new JsonObject { ["earliest"] = day, ["latest"] = day, ["basis"] = "stated" };
        claim["evidence"] = new JsonObject { ["start"] = 2, ["end"] = new AcceptedText(GoodClaims.Text + " " + said).Length };
        var text = new AcceptedText(GoodClaims.Text + " " + said) { Published = DateInterval.Day(new DateOnly(2023, 3, 17)) };
        (GoodClaims.Accept(claim, text).Claim is not null).ShouldBe(isTold);
        claim["time"]!["basis"] = "relative";
        GoodClaims.Accept(claim, text).Claim.ShouldNotBeNull();
    }

    [Fact]
    public void Nothing_is_claimed_from_a_comment()
    {
        var end = GoodClaims.Text.IndexOf("Trade", StringComparison.Ordinal);
        Block[] blocks = [new Block(new TextSpan(0, end), BlockRole.Comment, default), new Block(TextSpan.FromBounds(end, GoodClaims.Text.Length), BlockRole.Body, default)];
        var text = new AcceptedText(GoodClaims.Text) { Blocks = blocks };
        GoodClaims.Accept(GoodClaims.Of("event"), text).Reasons.ShouldHaveSingleItem().Message.ShouldBe("evidence: stands in a comment block, and only the article's own text holds claims.");
        GoodClaims.Accept(GoodClaims.Of("figure"), text).Reasons.ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_another_text_are_looked_for_in_ours()
    {
        var ours = "Late news. " + GoodClaims.Text.Replace("Ghana is a member", "Ghana was a member", StringComparison.Ordinal);
        var text = new AcceptedText(ours) { Given = new AcceptedText(GoodClaims.Text) };
        GoodClaims.Accept(GoodClaims.Of("event"), text).Claim!.Evidence.In(ours).ShouldBe("Norway and Ghana signed a fishing pact in Oslo on Tuesday.");
        GoodClaims.Accept(GoodClaims.Of("membership"), text).Reasons[0].Message.ShouldBe("evidence: the record's text of the document, which is another than the coder's, does not hold the quote 'Ghana is a member of ECOWAS.'.");
    }

    [Theory]
    [InlineData("places", 1.0)]
    [InlineData("numbers", 0.9)]
    [InlineData("actors", 0.95)]
    [InlineData("words", 0.9)]
    public void What_is_spoilt_on_purpose_is_refused(string how, double least)
    {
        var (spoilt, refused) = (0, 0);
        foreach (var document in Some.SamplePages().Select(f => Some.Coder.Code(new Page(Path.GetFileName(f), File.ReadAllBytes(f)))).SelectMany(p => p.Documents.Select(d => (Coded: d, p.Read))))
        {
            var text = new AcceptedText(document.Coded.Document.Text);
            foreach (var claim in JsonNode.Parse(CodedJson.Write(document.Coded, document.Read))!["claims"]!.AsArray().Where(c => Spoil(c!.AsObject(), how)))
            {
                spoilt++;
                refused += GoodClaims.Accept(claim!, text).Claim is null ? 1 : 0;
            }
        }

        spoilt.ShouldBeGreaterThan(20);
        ((double)refused / spoilt).ShouldBeGreaterThanOrEqualTo(least, $"{refused} of {spoilt}");
    }

    /// <summary>As a sloppy coder might: every place one too far, another number, an actor whom the text does not name, words that it does not hold. False where there is nothing to spoil.</summary>
    private static bool Spoil(JsonObject claim, string how)
    {
        var body = claim[(string)claim["kind"]!]!.AsObject();
        switch (how)
        {
            case "places":
                GoodClaims.Moved(claim, 1);
                return true;
            case "numbers":
                var number = body.ContainsKey("n") ? "n" : body.ContainsKey("value") ? "value" : null;
                body[number ?? "none"] = number is null ? null : ((double)body[number]! * 10) + 1;
                return number is not null;
            case "actors":
                var actor = body.Select(m => m.Value).OfType<JsonArray>().SelectMany(l => l).OfType<JsonObject>().FirstOrDefault(a => a.ContainsKey("name"));
                actor?.Remove("antecedent");
                foreach (var (name, value) in new[] { ("id", "VUT"), ("name", "Vanuatu"), ("kind", "country"), ("country", "VUT") })
                {
                    actor?[name] = value;
                }

                return actor is not null;
            default:
                var words = new[] { "office", "what" }.FirstOrDefault(body.ContainsKey) ?? ((string)claim["kind"]! == "label" ? "words" : null);
                body[words ?? "none"] = words is null ? null : "honorary " + (string)body[words]!;
                return words is not null;
        }
    }

    [Fact]
    public void All_that_our_own_coder_finds_in_the_samples_is_taken_and_stays_what_it_was()
    {
        foreach (var path in Some.SamplePages())
        {
            var page = new Page(Path.GetFileName(path), File.ReadAllBytes(path));
            var coded = Some.Coder.Code(page);
            foreach (var document in coded.Documents)
            {
                using var json = JsonDocument.Parse(CodedJson.Write(document, coded.Read));
                var text = new AcceptedText(document.Document.Text);
                var claims = json.RootElement.GetProperty("claims").EnumerateArray().Select(c => GoodClaims.Accepter.Accept(c, text)).ToList();
                claims.SelectMany(c => c.Reasons).ShouldBeEmpty(path);
                var again = CodedJson.Write(document with { Claims = [.. claims.Select(c => c.Claim!)] }, coded.Read);
                System.Text.Encoding.UTF8.GetString(again).ShouldBe(json.RootElement.GetRawText(), path);
            }
        }
    }
}
