using Entente.Claims;
using Entente.Claims.Coding.Eventing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Coding.Eventing;

/// <summary>Every row of the lexicon shows a sentence; the whole chain, from letters to claims, has to code it as the row says.</summary>
public sealed class EventExamplesTests
{
    private static readonly FrameTable _frames = FrameTable.Load();

    /// <summary>The parser errs now and then; the share of rows whose example fails may not grow.</summary>
    private const double Tolerated = 0.05;

    /// <summary>Examples that share a document; coding them one by one would only be slower.</summary>
    private const int Together = 60;

    [Fact]
    public void Rows_code_their_examples()
    {
        var told = Told([.. _frames.Frames.Select(f => f.Example)]);
        var failing = _frames.Frames.Where((f, i) => !told[i].Any(e => Fits(e, f.Type, f.Mode))).Select(f => $"{f.Id}: {f.Example}").ToList();
        ((double)failing.Count / _frames.Frames.Count).ShouldBeLessThan(Tolerated, string.Join('\n', failing));
    }

    [Fact]
    public void Light_verbs_carry_the_noun_of_their_example()
    {
        var told = Told([.. _frames.LightVerbs.Select(l => l.Example)]);
        var failing = _frames.LightVerbs.Where((l, i) => !told[i].Any(e => _frames.Of(l.Noun, "NOUN").ToArray().Any(f => Fits(e, f.Type, f.Mode)))).Select(l => $"{l.Word}: {l.Example}").ToList();
        ((double)failing.Count / _frames.LightVerbs.Count).ShouldBeLessThan(Tolerated, string.Join('\n', failing));
    }

    private static bool Fits(EventMention mention, EventType type, string? mode) => mention.Type == type && (mode == "content" || mention.Mode == mode);

    /// <summary>What is told in each example.</summary>
    private static IReadOnlyList<IReadOnlyList<EventMention>> Told(IReadOnlyList<string> examples) => [.. examples.Chunk(Together).SelectMany(chunk =>
    {
        var starts = chunk.Select((_, i) => chunk.Take(i).Sum(e => e.Length + 2)).ToList();
        var mentions = Some.Claims<EventMention>(string.Join("\n\n", chunk));
        return chunk.Select((e, i) => (IReadOnlyList<EventMention>)[.. mentions.Where(m => m.Trigger.Start >= starts[i] && m.Trigger.Start < starts[i] + e.Length)]);
    })];
}
