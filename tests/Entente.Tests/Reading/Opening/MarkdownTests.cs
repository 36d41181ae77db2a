using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.MailTests;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class MarkdownTests
{
    private const string Clipped = """
        ---
        title: "Ministers meet in Astana"
        source: https://harbour.example/talks
        author:
          - "[[Ada Example]]"
        published: 2023-03-17
        created: 2023-03-20
        tags: [clippings]
        ---
        # Ministers meet in **Astana**

        By Ada Example

        The ministers of *both* countries met in [Astana](https://harbour.example/astana_(city)) on
        Friday, and \*spoke\* about snake_case trade &amp; gas, officials said.[^1]

        ![A picture](a.png)

        > “We signed an agreement on gas,”
        > the minister told reporters.

        ## What was signed

        - a loan of __two__ billion
        - [ ] a pipeline

        | year | trade |
        |------|-------|
        | 2022 | 190 |

        ```
        let x = 1;
        ```

        Trade going on
        --------------

        The talks will go on in April, officials of both ministries said after the meeting.

        [Read more about the talks here](https://harbour.example/more)

        [^1]: a note
        [1]: https://harbour.example
        """;

    [Fact]
    public void Marks_are_left_out_and_tell_what_a_block_is()
    {
        var read = Reader.Read(Open(Bytes(Clipped), "talks.md").Pages().Single());
        var document = read.Documents.ShouldHaveSingleItem();
        (document.Title, document.Uri).ShouldBe(("Ministers meet in Astana", "https://harbour.example/talks"));
        document.Authors.ShouldBe(["Ada Example"]);
        document.DateEvidence.Select(e => (e.Kind, e.Bound, e.Interval.ToString())).ShouldBe([("meta", DateBound.On, "2023-03-17"), ("captured", DateBound.NotAfter, "2023-03-20")]);
        Shown(document, BlockRole.Title).ShouldBe(["Ministers meet in Astana", "What was signed", "Trade going on"]);
        Shown(document, BlockRole.Body)[0].ShouldBe("The ministers of both countries met in Astana on Friday, and *spoke* about snake_case trade & gas, officials said.");
        Shown(document, BlockRole.Quote).ShouldBe(["“We signed an agreement on gas,” the minister told reporters."]);
        Shown(document, BlockRole.List).ShouldBe(["a loan of two billion", "a pipeline"]);
        Shown(document, BlockRole.Table).ShouldNotBeEmpty();
        Shown(document, BlockRole.Crossref).ShouldBe(["Read more about the talks here"]);
        Shown(document, BlockRole.Furniture).ShouldBe(["let x = 1;"]);
        Invariants.Check(read, document);
    }

    [Theory]
    [InlineData("# Ministers meet\n\nThe **ministers** met in Astana on Friday.\n", true)]
    [InlineData("See [the page](https://harbour.example/a).\n\n- one\n- two\n", true)]
    [InlineData("Ministers meet\n\n> quoted\n\n- one\n- two\n", false)]
    [InlineData("#1 in the list\n\n**** stars ****\n", false)]
    [InlineData("---\nno key\n---\nText.\n", false)]
    public void One_sign_alone_makes_no_markdown(string text, bool markdown) =>
        new Entente.Claims.Reading.Opening.MarkdownFormat().Fits(text).ShouldBe(markdown);

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("*_")]
    [InlineData("\\")]
    [InlineData("> ")]
    [InlineData("<a ")]
    public void Marks_without_end_cost_no_more_than_their_length(string mark)
    {
        var read = Reader.Read(new Page("a", Bytes("# Title\n\n**bold** text\n\n" + string.Concat(Enumerable.Repeat(mark, 60_000)) + "\n")));
        Invariants.Check(read, read.Documents.ShouldHaveSingleItem());
    }
}
