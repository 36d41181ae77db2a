using System.CommandLine;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>The options that choose claims, the same for every verb that lists some.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _actor = new("--actor") { Description = "Only with this actor, who takes part or says it: a country's code, an actor's id, a name, or the last part of one.", HelpName = "ACTOR" };
    private readonly Option<string?> _dyad = new("--dyad") { Description = "Only between these two, as CHN-RUS.", HelpName = "A-B" };
    private readonly Option<string?> _kind = new("--kind") { Description = "Only this kind of claim: event, figure, count, membership, agreement, label, role or position.", HelpName = "KIND" };
    private readonly Option<string?> _type = new("--type") { Description = "Only this PLOVER type of event, standing, state or stance.", HelpName = "TYPE" };
    private readonly Option<string[]> _reading = new("--reading") { Description = "Only told so: asserted, planned, hypothetical, inferred, rumoured, denied or opinion.", HelpName = "READING" };
    private readonly Option<string?> _from = new("--from") { Description = "Only what may be of this day or later (2023-03-17, 2023-03, 2023).", HelpName = "DAY" };
    private readonly Option<string?> _to = new("--to") { Description = "Only what may be of this day or earlier.", HelpName = "DAY" };
    private readonly Option<string?> _publisher = new("--publisher") { Description = "Only from publishers whose name holds this.", HelpName = "NAME" };
    private readonly Option<string?> _origin = new("--origin") { Description = "Only what somebody whose name holds this says first.", HelpName = "NAME" };
    private readonly Option<double?> _confidence = new("--min-confidence") { Description = "Only claims that the coder is at least so sure of (0–1).", HelpName = "NUMBER" };
    private readonly Option<string?> _document = new("--document") { Description = "Only from this document, or page.", HelpName = "ID" };
    private readonly Option<string?> _words = new("--words") { Description = "Only what is named or described with these words: an agreement, a label, an office, a measure.", HelpName = "WORDS" };
    private readonly Option<bool> _unnamed = new("--unnamed") { Description = "Only what rests on somebody who is not named: officials, a source." };
    private readonly Option<string?> _knownBy = new("--known-by") { Description = "Only what documents published by this day say.", HelpName = "DAY" };
    private readonly Option<string[]> _accordingTo = new("--according-to")
    {
        Description = "Only what these say or pass on: names, a country's code for all its voices, outlet:NAME, outlet:RUS, outlet:state, outlet:org:nato.", HelpName = "SOURCES", AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _allegations = new("--allegations") { Description = "Only what says of a person that he did wrong." };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many rows; 0 for all.", HelpName = "N" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _actor, _dyad, _kind, _type, _reading, _from, _to, _publisher, _origin, _confidence, _document, _words, _unnamed, _knownBy, _accordingTo, _allegations, _limit })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="FormatException">A value is not one that the option takes.</exception>
    public ClaimFilter Of(ParseResult parsed) => new()
    {
        Actor = parsed.GetValue(_actor),
        Dyad = parsed.GetValue(_dyad),
        Kind = parsed.GetValue(_kind) is { } kind ? RecordOptions.Choice<ClaimKind>(kind, "kind of claim") : null,
        Type = parsed.GetValue(_type),
        Reading = (parsed.GetValue(_reading) ?? []).Aggregate(Readings.None, (all, r) => all | RecordOptions.Choice<Readings>(r, "reading")),
        From = RecordOptions.Day(parsed.GetValue(_from), last: false),
        To = RecordOptions.Day(parsed.GetValue(_to), last: true),
        Publisher = parsed.GetValue(_publisher),
        Origin = parsed.GetValue(_origin),
        MinConfidence = parsed.GetValue(_confidence),
        Document = parsed.GetValue(_document),
        Words = parsed.GetValue(_words),
        Unnamed = parsed.GetValue(_unnamed),
        KnownBy = RecordOptions.Day(parsed.GetValue(_knownBy), last: true),
        AccordingTo = [.. (parsed.GetValue(_accordingTo) ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        Allegations = parsed.GetValue(_allegations),
        Limit = parsed.GetValue(_limit),
    };
}
