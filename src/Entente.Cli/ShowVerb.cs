using System.CommandLine;
using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Exchanging;
using Entente.Server;

namespace Entente.Cli;

/// <summary>`entente show`: what the record holds, as tables.</summary>
internal sealed class ShowVerb
{
    private readonly Argument<string> _what = new("WHAT") { Description = "documents, stories (documents that tell the same), versions (captures of one page at different times), actors, dyads, events, claims, problems, confidence (what the coder's confidence is worth by what you judged), or page with a document's ID; with all who say so and their sentences: agreements, labels, figures, counts, memberships, offices, positions, plans, disputed (what claims disagree about), unique (what one document alone tells), or matter with its ID.", DefaultValueFactory = _ => "documents" };
    private readonly Argument<string?> _id = new("ID") { Description = "The document, for page; the matter or event, for matter.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();
    private readonly Option<string?> _outcome = new("--outcome") { Description = "Of plans: only those that are open, have happened or were cancelled, as later pages tell it.", HelpName = "OUTCOME" };
    private readonly Option<bool> _brief = new("--brief") { Description = "Without the sentences." };
    private readonly Option<string?> _coder = new("--coder") { Description = "Of claims: those of this other coder in the place of Entente's own (entente coders lists them).", HelpName = "NAME" };
    private readonly FilterOptions _filter = new();

    public static Command Create()
    {
        var verb = new ShowVerb();
        var command = new Command("show", "Shows what the record holds: documents, actors, dyads, events, claims, problems, what a confidence is worth, one page with its claims, or what claims are about with all who say so.") { verb._what, verb._id, verb._outcome, verb._brief, verb._coder, verb._record, verb._json };
        verb._filter.AddTo(command);
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        var (filter, json) = (_filter.Of(parsed) with { Coder = parsed.GetValue(_coder) }, parsed.GetValue(_json));
        if (filter.Coder is { } coder && (parsed.GetValue(_what) != "claims" || archive.Coders().All(c => c.Coder != coder)))
        {
            throw new FormatException(parsed.GetValue(_what) != "claims" ? "--coder shows claims alone: entente show claims --coder NAME." : $"There is no coder '{coder}': entente coders lists them.");
        }

        return parsed.GetValue(_what) switch
        {
            "documents" => Documents(archive, filter, json),
            "actors" => Actors(archive, filter, json),
            "dyads" => Dyads(archive, filter, json),
            "events" => Events(archive, filter, json),
            "figures" when json => Claims(archive, filter, archive.Claims(filter).Where(c => c.Figure is not null), ExportTable.Figures, json),
            "claims" => Claims(archive, filter, archive.Claims(filter), ExportTable.Claims, json),
            "problems" => Problems(archive, json),
            "confidence" => Confidence(archive, filter, json),
            "stories" => ShowVersions.Stories(archive, json),
            "versions" => ShowVersions.Run(archive, parsed.GetValue(_brief), json),
            "page" => Page(archive, parsed.GetValue(_id), json),
            { } matters when ShowMatters.Names.Contains(matters) => ShowMatters.Run(archive, matters, parsed.GetValue(_id), filter, parsed.GetValue(_outcome), parsed.GetValue(_brief), json),
            var other => throw new FormatException($"There is no '{other}' to show: choose documents, stories, versions, actors, dyads, events, claims, problems, confidence, page, {string.Join(", ", ShowMatters.Names)}."),
        };
    }

    private static int Documents(Archive archive, ClaimFilter filter, bool json)
    {
        var rows = archive.Documents()
            .Where(d => filter.Publisher is null || d.Publisher?.Contains(filter.Publisher, StringComparison.OrdinalIgnoreCase) == true)
            .Where(d => filter.Document is not { } id || d.Id == id || d.Id.StartsWith(id + "#", StringComparison.Ordinal))
            .Where(d => (filter.From is null || d.Published?.Latest >= filter.From) && (filter.To is null || d.Published?.Earliest <= filter.To))
            .Take(filter.Limit > 0 ? filter.Limit : int.MaxValue).ToList();
        if (json)
        {
            return Rows.Json(rows);
        }

        var table = new TextTable("document", "published", "publisher", "control", "claims", "comments", "dropped", "title");
        foreach (var d in rows)
        {
            table.Add(
                d.Id, d.Published?.ToString() ?? "?", d.Publisher ?? "?", archive.Outlets.Of(d.Publisher, d.Uri, d.Published?.Latest ?? d.Published?.Earliest)?.Control, Number(d.Claims), Number(d.Comments), (d.Dropped * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
                (d.Title ?? (d.Paths.Count > 0 ? d.Paths[0] : "")) + string.Concat(d.Problems.Select(p => p.Code).Distinct().Select(c => " [" + c + "]")));
        }

        return Rows.Table(table);
    }

    private static int Actors(Archive archive, ClaimFilter filter, bool json)
    {
        var rows = archive.Actors()
            .Where(a => filter.Actor is not { } w || a.Actor.Id == w || string.Equals(a.Actor.Country, w, StringComparison.OrdinalIgnoreCase) || a.Actor.Name.Contains(w, StringComparison.OrdinalIgnoreCase))
            .Take(filter.Limit > 0 ? filter.Limit : int.MaxValue).ToList();
        if (json)
        {
            return Rows.Json(rows);
        }

        var table = new TextTable("actor", "kind", "country", "sector", "claims", "mentions", "documents", "name");
        foreach (var a in rows)
        {
            table.Add(
                a.Actor.Id, CodedNames.Of(a.Actor.Kind), a.Actor.Country, a.Actor.Sector, Number(a.Claims), Number(a.Mentions), Number(a.Documents),
                a.Actor.Name + (a.Roles.Count > 0 ? ", " + a.Roles[0] : ""));
        }

        return Rows.Table(table);
    }

    private static int Dyads(Archive archive, ClaimFilter filter, bool json)
    {
        var rows = archive.Dyads()
            .Where(d => filter.Actor is not { } w || d.A.Equals(w, StringComparison.OrdinalIgnoreCase) || d.B.Equals(w, StringComparison.OrdinalIgnoreCase))
            .Where(d => filter.Dyad is not { } w || d.Id.Equals(w, StringComparison.OrdinalIgnoreCase) || (d.B + "-" + d.A).Equals(w, StringComparison.OrdinalIgnoreCase))
            .Take(filter.Limit > 0 ? filter.Limit : int.MaxValue).ToList();
        if (json)
        {
            return Rows.Json(rows);
        }

        var table = new TextTable("dyad", "claims", "events", "documents", "origins", "from", "to", "goldstein", "names");
        foreach (var d in rows)
        {
            table.Add(
                d.Id, Number(d.Claims), Number(d.Events), Number(d.Documents), Number(d.Origins), d.First?.ToString("O"), d.Last?.ToString("O"),
                d.Goldstein?.ToString("0.0", CultureInfo.InvariantCulture), d.NameA + " and " + d.NameB);
        }

        return Rows.Table(table);
    }

    private static int Events(Archive archive, ClaimFilter filter, bool json)
    {
        if (json)
        {
            return Rows.Json(archive.Events(filter));
        }

        var table = new TextTable("event", "when", "status", "type", "documents", "origins", "who");
        foreach (var e in archive.Events(filter))
        {
            table.Add(
                e.Id, e.Time?.ToString() ?? "?", e.Status + (e.Denials > 0 ? ", denied" : "") + (e.Happened.Count > 0 ? ", happened" : ""), e.Type + (e.Mode is null ? "" : " " + e.Mode),
                Number(e.Documents), Number(e.OriginsNamed), (e.Allegations.Count > 0 ? "alleged: " : "") + string.Join(", ", e.Actors) + (e.Recipients.Count > 0 ? " → " + string.Join(", ", e.Recipients) : ""));
            foreach (var claim in e.Allegations)
            {
                Note(table, claim);
            }
        }

        return Rows.Table(table);
    }

    private static int Claims(Archive archive, ClaimFilter filter, IEnumerable<ClaimRow> rows, ExportTable export, bool json)
    {
        if (json)
        {
            return Rows.Json(rows.ToList(), export);
        }

        var listed = rows.ToList();
        if (listed.Count == 0)
        {
            return Rows.Nothing(archive, filter.Words);
        }

        var corrected = archive.Corrected(listed);
        var table = new TextTable("claim", "when", "told", "sure", "origin", "what");
        foreach (var c in listed)
        {
            table.Add(
                c.Id, When(c), c.Told, c.Confidence.ToString("0.00", CultureInfo.InvariantCulture), TextTable.Cut(c.Chain.Origin?.Name ?? "?", 24),
                (c.Kind == ClaimKind.Event ? "" : CodedNames.Of(c.Kind) + " ") + (c.Allegation is null ? "" : "alleged: ") + c.Gist);
            if (EvidenceText.Correction(corrected, c.Id) is { } correction)
            {
                table.Note("    " + correction);
            }

            if (c.Corrections.Count > 0)
            {
                table.Note("    " + string.Join(", ", c.Corrections.Select(m => $"{m.What} by {m.Author}{(m.OverruledBy is null ? "" : " (overruled)")}")));
            }

            Note(table, c);
        }

        return Rows.Table(table);
    }

    private static int Problems(Archive archive, bool json)
    {
        var rows = archive.Problems();
        if (json)
        {
            return Rows.Json(rows);
        }

        var table = new TextTable("file", "code", "read", "problem");
        foreach (var p in rows)
        {
            table.Add(p.Path, p.Problem.Code, p.Read ? "yes" : "no", p.Problem.Message);
        }

        return Rows.Table(table);
    }

    private static int Confidence(Archive archive, ClaimFilter filter, bool json)
    {
        var table = archive.Calibration(filter);
        if (json)
        {
            Console.Out.WriteLine(AnswerJson.Line(CalibrationAnswer.Of(table)));
            return ExitCode.Done;
        }

        if (table.All.Claims == 0)
        {
            return Rows.Nothing();
        }

        CalibrationText.Write(Console.Out, table);
        Console.Out.WriteLine(table.All.Judged == 0
            ? "Nothing was judged yet. entente sample 100 --judge asks about 100 random claims, one key each; what you judge is kept and stands here."
            : "entente sample N --judge judges more (docs/guide/precision.md).");
        return ExitCode.Done;
    }

    private static int Page(Archive archive, string? id, bool json)
    {
        if (id is null)
        {
            throw new FormatException("Name the document: entente show page ID; entente show documents lists them.");
        }

        if ((archive.Document(id) ?? OnlyBeginning(archive, id)) is not { } view)
        {
            Console.Error.WriteLine($"entente: there is no document {id}: entente show documents lists them.");
            return ExitCode.Partly;
        }

        if (json)
        {
            Console.Out.WriteLine(Encoding.UTF8.GetString(archive.Coded(view.Row.Id)!));
            return ExitCode.Done;
        }

        PageText.Write(Console.Out, view);
        return ExitCode.Done;
    }

    /// <summary>The one document whose id begins so.</summary>
    private static DocumentView? OnlyBeginning(Archive archive, string id) =>
        archive.Beginning(id) is [var one] ? archive.Document(one.Id) : null;

    /// <summary>The days, with "~" where the day of publication stands in for want of better.</summary>
    internal static string When(ClaimRow claim) => claim.Time is { } time ? (claim.TimeBasis == "published" ? "~" : "") + time : "?";

    /// <summary>Puts what an allegation never stands without under its row.</summary>
    private static void Note(TextTable table, ClaimRow claim)
    {
        foreach (var line in AllegationText.Lines(claim))
        {
            table.Note(line);
        }
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
