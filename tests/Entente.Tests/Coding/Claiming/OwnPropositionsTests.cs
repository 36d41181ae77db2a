using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Attributing;
using Entente.Claims.Coding.Claiming;
using Entente.Claims.Coding.Eventing;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

public sealed class OwnPropositionsTests
{
    private const string Header = "proposition\tparties\tkind\tstance\tpattern\n";

    [Fact]
    public void An_own_proposition_is_found_by_its_rows()
    {
        var own = Read(Header + "canal-open\t\ttopic\tfor\tcanal ^opening\ncanal-open\t\tstatement\tfor\tcanal ~ ^be|stay ~ open\ncanal-owner\t1\tstatement\tfor\tcanal ~ ^belong to ~ {a}\n");
        own.Problems.ShouldBeEmpty();
        own.Count.ShouldBe(3);
        var claim = Positions(own, "Kenya opposes the canal opening.").ShouldHaveSingleItem();
        claim.Rule.ShouldBe("position:own:canal-open");
        ((PositionClaim)claim.Body).Stance.ShouldBe("against");
        ((PositionClaim)Positions(own, "The canal will stay open, Kenya said.").Single().Body).Stance.ShouldBe("for");
        ((PositionClaim)Positions(own, "The canal belongs to Chad, Kenya said.").Single().Body).Proposition.ShouldBe("canal-owner:TCD");
        Positions(OwnPropositions.None, "Kenya opposes the canal opening.").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\t\t\tfor\t^canal\n", "column 'proposition': nothing stands there")]
    [InlineData("Canal Open\t\t\tfor\t^canal\n", "column 'proposition': 'Canal Open' is no name")]
    [InlineData("canal\t\tview\tfor\t^canal\n", "column 'kind': 'view' is no kind")]
    [InlineData("canal\t\t\tyes\t^canal\n", "column 'stance': 'yes' is no stance")]
    [InlineData("canal\t3\t\tfor\t^canal\n", "column 'parties': '3' is no number")]
    [InlineData("canal\t\t\tfor\tcanal\n", "column 'pattern': 'canal' marks no word with '^'")]
    public void A_wrong_row_is_told_and_the_others_hold(string row, string problem)
    {
        var own = Read(Header + row + "canal-open\t\ttopic\tfor\tcanal ^opening\n");
        own.Count.ShouldBe(1);
        var told = own.Problems.ShouldHaveSingleItem();
        told.Code.ShouldBe(ProblemCodes.OwnTable);
        told.Message.ShouldStartWith("propositions.tsv, line 2, ");
        told.Message.ShouldContain(problem);
    }

    private static OwnPropositions Read(string text) => OwnPropositions.Read("propositions", new StringReader(text));

    private static List<Claim> Positions(OwnPropositions own, string text) =>
        [.. Coder.Load(AnalysisDepth.Trees, OwnActors.None, OwnFrames.None, OwnCues.None, own).Code(Some.Page(text)).Documents.Single().Claims.Where(c => c.Body is PositionClaim)];
}
