using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Naming;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Naming;

/// <summary>A user's actors.tsv: it wins over data/, and what is wrong in it is told while the rest holds.</summary>
public sealed class OwnActorsTests
{
    private const string Header = "name\taliases\tsurnames\tkind\tid\tcountry\tsector\toffice\tfrom\tto\n";

    private static readonly Namer Own = Namer.Load(Read(Header
        + "Blue Harbour Group\tBHG|Washington\t\tbody\t\tNOR\tBUS\n"
        + "Anna Vik\t\tVik\tperson\t\tNOR\tGOV\tforeign minister\t2023-01-01\t2023-12-31\n"
        + "the alliance of the north\t\t\torganisation\torg:nato\n"
        + "Muscovy\t\t\tcountry\tRUS\n"
        + "Harbour Wire\t\t\tagency\t\tNOR\n"));

    [Theory]
    [InlineData("Washington said no.", "org:blue-harbour-group")]
    [InlineData("BHG said no.", "org:blue-harbour-group")]
    [InlineData("The Norwegian foreign minister said no.", "person:anna-vik")]
    [InlineData("Vik said no.", "person:anna-vik")]
    [InlineData("The alliance of the north said no.", "org:nato")]
    [InlineData("Muscovy said no.", "RUS")]
    [InlineData("Harbour Wire said no.", "outlet:harbour-wire")]
    [InlineData("NATO said no.", "org:nato")]
    public void Own_rows_win(string text, string id) => Own.Explain(text, new DateOnly(2023, 6, 1)).Single().Id.ShouldBe(id);

    [Fact]
    public void An_own_office_holds_for_its_days() =>
        Own.Explain("The Norwegian foreign minister said no.", new DateOnly(2024, 6, 1)).Single().Id.ShouldBe("person:espen-barth-eide");

    [Fact]
    public void An_own_row_is_told_as_the_reason()
    {
        var why = Own.Explain("Washington said no.", new DateOnly(2023, 6, 1)).Single();
        why.Reason.ShouldContain("your own table");
        why.Rows.ShouldContain("actors.tsv, line 2");
    }

    [Theory]
    [InlineData("Ann Lee\t\t\tpersson\t\tNOR", "actors.tsv, line 2, column 'kind': 'persson' is no kind of actor. Write person, country, government, organisation, body, outlet, agency or group.")]
    [InlineData("Ann Lee\t\t\tperson", "actors.tsv, line 2, column 'country': a person needs a country.")]
    [InlineData("Ann Lee\t\t\tperson\t\tNRW", "actors.tsv, line 2, column 'country': 'NRW' is no code of a country.")]
    [InlineData("Ann Lee\t\t\tperson\t\tNOR\tXXX", "actors.tsv, line 2, column 'sector': 'XXX' is no sector.")]
    [InlineData("Ann Lee\t\t\tperson\t\tNOR\tGOV\tking\t1999-13-45", "actors.tsv, line 2, column 'from': '1999-13-45' is no day. Write it as 1999-05-31, 1999-05 or 1999.")]
    [InlineData("Ann Lee\t\t\tperson\t\tNOR\tGOV\tking\t2001\t1999", "actors.tsv, line 2, column 'to': 1999 lies before 2001.")]
    [InlineData("\t\t\tperson\t\tNOR", "actors.tsv, line 2, column 'name': nothing stands there.")]
    [InlineData("Muscovy\t\t\tcountry", "actors.tsv, line 2, column 'id': a country needs the code that its names stand for.")]
    [InlineData("North Union\t\t\tbody\t\tNOR\tGOV\tking", "actors.tsv, line 2, column 'office': only a person holds an office.")]
    [InlineData("Ann Lee\t\t\tperson\t\tNOR\t\t\t\t\t\tmore", "actors.tsv, line 2: the row has 12 cells, the header 10.")]
    public void A_wrong_row_is_told_with_its_place_and_the_rest_holds(string row, string message)
    {
        var own = Read(Header + row + "\nBlue Harbour Group\t\t\tbody\t\tNOR\n");
        own.Problems.Single().Message.ShouldStartWith(message);
        own.Problems.Single().Code.ShouldBe(ProblemCodes.OwnTable);
        own.Count.ShouldBe(1);
        Namer.Load(own).Explain("Blue Harbour Group said no.", null).Single().Id.ShouldBe("org:blue-harbour-group");
    }

    [Theory]
    [InlineData("name\tkind\tcuntry\nNorth Union\tbody\tNOR\n", "actors.tsv, header, column 'cuntry': there is no such column")]
    [InlineData("name\tkind\tkind\nNorth Union\tbody\tNOR\n", "actors.tsv, line 1, column 'kind': two columns have this name")]
    public void A_wrong_header_is_told(string table, string message)
    {
        var own = Read(table);
        own.Problems[0].Message.ShouldStartWith(message);
        own.Count.ShouldBe(1);
    }

    [Fact]
    public void An_empty_table_is_none()
    {
        var own = Read("");
        own.Count.ShouldBe(0);
        own.Problems.ShouldBeEmpty();
        OwnActors.None.Digest.ShouldBeEmpty();
    }

    [Fact]
    public void The_coder_takes_own_actors()
    {
        var coder = Coder.Load(AnalysisDepth.Trees, Read(Header + "Blue Harbour Group\t\t\tbody\t\tNOR\tBUS\n"));
        var page = coder.Code(new Page("page", "The minister thanked Blue Harbour Group on Monday."u8.ToArray()) { Form = PageForm.Prepared });
        page.Documents.Single().Actors.ShouldContain(a => a.Actor.Id == "org:blue-harbour-group");
        coder.Own.Digest.Length.ShouldBe(12);
    }

    private static OwnActors Read(string table) => OwnActors.Read("actors", new StringReader(table));
}
