using Entente.Claims;
using Entente.Claims.Scoring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Scoring;

/// <summary>gold/ is whole, and the coder scores no less on it than it did. Floors only rise: raise one when a score has risen for good.</summary>
public sealed class GoldTests
{
    private static readonly IReadOnlyList<GoldItem> _sentences = Read("sentences.jsonl");
    private static readonly IReadOnlyList<GoldItem> _pages = Read("pages.jsonl");

    [Fact]
    public void No_score_lies_below_its_floor()
    {
        using var reader = new StreamReader(Repository.PathOf("gold", "floors.tsv"));
        var floors = Floors.Read("floors", reader);
        var scores = _sentences.Concat(_pages).Select(i => Scorer.Score(i, Some.Coder.Code(i.Page))).ToList();
        floors.Broken(part => ScoreSheet.Of(scores.Where(s => part == Floors.All || s.Item.Part == part))).ShouldBeEmpty();
    }

    /// <summary>When this fails the coder has changed much: read the curve of data/confidence.tsv off anew, as docs/confidence.md tells.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    public void Confidence_is_about_the_share_that_is_right(string part) =>
        Reliability.Error(Reliability.Of(_sentences.Concat(_pages).Where(i => i.Part == part).Select(i => Scorer.Score(i, Some.Coder.Code(i.Page))))).ShouldBeLessThan(.2);

    [Fact]
    public void Every_type_mode_and_reading_has_its_examples_on_both_sides()
    {
        List<ExpectedClaim> claims = [.. _sentences.SelectMany(i => i.Claims)];
        Table.Shipped("plover-modes").Rows.Select(r => (r.Required("type"), r.Required("mode")))
            .Except(claims.Where(c => c is { Type: not null, Mode: not null }).Select(c => (CodedNames.Of(c.Type!.Value), c.Mode!))).ShouldBeEmpty();
        foreach (var part in new[] { "dev", "test" })
        {
            List<ExpectedClaim> some = [.. _sentences.Where(i => i.Part == part).SelectMany(i => i.Claims)];
            Enum.GetValues<EventType>().Where(t => some.Count(c => c.Type == t) < 4).ShouldBeEmpty(part);
            Enum.GetValues<Readings>().Where(r => r != Readings.None && some.TrueForAll(c => !c.Readings.HasFlag(r))).ShouldBeEmpty(part);
            _sentences.Count(i => i.Part == part && i.Claims.Count == 0).ShouldBeGreaterThan(15, part);
        }
    }

    [Fact]
    public void Three_in_five_are_for_development()
    {
        ((double)_sentences.Count(i => i.Part == "dev") / _sentences.Count).ShouldBe(.6, .02);
        _pages.Count(i => i.Part == "dev").ShouldBe(6);
        _sentences.Concat(_pages).Select(i => i.Part).Distinct().Order().ShouldBe(["dev", "test"]);
    }

    [Fact]
    public void Texts_are_dated_from_1990_on_and_each_stands_once()
    {
        _sentences.Where(i => i.Page.Given.Date is not { Year: >= 1990 and <= 2025 }).Select(i => i.Id).ShouldBeEmpty();
        _sentences.GroupBy(i => i.Page.Digest).Where(g => g.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_page_is_said_to_claim_stands_on_it()
    {
        foreach (var item in _pages)
        {
            var page = string.Join(' ', System.Text.RegularExpressions.Regex.Replace(System.Text.Encoding.UTF8.GetString(item.Page.Content.Span), "<[^>]+>", "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            item.Claims.Select(c => c.Quote!).Concat(item.Furniture).Where(q => !page.Contains(q, StringComparison.Ordinal)).ShouldBeEmpty(item.Id);
            item.Furniture.ShouldNotBeEmpty(item.Id);
        }
    }

    private static IReadOnlyList<GoldItem> Read(string name)
    {
        using var reader = new StreamReader(Repository.PathOf("gold", name));
        return GoldReader.ReadLines(name, reader, page => File.ReadAllBytes(Repository.PathOf("gold", page)));
    }
}
