using System.Text;
using System.Xml.Linq;
using Entente.Claims;

namespace Entente.Tests.House;

/// <summary>Writes docs/guide/codebook.md and codebook-words.md from the tables of data/ and the summaries of the enumerations, so that the codebook is what the coder does.</summary>
internal static class Codebook
{
    private static readonly IReadOnlyList<TableRow> _types = Table.Shipped("plover-types").Rows;
    private static readonly IReadOnlyList<TableRow> _modes = Table.Shipped("plover-modes").Rows;
    private static readonly IReadOnlyList<TableRow> _frames = Table.Shipped("event-frames").Rows;
    private static readonly IReadOnlyList<TableRow> _cameo = Table.Shipped("cameo").Rows;

    public static string Rules()
    {
        var text = new StringBuilder();
        text.Append($"""
            # Codebook
            Generated from [data/](../../data) by `House/CodebookTests`: change the tables, not this page.
            Cite it as *Entente codebook, version {Version()}*; which tables coded a record stands in the record itself (the coder's identity). Licence: CC BY-SA 4.0, as the codebook that it follows, PLOVER 0.8 (Open Event Data Alliance, 2021).
            All words that tell of each act stand in [codebook-words.md](codebook-words.md), what is a claim and what is none in the [rules of annotation](../../gold/README.md#rules-of-annotation), how the coder reads which construction in [docs/spec](../spec/README.md).

            ## Types
            Quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. Recipient: whether the codebook wants one. CAMEO and Goldstein: what exports give where no mode is known.

            | type | quad | score | recipient | CAMEO | Goldstein | meaning |
            |---|---|---|---|---|---|---|

            """);
        foreach (var type in _types)
        {
            var cameo = Cameo(type.Required("type"), null);
            text.Append($"| {type.Required("type")} | {type["quad"]} | {type["score"]} | {type["recipient_required"]} | {cameo?["code"]} | {cameo?["goldstein"]} | {type["meaning"]} |\n");
        }

        foreach (var type in _types)
        {
            Modes(text, type.Required("type"));
        }

        Readings(text);
        Lists(text);
        return text.ToString();
    }

    public static string Words()
    {
        var text = new StringBuilder($"""
            # Words of the codebook
            Generated from [event-frames.tsv](../../data/event-frames.tsv) and [light-verbs.tsv](../../data/light-verbs.tsv) by `House/CodebookTests`: change the tables, not this page. Version {Version()}; licence: CC BY-SA 4.0.
            Each word with a sentence in which it tells of the act. A word may stand under several types: what stands beside it decides (the column `needs` of the table). `content`: what is asked for, refused or threatened gives the mode.

            """);
        foreach (var type in _types.Select(t => t.Required("type")))
        {
            text.Append($"\n## {type}\n");
            foreach (var group in _frames.Where(f => TypeOf(f) == type).GroupBy(ModeOf).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                text.Append($"\n### {type}{(group.Key is { } mode ? " " + mode : ", no mode")}\n");
                foreach (var frame in group)
                {
                    text.Append($"- {frame["word"]} ({Class(frame)}): {frame["example"]}\n");
                }
            }
        }

        text.Append("\n## Light verbs\nThey only carry a noun of action, which names the act.\n");
        foreach (var verb in Table.Shipped("light-verbs").Rows)
        {
            text.Append($"- {verb["word"]}{(verb["preposition"] is { } preposition ? " … " + preposition : "")}{(verb["reading"] is { } reading ? $" ({reading})" : "")}: {verb["example"]}\n");
        }

        return text.ToString();
    }

    private static void Modes(StringBuilder text, string type)
    {
        text.Append($"\n### {type}\n| mode | score | CAMEO | Goldstein | meaning | example |\n|---|---|---|---|---|---|\n");
        foreach (var mode in _modes.Where(m => m["type"] == type).Select(m => (Name: m["mode"], Score: m["score"], Meaning: m["meaning"])).Prepend((null, null, "no mode")))
        {
            var cameo = Cameo(type, mode.Name);
            var frame = _frames.FirstOrDefault(f => TypeOf(f) == type && (ModeOf(f) == mode.Name || (mode.Name is null && ModeOf(f) == "content")));
            text.Append($"| {mode.Name ?? "–"} | {mode.Score} | {cameo?["code"]} | {cameo?["goldstein"]} | {mode.Meaning} | {frame?["example"]} |\n");
        }
    }

