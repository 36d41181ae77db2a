using System.Text.Json;
using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests;

public sealed class CodedJsonTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read(Repository.PathOf("docs", "coded-document.schema.json"));

    [Fact]
    public void Every_sample_page_gives_documents_that_fit_the_schema()
    {
        foreach (var path in Some.SamplePages())
        {
            foreach (var line in Lines(path))
            {
                Schema.Errors(line).ShouldBeEmpty(Path.GetFileName(path));
            }
        }
    }

    [Fact]
    public void The_schema_refuses_what_the_contract_does_not_hold()
    {
        using var json = JsonDocument.Parse("""{"schema":"entente.coded/1","id":"a","problems":[],"text":7,"truth":true}""");
        Schema.Errors(json.RootElement).Count.ShouldBe(2);
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        var coded = Some.Coder.Code(Some.Page("😀😀 Beijing said on Monday that talks would go on."));
        using var json = JsonDocument.Parse(CodedJson.Write(coded.Documents[0], coded.Read));
        json.RootElement.GetProperty("blocks")[0].GetProperty("end").GetInt32().ShouldBe(coded.Read.Decoded.Length - 2);
    }

    private static List<JsonElement> Lines(string path)
    {
        var page = new Page(Path.GetFileName(path), File.ReadAllBytes(path));
        var coded = Some.Coder.Code(page);
        return [.. coded.Documents.Select(d => JsonDocument.Parse(CodedJson.Write(d, coded.Read, new CodedJsonOptions(Tokens: true, Predicates: true))).RootElement)];
    }
}
