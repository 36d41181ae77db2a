using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>Threads by what a forum puts around every post.</summary>
public sealed class PostFrameTests
{
    private static readonly (string Name, string Text)[] _posts =
    [
        ("ada77", "My dredger leaves the harbour every spring, and each time the mud has come back by then."),
        ("ben", "Did you ask the harbour office whether they would pay for a second channel along the mole?"),
        ("Carla M", "They never pay for anything, but the pilots would surely be glad of a second channel."),
        ("dora_k", "The pilots told me last week that they want the mole lengthened first, so nothing will happen."),
    ];

    [Fact]
    public void A_date_below_the_text_closes_its_post()
    {
        var posts = string.Join("\n\n", _posts.Select((p, k) => $"{p.Name}\n\nHarbour guest\n\n{p.Text}\n\n0{k + 3}.05.2021 1{k}:27\n\nAnswer"));
        Comments("Forum of the harbour\n\n4 replies\n\n" + posts).ShouldBe([("ada77", "2021-05-03"), ("ben", "2021-05-04"), ("Carla M", "2021-05-05"), ("dora_k", "2021-05-06")]);
    }

    [Fact]
    public void A_day_of_joining_is_not_the_posts()
    {
        var posts = string.Join("\n\n", _posts.Select((p, k) => $"{p.Name}\n\nJoined:\n\n1 March 201{k}\n\n{k + 3} May 2021 1{k}:27\n\n{p.Text}"));
        Comments("Forum of the harbour\n\n4 replies\n\n" + posts).Select(c => c.Posted).ShouldBe(["2021-05-03", "2021-05-04", "2021-05-05", "2021-05-06"]);
    }

    [Fact]
    public void A_name_may_stand_above_the_one_answered()
    {
        var posts = string.Join("\n\n", _posts.Select((p, k) => p.Name + (k > 1 ? $"\n\nin reply to {_posts[k - 1].Name}" : "") + $"\n\n{9 - k} days ago\n\n{p.Text}\n\nReply"));
        var thread = Read("Forum of the harbour\n\n4 replies\n\n" + posts).Blocks.Where(b => b.Role == BlockRole.Comment).ToList();
        thread.Select(c => (c.Author, c.ReplyTo)).ShouldBe([("ada77", null), ("ben", null), ("Carla M", "ben"), ("dora_k", "Carla M")]);
    }

    [Theory]
    [InlineData("dora Thu 21-Nov-19 10:53:49", "2019-11-21")]
    [InlineData("dora 21-Nov-2019", "2019-11-21")]
    [InlineData("21 Nov, 19 guests", "--11-21")]
    public void A_year_of_two_figures_counts_after_a_hyphen(string line, string value) => DateReader.First(line)!.Value.Value.ShouldBe(value);

    private static List<(string? Author, string? Posted)> Comments(string text) => [.. Read(text).Blocks.Where(b => b.Role == BlockRole.Comment).Select(b => (b.Author, b.Posted))];

    private static Document Read(string text) => Reader.Read(new Page("p", Encoding.UTF8.GetBytes(text)) { Form = PageForm.Text }).Documents.ShouldHaveSingleItem();
}
