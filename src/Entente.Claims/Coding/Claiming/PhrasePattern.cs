namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// A pattern over the elements of a sentence, as the tables write it. Steps stand one space apart:
/// <c>word</c> a lemma or form, <c>a|b</c> one of several, <c>?</c> behind a step makes it optional,
/// <c>~</c> up to three elements and <c>~~</c> up to eight within the clause, <c>^</c> before a step marks the word that tells of it,
/// <c>{a}</c> an actor, <c>{a:USA}</c> one of that country, <c>{a:pair}</c> words for two of different countries ("the two", "they"), <c>{o:bloc}</c> an organisation or bloc, <c>{g:agreement}</c> a noun that names an agreement and <c>@paris-agreement</c> that row of
/// data/agreements.tsv. In a word <c>_</c> is a space within a name ("golan_heights").
/// </summary>
internal sealed class PhrasePattern
{
    private readonly Step[] _steps;
    private readonly string[] _slots;

    // what no match can do without, words first: whether they are there is told at once
    private readonly Step[] _needed;

    private PhrasePattern(Step[] steps, string[] slots)
    {
        (_steps, _slots) = (steps, slots);
        _needed = [.. steps.Where(s => s is { Gap: 0, Optional: false }).OrderBy(s => !s.IsWords)];
    }

    /// <summary>The words of each step that no match can do without: without one of them in a sentence there is nothing to match.</summary>
    public IEnumerable<IReadOnlySet<string>> Required => _steps.Where(s => s is { IsWords: true, Optional: false } || s.Slot == PatternMatch.Trigger).Select(s => s.Words);

    /// <summary>How many words and slots it asks for.</summary>
    public int Words => _steps.Count(s => s is { Gap: 0, Optional: false });

    /// <summary>Whether one of its own words negates: then what it finds is told with that word, not turned by it.</summary>
    public bool IsNegative => _steps.Any(s => !s.Optional && s.Words.Overlaps(["not", "no", "never"]));

