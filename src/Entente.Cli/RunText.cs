using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>Differences between runs in words, and as JSON.</summary>
internal static class RunText
{
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, RunDifference difference)
    {
        output.WriteLine($"{difference.Document}  {difference.Reason}{(difference.Before is { } before && before != difference.Document ? " (before: " + before + ")" : "")}: {Counts(difference)}  {difference.Path}");
        foreach (var claim in difference.Added)
        {
            output.WriteLine("  + " + Of(claim));
        }

        foreach (var claim in difference.Dropped)
        {
            output.WriteLine("  - " + Of(claim));
        }

        foreach (var (was, now) in difference.Reworded.Select(r => (r.Before, r.After)))
        {
            output.WriteLine("  ~ " + Of(was));
            output.WriteLine("    " + Of(now));
        }
    }

    public static string WriteJson(RunDifference difference) => JsonSerializer.Serialize(
        new
        {
            document = difference.Document,
            page = difference.Page,
            path = difference.Path,
            reason = difference.Reason,
            before = difference.Before,
            same = difference.Same,
            added = difference.Added.Select(Object),
            dropped = difference.Dropped.Select(Object),
            reworded = difference.Reworded.Select(r => new { before = Object(r.Before), after = Object(r.After) }),
        },
        Json);

    private static string Counts(RunDifference difference)
    {
        string[] parts =
        [
            .. difference.Added.Count > 0 ? [$"{difference.Added.Count} added"] : Array.Empty<string>(),
            .. difference.Dropped.Count > 0 ? [$"{difference.Dropped.Count} dropped"] : Array.Empty<string>(),
            .. difference.Reworded.Count > 0 ? [$"{difference.Reworded.Count} reworded"] : Array.Empty<string>(),
            .. difference.Same > 0 ? [$"{difference.Same} {(difference.Reason == "vanished" ? "kept" : "the same")}"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "no claims" : string.Join(", ", parts);
    }

    /// <summary>An allegation is not told here: it would stand without its chain and its denials.</summary>
    private static string Of(DifferentClaim claim) => $"{claim.Id}  {(claim.Gist is { } gist ? $"{gist} [{claim.Told}]" : $"an allegation against a person (entente why {claim.Id})")}";

    private static object Object(DifferentClaim claim) => new { id = claim.Id, kind = CodedNames.Of(claim.Kind), gist = claim.Gist, told = claim.Told };
}
