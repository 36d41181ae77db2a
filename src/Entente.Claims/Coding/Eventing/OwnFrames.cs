namespace Entente.Claims.Coding.Eventing;

/// <summary>
/// The words of action of a user's own table (frames.tsv), which are tried before those of data/event-frames.tsv. A row that is wrong is passed over and told, with line, column and remedy; the others hold.
/// </summary>
public sealed class OwnFrames
{
    private static readonly string[] Columns = ["word", "class", "needs", "actor", "recipient", "type", "contexts", "example", "id"];

    private OwnFrames(IReadOnlyList<EventFrame> frames, IReadOnlyList<Problem> problems, string digest)
    {
        Frames = frames;
        Problems = problems;
        Digest = digest;
    }

    /// <summary>No own words.</summary>
    public static OwnFrames None { get; } = new([], [], "");

    /// <summary>What is wrong with the table.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Made of the table's text: what was coded with another table is coded anew. Empty when there is none.</summary>
    public string Digest { get; }

    /// <summary>How many rows hold.</summary>
    public int Count => Frames.Count;

    internal IReadOnlyList<EventFrame> Frames { get; }

    /// <summary>Reads a table. The columns are those of data/event-frames.tsv and are explained in docs/guide/own-tables.md.</summary>
    /// <param name="name">The file's name, for messages, without ".tsv".</param>
    public static OwnFrames Read(string name, TextReader reader)
    {
        var classes = Table.Shipped("event-classes").Rows.Select(r => r.Required("class")).ToHashSet(StringComparer.Ordinal);
        var modes = Table.Shipped("plover-modes").Rows.Select(r => $"{r.Required("type")}.{r.Required("mode")}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var contexts = Table.Shipped("plover-contexts").Rows.Select(r => r.Required("context")).ToHashSet(StringComparer.Ordinal);
        var own = OwnTable<EventFrame>.Read(name, reader, Columns, row =>
        {
            Check(row, classes, modes, contexts);
            return EventFrame.Of(row, "own:" + (row["id"] ?? Naming.Slug.Of(row.Required("word"))));
        });
        return new OwnFrames(own.Items, own.Problems, own.Digest);
    }

    private static void Check(TableRow row, HashSet<string> classes, HashSet<string> modes, HashSet<string> contexts)
    {
        row.Required("word");
        if (row.Required("class") is not ("v" or "n" or "a"))
        {
            throw row.Wrong("class", $"'{row["class"]}' is no class of words", "Write v for a verb, n for a noun, a for an adjective");
        }

        var type = row.Required("type").Split('.', 2);
        if (!Enum.TryParse<EventType>(type[0], ignoreCase: true, out _) || char.IsAsciiDigit(type[0][0]))
        {
            throw row.Wrong("type", $"'{type[0]}' is no PLOVER type", "Write one of " + string.Join(" ", Enum.GetNames<EventType>().Select(n => n.ToUpperInvariant())));
        }

        if (type.Length > 1 && type[1] != "content" && !modes.Contains(row.Required("type")))
        {
            throw row.Wrong("type", $"{type[0]} has no mode '{type[1]}'", "Write the type alone, or a mode of data/plover-modes.tsv");
        }

        foreach (var need in (row["needs"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(n => n != "light"))
        {
            if (FrameCondition.Parse(need).Fault(classes) is { } fault)
            {
                throw row.Wrong("needs", $"'{need}': {fault}", "docs/guide/own-tables.md tells what may stand there");
            }
        }

        if (row.List("contexts").FirstOrDefault(c => !contexts.Contains(c)) is { } unknown)
        {
            throw row.Wrong("contexts", $"'{unknown}' is no context", "Write those of data/plover-contexts.tsv, with | between them");
        }
    }
}
