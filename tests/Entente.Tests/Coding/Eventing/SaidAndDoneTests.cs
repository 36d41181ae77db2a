using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>Acts that are refused, announced, told in documents or without a doer, on whole sentences.</summary>
public sealed class SaidAndDoneTests
{
    [Theory]
    [InlineData("Turkey will not lift the ban on Greek ships.", "Reject.yield TUR > GRC +")]
    [InlineData("Turkey did not lift the ban on Greek ships.", "Concede TUR > GRC -")]
    [InlineData("Algeria said it would not recognise the election of the Libyan president.", "Reject.assist DZA > LBY:GOV +")]
    [InlineData("Iran is not ready to talk to Japan.", "Reject.meet IRN > JPN +")]
    [InlineData("Kenya will not free the Somali prisoners unless Somalia pays.", "Reject.yield KEN > SOM:CVL +")]
    public void A_refusal_is_told_apart_from_what_did_not_happen(string text, string expected) => Told(text).ShouldContain(expected);

    [Fact]
    public void A_condition_refuses_nothing() => Told("If Kenya will not free the Somali prisoners, Somalia will close the border.").ShouldNotContain(e => e.StartsWith("Reject", StringComparison.Ordinal));

    [Theory]
    [InlineData("Iran announced it would free the British sailors.", "Agree IRN > GBR:MIL +", "Retreat.release IRN > GBR:MIL + planned")]
    [InlineData("NATO confirmed that it would tighten the blockade of Serbia.", "Threaten.restrict org:nato > SRB +", "Coerce.restrict org:nato > SRB + planned")]
    public void Who_announces_his_own_act_commits_himself(string text, string said, string act)
    {
        var told = Told(text);
        told.ShouldContain(said);
        told.ShouldContain(act);
    }

    [Fact]
    public void What_another_will_do_is_no_promise() => Told("Iran announced that Russia would free the British sailors.").ShouldNotContain(e => e.StartsWith("Agree", StringComparison.Ordinal));

    [Theory]
    [InlineData("The Chilean Senate approved a resolution condemning Venezuela.", "Accuse.disapprove CHL:LEG > VEN")]
    [InlineData("Peru's statement condemned Venezuela.", "Accuse.disapprove PER > VEN")]
    [InlineData("A letter signed by Peru accused Venezuela of fraud.", "Accuse.allege PER > VEN")]
    public void Who_issues_a_document_does_what_it_says(string text, string expected) => Told(text).ShouldContain(e => e.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("The French journalist was arrested in Rwanda.", "Coerce.arrest RWA > FRA:JRN +")]
    [InlineData("Two French journalists were killed in a car bomb in Beirut.", "Assault LBN:UAF > FRA:JRN +")]
    public void Without_a_doer_the_place_tells_the_authority_or_that_nobody_is_known(string text, string expected) => Told(text).ShouldContain(expected);

    [Fact]
    public void An_accident_is_no_assault() => Told("Two French journalists were killed in a car crash near Beirut.").ShouldBeEmpty();

    [Fact]
    public void Who_is_named_only_to_be_left_out_did_nothing() => Told("A foreign company, not Kenya, hacked the ministry of Chad.").ShouldBeEmpty();

    [Fact]
    public void Who_refuses_to_act_against_somebody_refuses_nothing_to_him() =>
        Told("Kenya refused to condemn the Chadian raid.").ShouldContain("Reject.change KEN >  +");

    [Fact]
    public void Lifted_sanctions_are_not_imposed() => Told("The United States lifted its sanctions on Chad.").ShouldBe(["Retreat USA > TCD +"]);

    [Fact]
    public void Attempts_are_those_of_whom_they_are_by() => Told("The visit came amid attempts by Kenya to isolate Chad.").ShouldContain(e => e.StartsWith("Sanction KEN > TCD", StringComparison.Ordinal));

    [Fact]
    public void An_actor_by_the_place_says_so()
    {
        var claim = Some.Claims<EventMention>("The French journalist was arrested in Rwanda.").Single();
        claim.Actors.Single().Via.ShouldBe("place");
    }

    [Fact]
    public void A_sentence_of_two_actors_that_yields_nothing_says_why()
    {
        var coded = Some.Coded("Kenya admires Somalia. Peru condemned Chile.");
        var silence = coded.Silences.ShouldHaveSingleItem();
        silence.Sentence.In(coded.Document.Text).ShouldBe("Kenya admires Somalia.");
        silence.Words.ShouldHaveSingleItem().Reason.ShouldBe("no row of data/event-frames.tsv has the verb 'admire'");
    }

    [Fact]
    public void The_row_that_came_nearest_is_named()
    {
        var word = Some.Coded("Kenya bought the hotel from Somalia.").Silences.Single().Words.Single();
        word.Frame.ShouldBe("buy-goods");
        word.Reason.ShouldStartWith("it asks for the object to be ");
    }

    private static List<string> Told(string text) => [.. Some.Coded(text).Claims.Where(c => c.Body is EventMention).Select(Show)];

    private static string Show(Claim claim)
    {
        var told = (EventMention)claim.Body;
        return $"{told.Type}{(told.Mode is null ? "" : "." + told.Mode)} {Ids(told.Actors)} > {Ids(told.Recipients)} {(claim.Factuality.Polarity == Polarity.Positive ? "+" : "-")}"
            + (claim.Factuality.Readings == Readings.Asserted ? "" : " " + claim.Factuality.Readings.ToString().ToLowerInvariant());
    }

    private static string Ids(IReadOnlyList<ActorMention> mentions) => string.Join('+', mentions.Select(m => m.Actor.Id));
}
