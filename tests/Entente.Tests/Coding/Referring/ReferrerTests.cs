using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Naming;
using Entente.Claims.Coding.Referring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Referring;

/// <summary>For whom words that are no names stand: what is linked, by which sieve and to which words, and what is left alone.</summary>
public sealed class ReferrerTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();
    private static readonly Namer Namer = Namer.Load();
    private static readonly Referrer Referrer = Referrer.Load(Namer);

    [Theory]
    [InlineData("Emmanuel Macron said that he would go.", "he=person:emmanuel-macron by pronoun from Emmanuel Macron")]
    [InlineData("Theresa May met Tony Blair. She thanked him.", "She=person:theresa-may by pronoun from Theresa May; him=person:tony-blair by pronoun from Tony Blair")]
    [InlineData("Angela Merkel praised Norway. Her visit was short.", "Her=person:angela-merkel by pronoun from Angela Merkel")]
    [InlineData("Norway said it would close its border.", "it=NOR by pronoun from Norway; its=NOR by pronoun from Norway")]
    [InlineData("Norway and Sweden said they would close the border.", "they=NOR by pronoun from Norway and Sweden; they=SWE by pronoun from Norway and Sweden")]
    [InlineData("Tony Blair blamed himself.", "himself=person:tony-blair by pronoun from Tony Blair")]
    [InlineData("Emmanuel Macron seems to favour Olaf Scholz and other leaders like him.", "him=person:olaf-scholz by pronoun from Olaf Scholz")]
    [InlineData("The Chinese rely on the Norwegians for their ships.", "their=CHN by pronoun from Chinese")]
    [InlineData("Emmanuel Macron described Olaf Scholz as his friend.", "his=person:emmanuel-macron by pronoun from Emmanuel Macron")]
    [InlineData("The Danes and the Swedes have offices in Oslo and recently they signed.", "they=DNK by pronoun from Danes and the Swedes; they=SWE by pronoun from Danes and the Swedes")]
    [InlineData("The African Union resists the plan that they condemned.", "they=org:african-union by pronoun from African Union")]
    [InlineData("Emmanuel Macron told Olaf Scholz that their roads are closed.", "their=person:emmanuel-macron by both from Emmanuel Macron; their=person:olaf-scholz by both from Olaf Scholz")]
    [InlineData("Emmanuel Macron won a victory, Olaf Scholz told reporters. He also said that it rained.", "He=person:olaf-scholz by pronoun from Olaf Scholz")]
    [InlineData("President Olaf Scholz seemed to gain by it, Emmanuel Macron told the paper. He also said that it rained.", "He=person:emmanuel-macron by pronoun from Emmanuel Macron")]
    [InlineData("Emmanuel Macron met Olaf Scholz. They signed five papers.", "They=person:emmanuel-macron by both from Emmanuel Macron; They=person:olaf-scholz by both from Olaf Scholz")]
    [InlineData("Norway and its friends signed.", "its=NOR by pronoun from Norway")]
    public void Pronouns(string text, string expected) => Links(text).ShouldBe(expected);

    [Theory]
    [InlineData("Tony Blair praised him.")]
    [InlineData("The harbour was closed because it rained.")]
    [InlineData("Norway said that it is clear that the harbour will close.")]
    [InlineData("Tony Blair arrived. She left.")]
    [InlineData("Norway closed a harbour. The mayor opened it again.")]
    [InlineData("Emmanuel Macron met Olaf Scholz and the ministers. They signed five papers.")]
    [InlineData("You are welcome.")]
    [InlineData("They met Emmanuel Macron, his friend.")]
    public void Pronouns_that_may_mean_others_are_left_alone(string text) => Links(text).ShouldBe("");

    [Theory]
    [InlineData("\"I will not go to Oslo,\" Emmanuel Macron said.", "I=person:emmanuel-macron by speaker from Emmanuel Macron")]
    [InlineData("\"We will close the harbour for a week,\" Emmanuel Macron said.", "We=FRA:GOV by speaker from Emmanuel Macron")]
    [InlineData("\"Our border stays open,\" Norway said.", "Our=NOR by speaker from Norway")]
    [InlineData("Olaf Scholz \"is my best friend,\" Emmanuel Macron told reporters.", "my=person:emmanuel-macron by speaker from Emmanuel Macron")]
    public void Speakers(string text, string expected) => Links(text).ShouldBe(expected);

    [Theory]
    [InlineData("We went to Oslo with Emmanuel Macron.")]
    [InlineData("\"We will play again in the summer,\" Anna Ruiz said.")]
    public void We_and_I_without_a_known_speaker_are_left_alone(string text) => Links(text).ShouldBe("");

    [Theory]
    [InlineData("Foreign Minister Sergei Lavrov came to Oslo. The minister said little.", "minister=person:sergei-lavrov by title from Sergei Lavrov")]
    [InlineData("China's foreign ministry declined to comment. The ministry is in Beijing.", "ministry=CHN:GOV by title from China's foreign ministry")]
    [InlineData("President Emmanuel Macron came to Oslo. The president said little.", "The president=person:emmanuel-macron by title from Emmanuel Macron")]
    public void Titles(string text, string expected) => Links(text).ShouldBe(expected);

    [Theory]
    [InlineData("Foreign Minister Sergei Lavrov met Foreign Minister Wang Yi. The foreign minister said little.")]
    [InlineData("President Emmanuel Macron met President Joe Biden. The president said little.")]
    [InlineData("Foreign Minister Sergei Lavrov came to Oslo. The mayor said little.")]
    [InlineData("Foreign Minister Sergei Lavrov came to Oslo. A minister said little.")]
    public void Titles_of_two_or_of_nobody_are_left_alone(string text) => Links(text).ShouldBe("");

    [Theory]
    [InlineData("Le Monde broke the story. The paper gave no source.", "The paper=outlet:le-monde by outlet from Le Monde")]
    [InlineData("The BBC and Le Figaro were there. The network left first.", "The network=outlet:bbc by outlet from BBC")]
    [InlineData("NATO met in Oslo. The alliance will help.", "The alliance=org:nato by noun from NATO")]
    [InlineData("Norway held a vote. The country has five million people.", "The country=NOR by noun from Norway")]
    public void Nouns(string text, string expected) => Links(text).ShouldBe(expected);

    [Theory]
    [InlineData("Norway praised Sweden. The country has many people.")]
    [InlineData("Norway held a vote. The largest country in Africa did not.")]
    [InlineData("Norway held a vote. A paper said so.")]
    [InlineData("Le Monde broke the story. The alliance named no source.")]
    public void Nouns_that_may_mean_others_are_left_alone(string text) => Links(text).ShouldBe("");

    [Theory]
    [InlineData("Emmanuel Macron met Olaf Scholz. The two leaders spoke of trade.", "The two leaders=person:emmanuel-macron by both from Emmanuel Macron; The two leaders=person:olaf-scholz by both from Olaf Scholz")]
    [InlineData("Norway signed a treaty with Sweden. Both countries will profit.", "Both countries=NOR by both from Norway; Both countries=SWE by both from Sweden")]
    [InlineData("Norway and Iceland refused to condemn Iran. The two powers also urged Chad to wait.", "The two powers=NOR by both from Norway; The two powers=ISL by both from Iceland")]
    [InlineData("While Oslo has backed Mali against Peru, Chile and Kenya have both refused to condemn Iran. The two powers also urged Chad to wait.", "The two powers=CHL by both from Chile; The two powers=KEN by both from Kenya")]
    [InlineData("Norway signed a treaty with Sweden. Trade between the two countries at sea will grow.", "the two countries=NOR by both from Norway; the two countries=SWE by both from Sweden")]
    [InlineData("Norway and Sweden signed. Norway needs Sweden. Norway thanked Sweden. Chad wrote. Mali answered. The two countries will profit.", "The two countries=NOR by both from Norway; The two countries=SWE by both from Sweden")]
    [InlineData("Emmanuel Macron met Olaf Scholz. The two countries are partners.", "The two countries=FRA by both from Emmanuel Macron; The two countries=DEU by both from Olaf Scholz")]
    public void Pairs(string text, string expected) => Links(text).ShouldBe(expected);

    [Theory]
    [InlineData("Norway, Sweden and Denmark signed a treaty. The two countries will profit.")]
    [InlineData("Norway signed a treaty. The two countries will profit.")]
    [InlineData("Norway signed a treaty with Sweden. The two countries that left will profit.")]
    public void Pairs_of_three_or_of_one_are_left_alone(string text) => Links(text).ShouldBe("");

    [Theory]
    [InlineData("Xi Jinping will meet his French counterpart.", "French counterpart=person:emmanuel-macron by counterpart from Xi Jinping")]
    [InlineData("The Baltic Grain Council (BGC) met in Oslo. They wrote to the BGC.", "BGC=name:baltic-grain-council by acronym from Baltic Grain Council; BGC=name:baltic-grain-council by name from BGC")]
    [InlineData("Anna Ruiz Lindholm spoke first. Lindholm named no source.", "Lindholm=name:anna-ruiz-lindholm by surname from Anna Ruiz Lindholm")]
    [InlineData("They thanked Emmanuel Macron, who had come to Oslo.", "who=person:emmanuel-macron by relative from Emmanuel Macron")]
    public void Counterparts_acronyms_surnames_and_relatives(string text, string expected) => Links(text).Split("; ").Where(l => !l.StartsWith("his", StringComparison.Ordinal)).ShouldBe(expected.Split("; "));

    [Fact]
    public void A_counterpart_does_not_make_a_person_of_the_country() =>
        Links("Xi Jinping came to France. He will meet his French counterpart. France and Norway raised their tariffs.").ShouldEndWith("their=FRA by pronoun from France and Norway; their=NOR by pronoun from France and Norway");

    [Theory]
    [InlineData("The Baltic Grain Council (OSL) met in Oslo.")]
    [InlineData("The grain (BGC) was sold.")]
    [InlineData("Xi Jinping will meet all French counterparts.")]
    [InlineData("Anna Ruiz Lindholm spoke first. A letter from Tuovi Lindholm was read.")]
    [InlineData("Anna Ruiz Lindholm spoke first. The Lindholm-based firm was sold.")]
    [InlineData("We thank the State. No State thanked us.")]
    public void What_does_not_fit_is_left_alone(string text) => Links(text).ShouldBe("");

    [Fact]
    public void Names_stay_what_they_were()
    {
        const string text = "Emmanuel Macron met Olaf Scholz in Oslo, where the French president spoke of trade with NATO.";
        var (named, referred) = Find(text);
        named.Count.ShouldBe(4);
        referred.ShouldBe(named);
    }

    [Fact]
    public void A_thousand_pronouns_in_a_row_take_no_longer_than_their_number()
    {
        var text = "Emmanuel Macron spoke. " + string.Concat(Enumerable.Repeat("He said he knew that he had told him. ", 1000));
        Find(text).Referred.Count.ShouldBeGreaterThan(1000);
    }

    private static string Links(string text) => string.Join("; ", Find(text).Referred.Where(a => a.Antecedent is not null).Select(a => $"{a.Span.In(text)}={a.Actor.Id} by {a.Via} from {a.Antecedent!.Value.In(text)}"));

    private static (IReadOnlyList<ActorMention> Named, IReadOnlyList<ActorMention> Referred) Find(string text)
    {
        var whole = new TextSpan(0, text.Length);
        var analyzed = Analyzer.Analyze(new Document("test", text, [new Block(whole, BlockRole.Body, whole)]));
        var names = Namer.Find(analyzed, new DateOnly(2023, 6, 1), out _);
        return (names.Actors, Referrer.Find(new Findings(analyzed) { Actors = names.Actors, Places = names.Places, OfficeDay = names.Day }));
    }
}
