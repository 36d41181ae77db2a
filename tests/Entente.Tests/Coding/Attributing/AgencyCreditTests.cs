using Entente.Claims;
using Entente.Claims.Coding.Attributing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Attributing;

public sealed class AgencyCreditTests
{
    private const string Body = "The ferries to the outer islands stopped on Friday after two captains resigned.";

    private static readonly AgencyCredit Credits = AgencyCredit.Load();

    [Theory]
    [InlineData("KIRKENES (Reuters) – " + Body, "Reuters")]
    [InlineData("KIRKENES, Norway (AP) — " + Body, "Associated Press")]
    [InlineData("MOSCOW, March 17 (TASS) - " + Body, "TASS")]
    [InlineData("MOSCOW, March 17. /TASS/. " + Body, "TASS")]
    [InlineData("Moscow. March 17 (Interfax) - " + Body, "Interfax")]
    [InlineData("BEIJING, March 17 (Xinhua) -- " + Body, "Xinhua")]
    [InlineData("(Reuters) - " + Body, "Reuters")]
    [InlineData("AFP – " + Body, "Agence France-Presse")]
    [InlineData("RIO DE JANEIRO, 3 May (EFE). " + Body, "EFE")]
    public void A_dateline_tells_whose_text_it_is(string text, string agency) => Of((BlockRole.Title, "No ferries this week"), (BlockRole.Body, text)).ShouldBe(agency);

    [Theory]
    [InlineData("By AFP", "Agence France-Presse")]
    [InlineData("Reuters Staff", "Reuters")]
    [InlineData("By Ada Example, Associated Press", "Associated Press")]
    [InlineData("Ada Example of the Associated Press | May 3, 2024", "Associated Press")]
    [InlineData("By Ada Example and Ben Muster (Reuters)", "Reuters")]
    [InlineData("Source: Xinhua", "Xinhua")]
    [InlineData("AFP/Reuters", "Agence France-Presse")]
    public void A_byline_does(string line, string agency) => Of((BlockRole.Byline, line), (BlockRole.Body, Body)).ShouldBe(agency);

    [Theory]
    [InlineData(Body + " (AFP)", "Agence France-Presse")]
    [InlineData(Body + " – Reuters", "Reuters")]
    [InlineData(Body + " /TASS/", "TASS")]
    public void Words_behind_the_last_sentence_do(string last, string agency) => Of((BlockRole.Body, Body), (BlockRole.Body, last)).ShouldBe(agency);

    [Theory]
    [InlineData(BlockRole.Body, "(AFP)")]
    [InlineData(BlockRole.Body, "Source: Agence France-Presse")]
    [InlineData(BlockRole.Furniture, "Copyright 2023 Agence France-Presse. All rights reserved.")]
    [InlineData(BlockRole.Furniture, "© 2023 AFP")]
    public void A_line_of_its_own_does(BlockRole role, string line) => Of((BlockRole.Body, Body), (role, line)).ShouldBe("Agence France-Presse");

    [Theory]
    [InlineData(BlockRole.Body, "Reuters reported on Friday that the ferries had stopped.")]
    [InlineData(BlockRole.Body, "The Baltic Marine Agency (BMA) – a small office by the harbour – counts the ships.")]
    [InlineData(BlockRole.Body, "Two captains of the company told the Associated Press (AP) that they would not come back.")]
    [InlineData(BlockRole.Body, "TOKYO – The ferries stopped on Friday.")]
    [InlineData(BlockRole.Caption, "A ferry in the harbour (AFP)")]
    [InlineData(BlockRole.Byline, "By Mehr Example")]
    [InlineData(BlockRole.Byline, "With inputs from Reuters")]
    [InlineData(BlockRole.Comment, "(Reuters) - I do not believe a word of it.")]
    public void Who_is_only_quoted_or_pictured_does_not(BlockRole role, string text) => Of((BlockRole.Title, "No ferries this week"), (role, text), (BlockRole.Body, Body)).ShouldBeNull();

    [Fact]
    public void Authors_and_the_source_of_a_feed_do()
    {
        var document = Some.Coded(Body).Document;
        Credits.Of(document with { Authors = ["Ada Example", "AFP"] }).ShouldBe("Agence France-Presse");
        Credits.Of(document with { TakenFrom = "Reuters" }).ShouldBe("Reuters");
        Credits.Of(document with { TakenFrom = "Harbour Post" }).ShouldBeNull();
    }

    private static string? Of(params (BlockRole Role, string Text)[] blocks)
    {
        var text = string.Join('\n', blocks.Select(b => b.Text));
        var at = 0;
        var list = new List<Block>();
        foreach (var (role, words) in blocks)
        {
            list.Add(new Block(new TextSpan(at, words.Length), role, default));
            at += words.Length + 1;
        }

        return Credits.Of(new Document("test", text, list));
    }
}
