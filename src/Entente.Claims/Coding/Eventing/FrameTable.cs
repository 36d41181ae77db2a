using Entente.Claims.Analyzing;
namespace Entente.Claims.Coding.Eventing;

/// <summary>The words of action: data/event-frames.tsv, with the word classes its conditions name and the light verbs that carry nouns of action.</summary>
internal sealed class FrameTable
{
    /// <summary>Endings that only words for people have: "nationalist", "politician", "fisherman".</summary>
    private static readonly List<string> _endingsOfPeople = ["ist", "ian", "man", "men", "eer"];

    private readonly Dictionary<string, EventFrame[]> _verbs;
    private readonly Dictionary<string, EventFrame[]> _nouns;
    private readonly Dictionary<string, EventFrame[]> _adjectives;
    private readonly Dictionary<string, HashSet<string>>.AlternateLookup<ReadOnlySpan<char>> _classes;
    private readonly Dictionary<string, LightVerb[]> _lightVerbs;
    private readonly HashSet<string> _acting;
    private readonly Dictionary<string, string> _wanted = Table.Shipped("wanted-modes").Rows
        .SelectMany(r => r.List("words").Select(w => (Word: w, Mode: r.Required("mode")))).ToDictionary(p => p.Word, p => p.Mode, StringComparer.Ordinal);
    private readonly WordForms _forms;

    private FrameTable(IReadOnlyList<EventFrame> frames, Dictionary<string, HashSet<string>> classes, IReadOnlyList<LightVerb> lightVerbs)
    {
        Frames = frames;
        LightVerbs = lightVerbs;
        _classes = classes.GetAlternateLookup<ReadOnlySpan<char>>();
        _verbs = ByWord(frames, 'v');
        _nouns = ByWord(frames, 'n');
        _adjectives = ByWord(frames, 'a');
        _acting = [.. classes["agents"], .. classes["troops"], .. classes["weapons"], .. classes["civilians"], .. frames.Where(f => f.Class == 'n' && f.Type == EventType.Assault).Select(f => f.Word)];
        _forms = new WordForms(
            frames.Where(f => f.Class == 'v').Select(f => f.Word).Concat(lightVerbs.Select(l => l.Word)),
            frames.Where(f => f.Class == 'n').Select(f => f.Word).Concat(classes.Values.SelectMany(c => c)));
        _lightVerbs = lightVerbs.GroupBy(l => l.Word, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<EventFrame> Frames { get; }

    public IReadOnlyList<LightVerb> LightVerbs { get; }

    public static FrameTable Load() => Load(OwnFrames.None);

    /// <summary>The table with the user's own rows, which come before ours.</summary>
    public static FrameTable Load(OwnFrames own)
    {
        var classes = Table.Shipped("event-classes").Rows
            .ToDictionary(r => r.Required("class"), r => r.List("words").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return new FrameTable(
            [.. own.Frames, .. Table.Shipped("event-frames").Rows.Select(EventFrame.Of)],
            classes,
            [.. Table.Shipped("light-verbs").Rows.Select(LightVerb.Of)]);
    }

    /// <summary>The frames of a word, the most demanding first.</summary>
    public ReadOnlySpan<EventFrame> Of(string lemma, string upos)
    {
        var frames = upos switch { "VERB" => _verbs, "NOUN" => _nouns, "ADJ" => _adjectives, _ => null };
        return frames is not null && frames.TryGetValue(lemma, out var found) ? found : [];
    }

    /// <summary>The lemma of a token: the lexicon's, where its form is one of the lexicon's words.</summary>
    public string LemmaOf(Token token, string lowerForm) => _forms.LemmaOf(lowerForm, token.Upos) ?? token.Lemma;

    /// <summary>The mode of a request for what the word tells of; null when the word leaves it open.</summary>
    public string? WantedMode(string lemma) => _wanted.GetValueOrDefault(lemma);

    public bool KnowsNoun(string lemma) => _nouns.ContainsKey(lemma);

    public ReadOnlySpan<LightVerb> LightVerbsOf(string lemma) => _lightVerbs.TryGetValue(lemma, out var found) ? found : [];

    /// <summary>Whether what the noun names can act for its owner: people, bodies, arms, and acts of force ("Israeli strikes killed …").</summary>
    public bool CanAct(string lemma) => _acting.Contains(lemma) || _endingsOfPeople.Exists(e => lemma.EndsWith(e, StringComparison.Ordinal));

    /// <summary>Whether a lemma is one of the values, which are lemmas or names of classes ("@aid").</summary>
    public bool IsOneOf(string lemma, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            if (value[0] == '@' ? Class(value.AsSpan(1)).Contains(lemma) : string.Equals(value, lemma, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public HashSet<string> Class(ReadOnlySpan<char> name) => _classes.TryGetValue(name, out var words) ? words : throw new FormatException($"event-classes has no class '{name}'.");

    /// <summary>A named word demands more than a sort, a sort more than presence.</summary>
    private static int Demand(EventFrame frame) => (frame.Particle is null ? 0 : 2) + (frame.LightOnly ? 1 : 0)
        + frame.Needs.Sum(n => n.Test switch { '=' or '~' => 3, ':' => 2, _ => 1 });

    private static Dictionary<string, EventFrame[]> ByWord(IReadOnlyList<EventFrame> frames, char kind) => frames
        .Where(f => f.Class == kind)
        .GroupBy(f => f.Word, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(f => f.IsOwn).ThenByDescending(Demand).ToArray(), StringComparer.Ordinal);
}

/// <summary>A verb that only carries a noun of action: "hold talks", "come under attack", "arrive for talks".</summary>
/// <param name="Preposition">Where the noun stands in the verb's argument with this preposition; null for its object.</param>
/// <param name="Suffers">Whether its subject is the one to whom it is done: "suffered an attack".</param>
internal sealed record LightVerb(string Word, string? Particle, string? Preposition, bool Suffers, string Example, string Noun)
{
    /// <summary>Planned or Hypothetical where the verb does not tell the act as done ("announced a visit"); else None.</summary>
    public Readings Reading { get; init; }

    public static LightVerb Of(TableRow row)
    {
        var words = row.Required("word").Split(' ', 2);
        return new LightVerb(words[0], words.Length > 1 ? words[1] : null, row["preposition"], row["subject"] == "recipient", row.Required("example"), row.Required("noun"))
        {
            Reading = row["reading"] is { } reading ? Enum.Parse<Readings>(reading, ignoreCase: true) : Readings.None,
        };
    }
}
