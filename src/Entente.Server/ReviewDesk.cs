using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Server;

/// <summary>Where the web page's decisions are written: the record's file, and who decides. One at a time.</summary>
/// <param name="File">The record.</param>
/// <param name="Author">Who decides, where the page does not say.</param>
public sealed record ReviewDesk(string File, string Author)
{
    private readonly Lock _one = new();

    /// <summary>Makes an entry of what the page asks for, and writes it or tells what it would change.</summary>
    /// <exception cref="FormatException">What is asked for cannot be; the message says why.</exception>
    internal DecisionAnswer Decide(Archive archive, DecisionRequest asked, DateTimeOffset now)
    {
        lock (_one)
        {
            using var ledger = Ledger.Open(File);
            var entry = Correction.Of(ledger.Next(now), string.IsNullOrWhiteSpace(asked.By) ? Author : asked.By.Trim(), Decision(archive, ledger, asked), asked.Note);
            if (asked.Preview)
            {
                return DecisionAnswer.Of(entry, ledger.Preview([entry]), written: false);
            }

            Reconciler.Follow(ledger);
            return DecisionAnswer.Of(entry, ledger.Correct([entry]), written: true);
        }
    }

    private static Decision Decision(Archive archive, Ledger ledger, DecisionRequest asked) => asked.What switch
    {
        "confirm" => new ConfirmClaims(Anchors(ledger, asked)),
        "reject" => new RejectClaims(Anchors(ledger, asked)),
        "retype" => RetypeClaims.Of(Anchors(ledger, asked), asked.Type ?? throw new FormatException("Say of which type it is."), asked.Mode),
        "date" => new RedateClaims(Anchors(ledger, asked), DayText.Interval(asked.When ?? throw new FormatException("Say when it was."))),
        "merge" => new MergeActors([.. Actors(archive, asked).Skip(1).Select(a => a.Id)], Actors(archive, asked)[0]),
        "apart" => new KeepApart([.. Actors(archive, asked).Select(a => a.Id)]),
        "undo" => new Undo(archive.CorrectionLog().FirstOrDefault(c => c.Correction.Id == asked.Correction)?.Correction.Id ?? throw new FormatException($"There is no correction '{asked.Correction}'.")),
        var other => throw new FormatException($"'{other}' is no decision: confirm, reject, retype, date, merge, apart or undo."),
    };

    private static ClaimAnchor[] Anchors(Ledger ledger, DecisionRequest asked) => asked.Claims is { Count: > 0 } claims
        ? [.. claims.Select(c => (string.IsNullOrEmpty(c) ? null : ledger.Anchor(c)) ?? throw new FormatException($"There is no claim '{c}' any more."))]
        : throw new FormatException("Name the claims.");

    private static Actor[] Actors(Archive archive, DecisionRequest asked) => asked.Actors?.Where(a => !string.IsNullOrEmpty(a)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 1 } actors
        ? [.. actors.Select(a => archive.Actor(a) ?? throw new FormatException($"There is no actor '{a}' any more."))]
        : throw new FormatException("Name two actors or more.");
}

/// <summary>What the web page asks to decide.</summary>
/// <param name="What">As the log of corrections has it: "confirm", "reject", "retype", "date", "merge", "apart" or "undo".</param>
public sealed record DecisionRequest(string? What)
{
    /// <summary>The claims' whole ids: of one, or of several alike.</summary>
    public IReadOnlyList<string>? Claims { get; init; }

    /// <summary>Of a merge the actors' ids, the one that they become first.</summary>
    public IReadOnlyList<string>? Actors { get; init; }

    public string? Type { get; init; }

    public string? Mode { get; init; }

    /// <summary>A day, month or year, or two with "/" between.</summary>
    public string? When { get; init; }

    /// <summary>The entry that is taken back.</summary>
    public string? Correction { get; init; }

    public string? By { get; init; }

    public string? Note { get; init; }

    /// <summary>Only tell what would change.</summary>
    public bool Preview { get; init; }
}

/// <summary>What a decision changes.</summary>
/// <param name="Id">The entry's id, by which it is taken back.</param>
public sealed record DecisionAnswer(string Id, string What, string By, bool Written, IReadOnlyList<ChangedClaim> Claims, int Mentions, int Documents)
{
    internal static DecisionAnswer Of(Correction entry, CorrectionReport report, bool written) => new(entry.Id, entry.Decision.What, entry.Author, written, report.Claims, report.Mentions, report.Documents);
}

/// <summary>What is worth deciding.</summary>
/// <param name="By">Who decides, where the page does not say; null when the server only answers questions.</param>
public sealed record ReviewAnswer(string? By, IReadOnlyList<ReviewItemAnswer> Items);

/// <summary>A question: a claim, or actors whose names are alike.</summary>
/// <param name="Types">What a claim of its kind may be of.</param>
public sealed record ReviewItemAnswer(string Key, double Value, IReadOnlyList<string> Why, ClaimAnswer? Claim, IReadOnlyList<ActorAnswer> Actors, IReadOnlyList<string> Types)
{
    internal static ReviewItemAnswer Of(ReviewItem item) => new(
        item.Key, Math.Round(item.Value, 4), item.Why, item.Claim is { } claim ? ClaimAnswer.Of(claim, null) : null, [.. item.Actors.Select(ActorAnswer.Of)], item.Claim is { } one ? ClaimTypes.Of(one.Kind) : []);
}

/// <summary>An entry of the log of corrections.</summary>
/// <param name="State">"holds", "orphaned", "waits", "undone" or "undoes".</param>
/// <param name="Entry">The whole entry (entente.correction/1).</param>
public sealed record CorrectionAnswer(string Id, string What, string By, DateTimeOffset At, string State, int Claims, int Documents, System.Text.Json.JsonElement Entry, IReadOnlyList<string> OverruledBy, IReadOnlyList<OrphanedCorrection> Orphans)
{
    internal static CorrectionAnswer Of(CorrectionRow row) => new(
        row.Correction.Id, row.Correction.Decision.What, row.Correction.Author, row.Correction.At, row.State.ToString().ToLowerInvariant(), row.Claims, row.Documents,
        System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(row.Correction.ToJson()), row.OverruledBy, row.Orphans);
}