    /// <exception cref="FormatException">A step can't be read, or no step is marked as telling of it.</exception>
    public static PhrasePattern Parse(string text)
    {
        Step[] steps = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Step.Parse)];
        string[] slots = [.. steps.Select(s => s.Slot).OfType<string>().Distinct(StringComparer.Ordinal)];
        return slots.Contains(PatternMatch.Trigger, StringComparer.Ordinal)
            ? new PhrasePattern([.. steps.Select(s => s with { Index = Array.IndexOf(slots, s.Slot) })], slots)
            : throw new FormatException($"'{text}' marks no word with '^'.");
    }

    /// <summary>Whether each step that no match can do without stands somewhere among the elements, whatever their order.</summary>
    /// <param name="words">The words of the elements.</param>
    public bool MayStandIn(IReadOnlyList<Element> elements, HashSet<string> words)
    {
        foreach (var step in _needed)
        {
            if (!step.StandsIn(elements, words))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first match that begins at or after an element, in text order.</summary>
    public PatternMatch? Match(IReadOnlyList<Element> elements, int from = 0)
    {
        Span<Slot> places = stackalloc Slot[_slots.Length];
        for (var start = from; start < elements.Count; start++)
        {
            if (Match(elements, start, 0, places) is { } end)
            {
                var found = new Dictionary<string, Slot>(StringComparer.Ordinal);
                for (var i = 0; i < _slots.Length; i++)
                {
                    if (places[i].End > 0)
                    {
                        found.Add(_slots[i], places[i]);
                    }
                }

                return new PatternMatch(start, end, found);
            }
        }

        return null;
    }

    private int? Match(IReadOnlyList<Element> elements, int at, int step, Span<Slot> places)
    {
        if (step == _steps.Length)
        {
            return at;
        }

        var current = _steps[step];
        if (current.Gap > 0)
        {
            return MatchGap(elements, at, step, places);
        }

        if (at < elements.Count && current.Width(elements, at) is var width and > 0)
        {
            var before = current.Index >= 0 ? places[current.Index] : default;
            if (current.Index >= 0)
            {
                places[current.Index] = new Slot(at, at + width);
            }

            if (Match(elements, at + width, step + 1, places) is { } end)
            {
                return end;
            }

            if (current.Index >= 0)
            {
                places[current.Index] = before;
            }
        }

        return current.Optional ? Match(elements, at, step + 1, places) : null;
    }

    private int? MatchGap(IReadOnlyList<Element> elements, int at, int step, Span<Slot> places)
    {
        for (var skipped = 0; skipped <= _steps[step].Gap; skipped++)
        {
            if (Match(elements, at + skipped, step + 1, places) is { } end)
            {
                return end;
            }

            if (at + skipped >= elements.Count || elements[at + skipped].EndsClause)
            {
                return null;
            }
        }

        return null;
    }

    private sealed record Step(string? Slot, string? Type, HashSet<string> Words, int Gap, bool Optional)
    {
        /// <summary>Which slot it fills; -1 for none.</summary>
        public int Index { get; init; } = -1;

        /// <summary>What may stand there instead of the words.</summary>
        public Step[] Others { get; private init; } = [];

        /// <summary>Whether it asks for one of its words and takes nothing else.</summary>
        public bool IsWords => Words.Count > 0 && Others.Length == 0;

        public static Step Parse(string text)
        {
            if (text is "~" or "~~")
            {
                return new Step(null, null, [], text.Length == 1 ? 3 : 8, false);
            }

            var optional = text.EndsWith('?');
            var core = optional ? text[..^1] : text;
            if (core.Contains('|', StringComparison.Ordinal) && core.Contains('{', StringComparison.Ordinal))
            {
                return OneOf(core, optional);
            }

            if (core.StartsWith('{'))
            {
                var parts = core.Trim('{', '}').Split(':');
                return new Step(parts[0], parts.Length > 1 ? parts[1] : "actor", [], 0, optional);
            }

            var trigger = core.StartsWith('^');
            return core.Length == 0 ? throw new FormatException($"'{text}' is no step of a pattern.") : new Step(trigger ? PatternMatch.Trigger : null, null, [.. core.TrimStart('^').Split('|').Select(w => w.Replace('_', ' '))], 0, optional);
        }

        /// <summary>"court|{x:bloc}": words or somebody, whom the pattern does not ask for by name.</summary>
        private static Step OneOf(string text, bool optional)
        {
            var parts = text.TrimStart('^').Split('|').ToLookup(p => p.StartsWith('{'));
            return new Step(text[0] == '^' ? PatternMatch.Trigger : null, null, [.. parts[false].Select(w => w.Replace('_', ' '))], 0, optional)
            {
                Others = [.. parts[true].Select(Parse)],
            };
        }

        /// <summary>Whether the step fits anywhere.</summary>
        public bool StandsIn(IReadOnlyList<Element> elements, HashSet<string> words)
        {
            foreach (var word in Words)
            {
                if (words.Contains(word))
                {
                    return true;
                }
            }

            for (var at = 0; at < elements.Count && !IsWords; at++)
            {
                if (Width(elements, at) > 0)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>How many elements the step takes at a place; 0 when it does not fit.</summary>
        public int Width(IReadOnlyList<Element> elements, int at) => Type switch
        {
            null when Others.Length > 0 && Others.Any(o => o.Width(elements, at) > 0) => 1,
            null => Words.Contains(elements[at].Lemma) || Words.Contains(elements[at].Form) || IsNamed(elements[at]) ? 1 : 0,
            "actor" => elements[at].Actors.Count > 0 ? 1 : 0,
            { Length: 3 } country when char.IsAsciiLetterUpper(country[0]) => elements[at].Actors.Any(a => a.Actor.Country == country) ? 1 : 0,
            "pair" => elements[at].Actors.Select(a => a.Actor.Country).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).Count() == 2 ? 1 : 0,
            "bloc" when elements[at].Agreement is { IsOpen: true } => 1,
            _ => elements[at].Phrase == Type ? 1 : 0,
        };

        /// <summary>"@one-china": the treaty or doctrine of that row.</summary>
        private bool IsNamed(Element element) => element.Agreement is { } named && Words.Any(w => w.Length > 1 && w[0] == '@' && named.Id.AsSpan(named.Id.IndexOf(':', StringComparison.Ordinal) + 1).SequenceEqual(w.AsSpan(1)));
    }
}

/// <summary>Where a slot stands: elements [First, End).</summary>
internal readonly record struct Slot(int First, int End);

/// <summary>A match: its elements [First, End) and its slots.</summary>
internal sealed record PatternMatch(int First, int End, IReadOnlyDictionary<string, Slot> Slots)
{
    public const string Trigger = "^";

    /// <summary>The element that tells of it: the marked one, else the first.</summary>
    public int TriggerElement => Slots.TryGetValue(Trigger, out var slot) ? slot.First : First;
}

/// <summary>Words in quotation marks.</summary>
internal static class Quoted
{
    private const string Openers = "\"“‘'«";
    private const string Closers = "\"”’'»";

    public static bool IsMark(string form) => form.Length == 1 && (Openers.Contains(form[0], StringComparison.Ordinal) || Closers.Contains(form[0], StringComparison.Ordinal)) || form is "``" or "''";
}
