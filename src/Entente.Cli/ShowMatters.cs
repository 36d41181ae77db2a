using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Server;

namespace Entente.Cli;

/// <summary>`entente show agreements`, `labels`, `plans` and the like: what claims are about, each with all who say so and their sentences.</summary>
internal static class ShowMatters
{
    private static readonly Dictionary<string, ClaimKind> Kinds = new(StringComparer.Ordinal)
    {
        ["agreements"] = ClaimKind.Agreement, ["labels"] = ClaimKind.Label, ["counts"] = ClaimKind.Count, ["memberships"] = ClaimKind.Membership,
        ["offices"] = ClaimKind.Role, ["positions"] = ClaimKind.Position, ["figures"] = ClaimKind.Figure,
    };

    private static readonly ClaimKind[] Planned = [ClaimKind.Event, ClaimKind.Agreement];

    /// <summary>What can be shown so.</summary>
    public static IEnumerable<string> Names => [.. Kinds.Keys, "plans", "disputed", "unique", "matter"];

    /// <param name="outcome">Of plans: only those that are "open", have "happened" or are "cancelled".</param>
    public static int Run(Archive archive, string what, string? id, ClaimFilter filter, string? outcome, bool brief, bool json)
    {
        var rows = Rows(archive, what, id, filter, outcome);
        if (rows.Count == 0 && filter.Words is not null)
        {
            rows = Rows(archive, what, id, filter with { WordsAnywhere = true }, outcome);
            if (rows.Count > 0)
            {
                Console.Error.WriteLine($"entente: none is named “{filter.Words}”; these stand in sentences that hold the words.");
            }
        }

        rows = filter.Limit > 0 ? [.. rows.Take(filter.Limit)] : rows;
        if (rows.Count == 0)
        {
            return Cli.Rows.Nothing(archive, filter.Words);
        }

        if (json)
        {
            rows.ToList().ForEach(m => Console.Out.WriteLine(AnswerJson.Line(MatterAnswer.Of(m))));
        }
        else if (what == "unique")
        {
            ByDocument(rows, brief);
        }
        else
        {
            var evidence = new EvidenceText(Console.Out, brief) { Corrected = archive.Corrected(rows.SelectMany(m => m.Claims)) };
            rows.ToList().ForEach(evidence.Write);
        }

        return ExitCode.Done;
    }

    private static IReadOnlyList<MatterRow> Rows(Archive archive, string what, string? id, ClaimFilter filter, string? outcome) => what switch
    {
        "matter" => archive.Matters(filter with { Matter = id ?? throw new FormatException("Name the matter: entente show matter ID; the ids stand beside what show and state list.") }),
        "plans" => [.. (filter.Kind is null ? Planned : [filter.Kind.Value]).SelectMany(k => archive.Matters(filter with { Kind = k, Limit = 0 })).Where(m => m.IsPlan && (outcome is null || Means(outcome, m.Outcome)))],
        "disputed" => [.. Whole(archive, filter, m => m.Disagreements.Count > 0)],
        "unique" => [.. Whole(archive, filter, m => m.Claims.Select(c => c.Document).Distinct(StringComparer.Ordinal).Count() == 1)],
        _ => archive.Matters(filter with { Kind = Kinds[what], Limit = 0 }),
    };

    /// <summary>An agreement that was signed has happened as a visit has.</summary>
    private static bool Means(string asked, string? outcome) => asked == outcome || (asked, outcome) is ("happened", "signed") or ("cancelled", "failed");

    /// <summary>Matters of which a claim fits, judged by all that is claimed of them.</summary>
    private static IEnumerable<MatterRow> Whole(Archive archive, ClaimFilter filter, Func<MatterRow, bool> isWanted)
    {
        var fitting = archive.Claims(filter with { Limit = 0 }).Select(c => c.Matter).ToHashSet(StringComparer.Ordinal);
        return archive.Matters().Where(m => fitting.Contains(m.Id) && isWanted(m));
    }

    /// <summary>What each document alone tells.</summary>
    private static void ByDocument(IReadOnlyList<MatterRow> rows, bool brief)
    {
        foreach (var document in rows.GroupBy(m => m.Claims[0].Document, StringComparer.Ordinal).OrderBy(d => d.First().Claims[0].Published?.Latest).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            var first = document.First().Claims[0];
            Console.Out.WriteLine($"{document.Key}, {first.Publisher ?? "publisher unknown"}, {first.Published?.ToString() ?? "undated"}, “{first.Title}”: {document.Count()} that no other document tells");
            var evidence = new EvidenceText(Console.Out, brief);
            document.ToList().ForEach(evidence.Write);
            Console.Out.WriteLine();
        }
    }
}
