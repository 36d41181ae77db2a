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

/// <summary>In a real browser: what others coded, beside what one reads.</summary>
public sealed class OtherCoderTests(SampleServer samples) : IClassFixture<SampleServer>, IAsyncLifetime
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
    public async Task What_another_coder_claims_is_taken_over_and_given_back()
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
            new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(line.ToJsonString())), new AcceptOptions { Coder = "Ben/3" }, p => p.ShouldBeNull()).Accepted.ShouldBe(1);
        }

        await _page.GotoAsync(samples.Server!.Address + "#/documents/" + Uri.EscapeDataString(claim.Document));
        var take = _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Take over: ") });
        await take.FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator(".written")).ToContainTextAsync("taken over from Ben/3");
        await Assertions.Expect(_page.Locator(".others")).ToContainTextAsync("as Entente has it");
        samples.Archive.Claims().ShouldContain(c => c.Rule == "hand:Ben/3");
        await Shoot("taken-over");
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator(".others")).ToContainTextAsync("not so in Entente’s coding");
        samples.Archive.Claims().ShouldNotContain(c => c.Rule == "hand:Ben/3");
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_speaks_against_a_claim_of_another_coder_stands_beside_it()
    {
        var claim = samples.Archive.Claims().First(c => c is { Kind: Claims.ClaimKind.Event, Allegation: null, Mode: "visit", Told: "planned" });
        var line = JsonNode.Parse(samples.Archive.Coded(claim.Document)!)!;
        var other = line["claims"]!.AsArray().First(c => (string?)c!["event"]?["mode"] == "visit" && (string?)c["factuality"]!["readings"]![0] == "planned")!.DeepClone();
        other["factuality"]!["readings"] = new JsonArray("asserted");
        line["claims"] = new JsonArray(other);
        using (var ledger = Ledger.Open(samples.File))
        {
            new GuestRecorder(ledger, Accepter.Load(), Some.Reader).Accept(new MemoryStream(Encoding.UTF8.GetBytes(line.ToJsonString())), new AcceptOptions { Coder = "Dan/1" }, p => p.Refused.ShouldBeFalse()).Doubted.ShouldBe(1);
        }

        await _page.GotoAsync(samples.Server!.Address + "#/documents/" + Uri.EscapeDataString(claim.Document));
        await Assertions.Expect(_page.Locator(".others .doubt")).ToContainTextAsync("is told as planned, and the claim as done");
        await _page.Locator(".others .doubt").ScrollIntoViewIfNeededAsync();
        await Shoot("doubt");
        _complaints.ShouldBeEmpty();
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
