using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>Who did what is counted: "the two have met 29 times" looks back for the two.</summary>
internal static class Counterparts
{
    private const int LookBack = 600;

    /// <summary>The actors of the nearest words before a place that name any; of "the two" and "they" the two named last before the sentence.</summary>
    public static IReadOnlyList<ActorMention> Before(Findings findings, Sentence sentence, int position)
    {
        var mentions = findings.ActorsIn(sentence.Span).Where(m => m.Span.End <= position && IsParty(m) && !IsSource(findings.Text, m)).ToList();
        if (Anaphor(findings.Text.AsSpan(sentence.Span.Start, position - sentence.Span.Start)) && (mentions.Count == 0 || mentions[^1].Via is not "both"))
        {
            return Last(findings, sentence, 2);
        }

        if (mentions.Count == 0)
        {
            return [];
        }

        var last = mentions[^1].Span;
        var found = mentions.Where(m => m.Span == last).ToList();
        if (mentions.Count > found.Count && mentions[^(found.Count + 1)] is var other && last.Start > other.Span.End && findings.Text.AsSpan(other.Span.End, last.Start - other.Span.End).Trim() is "and" or "and the")
        {
            found.Insert(0, other);
        }

        return found;
    }

    /// <summary>The two actors of a sentence that are named next behind a place: "the first meeting between A and B".</summary>
    public static IReadOnlyList<ActorMention> After(Findings findings, Sentence sentence, int position) =>
        [.. findings.ActorsIn(sentence.Span).Where(m => m.Span.Start >= position && (m.Actor.Kind == ActorKind.Person || m.Actor.Kind == ActorKind.Country && m.Via != "office")).DistinctBy(m => m.Actor.Id).Take(2)];

    /// <summary>The person that "his" stands for: the last one named before.</summary>
    public static IReadOnlyList<ActorMention> Person(Findings findings, Sentence sentence, int position)
    {
        var found = findings.Actors.LastOrDefault(m => m.Span.End <= position && m.Span.Start >= sentence.Span.Start && m.Actor.Kind == ActorKind.Person)
            ?? findings.Actors.LastOrDefault(m => m.Span.End <= position && position - m.Span.End < LookBack && m.Actor.Kind == ActorKind.Person);
        return found is null ? Before(findings, sentence, position) : [found];
    }

    /// <summary>Those whose act it is, with the one to whom or with whom it is done: "his fifth visit to Norway", "her third meeting with Lind".</summary>
    public static IReadOnlyList<ActorMention> WithHost(Findings findings, Lexemes s, Sentence sentence, int at, IReadOnlyList<ActorMention> whose)
    {
        if (whose.Count != 1 || !s.IsAny(at, "to", "with") || !s.Has(at + 1))
        {
            return whose;
        }

        // "to Norway", "to the Swedish capital", but not "to the port that Norway built"
        var (first, last) = (s[at].End, s[Math.Min(at + 4, s.Count - 1)].Start);
        bool IsNear(TextSpan span) => span.Start >= first && span.Start <= last && span.Start < sentence.Span.End && !s.Text.AsSpan(first, span.Start - first).ContainsAny(',', '.', ';');
        var host = findings.ActorsIn(sentence.Span).FirstOrDefault(m => IsNear(m.Span) && IsParty(m));
        if (host is null && findings.Places.FirstOrDefault(p => IsNear(p.Span)) is { Country: { } country } place)
        {
            var known = findings.Actors.FirstOrDefault(a => a.Actor.Kind == ActorKind.Country && a.Actor.Country == country)?.Actor;
            host = new ActorMention(place.Span, known ?? new Actor(country, place.Name, ActorKind.Country) { Country = country }) { Via = "place" };
        }

        return host is null || host.Actor.Id == whose[0].Actor.Id || host.Actor.Country is { } home && home == whose[0].Actor.Country ? whose : [whose[0], host];
    }

    private static List<ActorMention> Last(Findings findings, Sentence sentence, int count)
    {
        var found = new List<ActorMention>();
        foreach (var mention in findings.Actors.Reverse())
        {
            if (mention.Span.End <= sentence.Span.Start && sentence.Span.Start - mention.Span.End < LookBack && IsParty(mention)
                && (found.Count == 0 || mention.Actor.Kind == found[0].Actor.Kind) && found.TrueForAll(f => f.Actor.Id != mention.Actor.Id))
            {
                found.Insert(0, mention);
            }

            if (found.Count == count)
            {
                return found;
            }
        }

        return [];
    }

    private static bool IsParty(ActorMention mention) => mention.Actor.Kind is ActorKind.Person or ActorKind.Country or ActorKind.Government or ActorKind.Organisation;

    /// <summary>"According to the Kremlin, …", "the ministry said": who says it is not who did it.</summary>
    private static bool IsSource(string text, ActorMention mention)
    {
        var before = text.AsSpan(0, mention.Span.Start).TrimEnd();
        before = before.EndsWith(" the", StringComparison.Ordinal) ? before[..^4].TrimEnd() : before;
        return before.EndsWith("ccording to", StringComparison.Ordinal) || text.AsSpan(mention.Span.End).TrimStart().StartsWith("said", StringComparison.Ordinal);
    }

    private static bool Anaphor(ReadOnlySpan<char> words) => words.Contains("the two ", StringComparison.OrdinalIgnoreCase) || words.Contains("they ", StringComparison.OrdinalIgnoreCase) || words.Contains("both ", StringComparison.OrdinalIgnoreCase);
}
