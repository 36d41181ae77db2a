using Entente.Claims;
using Entente.Claims.Coding.Quantifying;
using Entente.Claims.Coding.Timing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Quantifying;

public sealed class QuantifierTests
{
    private static readonly Quantifier _quantifier = Quantifier.Load();

    private static readonly TimeTagger _times = TimeTagger.Load();

    public static TheoryData<string, string> Units()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Table.Shipped("units").Rows)
        {
            rows.Add(row.Required("example"), row.Required("code"));
        }

        return rows;
    }

    public static TheoryData<string, string> Changes()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Table.Shipped("quantity-changes").Rows.Where(r => r["place"] is not ("noun" or "than")))
        {
            rows.Add(row.Required("example"), row.Required("change"));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Each_unit_reads_its_example(string example, string code)
    {
        var quantity = Find(example + " of it").ShouldHaveSingleItem();
        quantity.Value.ShouldBe(5);
        quantity.Unit.ShouldBe(code);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Each_word_of_change_reads_its_example(string example, string change) =>
        Find(example).ShouldHaveSingleItem().Change.ShouldBe(change);

    [Theory]
    [InlineData("They lent $2.5 billion.", 2.5e9, "USD")]
    [InlineData("They lent 2.5 billion euros.", 2.5e9, "EUR")]
    [InlineData("They lent £7m.", 7e6, "GBP")]
    [InlineData("They sent more than two dozen ships.", 24, "ship")]
    [InlineData("They sent twenty-four ships.", 24, "ship")]
    [InlineData("They sent a hundred and twenty soldiers.", 120, "soldier")]
    [InlineData("Some 24,500 people fled.", 24500, "person")]
    [InlineData("They pump 5 million barrels a day.", 5e6, "barrel/day")]
    [InlineData("They drove at 90 kilometres per hour.", 90, "km/h")]
    [InlineData("It costs $70 a share.", 70, "USD/share")]
    [InlineData("Half a million people fled.", 500000, "person")]
    [InlineData("They pump 5 million barrels of oil a day.", 5e6, "barrel/day")]
    [InlineData("Two thirds of voters agreed.", 2 / 3.0, "voter")]
    public void A_number_is_read_with_its_unit(string text, double value, string unit)
    {
        var quantity = Find(text).ShouldHaveSingleItem();
        quantity.Value.ShouldBe(value);
        quantity.Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("Exports fell by a fifth.", 20, "down")]
    [InlineData("Exports rose a quarter to $5 billion.", 25, "up")]
    public void A_fraction_after_a_verb_of_change_is_how_much(string text, double value, string change)
    {
        var quantity = Find(text)[0];
        (quantity.Value, quantity.High, quantity.Unit, quantity.Change).ShouldBe((value, null, "%", change));
    }

    [Theory]
    [InlineData("Dozens of ships left.", 12, 120, "ship")]
    [InlineData("Tens of thousands of people fled.", 1e4, 1e5, "person")]
    [InlineData("The claims range from $200 to $4 million.", 200, 4e6, "USD")]
    public void Vague_numbers_and_wide_ranges_have_two_ends(string text, double low, double high, string unit)
    {
        var quantity = Find(text).ShouldHaveSingleItem();
        (quantity.Value, quantity.High, quantity.Unit).ShouldBe((low, high, unit));
    }

    [Fact]
    public void An_age_after_a_name_is_no_quantity() => Find("Ada Novak, 45, said so.").ShouldBeEmpty();

    [Fact]
    public void A_word_of_nearness_wins_over_one_of_movement() => Find("Prices are up about 5%.").ShouldHaveSingleItem().Change.ShouldBe("~");


    [Theory]
    [InlineData("Between 5 and 10 ships came.", 5, 10)]
    [InlineData("Prices may rise 5-10% there.", 5, 10)]
    [InlineData("It costs $5 to $10 there.", 5, 10)]
    [InlineData("It costs 1 to 2 million euros there.", 1e6, 2e6)]
    public void A_range_has_two_ends(string text, double low, double high)
    {
        var quantity = Find(text).ShouldHaveSingleItem();
        quantity.Value.ShouldBe(low);
        quantity.High.ShouldBe(high);
    }

    [Fact]
    public void A_fall_from_one_number_to_another_keeps_both()
    {
        var quantity = Find("Output fell from 500 tonnes to 300 tonnes.").ShouldHaveSingleItem();
        (quantity.From, quantity.To, quantity.Change).ShouldBe((500, 300, "down"));
    }

    [Theory]
    [InlineData("Dozens of ships came.", 12, 120, "ship")]
    [InlineData("They lent tens of millions of dollars.", 1e7, 1e8, "USD")]
    [InlineData("Hundreds of thousands of people fled.", 1e5, 1e6, "person")]
    public void Vague_numbers_are_ranges(string text, double low, double high, string unit)
    {
        var quantity = Find(text).ShouldHaveSingleItem();
        quantity.Value.ShouldBe(low);
        quantity.High.ShouldBe(high);
        quantity.Unit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("One fourth of the ships sank.", 0.25)]
    [InlineData("Half the ships sank.", 0.5)]
    [InlineData("Two-thirds of the ships sank.", 2 / 3.0)]
    public void Parts_of_a_whole_are_quantities(string text, double value) => Find(text)[0].Value.ShouldBe(value);

    [Theory]
    [InlineData("It was minus 30 degrees Celsius there.", -30)]
    [InlineData("The strait lies at -5 metres.", -5)]
    public void Numbers_below_zero_keep_their_sign(string text, double value) => Find(text).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Theory]
    [InlineData("Exports rose to $5 billion.", "up", null, 5e9)]
    [InlineData("Exports fell to a record $5 billion.", "down", null, 5e9)]
    [InlineData("Exports fell from $6 billion in 2021 to $5 billion last year.", "down", 6e9, 5e9)]
    [InlineData("Exports rose to $5 billion from $4 billion.", "up", 4e9, 5e9)]
    [InlineData("Exports were worth $5 billion, up from $4 billion a year earlier.", "up", 4e9, 5e9)]
    public void A_level_keeps_where_it_came_from(string text, string change, double? from, double to)
    {
        var quantity = Find(text).Single(q => q.Value == to);
        quantity.Change.ShouldBe(change);
        quantity.From.ShouldBe(from);
        quantity.To.ShouldBe(to);
    }

    [Theory]
    [InlineData("They cut output by 5%.", "down")]
    [InlineData("Exports will grow sales by 5%.", "up")]
    [InlineData("Shares were down 3%, those of the yard by 5%.", "down")]
    [InlineData("Jobs grew by 500 posts or 5%.", "up")]
    public void The_verb_may_stand_before_its_object_or_be_left_out(string text, string change) => Find(text)[^1].Change.ShouldBe(change);

    [Theory]
    [InlineData("They live at 49 Harbour View Road there.")]
    [InlineData("A category 4 storm hit the port.")]
    public void Numbers_of_houses_and_categories_count_nothing(string text) => Find(text).ShouldBeEmpty();

    [Fact]
    public void A_percentage_and_a_level_are_no_range()
    {
        var found = Find("The index rose 2 percent to 4,150.25 points.");
        found.Select(q => q.Value).ShouldBe([2, 4150.25]);
        found[0].High.ShouldBeNull();
    }

    [Theory]
    [InlineData("The index moved +5% today.", "up")]
    [InlineData("The index moved -5% today.", "down")]
    [InlineData("The cargo of ~5 tonnes came.", "~")]
    public void A_sign_before_a_number_is_its_change(string text, string change) => Find(text).ShouldHaveSingleItem().Change.ShouldBe(change);

    [Theory]
    [InlineData("It was their third meeting, on 5 May 2019, at 10:30.")]
    [InlineData("Article 5 and Resolution 1701 hold for the F-16 and for G20 members.")]
    [InlineData("No one met the other one in World War Two.")]
    public void Dates_ordinals_and_names_are_no_quantities(string text) => Find(text).ShouldBeEmpty();

    [Fact]
    public void A_quantity_has_what_it_measures_and_its_period()
    {
        const string text = "In 2018, Norway's trade with Japan hit $5 billion.";
        var quantity = Find(text).ShouldHaveSingleItem();
        quantity.Of!.Value.In(text).ShouldBe("trade");
        quantity.Period!.Value.ShouldBe("2018");
    }

    private static IReadOnlyList<Quantity> Find(string text)
    {
        var document = Timing.TimeTaggerTests.Analysed(text);
        return _quantifier.Find(document, _times.Tag(document, null));
    }
}
