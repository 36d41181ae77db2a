using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Eventing;

/// <summary>
/// Trees and actors → claims of kind event, one a trigger, by the frames of data/event-frames.tsv. Vocabulary: PLOVER 0.8 (2021).
/// The type names the act itself; whether it is told as done is the claim's factuality. Bare statements are no events.
/// </summary>
public sealed class EventCoder
{
    private readonly FrameTable _frames;
    private readonly CameoTable _cameo;
    private readonly ContextTable _contexts;
    private readonly Sureness _sureness = Sureness.Read(Table.Shipped("confidence"));

    private EventCoder(FrameTable frames, CameoTable cameo, ContextTable contexts)
    {
        _frames = frames;
        _cameo = cameo;
        _contexts = contexts;
    }

    internal FrameTable Frames => _frames;

    public static EventCoder Load() => Load(OwnFrames.None);

    /// <summary>A coder with the user's own words of action.</summary>
    public static EventCoder Load(OwnFrames own) => new(FrameTable.Load(own), CameoTable.Load(), ContextTable.Load());

    public IEnumerable<Claim> Code(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var matcher = new FrameMatcher(findings, _frames);
        var telling = new Telling(findings, matcher, _frames);
        var doubles = new Doubles(matcher.Syntax, _frames);
        var sports = new Sports(findings, matcher.Syntax, _frames);
        var claims = new List<Claim>();
        foreach (var sentence in findings.Analyzed.Sentences)
        {
            matcher.Match(sentence);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var match in doubles.Without(Events(matcher, sentence)).Where(m => !sports.Holds(m, sentence) && seen.Add(Key(m))))
            {
                claims.Add(Claim(findings, matcher, telling, sentence, match));
            }
        }

        return SameActs.Dated(claims, findings.Published);
    }

    /// <summary>The sentences that name two actors and in which none of the claims stands, with the reasons.</summary>
    public IEnumerable<Silence> Silences(Findings findings, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(claims);
        var told = claims.Where(c => c.Kind is not (ClaimKind.Role or ClaimKind.Figure or ClaimKind.Count)).Select(c => c.Evidence.Start).Order().ToArray();
        var silences = new Silences(findings, new FrameMatcher(findings, _frames), _frames);
        foreach (var sentence in findings.Analyzed.Sentences)
        {
            var at = Array.BinarySearch(told, sentence.Span.Start);
            var next = at >= 0 ? at : ~at;
            if ((next == told.Length || told[next] >= sentence.Span.End) && silences.NamesTwo(sentence))
            {
                yield return silences.Of(sentence);
            }
        }
    }

    private static List<EventMatch> Events(FrameMatcher matcher, Sentence sentence)
    {
        var events = new List<EventMatch>();
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (matcher.At(token) is { } match && IsEvent(match))
            {
                events.Add(match);
            }
        }

        return events;
    }

    /// <summary>Somebody must do it; help, cooperation and sanctions need the other side too, and nobody meets alone (PLOVER 0.8).</summary>
    private static bool IsEvent(EventMatch match)
    {
        var acting = match.Actors.Any(a => Casting.Counts(a.Mention.Actor));
        var sides = match.Actors.Count + match.Recipients.Count;
        return acting && !IsAtHome(match) && (sides > 1 || match.Type switch
        {
            EventType.Consult => false,
            EventType.Cooperate or EventType.Aid => match.HasOtherSide,
            _ => true,
        });
    }

    /// <summary>A president who travels in his own country visits nobody.</summary>
    private static bool IsAtHome(EventMatch match) => match is { Type: EventType.Consult, Mode: "visit", Recipients.Count: > 0 }
        && match.Actors.Concat(match.Recipients).Select(c => c.Mention.Actor.State).Distinct(StringComparer.Ordinal).ToArray() is [{ Length: > 0 }];

    /// <summary>The same act of the same parties in one sentence is one mention of it, though two words tell of it.</summary>
    private static string Key(EventMatch match) => $"{match.Type} {match.Mode} {Ids(match.Actors)} {Ids(match.Recipients)}";

    private static string Ids(IReadOnlyList<Cast> casts) => string.Join('+', casts.Select(c => c.Mention.Actor.Id).Order(StringComparer.Ordinal));

    private Claim Claim(Findings findings, FrameMatcher matcher, Telling telling, Sentence sentence, EventMatch match)
    {
        var trigger = findings.Analyzed.Tokens[match.Trigger].Span;
        var (code, weight) = _cameo.Of(match.Type, match.Mode);
        var body = new EventMention(match.Type, match.Mode, trigger)
        {
            Actors = [.. match.Actors.Select(a => a.Mention)],
            Recipients = [.. match.Recipients.Select(a => a.Mention)],
            Contexts = _contexts.Of(match.Frame.Contexts, matcher.Syntax.Under(match.Predicate).Select(matcher.Syntax.Lemma)),
            Place = telling.Place(match),
            Agreement = matcher.AgreementOf(match),
            Cameo = code,
            Goldstein = weight,
        };
        var id = ClaimId.Of(findings, ClaimKind.Event, trigger, match.Type.ToString(), match.Mode);
        return new Claim(id, body, sentence.Span, "event:" + match.Frame.Id + (match.IsRefused ? "+refused" : ""))
        {
            Time = TimeOf(findings, matcher.Syntax, sentence, match),
            Factuality = telling.Factuality(match),
            Chain = findings.ChainAt(trigger),
            Confidence = _sureness.Of(match, sentence),
        };
    }

    /// <summary>A refusal is of the day on which it is spoken, not of the days on which nothing will be done.</summary>
    private static ClaimTime? TimeOf(Findings findings, Syntax syntax, Sentence sentence, EventMatch match)
    {
        var spoken = match.IsRefused && syntax.Is(match.Predicate, "ccomp") ? syntax.Head(match.Predicate) : match.Predicate;
        var time = ClaimTimes.At(findings, sentence.Span, spoken);
        return match.IsRefused && time is { Basis: "tense" } && findings.Published is { } day ? new ClaimTime(day.Interval, day.Value, "published") : time;
    }
}
