using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Attributing;

/// <summary>Who stands in the chain of what a sentence tells, from plain text.</summary>
public sealed class ChainTests
{
    [Theory]
    [InlineData("China condemned the attack of Turkey on Syria.", "attack", "")]
    [InlineData("The islanders regretted that Turkey attacked Syria.", "attacked", "")]
    [InlineData("The visit showed that Turkey had attacked Syria.", "attacked", "")]
    [InlineData("China refused to condemn Turkey.", "condemn", "")]
    [InlineData("China accused Turkey of attacking Syria.", "attacking", "China")]
    [InlineData("Russia and China said that Turkey had attacked Syria.", "attacked", "Russia and China")]
    [InlineData("Russian sources said that Turkey had attacked Syria.", "attacked", "Russian sources")]
    [InlineData("A report by the World Bank said that Turkey had attacked Syria.", "attacked", "World Bank")]
    [InlineData("Turkey attacked Syria, said a person familiar with the matter.", "attacked", "person familiar with the matter")]
    [InlineData("Le Monde wrote about the war. The New York Times had no reporter there. Turkey attacked Syria, the Times said.", "attacked", "The New York Times")]
    [InlineData("The BBC and Le Monde sent teams. Turkey attacked Syria, the broadcaster said.", "attacked", "BBC")]
    [InlineData("Turkey, the mayor told Le Monde, wanted peace. Nina Hall, a judge in Oslo, said that Turkey had attacked Syria.", "attacked", "Nina Hall")]
    [InlineData("As Le Monde reported, Turkey attacked Syria.", "attacked", "Le Monde")]
    [InlineData("Le Monde said before the vote in Oslo that Turkey had attacked Syria.", "attacked", "Le Monde")]
    public void The_chain_holds_whose_word_it_is(string text, string word, string chain)
    {
        var coded = Some.Coded(text);
        var at = new TextSpan(text.LastIndexOf(word, StringComparison.Ordinal), word.Length);
        var narrowest = coded.Attributions.Where(a => a.Content.Any(c => c.Contains(at))).MinBy(a => a.Content.Where(c => c.Contains(at)).Min(c => c.Length));
        string.Join(" → ", (narrowest?.Chain ?? SourceChain.Empty).Links.Where(l => l.Kind != SourceKind.Publisher).Select(l => l.Name)).ShouldBe(chain);
    }

    [Fact]
    public void Each_link_tells_the_words_that_made_it()
    {
        var claim = Some.Coded("The foreign ministry of Egypt told Le Monde that Sudan had attacked Egypt.").Claims.Single(c => c.Body is EventMention { Type: EventType.Assault });
        claim.Chain.Links.Skip(1).Select(l => l.Words).ShouldBe(["told Le Monde", "The foreign ministry of Egypt told"]);
        Some.Coded("Sudan attacked Egypt, according to Reuters.").Claims.Single(c => c.Body is EventMention { Type: EventType.Assault })
            .Chain.Origin!.Words.ShouldBe("according to Reuters");
    }

    [Fact]
    public void A_conversation_and_a_signed_quotation_have_their_speakers()
    {
        var coded = Some.Coded("HALL: I never signed it.\n\nVIK: Who did?\n\nHALL: Nobody signed it.\n\n“The bridge was never safe for us.” — Nina Vik");
        coded.Attributions.Where(a => a.Cue[0].In(coded.Document.Text) is ":" or "—").Select(a => a.Chain.Origin!.Name).ShouldBe(["HALL", "VIK", "HALL", "Nina Vik"]);
    }

    [Fact]
    public void One_line_with_a_colon_is_no_conversation() =>
        Some.Coded("ROADNOTE: Exports were worth two billion euros.\n\nIt rained.").Attributions.ShouldBeEmpty();
}
