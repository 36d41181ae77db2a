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
    [InlineData("2023-06-01", "China's foreign ministry declined to comment.", "China's foreign ministry=org:mfa-cn")]
    [InlineData("2023-06-01", "Sweden's foreign ministry declined to comment.", "Sweden's foreign ministry=SWE:GOV")]
    [InlineData("2023-06-01", "Kremlin spokesman Dmitry Peskov denied it.", "Dmitry Peskov=person:dmitry-peskov")]
    [InlineData("2023-06-01", "Beijing said it would wait.", "Beijing=CHN:GOV")]
    [InlineData("2023-06-01", "They met in Beijing.", "")]
    [InlineData("2023-06-01", "Two Russians were hurt.", "Russians=RUS:CVL")]
    [InlineData("2023-06-01", "The pipeline crosses the South China Sea.", "")]
    [InlineData("2023-06-01", "The anchor of Russia Today resigned.", "Russia Today=outlet:rt")]
    [InlineData("2023-06-01", "A question to the U.S. was left open.", "U.S.=USA")]
    [InlineData("2023-06-01", "It told us to wait.", "")]
    public void Names_are_linked(string day, string text, string expected) => Linked(text, day).ShouldBe(expected);

    private static string Linked(string text, string day) => string.Join("; ", Find(text, day).Actors.Select(a => $"{a.Span.In(text)}={a.Actor.Id}"));

    private static Names Find(string text, string day)
    {
        var whole = new TextSpan(0, text.Length);
        var document = new AnalyzedDocument(new Document("test", text, [new Block(whole, BlockRole.Body, whole)]), [], []);
        return Namer.Find(document, DateOnly.ParseExact(day, "yyyy-MM-dd"));
    }
}
