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
    private const double Tolerated = 0.1;

    [Fact]
    public void Rows_code_their_examples()
    {
        var failing = _frames.Frames.Where(f => !Codes(f.Example, f.Type, f.Mode)).Select(f => $"{f.Id}: {f.Example} → {Told(f.Example)}").ToList();
        ((double)failing.Count / _frames.Frames.Count).ShouldBeLessThan(Tolerated, string.Join('\n', failing));
    }

    [Fact]
    public void Light_verbs_carry_the_noun_of_their_example()
    {
        var failing = _frames.LightVerbs
            .Where(l => !_frames.Of(l.Noun, "NOUN").ToArray().Any(f => Codes(l.Example, f.Type, f.Mode)))
            .Select(l => $"{l.Word}: {l.Example} → {Told(l.Example)}").ToList();
        failing.Count.ShouldBeLessThanOrEqualTo(2, string.Join('\n', failing));
    }

    private static bool Codes(string example, EventType type, string? mode) =>
        Some.Claims<EventMention>(example).Any(e => e.Type == type && (mode == "content" || e.Mode == mode));

    private static string Told(string example) => string.Join("; ", Some.Claims<EventMention>(example).Select(e =>
        $"{e.Type}.{e.Mode} {string.Join('+', e.Actors.Select(a => a.Actor.Id))} > {string.Join('+', e.Recipients.Select(a => a.Actor.Id))}"));
}
