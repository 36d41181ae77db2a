using Entente.Claims;
using Entente.Record.Asking;
using Shouldly;
using Xunit;

namespace Entente.Tests.Asking;

/// <summary>Whose an outlet was on a day, and the user's own grades.</summary>
public sealed class OutletsTests
{
    private static readonly Outlets Outlets = Outlets.Load();
    private static readonly string[] Controls = ["state", "state-funded", "public", "party", "nonprofit", "private"];

    [Theory]
    [InlineData("TASS", null, "2023-06-01", "state")]
    [InlineData("tass.com", null, "2023-06-01", "state")]
    [InlineData(null, "https://www.tass.com/politics/1", "2023-06-01", "state")]
    [InlineData("ITAR-TASS", null, "1995-06-01", "state")]
    [InlineData("NTV", null, "2000-06-01", "private")]
    [InlineData("NTV", null, "2002-06-01", "state")]
    [InlineData("The Washington Post", null, "2012-06-01", "private")]
    [InlineData("Washington Post", null, "2020-06-01", "private")]
    [InlineData("BBC", null, "2020-06-01", "public")]
    [InlineData("Radio Free Europe", null, "2020-06-01", "state-funded")]
    [InlineData("People's Daily", null, "2020-06-01", "party")]
    [InlineData("AP", null, "2020-06-01", "nonprofit")]
    [InlineData("The Duran", null, "2020-06-01", null)]
    public void Control_is_that_of_the_day(string? publisher, string? uri, string day, string? control) =>
        Outlets.Of(publisher, uri, DateOnly.ParseExact(day, "yyyy-MM-dd")).ShouldNotBeNull().Control.ShouldBe(control);

    [Fact]
    public void An_owner_is_told_with_its_source()
    {
        var post = Outlets.Of("The Washington Post", null, new DateOnly(2020, 6, 1))!;
        post.ToString().ShouldBe("The Washington Post: outlet, USA; private: Nash Holdings (Jeff Bezos), since 2013-10-01 (editor)");
        Outlets.Of("Harbour Post", null, null).ShouldBeNull();
    }

    [Fact]
    public void Links_that_are_no_outlets_have_no_owner()
    {
        Outlets.Of(new SourceLink("TASS", SourceKind.Person), null).ShouldBeNull();
        Outlets.Of(new SourceLink("TASS", SourceKind.Outlet), null)!.Control.ShouldBe("state");
    }

    [Fact]
    public void A_users_grades_are_shown_and_what_is_wrong_is_told()
    {
        using var table = new StringReader("outlet\tgrade\tnote\ttrust\ntass.com\tB\tofficial line\nHarbour Post\tA\n\tC\n");
        var outlets = Outlets.Load("outlets", table, out var wrong);
        outlets.Of("ITAR-TASS", null, null)!.ToString().ShouldEndWith("; your grade: B, official line");
        outlets.Of("Harbour Post", null, null)!.Grade.ShouldBe("A");
        wrong.Select(p => p.Message).ShouldBe([
            "outlets.tsv, header, column 'trust': there is no such column, so it is not read. Write one of outlet, grade, note.",
            "outlets.tsv, line 4, column 'outlet': nothing stands there. Write the outlet's name or host, or leave the row out."]);
    }

    [Fact]
    public void Rows_of_the_table_are_whole_and_do_not_overlap()
    {
        var names = Table.Shipped("outlets").Rows.Select(r => r.Required("name")).ToHashSet();
        foreach (var rows in Table.Shipped("outlet-owners").Rows.GroupBy(r => r.Required("outlet")))
        {
            names.ShouldContain(rows.Key);
            rows.ShouldAllBe(r => Controls.Contains(r.Required("control")) && r["source"] != null && r["owner"] != null);
            var spells = rows.Select(r => (r.Line, From: r["from"] ?? "", To: r["to"] ?? "9999", When: r.When())).OrderBy(r => r.From, StringComparer.Ordinal).ToArray();
            foreach (var (first, second) in spells.Zip(spells.Skip(1)))
            {
                string.CompareOrdinal(first.To[..Math.Min(first.To.Length, second.From.Length)], second.From).ShouldBeLessThanOrEqualTo(0, $"{rows.Key}, line {second.Line}");
            }
        }
    }
}
