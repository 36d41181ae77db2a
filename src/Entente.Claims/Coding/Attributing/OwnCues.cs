namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// The cues of a user's own table (cues.tsv), which are tried before those of data/cues.tsv. A row that is wrong is passed over and told, with line, column and remedy; the others hold.
/// </summary>
public sealed class OwnCues
{
    private static readonly string[] Columns = ["words", "pos", "frames", "gives", "example"];

    private OwnCues(IReadOnlyList<Cue> cues, int count, IReadOnlyList<Problem> problems, string digest)
    {
        Cues = cues;
        Count = count;
        Problems = problems;
        Digest = digest;
    }

    /// <summary>No own cues.</summary>
    public static OwnCues None { get; } = new([], 0, [], "");

    /// <summary>What is wrong with the table.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Made of the table's text: what was coded with another table is coded anew. Empty when there is none.</summary>
    public string Digest { get; }

    /// <summary>How many rows hold.</summary>
    public int Count { get; }

    internal IReadOnlyList<Cue> Cues { get; }

    /// <summary>Reads a table. The columns are those of data/cues.tsv and are explained in docs/guide/own-tables.md.</summary>
    /// <param name="name">The file's name, for messages, without ".tsv".</param>
    public static OwnCues Read(string name, TextReader reader)
    {
        var own = OwnTable<IReadOnlyList<Cue>>.Read(name, reader, Columns, row =>
        {
            Check(row);
            return Cue.Of(row);
        });
        return new OwnCues([.. own.Items.SelectMany(c => c)], own.Items.Count, own.Problems, own.Digest);
    }

    private static void Check(TableRow row)
    {
        if (row.Required("pos") is not ("V" or "N" or "A" or "P"))
        {
            throw row.Wrong("pos", $"'{row["pos"]}' is no kind of cue", "Write V for a verb, N for a noun, A for an adjective, P for a phrase such as \"according to\"");
        }

        if (row.Required("pos") == "P" && row.Required("frames") is not ("clause" or "in" or "source"))
        {
            throw row.Wrong("frames", $"'{row["frames"]}' is no frame of a phrase", "Write clause, in or source");
        }

        if (row.List("frames").FirstOrDefault(f => f.Length == 0 || !f.All(char.IsAsciiLetterLower)) is { } frame)
        {
            throw row.Wrong("frames", $"'{frame}' is no frame", "Write frames of data/cues.tsv or prepositions, in lower case, with | between them");
        }

        if (row["gives"] is { } gives && !(Enum.TryParse<Readings>(gives, ignoreCase: true, out _) && gives.All(char.IsAsciiLetter)))
        {
            throw row.Wrong("gives", $"'{gives}' is no reading", "Write denied, rumoured, inferred or opinion, or leave it empty");
        }
    }
}
