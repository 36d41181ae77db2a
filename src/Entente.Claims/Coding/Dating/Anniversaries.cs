using System.Globalization;
using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>"The 75th anniversary of …", "two years into …", "more than a year after …": a known event and how long it is ago give the days on which that was written.</summary>
internal sealed class Anniversaries(DatedFacts facts, DatingWords words)
{
    /// <summary>An anniversary is kept all its year, and spoken of a little before and after.</summary>
    private const int AroundYear = 60;

    /// <summary>Around the day itself, when the sentence says that something was on it.</summary>
    private const int AroundDay = 3;

    /// <summary>Words between a number of years and what they are counted from.</summary>
    private const int Between = 6;

    public IEnumerable<Constraint> Of(DatingText text)
    {
        foreach (var sentence in text.Sentences)
        {
            foreach (var named in facts.Named(text, sentence))
            {
                if (Jubilee(sentence, named) is { } jubilee)
                {
                    yield return jubilee;
                }
                else if (Elapsed(text, sentence, named) is { } elapsed)
                {
                    yield return elapsed;
                }
            }
        }
    }

    private Constraint? Jubilee(DatingSentence sentence, PhraseFound<DatedFact> named)
    {
        foreach (var at in words.In(sentence, "jubilee"))
        {
            var near = at < named.First ? named.First - at <= Between : at - named.End <= 2;
            if (!near || Ordinal(sentence.Lexemes, at) is not { } ordinal || sentence.NamesYear)
            {
                continue;
            }

            var onDay = sentence.Lexemes.Is(ordinal.First - 1, "the") && sentence.Lexemes.Is(ordinal.First - 2, "on");
            Option[] options = [.. named.Values.SelectMany(f => Kept(f, ordinal.Count, sentence, at, onDay).Select(d => new Option(d, f.Shown)))];
            var why = string.Create(CultureInfo.InvariantCulture, $"tells of anniversary {ordinal.Count} of an event whose day is known");
            return Constraint.Of("anniversary", 0.65, sentence.Lexemes.Span(Math.Min(ordinal.First, named.First), Math.Max(at + 1, named.End)), why, options);
        }

        return null;
    }

    /// <summary>The days on which an anniversary could be told so.</summary>
    private static IEnumerable<DateInterval> Kept(DatedFact fact, int count, DatingSentence sentence, int at, bool onDay)
    {
        if (Later(fact.Days, count) is not { Earliest: { } first, Latest: { } last })
        {
            return [];
        }

        if (onDay && sentence.Told(at) is { } told && told.Tense != "future")
        {
            return Deixis.Written(told, new DateInterval(first.AddDays(-AroundDay), last.AddDays(AroundDay)));
        }

        return [new DateInterval(new DateOnly(first.Year, 1, 1).AddDays(-AroundYear), new DateOnly(last.Year, 12, 31).AddDays(AroundYear))];
    }

    /// <summary>"75th anniversary", "first anniversary": the number and the lexeme where it begins.</summary>
    private static (int Count, int First)? Ordinal(TimeLexemes s, int at)
    {
        for (var first = at - 1; first >= at - 4 && s.Has(first); first--)
        {
            if (s.Numerals.Ordinal(s, first) is { Value: >= 1 and < 1000 } ordinal && ordinal.End <= at && at - ordinal.End <= 1 && s.Numerals.Ordinal(s, first - 1)?.End != ordinal.End)
            {
                return ((int)ordinal.Value, first);
            }
        }

        return null;
    }

