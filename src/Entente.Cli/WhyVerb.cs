using System.CommandLine;
using System.Globalization;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Exchanging;

namespace Entente.Cli;

/// <summary>`entente why`: where a claim comes from, and what was assumed on the way.</summary>
internal sealed class WhyVerb
{
    /// <summary>Characters of the text shown on either side of the sentence.</summary>
    private const int Context = 240;

    private readonly Argument<string?> _id = new("ID") { Description = "A claim's id, or the beginning of it; of an event all its mentions.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _text = new("--text") { Description = "Code this text instead, and tell of each sentence what it yields by which row of the lexicon, or why nothing.", HelpName = "TEXT" };
    private readonly Option<string?> _date = new("--date") { Description = "With --text: the day it was published, as 2023-03-17.", HelpName = "DAY" };
    private readonly Option<string?> _actors = OwnTables.Actors();
    private readonly Option<string?> _frames = OwnTables.Frames();
    private readonly Option<string?> _cues = OwnTables.Cues();
    private readonly Option<string?> _propositions = OwnTables.Propositions();
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();

    public static Command Create()
    {
        var verb = new WhyVerb();
        var command = new Command("why", "Tells where a claim comes from: the sentence in its context, the chain of sources, the rule, the fallbacks.") { verb._id, verb._text, verb._date, verb._actors, verb._frames, verb._cues, verb._propositions, verb._record, verb._json };
        command.SetAction(parsed => parsed.GetValue(verb._text) is { } text
            ? RecordOptions.Guard(() => verb.Tell(text, parsed))
            : RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    private int Tell(string text, ParseResult parsed)
    {
        var coder = Coder.Load(AnalysisDepth.Trees, OwnTables.ReadActors(parsed.GetValue(_actors), "."), OwnTables.ReadFrames(parsed.GetValue(_frames), "."), OwnTables.ReadCues(parsed.GetValue(_cues), "."), OwnTables.ReadPropositions(parsed.GetValue(_propositions), "."));
        new WhyText(Console.Out).Write(coder, text, RecordOptions.Day(parsed.GetValue(_date), last: false));
        return ExitCode.Done;
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        if (parsed.GetValue(_id) is not { } id)
        {
            Console.Error.WriteLine("entente: name a claim or event (entente show claims lists the ids), or give a sentence with --text.");
            return ExitCode.Usage;
        }

        IReadOnlyList<ClaimRow> claims = archive.Claim(id) is { } one ? [one] : archive.Claims(new ClaimFilter { Event = id });
        if (claims.Count == 0)
        {
            Console.Error.WriteLine($"entente: there is no one claim or event {id}: entente show claims lists the ids.");
            return ExitCode.Partly;
        }

        if (parsed.GetValue(_json))
        {
            return Rows.Json(claims, ExportTable.Claims);
        }

        foreach (var claim in claims)
        {
            Write(claim, archive.Document(claim.Document)!, archive.Outlets);
        }

        return ExitCode.Done;
    }

    private static void Write(ClaimRow claim, DocumentView page, Outlets outlets)
    {
        var output = Console.Out;
        output.WriteLine($"{claim.Id}  {CodedNames.Of(claim.Kind)}: {claim.Gist}");
        output.WriteLine();
        output.WriteLine(InContext(claim, page));
        output.WriteLine();
        var table = new TextTable("", "");
        table.Add("document", $"{claim.Document}, {claim.Publisher ?? "publisher unknown"}{(claim.Title is null ? "" : ", “" + claim.Title + "”")}");
        table.Add("place", $"characters {claim.Start}–{claim.Stop} of the text, in {BlockOf(claim, page)}; page {claim.Page}");
        foreach (var (part, link) in Says(claim))
        {
            table.Add(part, link);
        }

        var day = page.Row.Published?.Latest ?? page.Row.Published?.Earliest;
        foreach (var outlet in claim.Chain.Links.Select(l => outlets.Of(l, day)).Append(outlets.Of(claim.Publisher, page.Row.Uri, day)).OfType<OutletFacts>().DistinctBy(o => o.Name, StringComparer.Ordinal))
        {
            table.Add("outlet", outlet.ToString());
        }

        table.Add("told", $"{claim.Told}; certainty {CodedNames.Of(claim.Factuality.Certainty)}, polarity {CodedNames.Of(claim.Factuality.Polarity)}"
            + (claim.Decided.Count > 0 ? "; decided by “" + string.Join("”, “", claim.Decided) + "”" : ""));
        table.Add("time", TimeOf(claim, page));
        foreach (var line in DatingText.Lines(page))
        {
            table.Add("page dated by", line);
        }

        foreach (var party in claim.Parties)
        {
            table.Add(party.Part, $"“{party.Words}” = {party.Actor.Name} ({party.Actor.Id}{Codes(party.Actor)}){(party.Via is null or "name" ? "" : ", by " + party.Via)}{(party.Antecedent is null ? "" : $", which goes back to “{party.Antecedent}”")}");
        }

        if (claim.Allegation is { } allegation)
        {
            table.Add("allegation", $"{AllegationText.Against(claim, allegation)}; {(allegation.Denials.Count == 0 ? "no denial found in the document" : "denied in the document:")}");
            foreach (var denial in allegation.Denials)
            {
                table.Add("", AllegationText.Denial(denial));
            }
        }

        if (claim.Coder is { } coder)
        {
            table.Add("coder", coder + ", beside Entente's own");
            foreach (var doubt in claim.Doubts)
            {
                table.Add("doubt", doubt);
            }
        }

        foreach (var mark in claim.Corrections)
        {
            table.Add("corrected", $"{mark.What} by {mark.Author}, {mark.At:yyyy-MM-dd HH:mm} ({(mark.OverruledBy is { } by ? "overruled by " + by : "entente correct undo " + mark.Correction)})");
        }

        table.Add("rule", claim.Rule);
        table.Add("confidence", claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture) + ", the coder's own");
        if (claim.Event is not null)
        {
            table.Add("event", claim.Event);
        }

        table.Write(output, null);
        output.WriteLine();
    }

    /// <summary>The chain, one link a line from the publisher to the origin, each with the words that made it.</summary>
    internal static IEnumerable<(string Part, string Link)> Says(ClaimRow claim)
    {
        var links = claim.Chain.Links;
        if (links.Count == 0)
        {
            yield return ("says", "the article (its publisher is not known)");
        }

        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            yield return (i == 0 ? "says" : "", $"{(i == 0 ? "" : "→ ")}{link.Name}, {CodedNames.Of(link.Kind)}{(link.Actor is null ? "" : $" ({link.Actor})")}"
                + (link.Words is null ? "" : $", by “{link.Words}”")
                + (link.Gives is Readings.None or Readings.Asserted ? "" : $", {string.Join(" and ", CodedNames.Of(link.Gives))}"));
        }
    }

    /// <summary>The sentence with what stands before and after it; the evidence between arrows.</summary>
    private static string InContext(ClaimRow claim, DocumentView page)
    {
        var text = page.Text;
        if (claim.Evidence.End > text.Length || claim.Evidence.In(text) != claim.Quote)
        {
            // another coder had another text of it
            return "→" + claim.Quote + "←";
        }

        var sentence = page.Sentences.FirstOrDefault(s => s.Contains(claim.Evidence));
        var whole = sentence.Length == 0 ? claim.Evidence : sentence;
        var from = Math.Max(0, whole.Start - Context);
        var to = Math.Min(text.Length, whole.End + Context);
        return (from > 0 ? "… " : "") + text[from..claim.Evidence.Start] + "→" + claim.Quote + "←" + text[claim.Evidence.End..to] + (to < text.Length ? " …" : "");
    }

    private static string BlockOf(ClaimRow claim, DocumentView page) =>
        page.Blocks.FirstOrDefault(b => b.Span.Contains(claim.Evidence.Start)) is { } block ? $"a {CodedNames.Of(block.Role)} block" : "no block";

    private static string TimeOf(ClaimRow claim, DocumentView page)
    {
        var published = page.Row.Published is { } day ? $"; the page is of {day} (by {string.Join(", ", page.Row.PublishedBasis)})" : "; the page has no date";
        return claim.Time is not { } time
            ? "nothing tells" + published
            : $"{time} ({claim.TimeValue}), {claim.TimeBasis}" + (claim.TimeBasis == "published" ? ": a fallback, the day of publication, for the sentence gives no time" : "") + published;
    }

    private static string Codes(Actor actor) => string.Concat(new[] { actor.Country, actor.Sector }.Where(c => c is not null).Select(c => " " + c));
}
