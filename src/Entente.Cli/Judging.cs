using System.Globalization;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>Goes through a random sample: shows each claim with all that it says beside its sentence, takes right or wrong by key, and writes each judgement at once.</summary>
internal sealed class Judging(Archive archive, Ledger ledger, string author, Keys keys, TextWriter output)
{
    private const string KeyLine = "    y right  n wrong  space skip  u undo  ? help  q quit";

    private readonly Stack<(string Id, int Item, string Claim, bool Right)> _written = [];

    /// <summary>The claims that were found wrong now, in the order of judging.</summary>
    public IReadOnlyList<string> Wrong => [.. _written.Reverse().Where(w => !w.Right).Select(w => w.Claim)];

    /// <returns>How many judgements were written and not taken back.</returns>
    public int Run(IReadOnlyList<ClaimRow> sample)
    {
        for (var at = 0; at < sample.Count;)
        {
            Show(sample[at], at, sample.Count);
            if (Ask(sample[at], at) is not { } next)
            {
                break;
            }

            at = next;
        }

        return _written.Count;
    }

    private void Show(ClaimRow claim, int at, int of)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at + 1}/{of}  {CodedNames.Of(claim.Kind)} {(claim.Allegation is null ? "" : "alleged: ")}{claim.Gist}"));
        output.WriteLine($"    “{TextTable.OneLine(claim.Sentence, int.MaxValue)}”");
        if (claim.Quote != claim.Sentence)
        {
            output.WriteLine($"    from “{TextTable.OneLine(claim.Quote, 200)}”");
        }

        foreach (var line in SlotText.Lines(claim).Concat(AllegationText.Lines(claim)))
        {
            output.WriteLine(line);
        }

        if (archive.AsCoded(claim.Id) is { } coded)
        {
            output.WriteLine($"    corrected since it was coded; judge what its coder had: {coded.Gist}; {coded.Time ?? "no day"}; {string.Join(", ", coded.Parties)}");
        }

        output.WriteLine($"    {(claim.Title is null ? "" : $"“{TextTable.OneLine(claim.Title, 100)}”, ")}{claim.Publisher ?? "publisher unknown"}, {claim.Published?.ToString() ?? "undated"}; document {claim.Document}, characters {claim.Start}–{claim.Stop}  (claim {claim.Id})");
        output.WriteLine(KeyLine);
    }

    /// <returns>The item that comes next; null to end.</returns>
    private int? Ask(ClaimRow claim, int at)
    {
        while (true)
        {
            switch (keys.Next())
            {
                case null or 'q':
                    return null;
                case ' ' or 's':
                    return at + 1;
                case 'y' or 'r':
                    return Write(claim, at, right: true);
                case 'n' or 'x':
                    return Write(claim, at, right: false);
                case 'u':
                    return Undo(at);
                case '?':
                    output.WriteLine("    y, r: the sentence, as it stands in its document, says all of that – who, what, when, how it is told, who says it. n, x: something of it is not so. Whether it is true is not asked. "
                        + "space, s: leave it; skip what you cannot tell, not what is hard, for else the precision is that of the easy ones. u: take back the last judgement.");
                    break;
            }
        }
    }

    private int Write(ClaimRow claim, int at, bool right)
    {
        if (ledger.Anchor(claim.Id) is not { } anchor)
        {
            output.WriteLine("    It is not there any more: somebody else has corrected it.");
            return at + 1;
        }

        var entry = Correction.Of(TimeProvider.System.GetUtcNow(), author, new JudgeClaims([anchor], right));
        if (ledger.Correct([entry]).Added > 0)
        {
            _written.Push((entry.Id, at, claim.Id, right));
            output.WriteLine($"    → {(right ? "right" : "wrong")}  ({entry.Id})");
        }

        return at + 1;
    }

    private int Undo(int at)
    {
        if (!_written.TryPop(out var last))
        {
            output.WriteLine("    There is nothing to undo.");
            return at;
        }

        ledger.Correct([Correction.Of(TimeProvider.System.GetUtcNow(), author, new Undo(last.Id))]);
        output.WriteLine($"    ← {last.Id} is undone");
        return last.Item;
    }
}
