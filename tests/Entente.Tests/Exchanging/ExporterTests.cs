using System.Text.Json;
using Entente.Claims;
using Entente.Record.Asking;
using Entente.Record.Exchanging;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Exchanging;

public sealed class ExporterTests
{
    [Fact]
    public void Quotes_in_an_export_are_the_text_at_their_offsets()
    {
        using var pages = new Pages();
        pages.Add("a.txt", Pages.Article(1).Replace("Minister", "😀 Minister", StringComparison.Ordinal));
        pages.Read();
        var archive = Archive.Open(pages.Record());
        using var output = new StringWriter();
        Exporter.Write(archive, output, new ExportOptions(ExportTable.Claims, JsonLines: true, Text: true)).ShouldBeGreaterThan(0);
        foreach (var line in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var text = archive.Document(row.GetProperty("document").GetString()!)!.Text;
            var map = new CodePointMap(text);
            var (start, end) = (map.ToOffset(row.GetProperty("start").GetInt32()), map.ToOffset(row.GetProperty("end").GetInt32()));
            row.GetProperty("quote").GetString().ShouldBe(text[start..end]);
            row.GetProperty("page").GetString()!.ShouldStartWith("sha256:");
        }
    }

    [Fact]
    public void Without_the_wish_for_text_no_words_of_the_evidence_leave()
    {
        using var pages = new Pages();
        pages.AddArticle(1);
        pages.Read();
        using var output = new StringWriter();
        Exporter.Write(Archive.Open(pages.Record()), output, new ExportOptions());
        output.ToString().ShouldNotContain("visit number 1");
        output.ToString().Split("\r\n")[0].Split(',').ShouldNotContain("quote");
    }

    [Theory]
    [InlineData(ExportTable.Claims)]
    [InlineData(ExportTable.Events)]
    [InlineData(ExportTable.Figures)]
    [InlineData(ExportTable.Documents)]
    [InlineData(ExportTable.Dyads)]
    public void Every_column_is_explained_in_the_guide(ExportTable table)
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "guide", "exports.md"));
        Exporter.ColumnsOf(table).Where(c => !guide.Contains($"`{c}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DEU", "1985-06-01", "260", "260")]
    [InlineData("DEU", "1995-06-01", "255", "260")]
    [InlineData("SSD", "2010-06-01", null, null)]
    [InlineData("CHN", null, "710", "710")]
    [InlineData("DEU", null, null, null)]
    [InlineData("IGO", "2010-06-01", null, null)]
    public void State_numbers_depend_on_the_day(string country, string? day, string? cow, string? gleditschWard)
    {
        var codes = StateCodes.Load();
        DateOnly? date = day is null ? null : DateOnly.ParseExact(day, "O");
        codes.Cow(country, date).ShouldBe(cow);
        codes.GleditschWard(country, date).ShouldBe(gleditschWard);
    }
}
