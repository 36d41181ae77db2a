using Entente.Claims;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

public sealed class NamerTests
{
    private static readonly Namer Namer = Namer.Load();

    [Theory]
    [InlineData("2023-03-17", "Chinese President Xi Jinping arrived on Monday.", "Xi Jinping=person:xi-jinping")]
    [InlineData("2023-03-17", "The harbour was built by Putin.", "Putin=person:vladimir-putin")]
    [InlineData("2010-06-01", "The Russian president spoke first.", "Russian president=person:dmitry-medvedev")]
    [InlineData("2023-06-01", "The Russian president spoke first.", "Russian president=person:vladimir-putin")]
    [InlineData("2023-06-01", "China's foreign ministry declined to comment.", "China's foreign ministry=CHN:GOV")]
    [InlineData("2023-06-01", "Sweden's foreign ministry declined to comment.", "Sweden's foreign ministry=SWE:GOV")]
    [InlineData("2023-06-01", "Kremlin spokesman Dmitry Peskov denied it.", "Dmitry Peskov=person:dmitry-peskov")]
    [InlineData("2023-06-01", "Beijing said it would wait.", "Beijing=CHN:GOV")]
    [InlineData("2023-06-01", "They met in Beijing.", "")]
    [InlineData("2023-06-01", "Two Russians were hurt.", "Russians=RUS:CVL")]
    [InlineData("2023-06-01", "The pipeline crosses the South China Sea.", "")]
    [InlineData("2023-06-01", "The anchor of Russia Today resigned.", "Russia Today=outlet:rt")]
    [InlineData("2023-06-01", "A question to the U.S. was left open.", "U.S.=USA")]
    [InlineData("2023-06-01", "It told us to wait.", "")]
    [InlineData("2023-06-01", "The Trump administration disagreed.", "Trump administration=USA:GOV")]
    [InlineData("2023-06-01", "Daniel Ray Oakes, a Vienna-based analyst, disagreed.", "Daniel Ray Oakes=name:daniel-ray-oakes")]
    [InlineData("2023-06-01", "Peru’s energy minister, Ana Lucero, disagreed.", "Ana Lucero=name:ana-lucero")]
    [InlineData("2023-06-01", "Norwegian and Swedish officials disagreed.", "Norwegian=NOR:GOV; Swedish officials=SWE:GOV")]
    [InlineData("2023-06-01", "A spokesman for Kenya's health ministry disagreed.", "spokesman for Kenya's health ministry=KEN:GOV")]
    [InlineData("2023-06-01", "Farmers in Spain and police in Lagos disagreed.", "Farmers=ESP:AGR; Spain=ESP; police=NGA:COP")]
    [InlineData("2023-06-01", "The president of the Peruvian Teachers' Union disagreed.", "president of the Peruvian Teachers' Union=PER:LAB")]
    [InlineData("2023-06-01", "The Helsinki summit failed.", "")]
    [InlineData("2023-06-01", "He flew from Moscow to Beijing.", "")]
    [InlineData("2023-06-01", "It lost 5 Swiss francs.", "")]
    [InlineData("2023-06-01", "A letter from Elena Brandt, the former Czech ambassador, was read out.", "Elena Brandt=name:elena-brandt")]
    [InlineData("2023-06-01", "Reuters cited the European Space Council (ESC).", "Reuters=outlet:reuters")]
    [InlineData("2023-06-01", "Tony Blair met Theresa May when he and Merkel were there.", "Tony Blair=person:tony-blair; Theresa May=person:theresa-may; Merkel=person:angela-merkel")]
    [InlineData("2023-06-01", "The presidents of France and Turkey agreed.", "presidents of France and Turkey=person:emmanuel-macron; presidents of France and Turkey=person:recep-tayyip-erdogan")]
    [InlineData("2023-06-01", "The French and Turkish presidents agreed.", "French=person:emmanuel-macron; Turkish presidents=person:recep-tayyip-erdogan")]
    [InlineData("2023-06-01", "Anton Vaino, Putin's chief of staff, agreed.", "Anton Vaino=person:anton-vaino; Putin=person:vladimir-putin; chief of staff=person:anton-vaino")]
    [InlineData("2023-06-01", "Ethnic Serbs and an anti-Kenya activist agreed.", "Ethnic Serbs=group:ethnic-serbs; Kenya=KEN; activist=group:activist")]
    [InlineData("2023-06-01", "Former President Barack Obama agreed.", "Barack Obama=person:barack-obama")]
    [InlineData("1999-06-01", "President Ruutel and President Meri agreed. Meri left.", "Ruutel=name:ruutel; Meri=person:lennart-meri; Meri=person:lennart-meri")]
    [InlineData("1999-06-01", "Meri wells and Ruutel roads were built.", "")]
    [InlineData("2023-06-01", "The NATO chief agreed with the EU foreign policy chief.", "NATO chief=person:jens-stoltenberg; EU foreign policy chief=person:josep-borrell")]
    [InlineData("2023-06-01", "The UN human rights chief and the UN aid chief agreed.", "UN human rights chief=person:volker-turk; UN=org:un")]
    [InlineData("2023-06-01", "The European Commission president agreed.", "European Commission president=person:ursula-von-der-leyen")]
    [InlineData("2023-06-01", "The Indian foreign secretary met the British foreign secretary.", "Indian foreign secretary=person:vinay-kwatra; British foreign secretary=person:james-cleverly")]
    [InlineData("2015-06-01", "The Chinese vice premier and the Lebanese president agreed.", "Chinese vice premier=CHN:GOV; Lebanese president=LBN:GOV")]
    [InlineData("2023-06-01", "David Lee spoke to Taiwanese Foreign Minister David Lee.", "David Lee=name:david-lee; David Lee=person:david-lee")]
    [InlineData("2021-06-01", "John Sullivan, the U.S. ambassador to Russia, met John Sullivan, a baker.", "John Sullivan=person:john-sullivan; Russia=RUS; John Sullivan=name:john-sullivan")]
    [InlineData("1995-06-01", "Foreign Minister Kinkel met Foreign Minister Juppe's successor. Kinkel wells were built.", "Kinkel=person:klaus-kinkel; Juppe=name:juppe; Kinkel=person:klaus-kinkel")]
    [InlineData("2002-06-01", "German Defence Minister Scharping agreed. Scharping roads were built.", "Scharping=person:rudolf-scharping; Scharping=person:rudolf-scharping")]
    [InlineData("2023-06-01", "On the next day Prime Minister Gylfadottir came to see Prime Minister Orpo.", "Gylfadottir=name:gylfadottir; Orpo=person:petteri-orpo")]
    [InlineData("2023-06-01", "Georgia and Armenia agreed.", "Georgia=GEO; Armenia=ARM")]
    [InlineData("2023-06-01", "The Georgian prime minister came home from Tbilisi.", "Georgian prime minister=person:irakli-garibashvili")]
    [InlineData("2023-06-01", "The governor of Georgia stayed in Atlanta.", "governor of Georgia=USA:GOV")]
    [InlineData("2023-06-01", "Congress voted against the bill.", "Congress=org:us-congress")]
    [InlineData("2023-06-01", "Sonia Gandhi said that Congress would vote against the bill.", "Sonia Gandhi=person:sonia-gandhi; Congress=org:congress-in")]
    [InlineData("2023-06-01", "The Congress party agreed.", "Congress party=org:congress-in")]
    [InlineData("2023-06-01", "Washington waited while talks in Washington went on.", "Washington=USA:GOV")]
    [InlineData("2023-06-01", "The Paris agreement was signed near Paris, and Paris was pleased.", "Paris=FRA:GOV")]
    [InlineData("2023-06-01", "The West imposed sanctions, and talks in the West went on.", "The West=org:the-west")]
    [InlineData("2023-06-01", "Farmers of the West Coast, the West Bank and the West Indies agreed.", "Farmers=group:farmers")]
    [InlineData("2015-06-01", "The Pope spoke to Cuba.", "Pope=person:pope-francis; Cuba=CUB")]
    [InlineData("2008-06-01", "The pope spoke to Cuba.", "pope=person:pope-benedict-xvi; Cuba=CUB")]
    [InlineData("2023-06-01", "Western countries protested.", "Western countries=org:the-west")]
    [InlineData("2023-06-01", "Troops of Congo left Goma.", "Troops of Congo=COD:MIL")]
    [InlineData("2023-06-01", "Troops of Congo left Brazzaville.", "Troops of Congo=COG:MIL")]
    [InlineData("2023-06-01", "Anna Ruiz Beck spoke first. Beck named no source.", "Anna Ruiz Beck=name:anna-ruiz-beck; Beck=name:anna-ruiz-beck")]
    public void Names_are_linked(string day, string text, string expected) => Linked(text, day).ShouldBe(expected);

