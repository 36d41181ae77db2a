using Entente.Claims;
using Entente.Record.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class EventGrouperTests
{
    private static readonly EventParty[] Parties = [new("actor", "person:xi-jinping", "CHN"), new("recipient", "RUS", "RUS")];

    [Fact]
    public void Mentions_of_the_same_day_are_one_event_and_of_another_day_another()
    {
        var groups = EventGrouper.Group([Mention("a", "2023-03-20"), Mention("b", "2023-03-20"), Mention("c", "2023-03-21")]);
        groups.Select(g => g.Mentions.Count).Order().ShouldBe([1, 2]);
    }

    [Fact]
    public void A_wider_time_joins_the_one_event_that_it_fits()
    {
        var groups = EventGrouper.Group([Mention("a", "2023-03-20"), Mention("b", "2023-03-01", "2023-03-31"), Mention("c", "2023-05-02")]);
        groups.Count.ShouldBe(2);
        groups.Single(g => g.Mentions.Count == 2).Time.ShouldBe(DateInterval.Day(new DateOnly(2023, 3, 20)));
    }

    [Fact]
    public void A_time_that_fits_several_events_stands_alone() =>
        EventGrouper.Group([Mention("a", "2023-03-20"), Mention("b", "2023-03-22"), Mention("c", "2023-03-01", "2023-03-31")]).Count.ShouldBe(3);

    [Fact]
    public void A_whole_year_says_too_little_to_join() =>
        EventGrouper.Group([Mention("a", "2023-03-20"), Mention("b", "2023-01-01", "2023-12-31")]).Count.ShouldBe(2);

    [Fact]
    public void Undated_mentions_are_one_event_within_a_document_only() =>
        EventGrouper.Group([Mention("a"), Mention("b"), Mention("c") with { Document = "other" }]).Select(g => g.Mentions.Count).Order().ShouldBe([1, 2]);

    [Theory]
    [InlineData("CONSULT", 1)]
    [InlineData("ACCUSE", 2)]
    public void An_act_without_direction_is_the_same_from_either_side(string type, int events) => EventGrouper.Group(
    [
        Mention("a", "2023-03-20") with { What = EventKey.Of(type, null, "told", Parties) },
        Mention("b", "2023-03-20") with { What = EventKey.Of(type, null, "told", [new("actor", "RUS", "RUS"), new("recipient", "CHN", "CHN")]) },
    ]).Count.ShouldBe(events);

    [Fact]
    public void Countries_and_organisations_decide_and_others_only_where_there_are_none()
    {
        EventKey.Of("ACCUSE", null, "told", [.. Parties, new("actor", "group:guests", null)]).ShouldBe(EventKey.Of("ACCUSE", null, "told", Parties));
        EventKey.Of("ACCUSE", null, "told", [new("actor", "group:guests", null)]).ActorList.ShouldBe(["group:guests"]);
    }

    [Theory]
    [InlineData("2023-03-20", "2023-03-22", "2023-03-21", null, "stated", true)]
    [InlineData("2023-03-20", null, "2023-04-10", null, "stated", true)]
    [InlineData("2023-03-20", null, "2023-10-09", null, "stated", false)]
    [InlineData("2023-03-20", "2023-03-22", "2023-03-23", null, "stated", false)]
    [InlineData("2023-03-20", "2023-03-22", "2023-03-21", null, "published", false)]
    [InlineData("2023-03-20", "2023-03-22", "2023-01-01", "2023-12-31", "stated", false)]
    public void A_plan_is_carried_out_by_what_is_told_of_its_time(string planned, string? until, string told, string? toldUntil, string basis, bool happened)
    {
        var plan = Mention("a", planned, until ?? planned) with { What = EventKey.Of("CONSULT", "visit", "planned", Parties), Dyads = [("CHN", "RUS")] };
        plan = until is null ? plan with { Time = new DateInterval(Day(planned), null) } : plan;
        var act = Mention("b", told, toldUntil ?? told) with { Dyads = [("CHN", "RUS")], TimeBasis = basis };
        Plans.CarriedOut(EventGrouper.Group([plan, act])).Count().ShouldBe(happened ? 1 : 0);
    }

    [Fact]
    public void The_order_of_mentions_does_not_matter()
    {
        Mention[] mentions = [Mention("a", "2023-03-20"), Mention("b", "2023-03-01", "2023-03-31"), Mention("c", "2023-03-22"), Mention("d", "2023-03-19", "2023-03-20"), Mention("e")];
        var straight = EventGrouper.Group(mentions).Select(Told);
        EventGrouper.Group(mentions.Reverse()).Select(Told).ShouldBe(straight);
    }

    private static string Told(EventGroup group) => group.Id + " " + string.Join(',', group.Mentions.Select(m => m.Claim).Order());

    private static Mention Mention(string claim, string? earliest = null, string? latest = null) => new(claim[0], claim, "document", EventKey.Of("CONSULT", "visit", "told", Parties))
    {
        Time = earliest is null ? null : new DateInterval(Day(earliest), Day(latest ?? earliest)),
    };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "O");
}
