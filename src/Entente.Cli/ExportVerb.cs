using System.CommandLine;
using System.Text;
using Entente.Record.Asking;
using Entente.Record.Exchanging;

namespace Entente.Cli;

/// <summary>`entente export`: the record as CSV or JSON lines.</summary>
internal sealed class ExportVerb
{
    private readonly Argument<string> _form = new("FORM") { Description = "csv or jsonl." };
    private readonly Option<string> _what = new("--what") { Description = "events, claims, figures, documents or dyads (month by month).", DefaultValueFactory = _ => "claims", HelpName = "TABLE" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write into a file.", HelpName = "FILE" };
    private readonly Option<bool> _text = new("--text") { Description = "With the words of the evidence and its sentence; without, only offsets and the page's digest." };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly FilterOptions _filter = new();

    public static Command Create()
    {
        var verb = new ExportVerb();
        var command = new Command("export", "Writes events, claims, figures, documents or dyads as CSV or JSON lines; the same pages give the same bytes.") { verb._form, verb._what, verb._output, verb._text, verb._record };
        verb._filter.AddTo(command);
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        var form = parsed.GetValue(_form);
        if (form is not ("csv" or "jsonl"))
        {
            throw new FormatException($"'{form}' is no form of export: choose csv or jsonl.");
        }

        var options = new ExportOptions(RecordOptions.Choice<ExportTable>(parsed.GetValue(_what)!, "table"), form == "jsonl", parsed.GetValue(_text)) { Filter = _filter.Of(parsed) };
        if (parsed.GetValue(_output) is not { } file)
        {
            using var console = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return Exporter.Write(archive, console, options) == 0 ? Rows.Nothing() : ExitCode.Done;
        }

        try
        {
            using var output = new StreamWriter(file, append: false, new UTF8Encoding(false));
            var count = Exporter.Write(archive, output, options);
            Console.Error.WriteLine($"{count} rows in {file}; docs/guide/exports.md explains the columns.");
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"entente: {file} cannot be written ({e.Message}): name another file with -o.");
            return ExitCode.Partly;
        }
    }
}
