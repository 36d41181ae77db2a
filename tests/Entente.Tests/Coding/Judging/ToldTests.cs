using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Judging;

/// <summary>How predicates of whole sentences are told, from plain text: the word in asterisks, its degree and readings.</summary>
public sealed class ToldTests
{
    [Theory]
    [InlineData("Chile was careful not to *blame* Peru.", "U-", "hypothetical")]
    [InlineData("The envoys had yet to *sign* the treaty.", "CT-", "asserted")]
    [InlineData("Rather than *sell* the ship, the owner sank it.", "CT-", "asserted")]
    [InlineData("The owner sank the ship instead of *selling* it.", "CT-", "asserted")]
    [InlineData("Few states *signed* the charter.", "PR-", "asserted")]
    [InlineData("A few states *signed* the charter.", "CT+", "asserted")]
    [InlineData("The mayor *said* no bridge had fallen.", "CT+", "asserted")]
    [InlineData("The ship nearly *sank* in the bay.", "PS-", "hypothetical")]
    [InlineData("Prices nearly *doubled* in spring.", "CT+", "asserted")]
    public void A_negation_finds_its_word(string marked, string degree, string readings) => Told(marked).ShouldBe((degree, readings));

    [Theory]
    [InlineData("The guards will *leave* as long as the crowd sings.", "U+", "planned|hypothetical")]
    [InlineData("The guards will leave in case they *return*.", "U+", "hypothetical")]
    [InlineData("Should the talks *fail*, the guards will leave.", "U+", "hypothetical")]
    [InlineData("Should the talks fail, the guards will *leave*.", "U+", "planned|hypothetical")]
    [InlineData("Had the bank *signed* the contract, the firm would have paid.", "U+", "hypothetical")]
    [InlineData("The guards will *leave* on condition that the crowd sings.", "U+", "planned|hypothetical")]
    [InlineData("The guards *agreed* to leave if the crowd goes home.", "CT+", "asserted")]
    [InlineData("The guards agreed to *leave* if the crowd goes home.", "U+", "planned|hypothetical")]
    [InlineData("The bank will *close* even if the crowd goes home.", "CT+", "planned")]
    public void A_condition_reaches_both_its_sides(string marked, string degree, string readings) => Told(marked).ShouldBe((degree, readings));

    [Theory]
    [InlineData("The failed attempt to *raise* the wreck cost a fortune.", "CT-", "asserted")]
    [InlineData("The crew rejected a *proposal* to sell the ship.", "CT+", "asserted")]
    [InlineData("The crew rejected a proposal to *sell* the ship.", "U+", "hypothetical")]
    [InlineData("The rebels kept their promise to *free* the sailors.", "CT+", "asserted")]
    [InlineData("The storm made it impossible for the ships to *leave*.", "CT-", "asserted")]
    [InlineData("Police barred the crowd from *entering* the square.", "CT-", "asserted")]
    [InlineData("The king allowed the doctors to *enter* the palace.", "PR+", "asserted")]
    [InlineData("The loan will be used to *build* a dam.", "PR+", "planned")]
    [InlineData("The farmers used to *plant* wheat there.", "CT+", "asserted")]
    [InlineData("The minister did not rule out *selling* the railway.", "PS+", "hypothetical")]
    [InlineData("The guards held back from *entering* the chapel.", "CT-", "asserted")]
    [InlineData("The guards will leave when the crowd *goes*.", "CT+", "planned")]
    [InlineData("She was the first woman to *climb* the wall.", "CT+", "asserted")]
    [InlineData("The mayors met to *discuss* the bridge.", "CT+", "asserted")]
    [InlineData("The *invasion* would give them a port.", "U+", "hypothetical")]
    [InlineData("Smoke could be *seen* above the harbour.", "CT+", "asserted")]
    [InlineData("The council expects the *talks* to fail.", "CT+", "asserted")]
    public void What_stands_above_decides(string marked, string degree, string readings) => Told(marked).ShouldBe((degree, readings));

    [Theory]
    [InlineData("There were rumours, always denied, that the bank *sold* gold.", "PR+", "rumoured|denied")]
    [InlineData("The bank denied rumours that it *sold* gold.", "PR+", "rumoured|denied")]
    [InlineData("The bank rejected claims that it *sold* gold.", "CT-", "denied")]
    [InlineData("There is no evidence that the bank *sold* gold.", "U+", "hypothetical")]
    [InlineData("It is not true that the bank *sold* gold.", "CT-", "asserted")]
    [InlineData("The bank *sold* gold, he thinks.", "PR+", "opinion")]
    [InlineData("Judging by the papers, the bank *sold* gold.", "PR+", "inferred")]
    [InlineData("Will the bank *sell* gold?", "U+", "hypothetical")]
    [InlineData("They offered a reward for information *leading* to the thief.", "U+", "hypothetical")]
    [InlineData("He was the 112th climber to *reach* the top.", "CT+", "asserted")]
    [InlineData("The bank has no plans to *sell* gold.", "PR-", "planned")]
    public void Rumours_reports_and_opinions_stand_as_they_are_told(string marked, string degree, string readings) => Told(marked).ShouldBe((degree, readings));

    [Theory]
    [InlineData("Should the talks fail, the guards will *leave*.", "Should will")]
    [InlineData("The storm made it impossible for the ships to *leave*.", "impossible")]
    [InlineData("The bank denied rumours that it *sold* gold.", "rumours denied")]
    [InlineData("There is no evidence that the bank *sold* gold.", "no evidence")]
    public void The_trail_names_the_words_that_decided(string marked, string trail)
    {
        var (coded, predicate) = Predicate(marked);
        string.Join(' ', predicate.Trail.Select(s => s.In(coded.Document.Text))).ShouldBe(trail);
    }

    [Fact]
    public void A_chain_tells_how_each_source_tells_it()
    {
        var claim = Some.Coded("Chile denied that it had attacked Peru, the minister said.").Claims.Single(c => c.Body is EventMention { Type: EventType.Assault });
        claim.Chain.Links.Select(l => l.Gives).ShouldContain(Readings.Denied);
        claim.Chain.Links[0].Gives.ShouldBe(Readings.None);
    }

    [Fact]
    public void A_demand_that_is_rejected_is_not_denied()
    {
        var claims = Some.Coded("Chile rejected the demand of Peru for a withdrawal from the border.").Claims;
        claims.ShouldAllBe(c => !c.Factuality.Readings.HasFlag(Readings.Denied));
    }

    private static (string Degree, string Readings) Told(string marked)
    {
        var told = Predicate(marked).Predicate.Factuality;
        var certainty = told.Certainty switch { Certainty.Certain => "CT", Certainty.Probable => "PR", Certainty.Possible => "PS", _ => "U" };
        return (certainty + (told.Polarity == Polarity.Positive ? "+" : "-"), string.Join('|', CodedNames.Of(told.Readings)));
    }

    private static (CodedDocument Coded, Predicate Predicate) Predicate(string marked)
    {
        var coded = Some.Coded(marked.Replace("*", "", StringComparison.Ordinal));
        var start = marked.IndexOf('*', StringComparison.Ordinal);
        return (coded, coded.Predicates.Single(p => p.Span.Start == start));
    }
}
