using System.Text.Json;
using Entente.Claims;
using Entente.Record;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>The samples in a real browser: why a sentence yielded nothing, and what a claim rests on.</summary>
public sealed class NotCodedTests(SampleServer samples) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private IPage _page = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(samples.Missing is not null, samples.Missing ?? "");
        _page = await samples.Browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.CloseAsync();
        }
    }

    [Fact]
    public async Task Sentences_from_which_nothing_was_coded_open_with_the_reasons()
    {
        var (view, silences) = await MostSilent();
        await Open(view.Row.Id);
        (await _page.Locator("a.silent").CountAsync()).ShouldBe(0);
        await NotCoded.ClickAsync();
        await _page.Locator("a.silent").First.WaitForAsync();
        (await _page.Locator("a.silent").AllTextContentsAsync()).ShouldBe(silences.Select(s => Words(view, s)));
        await Shoot("not-coded");

        var silence = silences.First(s => s.GetProperty("words").EnumerateArray().Any(w => w.TryGetProperty("row", out _)));
        await _page.Locator("a.silent").Nth(silences.IndexOf(silence)).ClickAsync();
        await _page.Locator("article dl").WaitForAsync();
        (await _page.Locator("a.silent[aria-current]").TextContentAsync()).ShouldBe(Words(view, silence));
        var words = silence.GetProperty("words").EnumerateArray().ToList();
        (await _page.Locator("article dt").AllTextContentsAsync()).ShouldBe(words.Select(w => w.GetProperty("words").GetString()!));
        var told = await _page.Locator("article dd").AllTextContentsAsync();
        told.Zip(words).ShouldAllBe(p => p.First.Contains(p.Second.GetProperty("reason").GetString()!.Substring(1), StringComparison.Ordinal));
        (await _page.Locator("a.silent .word").AllTextContentsAsync()).ShouldBe(words.Select(w => w.GetProperty("words").GetString()!));
        await Shoot("not-coded-why");

        await _page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Shoot("not-coded-dark");

        // On a narrow screen the reasons stand below the sentence, in sight
        await _page.SetViewportSizeAsync(420, 900);
        await _page.Keyboard.PressAsync("n");
        await _page.WaitForURLAsync(url => !url.EndsWith("/!" + Start(silence), StringComparison.Ordinal));
        await Shoot("not-coded-narrow");

        // both at one moment, once the page has come to rest
        await _page.WaitForFunctionAsync("""
            () => {
              const [sentence, card] = [document.querySelector('a.silent[aria-current]').getBoundingClientRect(), document.querySelector('article').getBoundingClientRect()];
              return sentence.top > 0 && card.top >= sentence.bottom && card.top < 900;
            }
            """);
    }

    [Fact]
    public async Task They_are_gone_through_by_keyboard_alone()
    {
        var (view, silences) = await MostSilent();
        await Open(view.Row.Id);
        await NotCoded.FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.Locator("a.silent").First.WaitForAsync();
        foreach (var silence in silences.Take(3))
        {
            await _page.Keyboard.PressAsync("n");
            await _page.WaitForURLAsync(url => url.EndsWith("/!" + Start(silence), StringComparison.Ordinal));

            // the address changes a moment before the page does
            await _page.Locator("a.silent[aria-current]", new PageLocatorOptions { HasText = Words(view, silence) }).WaitForAsync();
            (await _page.Locator("a.silent[aria-current]").TextContentAsync()).ShouldBe(Words(view, silence));
        }

        await _page.Locator("a.silent").First.FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync(url => url.EndsWith("/!" + Start(silences[0]), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_leads_to_a_sentence_and_a_claim_leads_away()
    {
        var (view, silences) = await MostSilent();
        await Open(view.Row.Id, "/!" + Start(silences[1]));
        await _page.Locator("a.silent[aria-current]").WaitForAsync();
        (await _page.Locator("article h2").InnerTextAsync()).ShouldBe("Why nothing was coded here");

        await _page.Locator("a.said").First.ClickAsync();
        await _page.Locator("mark.evidence").First.WaitForAsync();
        (await _page.Locator("a.silent").CountAsync()).ShouldBe(0);
        (await NotCoded.GetAttributeAsync("aria-pressed")).ShouldBe("false");
    }

    [Theory]
    [InlineData(ClaimKind.Event)]
    [InlineData(ClaimKind.Figure)]
    [InlineData(ClaimKind.Count)]
    [InlineData(ClaimKind.Membership)]
    [InlineData(ClaimKind.Agreement)]
    [InlineData(ClaimKind.Label)]
    [InlineData(ClaimKind.Role)]
    [InlineData(ClaimKind.Position)]
    public async Task A_claim_of_each_kind_shows_its_rule_and_the_words_of_its_parties(ClaimKind kind)
    {
        var claim = samples.Archive.Claims(new ClaimFilter { Kind = kind }).MaxBy(c => c.Parties.Count)!;
        await Open(claim.Document, "/" + claim.Id);
        await _page.Locator("article dl").WaitForAsync();
        var card = await _page.Locator("article dl").InnerTextAsync();
        card.ShouldContain(claim.Rule);
        claim.Parties.ShouldAllBe(p => card.Contains(p.Words, StringComparison.Ordinal) && card.Contains(p.Actor.Name, StringComparison.Ordinal));
        if (claim.Trigger is { } trigger)
        {
            card.ShouldContain(trigger.In(samples.Archive.Document(claim.Document)!.Text));
        }

        await Shoot("claim-" + CodedNames.Of(kind));
    }

    private ILocator NotCoded => _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "What was not coded" });

    private async Task Open(string document, string rest = "") => await _page.GotoAsync($"{samples.Server!.Address}#/documents/{Uri.EscapeDataString(document)}{rest}");

    /// <summary>The document with most sentences from which nothing was coded, and what the server says of them.</summary>
    private async Task<(DocumentView View, List<JsonElement> Silences)> MostSilent()
    {
        using var client = new HttpClient { BaseAddress = samples.Server!.Address };
        var all = new List<(DocumentView View, List<JsonElement> Silences)>();
        foreach (var row in samples.Archive.Documents())
        {
            using var json = JsonDocument.Parse(await client.GetStringAsync($"api/documents/{Uri.EscapeDataString(row.Id)}/silences", Stop));
            all.Add((samples.Archive.Document(row.Id)!, [.. json.RootElement.Clone().EnumerateArray()]));
        }

        return all.MaxBy(d => d.Silences.Count);
    }

    private static int Start(JsonElement silence) => silence.GetProperty("start").GetInt32();

    private static string Words(DocumentView view, JsonElement silence) =>
        string.Concat(view.Text.EnumerateRunes().Skip(Start(silence)).Take(silence.GetProperty("end").GetInt32() - Start(silence)));

    /// <summary>A picture of the screen, for a person to look at.</summary>
    private async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.EvaluateAsync("document.fonts.ready");
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
