using Entente.Claims;
using Entente.Record;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

/// <summary>What became of agreements that were to come, and one visit that a document plans in several sentences.</summary>
public sealed class PlanTests
{
    private static readonly ClaimFilter Agreements = new() { Kind = ClaimKind.Agreement };

    [Theory]
    [InlineData("Uganda and Kenya will sign a gas supply deal in June 2021.", "Uganda and Kenya signed the gas supply deal on 10 June 2021.", "planned", "signed")]
    [InlineData("Uganda and Kenya are in talks on a gas deal.", "Uganda and Kenya signed the gas supply deal on 10 June 2021.", "in talks", "signed")]
    [InlineData("Uganda and Kenya will sign agreements on 10 June 2021.", "Uganda and Kenya signed the gas supply deal on 10 June 2021.", "planned", "signed")]
    [InlineData("Uganda and Kenya will sign agreements on 17 June 2021.", "Uganda and Kenya signed the gas supply deal on 10 June 2021.", "planned", "open")]
    [InlineData("Uganda and Kenya are in talks on a fishing deal.", "Uganda and Kenya signed the gas supply deal on 10 June 2021.", "in talks", "open")]
    [InlineData("Uganda and Kenya are in talks on a gas deal.", "Uganda and Rwanda signed the gas supply deal on 10 June 2021.", "in talks", "open")]
    [InlineData("Uganda and Kenya will sign a gas supply deal in June 2021.", "Uganda and Kenya did not sign the gas supply deal.", "planned", "failed")]
    [InlineData("Uganda and Kenya are in talks on a gas deal.", "Uganda and Kenya will sign the gas deal in August 2021.", "in talks", "open")]
    public void An_agreement_that_was_to_come_is_signed_or_failed_as_another_page_tells(string plan, string later, string told, string outcome)
    {
        foreach (var lastFirst in new[] { false, true })
        {
            using var world = new SmallWorld().Add("one", "20 May 2021", plan).Add("two", "14 June 2021", later);
            var matters = world.Read(lastFirst).Matters(Agreements);
            var planned = matters.Single(m => m.Claims[0].Sentence.StartsWith(plan[..20], StringComparison.Ordinal) && m.Claims[0].Published?.Latest == new DateOnly(2021, 5, 20));
            (planned.Plan, planned.Outcome).ShouldBe((told, outcome));
            planned.Outcomes.ShouldAllBe(o => o.Claim.Document != planned.Claims[0].Document && o.What == outcome);
        }
    }

    [Fact]
    public void A_state_tells_what_became_of_an_agreement_as_far_as_it_was_known()
    {
        using var world = new SmallWorld().Add("one", "20 May 2021", "Uganda and Kenya will sign a gas supply deal in June 2021.").Add("two", "14 June 2021", "Uganda and Kenya signed the gas supply deal on 10 June 2021.");
        var archive = world.Read();
        StateItem Agreement(DateOnly? knownBy) => archive.State(new StateQuestion("KEN", "UGA") { KnownBy = knownBy })!.Sections.Single(s => s.Name == "agreements").Items.ShouldHaveSingleItem();
        Agreement(new DateOnly(2021, 6, 1)).Standing.ShouldBe("planned");
        Agreement(new DateOnly(2021, 6, 1)).Note.ShouldBeNull();
        var now = Agreement(null);
        now.Standing.ShouldBe("signed");
        now.Note.ShouldNotBeNull().ShouldStartWith("first planned; signed as the article tells");
    }

    [Fact]
    public void Who_asks_for_a_month_has_its_plans_with_what_became_of_them_later()
    {
        using var world = new SmallWorld().Add("one", "20 May 2021", "Uganda and Kenya will sign a gas supply deal in June 2021.").Add("two", "14 August 2021", "Uganda and Kenya signed the gas supply deal on 10 August 2021.");
        var asked = world.Read().Matters(Agreements with { From = new DateOnly(2021, 6, 1), To = new DateOnly(2021, 6, 30) }).ShouldHaveSingleItem();
        asked.Claims.ShouldHaveSingleItem();
        asked.Outcome.ShouldBe("signed");
    }

    [Fact]
    public void A_visit_and_the_talks_on_it_that_a_document_plans_for_one_day_are_one_plan()
    {
        using var world = new SmallWorld().Add(
            "one", "14 June 2021", "Kenyan President Uhuru Kenyatta will visit Tanzania on 20 June 2021.", "Kenyatta will meet Tanzanian President Samia Suluhu Hassan on 20 June 2021.", "Kenyatta will meet Tanzanian President Samia Suluhu Hassan on 28 June 2021.");
        var plans = world.Read().Matters(new ClaimFilter { Type = "CONSULT", Dyad = "KEN-TZA" }).Where(m => m.IsPlan).ToList();
        plans.Select(p => (p.Time?.Earliest?.Day, p.Claims.Count)).ShouldBe([(20, 2), (28, 1)]);
    }
}
