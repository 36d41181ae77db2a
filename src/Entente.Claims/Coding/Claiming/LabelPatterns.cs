namespace Entente.Claims.Coding.Claiming;

/// <summary>Set phrases for how one party stands to another: "at odds with", "pitted against", "depends heavily on" (data/label-patterns.tsv).</summary>
internal sealed class LabelPatterns
{
    private readonly PatternTable<string> _rows;

    private LabelPatterns(PatternTable<string> rows) => _rows = rows;

    public static LabelPatterns Load() => new(new(Table.Shipped("label-patterns").Rows.Select(r => (PhrasePattern.Parse(r.Required("pattern")), r.Required("id")))));

    public IEnumerable<NamedLabel> Find(SentenceView sentence)
    {
        var seen = new HashSet<int>();
        foreach (var (_, match) in _rows.Matches(sentence))
        {
            var trigger = sentence.Elements[match.TriggerElement].Token;
            var about = LabelParties.Parties([.. Subjects(sentence, trigger, match), .. Around(sentence, match, "b")]);
            if (about.Count > 1 && seen.Add(trigger))
            {
                var words = Words(sentence, trigger);
                yield return new NamedLabel(trigger, trigger, words, about, LabelParties.Users(sentence, words));
            }
        }
    }

    /// <summary>Who the phrase is said of: the subject as the tree has it, else whoever the pattern found before it.</summary>
    private static IEnumerable<ActorMention> Subjects(SentenceView sentence, int trigger, PatternMatch match) =>
        LabelParties.SaidOf(sentence, trigger) is { Count: > 0 } said && !match.Slots["a"].Equals(default(Slot)) && match.Slots["a"].First < match.TriggerElement ? said : Around(sentence, match, "a");

    /// <summary>The actors of a slot and those that "and" joins to it.</summary>
    private static IEnumerable<ActorMention> Around(SentenceView sentence, PatternMatch match, string slot) =>
        match.Slots.TryGetValue(slot, out var place) ? sentence.Elements[place.First].Actors.Concat(LabelParties.Named(sentence, sentence.Elements[place.First].Token)) : [];

    /// <summary>"increasingly at odds", "depend heavily": the word with its preposition, degree and attributes.</summary>
    private static TextSpan Words(SentenceView sentence, int trigger)
    {
        var tree = sentence.Tree;
        var (first, last) = (trigger, trigger);
        foreach (var child in tree.Children(trigger))
        {
            if (tree.Is(child, "case") || tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "advmod") && Math.Abs(child - trigger) < 4)
            {
                (first, last) = (Math.Min(first, child), Math.Max(last, Math.Min(child, trigger + 2)));
            }
        }

        return tree.SpanOf(first, last);
    }
}
