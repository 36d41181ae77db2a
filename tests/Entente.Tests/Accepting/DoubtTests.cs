using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Accepting;

/// <summary>Claims of others whose words all stand in the text, and which the text tells otherwise: each is doubted, and what it does tell is not.</summary>
public sealed class DoubtTests
{
    private static readonly Actor Kenya = Country("KEN", "Kenya"), Rwanda = Country("RWA", "Rwanda"), Ghana = Country("GHA", "Ghana");

    [Theory]
    [InlineData("Kenya has not sanctioned Rwanda, the spokesman said.", "sanctioned", EventType.Sanction, Readings.Asserted, "as not so")]
    [InlineData("Kenya denied that it had attacked Rwanda.", "attacked", EventType.Assault, Readings.Asserted, "as not so")]
    [InlineData("Kenya will attack Rwanda on Monday, the spokesman said.", "attack", EventType.Assault, Readings.Asserted, "as planned, and the claim as done")]
    [InlineData("Kenya could attack Rwanda if the talks fail, he said.", "attack", EventType.Assault, Readings.Asserted, "as hypothetical, and the claim as done")]
    [InlineData("Kenya attacked Rwanda on Monday.", "attacked", EventType.Assault, Readings.Asserted, null)]
    [InlineData("Kenya will attack Rwanda on Monday, the spokesman said.", "attack", EventType.Assault, Readings.Planned, null)]
    [InlineData("Kenya signed a gas deal with Rwanda on Monday.", "signed", EventType.Assault, Readings.Asserted, "tells of SUPPORT")]
    [InlineData("Kenya signed a gas deal with Rwanda on Monday.", "signed", EventType.Support, Readings.Asserted, null)]
    [InlineData("Kenya asked Rwanda for talks on Monday.", "for", EventType.Request, Readings.Asserted, "tells of no event by itself")]
    public void What_the_word_of_an_event_tells(string text, string trigger, EventType type, Readings readings, string? doubt) =>
        Expect(text, Event(text, trigger, type, readings, (Kenya, "Kenya"), (Rwanda, "Rwanda")), doubt);

    [Theory]
    [InlineData("Kenya", "Rwanda", null)]
    [InlineData("Rwanda", "Kenya", "it is Kenya who does it to Rwanda, and not the other way round")]
    public void Who_acts_is_not_who_is_acted_upon(string actor, string recipient, string? doubt)
    {
        const string Text = "Kenya attacked Rwanda on Monday.";
        Expect(Text, Event(Text, "attacked", EventType.Assault, Readings.Asserted, (Of(actor), actor), (Of(recipient), recipient)), doubt);
    }

    [Theory]
    [InlineData("Vladimir Putin", "person:emmanuel-macron", "Emmanuel Macron", "'Vladimir Putin' means Vladimir Putin, and the claim says Emmanuel Macron")]
    [InlineData("Vladimir Putin", "person:vladimir-putin", "Vladimir Putin", null)]
    [InlineData("bridge", "person:emmanuel-macron", "Emmanuel Macron", "'bridge' is no word for a person")]
    public void The_words_for_an_actor_mean_it(string words, string id, string name, string? doubt)
    {
        const string Text = "Vladimir Putin criticised Kenya on a bridge on Monday, after Emmanuel Macron had left.";
        Expect(Text, Event(Text, "criticised", EventType.Accuse, Readings.Asserted, (new Actor(id, name, ActorKind.Person), words), (Kenya, "Kenya")), doubt);
    }

    [Fact]
    public void Somebody_of_another_sentence_does_not_act_in_this_one()
    {
        const string Text = "Ghana was silent. Kenya attacked Rwanda on Monday.";
        var claim = Event(Text, "attacked", EventType.Assault, Readings.Asserted, (Ghana, "Ghana"), (Rwanda, "Rwanda")) with { Evidence = Span(Text, "Kenya attacked Rwanda on Monday.") };
        Expect(Text, claim, "it is Kenya who does it, and Ghana stands elsewhere");
    }

