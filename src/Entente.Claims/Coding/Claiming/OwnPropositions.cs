using System.Text.RegularExpressions;
using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// The propositions of a user's own table (propositions.tsv), which are tried before those of data/position-patterns.tsv. A row that is wrong is passed over and told, with line, column and remedy; the others hold.
/// </summary>
public sealed partial class OwnPropositions
{
    private static readonly string[] Columns = ["proposition", "parties", "kind", "stance", "pattern", "meaning", "example", "id"];

    private OwnPropositions(IReadOnlyList<PropositionPattern> patterns, IReadOnlyList<Problem> problems, string digest)
    {
        Patterns = patterns;
        Problems = problems;
        Digest = digest;
    }

    /// <summary>No own propositions.</summary>
    public static OwnPropositions None { get; } = new([], [], "");

    /// <summary>What is wrong with the table.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Made of the table's text: what was coded with another table is coded anew. Empty when there is none.</summary>
    public string Digest { get; }

    /// <summary>How many rows hold.</summary>
    public int Count => Patterns.Count;

    internal IReadOnlyList<PropositionPattern> Patterns { get; }

    /// <summary>Reads a table. The columns are explained in docs/guide/own-tables.md.</summary>
    /// <param name="name">The file's name, for messages, without ".tsv".</param>
    public static OwnPropositions Read(string name, TextReader reader)
    {
        var shipped = Table.Shipped("propositions").Rows.ToDictionary(r => r.Required("id"), Propositions.Parties, StringComparer.Ordinal);
        var own = OwnTable<PropositionPattern>.Read(name, reader, Columns, row => Read(row, shipped));
        return new OwnPropositions(own.Items, own.Problems, own.Digest);
    }

    private static PropositionPattern Read(TableRow row, Dictionary<string, int> shipped)
    {
        var name = row.Required("proposition");
        if (!Name().IsMatch(name))
        {
            throw row.Wrong("proposition", $"'{name}' is no name", "Write small letters, digits and hyphens: canal-open");
        }

        if (row["kind"] is not (null or "statement" or "topic"))
        {
            throw row.Wrong("kind", $"'{row["kind"]}' is no kind", "Write statement for words that say it, topic for words that name what it is for or against");
        }

        if (row.Required("stance") is not ("for" or "against" or "unsure"))
        {
            throw row.Wrong("stance", $"'{row["stance"]}' is no stance", "Write for, against or unsure");
        }

        if (row["parties"] is not (null or "0" or "1" or "2"))
        {
            throw row.Wrong("parties", $"'{row["parties"]}' is no number of parties", "Write 1 or 2, or nothing");
        }

        try
        {
            return Propositions.Of(row, "position:own:" + (row["id"] ?? Slug.Of(name)), row["parties"] is null ? shipped.GetValueOrDefault(name) : Propositions.Parties(row));
        }
        catch (FormatException e) when (row["pattern"] is not null)
        {
            throw row.Wrong("pattern", e.Message.TrimEnd('.'), "docs/guide/own-tables.md tells what may stand there");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
