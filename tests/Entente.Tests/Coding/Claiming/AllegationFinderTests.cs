using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Claiming;

/// <summary>What says of a person that he did wrong is marked, with the denials of the page.</summary>
public sealed class AllegationFinderTests
{
    private const string Accusation = "Prosecutors accused the minister Anna Berg of taking bribes";

    [Theory]
    [InlineData("Prosecutors accused the former minister Anna Berg of taking bribes from a mining company. Berg denied the allegations.", "name:anna-berg", "Berg denied the allegations.")]
    [InlineData("Prosecutors accused the former minister Anna Berg of taking bribes. Her lawyer said that the charges were politically motivated.", "name:anna-berg", "Her lawyer said that the charges were politically motivated.")]
    [InlineData("Police arrested the banker Lars Holm on suspicion of fraud. Holm says that he did nothing wrong.", "name:lars-holm", "Holm says that he did nothing wrong.")]
    [InlineData("Amnesty International said that General Omar Haddad ordered the killing of civilians. Haddad denies it.", "name:omar-haddad", "Haddad denies it.")]
    public void An_allegation_stands_with_its_denial(string text, string against, string denial)
    {
        var allegation = Some.Coded(text).Claims.Select(c => c.Allegation).OfType<Allegation>().First();
        allegation.Against.Select(a => a.Actor.Id).ShouldBe([against]);
        allegation.Denials.Select(d => d.Evidence.In(text)).ShouldBe([denial]);
    }

