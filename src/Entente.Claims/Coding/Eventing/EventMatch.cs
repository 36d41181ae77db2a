namespace Entente.Claims.Coding.Eventing;

/// <summary>A word of a text that fits a frame, with the actors it binds.</summary>
/// <param name="Trigger">Index of the token.</param>
/// <param name="Carrier">The light verb that carries the noun; -1 when there is none.</param>
internal sealed record EventMatch(EventFrame Frame, int Trigger, int Carrier)
{
    public IReadOnlyList<Cast> Actors { get; init; } = [];

    public IReadOnlyList<Cast> Recipients { get; init; } = [];

    /// <summary>The row of that light verb.</summary>
    public LightVerb? Light { get; init; }

    /// <summary>Whether the words tell of another side, be it known or not: "gave food to the homeless".</summary>
    public bool HasOtherSide { get; init; }

    /// <summary>What the act asks for, threatens, refuses or offers, where that is an event too.</summary>
    public EventMatch? Content { get; init; }

    /// <summary>Whether the words say that the doer will not do it, which is a refusal (<see cref="Refusals"/>).</summary>
    public bool IsRefused { get; init; }

    public EventType Type => IsRefused ? EventType.Reject : Frame.Type;

    /// <summary>Whether they met at the meeting of an organisation or a larger one: "at the G20 summit".</summary>
    public bool IsMultilateral { get; init; }

    /// <summary>The token whose tense and mood are the event's.</summary>
    public int Predicate => Carrier >= 0 ? Carrier : Trigger;

    public bool IsHostile => Type is EventType.Sanction or EventType.Mobilize or EventType.Coerce or EventType.Assault or EventType.Protest or EventType.Threaten;

    public bool IsFriendly => Type is EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Retreat;

    /// <summary>The mode; of a request, refusal or threat that its frame leaves open, the one that its content gives.</summary>
    public string? Mode => Frame.Mode switch
    {
        _ when IsRefused => RefusedMode(Frame.Type == EventType.Agree ? Content?.Type : Frame.Type),
        null when IsMultilateral => "multilateral",
        "content" => Type == EventType.Threaten ? ThreatenedMode : WantedMode,
        var mode => mode,
    };

    /// <summary>What is asked for by its word alone, where that is no event of the lexicon: "asked Japan for help" (data/wanted-modes.tsv).</summary>
    public string? WantedByWord { get; init; }

    private string? WantedMode => Type == EventType.Request && WantedByWord is { } word ? word : RefusedMode(Content?.Type);

    private static string? RefusedMode(EventType? content) => content switch
    {
        EventType.Consult => "meet",
        EventType.Retreat or EventType.Concede => "yield",
        EventType.Aid or EventType.Cooperate or EventType.Support or EventType.Agree => "assist",
        null => null,
        _ => "change",
    };

    private string? ThreatenedMode => (Content?.Type, Content?.Mode) switch
    {
        (EventType.Coerce, _) when Content.Frame.Contexts.Contains("territory") => "territory",
        (EventType.Assault or EventType.Mobilize, _) => "violence",
        (EventType.Coerce, "arrest") => "arrest",
        (EventType.Coerce, _) => "restrict",
        (EventType.Sanction or EventType.Coerce, "expel" or "deport") => "expel",
        (EventType.Sanction or EventType.Reject, _) => "relations",
        _ => null,
    };
}
