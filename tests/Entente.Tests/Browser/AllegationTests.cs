using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Server;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>In a real browser: what is alleged against a person is marked with all that belongs to it, and the chain of a claim stands link by link.</summary>
public sealed class AllegationTests(SampleServer samples) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-alleged-").FullName;
    private Archive _archive = null!;
    private RecordServer _server = null!;
    private IPage _page = null!;

    private ClaimRow Accusation => Alleged.Accusation(_archive);

    private ClaimRow Denial => Alleged.Denial(_archive);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(samples.Missing is not null, samples.Missing ?? "");
        _archive = Alleged.Record(Path.Combine(_folder, "test.db"));
        _server = await RecordServer.StartAsync(_archive, "test.db", 0);
        _page = await samples.Browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.CloseAsync();
            await _server.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_card_of_an_allegation_tells_who_makes_it_how_and_what_denies_it()
    {
        await Open($"documents/{Uri.EscapeDataString(Accusation.Document)}/{Accusation.Id}");
        var note = _page.Locator("article [role=note]");
        await note.WaitForAsync();
        var told = await note.InnerTextAsync();
        told.ShouldContain("alleged against Omar Haddad, by Chad; told as asserted");
        (await _page.Locator("article a.denies").AllTextContentsAsync()).ShouldBe([$"“{Alleged.Denied}”", $"“{Alleged.LawyersWord}”"]);
        string.Concat(await _page.Locator(".text .denial").AllTextContentsAsync()).ShouldBe(Alleged.Denied + Alleged.LawyersWord);
        (await _page.Locator(".list .alleged").AllTextContentsAsync()).Count.ShouldBe(_archive.Claims(new ClaimFilter { Allegations = true }).Count);
        await Shoot("allegation");

        // A denial opens at its sentence
        await _page.Locator("article a.denies").Nth(1).ClickAsync();
        await _page.Locator("mark.evidence").First.WaitForAsync();
        string.Concat(await _page.Locator("mark.evidence").AllTextContentsAsync()).ShouldBe(Alleged.LawyersWord);
        (await _page.Locator("article").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_denial_that_is_a_claim_opens_as_one_and_leads_back()
    {
        await Open($"documents/{Uri.EscapeDataString(Accusation.Document)}/{Accusation.Id}");
        await _page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "coded as a claim" }).ClickAsync();
        await _page.Locator($"mark[data-claim='{Denial.Id}']").WaitForAsync();
        await _page.Locator("article p.alleged a").ClickAsync();
        await _page.Locator($"mark[data-claim='{Accusation.Id}']").WaitForAsync();
    }

    [Fact]
    public async Task The_chain_of_a_claim_stands_link_by_link_with_the_words_that_made_each()
    {
        await Open($"documents/{Uri.EscapeDataString(Accusation.Document)}/{Accusation.Id}");
        await _page.Locator("article dl ol li").First.WaitForAsync();
        var links = await _page.Locator("article dl ol li").AllAsync();
        links.Count.ShouldBe(Accusation.Chain.Links.Count);
        foreach (var (link, shown) in Accusation.Chain.Links.Zip(links))
        {
            var words = await shown.InnerTextAsync();
            words.ShouldContain(link.Name);
            words.ShouldContain(link.Words ?? "");
        }

        (await links[^1].GetAttributeAsync("class"))!.ShouldContain("origin");
        (await _page.Locator("article dl").InnerTextAsync()).ShouldContain(CodedNames.Of(Accusation.Factuality.Readings).Single());
    }

    [Fact]
    public async Task In_the_timeline_and_in_the_lists_it_is_marked_too()
    {
        await Open("dyads/SDN/TCD");
        var dot = _page.Locator($"figure a.glyph[href$='{Accusation.Id}']");
        await dot.WaitForAsync();
        (await dot.Locator(".ring").CountAsync()).ShouldBe(1);
        (await _page.Locator("figure a.glyph .ring").CountAsync()).ShouldBe(2);
        (await dot.GetAttributeAsync("aria-label"))!.ShouldContain("alleged against Omar Haddad, by Chad; says Harbour Gazette → Reuters; told as asserted; denied by Haddad, his lawyer");
        await dot.HoverAsync();
        (await _page.Locator(".tip .alleged").InnerTextAsync()).ShouldContain("denied by Haddad");
        await Shoot("allegation-dyad");

        // The state of the two tells of each all that belongs to it, without a click
        var stated = _page.Locator("#state-allegations .alleged");
        await stated.First.WaitForAsync();
        (await stated.First.InnerTextAsync()).ShouldContain("against Omar Haddad, by Chad");
        (await stated.First.Locator(".chain .origin").First.InnerTextAsync()).ShouldBe("Reuters");
        (await _page.Locator("#state-allegations > ul > li").CountAsync()).ShouldBe(await _page.Locator("#state-allegations > ul > li:has(.alleged)").CountAsync());
        await Shoot("allegation-state");

        await _page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "All claims" }).ClickAsync();
        var item = _page.Locator("section#event .alleged");
        await item.First.WaitForAsync();
        (await item.CountAsync()).ShouldBe(2);
        var told = await item.First.InnerTextAsync();
        told.ShouldContain("against Omar Haddad, by Chad");
        told.ShouldContain("told as asserted");
        (await _page.Locator("section#event li:has(.alleged) .chain .origin").First.InnerTextAsync()).ShouldBe("Reuters");
        await item.First.Locator("a.denies").First.ClickAsync();
        await _page.Locator("mark.evidence").First.WaitForAsync();
        string.Concat(await _page.Locator("mark.evidence").AllTextContentsAsync()).ShouldBe(Alleged.Denied);
    }

    [Fact]
    public async Task A_sentence_that_a_search_finds_does_not_stand_without_it()
    {
        await Open("search/accused");
        await _page.Locator("li .alleged").First.WaitForAsync();
        var told = await _page.Locator("li .alleged").First.InnerTextAsync();
        told.ShouldContain("against Omar Haddad, by Chad");
        told.ShouldContain(Alleged.LawyersWord);
        await Shoot("allegation-search");
    }

    private async Task Open(string hash) => await _page.GotoAsync(_server.Address + "#/" + hash);

    /// <summary>A picture of the screen, for a person to look at.</summary>
    private async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.EvaluateAsync("document.fonts.ready");
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled, FullPage = true });
        }
    }
}
