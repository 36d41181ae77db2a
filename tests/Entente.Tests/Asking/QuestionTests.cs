using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

/// <summary>Questions to a record in the words that people use: offices by any of their names, events by who tells of them, and what a record does not know of its pages.</summary>
public sealed class QuestionTests : IDisposable
{
    private readonly Pages _pages = new();
    private readonly Archive _archive;

    public QuestionTests()
    {
        _pages.Add("readme.md", "# Notes on this folder\n\nPresident Uhuru Kenyatta visited Rwanda on 4 June 2019.\n");
        _pages.Add("harbour.txt", Page("Old friends", "Harbour Post, 4 June 2019", "Prime Minister Li Keqiang visited Kenya on 3 June 2019, the Kenyan government said.", "Foreign Secretary Jeremy Hunt criticised Uganda on 2 June 2019."));
        _pages.Add("hill.txt", Page("New friends", "12 June 2019", "Premier Li Keqiang met Kenyan President Uhuru Kenyatta on 4 June 2019.", "U.S. Secretary of State Mike Pompeo said that Kenya had praised Uganda on 3 June 2019. Mr. Pompeo praised Kenya on 3 June 2019."));
        using (var ledger = Ledger.Open(_pages.Record()))
        {
            Reconciler.Follow(ledger);
            _pages.Add("plan.txt", Page("Plans of the neighbours", "Harbour Post, 5 March 2017", "Dmitry Peskov said that Kenyan President Uhuru Kenyatta will visit Uganda, where the traders of the border towns wait for a lower fee.", "Russian Foreign Minister Sergey Lavrov visited Kenya on 4 March 2017 and spoke with the traders of the harbour for two hours."));
            new Recorder(Some.Coder, "test").Read(Pile.Walk([_pages.Folder]), ledger, stop: TestContext.Current.CancellationToken);
        }

        _archive = Archive.Open(_pages.Record());
    }

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("Li Keqiang", 3)]
    [InlineData("Keqiang", 3)]
    [InlineData("Lavrov", 2)]
    [InlineData("Sergei Lavrov", 2)]
    [InlineData("Peskov", 1)]
    [InlineData("Kenya", 5)]
    [InlineData("KEN", 5)]
    public void Who_is_asked_for_is_found_by_any_name_and_as_the_one_who_says_it(string asked, int least) =>
        _archive.Claims(new ClaimFilter { Actor = asked }).Count.ShouldBeGreaterThanOrEqualTo(least);

    [Theory]
    [InlineData("AFP", "Agence France-Presse")]
    [InlineData("afp", "Agence France-Presse")]
    [InlineData("Peskov", "Peskov")]
    public void An_outlet_goes_by_its_short_name_too(string asked, string name) => ActorNames.Outlet(asked).ShouldBe(name);

    [Fact]
    public void A_plan_without_an_end_is_one_of_the_year_that_follows()
    {
        var plan = new ClaimFilter { Actor = "Kenyatta", Kind = ClaimKind.Event, Reading = Readings.Planned };
        _archive.Claims(plan).ShouldHaveSingleItem().Time!.Value.Latest.ShouldBeNull();
        _archive.Claims(plan with { From = new DateOnly(2017, 9, 1) }).Count.ShouldBe(1);
        _archive.Claims(plan with { From = new DateOnly(2019, 1, 1) }).ShouldBeEmpty();
        _archive.Claims(plan with { To = new DateOnly(2017, 1, 1) }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("premier")]
    [InlineData("prime minister")]
    public void An_office_is_found_and_counted_once_by_any_of_its_names(string asked)
    {
        var office = _archive.Matters(new ClaimFilter { Kind = ClaimKind.Role, Words = asked }).ShouldHaveSingleItem();
        office.Claims.Select(c => c.Words).ShouldBe(["Prime Minister", "Premier"]);
    }

    [Theory]
    [InlineData("President of Kenya", "KEN", "president")]
    [InlineData("prime minister of the United Kingdom", "GBR", "prime minister")]
    [InlineData("President of Kenya", "UGA", null)]
    [InlineData("President of the Bank", "KEN", null)]
    [InlineData("former president", "KEN", null)]
    public void An_office_of_ones_own_country_is_the_office(string words, string country, string? office) => OfficeNames.Load().Of(words, country).ShouldBe(office);

    [Fact]
    public void Events_are_those_that_the_sources_asked_for_tell_of()
    {
        var told = _archive.Events(new ClaimFilter { AccordingTo = ["KEN"] });
        told.ShouldHaveSingleItem().Type.ShouldBe("CONSULT");
        _archive.Events().Count.ShouldBeGreaterThan(told.Count);
    }

    [Fact]
    public void A_folders_own_notes_are_no_page_of_it()
    {
        var pile = Pile.Walk([_pages.Folder]);
        pile.Files.Select(f => f.Name).ShouldBe(["harbour.txt", "hill.txt", "plan.txt"]);
        pile.PassedOver.Select(p => (p.Name, p.What)).ShouldBe([("readme.md", "tells of the folder")]);
        Pile.Walk([Path.Combine(_pages.Folder, "readme.md")]).Files.ShouldHaveSingleItem();
    }

    [Fact]
    public void Documents_of_an_unknown_publisher_are_told()
    {
        var unknown = _archive.Documents().Where(d => d.Publisher is null).Select(d => d.Id).ToList();
        unknown.ShouldNotBeEmpty();
        var told = _archive.Problems().Where(p => p.Problem.Code == ProblemCodes.NoPublisher).ToList();
        told.Count.ShouldBe(unknown.Count);
        told.ShouldAllBe(p => p.Read && unknown.Any(u => p.Problem.Message.Contains(u, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_person_who_is_called_by_office_and_name_is_the_one_of_that_name()
    {
        var link = new SourceLink("U.S. Secretary of State Mike Pompeo", SourceKind.Person, null);
        var names = OriginNames.Of([("Mike Pompeo", "person:mike-pompeo"), ("Mike Pompeo", "person:mike-pompeo"), ("Sergey Lavrov", "person:sergey-lavrov")]);
        names.Of(link).ShouldBe("person:mike-pompeo");
        names.Of(link with { Name = "Minister Nobody Known" }).ShouldBe("minister nobody known");
        names.Of(link with { Name = "Beta and Alpha" }).ShouldBe(names.Of(link with { Name = "Alpha and Beta" }));
    }

    [Fact]
    public void Of_a_state_on_a_day_only_the_claims_that_count_are_counted()
    {
        var state = _archive.State(new StateQuestion("CHN", "KEN").At("2019")).ShouldNotBeNull();
        foreach (var item in state.Sections.SelectMany(s => s.Items))
        {
            item.Matter.Support.Documents.ShouldBe(item.Matter.Claims.Select(c => c.Document).Distinct().Count());
            (item.Matter.Support.Asserted + item.Matter.Support.Planned + item.Matter.Support.Denied + item.Matter.Support.Other).ShouldBe(item.Matter.Claims.Count);
        }
    }

    private static string Page(string title, string dateline, params string[] paragraphs) => $"{title}\n\n{dateline}\n\n" + string.Join("\n\n", paragraphs.Append(
        $"Traders on both sides of the border had waited for the news in {title.ToLowerInvariant()} for a long time, and said that they hoped for shorter queues and lower fees.")) + "\n";
}
