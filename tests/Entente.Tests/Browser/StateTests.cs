using System.Text.RegularExpressions;
using Entente.Record;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>In a real browser: the state of a relationship year by year, according to chosen sources, against another one, and the matters behind it.</summary>
public sealed partial class StateTests(SampleServer samples) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Dyad = "#/dyads/CHN/RUS";

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
    public async Task The_slider_changes_the_sections_by_keyboard_and_the_address_holds_the_year()
    {
        await Open(Dyad);
        await Title("All years");
        await Sections(Asked());
        var slider = _page.GetByRole(AriaRole.Slider, new PageGetByRoleOptions { Name = "The state: year" });
        (await slider.GetAttributeAsync("aria-valuetext")).ShouldBe("all years");
        await slider.FocusAsync();
        await _page.Keyboard.PressAsync("Home");
        for (var steps = 0; steps < 30 && await slider.GetAttributeAsync("aria-valuetext") != "2016"; steps++)
        {
            await _page.Keyboard.PressAsync("ArrowRight");
        }

        await Title("2016");
        await Sections(Asked("2016"));
        _page.Url.ShouldEndWith(Dyad + "?on=2016");
        await Shoot("state");

        // What the address holds can be passed on
        await _page.ReloadAsync();
        await Title("2016");
        await Sections(Asked("2016"));
        await _page.GetByRole(AriaRole.Slider, new PageGetByRoleOptions { Name = "The state: year" }).FocusAsync();
        await _page.Keyboard.PressAsync("End");
        await Title("All years");
        _page.Url.ShouldEndWith(Dyad);
        Unasked();
    }

    [Fact]
    public async Task An_item_opens_to_its_sentences_and_each_to_its_page()
    {
        var item = Asked("2016").Sections.Single(s => s.Name == "meetings").Items[0];
        await Open(Dyad + "?on=2016");
        var row = _page.Locator("#state-meetings > ul > li").First;
        (await row.Locator(".count").InnerTextAsync()).ShouldContain(item.Matter.Support.Documents == 1 ? "1 document, " : $" {item.Matter.Support.Documents} documents");
        await row.Locator("summary").ClickAsync();
        await row.Locator(".support").WaitForAsync();
        (await row.Locator(".open .sides a.quote").AllTextContentsAsync()).Order().ShouldBe(item.Voices.Select(v => v.Claim.Sentence).Order());
        (await row.Locator(".support").InnerTextAsync()).ShouldStartWith(samples.Archive.Matters(new ClaimFilter { Matter = item.Matter.Id }).Single().Support.ToString());
        await Shoot("state-item");

        await row.Locator(".open .sides a.quote").First.ClickAsync();
        await _page.Locator("mark.evidence").First.WaitForAsync();
        var claim = samples.Archive.Claim(AfterLastSlash().Match(_page.Url).Value)!;
        item.Voices.Select(v => v.Claim.Id).ShouldContain(claim.Id);
        string.Concat(await _page.Locator("mark.evidence").AllTextContentsAsync()).ShouldBe(claim.Quote);

        // and back is the state as it was left
        await _page.GoBackAsync();
        await Title("2016");
        Unasked();
    }

    [Fact]
    public async Task Two_years_stand_against_each_other_with_what_only_one_of_them_has()
    {
        await Open(Dyad + "?on=2016&vs=2025");
        await Title("2016 against 2025");
        var (one, other) = (Asked("2016"), Asked("2025"));
        foreach (var section in one.Sections.Concat(other.Sections).Select(s => s.Name).Distinct())
        {
            var (left, right) = (Only(one, other, section), Only(other, one, section));
            if (left + right > 0)
            {
                var shown = _page.Locator($"section[aria-labelledby=h-change-{section}]");
                (await shown.Locator("[data-side=one] .only").InnerTextAsync()).ShouldBe(left > 0 ? $"Only in 2016 ({left})" : "Nothing that is only in 2016");
                (await shown.Locator("[data-side=other] .only").InnerTextAsync()).ShouldBe(right > 0 ? $"Only in 2025 ({right})" : "Nothing that is only in 2025");
            }
        }

        (await _page.Locator("[data-side=one] li").CountAsync()).ShouldBeGreaterThan(0);
        (await _page.Locator("[data-side=other] li").CountAsync()).ShouldBeGreaterThan(0);
        await Shoot("difference");

        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "One state only" }).ClickAsync();
        await Title("2016");
        _page.Url.ShouldEndWith(Dyad + "?on=2016");
        Unasked();
    }

    [Fact]
    public async Task It_can_be_asked_what_was_known_by_a_day_and_what_one_source_says()
    {
        await Open(Dyad);
        await Title("All years");
        await _page.GetByText("A single day, what was known by then, chosen sources").ClickAsync();
        var known = _page.GetByLabel("Known by");
        await known.FillAsync("soon");
        await known.BlurAsync();
        (await known.EvaluateAsync<bool>("box => box.validity.valid")).ShouldBeFalse();
        await known.FillAsync("2018");
        await known.BlurAsync();
        await Title("All years, as known by 2018");
        await Sections(samples.Archive.State(new StateQuestion("CHN", "RUS") { KnownBy = new DateOnly(2018, 12, 31) })!);

        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Everybody, now" }).ClickAsync();
        await Title("All years");
        await _page.GetByLabel("The state: add a source").SelectOptionAsync("RUS");
        await Title("All years, according to RUS");
        await Sections(samples.Archive.State(new StateQuestion("CHN", "RUS") { AccordingTo = ["RUS"] })!);
        _page.Url.ShouldEndWith("?accordingTo=RUS");
        Unasked();
    }

    [Fact]
    public async Task Sentences_that_disagree_stand_side_by_side()
    {
        var disputed = Asked().Sections.Single(s => s.Name == "disputes").Items.First(i => i.Standing!.EndsWith(" disputed", StringComparison.Ordinal));
        var row = disputed.Matter.Disagreements[0];
        await Open(Dyad);
        var pair = _page.Locator("#state-disputes .dispute .two").First;
        await pair.WaitForAsync();
        (await pair.Locator("a.quote").AllTextContentsAsync()).ShouldBe([row.One.Sentence, row.Other.Sentence]);
        Unasked();
    }

    [Fact]
    public async Task A_plan_tells_what_became_of_it_and_by_itself_who_says_what()
    {
        var plan = Asked().Sections.Single(s => s.Name == "plans").Items.First(i => i.Matter.Outcomes.Count > 0).Matter;
        await Open("#/matters/" + plan.Id);
        await _page.Locator(".outcomes").WaitForAsync();
        (await _page.Locator(".outcomes .tag").First.InnerTextAsync()).ShouldBe(plan.Outcomes[0].What);
        (await _page.Locator(".outcomes a.quote").AllTextContentsAsync()).ShouldBe(plan.Outcomes.Select(o => o.Claim.Sentence));
        (await _page.Locator("section[aria-labelledby=h-voices] h4").First.InnerTextAsync()).ShouldBe($"planned {plan.Claims.Count}");
        await Shoot("matter");
        Unasked();
    }

    [Fact]
    public async Task The_first_page_shows_the_strongest_dyad_year_by_year_and_leads_to_the_whole()
    {
        await Open("");
        var brief = _page.Locator("section[aria-labelledby=state]");
        await brief.Locator("[data-on=all]").WaitForAsync();
        await brief.GetByRole(AriaRole.Slider).FocusAsync();
        await _page.Keyboard.PressAsync("Home");
        await _page.Keyboard.PressAsync("ArrowRight");
        var year = (await brief.GetByRole(AriaRole.Slider).GetAttributeAsync("aria-valuetext"))!;
        year.ShouldMatch(@"^\d{4}$");
        await brief.Locator($"[data-on='{year}'][aria-busy=false]").WaitForAsync();
        var strongest = samples.Archive.Dyads()[0];
        var expected = samples.Archive.State(new StateQuestion(strongest.A, strongest.B).At(year))!;
        (await brief.Locator("h3").First.InnerTextAsync()).ShouldEndWith(" " + expected.Sections[0].Items.Count);
        await brief.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "The whole state" }).ClickAsync();
        await Title(year);
        Unasked();
    }

    private RelationState Asked(string? on = null) => samples.Archive.State(new StateQuestion("CHN", "RUS").At(on))!;

    private static int Only(RelationState one, RelationState other, string section)
    {
        var others = other.Sections.FirstOrDefault(s => s.Name == section)?.Items.Select(i => i.Matter.Id).ToHashSet() ?? [];
        return one.Sections.FirstOrDefault(s => s.Name == section)?.Items.Count(i => !others.Contains(i.Matter.Id)) ?? 0;
    }

    /// <summary>The sections shown are those of this state, each with as many items.</summary>
    private async Task Sections(RelationState expected)
    {
        await _page.Locator(".state[aria-busy=false]").WaitForAsync();
        var shown = await _page.Locator("section[id^=state-]").EvaluateAllAsync<string[]>("all => all.map(s => s.id.slice(6) + ' ' + s.querySelector('h3 .num').textContent)");
        shown.ShouldBe(expected.Sections.Select(s => $"{s.Name} {s.Items.Count}"));
    }

    private async Task Open(string hash) => await _page.GotoAsync(samples.Server!.Address + hash);

    private Task Title(string text) => _page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = text, Exact = true, Level = 2 }).WaitForAsync();

    /// <summary>A picture of the screen, for a person to look at.</summary>
    private async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.EvaluateAsync("document.fonts.ready");
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled, FullPage = true });
        }
    }

    private void Unasked()
    {
        _asked.ShouldAllBe(url => url.StartsWith(samples.Server!.Address.ToString()));
        _complaints.ShouldBeEmpty();
    }

    [GeneratedRegex("[^/]+$")]
    private static partial Regex AfterLastSlash();
}
