using System.Globalization;
using Entente.Appending;
using Entente.Record;
using Entente.Record.Recording;

// A program for tests to kill: appends small made-up pages FROM … TO to the record FILE, some in each transaction, and says when the first is in and when it is done.
var (file, from, to) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
try
{
    using var ledger = Ledger.Open(file);
    // The first page loads and compiles all that the others need.
    ledger.Append([SmallPages.Make(from)]);
    Console.Out.WriteLine("open");
    for (var (i, batch) = (from, 0); i < to; i += batch)
    {
        batch = Math.Min(to - i, 1 + (i * 7 % 5));
        ledger.Append([.. Enumerable.Range(i, batch).Select(SmallPages.Make)]);
    }

    Console.Out.WriteLine("done");
    return 0;
}
catch (RecordException e)
{
    Console.Error.WriteLine($"{e.Problem.Code}: {e.Message}");
    return 3;
}