    [Theory]
    [InlineData("2022-06-01", "Barack Obama", "ELI")]
    [InlineData("2012-06-01", "Barack Obama", "GOV")]
    [InlineData("2012-06-01", "ousted President Barack Obama", "ELI")]
    [InlineData("2006-06-01", "Barack Obama", "LEG")]
    [InlineData("2006-06-01", "Swedish peacekeepers", "MIL")]
    [InlineData("2006-06-01", "a group of masked robbers", "CRM")]
    public void Sectors_are_those_of_the_day(string day, string phrase, string sector) => Namer.Resolve(phrase, DateOnly.ParseExact(day, "yyyy-MM-dd")).Sector.ShouldBe(sector);

    [Fact]
    public void Without_a_date_the_people_named_tell_it()
    {
        const string text = "Theresa May met Barack Obama. The German chancellor stayed at home.";
        var whole = new TextSpan(0, text.Length);
        var document = new AnalyzedDocument(new Document("test", text, [new Block(whole, BlockRole.Body, whole)]), [], []);
        Namer.Find(document, (Publication?)null).Actors[^1].Actor.Id.ShouldBe("person:angela-merkel");
    }

    [Theory]
    [InlineData("in Beijing", "Beijing")]
    [InlineData("Shops in Vienna and Prague closed.", "Vienna Prague")]
    [InlineData("Talks in the Kremlin went on.", "Kremlin")]
    [InlineData("Talks in Finland went on near Odesa.", "Finland Odesa")]
    [InlineData("Ships left Novorossiysk for the Kerch Strait and Chornomorsk.", "Novorossiysk Kerch Strait Chornomorsk")]
    [InlineData("Smoke rose over Natanz, Bandar Abbas and Kharg Island.", "Natanz Bandar Abbas Kharg Island")]
    [InlineData("Boats met at Thitu Island and Sabina Shoal.", "Thitu Island Sabina Shoal")]
    public void Places_are_found(string text, string expected) => string.Join(' ', Find(text, "2023-06-01").Places.Select(p => p.Span.In(text))).ShouldBe(expected);

