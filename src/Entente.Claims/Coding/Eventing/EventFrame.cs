namespace Entente.Claims.Coding.Eventing;

/// <summary>One row of data/event-frames.tsv: a word, what must stand with it, whom it makes actor and recipient, and the PLOVER type it tells of.</summary>
/// <param name="Id">The row's name, which claims give as their rule.</param>
/// <param name="Word">Lemma of the trigger.</param>
/// <param name="Particle">"out" of "walk out"; null for plain words.</param>
/// <param name="Class">'v', 'n' or 'a'.</param>
internal sealed record EventFrame(string Id, string Word, string? Particle, char Class, EventType Type, string? Mode)
{
    public IReadOnlyList<FrameCondition> Needs { get; init; } = [];

    /// <summary>Slots that give the actors: alternatives, each a union of slots.</summary>
    public IReadOnlyList<string[]> Actors { get; init; } = [];

    public IReadOnlyList<string[]> Recipients { get; init; } = [];

    public IReadOnlyList<string> Contexts { get; init; } = [];

    public string Example { get; init; } = "";

    /// <summary>Whether the noun tells of an event only as the object of a light verb ("provide assistance", but not "the assistance").</summary>
    public bool LightOnly { get; init; }

    /// <summary>Whether it is a row of the user's own.</summary>
    public bool IsOwn => Id.StartsWith("own:", StringComparison.Ordinal);

    public static EventFrame Of(TableRow row) => Of(row, row.Required("id"));

    public static EventFrame Of(TableRow row, string id)
    {
        var words = row.Required("word").Split(' ', 2);
        var kind = row.Required("class")[0];
        var type = row.Required("type").Split('.', 2);
        var needs = (row["needs"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new EventFrame(id, words[0], words.Length > 1 ? words[1] : null, kind, Enum.Parse<EventType>(type[0], ignoreCase: true), type.Length > 1 ? type[1] : null)
        {
            Needs = [.. needs.Where(n => n != "light").Select(FrameCondition.Parse)],
            LightOnly = needs.Contains("light"),
            Actors = Slots(row["actor"], kind == 'n' ? "S|by|poss" : "S"),
            Recipients = Slots(row["recipient"], kind == 'n' ? "against|on|to|with" : "O"),
            Contexts = row.List("contexts"),
            Example = row["example"] ?? "",
        };
    }

    private static IReadOnlyList<string[]> Slots(string? cell, string standard) => cell == "-" ? [] : [.. (cell ?? standard).Split('|').Select(s => s.Split('+'))];
}

/// <summary>
/// What must hold for a frame: "O" (there is an object), "-O" (there is none), "O=talk,@aid" (its lemma is one of these), "O!=…" (is none of these),
/// "X~hostile" (the content tells of a hostile act), "S:civil" (the subject is of that sort).
/// </summary>
internal readonly record struct FrameCondition(string Slot, char Test, IReadOnlyList<string> Values)
{
    private static readonly string[] Sorts = ["civil", "state", "actor", "person", "org", "place", "tied", "power", "must", "inf", "own"];
    private static readonly string[] Acts = ["hostile", "friendly", "yielding", "any"];

    /// <summary>What is wrong with the condition; null when nothing is.</summary>
    public string? Fault(IReadOnlySet<string> classes)
    {
        if (Slot.Length == 0 || (Test is '=' or '!' && Values.Any(v => v.Length == 0)))
        {
            return "a slot or a word is missing";
        }

        return Test switch
        {
            ':' when !Sorts.Contains(Values[0]) => $"there is no sort '{Values[0]}'; there are {string.Join(", ", Sorts)}",
            '~' when !Acts.Contains(Values[0]) => $"there are {string.Join(", ", Acts)} acts",
            '=' or '!' when Values.FirstOrDefault(v => v[0] == '@' && !classes.Contains(v[1..])) is { } unknown => $"data/event-classes.tsv has no class '{unknown[1..]}'",
            _ => null,
        };
    }

    public static FrameCondition Parse(string text)
    {
        if (text[0] == '-')
        {
            return new FrameCondition(text[1..], '-', []);
        }

        var at = text.AsSpan().IndexOfAny("=!~:");
        if (at < 0)
        {
            return new FrameCondition(text, '+', []);
        }

        var test = text[at];
        return new FrameCondition(text[..at], test, text[(test == '!' ? at + 2 : at + 1)..].Split(','));
    }
}
