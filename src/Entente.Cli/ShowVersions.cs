using Entente.Record;
using Entente.Record.Asking;
using Entente.Server;

namespace Entente.Cli;

/// <summary>`entente show versions` and `entente show stories`: documents that belong together.</summary>
internal static class ShowVersions
{
    public static int Run(Archive archive, bool brief, bool json)
    {
        var rows = archive.Versions();
        if (rows.Count == 0)
        {
            return Rows.Nothing();
        }

        foreach (var row in rows)
        {
            if (json)
            {
                Console.Out.WriteLine(AnswerJson.Line(VersionAnswer.Of(row)));
            }
            else
            {
                Write(row, new EvidenceText(Console.Out, brief));
            }
        }

        return ExitCode.Done;
    }

    public static int Stories(Archive archive, bool json)
    {
        var rows = archive.Stories();
        if (json)
        {
            rows.ToList().ForEach(s => Console.Out.WriteLine(AnswerJson.Line(new { story = s.Id, documents = s.Documents.Select(d => d.Id) })));
            return rows.Count == 0 ? Rows.Nothing() : ExitCode.Done;
        }

        var table = new TextTable("story", "document", "published", "publisher", "title");
        foreach (var (story, document) in rows.SelectMany(s => s.Documents.Select(d => (s, d))))
        {
            table.Add(story.Id, document.Id, document.Published?.ToString() ?? "?", document.Publisher ?? "?", document.Title ?? "");
        }

        return Rows.Table(table);
    }

    private static void Write(VersionRow row, EvidenceText evidence)
    {
        var output = Console.Out;
        output.WriteLine(row.Family);
        foreach (var capture in row.Captures)
        {
            output.WriteLine($"  {capture.Document}  {capture.Path}  published {capture.Published ?? "?"}{(capture.Captured is null ? "" : ", captured " + capture.Captured)}{(capture.Run is null ? "" : ", read in run " + capture.Run)}");
            foreach (var note in capture.Notes)
            {
                output.WriteLine($"    {note.Kind}: “{TextTable.OneLine(note.Sentence, int.MaxValue)}”");
                foreach (var (was, now) in note.Corrects)
                {
                    output.WriteLine($"      {(now is null ? "takes back" : "corrects")} claim {was.Id}: {Gist(was)}{(now is null ? "" : $" → claim {now.Id}: {Gist(now)}")}");
                }
            }
        }

        foreach (var change in row.Changes)
        {
            output.WriteLine($"  from {change.From} to {change.To}: {change.Added.Count} added, {change.Dropped.Count} dropped, {change.Reworded.Count} reworded");
            Write(evidence, "added", change.Added);
            Write(evidence, "dropped", change.Dropped);
            foreach (var (was, now) in change.Reworded)
            {
                output.WriteLine("   reworded: " + was.Gist + (was.Gist == now.Gist ? "" : " → " + now.Gist));
                evidence.Write(StateVoice.Of(was));
                evidence.Write(StateVoice.Of(now));
            }
        }
    }

    private static void Write(EvidenceText evidence, string what, IReadOnlyList<ClaimRow> claims)
    {
        foreach (var claim in claims)
        {
            Console.Out.WriteLine($"   {what}: {claim.Gist}");
            evidence.Write(StateVoice.Of(claim));
        }
    }

    /// <summary>An allegation stands below with all that belongs to it, and here only as such.</summary>
    private static string Gist(ClaimRow claim) => claim.Allegation is null ? claim.Gist : "an allegation";
}
