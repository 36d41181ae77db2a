using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>The samples in a real browser: from the first screen to a sentence, with nobody else asked for anything.</summary>
public sealed partial class WebAppTests(SampleServer samples) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private readonly List<string> _asked = [];
    private readonly List<string> _complaints = [];
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(samples.Missing is not null, samples.Missing ?? "");
        _page = await samples.Browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
        _page.Request += (_, request) => _asked.Add(request.Url);
        _page.PageError += (_, error) => _complaints.Add(error);
        _page.Console += (_, line) => _complaints.AddRange(line.Type is "error" or "warning" ? [line.Text] : []);
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.CloseAsync();
        }
    }

    [Fact]
    public async Task From_the_record_over_a_dyad_to_the_sentence_of_an_event()
    {
        await Open("");
        await Heading("What these pages say about the world");
        (await _page.Locator("section[aria-labelledby=documents] tbody tr").CountAsync()).ShouldBe(samples.Archive.Documents().Count);
        await Shoot("record");

        var dyad = samples.Archive.Dyads().First(d => samples.Archive.Claims(new Record.ClaimFilter { Dyad = d.Id, Kind = Claims.ClaimKind.Event }).Any(c => c.Time?.Latest is not null));
        await _page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"{dyad.NameA} and {dyad.NameB}", Exact = true }).First.ClickAsync();
        await Heading($"{dyad.NameA} and {dyad.NameB}");
        (await _page.Locator("figure a.glyph").CountAsync()).ShouldBeGreaterThan(0);
        await Shoot("dyad");

        await _page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "All claims" }).ClickAsync();
        await _page.Locator("section#event li a.quote").First.ClickAsync();
        var claim = await ChosenClaim();
        (await Highlighted()).ShouldBe(claim.Quote);
        (await _page.Locator("article h2").InnerTextAsync()).Trim().ShouldBe(claim.Gist);
        await Shoot("sentence");
        Unasked();
    }

    [Fact]
    public async Task Every_claim_of_a_document_highlights_its_own_evidence_by_keyboard_alone()
    {
        var document = samples.Archive.Documents().MaxBy(d => d.Claims)!;
        await Open("#/documents/" + Uri.EscapeDataString(document.Id));
        await _page.Locator(".list a").First.WaitForAsync();
        foreach (var (at, expected) in samples.Archive.Document(document.Id)!.Claims.Take(25).Index())
        {
            await Next(expected.Id, at == 0);
            await _page.Locator($"mark[data-claim='{expected.Id}']").First.WaitForAsync();
            (await Highlighted()).ShouldBe(expected.Quote);
        }

        Unasked();
    }

    /// <summary>Goes on to the next claim with "n"; on a busy machine the page may not listen yet when its list is there, so the key is pressed again as long as nothing is chosen.</summary>
    private async Task Next(string claim, bool first)
    {
        var before = _page.Url;
        for (var tries = 0; tries < (first ? 6 : 1) && _page.Url == before; tries++)
        {
            await _page.Keyboard.PressAsync("n");
            for (var waits = 0; waits < 100 && _page.Url == before; waits++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        _page.Url.ShouldEndWith("/" + claim);
    }

    [Fact]
    public async Task A_page_shows_what_each_of_its_blocks_was_taken_for_and_why()
    {
        var document = samples.Archive.Documents().Where(d => d.Comments > 0 && d.Dropped > 0).MaxBy(d => d.Characters)!;
        var blocks = samples.Archive.Document(document.Id)!.Blocks;
        await Open("#/documents/" + Uri.EscapeDataString(document.Id));
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "How it was read" }).ClickAsync();
        await _page.Locator("li .role").First.WaitForAsync();
        var rows = Rows(blocks);
        (await _page.Locator("li .role").AllTextContentsAsync()).ShouldBe(rows.Select(b => Claims.CodedNames.Of(b.Role)));
        (await _page.Locator("li .words").AllTextContentsAsync()).ShouldBe(blocks.Select(b => b.Span.In(samples.Archive.Document(document.Id)!.Text)));
        var whys = await _page.Locator("li .why").AllTextContentsAsync();
        whys.Zip(rows).ShouldAllBe(p => p.First.Contains(p.Second.Reason!, StringComparison.Ordinal) && p.First.Contains(p.Second.Author ?? "", StringComparison.Ordinal));
        await Shoot("reading");
        await _page.Locator("li.comments").First.ScrollIntoViewIfNeededAsync();
        await _page.EvaluateAsync("document.querySelector('li.comments').scrollIntoView({ block: 'center' })");
        await Shoot("reading-thread");
        Unasked();
    }

    [Theory]
    [InlineData("#/dyads", "Dyads")]
    [InlineData("#/documents", "Documents")]
    [InlineData("#/actors", "Actors")]
    [InlineData("#/search/Putin", "“Putin”")]
    [InlineData("#/dyads/AAA/BBB", "Nothing is claimed about these two")]
    [InlineData("#/claims/none", "There is no such claim")]
    [InlineData("#/nowhere", "There is no such page")]
    public async Task Every_screen_has_its_heading(string hash, string heading)
    {
        await Open(hash);
        await Heading(heading);
        (await _page.Locator("h1").CountAsync()).ShouldBe(1);
        _asked.ShouldAllBe(url => url.StartsWith(samples.Server!.Address.ToString()));
    }

    /// <summary>Neighbours that were dropped for the same reason stand in one row.</summary>
    private static List<Claims.Block> Rows(IReadOnlyList<Claims.Block> blocks) =>
        [.. blocks.Where((b, i) => i == 0 || b.Role is not (Claims.BlockRole.Furniture or Claims.BlockRole.Advert) || b.Role != blocks[i - 1].Role || b.Reason != blocks[i - 1].Reason)];

    private async Task Open(string hash) => await _page.GotoAsync(samples.Server!.Address + hash);

    private Task Heading(string text) => _page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = text, Exact = true, Level = 1 }).WaitForAsync();

    private async Task<string> Highlighted() => string.Concat(await _page.Locator("mark.evidence").AllTextContentsAsync());

    private async Task<Record.ClaimRow> ChosenClaim()
    {
        await _page.Locator("mark.evidence").First.WaitForAsync();
        return samples.Archive.Claim(AfterLastSlash().Match(_page.Url).Value)!;
    }

    /// <summary>A picture of the screen, which must show something: more than a handful of colours.</summary>
    private async Task Shoot(string name)
    {
        await _page.EvaluateAsync("document.fonts.ready");
        var picture = await _page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
        if (Environment.GetEnvironmentVariable("ENTENTE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), picture, TestContext.Current.CancellationToken);
        }

        var colours = await _page.EvaluateAsync<JsonElement>(CountColours, Convert.ToBase64String(picture));
        colours.GetInt32().ShouldBeGreaterThan(30, $"The screen '{name}' is blank.");
    }

    private void Unasked()
    {
        _asked.ShouldAllBe(url => url.StartsWith(samples.Server!.Address.ToString()));
        _complaints.ShouldBeEmpty();
    }

    [GeneratedRegex("[^/]+$")]
    private static partial Regex AfterLastSlash();

    private const string CountColours = """
        async png => {
          const bytes = Uint8Array.from(atob(png), c => c.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d');
          context.drawImage(bitmap, 0, 0);
          return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
        }
        """;
}
