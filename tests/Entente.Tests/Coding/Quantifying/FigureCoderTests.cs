using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Quantifying;
using Entente.Claims.Coding.Timing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Quantifying;

public sealed class FigureCoderTests
{
    private static readonly FigureCoder _coder = FigureCoder.Load();

    private static readonly Quantifier _quantifier = Quantifier.Load();

    private static readonly TimeTagger _times = TimeTagger.Load();

    private static readonly DateOnly _published = new(2021, 3, 10);

    public static TheoryData<string, string> Measures()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Table.Shipped("measures").Rows.Where(r => r["example"] is not null))
        {
            rows.Add(row.Required("measure"), row.Required("example"));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Each_measure_gives_its_example_a_claim(string measure, string example)
    {
        var claim = Code(example + ".").First(c => c.Body is FigureClaim);
        ((FigureClaim)claim.Body).Whose.Count.ShouldBeGreaterThan(0, measure);
    }

    [Fact]
    public void Trade_between_two_is_of_both_and_has_its_year()
    {
        var claim = Code("In 2018, Norway's trade with Japan hit a record $5 billion.").ShouldHaveSingleItem();
        var figure = claim.Body.ShouldBeOfType<FigureClaim>();
        figure.Whose.Select(w => w.Actor.Id).ShouldBe(["NOR", "JPN"]);
        figure.Record.ShouldBe("high");
        claim.Time.ShouldBe(new ClaimTime(DateInterval.Year(2018), "2018", "stated"));
    }

    [Fact]
    public void A_change_keeps_the_level_it_leads_to()
    {
        var figure = (FigureClaim)Code("Norway's exports to Japan rose 5% last year, to a total of $3 billion.")[0].Body;
        (figure.Quantity.Change, figure.Quantity.To, figure.Quantity.Period!.Value).ShouldBe(("up", 3e9, "2020"));
    }

    [Theory]
    [InlineData("Norway's trade with Japan rose from $5 billion in 2017 to a record $7 billion in 2018.", 7e9, 5e9, "2018", "high")]
    [InlineData("Norway's trade with Japan fell to $5 billion in 2018 from $7 billion in 2017.", 5e9, 7e9, "2018", null)]
    public void A_level_keeps_the_one_before_it(string text, double level, double before, string period, string? record)
    {
        var figures = Code(text).Select(c => (FigureClaim)c.Body).ToList();
        var later = figures.Single(f => f.Quantity.Value == level);
        (later.Quantity.From, later.Quantity.To, later.Quantity.Period!.Value, later.Record).ShouldBe((before, level, period, record));
        var earlier = figures.Single(f => f.Quantity.Value == before);
        (earlier.Quantity.From, earlier.Record).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("Norway has lent Japan $5 billion since 2018.", "2018-01-01/..")]
    [InlineData("Inflation in Norway was 5% in the year to June 2020.", "2019-07-01/2020-06-30")]
    [InlineData("Norway's exports to Japan were $5 billion in the first two months of 2020.", "2020-01-01/2020-02-29")]
    [InlineData("Norway's exports to Japan were $5 billion, the most since 2018.", null)]
    public void A_figure_is_for_the_stretch_that_is_told(string text, string? period) => (((FigureClaim)Code(text)[0].Body).Quantity.Period?.Value).ShouldBe(period);

    public static TheoryData<string, string> Changes()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Table.Shipped("quantity-changes").Rows.Where(r => r["place"] is "noun" or "than"))
        {
            rows.Add(row.Required("example"), row.Required("change"));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Each_noun_of_change_and_comparison_reads_its_example(string example, string change) =>
        ((FigureClaim)Code($"Norway's trade with Japan saw {example}.").ShouldHaveSingleItem().Body).Quantity.Change.ShouldBe(change);

    [Theory]
    [InlineData("Norway's trade with Japan came to $7 billion in 2018, a fall of 5 percent from the year before.", "down", "2018")]
    [InlineData("Norway's trade with Japan came to $7 billion in 2018, an increase of 5 percent on 2017.", "up", "2018")]
    [InlineData("Norway's trade with Japan came to $7 billion in 2018, 5 percent less than in 2017.", "down", "2018")]
    [InlineData("Norway's trade with Japan came to $7 billion in 2018, 5 percent more than in 2017.", "up", "2018")]
    [InlineData("Norway's exports to Japan shrank by about 5 percent in 2018.", "down", "2018")]
    [InlineData("In 2018, a 5 percent fall in exports from Norway to Japan caused concern.", "down", "2018")]
    public void A_share_tells_whether_it_rose_or_fell(string text, string change, string period)
    {
        var quantity = Code(text).Select(c => ((FigureClaim)c.Body).Quantity).Single(q => q.Unit == "%");
        (quantity.Change, quantity.Period!.Value).ShouldBe((change, period));
    }

    [Theory]
    [InlineData("Norway's exports to Japan were $6 billion in 2017, a little less than in 2013. Imports from Japan stood at $5 billion in the same year.", 5e9, "2017")]
    [InlineData("In January and February of 2020, Norway's exports to Japan were $5 billion.", 5e9, "2020-01-01/2020-02-29")]
    [InlineData("Since the treaty of 1998, Norway's exports to Japan have been worth $5 billion.", 5e9, null)]
    [InlineData("Norway will send exports worth $5 billion to Japan in 2022 and exports worth $6 billion from 2025.", 6e9, "2025")]
    public void A_figure_has_its_own_year(string text, double value, string? period) =>
        (Code(text).Select(c => ((FigureClaim)c.Body).Quantity).Single(q => q.Value == value).Period?.Value).ShouldBe(period);

    [Theory]
    [InlineData("Chad's customs office put the trade of Norway with Japan at $5 billion in 2018.")]
    [InlineData("Norway signed a treaty with Japan. Norway's customs office puts trade between the two countries at $5 billion in 2018.")]
    public void It_is_of_those_who_trade_and_not_of_the_office_that_counts(string text) =>
        Some.Claims<FigureClaim>(text)[0].Whose.Select(w => w.Actor.Id).Order().ShouldBe(["JPN", "NOR"]);

    [Theory]
    [InlineData("Trade between Norway and Japan was $5 billion in 2018, a fall of 3 percent from the year before. Japan's customs service gives a lower figure for the same year, $4 billion.", 4e9, "2018")]
    [InlineData("Norway's trade with Japan reached $5 billion in 2018, a record. Japanese customs count $4.5 billion.", 4.5e9, "2018")]
    [InlineData("Trade between Norway and Japan will exceed $5 billion in 2021. The minister had said that it hit $4 billion in 2019.", 4e9, "2019")]
    public void Another_office_s_figure_is_of_the_same(string text, double value, string period)
    {
        var figure = Some.Claims<FigureClaim>(text).Single(f => f.Quantity.Value == value);
        figure.Whose.Select(w => w.Actor.Id).Order().ShouldBe(["JPN", "NOR"]);
        figure.Quantity.Period!.Value.ShouldBe(period);
    }

    [Theory]
    [InlineData("Norway's trade with Japan reached $5 billion in 2018. It took in $900 million.")]
    [InlineData("Norway's trade with Japan reached $5 billion in 2018. The firm is worth $4 billion.")]
    public void A_figure_of_something_else_is_not(string text) => Some.Claims<FigureClaim>(text).ShouldHaveSingleItem();

    [Fact]
    public void A_number_of_no_concern_is_no_claim() => Code("Norway's team scored 5 goals in 90 minutes.").ShouldBeEmpty();

    [Fact]
    public void A_figure_of_nobody_is_no_claim() => Code("The trade was worth $5 billion.").ShouldBeEmpty();

    [Fact]
    public void An_ordinal_visit_is_counted()
    {
        var count = Code("Norway's minister came on her fifth visit to Japan.").Select(c => c.Body).OfType<CountClaim>().ShouldHaveSingleItem();
        (count.N, count.What).ShouldBe((5, "visit to Japan"));
        count.Whose.Select(w => w.Actor.Id).ShouldBe(["NOR", "JPN"]);
    }

    [Fact]
    public void An_ordinal_stands_for_the_visit_that_the_sentence_speaks_of()
    {
        var count = Code("The visit was Norway's fifth to Japan.").Select(c => c.Body).OfType<CountClaim>().ShouldHaveSingleItem();
        (count.N, count.What).ShouldBe((5, "visit to Japan"));
        count.Whose.Select(w => w.Actor.Id).ShouldBe(["NOR", "JPN"]);
    }

    [Fact]
    public void Meetings_since_a_year_are_counted_from_it()
    {
        var claim = Code("Norway and Japan have met 12 times since 2013.").ShouldHaveSingleItem();
        var count = claim.Body.ShouldBeOfType<CountClaim>();
        count.N.ShouldBe(12);
        count.Whose.Select(w => w.Actor.Id).ShouldBe(["NOR", "JPN"]);
        claim.Time!.Interval.ShouldBe(new DateInterval(new DateOnly(2013, 1, 1), _published));
    }

    private static List<Claim> Code(string text)
    {
        var bare = Timing.TimeTaggerTests.Analysed(text);
        var document = bare with { Sentences = [new Sentence(new TextSpan(0, text.Length), 0, 0, 0)] };
        var published = new Publication(DateInterval.Day(_published), []);
        var times = _times.Tag(document, published);
        var actors = new List<ActorMention>();
        foreach (var (name, id) in new[] { ("Norway", "NOR"), ("Japan", "JPN") })
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                actors.Add(new ActorMention(new TextSpan(at, name.Length), new Actor(id, name, ActorKind.Country) { Country = id }));
            }
        }

        var findings = new Findings(document) { Published = published, Times = times, Actors = [.. actors.OrderBy(a => a.Span)], Quantities = _quantifier.Find(document, times) };
        return [.. _coder.Code(findings)];
    }
}
