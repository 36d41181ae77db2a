using Entente.Claims;

namespace Entente.Server;

/// <summary>The rows of the tables that claims name as their rule, for a person who asks what a rule is.</summary>
internal sealed class RuleBook
{
    private const string Event = "event:";

    private readonly Dictionary<string, RowAnswer> _rows = new(StringComparer.Ordinal);

    private RuleBook()
    {
    }

    /// <summary>The tables that ship.</summary>
    public static RuleBook Load()
    {
        var book = new RuleBook();
        foreach (var row in Table.Shipped("event-frames").Rows)
        {
            book._rows[Event + row.Required("id")] = new RowAnswer(row.Required("id"), "data/event-frames.tsv", row["word"], row["type"], row["example"]);
        }

        foreach (var table in (string[])["agreement-patterns", "membership-patterns", "position-patterns"])
        {
            foreach (var row in Table.Shipped(table).Rows)
            {
                book._rows[row.Required("id")] = new RowAnswer(row.Required("id"), $"data/{table}.tsv", null, null, row["example"]);
            }
        }

        return book;
    }

    /// <summary>The row behind a claim's rule ("event:visit-place", "event:lift-easing+refused"); null where the rule is no row of these tables.</summary>
    public RowAnswer? Of(string rule) => _rows.GetValueOrDefault(rule.Split('+')[0]);

    /// <summary>A row of the words of action. Of one of the user's own no more than its name is known here.</summary>
    public RowAnswer Frame(string id) => Of(Event + id) ?? new RowAnswer(id, null, null, null, null);
}

/// <summary>A row of a table.</summary>
/// <param name="Word">Of a word of action: the word, with its particle.</param>
/// <param name="Type">Of a word of action: the PLOVER type with its mode, "CONSULT.visit".</param>
/// <param name="Example">A sentence that it fits.</param>
public sealed record RowAnswer(string Id, string? Table, string? Word, string? Type, string? Example);
