using Entente.Claims;
using Entente.Claims.Coding.Dating;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Dating;

public sealed class SiblingsTests
{
    private static readonly DateOnly _day = new(2020, 5, 10);

    [Fact]
    public void An_article_between_two_of_the_same_days_is_of_these_weeks() =>
        Siblings.Between([DateInterval.Day(_day), null, DateInterval.Day(_day.AddDays(2))], 1)!.Days.Hull.ShouldBe(new DateInterval(_day.AddDays(-7), _day.AddDays(9)));

    [Fact]
    public void Nothing_is_lent_to_the_first_or_the_last() =>
        new[] { 0, 3 }.ShouldAllBe(i => Siblings.Between(new DateInterval?[] { null, DateInterval.Day(_day), DateInterval.Day(_day), null }, i) == null);

    [Fact]
    public void Neighbours_far_apart_lend_nothing() =>
        Siblings.Between([DateInterval.Day(_day), null, DateInterval.Day(_day.AddDays(60))], 1).ShouldBeNull();

    [Fact]
    public void A_day_of_its_own_is_not_touched() =>
        Siblings.Between([DateInterval.Day(_day), DateInterval.Day(_day.AddDays(-400)), DateInterval.Day(_day)], 1).ShouldBeNull();
}
