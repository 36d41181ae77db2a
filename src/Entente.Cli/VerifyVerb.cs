using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>`entente verify`: whether the record is what it promises to be.</summary>
internal static class VerifyVerb
{
    private const int MostOfOne = 20;

    public static Command Create()
    {
        var (record, json) = (RecordOptions.Record(), RecordOptions.Json());
        var command = new Command("verify", "Looks whether everything that the record promises holds of it: quotes in their places, nothing changed, nothing twice, no damage.") { record, json };
        command.SetAction(parsed => RecordOptions.Guard(() => Run(parsed.GetValue(record)!, parsed.GetValue(json))));
        return command;
    }

    private static int Run(string record, bool json)
    {
        var checks = Verifier.Verify(record);
        if (!checks.Any(c => c.Violations.Count > 0))
        {
            // made anew only from pages that are sound
            using var ledger = Ledger.Open(record);
            checks = [.. checks, Reconciler.Verify(ledger)];
        }

        if (json)
        {
            foreach (var check in checks)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(new { promise = check.Promise, @checked = check.Checked, of = check.Of, violations = check.Violations }, RunText.Json));
            }
        }
        else
        {
            Write(checks);
        }

        return checks.Any(c => c.Violations.Count > 0) ? ExitCode.Record : ExitCode.Done;
    }

    private static void Write(IReadOnlyList<RecordCheck> checks)
    {
        foreach (var check in checks)
        {
            foreach (var violation in check.Violations.Take(MostOfOne))
            {
                Console.Out.WriteLine(violation);
            }

            if (check.Violations.Count > MostOfOne)
            {
                Console.Out.WriteLine($"{Number(check.Violations.Count - MostOfOne)} more of these (--json lists all)");
            }
        }

        if (checks.Any(c => c.Violations.Count > 0))
        {
            Console.Out.WriteLine();
        }

        var table = new TextTable("promise", "looked at", "");
        foreach (var check in checks)
        {
            table.Add(check.Promise, $"{Number(check.Checked)} {check.Of}", check.Violations.Count == 0 ? "ok" : Number(check.Violations.Count) + (check.Violations.Count == 1 ? " violation" : " violations"));
        }

        table.Write(Console.Out, null);
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