    [Theory]
    [InlineData("EUR", "=", "is in USD, and the claim in EUR")]
    [InlineData("USD", "=", null)]
    public void A_figure_has_the_unit_of_its_words(string unit, string change, string? doubt)
    {
        const string Text = "Trade between Kenya and Rwanda reached $5 billion in 2021.";
        Expect(Text, Claim(Text, new FigureClaim(new Quantity(Span(Text, "$5 billion"), 5e9) { Unit = unit, Change = change }), Readings.Asserted), doubt);
    }

    [Theory]
    [InlineData("2021-05-01", null)]
    [InlineData("2019-05-01", "the evidence tells 2021-05-01 (“1 May 2021”), and the claim is of 2019-05-01")]
    public void The_time_is_that_of_the_evidence_where_it_tells_one(string day, string? doubt)
    {
        const string Text = "Kenya attacked Rwanda on 1 May 2021.";
        var time = DateInterval.Day(DateOnly.ParseExact(day, "O"));
        Expect(Text, Event(Text, "attacked", EventType.Assault, Readings.Asserted, (Kenya, "Kenya"), (Rwanda, "Rwanda")) with { Time = new ClaimTime(time, day, "stated") }, doubt);
    }

    [Theory]
    [InlineData("member", "as not so")]
    [InlineData("not a member", null)]
    public void Who_is_no_member_is_none(string standing, string? doubt)
    {
        const string Text = "Kenya has not joined NATO, the spokesman said.";
        var nato = new Actor("org:nato", "NATO", ActorKind.Organisation);
        Expect(Text, Claim(Text, new MembershipClaim(new ActorMention(Span(Text, "Kenya"), Kenya), new ActorMention(Span(Text, "NATO"), nato), standing), Readings.Asserted), doubt);
    }

    [Fact]
    public void Force_that_another_coder_lays_to_a_person_is_an_allegation_whatever_its_chain_says()
    {
        const string Text = "Vladimir Putin attacked Kenya on Monday. Emmanuel Macron travelled to Kenya on Tuesday.";
        var reading = Some.Reader.Read(Some.Coded(Text).Document, null);
        var force = Event(Text, "attacked", EventType.Assault, Readings.Asserted, (new Actor("person:vladimir-putin", "Vladimir Putin", ActorKind.Person), "Vladimir Putin"), (Kenya, "Kenya"));
        var travel = Event(Text, "travelled", EventType.Consult, Readings.Asserted, (new Actor("person:emmanuel-macron", "Emmanuel Macron", ActorKind.Person), "Emmanuel Macron"), (Kenya, "Kenya"));
        reading.Alleged([force, travel]).Select(c => c.Allegation?.Against.Single().Actor.Id).ShouldBe(["person:vladimir-putin", null]);
    }

    private static void Expect(string text, Claim claim, string? doubt)
    {
        var doubts = Some.Reader.Read(Some.Coded(text).Document, null).Doubts(claim).Select(d => d.Message).ToList();
        if (doubt is null)
        {
            doubts.ShouldBeEmpty();
        }
        else
        {
            doubts.ShouldHaveSingleItem().ShouldContain(doubt);
        }
    }

    private static Claim Event(string text, string trigger, EventType type, Readings readings, (Actor Who, string Words) actor, (Actor Who, string Words) recipient) => Claim(
        text, new EventMention(type, null, Span(text, trigger)) { Actors = [new ActorMention(Span(text, actor.Words), actor.Who)], Recipients = [new ActorMention(Span(text, recipient.Words), recipient.Who)] }, readings);

    private static Claim Claim(string text, ClaimBody body, Readings readings) => new("c1", body, new TextSpan(0, text.Length), "coder") { Factuality = new Factuality(Certainty.Certain, Polarity.Positive, readings), Confidence = 1 };

    private static TextSpan Span(string text, string words) => new(text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static Actor Of(string name) => name == "Kenya" ? Kenya : Rwanda;

    private static Actor Country(string code, string name) => new(code, name, ActorKind.Country) { Country = code };
}
