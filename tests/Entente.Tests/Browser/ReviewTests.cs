using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Entente.Claims.Accepting;
using Entente.Record;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>In a real browser: deciding with the keyboard alone, beside the page.</summary>
public sealed class ReviewTests(SampleServer samples) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(samples.Missing is not null, samples.Missing ?? "");
        _page = await samples.Browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
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
    public async Task Twenty_decisions_need_no_mouse_and_each_can_be_taken_back()
    {
        var before = Standing();
        await Open();
        var asked = await Question();
        for (var n = 0; n < 20; n++)
        {
            await Press(n % 2 == 0 ? "a" : "x", written: n + 1);
        }

        await Shoot("review");
        Standing().ShouldBe(before + 20);
        samples.Archive.CorrectionLog().ShouldAllBe(c => c.Correction.Author == "ana");
        for (var n = 20; n > 0; n--)
        {
            await Press("u", written: n - 1);
        }

        Standing().ShouldBe(before);
        (await Question()).ShouldBe(asked);
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_alike_are_shown_before_a_yes_and_nothing_is_written_without()
    {
        var before = samples.Archive.CorrectionLog().Count;
        await Open();
        await _page.Keyboard.PressAsync("Shift+X");
        await _page.Locator("#alike li").First.WaitForAsync();
        var listed = await _page.Locator("#alike li").CountAsync();
        await _page.Keyboard.PressAsync("n");
        await _page.Locator("#alike").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        samples.Archive.CorrectionLog().Count.ShouldBe(before);
        await _page.Keyboard.PressAsync("Shift+X");
        await _page.Locator("#alike li").First.WaitForAsync();
        await Press("y", written: 1);
        ((ClaimDecision)samples.Archive.CorrectionLog()[^1].Correction.Decision).Claims.Count.ShouldBe(listed);
        await Press("u", written: 0);
    }

    [Fact]
    public async Task A_time_is_typed_and_what_is_none_is_told_beside_it()
    {
        await Open();
        await Ready();
        await _page.Keyboard.PressAsync("d");
        await _page.Locator(".typed").WaitForAsync();
        await _page.Keyboard.TypeAsync("the other day");
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is no day");
        await _page.Keyboard.PressAsync("Control+A");
        await _page.Keyboard.TypeAsync("2016-06");
        await Press("Enter", written: 1);
        ((RedateClaims)samples.Archive.CorrectionLog()[^1].Correction.Decision).Time.ShouldBe(Claims.DateInterval.Month(2016, 6));
        await Press("u", written: 0);
        _complaints.RemoveAll(c => c.Contains("400", StringComparison.Ordinal));
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_coder_claims_stands_beside_the_page_with_his_name()
    {
        var claim = samples.Archive.Claims().First(c => c is { Kind: Claims.ClaimKind.Event, Allegation: null, Type: "CONSULT", Mode: "visit" });
        var line = JsonNode.Parse(samples.Archive.Coded(claim.Document)!)!;
        var other = line["claims"]!.AsArray().First(c => (string?)c!["event"]?["mode"] == "visit")!.DeepClone();
        other["event"]!["type"] = "COOPERATE";
        foreach (var follows in new[] { "mode", "cameo", "goldstein" })
        {
            other["event"]!.AsObject().Remove(follows);
        }

        line["claims"] = new JsonArray(other);
        using (var ledger = Ledger.Open(samples.File))
        {
            new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(line.ToJsonString())), new AcceptOptions { Coder = "Ann/2" }, p => p.ShouldBeNull()).Accepted.ShouldBe(1);
        }

        await _page.GotoAsync(samples.Server!.Address + "#/documents/" + Uri.EscapeDataString(claim.Document));
        await Assertions.Expect(_page.Locator(".others")).ToContainTextAsync("COOPERATE");
        await Assertions.Expect(_page.Locator(".others")).ToContainTextAsync("Ann/2, not so in Entente’s coding");
        await _page.Locator(".others a").First.FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.Locator(".text .evidence").WaitForAsync();
        await Shoot("others");
        _complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/json", null, HttpStatusCode.Forbidden)]
    [InlineData("text/plain", "review", HttpStatusCode.Forbidden)]
    [InlineData("application/json", "review", HttpStatusCode.BadRequest)]
    public async Task What_other_sites_can_make_a_browser_send_decides_nothing(string type, string? header, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = samples.Server!.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/corrections") { Content = new StringContent("{\"what\":\"reject\",\"claims\":[]}", Encoding.UTF8, type) };
        if (header is not null)
        {
            request.Headers.Add("X-Entente", header);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "api/corrections") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        foreign.Headers.Add("X-Entente", "review");
        foreign.Headers.Add("Origin", "https://example.org");
        using var refused = await client.SendAsync(foreign, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>How many decisions hold.</summary>
    private int Standing() => samples.Archive.CorrectionLog().Count(c => c.State == CorrectionState.Holds);

    private async Task Open()
    {
        await _page.GotoAsync(samples.Server!.Address + "#/review");
        await Ready();
    }

    /// <summary>Until the question stands beside its page.</summary>
    private async Task Ready() => await _page.Locator(".desk #claim-title, .desk .page h2").First.WaitForAsync();

    private async Task<string> Question() => await _page.Locator(".lede").InnerTextAsync();

    private async Task Press(string key, int written)
    {
        await Ready();
        await _page.Keyboard.PressAsync(key);
        await Assertions.Expect(_page.Locator(".history li")).ToHaveCountAsync(written);
    }

    private async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.EvaluateAsync("document.fonts.ready");
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
