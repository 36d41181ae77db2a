using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>Acts that a noun tells of, with their parties wherever they stand, and words that tell of one act twice.</summary>
public sealed class NounsOfActionTests
{
    [Theory]
    [InlineData("Peru faces a wave of sanctions from Chile.", "Sanction.discontinue CHL > PER")]
    [InlineData("Peru is under Chilean sanctions.", "Sanction.discontinue CHL > PER")]
    [InlineData("The sanctions imposed by Japan on North Korea remain in force.", "Sanction.discontinue JPN > PRK")]
    [InlineData("Bolivia came under pressure from Chile to open the border.", "Request.assist CHL > BOL")]
    [InlineData("Japan is in the midst of a trade war with South Korea.", "Sanction JPN > KOR")]
    [InlineData("Amid a trade war with China, Australia sold its wheat to Indonesia.", "Sanction AUS > CHN")]
    [InlineData("At talks in Oslo, the ministers of Chad and Niger agreed on a border.", "Consult TCD:GOV+NER >")]
    [InlineData("An arrest warrant for Bashir was issued by the International Criminal Court.", "Threaten.arrest org:icc > person:omar-al-bashir")]
    [InlineData("Tunisia remained at odds with Morocco over the desert.", "Reject TUN+MAR >")]
    [InlineData("Sweden took part in the forum in Astana.", "Consult.multilateral SWE > KAZ")]
    [InlineData("The offensive by Sudan lasted two days.", "Assault SDN >")]
    public void A_noun_tells_of_the_act(string text, string expected) => Told(text).ShouldContain(e => e.StartsWith(expected, StringComparison.Ordinal), string.Join("; ", Told(text)));

    [Theory]
    [InlineData("In Oslo, Chad and Niger agreed on a border.", "Agree TCD+NER >")]
    [InlineData("While Ankara backed Libya's attack on Chad, Kenya and Uganda have both condemned Libya.", "Accuse.disapprove KEN+UGA > LBY")]
    [InlineData("Students throughout Peru staged marches against Chile.", "Protest.demo PER:EDU > CHL")]
    [InlineData("China backs Argentina's claim to the Falklands.", "Support CHN > ARG")]
    [InlineData("Brazil, together with Chile, condemned Peru.", "Accuse.disapprove BRA+CHL > PER")]
    [InlineData("Along with Spain, Ireland recognised Palestine.", "Support IRL+ESP > PSE")]
    [InlineData("Libyan leader Muammar Gaddafi and Maltese Prime Minister Dom Mintoff today signed a treaty.", "Support person:muammar-gaddafi+person:dom-mintoff >")]
    [InlineData("Thousands of people protested in Lagos on Friday.", "Protest.demo NGA:CVL >")]
    [InlineData("The American army speeded up the withdrawal of its forces from Panama.", "Retreat.withdraw USA:MIL >")]
    [InlineData("Chad re-imposed sanctions on Niger.", "Sanction.discontinue TCD > NER")]
    [InlineData("Germany sent aid to Chad.", "Aid DEU > TCD")]
    [InlineData("The envoys warned as Chad's ties with Niger worsened further after the Hague-based International Criminal Court (ICC) issued a warrant against President Bashir for alleged crimes.", "Threaten.arrest org:icc > person:omar-al-bashir")]
    [InlineData("The M23 threatened Monday to resume terrorist activities in Rwanda.", "Threaten org:m23 > RWA")]
    [InlineData("Peru faced accusations from Chile.", "Accuse.allege CHL > PER")]
    [InlineData("Chad rejected proposed Nigerian changes to the text.", "Reject TCD > NGA")]
    [InlineData("There are the plans which Lula discussed in Lima for Mercosur and Mexico to conclude agreements with each other.", "Support org:mercosur+MEX >")]
    [InlineData("Lula and Xi met in Oslo. The presidents are expected to discuss trade.", "Consult person:luiz-inacio-lula-da-silva+person:xi-jinping >")]
    [InlineData("Peru lifted the curfew it had imposed on the coast a month before.", "Coerce.curfew PER >")]
    [InlineData("Italy will not take part in China's initiative.", "Reject.assist ITA > CHN")]
    public void The_tree_gives_the_doer(string text, string expected) => Told(text).ShouldContain(e => e.StartsWith(expected, StringComparison.Ordinal), string.Join("; ", Told(text)));

    [Theory]
    [InlineData("The Ankara attack shocked the world.")]
    [InlineData("The Iraq invasion was long ago.")]
    [InlineData("Biden's attacks have not been memorable.")]
    public void Where_it_was_is_not_who_did_it(string text) => Told(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Chad shelled the town of Tine and killed eight Sudanese soldiers.", "Assault.heavy-weapons TCD > SDN:MIL")]
    [InlineData("Sudanese planes bombed a camp in Chad, killing nine refugees.", "Assault.aerial SDN > TCD")]
    [InlineData("Israeli airstrikes killed nine Palestinians.", "Assault ISR > PSE")]
    [InlineData("At the summit in Oslo, Chad conferred with Niger.", "Consult TCD+NER >")]
    public void One_act_is_told_once(string text, string expected) => Told(text).ShouldHaveSingleItem().ShouldStartWith(expected);

    [Theory]
    [InlineData("MOSCOW (AP) - The Kremlin accused Poland of lying.", "Accuse.allege org:kremlin > POL")]
    [InlineData("PARIS – France attacked Niger.", "Assault FRA > NER")]
    public void The_place_of_a_dateline_does_nothing(string text, string expected) => Told(text).ShouldHaveSingleItem().ShouldStartWith(expected);

    [Fact]
    public void What_is_only_feared_is_not_told_as_done() =>
        Some.Coded("Chad spoke of the danger of Sudanese attacks on Niger.").Claims.Where(c => c.Body is EventMention { Type: EventType.Assault }).ShouldAllBe(c => c.Factuality.Readings == Readings.Hypothetical);

    [Fact]
    public void What_is_only_threatened_is_not_told_as_done() =>
        Some.Coded("Mali is under threat of sanctions from Ghana.").Claims.ShouldHaveSingleItem().Factuality.Readings.ShouldBe(Readings.Hypothetical);

    private static List<string> Told(string text) => [.. Some.Claims<EventMention>(text).Select(e => $"{e.Type}{(e.Mode is null ? "" : "." + e.Mode)} {Ids(e.Actors)} > {Ids(e.Recipients)}")];

    private static string Ids(IReadOnlyList<ActorMention> mentions) => string.Join('+', mentions.Select(m => m.Actor.Id));
}
