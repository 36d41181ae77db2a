using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Timing;

/// <summary>
/// Text → time expressions with the days they stand for, in two steps as in HeidelTime (Strötgen and Gertz 2013): patterns give what the words say,
/// one later step resolves it by the day of publication, the time last told of, and tense.
/// </summary>
public sealed class TimeTagger
{
    private readonly TimeWords _words;
    private readonly Numerals _numerals;

    private TimeTagger(TimeWords words, Numerals numerals)
    {
        _words = words;
        _numerals = numerals;
    }

    public static TimeTagger Load() => new(TimeWords.Load(), Numerals.Load());

    /// <summary>The time expressions of the blocks that hold claims, in text order.</summary>
    /// <param name="published">When the document was published; when only limits are known, what hangs on it is resolved as far as they agree.</param>
    public IReadOnlyList<TimeExpression> Tag(AnalyzedDocument document, Publication? published)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Tag(Read(document), published);
    }

    /// <summary>The same of what was read already.</summary>
    internal static IReadOnlyList<TimeExpression> Tag(IReadOnlyList<BlockTimes> blocks, Publication? published)
    {
        var first = Resolve(blocks, published?.Interval.Earliest ?? published?.Interval.Latest);
        var second = published is { Interval: { IsDay: false, Earliest: not null, Latest: { } latest } } ? Resolve(blocks, latest) : first;
        var at = 0;
        return [.. blocks.SelectMany(b => b.Times.Select(_ => Combine(b.Lexemes, first[at], second[at++], published?.Interval)))];
    }

    /// <summary>The blocks that hold claims, with the time expressions as the words give them, before the day of publication is known.</summary>
    internal IReadOnlyList<BlockTimes> Read(AnalyzedDocument document) => [.. document.Blocks.Select(b => Read(document, b))];

    /// <summary>The same of the blocks of one role.</summary>
    internal IReadOnlyList<BlockTimes> Read(AnalyzedDocument document, BlockRole role) => [.. document.Document.Blocks.Where(b => b.Role == role).Select(b => Read(document, b))];

    private BlockTimes Read(AnalyzedDocument document, Block block)
    {
        var lexemes = new TimeLexemes(document.Text, block.Span, _words, _numerals);
        return new BlockTimes(block, lexemes, [.. TimePatterns.Find(lexemes).Select(d => new TimeSighting(
            d, lexemes.Span(d.First, d.End), Tenses.Of(document, lexemes, d), lexemes.Form(d.First - 1).ToString().ToLowerInvariant())
        {
            AfterName = lexemes.Capital(d.First - 1) && lexemes.IsWord(d.First - 1) && !lexemes.Glued(d.First),
            AfterProgramme = lexemes.Sense(d.First - 1, TimeSense.Programme) is not null,
        })]);
    }

    private static List<Resolved> Resolve(IReadOnlyList<BlockTimes> blocks, DateOnly? day)
    {
        var resolver = new Resolver(day, Resolver.TellsHistory(blocks.SelectMany(b => b.Times).Select(t => t.Draft), day));
        var answers = new List<Resolved>();
        foreach (var (_, lexemes, times) in blocks)
        {
            resolver.NewParagraph();
            for (var i = 0; i < times.Count; i++)
            {
                var draft = times[i].Draft;
                var before = i > 0 ? times[i - 1].Draft : null;
                if (before is not null && IsNewParagraph(lexemes, before, draft))
                {
                    resolver.NewParagraph();
                }

                var joined = i + 1 < times.Count && AreJoined(lexemes, draft, times[i + 1].Draft) ? times[i + 1].Draft : null;
                var follows = before?.Ask is Ask.DayOfWeek && IsRange(lexemes, before, draft);
                answers.Add(resolver.Resolve(draft, joined, follows, times[i].Tense, IsBase(lexemes, draft)));
            }
        }

        return answers;
    }

    /// <summary>When both limits of publication give the same answer it is that; else it is open between them.</summary>
    private static TimeExpression Combine(TimeLexemes lexemes, Resolved one, Resolved other, DateInterval? published)
    {
        var draft = one.Draft;
        var expression = new TimeExpression(lexemes.Span(draft.First, draft.End), draft.Type, one.Value, one.Why)
        {
            Mod = draft.Mod,
            Grain = draft.Clock is null ? one.Time?.Grain : draft.Clock.Contains(':', StringComparison.Ordinal) ? TimeGrain.Minute : TimeGrain.PartOfDay,
            Interval = one.Interval,
            Anchor = one.Anchor,
        };
        if (one.Value != other.Value || one.Interval != other.Interval)
        {
            return expression with
            {
                Value = Common(one.Value, other.Value),
                Interval = new DateInterval(Min(one.Interval?.Earliest, other.Interval?.Earliest), Max(one.Interval?.Latest, other.Interval?.Latest)),
                Anchor = published?.ToString(),
                Why = one.Why + ", of which only limits are known",
            };
        }

        return one.FromDocument && published is { } limits && (limits.Earliest is null || limits.Latest is null) ? Limited(expression, limits) : expression;
    }

    /// <summary>Reckoned from a day of which one limit is known, it is known by that limit alone.</summary>
    private static TimeExpression Limited(TimeExpression expression, DateInterval limits) => expression with
    {
        Value = expression.Type is TimexType.Duration or TimexType.Set ? expression.Value : Common(expression.Value, ""),
        Interval = limits.Earliest is null ? new DateInterval(null, expression.Interval?.Latest) : new DateInterval(expression.Interval?.Earliest, null),
        Anchor = limits.ToString(),
        Why = expression.Why + ", of which one limit is known",
    };

    /// <summary>What two values share, with X for the rest: "2023-03-17" and "2023-03-18" give "2023-03-XX".</summary>
    private static string Common(string one, string other)
    {
        // the hour is known even when the day is not
        if (one.IndexOf('T', StringComparison.Ordinal) is var hour and > 0)
        {
            return Common(one[..hour], other.Split('T')[0]) + one[hour..];
        }

        var (mine, theirs) = (one.Split('-'), other.Split('-'));
        var shared = true;
        for (var i = 0; i < mine.Length; i++)
        {
            shared &= i < theirs.Length && mine[i] == theirs[i];
            if (!shared)
            {
                mine[i] = Open(mine[i]);
            }
        }

        return string.Join('-', mine);
    }

    private static string Open(string part) => string.Create(part.Length, part, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiDigit(from[i]) ? 'X' : from[i];
        }
    });

    private static DateOnly? Min(DateOnly? a, DateOnly? b) => a is null || b is null ? null : a < b ? a : b;

    private static DateOnly? Max(DateOnly? a, DateOnly? b) => a is null || b is null ? null : a > b ? a : b;

    private static bool IsNewParagraph(TimeLexemes s, Draft one, Draft next) =>
        s.Text.AsSpan(s[one.End - 1].End, s[next.First].Start - s[one.End - 1].End).IndexOf("\n\n", StringComparison.Ordinal) >= 0;

    private static bool AreJoined(TimeLexemes s, Draft one, Draft next) => next.First == one.End
        || (next.First == one.End + 1 && (s.IsDash(one.End) || s.IsAny(one.End, "to", "and", "or", "until", "through", "till") || ((one.Ask is Ask.SamePeriod || one.Length is not null) && s.IsAny(one.End, "ended", "ending"))))
        || (one.Length is not null && next.First == one.End + 2 && s.IsAny(one.End, "ended", "ending", "through") && s.IsAny(one.End + 1, "in", "on"));

    /// <summary>"a tenth less than in 2013", "a fall of a tenth from the year before": what it is compared with; the story stays where it was.</summary>
    private static bool IsBase(TimeLexemes s, Draft draft)
    {
        var before = s.IsAny(draft.First - 1, "in", "on", "for") ? draft.First - 2 : draft.First - 1;
        if (s.IsAny(draft.End - 1, "before", "earlier") && (s.IsAny(draft.First - 1, "from") || (s.IsAny(draft.First - 1, "the", "a") && s.IsAny(draft.First - 2, "from"))))
        {
            return true;
        }

        return s.IsAny(before, "than") || (s.IsAny(before, "with", "to") && s.IsAny(before - 1, "compared"));
    }

    private static bool IsRange(TimeLexemes s, Draft one, Draft next) => next.First == one.End + 1 && (s.IsDash(one.End) || s.IsAny(one.End, "to", "until", "through", "till"));
}

/// <summary>A block with its time expressions, in text order.</summary>
internal sealed record BlockTimes(Block Block, TimeLexemes Lexemes, IReadOnlyList<TimeSighting> Times);

/// <summary>A time expression that is not resolved, with the tense of its verb and the word before it.</summary>
internal sealed record TimeSighting(Draft Draft, TextSpan Span, string? Tense, string Before)
{
    /// <summary>Whether a name stands before it: "the London 2012 games".</summary>
    public bool AfterName { get; init; }

    /// <summary>Whether it is called after a year to come: "Vision 2030".</summary>
    public bool AfterProgramme { get; init; }
}
