using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>Who is party to an act, and its mode, on whole sentences.</summary>
public sealed class PartiesTests
{
    [Theory]
    [InlineData("Chadian and Nigerian soldiers fought with clubs.", "Assault.primitive NGA:MIL+TCD:MIL >")]
    [InlineData("The leaders of Chad, Niger and Mali condemned Libya.", "TCD")]
    [InlineData("Clashes between the armies of Chad and Niger continued.", "Assault TCD:MIL+NER >")]
    [InlineData("Leaders from countries including Chad, Niger and Mali met in Paris.", "Consult TCD+NER+MLI >")]
    [InlineData("Chad's talks with Niger were held in Oslo.", "Consult NER+TCD >")]
    [InlineData("Chad angered others with its annexation of the Nigerian island.", "Coerce.seize TCD > NGA")]
    [InlineData("Putin welcomed Xi to Moscow on Wednesday.", "Consult.visit person:xi-jinping > person:vladimir-putin")]
    [InlineData("Chad is opposed to the sanctions of Niger.", "Reject TCD > NER")]
    [InlineData("Chad will not be present at the talks with Niger.", "Reject.meet TCD > NER")]
    [InlineData("Uganda said that its soldiers attacked Burundi.", "Assault UGA > BDI")]
    [InlineData("Chad held an exercise with ten thousand soldiers and with Niger.", "Cooperate TCD+NER >")]
    [InlineData("Chad was given tents and 16 million pounds by Britain.", "Aid GBR > TCD")]
    [InlineData("Chad apologised, the president of Niger called off talks with Mali, and Libya waited.", "Concede TCD >")]
    public void Each_party_that_is_named_is_one(string text, string expected) => Told(text).ShouldContain(e => e.Contains(expected, StringComparison.Ordinal), string.Join("; ", Told(text)));

    [Fact]
    public void All_whom_a_plural_leads_act() => Told("The leaders of Chad, Niger and Mali condemned Libya.").ShouldContain(e => e.Contains("NER", StringComparison.Ordinal) && e.Contains("MLI", StringComparison.Ordinal));

    [Fact]
    public void Troops_without_a_flag_are_no_partner() => Told("Chad held a joint exercise with ten thousand soldiers near Niger.").ShouldNotContain(e => e.Contains("group:soldiers", StringComparison.Ordinal));

    [Theory]
    [InlineData("Chad asked Niger for help.", "Request.assist")]
    [InlineData("Chad asked Niger to free its ambassador.", "Request.yield")]
    [InlineData("Chad called on the president of Niger to resign.", "Request.change")]
    [InlineData("Chad asked Niger for consultations.", "Request.meet")]
    [InlineData("Chad met Niger at the African Union summit in Addis Ababa.", "Consult.multilateral")]
    [InlineData("Chad met Niger in Addis Ababa.", "Consult TCD")]
    [InlineData("Russia attacked the Ukrainian village with drones.", "Assault.drone")]
    public void The_mode_is_that_of_the_words(string text, string expected) => Told(text).ShouldContain(e => e.StartsWith(expected, StringComparison.Ordinal), string.Join("; ", Told(text)));

    private static List<string> Told(string text) => [.. Some.Claims<EventMention>(text).Select(e => $"{e.Type}{(e.Mode is null ? "" : "." + e.Mode)} {Ids(e.Actors)} > {Ids(e.Recipients)}")];

    private static string Ids(IReadOnlyList<ActorMention> mentions) => string.Join('+', mentions.Select(m => m.Actor.Id));
}
