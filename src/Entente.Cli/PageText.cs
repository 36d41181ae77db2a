using System.Globalization;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>A document for the eye: its blocks with their roles, and under each block the claims taken from it.</summary>
internal static class PageText
{
    public static void Write(TextWriter output, DocumentView view)
    {
        var row = view.Row;
        output.WriteLine($"{row.Title ?? "(no title)"}");
        output.WriteLine($"{row.Id}  {row.Publisher ?? "publisher unknown"}, {row.Published?.ToString() ?? "undated"}"
            + (row.PublishedBasis.Count > 0 ? " (by " + string.Join(", ", row.PublishedBasis) + ")" : "") + $"  {string.Join(", ", row.Paths)}");
        foreach (var problem in row.Problems)
        {
            output.WriteLine($"{problem.Code}: {problem.Message}");
        }

        foreach (var block in view.Blocks)
        {
            output.WriteLine();
            output.WriteLine($"[{CodedNames.Of(block.Role)}{(block.Author is null ? "" : " " + block.Author)}]{(block.HoldsClaims || block.Reason is null ? "" : " " + block.Reason)}");
            output.WriteLine(block.Span.In(view.Text).Trim());
            foreach (var claim in view.Claims.Where(c => block.Span.Contains(c.Evidence.Start)))
            {
                output.WriteLine($"    {claim.Id}  {CodedNames.Of(claim.Kind),-10}  {claim.Gist}  [{ShowVerb.Told(claim)}; {ShowVerb.When(claim)}; {claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}]");
            }
        }
    }
}
