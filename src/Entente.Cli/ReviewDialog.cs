using System.Globalization;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Server;

namespace Entente.Cli;

/// <summary>
/// Goes through what is worth deciding: shows what is asked with its sentence and why, takes a key, tells what it wrote. A decision on all alike is shown in full and needs a yes.
/// </summary>
internal sealed class ReviewDialog(Archive archive, Ledger ledger, string author, Keys keys, TextWriter output)
{
    private const string ClaimKeys = "a right  x wrong  A X all alike  d date  t type  space skip  u undo  ? help  q quit";
    private const string ActorKeys = "a the same  x not the same  space skip  u undo  q quit";

    private readonly Stack<(string Id, int Item, IReadOnlyList<string> Claims)> _written = [];
    private readonly HashSet<string> _decided = new(StringComparer.Ordinal);

    /// <returns>How many decisions were written and not taken back.</returns>
    public int Run(IReadOnlyList<ReviewItem> items)
    {
        for (var at = 0; at < items.Count;)
        {
            if (_decided.Contains(items[at].Key))
            {
                at++;
                continue;
            }

            Show(items[at], at, items.Count);
            if (Ask(items[at], at) is not { } next)
            {
                break;
            }

            at = next;
        }

        return _written.Count;
    }

    private void Show(ReviewItem item, int at, int of)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at + 1}/{of}  {(item.Claim is { } claim ? What(claim) : "Are these the same?")}   [{string.Join("; ", item.Why)}]"));
        foreach (var actor in item.Actors)
        {
            output.WriteLine($"    {actor.Actor.Id}  {actor.Actor.Name}, {CodedNames.Of(actor.Actor.Kind)}{(actor.Actor.Country is null ? "" : ", " + actor.Actor.Country)}: {actor.Mentions} mentions, {actor.Claims} claims, {actor.Documents} documents");
        }

        if (item.Claim is { } one)
        {
            output.WriteLine($"    {ShowVerb.When(one)}; {one.Told}; {(one.Chain.Links.Count == 0 ? "source unknown" : one.Chain)}");
            output.WriteLine($"    “{TextTable.OneLine(one.Sentence, int.MaxValue)}”");
            foreach (var line in AllegationText.Lines(one))
            {
                output.WriteLine(line);
            }

            output.WriteLine($"    {one.Publisher ?? "publisher unknown"}, {one.Document}  (claim {one.Id})");
        }

        output.WriteLine("    " + (item.Claim is null ? ActorKeys : ClaimKeys));
    }

    private static string What(ClaimRow claim) => CodedNames.Of(claim.Kind) + " " + (claim.Allegation is null ? "" : "alleged: ") + claim.Gist;

    /// <returns>The item that comes next; null to end.</returns>
    private int? Ask(ReviewItem item, int at)
    {
        while (true)
        {
            switch (keys.Next())
            {
                case null or 'q':
                    return null;
                case ' ' or 's' or 'n':
                    return at + 1;
                case 'u':
                    return Undo(at);
                case '?':
                    Help(item);
                    break;
                case { } key when Decide(item, key) is { } decision:
                    return Write(decision, at) ? at + 1 : at;
            }
        }
    }

    private Decision? Decide(ReviewItem item, char key) => (item.Claim, key) switch
    {
        (null, 'a') => new MergeActors([.. item.Actors.Skip(1).Select(a => a.Actor.Id)], item.Actors[0].Actor),
        (null, 'x') => new KeepApart([.. item.Actors.Select(a => a.Actor.Id)]),
        ({ } claim, _) when ledger.Anchor(claim.Id) is null => Gone(),
        ({ } claim, 'a') => new ConfirmClaims([ledger.Anchor(claim.Id)!]),
        ({ } claim, 'x') => new RejectClaims([ledger.Anchor(claim.Id)!]),
        ({ } claim, 'A') => Alike(claim, "right", all => new ConfirmClaims(all)),
        ({ } claim, 'X') => Alike(claim, "wrong", all => new RejectClaims(all)),
        ({ } claim, 'd') => Typed("When? (2023-03-21, 2023-03, 2023, 2023-03-20/2023-03-22, ../2023; Enter for not at all) ", text => new RedateClaims([ledger.Anchor(claim.Id)!], DayText.Interval(text))),
        ({ } claim, 't') when ClaimTypes.Of(claim.Kind) is { Count: > 0 } types => Typed($"Which? ({string.Join(", ", types)}; with a mode after it) ", text => Retyped(claim, text)),
        _ => null,
    };

    /// <summary>Somebody else decides in the same record.</summary>
    private Decision? Gone()
    {
        output.WriteLine("    It is not shown any more: somebody decided meanwhile. Space goes on.");
        return null;
    }

    private RetypeClaims Retyped(ClaimRow claim, string text)
    {
        // "not a member" is one type, "CONSULT visit" a type and its mode
        var words = claim.Kind == ClaimKind.Event ? text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];
        return RetypeClaims.Of([ledger.Anchor(claim.Id)!], words[0], words.Length > 1 ? words[1] : null);
    }

    private Decision? Typed(string question, Func<string, Decision> make)
    {
        output.Write("    " + question);
        try
        {
            return keys.Line() is { } line && !string.IsNullOrWhiteSpace(line) ? make(line.Trim()) : null;
        }
        catch (FormatException e)
        {
            output.WriteLine("    " + e.Message);
            return null;
        }
    }

    /// <summary>Every claim that would be decided is shown, and only a yes decides.</summary>
    private Decision? Alike(ClaimRow claim, string word, Func<IReadOnlyList<ClaimAnchor>, Decision> make)
    {
        var all = archive.Alike(claim.Id);
        foreach (var one in all)
        {
            output.WriteLine($"      {one.Id}  {one.Document}  {ShowVerb.When(one)}  “{TextTable.OneLine(one.Sentence, 140)}”");
        }

        output.WriteLine($"    All {all.Count} {word}? y yes, any other key no");
        return keys.Next() is 'y' or 'Y' ? make([.. all.Select(c => ledger.Anchor(c.Id)).OfType<ClaimAnchor>()]) : null;
    }

    private bool Write(Decision decision, int at)
    {
        var entry = Correction.Of(ledger.Next(TimeProvider.System.GetUtcNow()), author, decision);
        var report = ledger.Correct([entry]);
        if (report.Added == 0)
        {
            return true;
        }

        string[] touched = [.. ClaimsOf(decision), .. report.Claims.Where(c => c.After is null).Select(c => c.Claim)];
        _decided.UnionWith(touched);
        _written.Push((entry.Id, at, touched));
        output.WriteLine($"    → {DecisionText.Of(decision)}  ({entry.Id}; {report.Claims.Count} told otherwise{(report.Holds > report.Claims.Count ? $", {report.Holds} marked" : "")})");
        return true;
    }

    private static IEnumerable<string> ClaimsOf(Decision decision) => decision is ClaimDecision claims ? claims.Claims.Select(c => c.Claim) : [];

    private int Undo(int at)
    {
        if (!_written.TryPop(out var last))
        {
            output.WriteLine("    There is nothing to undo.");
            return at;
        }

        ledger.Correct([Correction.Of(ledger.Next(TimeProvider.System.GetUtcNow()), author, new Undo(last.Id))]);
        _decided.ExceptWith(last.Claims);
        output.WriteLine($"    ← {last.Id} is undone");
        return last.Item;
    }

    private void Help(ReviewItem item)
    {
        output.WriteLine("    " + (item.Claim is null
            ? "a: they are one actor from now on, the first. x: they are not, and nobody is asked again."
            : "a: the sentence says that. x: it does not. A, X: so for all claims that say the same by the same rule and word, which are shown first. d: it was at another time. t: it is of another type. space: leave it. u: take back the last decision."));
    }
}
