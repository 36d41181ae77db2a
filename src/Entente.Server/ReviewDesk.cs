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
            var decision = new AskedDecision(archive, ledger, asked).Decision();
            var entry = Entry(ledger.Next(now), string.IsNullOrWhiteSpace(asked.By) ? Author : asked.By.Trim(), decision, asked.Note);
            if (asked.Preview || decision is AddClaims)
            {
                var preview = ledger.Preview([entry]);
                if (decision is AddClaims && preview.Orphans is [var orphan, ..])
                {
                    throw new FormatException(orphan.Reason);
                }

                if (asked.Preview)
                {
                    return DecisionAnswer.Of(entry, preview, written: false);
                }
            }

            Reconciler.Follow(ledger);
            return DecisionAnswer.Of(entry, ledger.Correct([entry]), written: true);
        }
    }

    private static Correction Entry(DateTimeOffset at, string author, Decision decision, string? note)
    {
        try
        {
            return Correction.Of(at, author, decision, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
        }
        catch (FormatException e)
        {
            throw new FormatException($"The decision {e.Message}.", e);
        }
    }
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
