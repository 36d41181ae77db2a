using System.Globalization;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>A document for the eye: how much of it was kept, its blocks with their roles and the reasons for them, and under each block the claims taken from it.</summary>
internal static class PageText
{
    private const int DroppedLine = 110;

    public static void Write(TextWriter output, DocumentView view)
    {
        WriteHead(output, view);
        var dropping = false;
        foreach (var block in view.Blocks)
        {
            if (IsDropped(block))
            {
                output.Write(dropping ? "" : Environment.NewLine);
                output.WriteLine($"  - [{CodedNames.Of(block.Role)}: {block.Reason}] {TextTable.OneLine(block.Span.In(view.Text), DroppedLine)}");
            }
            else
            {
                WriteKept(output, view, block);
            }

            dropping = IsDropped(block);
        }
    }

    private static void WriteHead(TextWriter output, DocumentView view)
    {
        var row = view.Row;
        output.WriteLine($"{row.Title ?? "(no title)"}");
        output.WriteLine($"{row.Id}  {row.Publisher ?? "publisher unknown"}, {row.Published?.ToString() ?? "undated"}"
            + (row.PublishedBasis.Count > 0 ? " (by " + string.Join(", ", row.PublishedBasis) + ")" : "") + $"  {string.Join(", ", row.Paths)}");
        var comments = view.Blocks.Where(b => b.Role == BlockRole.Comment).Sum(b => b.Span.Length) / (double)Math.Max(1, view.Text.Length);
        output.WriteLine($"kept {Percent(1 - row.Dropped - comments)}, readers' comments {Percent(comments)}, dropped as furniture {Percent(row.Dropped)}; sure of the article {row.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}");
        foreach (var line in DatingText.Lines(view))
        {
            output.WriteLine("dated by " + line);
        }

        foreach (var problem in row.Problems)
        {
            output.WriteLine($"{problem.Code}: {problem.Message}");
        }
    }

    private static void WriteKept(TextWriter output, DocumentView view, Block block)
    {
        output.WriteLine();
        output.WriteLine($"{new string(' ', 2 * (block.Depth ?? 0))}[{CodedNames.Of(block.Role)}: {block.Reason}]{Signed(block)}");
        output.WriteLine(block.Span.In(view.Text).Trim());
        foreach (var claim in view.Claims.Where(c => block.Span.Contains(c.Evidence.Start)))
        {
            output.WriteLine($"    {claim.Id}  {CodedNames.Of(claim.Kind),-10}  {(claim.Allegation is null ? "" : "alleged: ")}{claim.Gist}  [{claim.Told}; {ShowVerb.When(claim)}; {claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}]");
            foreach (var line in AllegationText.Lines(claim, new string(' ', 8)))
            {
                output.WriteLine(line);
            }
        }
    }

    /// <summary>Who wrote a comment, when, and in answer to whom.</summary>
    private static string Signed(Block block) =>
        (block.Author is null ? "" : " " + block.Author) + (block.Posted is null ? "" : ", " + block.Posted) + (block.ReplyTo is null ? "" : " → " + block.ReplyTo);

    private static bool IsDropped(Block block) => block.Role is BlockRole.Furniture or BlockRole.Advert;

    private static string Percent(double share) => Math.Round(Math.Max(0, share) * 100).ToString(CultureInfo.InvariantCulture) + " %";
}
