using System.CommandLine;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>What a person names on the command line, looked up in the record.</summary>
internal sealed class Asked(Archive archive, Ledger ledger, Option<bool> alike)
{
    /// <summary>An actor by its id, or by its name where one alone has it.</summary>
    public Actor Actor(string named) => archive.Named(named) switch
    {
        [var one] => one,
        [] => throw new FormatException($"There is no actor '{named}' in the record: entente show actors lists them."),
        var several => throw new FormatException($"Several actors are called '{named}': name one of {string.Join(", ", several.Select(a => a.Id))}."),
    };

    public bool IsClaim(string id) => archive.Claim(id) is not null;

    /// <summary>A document by its id, or the beginning of it.</summary>
    public DocumentRow Document(string id) => archive.Beginning(id) is [var one]
        ? one
        : throw new FormatException($"There is no document '{id}', or several begin so: entente show documents lists them.");

    /// <summary>The anchors of claims; with --alike of all that say the same by the same rule and word.</summary>
    public IReadOnlyList<ClaimAnchor> Anchors(IEnumerable<string> claims, ParseResult parsed)
    {
        var rows = claims.Select(id => archive.Claim(id) ?? throw new FormatException($"There is no claim '{id}', or several begin so: entente show claims lists them."));
        var all = parsed.GetValue(alike) ? rows.SelectMany(c => archive.Alike(c.Id)) : rows;
        return [.. all.DistinctBy(c => c.Id).Select(c => ledger.Anchor(c.Id) ?? throw new FormatException($"The claim {c.Id} is another coder's: only what Entente shows can be corrected."))];
    }

    /// <summary>Words of a document, where they stand once.</summary>
    public TextAnchor Place(string document, string words)
    {
        var id = Document(document).Id;
        return ledger.Anchors(id, words) switch
        {
            [var one] => one,
            [] => throw new FormatException($"The document {id} does not hold these words: entente show page {id} shows its text."),
            var several => throw new FormatException($"These words stand {several.Count} times in the document {id}: give more of the sentence."),
        };
    }

    /// <summary>Claims of another coder, by their ids or all that it alone makes. What speaks against them is told; of all, those are left out against which something speaks, unless they are wanted too.</summary>
    public AddClaims TakeOver(IReadOnlyList<string> claims, string? coder, ClaimKind? kind, bool doubted)
    {
        IReadOnlyList<ClaimRow> rows = coder is null
            ? [.. claims.Select(id => archive.Claim(id) ?? throw new FormatException($"There is no claim '{id}', or several begin so.")).Select(c => c.Coder is null ? throw new FormatException($"The claim {c.Id} is Entente's own.") : c)]
            : [.. (archive.CoderDifferences(coder, kind) ?? throw new FormatException($"There is no coder '{coder}': entente coders lists them.")).Where(d => d.Ours is null).Select(d => d.Theirs!)];
        var left = coder is null || doubted ? 0 : rows.Count(c => c.Doubts.Count > 0);
        if (left > 0)
        {
            Console.Error.WriteLine($"entente: {left} {(left == 1 ? "claim is" : "claims are")} left out which the text seems to tell otherwise (entente coders shows the doubts): --doubted takes them too.");
            rows = [.. rows.Where(c => c.Doubts.Count == 0)];
        }

        foreach (var (claim, doubt) in rows.SelectMany(c => c.Doubts, (c, d) => (c.Id, d)))
        {
            Console.Error.WriteLine($"entente: {claim}: doubt: {doubt}");
        }

        return ledger.TakeOver([.. rows.Select(c => c.Id)]) ?? throw new FormatException("There is nothing to take over: name claims of another coder, or --coder NAME.");
    }

    /// <summary>An entry of the log by its id or the beginning of it; without one the last that holds.</summary>
    public string Entry(string? id)
    {
        var log = archive.CorrectionLog();
        var found = log.Where(c => id is null ? c.State is not (CorrectionState.Undone or CorrectionState.Undoes) : c.Correction.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        return found.Count == 0 ? throw new FormatException(id is null ? "There is nothing to undo." : $"There is no correction '{id}': entente correct list shows them.")
            : id is not null && found.Count > 1 ? throw new FormatException($"Several corrections begin with '{id}': {string.Join(", ", found.Select(c => c.Correction.Id))}.")
            : found[^1].State == CorrectionState.Undoes ? throw new FormatException($"{found[^1].Correction.Id} takes back another, and is not taken back itself: decide anew.")
            : found[^1].State == CorrectionState.Undone ? throw new FormatException($"{found[^1].Correction.Id} is undone already.")
            : found[^1].Correction.Id;
    }
}
