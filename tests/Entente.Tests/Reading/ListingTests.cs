using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

public sealed class ListingTests
{
    private const string Items = "<main><h1>Harbour news</h1>ITEMS</main>";

    private static readonly string[] _titles =
        ["A pact on the harbour", "The ferries sail again", "Fees fall for small ships", "A commission meets in both capitals", "Pilots of both countries may serve", "The lighthouse gets a keeper", "Storm closes the northern pier"];

    [Fact]
    public void The_items_of_a_listing_are_its_text()
    {
        var document = Read(Items.Replace("ITEMS", string.Concat(_titles.Select(t => $"<div class='teaser'><h3><a href='/{t.Length}'>{t}</a></h3><span>3 March 2021</span></div>")), StringComparison.Ordinal));
        document.Blocks.Where(b => b.Role == BlockRole.Title).Select(b => b.Span.In(document.Text)).ShouldBe(["Harbour news", .. _titles]);
        document.Blocks.Count(b => b.Role == BlockRole.List).ShouldBe(_titles.Length);
    }

    [Fact]
    public void The_days_and_names_of_items_are_not_the_listings()
    {
        var document = Read(Items.Replace("ITEMS", string.Concat(_titles.Select(t => $"<div><h3><a href='/{t.Length}'>{t}</a></h3><p>By Ada Example</p><time datetime='2021-03-03'>3 March 2021</time></div>")), StringComparison.Ordinal));
        document.DateEvidence.ShouldBeEmpty();
        document.Authors.ShouldBeEmpty();
    }

    [Fact]
    public void Teasers_beside_an_article_stay_teasers()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade.</p>", 4));
        var document = Read($"<main><h1>A pact on the harbour</h1><article>{text}</article></main><div>{string.Concat(Enumerable.Range(0, 9).SelectMany(_ => _titles).Select(t => $"<p><a href='/{t.Length}'>{t} this year</a></p>"))}</div>");
        document.Blocks.Count(b => b.Role == BlockRole.Body).ShouldBe(4);
        document.Blocks.ShouldNotContain(b => b.Role == BlockRole.List);
        document.Blocks.Count(b => b.Role == BlockRole.Crossref).ShouldBe(63);
    }

    [Fact]
    public void Positions_of_a_listing_map_to_the_page()
    {
        var html = "<html><body>" + Items.Replace("ITEMS", string.Concat(_titles.Select(t => $"<li><a href='/x'>{t} &amp;&nbsp;more</a></li>")), StringComparison.Ordinal) + "</body></html>";
        var read = Reader.Read(new Page("p", Encoding.UTF8.GetBytes(html)) { Form = PageForm.Html });
        Invariants.Check(read, read.Documents[0]);
        read.Documents[0].Blocks.Count(b => b.Role == BlockRole.List).ShouldBe(_titles.Length);
    }

    [Fact]
    public void Short_texts_each_under_a_link_are_a_listing_though_they_are_most_of_the_page()
    {
        var teasers = string.Concat(_titles.Select((t, k) => $"<a href='/{k}'>{t} this spring</a><p>Both capitals agreed on it on Tuesday after talks that went on for most of the night in Strelsau, the port authority said in statement {k} on its site.</p>"));
        var document = Read(Items.Replace("ITEMS", teasers, StringComparison.Ordinal));
        document.Blocks.Count(b => b.Role == BlockRole.List).ShouldBe(_titles.Length);
        document.Blocks.Count(b => b.Role == BlockRole.Body).ShouldBe(_titles.Length);
    }

    [Fact]
    public void Cards_with_a_name_and_a_day_are_no_posts()
    {
        string[] names = ["Ada Example", "Ben Sample", "Cleo Model", "Dan Pattern", "Eve Draft", "Finn Proof", "Gus Trial"];
        var cards = _titles.Select((t, k) => $"<div class='card'><h3><a href='/{k}'>{t}</a></h3><div class='who'>{names[k]}</div><div class='when'>{k + 3} March 2021</div><p>What came of it</p></div>");
        var document = Read(Items.Replace("ITEMS", string.Concat(cards), StringComparison.Ordinal));
        document.Blocks.ShouldNotContain(b => b.Role == BlockRole.Comment);
        document.Blocks.Where(b => b.Role == BlockRole.Title).Select(b => b.Span.In(document.Text)).ShouldBe(["Harbour news", .. _titles]);
    }

    [Fact]
    public void A_question_about_cookies_is_not_the_text_of_a_listing()
    {
        var asked = string.Concat(Enumerable.Repeat("<p>We keep small files on your device so that the site remembers who you are, and we share what they tell with those who pay for it.</p>", 8));
        var document = Read(Items.Replace("ITEMS", string.Concat(_titles.Select(t => $"<h3><a href='/{t.Length}'>{t}</a></h3>")), StringComparison.Ordinal) + $"<div id='cookie-consent'><h2>Before you go on</h2>{asked}</div>");
        document.Blocks.ShouldNotContain(b => b.Role == BlockRole.Body);
        document.Blocks.Count(b => b.Role == BlockRole.Title).ShouldBe(1 + _titles.Length);
    }

    [Fact]
    public void Parts_of_items_stay_items_whatever_their_name()
    {
        var document = Read(Items.Replace("ITEMS", string.Concat(_titles.Select(t => $"<div class='cta'><h3><a href='/{t.Length}'>{t}</a></h3></div>")), StringComparison.Ordinal));
        document.Blocks.Where(b => b.Role == BlockRole.Title).Select(b => b.Span.In(document.Text)).ShouldBe(["Harbour news", .. _titles]);
    }

    [Fact]
    public void The_same_label_at_each_item_is_furniture()
    {
        var document = Read(Items.Replace("ITEMS", string.Concat(_titles.Select(t => $"<div><h3><a href='/{t.Length}'>{t}</a></h3><div>Read on</div></div>")), StringComparison.Ordinal));
        document.Blocks.ShouldNotContain(b => b.Role == BlockRole.List);
    }

    private static Document Read(string body) =>
        Reader.Read(new Page("p", Encoding.UTF8.GetBytes($"<html><head><title>Harbour news | The Example Times</title></head><body><nav><a href='/'>Home</a></nav>{body}</body></html>")) { Form = PageForm.Html }).Documents[0];
}
