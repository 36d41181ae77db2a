using System.CommandLine;
using System.Globalization;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Relating;
using Entente.Server;

namespace Entente.Cli;

/// <summary>`entente state`: a relationship on a date, as known by a date, according to chosen sources; and the difference of two such states.</summary>
internal sealed class StateVerb
{
    private readonly Argument<string> _dyad = new("A-B") { Description = "Two countries or organisations, as CHN-RUS." };
    private readonly Option<string?> _on = new("--on") { Description = "The day, month or year that it is the state of; of a year what passed in it, else what passed in the year before. Without it: all that is told.", HelpName = "DAY" };
    private readonly Option<string?> _since = new("--since") { Description = "The first day for what passes: labels, figures, meetings, acts, positions, disputes.", HelpName = "DAY" };
    private readonly Option<string?> _knownBy = new("--known-by") { Description = "Only what documents published by this day say.", HelpName = "DAY" };
    private readonly Option<string[]> _accordingTo = new("--according-to")
    {
        Description = "Only what these say or pass on: names, a country's code for all its voices, outlet:NAME, outlet:RUS, outlet:state, outlet:org:nato.", HelpName = "SOURCES", AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _against = new("--against")
    {
        Description = "The difference from another state, which is as the first but for what stands here: a day, known-by:DAY, or sources.", HelpName = "VALUES", AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _brief = new("--brief") { Description = "Without the sentences." };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();

    public static Command Create()
    {
        var verb = new StateVerb();
        var command = new Command("state", "Tells the state of a relationship: what it is called and by whom, agreements, memberships, figures, meetings, plans, positions, disputes, each with its sentence.")
        {
            verb._dyad, verb._on, verb._since, verb._knownBy, verb._accordingTo, verb._against, verb._brief, verb._record, verb._json,
        };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        var (a, b) = Pair(parsed.GetValue(_dyad)!);
        var question = new StateQuestion(a, b) { KnownBy = RecordOptions.Day(parsed.GetValue(_knownBy), last: true), AccordingTo = Sources(parsed.GetValue(_accordingTo) ?? []) }.At(parsed.GetValue(_on));
        question = parsed.GetValue(_since) is { } since ? question with { Since = RecordOptions.Day(since, last: false) } : question;
        if (archive.State(question) is not { } state)
        {
            return Rows.Nothing();
        }

        if ((parsed.GetValue(_against) ?? []) is not { Length: > 0 } against)
        {
            return Told(state, parsed);
        }

        var difference = Relater.Difference(state, archive.State(Against(question, against))!);
        if (parsed.GetValue(_json))
        {
            Console.Out.WriteLine(AnswerJson.Line(DifferenceAnswer.Of(difference)));
        }
        else
        {
            StateText.Write(Console.Out, difference, parsed.GetValue(_brief));
        }

        return ExitCode.Done;
    }

    private int Told(RelationState state, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
        {
            Console.Out.WriteLine(AnswerJson.Line(StateAnswer.Of(state)));
        }
        else
        {
            StateText.Write(Console.Out, state, parsed.GetValue(_brief));
        }

        return state.Sections.Count == 0 ? ExitCode.Partly : ExitCode.Done;
    }

    /// <summary>The other state: as the first, but for what is given.</summary>
    private static StateQuestion Against(StateQuestion first, IReadOnlyList<string> values)
    {
        var sources = new List<string>();
        foreach (var value in values)
        {
            if (value.StartsWith("known-by:", StringComparison.Ordinal))
            {
                first = first with { KnownBy = RecordOptions.Day(value["known-by:".Length..], last: true) };
            }
            else if (value.Length > 0 && char.IsAsciiDigit(value[0]))
            {
                first = first.At(value);
            }
            else
            {
                sources.Add(value);
            }
        }

        return sources.Count == 0 ? first : first with { AccordingTo = Sources(sources) };
    }

    private static string[] Sources(IEnumerable<string> values) => [.. values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static (string A, string B) Pair(string dyad)
    {
        var at = dyad.IndexOfAny(['-', '/', ',']);
        return at > 0 && at < dyad.Length - 1
            ? (dyad[..at], dyad[(at + 1)..])
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{dyad}' names no two actors: write it as CHN-RUS, or with an organisation's id as RUS-org:nato."));
    }
}
