using Entente.Claims.Coding.Eventing;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>Of which types words of action tell, and which types lie near each other: by one word something may be agreed, asked or refused, but no shot is fired.</summary>
internal sealed class EventWords
{
    private readonly FrameTable _frames;
    private readonly Dictionary<EventType, int> _quads;

    private EventWords(FrameTable frames, Dictionary<EventType, int> quads) => (_frames, _quads) = (frames, quads);

    public static EventWords Load(OwnFrames own) => new(
        FrameTable.Load(own),
        Table.Shipped("plover-types").Rows.ToDictionary(r => Enum.Parse<EventType>(r.Required("type"), ignoreCase: true), r => int.Parse(r.Required("quad"), System.Globalization.CultureInfo.InvariantCulture)));

    public IReadOnlyList<EventType> Types(Token token, string form) => [.. _frames.Of(_frames.LemmaOf(token, form.ToLowerInvariant()), token.Upos).ToArray().Select(f => f.Type).Distinct()];

    /// <summary>Of one PLOVER quad, both cooperative (1, 2), or both words and no deeds (1, 3).</summary>
    public bool AreNear(EventType one, EventType other) => _quads[one] == _quads[other] || (_quads[one] <= 2 && _quads[other] <= 2) || (_quads[one] % 2 == 1 && _quads[other] % 2 == 1);
}
