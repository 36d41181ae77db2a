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
                var words = Words(sentence, match);
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

    /// <summary>"at odds", "increasingly isolated", "mired in conflicts", "support each other": from the word's own preposition and degree to the last word of the phrase before the other party.</summary>
    private static TextSpan Words(SentenceView sentence, PatternMatch match)
    {
        var tree = sentence.Tree;
        var trigger = sentence.Elements[match.TriggerElement].Token;
        var first = trigger;
        foreach (var child in tree.Children(trigger))
        {
            if (child < trigger && trigger - child < 4 && (tree.Is(child, "case") || tree.Is(child, "amod") || tree.Is(child, "compound") || (tree.Is(child, "advmod") && sentence.Form(child).EndsWith("ly", StringComparison.Ordinal))))
            {
                first = Math.Min(first, child);
            }
        }

        var last = match.TriggerElement;
        for (var at = last + 1; at < match.End && !Ends(sentence.Elements[at]); at++)
        {
            last = sentence.Elements[at].Upos is "ADP" or "PUNCT" && sentence.Elements[at].Form != "off" ? last : at;
        }

        return TextSpan.FromBounds(tree.Document.Tokens[first].Span.Start, sentence.Elements[last].Span.End);
    }

    /// <summary>Where the other party begins, or the preposition or article before it.</summary>
    private static bool Ends(Element element) => element.Form is "with" or "against" or "by" or "on" or "upon" or "to" or "than" or "the" or "a" or "an" || (element.Actors.Count > 0 && element.Upos != "PRON");
}
