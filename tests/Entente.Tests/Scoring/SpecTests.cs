using System.Text;
using Entente.Claims;
using Entente.Claims.Scoring;
using Shouldly;
using Xunit;

namespace Entente.Tests.Scoring;

/// <summary>docs/spec says sentence by sentence what the coder makes of the words of international relations: each fence holds.</summary>
public sealed class SpecTests
{
    private static readonly IReadOnlyList<GoldItem> _fences = [.. Repository.Files(Path.Combine("docs", "spec"), "*.md").SelectMany(Read)];

    public static TheoryData<string> Fences { get; } = new(_fences.Select(f => f.Id));

    [Theory]
    [MemberData(nameof(Fences))]
    public void A_fence_holds(string id)
    {
        var fence = _fences.Single(f => f.Id == id);
        var score = Scorer.Score(fence, Some.Coder.Code(fence.Page));
        score.IsRight.ShouldBeTrue($"docs/spec/{id}\n{Encoding.UTF8.GetString(fence.Page.Content.Span)}\n{score.Explain()}");
    }

    /// <summary>Nothing is claimed, or one thing of another type: each fence notices one of them.</summary>
    [Theory]
    [MemberData(nameof(Fences))]
    public void A_fence_can_fail(string id)
    {
        var fence = _fences.Single(f => f.Id == id);
        var other = Some.Coder.Code(Some.Page(fence.Claims.Any(c => c.Kind == ClaimKind.Event) ? "The weather was fine." : "Peru bombed Chile."));
        Scorer.Score(fence, other).IsRight.ShouldBeFalse();
        fence.Claims.Where(c => c.Kind == ClaimKind.Event && c.Actors is null && c.Recipients is null && c.Readings == Readings.None).Select(c => c.Text)
            .ShouldBeEmpty("a line names somebody, or tells how it is told");
        (fence.HasMore && fence.Claims.Count == 0).ShouldBeFalse("… alone says nothing");
    }

    [Fact]
    public void Every_page_has_fences_and_a_line_in_the_table_of_pages()
    {
        var contents = File.ReadAllText(Repository.PathOf("docs", "spec", "README.md"));
        foreach (var page in Repository.Files(Path.Combine("docs", "spec"), "*.md").Select(f => Path.GetFileName(f)).Where(p => p != "README.md"))
        {
            _fences.Count(f => f.Id.StartsWith(page + ":", StringComparison.Ordinal)).ShouldBeGreaterThan(2, page);
            contents.ShouldContain($"]({page})");
        }
    }

    private static IReadOnlyList<GoldItem> Read(string file)
    {
        using var reader = new StreamReader(file);
        return GoldReader.ReadFences(Path.GetFileName(file), reader);
    }
}