    /// <summary>"more than a year after the invasion", "two years into the war", "the invasion nearly two years ago".</summary>
    private Constraint? Elapsed(DatingText text, DatingSentence sentence, PhraseFound<DatedFact> named)
    {
        foreach (var time in sentence.Times)
        {
            var draft = time.Draft;
            if (Length(draft) is not { } length || !IsCountedFrom(sentence, time, named, out var word))
            {
                continue;
            }

            // In a tale of the past "two weeks after the invasion" tells when something was, not when it was written.
            var tense = Tenses.At(text.Document, time.Span.Start) ?? time.Tense;
            if (word is "after" or "following" && tense is not ("future" or "present") || word == "into" && tense == "past" && !sentence.IsHead || sentence.NamesYear)
            {
                continue;
            }

            var just = sentence.Lexemes.Is(draft.First, "just");
            Option[] options = [.. named.Values.SelectMany(f => Since(f.Days, length.Unit, length.Count, draft.Mod, just).Select(d => new Option(d, f.Shown)))];
            var span = sentence.Lexemes.Span(Math.Min(draft.First, named.First), Math.Max(draft.End, named.End));
            return Constraint.Of("since", 0.6, span, "tells how long ago an event was whose day is known", options);
        }

        return null;
    }

    private bool IsCountedFrom(DatingSentence sentence, TimeSighting time, PhraseFound<DatedFact> named, out string word)
    {
        var s = sentence.Lexemes;
        word = s.Form(time.Draft.End).ToString().ToLowerInvariant();
        if (time.Draft.Ask is Ask.Shifted or Ask.SamePeriod)
        {
            return named.End <= time.Draft.First && time.Draft.First - named.End <= 2;
        }

        return named.First >= time.Draft.End && named.First - time.Draft.End <= Between && words.Is(s, time.Draft.End, "count");
    }

    /// <summary>The count and unit of "two years", "a year ago".</summary>
    private static (int Count, TimeUnit Unit)? Length(Draft draft) => draft.Ask switch
    {
        Ask.Plain plain when draft.Type == TimexType.Duration => OfValue(plain.Value),
        Ask.Shifted { Unit: TimeUnit.Decade, Count: < 0 } shifted => (-10 * shifted.Count, TimeUnit.Year),
        Ask.Shifted { Unit: { } unit, Count: < 0 } shifted => (-shifted.Count, unit),
        Ask.SamePeriod { Years: -1 } => (1, TimeUnit.Year),
        _ => null,
    };

    private static (int Count, TimeUnit Unit)? OfValue(string value) =>
        value.Length >= 3 && value[0] == 'P' && int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? value.EndsWith("DE", StringComparison.Ordinal) ? null : value[^1] switch { 'Y' => (count, TimeUnit.Year), 'M' => (count, TimeUnit.Month), 'W' => (count, TimeUnit.Week), 'D' => (count, TimeUnit.Day), _ => null } : null;

    /// <summary>
    /// The days that lie so long after an event. Nobody counts exactly: "two years" holds until the third is half gone, "nearly" lies before and "more than" after the full number;
    /// a round number of decades can be five years off.
    /// </summary>
    private static IEnumerable<DateInterval> Since(DateInterval event_, TimeUnit unit, int count, string? mod, bool just)
    {
        if (event_ is not { Earliest: { } first, Latest: { } last } || first.Year + count > 9000)
        {
            return [];
        }

        var length = unit switch { TimeUnit.Year => 365, TimeUnit.Month => 30, TimeUnit.Week => 7, _ => 1 };
        var full = (From: unit.Add(first, count), To: unit.Add(last, count));
        var round = unit == TimeUnit.Year && count >= 10 && count % 10 == 0;
        (int Before, int After) = (mod, just) switch
        {
            ("MORE_THAN", true) => (0, length / 2),
            ("MORE_THAN", _) => (0, round ? 10 * length : length),
            ("APPROX", _) or ("LESS_THAN", _) => (length / 2, length / 4),
            _ => round ? (2 * length, 2 * length) : (length / 3, 2 * length / 3),
        };
        return [new DateInterval(full.From.AddDays(-Before), full.To.AddDays(After))];
    }

    private static DateInterval? Later(DateInterval days, int years) => days is { Earliest: { } first, Latest: { } last } && last.Year + years < 9000
        ? new DateInterval(first.AddYears(years), last.AddYears(years)) : null;
}