    private static void Readings(StringBuilder text)
    {
        var comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Entente.Claims.xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => string.Join(' ', (m.Element("summary")?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
        string Meaning<T>(T value)
            where T : struct, Enum => comments.GetValueOrDefault($"F:{typeof(T).FullName}.{value}", "");
        text.Append("\n## How a claim is told\nOne reading or two; certainty and polarity as FactBank has them.\n\n| reading | |\n|---|---|\n");
        foreach (var reading in Enum.GetValues<Readings>().Where(r => r != Claims.Readings.None))
        {
            text.Append($"| {string.Join(' ', CodedNames.Of(reading))} | {Meaning(reading)} |\n");
        }

        text.Append("\nCertainty: CT certain, PR probable, PS possible, U not said (conditions, questions, wishes, aims). Polarity: + it is so, - it is not.\n\n## Kinds of actor\n| kind | |\n|---|---|\n");
        foreach (var kind in Enum.GetValues<ActorKind>())
        {
            text.Append($"| {CodedNames.Of(kind)} | {(Meaning(kind) is { Length: > 0 } meaning ? meaning : "A person.")} |\n");
        }
    }

    private static void Lists(StringBuilder text)
    {
        Rows(text, "Sectors", "sectors", ("code", "code"), ("people of it", "group"), ("meaning", "meaning"));
        var set = Table.Shipped("contexts").Rows.GroupBy(r => r.Required("context"), StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join(", ", g.SelectMany(r => r.List("words"))), StringComparer.Ordinal);
        text.Append("\n## Contexts\nOf an event, several at a time: by the words under its trigger, and by the frame that found it.\n\n| context | meaning | words that set it |\n|---|---|---|\n");
        foreach (var context in Table.Shipped("plover-contexts").Rows)
        {
            text.Append($"| {context["context"]} | {context["meaning"]} | {set.GetValueOrDefault(context.Required("context"), "")} |\n");
        }

        Rows(text, "What figures measure", "measures", ("measure", "measure"), ("example", "example"));
        text.Append("\nA figure's change: `=` as it stands, `~` about, `>` more than, `<` less than, `up`, `down`. Units: ISO 4217 for money, `%`, `pp`, SI or usual symbols, or the noun of what is counted.\n");
        Rows(text, "Standings in an organisation", "membership-patterns", ("standing", "standing"), ("example", "example"));
        Rows(text, "States of an agreement", "agreement-patterns", ("state", "state"), ("example", "example"));
        Rows(text, "Propositions that somebody holds", "propositions", ("id", "id"), ("proposition", "proposition"));
        text.Append("""

            ## Codes of actors
            States: ISO 3166-1 alpha-3, `XKX` for Kosovo, and `SUN` `YUG` `CSK` `DDR` for states that have ended ([countries.tsv](../../data/countries.tsv), with COW, Gleditsch–Ward and CAMEO codes); `IGO` `NGO` `IMG` `ISM` `MNC` for those of no country.
            Persons, organisations and outlets have ids of their own (`person:xi-jinping`, `org:nato`), those that no table knows one made of their words (`name:…`, `group:…`): [names](names.md).

            """);
    }

    private static void Rows(StringBuilder text, string title, string table, params (string Header, string Column)[] columns)
    {
        text.Append($"\n## {title}\n| {string.Join(" | ", columns.Select(c => c.Header))} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");

        // One row a value: of several patterns for a standing the first example will do
        foreach (var row in Table.Shipped(table).Rows.DistinctBy(r => r[columns[0].Column]))
        {
            text.Append($"| {string.Join(" | ", columns.Select(c => row[c.Column]))} |\n");
        }
    }

    private static string Version() => typeof(Table).Assembly.GetName().Version!.ToString(3);

    private static TableRow? Cameo(string type, string? mode) => _cameo.FirstOrDefault(c => c["type"] == type && c["mode"] == mode);

    private static string TypeOf(TableRow frame) => frame.Required("type").Split('.')[0];

    private static string? ModeOf(TableRow frame) => frame.Required("type").Split('.') is [_, var mode] ? mode : null;

    private static string Class(TableRow frame) => frame["class"] switch { "v" => "verb", "n" => "noun", _ => "adjective" };
}
