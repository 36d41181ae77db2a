using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Eventing;

/// <summary>How and where an event is told: its factuality, with what the act above it makes of it, and its place.</summary>
internal sealed class Telling
{
    private static readonly Factuality Wished = new(Certainty.Unknown, Polarity.Positive, Readings.Hypothetical);
    private static readonly Factuality Promised = new(Certainty.Probable, Polarity.Positive, Readings.Planned);
    private static readonly Factuality Refused = new(Certainty.Certain, Polarity.Negative, Readings.Asserted);
    private static readonly Factuality Alleged = new(Certainty.Probable, Polarity.Positive, Readings.Rumoured);
    private readonly Findings _findings;
    private readonly FrameMatcher _matcher;
    private readonly HashSet<int> _predicates;
    private readonly HashSet<string> _possible;
    private readonly HashSet<string> _ending;

    public Telling(Findings findings, FrameMatcher matcher, FrameTable frames)
    {
        _possible = frames.Class("possible");
        _ending = frames.Class("ending");
        _findings = findings;
        _matcher = matcher;
        _predicates = [.. findings.Predicates.Select(p => p.Token)];
    }

    /// <summary>As the predicate has it; what is only asked for, threatened, offered, refused or alleged is not told as done.</summary>
    public Factuality Factuality(EventMatch match)
    {
        var token = _predicates.Contains(match.Predicate) ? match.Predicate : match.Trigger;
        var told = Factualities.Of(_findings, token, _findings.Analyzed.Tokens[token].Span);
        if (match.IsRefused)
        {
            return Refusal(told);
        }

        if (told.Readings == Readings.Hypothetical && IsSpoken(match))
        {
            return Claims.Factuality.Asserted;
        }

        if (told.Readings == Readings.Hypothetical && IsToEnd(match))
        {
            return Claims.Factuality.Asserted;
        }

        if (match.Light is { Reading: not Readings.None and var reading })
        {
            return told == Claims.Factuality.Asserted ? reading == Readings.Planned ? Promised : Wished
                : told.Readings.HasFlag(Readings.Hypothetical) ? told : Factualities.With(told, reading);
        }

        if (told == Claims.Factuality.Asserted && Infinitive(match.Predicate) is { } open)
        {
            return open;
        }

        if (told == Claims.Factuality.Asserted && IsOnlyPossible(match))
        {
            return Wished;
        }

        return told == Claims.Factuality.Asserted && Above(match) is { } act ? Under(act, told) : told;
    }

    /// <summary>"the danger of Iranian attacks".</summary>
    private bool IsOnlyPossible(EventMatch match) => match.Frame.Class == 'n' && _matcher.Syntax.Is(match.Trigger, "nmod") && _matcher.Syntax.HasCase(match.Trigger, "of")
        && _matcher.Syntax.Head(match.Trigger) is >= 0 and var head && _possible.Contains(_matcher.Syntax.Lemma(head));

    /// <summary>"called for an end to the attacks", "a reduction in the sanctions": what is to end is there.</summary>
    private bool IsToEnd(EventMatch match)
    {
        var syntax = _matcher.Syntax;
        return match.Frame.Class == 'n' && match.IsHostile && syntax.Is(match.Trigger, "nmod") && (syntax.HasCase(match.Trigger, "to") || syntax.HasCase(match.Trigger, "of") || syntax.HasCase(match.Trigger, "in"))
            && syntax.Head(match.Trigger) is >= 0 and var head && _ending.Contains(syntax.Lemma(head));
    }

    /// <summary>"will not withdraw unless …": not the withdrawal, the refusal is told of, and it is made; what others only tell of it stays.</summary>
    private static Factuality Refusal(Factuality told)
    {
        var readings = told.Readings & ~(Readings.Planned | Readings.Hypothetical | Readings.Opinion);
        return new Factuality(told.Certainty == Certainty.Unknown ? Certainty.Certain : told.Certainty, Polarity.Positive, readings == Readings.None ? Readings.Asserted : readings);
    }

