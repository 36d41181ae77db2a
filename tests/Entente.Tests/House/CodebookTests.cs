using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.House;

/// <summary>The codebook says what the tables say. With ENTENTE_ACCEPT=1 these tests write it.</summary>
public sealed class CodebookTests
{
    [Fact]
    public void The_codebook_is_that_of_the_tables() => Snapshot.ShouldMatch(Codebook.Rules(), "..", "..", "docs", "guide", "codebook.md");

    [Fact]
    public void So_are_its_words() => Snapshot.ShouldMatch(Codebook.Words(), "..", "..", "docs", "guide", "codebook-words.md");

    [Fact]
    public void Every_type_and_mode_has_an_example()
    {
        var words = Codebook.Words();
        var frames = Table.Shipped("event-frames").Rows.Select(r => r.Required("type")).ToHashSet(StringComparer.Ordinal);
        Enum.GetValues<EventType>().Select(t => $"## {CodedNames.Of(t)}\n").Where(t => !words.Contains(t, StringComparison.Ordinal)).ShouldBeEmpty();
        Table.Shipped("plover-modes").Rows.Where(m => m["type"] is not ("REQUEST" or "REJECT" or "THREATEN")).Select(m => $"{m["type"]}.{m["mode"]}").Where(m => !frames.Contains(m)).ShouldBeEmpty();
    }
}
