using System.Globalization;
using System.Text.Json;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>
/// Takes a page, a thread or a person out of a record for good: rows, full text, everything made from them, and the bytes in the file.
/// A receipt stays, and what is needed to know it again, so that another reading does not bring it back. There is no way back.
/// </summary>
public static class Forgetter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What would go. Nothing is changed.</summary>
    /// <exception cref="FormatException">The record holds no such page.</exception>
    public static ForgetCounts Preview(Ledger ledger, ForgetRequest request)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(request);
        return ledger.TakeOut(connection => Pages(connection, request), connection => TakeOut(connection, request), make: null).Result;
    }

    /// <summary>Forgets it, in one transaction, and tidies the file.</summary>
    /// <exception cref="FormatException">The record holds no such page.</exception>
    /// <exception cref="RecordException">The disk is full, or another program holds the record.</exception>
    public static ForgetOutcome Forget(Ledger ledger, ForgetRequest request)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(request);
        var receipt = default(ForgetReceipt);
        if (ledger.Follower is null)
        {
            Reconciler.Follow(ledger);
        }

        var (_, tidied) = ledger.TakeOut(connection => Pages(connection, request), connection => TakeOut(connection, request), (connection, counts) =>
        {
            if (request.Kind == ForgetKind.Person)
            {
                Reconciler.Make(connection);
                FullText.Rebuild(connection);
            }
            else
            {
                FullText.Merge(connection);
            }

            receipt = Write(connection, request, counts);
        });
        return new ForgetOutcome(receipt!, tidied);
    }

    /// <summary>The receipts of a record, the first first.</summary>
    public static IReadOnlyList<ForgetReceipt> Receipts(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return RecordFile.Guard(ledger.Connection.DataSource, () => ledger.Connection.Query(
            "SELECT id, day, kind, counts, author, reason FROM forgetting ORDER BY id",
            r => new ForgetReceipt(
                r.GetInt64(0), DateOnly.ParseExact(r.GetString(1), "O", CultureInfo.InvariantCulture), Enum.Parse<ForgetKind>(r.GetString(2), ignoreCase: true),
                JsonSerializer.Deserialize<ForgetCounts>(r.GetString(3), Json)!, r.TextOrNull(4), r.TextOrNull(5))));
    }

    /// <summary>The rows of the pages that are forgotten, or whose threads are; a person may be on any.</summary>
    private static long[]? Pages(SqliteConnection connection, ForgetRequest request)
    {
        if (request.Kind == ForgetKind.Person)
        {
            return null;
        }

        var page = StoredPage.Find(connection, request.What);
        return [.. (request.Captures ? StoredPage.At(connection, page.Addresses(connection)) : []).Append(page).Select(p => p.Id).Distinct()];
    }

    private static ForgetCounts TakeOut(SqliteConnection connection, ForgetRequest request)
    {
        if (request.Kind == ForgetKind.Person)
        {
            return PersonForgetting.TakeOut(connection, request);
        }

        var page = StoredPage.Find(connection, request.What);
        var names = page.Names(connection);
        if (new[] { request.By, request.Reason }.OfType<string>().Any(note => names.Any(n => note.Contains(n, StringComparison.OrdinalIgnoreCase))))
        {
            throw new FormatException("the receipt may not name what is forgotten: say --as and --reason without its title, place or id.");
        }

        var pages = request.Captures ? Captures(connection, page, request.Kind) : [page];
        return pages.Select(p => request.Kind == ForgetKind.Page ? PageForgetting.TakeOut(connection, p) : ThreadForgetting.TakeOut(connection, p)).Aggregate((all, one) => all.And(one));
    }

    /// <summary>All captures of a page; those to come are known by its address.</summary>
    private static IReadOnlyList<StoredPage> Captures(SqliteConnection connection, StoredPage page, ForgetKind kind)
    {
        var addresses = page.Addresses(connection);
        foreach (var address in addresses)
        {
            ForgottenList.Add(connection, kind == ForgetKind.Page ? ForgottenList.PageAddress : ForgottenList.ThreadAddress, address);
        }

        return addresses.Count > 0 ? StoredPage.At(connection, addresses) : throw new FormatException("the record has no address of this page by which other captures could be known: leave --captures out.");
    }

    private static ForgetReceipt Write(SqliteConnection connection, ForgetRequest request, ForgetCounts counts)
    {
        connection.Run(
            "INSERT INTO forgetting (day, kind, counts, author, reason) VALUES ($1, $2, $3, $4, $5)",
            request.Day.ToString("O"), request.Kind.ToString().ToLowerInvariant(), JsonSerializer.Serialize(counts, Json), request.By, request.Reason);
        return new ForgetReceipt(connection.Number("SELECT max(id) FROM forgetting"), request.Day, request.Kind, counts, request.By, request.Reason);
    }
}