    /// <summary>"Iran threatened to strike unless …": the condition is of what is threatened, the threat was made.</summary>
    private bool IsSpoken(EventMatch match) => match.Carrier < 0 && match.Type is EventType.Threaten or EventType.Agree or EventType.Request or EventType.Reject
        && match.Frame.Class == 'v' && _findings.Analyzed.Tokens[match.Trigger].Xpos == "VBD" && !_matcher.Syntax.Is(match.Trigger, "advcl")
        && _findings.AttributionOf(_findings.Analyzed.Tokens[match.Trigger].Span) is null;

    /// <summary>"Xi to visit Putin" in a headline is planned; "pressure to end the war" ends nothing.</summary>
    private Factuality? Infinitive(int verb)
    {
        var syntax = _matcher.Syntax;
        if (!syntax.IsVerb(verb) || !syntax.IsInfinitive(verb))
        {
            return null;
        }

        var head = syntax.Head(verb);
        return head < 0 ? Promised : syntax.Relation(verb) == "acl" ? (syntax.IsProper(head) ? Promised : Wished) : null;
    }

    private static Factuality Under(EventMatch act, Factuality told) => act.Type switch
    {
        EventType.Request or EventType.Threaten => Wished,
        EventType.Agree => Promised,
        EventType.Reject => Refused,
        EventType.Accuse when act.Frame.Mode is "allege" or "investigate" => Alleged,
        _ => told,
    };

    /// <summary>The act in whose content the event stands.</summary>
    private EventMatch? Above(EventMatch match)
    {
        var syntax = _matcher.Syntax;
        var isKnown = match.Carrier < 0 && syntax.IsKnown(match.Trigger);
        for (var token = match.Predicate; token >= 0; token = syntax.Head(token))
        {
            if (isKnown && syntax.Head(token) is >= 0 and var verb && syntax.IsVerb(verb) && _matcher.At(verb) is null)
            {
                return null; // "refused to recognise the sanctions", "promised to respond to the attack": they are taken for granted
            }

            if (Describes(syntax, token) || syntax.Is(token, "nsubj") || syntax.Is(token, "parataxis") || syntax.Relation(token) == "acl:relcl" || (syntax.Is(token, "advcl") && !IsContent(syntax, token)))
            {
                return null;
            }

            if (syntax.Head(token) is >= 0 and var head && _matcher.At(head) is { } act && !syntax.Is(token, "conj") && (act.Content == match || !syntax.Is(token, "obl")))
            {
                return act;
            }
        }

        return null;
    }

    /// <summary>"a warrant against a jet *downing* a drone": a participle behind a name or a noun with an article of its own tells what that does.</summary>
    private static bool Describes(Syntax syntax, int token) => syntax.Relation(token) == "acl" && syntax.IsVerb(token) && !syntax.IsInfinitive(token) && syntax.Child(token, "mark") < 0 && syntax.Child(token, "obj") >= 0;

    private static bool IsContent(Syntax syntax, int clause) => syntax.IsInfinitive(clause)
        || (syntax.Child(clause, "mark") is >= 0 and var mark && syntax.Lemma(mark) is "of" or "to" or "on" or "from" or "against" or "for");

    /// <summary>The first place of the event's own "in …", "at …".</summary>
    public PlaceMention? Place(EventMatch match)
    {
        return In(match.Trigger) ?? (match.Carrier >= 0 ? In(match.Carrier) : null);
    }

    private PlaceMention? In(int token)
    {
        var syntax = _matcher.Syntax;
        foreach (var child in syntax.Children(token))
        {
            if ((syntax.Is(child, "obl") || syntax.Is(child, "nmod")) && syntax.Case(child) is "in" or "at" or "near" or "inside" or "outside" or "across" or "over" or "off" or "to"
                && _matcher.Casting.PlaceOf(child) is { } place)
            {
                return place;
            }
        }

        return null;
    }
}
