using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Cli;
using Entente.Record.Asking;
using Entente.Server;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>The samples in a real browser: from the first screen to a sentence, with nobody else asked for anything.</summary>
public sealed partial class WebAppTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-web-").FullName;
    private readonly List<string> _asked = [];
    private readonly List<string> _complaints = [];
    private Archive _archive = null!;
    private RecordServer _server = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no {Chromium}: the web app is not looked at.");
        Assert.SkipUnless(RecordServer.HasWebApp, "The web app is not part of this build: Node.js was missing.");
        var file = Path.Combine(_folder, "samples.db");
        DemoVerb.Read(file, Stop);
        _archive = Archive.Open(file);
        _server = await RecordServer.StartAsync(_archive, "samples.db", 0, Stop);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quiet });
        _page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
        _page.Request += (_, request) => _asked.Add(request.Url);
        _page.PageError += (_, error) => _complaints.Add(error);
        _page.Console += (_, line) => _complaints.AddRange(line.Type is "error" or "warning" ? [line.Text] : []);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task From_the_record_over_a_dyad_to_the_sentence_of_an_event()
    {
        await Open("");
        await Heading("What these pages say about the world");
        (await _page.Locator("section[aria-labelledby=documents] tbody tr").CountAsync()).ShouldBe(_archive.Documents().Count);
        await Shoot("record");

        var dyad = _archive.Dyads()[0];
        await _page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = $"{dyad.NameA} and {dyad.NameB}", Exact = true }).First.ClickAsync();
        await Heading($"{dyad.NameA} and {dyad.NameB}");
        (await _page.Locator("figure a.glyph").CountAsync()).ShouldBeGreaterThan(0);
        await Shoot("dyad");

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
        var document = _archive.Documents().MaxBy(d => d.Claims)!;
        await Open("#/documents/" + Uri.EscapeDataString(document.Id));
        await _page.Locator(".list a").First.WaitForAsync();
        foreach (var expected in _archive.Document(document.Id)!.Claims.Take(25))
        {
            await _page.Keyboard.PressAsync("n");
            await _page.WaitForURLAsync(url => url.EndsWith("/" + expected.Id, StringComparison.Ordinal));
            await _page.Locator($"mark[data-claim='{expected.Id}']").First.WaitForAsync();
            (await Highlighted()).ShouldBe(expected.Quote);
        }

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
        _asked.ShouldAllBe(url => url.StartsWith(_server.Address.ToString()));
    }

    private Task Open(string hash) => _page.GotoAsync(_server.Address + hash);

    private Task Heading(string text) => _page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = text, Exact = true, Level = 1 }).WaitForAsync();

    private async Task<string> Highlighted() => string.Concat(await _page.Locator("mark.evidence").AllTextContentsAsync());

    private async Task<Record.ClaimRow> ChosenClaim()
    {
        await _page.Locator("mark.evidence").First.WaitForAsync();
        return _archive.Claim(AfterLastSlash().Match(_page.Url).Value)!;
    }

    /// <summary>A picture of the screen, which must show something: more than a handful of colours.</summary>
    private async Task Shoot(string name)
    {
        await _page.EvaluateAsync("document.fonts.ready");
        var picture = await _page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
        if (Environment.GetEnvironmentVariable("ENTENTE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), picture, Stop);
        }

        var colours = await _page.EvaluateAsync<JsonElement>(CountColours, Convert.ToBase64String(picture));
        colours.GetInt32().ShouldBeGreaterThan(30, $"The screen '{name}' is blank.");
    }

    private void Unasked()
    {
        _asked.ShouldAllBe(url => url.StartsWith(_server.Address.ToString()));
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
