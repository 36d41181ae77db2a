using Entente.Claims;
using Entente.Record.Reconciling;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

public sealed class EventGrouperTests
{
    private static readonly MatterParty[] Parties = [new("actor", "person:xi-jinping", "CHN", IsPerson: true), new("recipient", "RUS", "RUS")];

    [Fact]
    public void Mentions_of_the_same_day_are_one_event_and_of_another_day_another() =>
        Sizes(Mention("a", "2023-03-20"), Mention("b", "2023-03-20"), Mention("c", "2023-03-21")).ShouldBe([1, 2]);

    [Fact]
    public void A_wider_time_joins_the_one_event_that_it_fits()
    {
        var groups = EventGrouper.Group([Mention("a", "2023-03-20"), Mention("b", "2023-03-01", "2023-03-31"), Mention("c", "2023-05-02")]);
        groups.Count.ShouldBe(2);
        groups.Single(g => g.Members.Count == 2).Time.ShouldBe(DateInterval.Day(new DateOnly(2023, 3, 20)));
    }

    [Fact]
    public void A_time_that_fits_several_events_stands_alone() =>
        Sizes(Mention("a", "2023-03-20"), Mention("b", "2023-03-22"), Mention("c", "2023-03-01", "2023-03-31")).ShouldBe([1, 1, 1]);

    [Fact]
    public void A_whole_year_says_too_little_to_join() => Sizes(Mention("a", "2023-03-20"), Mention("b", "2023-01-01", "2023-12-31")).ShouldBe([1, 1]);

    [Fact]
    public void Talks_of_ministers_and_of_presidents_on_one_day_are_two_events_and_who_names_nobody_joins_neither()
    {
        var presidents = Mention("a", "2023-03-20") with { Persons = ["CHN person:xi-jinping", "RUS person:vladimir-putin"] };
        var ministers = Mention("b", "2023-03-20") with { Persons = ["CHN person:wang-yi", "RUS person:sergei-lavrov"] };
        Sizes(presidents, ministers).ShouldBe([1, 1]);
        Sizes(presidents, ministers, Mention("c", "2023-03-20") with { Persons = ["RUS person:sergei-lavrov"] }).ShouldBe([1, 2]);
        Sizes(presidents, ministers, Mention("c", "2023-03-20")).ShouldBe([1, 1, 1]);
        Sizes(presidents, Mention("c", "2023-03-20")).ShouldBe([2]);
    }

    [Theory]
    [InlineData("CONSULT", true)]
    [InlineData("ACCUSE", false)]
    public void An_act_without_direction_is_the_same_from_either_side(string type, bool same) =>
        (MatterKey.Event(type, null, "told", Parties) == MatterKey.Event(type, null, "told", [new("actor", "RUS", "RUS"), new("recipient", "CHN", "CHN")])).ShouldBe(same);

    [Fact]
    public void Countries_and_organisations_decide_and_others_only_where_there_are_none()
    {
        MatterKey.Event("ACCUSE", null, "told", [.. Parties, new("actor", "group:guests", null)]).ShouldBe(MatterKey.Event("ACCUSE", null, "told", Parties));
        MatterKey.Event("ACCUSE", null, "told", [new("actor", "group:guests", null)]).ActorList.ShouldBe(["group:guests"]);
    }

    [Fact]
    public void A_key_comes_back_from_its_line()
    {
        var key = MatterKey.Event("ACCUSE", "allege", "told", Parties) with { Words = "new start", Unit = "USD", Period = "2022", Place = "doc#1" };
        MatterKey.Read(key.Line).ShouldBe(key);
    }

    [Fact]
    public void The_order_of_mentions_does_not_matter()
    {
        Mention[] mentions = [Mention("a", "2023-03-20"), Mention("b", "2023-03-01", "2023-03-31"), Mention("c", "2023-03-22"), Mention("d", "2023-03-19", "2023-03-20"), Mention("e"), Mention("f", "2023-03-22") with { Persons = ["CHN person:wang-yi"] }];
        var random = new Random(7);
        var straight = Told(mentions);
        for (var i = 0; i < 50; i++)
        {
            random.Shuffle(mentions);
            Told(mentions).ShouldBe(straight);
        }
    }

    private static string[] Told(Mention[] mentions) => [.. Matter.Of(mentions).Select(m => m.Name + " " + string.Join(',', m.Mentions.Select(x => x.Claim))).Order(StringComparer.Ordinal)];

    private static int[] Sizes(params Mention[] mentions) => [.. EventGrouper.Group(mentions).Select(g => g.Members.Count).Order()];

    private static Mention Mention(string claim, string? earliest = null, string? latest = null) => new(claim[0], claim, 1, MatterKey.Event("CONSULT", "visit", "told", Parties))
    {
        Time = earliest is null ? null : new DateInterval(Day(earliest), Day(latest ?? earliest)),
    };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "O");
}
