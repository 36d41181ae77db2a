using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Attributing;
using Entente.Claims.Coding.Eventing;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Attributing;

public sealed class OwnCuesTests
{
    private const string Header = "words\tpos\tframes\tgives\n";
    private const string Sentence = "The harbour master deponed the sale of the bridge.";

    [Fact]
    public void An_own_cue_says_by_its_row()
    {
        var own = Read(Header + "depone\tV\tobj\tinferred\n");
        own.Problems.ShouldBeEmpty();
        own.Count.ShouldBe(1);
        Attributions(OwnCues.None).ShouldBeEmpty();
        Attributions(own).ShouldHaveSingleItem().Gives.ShouldBe(Readings.Inferred);
    }

    [Theory]
    [InlineData("\tV\tobj\t\n", "column 'words': nothing stands there")]
    [InlineData("depone\tX\tobj\t\n", "column 'pos': 'X' is no kind of cue")]
    [InlineData("depone\tV\tO:obj\t\n", "column 'frames': 'O:obj' is no frame")]
    [InlineData("as told by\tP\tobj\t\n", "column 'frames': 'obj' is no frame of a phrase")]
    [InlineData("depone\tV\tobj\tsure\n", "column 'gives': 'sure' is no reading")]
    public void A_wrong_row_is_told_and_the_others_hold(string row, string problem)
    {
        var own = Read(Header + row + "depone\tV\tobj\tinferred\n");
        own.Count.ShouldBe(1);
        var told = own.Problems.ShouldHaveSingleItem();
        told.Code.ShouldBe(ProblemCodes.OwnTable);
        told.Message.ShouldStartWith("cues.tsv, line 2, ");
        told.Message.ShouldContain(problem);
    }

    private static OwnCues Read(string text) => OwnCues.Read("cues", new StringReader(text));

    private static IReadOnlyList<Attribution> Attributions(OwnCues own) =>
        Coder.Load(AnalysisDepth.Trees, OwnActors.None, OwnFrames.None, own).Code(Some.Page(Sentence)).Documents.Single().Attributions;
}