    [Fact]
    public void Somebody_elses_denial_is_none_of_this()
    {
        const string Text = "Prosecutors accused the former minister Anna Berg of taking bribes. The banker Lars Holm denied the allegations.";
        Some.Coded(Text).Claims.Select(c => c.Allegation).OfType<Allegation>().First().Denials.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Chad accused Sudan and General Omar Haddad of war crimes. Haddad denied that he had attacked Chad.", "Haddad denied that he had attacked Chad.")]
    [InlineData("Amnesty International said that General Omar Haddad ordered the killing of civilians. Haddad told the BBC that he had killed nobody.", "Haddad told the BBC that he had killed nobody.")]
    [InlineData("Reuters reported that General Omar Haddad had attacked Chad. Haddad told the BBC that his soldiers had attacked nobody in Chad.", "Haddad told the BBC that his soldiers had attacked nobody in Chad.")]
    public void A_denial_that_is_coded_as_a_claim_leads_to_it(string text, string denial)
    {
        var coded = Some.Coded(text);
        var allegation = coded.Claims.First(c => c.Allegation is not null).Allegation!;
        var found = allegation.Denials.Single(d => d.Evidence.In(text) == denial);
        var claim = coded.Claims.Single(c => c.Id == found.Claim);
        found.Evidence.Contains(claim.Evidence).ShouldBeTrue();
        (claim.Factuality.Polarity == Polarity.Negative || claim.Factuality.Readings.HasFlag(Readings.Denied)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(", which she denies.", "she")]
    [InlineData(", a charge she denies.", "she")]
    [InlineData(". Berg, who denies the charges, resigned.", "Berg")]
    [InlineData(". Berg resigned on Monday, denying the charges.", "Berg")]
    [InlineData(". Berg called the accusations baseless.", "Berg")]
    [InlineData(". Berg denied the allegations and called them a smear.", "Berg")]
    [InlineData(". A spokesman for Berg branded the claims false.", "A spokesman for Berg")]
    [InlineData(". Berg pleaded not guilty.", "Berg")]
    [InlineData(". Berg has maintained her innocence.", "Berg")]
    [InlineData(". Berg continued to deny any involvement.", "Berg")]
    [InlineData(". She has denied wrongdoing.", "She")]
    [InlineData(". The charges are untrue, she said.", "she")]
    [InlineData(". The accusations are denied by Berg.", "Berg")]
    [InlineData(". All of them have been denied by the minister.", "the minister")]
    public void A_denial_is_found_however_it_is_put(string rest, string by)
    {
        var text = Accusation + rest;
        Some.Coded(text).Claims.Select(c => c.Allegation).OfType<Allegation>().First().Denials.Select(d => d.By.In(text)).ShouldBe([by]);
    }

    [Theory]
    [InlineData(". Berg did not deny the allegations.")]
    [InlineData(". Berg neither confirmed nor denied the accusations.")]
    [InlineData(". Berg declined to deny the report.")]
    [InlineData(". Berg rejected the offer of a deal.")]
    [InlineData(". Berg called the plan baseless.")]
    [InlineData(". Lars Holm spoke first. He denied the charges.")]
    public void What_denies_nothing_of_it_is_no_denial(string rest) => Some.Coded(Accusation + rest).Claims.Select(c => c.Allegation).OfType<Allegation>().First().Denials.ShouldBeEmpty();

    [Theory]
    [InlineData("Chad condemned the murder of the banker Lars Holm.")]
    [InlineData("France denounced the poisoning of the opposition leader Pavel Orlov.")]
    [InlineData("Prosecutors investigated the murder of the banker Lars Holm.")]
    [InlineData("Chad accused Sudan of the murder of General Omar Haddad.")]
    [InlineData("Rebels threatened to kill the minister Anna Berg.")]
    [InlineData("Russia hacked the minister Anna Berg.")]
    [InlineData("France condemned the minister Anna Berg as a poor choice.")]
    [InlineData("Chad deplored the assassination of General Omar Haddad by rebels.")]
    [InlineData("Rebels kidnapped the banker Lars Holm.")]
    [InlineData("The United States sanctioned the oligarch Ivan Marek, who was poisoned in 2010.")]
    [InlineData("Police arrested the reporter Lars Holm during a protest against corruption.")]
    public void Who_suffers_a_wrong_is_not_accused_of_it(string text) => Some.Coded(text).Claims.ShouldAllBe(c => c.Allegation == null);

    [Theory]
    [InlineData("France criticised the minister Anna Berg for the torture of prisoners.", "name:anna-berg")]
    [InlineData("Police detained the opposition leader Pavel Orlov for shoplifting.", "name:pavel-orlov")]
    [InlineData("Police questioned Lars Holm over the murder of Anna Berg.", "name:lars-holm")]
    [InlineData("A court sentenced Ivan Marek to ten years in prison for fraud.", "name:ivan-marek")]
    [InlineData("Chad condemned the massacre of civilians by General Omar Haddad.", "name:omar-haddad")]
    [InlineData("France described General Omar Haddad as a killer.", "name:omar-haddad")]
    [InlineData("Russia expelled the diplomat Lars Holm for spying.", "name:lars-holm")]
    public void Who_is_met_for_a_wrong_is(string text, string against) => Some.Coded(text).Claims.Select(c => c.Allegation).OfType<Allegation>().First().Against.Select(a => a.Actor.Id).ShouldBe([against]);

    [Fact]
    public void A_warrant_is_an_allegation() =>
        Some.Coded("The International Criminal Court issued an arrest warrant for General Omar Haddad.").Claims.Where(c => c.Allegation is not null).Select(c => ((EventMention)c.Body).Mode).ShouldBe(["arrest"]);

    [Fact]
    public void A_government_denies_for_him_who_governs_and_no_other()
    {
        const string Text = "Prosecutors accused Vladimir Putin and the banker Lars Holm of fraud. Kremlin spokesman Dmitry Peskov dismissed the accusations as groundless.";
        Denials(Text).ShouldBe([Text[(Text.IndexOf("Kremlin", StringComparison.Ordinal))..]]);
        Denials(Text.Replace("Vladimir Putin and the", "the", StringComparison.Ordinal)).ShouldBeEmpty();

        static IEnumerable<string> Denials(string text) =>
            Some.Coded(text).Claims.Select(c => c.Allegation).OfType<Allegation>().First().Denials.Select(d => d.Evidence.In(text));
    }

    [Fact]
    public void A_word_of_wrongdoing_makes_a_label_an_allegation() =>
        Some.Coded("Anna Berg called Lars Holm a murderer.").Claims.Single(c => c.Body is LabelClaim).Allegation!.Against.Select(a => a.Actor.Id).ShouldBe(["name:lars-holm"]);

    [Theory]
    [InlineData("Sudan accused Chad of arming rebels. Chad denied it.")]
    [InlineData("The minister Anna Berg met the banker Lars Holm.")]
    [InlineData("Chad criticised the minister Anna Berg for her speech.")]
    public void States_and_other_acts_are_no_allegations_against_a_person(string text) => Some.Coded(text).Claims.ShouldAllBe(c => c.Allegation == null);
}
