using Entente.Claims;
using Entente.Record;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

/// <summary>What documents tell differently of one act, office or membership, and what only looks so. Each is read in both orders.</summary>
public sealed class DisagreementTests
{
    private const string Shells = "{0} shelled Goma on 3 May 2021, killing 12 people in the market of the town, {1} officials said.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_act_that_is_told_alike_but_of_another_is_disputed_by_party(bool lastFirst)
    {
        using var world = new SmallWorld().Add("one", "4 May 2021", Told(Shells, "Rwanda", "Congolese")).Add("two", "4 May 2021", Told(Shells, "Uganda", "Rwandan"));
        var disputed = world.Read(lastFirst).Matters(new ClaimFilter { Type = "ASSAULT" }).ToList();
        disputed.Count.ShouldBe(2);
        disputed.ShouldAllBe(m => m.Disagreements.Count == 1 && m.Disagreements[0].About == "party");
        disputed[0].Disagreements[0].ShouldBe(disputed[1].Disagreements[0]);
        var row = disputed[0].Disagreements[0];
        new[] { row.One.Parties[0].Actor.Id, row.Other.Parties[0].Actor.Id }.Order(StringComparer.Ordinal).ShouldBe(["RWA", "UGA"]);
    }

    [Theory]
    [InlineData("Rwanda shelled Goma on 3 May 2021, killing 12 people in the market of the town, Congolese officials said.", "Uganda shelled Goma on 5 May 2021, killing 12 people in the market of the town, Rwandan officials said.")]
    [InlineData("Rwanda shelled Goma on 3 May 2021, killing 12 people in the market of the town, Congolese officials said.", "Uganda shelled Goma on 3 May 2021 after a quarrel about cattle that had strayed over the border.")]
    [InlineData("Kenyan President Uhuru Kenyatta met Rwandan President Paul Kagame at the summit of the lakes on 3 May 2021.", "Kenyan President Uhuru Kenyatta met Ugandan President Yoweri Museveni at the summit of the lakes on 3 May 2021.")]
    public void Another_day_other_words_or_another_meeting_at_a_summit_is_no_disagreement(string one, string other)
    {
        using var world = new SmallWorld().Add("one", "6 May 2021", one).Add("two", "6 May 2021", other);
        world.Read().Matters().SelectMany(m => m.Disagreements).Where(d => d.About == "party").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Rwanda shelled Goma on 3 May 2021, killing 12 people in the market of the town.", "Rwanda shelled Goma on 4 May 2021, killing 12 people in the market of the town.", true)]
    [InlineData("Kenyan President Uhuru Kenyatta visited Tanzania on 3 May 2021.", "Uhuru Kenyatta visited Tanzania on 4 May 2021 with a wish for cheaper ferries.", true)]
    [InlineData("Kenya criticised Uganda on 3 May 2021 over the state of its roads.", "Kenya criticised Uganda on 4 May 2021 for a song that soldiers had sung at the crossing.", false)]
    [InlineData("Rwanda shelled Goma, killing 12 people in the market of the town.", "Rwanda shelled Goma on 4 May 2021, killing 12 people in the market of the town.", false)]
    public void An_act_with_two_days_is_disputed_where_it_is_told_alike_or_is_a_visit(string one, string other, bool disputed)
    {
        foreach (var lastFirst in new[] { false, true })
        {
            using var world = new SmallWorld().Add("one", "5 May 2021", one).Add("two", "6 May 2021", other);
            world.Read(lastFirst).Matters().SelectMany(m => m.Disagreements).Select(d => d.About).Distinct().ShouldBe(disputed ? ["date"] : []);
        }
    }

    [Theory]
    [InlineData("Kenya and Uganda signed the lake accord in January 2020, but the lake accord has not entered into force.", 0)]
    [InlineData("Kenya and Uganda did not sign the lake accord.", 1)]
    public void What_was_signed_need_not_be_in_force(string other, int disputed)
    {
        using var world = new SmallWorld().Add("one", "5 May 2021", "Kenya and Uganda signed the lake accord.").Add("two", "6 May 2021", other);
        world.Read().Matters(new ClaimFilter { Kind = ClaimKind.Agreement }).SelectMany(m => m.Disagreements).Count().ShouldBe(disputed);
    }

    [Theory]
    [InlineData("4 May 2021", "Kenyan President William Ruto arrived in Kampala.", 1)]
    [InlineData("14 May 2021", "Kenyan President William Ruto arrived in Kampala.", 0)]
    [InlineData("4 May 2021", "Kenyan Foreign Minister William Ruto arrived in Kampala.", 0)]
    [InlineData("4 May 2021", "Former Kenyan President Mwai Kibaki arrived in Kampala.", 0)]
    [InlineData("4 May 2021", "Kenyan President Mwai Kibaki arrived in Kampala.", 0)]
    [InlineData("4 May 2021", "Ugandan President Yoweri Museveni arrived in Nairobi.", 0)]
    public void Two_holders_of_an_office_at_a_time_are_disputed_and_a_former_one_is_not(string day, string other, int disputed)
    {
        foreach (var lastFirst in new[] { false, true })
        {
            using var world = new SmallWorld().Add("one", "4 May 2021", "Kenyan President Uhuru Kenyatta arrived in Goma.").Add("two", day, other);
            var rows = world.Read(lastFirst).Matters(new ClaimFilter { Kind = ClaimKind.Role }).SelectMany(m => m.Disagreements).DistinctBy(d => d.Id).ToList();
            rows.Count.ShouldBe(disputed);
            rows.ShouldAllBe(d => d.About == "office");
        }
    }

    [Theory]
    [InlineData("Kenya is an observer in OPEC.", "standing")]
    [InlineData("Kenya left OPEC in January 2020.", "standing")]
    [InlineData("Kenya is not a member of OPEC.", "polarity")]
    [InlineData("Kenya is a member of OPEC.", null)]
    [InlineData("Kenya left OPEC in June 2021.", null)]
    public void Who_is_a_member_is_not_only_an_observer_and_had_not_left_before(string other, string? about)
    {
        foreach (var lastFirst in new[] { false, true })
        {
            using var world = new SmallWorld().Add("one", "4 May 2021", "Kenya is a member of OPEC.").Add("two", "4 May 2021", other);
            var membership = world.Read(lastFirst).Matters(new ClaimFilter { Kind = ClaimKind.Membership }).ShouldHaveSingleItem();
            membership.Disagreements.Select(d => d.About).ShouldBe(about is null ? [] : [about]);
        }
    }

    private static string Told(string words, params object[] parts) => string.Format(System.Globalization.CultureInfo.InvariantCulture, words, parts);
}
