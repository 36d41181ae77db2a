using Entente.Claims;
using Shouldly;

namespace Entente.Tests.Reading;

/// <summary>What holds of every document that is read from any page.</summary>
internal static class Invariants
{
    public static void Check(ReadPage read, Document document)
    {
        var end = 0;
        foreach (var block in document.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            block.Span.Length.ShouldBeGreaterThan(0);
            end = block.Span.End;
            block.PageSpan.End.ShouldBeLessThanOrEqualTo(read.Decoded.Length);
        }

        end.ShouldBeLessThanOrEqualTo(document.Text.Length);
        end = 0;
        foreach (var run in document.Source)
        {
            run.Text.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = run.Text.End;
            if (run.Text.Length == run.Page.Length)
            {
                run.Text.In(document.Text).ShouldBe(run.Page.In(read.Decoded));
            }
        }
    }
}
