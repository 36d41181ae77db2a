using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>Walks claims of a sample and takes a key for each; what is said goes into the record's log of corrections at once, so that a walk that is broken off is gone on with.</summary>
internal sealed class Judging : IDisposable
{
    private readonly Ledger _ledger;
    private readonly string _author;
    private readonly Dictionary<string, bool> _judged;
    private readonly Dictionary<string, DocumentRow> _documents;

    /// <summary>Entries of this walk, the last on top, with the place of their claims.</summary>
    private readonly Stack<(string Entry, int At)> _said = [];

    public Judging(Archive archive, string record, string? author)
    {
        _ledger = Ledger.Open(record);
        Reconciler.Follow(_ledger);
        _author = DecisionCommand.Author(author);
        _documents = archive.Documents().ToDictionary(d => d.Id, StringComparer.Ordinal);
        _judged = archive.Judged().ToDictionary(j => j.Claim, j => j.Right, StringComparer.Ordinal);
    }

    public int Run(IReadOnlyList<ClaimRow> sample)
    {
        var before = sample.Count(c => _judged.ContainsKey(c.Id));
        if (before > 0)
        {
            Console.Out.WriteLine($"{before} of these {sample.Count} were judged before.");
        }

        Console.Out.WriteLine("Does the sentence bear the claim out? y right, n wrong, s skip, u undo, q quit");
        for (var at = 0; at < sample.Count;)
        {
            if (_judged.ContainsKey(sample[at].Id))
            {
                at++;
                continue;
            }

            Console.Out.WriteLine();
            SampleVerb.Write(Console.Out, sample[at], at + 1);
            WritePlace(Console.Out, sample[at]);
            var next = Answer(sample, at);
            if (next < 0)
            {
                break;
            }

            at = next;
        }

        Console.Out.WriteLine();
        var all = sample.Where(c => _judged.ContainsKey(c.Id)).Select(c => new JudgedClaim(c.Id, c.Kind, c.Confidence, _judged[c.Id])).ToList();
        if (all.Count == 0)
        {
            Console.Out.WriteLine("Nothing was judged.");
            return ExitCode.Partly;
        }

        CalibrationText.Write(Console.Out, CalibrationRow.Of(all));
        Console.Out.WriteLine("entente show confidence tells the same of all that was judged in this record.");
        return ExitCode.Done;
    }

    public void Dispose() => _ledger.Dispose();

    /// <summary>The words that the claim rests on, where they are less than its sentence, and the page that they stand on.</summary>
    private void WritePlace(TextWriter output, ClaimRow claim)
    {
        if (claim.Quote != claim.Sentence)
        {
            output.WriteLine($"   from “{TextTable.OneLine(claim.Quote, 200)}”");
        }

        if (_documents.TryGetValue(claim.Document, out var document))
        {
            output.WriteLine($"   on {string.Join(", ", new[] { document.Title is { } title ? "“" + title + "”" : null, document.Publisher, document.Paths is [var path, ..] ? path : null }.OfType<string>())}");
        }
    }

    /// <returns>The claim to go on with; less than zero to end.</returns>
    private int Answer(IReadOnlyList<ClaimRow> sample, int at)
    {
        while (true)
        {
            switch (Key())
            {
                case 'y':
                    return Say(sample[at], at, right: true);
                case 'n':
                    return Say(sample[at], at, right: false);
                case 's':
                    Console.Out.WriteLine("   skipped");
                    return at + 1;
                case 'u' when _said.TryPop(out var last):
                    _ledger.Correct([Correction.Of(TimeProvider.System.GetUtcNow(), _author, new Undo(last.Entry))]);
                    _judged.Remove(sample[last.At].Id);
                    Console.Out.WriteLine("   taken back");
                    return last.At;
                case 'u':
                    Console.Out.WriteLine("   there is nothing to take back");
                    break;
                case 'q' or null:
                    return -1;
                default:
                    Console.Out.WriteLine("   y right, n wrong, s skip, u undo, q quit");
                    break;
            }
        }
    }

    private int Say(ClaimRow claim, int at, bool right)
    {
        if (_ledger.Anchor(claim.Id) is { } anchor)
        {
            var entry = Correction.Of(TimeProvider.System.GetUtcNow(), _author, new JudgeClaims([anchor], right));
            _ledger.Correct([entry]);
            _said.Push((entry.Id, at));
            _judged[claim.Id] = right;
            Console.Out.WriteLine(right ? "   right" : "   wrong");
        }

        return at + 1;
    }

    /// <summary>A key in small letters; from a file or pipe the next letter; null at its end.</summary>
    private static char? Key()
    {
        if (!Console.IsInputRedirected)
        {
            Console.Out.Write("   ? ");
            return char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar);
        }

        int next;
        do
        {
            next = Console.In.Read();
        }
        while (next >= 0 && char.IsWhiteSpace((char)next));
        return next < 0 ? null : char.ToLowerInvariant((char)next);
    }
}
