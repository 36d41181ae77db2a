namespace Entente.Claims.Coding.Quantifying;

/// <summary>Whose a figure is: the possessor of what is measured, the parties named after it, else the actor that the sentence speaks of before it.</summary>
internal static class Owners
{
    private const int Reach = 45;

    private static readonly HashSet<string> _links = new(StringComparer.OrdinalIgnoreCase)
    {
        "with", "between", "of", "to", "from", "and", "by", "against", "on", "for", "the", "both", "as", "well", "in", "into", "its", "ally", "neighbour", "neighbor", "partner", "a", "an", "republic", "federation", "government",
    };

    /// <param name="before">The owners of the figure before, for "the two countries' trade" and for a party left unsaid.</param>
    public static IReadOnlyList<ActorMention> Of(Findings findings, TextSpan sentence, TextSpan measured, TextSpan quantity, bool twoSided, IReadOnlyList<ActorMention>? before)
    {
        var mentions = findings.ActorsIn(sentence).Where(m => IsOwner(m.Actor)).ToList();
        var found = new List<ActorMention>();
        if (mentions.Find(m => IsShareOf(findings.Text, m, quantity)) is { } population)
        {
            return [population];
        }

        foreach (var mention in mentions)
        {
            if (Possesses(findings, mention, measured) || (Follows(findings.Text, mention, measured, found) && (twoSided || found.Count == 0)))
            {
                Add(found, mention);
            }
        }

        if (found.Count == 0 || (twoSided && found.Count == 1))
        {
            if (twoSided && before is { Count: > 1 } && (found.Count == 0 || before.Any(b => b.Actor.Id == found[0].Actor.Id)) && !SubjectDiffers(mentions, measured, quantity, before))
            {
                return before;
            }

            AddSubject(mentions, measured, quantity, found);
        }

        return found;
    }

    private static bool IsOwner(Actor actor) => actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organisation or ActorKind.Body
        || (actor.Kind == ActorKind.Group && actor.Country is not null);

    /// <summary>"20 percent of French people".</summary>
    private static bool IsShareOf(string text, ActorMention mention, TextSpan quantity) => mention.Span.Start > quantity.End && mention.Span.Start - quantity.End < 12
        && text.AsSpan(quantity.End, mention.Span.Start - quantity.End).Trim() is "of" or "of the" or "of all";

    /// <summary>"China's trade", "Chinese exports", "Russian-Chinese trade": right before what is measured, with nothing but adjectives between.</summary>
    private static bool Possesses(Findings findings, ActorMention mention, TextSpan measured)
    {
        var text = findings.Text;
        if (measured.Contains(mention.Span))
        {
            return true;
        }

        if (mention.Span.End > measured.Start || measured.Start - mention.Span.End > Reach)
        {
            return false;
        }

        var between = text.AsSpan(mention.Span.End, measured.Start - mention.Span.End);
        return Words(between) <= 4 && between.IndexOfAny(",;:()") < 0 && !HasVerb(between) && !ActsBefore(findings, mention, measured);
    }

    /// <summary>"Danish customs *put* the trade of …": who does something before the measure is named does not own it.</summary>
    private static bool ActsBefore(Findings findings, ActorMention mention, TextSpan measured)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var at = findings.TokenAt(mention.Span.End - 1) + 1 ?? tokens.Count; at < tokens.Count && tokens[at].Span.Start < measured.Start; at++)
        {
            if (tokens[at] is { Upos: "VERB" or "AUX", Xpos: not ("VBG" or "VBN"), Deprel: not "amod" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"trade between China and Russia", "exports to Russia": after it, joined by prepositions alone.</summary>
    private static bool Follows(string text, ActorMention mention, TextSpan measured, List<ActorMention> found)
    {
        if (found.Count > 0 && found[^1].Span == mention.Span)
        {
            return true; // "trade between the two countries" names two at once
        }

        var from = found.Count > 0 && found[^1].Span.Start >= measured.End ? found[^1].Span.End : measured.End;
        if (mention.Span.Start < from || mention.Span.Start - from > Reach)
        {
            return false;
        }

        var any = false;
        foreach (var range in text.AsSpan(from, mention.Span.Start - from).Split(' '))
        {
            var word = text.AsSpan(from, mention.Span.Start - from)[range].Trim(" ,’'s");
            if (word.Length > 0 && !_links.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return false;
            }

            any |= word.Length > 0;
        }

        return any;
    }

    /// <summary>The last actor named before the figure; of two-sided measures also the one before a "with" or "to".</summary>
    private static void AddSubject(List<ActorMention> mentions, TextSpan measured, TextSpan quantity, List<ActorMention> found)
    {
        var limit = Math.Min(measured.Start, quantity.Start);
        var subject = mentions.LastOrDefault(m => m.Span.End <= limit) ?? mentions.LastOrDefault(m => m.Span.End <= quantity.Start);
        if (subject is not null)
        {
            foreach (var mention in mentions.Where(m => m.Span == subject.Span))
            {
                Add(found, mention);
            }
        }
    }

    private static bool SubjectDiffers(List<ActorMention> mentions, TextSpan measured, TextSpan quantity, IReadOnlyList<ActorMention> before) =>
        mentions.LastOrDefault(m => m.Span.End <= Math.Min(measured.Start, quantity.Start)) is { } subject && before.All(b => b.Actor.Id != subject.Actor.Id);

    private static void Add(List<ActorMention> found, ActorMention mention)
    {
        if (found.TrueForAll(f => f.Actor.Id != mention.Actor.Id))
        {
            found.Add(mention);
        }
    }

    private static int Words(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var range in text.Split(' '))
        {
            count += text[range].Trim(" ’'").Length > 1 ? 1 : 0;
        }

        return count;
    }

    private static bool HasVerb(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(' '))
        {
            if (text[range] is "is" or "was" or "are" or "were" or "has" or "have" or "had" or "said" or "will" or "would" or "to" or "from" or "that" or "which" or "who" or "with" or "in" or "on" or "for" or "by")
            {
                return true;
            }
        }

        return false;
    }
}