    [Theory]
    [InlineData("A shop in Cordoba closed.", "Córdoba", "ARG")]
    [InlineData("A shop in Cordoba in Spain closed.", "Córdoba (Spain)", "ESP")]
    [InlineData("A court in Birmingham sat.", "Birmingham", "GBR")]
    [InlineData("A court in Birmingham, Alabama, sat.", "Birmingham (Alabama)", "USA")]
    [InlineData("A court in Tripoli sat.", "Tripoli", "LBY")]
    [InlineData("A court in Tripoli sat, lawyers in Beirut said.", "Tripoli (Lebanon)", "LBN")]
    [InlineData("A fire in Victoria reached Melbourne.", "Victoria (Australia)", "AUS")]
    [InlineData("Floods in Punjab went on.", "Punjab", "IND")]
    [InlineData("Floods in Punjab went on, Lahore said.", "Punjab (Pakistan)", "PAK")]
    [InlineData("The river in Galicia near Lviv froze.", "Galicia (Ukraine)", "UKR")]
    [InlineData("A train derailed in East Palestine.", "East Palestine", "USA")]
    [InlineData("The water of Lake Chad sank.", "Lake Chad", null)]
    public void A_place_of_several_of_its_name_is_decided_by_the_words_beside_it(string text, string name, string? country)
    {
        var names = Find(text, "2023-06-01");
        (names.Places[0].Name, names.Places[0].Country).ShouldBe((name, country));
        names.Actors.Where(a => a.Actor.Kind == ActorKind.Country && a.Via == "name" && a.Span.Start < 20 && a.Span.Overlaps(names.Places[0].Span)).ShouldBeEmpty();
    }

    [Fact]
    public void Victoria_alone_is_no_place() => Find("He saw Victoria in the park.", "2023-06-01").Places.ShouldBeEmpty();

    private static string Linked(string text, string day) => string.Join("; ", Find(text, day).Actors.Select(a => $"{a.Span.In(text)}={a.Actor.Id}"));

    private static Names Find(string text, string day)
    {
        var whole = new TextSpan(0, text.Length);
        var document = new AnalyzedDocument(new Document("test", text, [new Block(whole, BlockRole.Body, whole)]), [], []);
        return Namer.Find(document, DateOnly.ParseExact(day, "yyyy-MM-dd"), out _);
    }
}
