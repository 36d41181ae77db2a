using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Attributing;

/// <summary>Each row of data/cues.tsv on its own example, from plain text: [source], {cue} and the content in angle brackets.</summary>
public sealed class CueTableTests
{
    public static TheoryData<string> Examples() => [.. Table.Shipped("cues").Rows.Select(r => r.Required("example"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_row_holds_for_its_example(string example)
    {
        var text = string.Concat(example.Where(c => !"[]{}<>".Contains(c, StringComparison.Ordinal)));
        var coded = Some.Coded(text);
        var cue = Marked(example, '{', '}');
        var found = coded.Attributions.SingleOrDefault(a => a.Cue.Any(c => c.In(text).Contains(cue, StringComparison.Ordinal)));
        found.ShouldNotBeNull();
        Words(found.Content, text).ShouldBe(Marked(example, '<', '>'));
        if (Marked(example, '[', ']') != cue)
        {
            Words(found.Source, text).ShouldBe(Marked(example, '[', ']'));
        }

        var gives = Table.Shipped("cues").Rows.Single(r => r["example"] == example)["gives"] ?? "none";
        found.Gives.ToString().ToLowerInvariant().ShouldBe(gives);
    }

    private static string Words(IReadOnlyList<TextSpan> spans, string text) => string.Join(" … ", spans.Select(s => s.In(text)));

    private static string Marked(string example, char open, char close)
    {
        var part = example[(example.IndexOf(open, StringComparison.Ordinal) + 1)..example.IndexOf(close, StringComparison.Ordinal)];
        return string.Concat(part.Where(c => !"[]{}<>".Contains(c, StringComparison.Ordinal)));
    }
}
