using System.Net;
using Entente.Claims;
using Shouldly;

namespace Entente.Tests.Reading;

/// <summary>What holds of every document that is read from any page.</summary>
internal static class Invariants
{
    public static void Check(ReadPage read)
    {
        foreach (var document in read.Documents)
        {
            Check(read, document);
        }
    }

    public static void Check(ReadPage read, Document document)
    {
        CheckBlocks(read, document);
        var end = 0;
        foreach (var run in document.Source)
        {
            run.Text.Start.ShouldBeGreaterThanOrEqualTo(end);
            AllBlank(document.Text.AsSpan(end, run.Text.Start - end)).ShouldBeTrue($"characters that come from nowhere: “{document.Text[end..run.Text.Start]}”");
            end = run.Text.End;
            var (own, from) = (run.Text.In(document.Text), run.Page.In(read.Decoded));
            if (own != from)
            {
                // What stands in a feed may be escaped twice.
                var decoded = WebUtility.HtmlDecode(from);
                (decoded == own ? decoded : WebUtility.HtmlDecode(decoded)).ShouldBe(own);
            }
        }

        AllBlank(document.Text.AsSpan(end)).ShouldBeTrue();
        foreach (var evidence in document.DateEvidence)
        {
            evidence.Confidence.ShouldBeInRange(0, 1);
            (evidence.Span?.End ?? 0).ShouldBeLessThanOrEqualTo(document.Text.Length);
        }

        document.Confidence.ShouldBeInRange(0, 1);
    }

    private static void CheckBlocks(ReadPage read, Document document)
    {
        var end = 0;
        foreach (var block in document.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            block.Span.Length.ShouldBeGreaterThan(0);
            AllBlank(document.Text.AsSpan(end, block.Span.Start - end)).ShouldBeTrue();
            end = block.Span.End;
            block.PageSpan.End.ShouldBeLessThanOrEqualTo(read.Decoded.Length);
            block.Reason.ShouldNotBeNullOrEmpty();
        }

        AllBlank(document.Text.AsSpan(end)).ShouldBeTrue();
    }

    private static bool AllBlank(ReadOnlySpan<char> text) => text.IsWhiteSpace();
}
