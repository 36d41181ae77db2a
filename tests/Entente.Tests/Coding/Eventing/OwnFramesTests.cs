using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Eventing;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

public sealed class OwnFramesTests
{
    private const string Header = "word\tclass\tneeds\tactor\trecipient\ttype\n";

    [Fact]
    public void An_own_word_of_action_is_coded_by_its_row()
    {
        var own = Read(Header + "twin\tv\twith\tS+with\t-\tCOOPERATE\n");
        own.Problems.ShouldBeEmpty();
        own.Count.ShouldBe(1);
        var claim = Events(own, "Kenya twinned with Chad.").ShouldHaveSingleItem();
        claim.Rule.ShouldBe("event:own:twin");
        ((EventMention)claim.Body).Actors.Select(a => a.Actor.Id).ShouldBe(["KEN", "TCD"]);
        Events(OwnFrames.None, "Kenya twinned with Chad.").ShouldBeEmpty();
    }

    [Fact]
    public void An_own_row_comes_before_ours()
    {
        var own = Read(Header + "condemn\tv\tO:actor\t\t\tREJECT\n");
        ((EventMention)Events(own, "Kenya condemned Chad.").Single().Body).Type.ShouldBe(EventType.Reject);
        ((EventMention)Events(own, "Kenya condemned the attack of Chad.").First(c => c.Body is EventMention { Type: EventType.Accuse }).Body).Type.ShouldBe(EventType.Accuse);
    }

    [Theory]
    [InlineData("\tv\t\t\t\tAID\n", "column 'word': nothing stands there")]
    [InlineData("twin\tx\t\t\t\tAID\n", "column 'class': 'x' is no class of words")]
    [InlineData("twin\tv\t\t\t\tHELP\n", "column 'type': 'HELP' is no PLOVER type")]
    [InlineData("twin\tv\t\t\t\tAID.visit\n", "column 'type': AID has no mode 'visit'")]
    [InlineData("twin\tv\tS:king\t\t\tAID\n", "column 'needs': 'S:king': there is no sort 'king'")]
    [InlineData("twin\tv\tO=@nothing\t\t\tAID\n", "data/event-classes.tsv has no class 'nothing'")]
    [InlineData("twin\tv\tX~odd\t\t\tAID\n", "column 'needs': 'X~odd'")]
    [InlineData("twin\tv\tO=\t\t\tAID\n", "a slot or a word is missing")]
    public void A_wrong_row_is_told_and_the_others_hold(string row, string problem)
    {
        var own = Read(Header + row + "twin\tv\twith\tS+with\t-\tCOOPERATE\n");
        own.Count.ShouldBe(1);
        var told = own.Problems.ShouldHaveSingleItem();
        told.Code.ShouldBe(ProblemCodes.OwnTable);
        told.Message.ShouldStartWith("frames.tsv, line 2, ");
        told.Message.ShouldContain(problem);
    }

    private static OwnFrames Read(string text) => OwnFrames.Read("frames", new StringReader(text));

    private static List<Claim> Events(OwnFrames own, string text) =>
        [.. Coder.Load(AnalysisDepth.Trees, OwnActors.None, own).Code(Some.Page(text)).Documents.Single().Claims.Where(c => c.Body is EventMention)];
}
