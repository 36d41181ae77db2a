using Entente.Record;
using Entente.Record.Recording;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>In a real browser: correcting where one reads.</summary>
public sealed class CorrectingTests(SampleServer samples) : IClassFixture<SampleServer>, IAsyncLifetime
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
    public async Task A_page_that_cannot_be_had_is_told_and_asked_for_again()
    {
        var fail = true;
        await _page.RouteAsync("**/api/documents/*", route => fail ? route.AbortAsync() : route.ContinueAsync());
        await _page.GotoAsync(samples.Server!.Address + "#/review");
        var alert = _page.Locator(".page [role=alert]");
        await Assertions.Expect(alert).ToContainTextAsync("It may have been stopped");
        fail = false;
        await Button("try again").FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.Locator(".desk #claim-title").WaitForAsync();
        await Assertions.Expect(alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_evidence_comes_into_sight_in_its_panel_and_the_window_stays()
    {
        await _page.GotoAsync(samples.Server!.Address + "#/review");
        for (var n = 0; n < 6; n++)
        {
            await _page.Locator(".desk #claim-title, .desk .page h2").First.WaitForAsync();
            await _page.WaitForTimeoutAsync(100);
            (await _page.EvaluateAsync<double>("scrollY")).ShouldBe(0);
            if (await _page.Locator(".page mark.evidence").CountAsync() > 0)
            {
                (await _page.EvaluateAsync<bool>("(() => { const [a, b] = ['.page', '.page mark.evidence'].map((s) => document.querySelector(s).getBoundingClientRect()); return b.top >= a.top && b.top < a.bottom; })()")).ShouldBeTrue();
            }

            await _page.Keyboard.PressAsync(" ");
        }
    }

    [Fact]
    public async Task A_claim_is_decided_where_it_is_read_and_the_decision_taken_back()
    {
        var claim = samples.Archive.Claims().First(c => c is { Kind: Claims.ClaimKind.Event, Allegation: null, Type: "CONSULT" });
        await Read(claim);
        await Button("right", exact: true).FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator(".written")).ToContainTextAsync("right: ");
        await Assertions.Expect(_page.Locator(".marks")).ToContainTextAsync("confirmed by ana");
        await Assertions.Expect(Button("undo", exact: true)).ToBeFocusedAsync();
        await Shoot("decided");
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Take back: confirmed") }).ClickAsync();
        await Assertions.Expect(_page.Locator(".marks")).ToHaveCountAsync(0);
        Standing().ShouldBe(0);

        await Button("wrong", exact: true).ClickAsync();
        await Assertions.Expect(_page.Locator(".written")).ToContainTextAsync("wrong: ");
        await Assertions.Expect(_page.Locator(".side #claim-title")).ToHaveCountAsync(0);
        samples.Archive.Claim(claim.Id).ShouldBeNull();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator(".side #claim-title")).ToHaveCountAsync(1);
        await Assertions.Expect(_page.Locator(".written")).ToHaveCountAsync(0);
        samples.Archive.Claim(claim.Id).ShouldNotBeNull();
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_time_and_another_type_are_typed_beside_the_claim()
    {
        var claim = samples.Archive.Claims().Last(c => c is { Kind: Claims.ClaimKind.Event, Allegation: null, Type: "CONSULT" });
        await Read(claim);
        await Button("other time").FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator(".typed")).ToBeFocusedAsync();
        await _page.Keyboard.TypeAsync("pn");
        await _page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Button("other time")).ToBeFocusedAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.Keyboard.TypeAsync("1998-04");
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator(".written")).ToContainTextAsync("1998-04");
        samples.Archive.Claim(claim.Id)!.Time.ShouldBe(Claims.DateInterval.Month(1998, 4));
        await Button("other type").ClickAsync();
        await _page.Keyboard.TypeAsync("cooperate");
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator("#claim-title")).ToContainTextAsync("COOPERATE");
        await Button("undo", exact: true).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Take back: dated") }).ClickAsync();
        await Assertions.Expect(_page.Locator(".marks")).ToHaveCountAsync(0);
        samples.Archive.Claim(claim.Id)!.Time.ShouldBe(claim.Time);
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_names_of_one_are_merged_in_one_decision_after_a_look_and_taken_back()
    {
        var actors = samples.Archive.Actors().Where(a => a.Actor.Id.Length == 3).Take(3).Select(a => a.Actor).ToList();
        await _page.GotoAsync(samples.Server!.Address + "#/actors/" + actors[0].Id);
        await Button("the same as another").FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        var field = _page.GetByRole(AriaRole.Searchbox, new PageGetByRoleOptions { NameRegex = new("^Look for an actor") });
        await Assertions.Expect(field).ToBeFocusedAsync();
        foreach (var other in actors.Skip(1))
        {
            await _page.Keyboard.TypeAsync(other.Id);
            await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^" + other.Name + " " + other.Id) }).WaitForAsync();
            await _page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(field).ToHaveValueAsync("");
        }

        await Shoot("merge");
        await Button("Show what changes").ClickAsync();
        await Assertions.Expect(_page.Locator(".proposal")).ToContainTextAsync("would be told otherwise");
        await Assertions.Expect(_page.Locator(".proposal")).ToBeFocusedAsync();
        Standing().ShouldBe(0);
        await Shoot("merge-preview");
        await Button("yes, write it").FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Button("undo", exact: true)).ToBeFocusedAsync();
        Standing().ShouldBe(1);
        ((MergeActors)samples.Archive.CorrectionLog()[^1].Correction.Decision).Others.ShouldBe(actors.Skip(1).Select(a => a.Id));
        samples.Archive.Actor(actors[1].Id).ShouldBeNull();
        await Shoot("actor");
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator(".written")).ToHaveCountAsync(0);
        samples.Archive.Actor(actors[1].Id).ShouldNotBeNull();
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_actor_is_renamed_retyped_split_and_rejected_each_with_undo()
    {
        var actor = samples.Archive.Actors().First(a => a.Actor.Id.Length == 3).Actor;
        await _page.GotoAsync(samples.Server!.Address + "#/actors/" + actor.Id);
        await Button("other name").ClickAsync();
        await _page.GetByLabel("What is it called?").FillAsync("The Republic");
        await Accept();
        await Assertions.Expect(_page.Locator("h1")).ToHaveTextAsync("The Republic");
        await UndoLast();
        await Assertions.Expect(_page.Locator("h1")).ToHaveTextAsync(actor.Name);

        await Button("other kind or country").ClickAsync();
        await _page.GetByLabel("Kind").SelectOptionAsync("government");
        await Accept();
        await Assertions.Expect(_page.Locator(".eyebrow")).ToContainTextAsync("government");
        await UndoLast();

        await Button("somebody else in places").ClickAsync();
        await Button("Show what changes").ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say who it is");
        await _page.GetByLabel("In which document?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await _page.GetByLabel("or a new one, called").FillAsync("Harbour Board");
        await _page.GetByLabel("Kind").SelectOptionAsync("body");
        await Shoot("split");
        await Accept();
        samples.Archive.Actor("name:harbour-board")!.Kind.ShouldBe(Claims.ActorKind.Body);
        await UndoLast();
        samples.Archive.Actor("name:harbour-board").ShouldBeNull();

        await Button("no actor").ClickAsync();
        await Button("no", exact: true).ClickAsync();
        await Assertions.Expect(Button("no actor")).ToBeFocusedAsync();
        Standing().ShouldBe(0);
        await Button("no actor").ClickAsync();
        await Button("yes, write it").ClickAsync();
        await Assertions.Expect(_page.Locator(".lede")).ToContainTextAsync("No page names it so any more");
        await UndoLast();
        await Assertions.Expect(_page.Locator("#named")).ToHaveCountAsync(1);
        _complaints.RemoveAll(c => c.Contains("404", StringComparison.Ordinal));
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_that_was_missed_is_added_at_its_words_after_a_look_and_taken_back()
    {
        var claim = samples.Archive.Claims().First(c => c is { Kind: Claims.ClaimKind.Event, Allegation: null, Type: "CONSULT", Parties.Count: 2 });
        var (one, other) = (claim.Parties[0].Actor, claim.Parties[1].Actor);
        await Read(claim);
        await Button("Add a claim").FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.GetByLabel("Kind")).ToBeFocusedAsync();
        await Assertions.Expect(_page.GetByLabel("The words that say it")).ToHaveValueAsync(claim.Quote);
        await Button("Show what changes").ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say who takes part");
        await _page.GetByLabel("Type").SelectOptionAsync("AID");
        await Group("Who did it").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new("^" + one.Name) }).ClickAsync();
        await Group("To or with whom").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new("^" + other.Name) }).ClickAsync();
        await _page.GetByLabel("When?").FillAsync("2001-02");
        await Shoot("adding");
        await Button("Show what changes").ClickAsync();
        await Assertions.Expect(_page.Locator(".proposal")).ToContainTextAsync("new: ");
        Standing().ShouldBe(0);
        await Shoot("adding-preview");
        await Button("yes, write it").ClickAsync();
        await Assertions.Expect(_page.Locator(".written")).ToContainTextAsync("event added");
        var added = samples.Archive.Claims().Single(c => c.Rule == "hand");
        (added.Type, added.Time, added.Quote).ShouldBe(("AID", Claims.DateInterval.Month(2001, 2), claim.Quote));
        await UndoLast();
        samples.Archive.Claims().ShouldNotContain(c => c.Rule == "hand");
        _complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("membership", "Standing", "member", null, "Who", "Of which organisation")]
    [InlineData("position", "Stance", "against", "To what?", "Who holds it")]
    [InlineData("label", null, null, "Called what?", "Who is called so")]
    [InlineData("agreement", "State", "signed", "Its name", "Between whom")]
    [InlineData("role", null, null, "Which office", "Who")]
    [InlineData("figure", null, null, null, "Whose")]
    public async Task Each_form_makes_a_claim_that_the_record_takes(string kind, string? typed, string? type, string? worded, params string[] parties)
    {
        var claim = samples.Archive.Claims().First(c => c is { Kind: Claims.ClaimKind.Figure, Allegation: null, Figure.Value: 20.3e9 });
        await Read(claim);
        await Button("Add a claim").ClickAsync();
        await _page.GetByLabel("Kind").SelectOptionAsync(kind);
        if (typed is not null)
        {
            await _page.GetByLabel(typed).SelectOptionAsync(type!);
        }

        if (worded is not null)
        {
            await _page.GetByLabel(worded).FillAsync(kind == "position" ? "sanctions-illegitimate" : claim.Quote.Split(' ')[0]);
        }

        if (kind == "figure")
        {
            await _page.GetByLabel("The words of the number").FillAsync("20.3 billion");
            await _page.GetByLabel("Its value").FillAsync("20300000000");
            await _page.GetByLabel("Its unit").FillAsync("EUR");
        }

        foreach (var party in parties)
        {
            await Group(party).GetByRole(AriaRole.Button).Nth(party == "Of which organisation" ? 1 : 0).ClickAsync();
        }

        await Button("Show what changes").ClickAsync();
        await Assertions.Expect(_page.Locator(".proposal")).ToContainTextAsync("new: ");
        Standing().ShouldBe(0);
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_selected_is_what_is_added_to_and_what_the_text_does_not_say_is_refused()
    {
        var claim = samples.Archive.Claims().First(c => c is { Kind: Claims.ClaimKind.Event, Allegation: null });
        await Read(claim);
        var words = await _page.EvaluateAsync<string>(
            """
            () => {
              const block = [...document.querySelectorAll('.text p [data-start]')].filter((b) => b.textContent.length > 80).at(-1);
              getSelection().selectAllChildren(block);
              return block.textContent.trim().replace(/\s+/g, ' ');
            }
            """);
        await Button("Add a claim").ClickAsync();
        await Assertions.Expect(_page.GetByLabel("The words that say it")).ToHaveValueAsync(words);
        await _page.GetByLabel("Kind").SelectOptionAsync("role");
        await _page.GetByLabel("Which office").FillAsync("keeper of the lighthouse");
        await Group("Who").GetByRole(AriaRole.Searchbox).FillAsync("Putin");
        await Group("Who").GetByRole(AriaRole.Button).First.ClickAsync();
        await Button("Show what changes").ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("lighthouse");
        await Button("back").ClickAsync();
        await Assertions.Expect(_page.GetByLabel("Which office")).ToHaveValueAsync("keeper of the lighthouse");
        await _page.GetByLabel("The words that say it").FillAsync("These words stand in no document.");
        await Button("Show what changes").ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not stand in the document");
        await Button("Leave it").ClickAsync();
        await Assertions.Expect(Button("Add a claim")).ToBeFocusedAsync();
        _complaints.RemoveAll(c => c.Contains("400", StringComparison.Ordinal));
        _complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_lists_who_decided_what_and_takes_each_back()
    {
        var claim = samples.Archive.Claims().First(c => c is { Kind: Claims.ClaimKind.Event, Allegation: null });
        Correction entry;
        using (var ledger = Ledger.Open(samples.File))
        {
            entry = Correction.Of(ledger.Next(TimeProvider.System.GetUtcNow()), "ben", new RejectClaims([ledger.Anchor(claim.Id)!]), "no such meeting");
            ledger.Correct([entry]);
        }

        await _page.GotoAsync(samples.Server!.Address + "#/review");
        await _page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All corrections" }).ClickAsync();
        var row = _page.Locator("#c-" + entry.Id);
        await Assertions.Expect(row).ToContainTextAsync("no such meeting");
        await Assertions.Expect(row).ToContainTextAsync("ben");
        await Shoot("log");
        await row.GetByRole(AriaRole.Button).FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(row).ToContainTextAsync("undone");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await _page.GetByLabel("State").SelectOptionAsync("holds");
        await Assertions.Expect(row).ToHaveCountAsync(0);
        samples.Archive.Claim(claim.Id).ShouldNotBeNull();
        _complaints.ShouldBeEmpty();
    }

    /// <summary>Looks at what changes, and says yes.</summary>
    private async Task Accept()
    {
        await Button("Show what changes").ClickAsync();
        await Button("yes, write it").ClickAsync();
        await _page.Locator(".written").WaitForAsync();
    }

    private async Task UndoLast()
    {
        await Button("undo", exact: true).ClickAsync();
        await Assertions.Expect(_page.Locator(".written")).ToHaveCountAsync(0);
    }

    private ILocator Group(string name) => _page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = name, Exact = true });

    private ILocator Button(string name, bool exact = false) => _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = exact });

    /// <summary>How many decisions hold.</summary>
    private int Standing() => samples.Archive.CorrectionLog().Count(c => c.State == CorrectionState.Holds);

    private async Task Read(ClaimRow claim)
    {
        await _page.GotoAsync(samples.Server!.Address + $"#/documents/{Uri.EscapeDataString(claim.Document)}/{claim.Id}");
        await _page.Locator(".side #claim-title").WaitForAsync();
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
