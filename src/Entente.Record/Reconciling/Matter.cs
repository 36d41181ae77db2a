using System.Security.Cryptography;
using System.Text;
using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>
/// What several claims are about, and how many independent voices say so. Named origins count by name; a document whose sentence repeats an earlier document's adds none;
/// and where nobody is named nothing is known of its lineage, so that it counts apart.
/// </summary>
/// <param name="Persons">Of an event: who acts for each side, where that tells it from another of the same time.</param>
internal sealed record Matter(MatterKey What, DateInterval? Time, IReadOnlyList<string> Persons, IReadOnlyList<Mention> Mentions)
{
    private static readonly string[] Bases = ["stated", "relative", "era", "elsewhere", "tense", "published"];

    /// <summary>Made of what it is about and when, so that pages on other matters never change it.</summary>
    public string Name { get; } = NameOf(What, Time, Persons);

    public int Documents => Mentions.Select(m => m.Document).Distinct().Count();

    /// <summary>Different named origins. A publisher in its own voice is none where its sentence is a copy.</summary>
    public IEnumerable<string> NamedOrigins => Mentions.Where(m => !(m.OwnVoice && m.Root is not null)).Select(m => m.Origin).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public int OriginsNamed => NamedOrigins.Count();

    /// <summary>Documents that only repeat another document's wording.</summary>
    public int OriginsCopied => Mentions.GroupBy(m => m.Document).Count(d => d.All(m => m.Root is not null));

    /// <summary>Documents with wording of their own that name nobody.</summary>
    public int OriginsUnknown => Mentions.GroupBy(m => m.Document).Count(d => d.All(m => m.Origin is null) && d.Any(m => m.Root is null));

    public int Asserted => Mentions.Count(m => m.Stand is Stand.Asserted);

    public int Planned => Mentions.Count(m => m.Stand == Stand.Planned);

    public int Denied => Mentions.Count(m => m.Denied);

    /// <summary>The claim that stands for it in a list: the surest.</summary>
    public Mention Best => Mentions.OrderBy(m => m.Denied).ThenByDescending(m => m.Confidence).ThenBy(m => m.Claim, StringComparer.Ordinal).First();

    public int? Weight => Mentions.OrderByDescending(m => m.Confidence).ThenBy(m => m.Claim, StringComparer.Ordinal).Select(m => m.Weight).FirstOrDefault(w => w is not null);

    /// <summary>What its time rests on: a stated day before a day reckoned, and the day of publication last.</summary>
    public string? Basis => SurestBasis(Mentions.Where(m => m.TimeBasis is not null && (What.Kind != "event" || m.Time == Time)).Select(m => m.TimeBasis!));

    public Agreement Agreement => What.Kind == "figure" ? Rounding.Of(Mentions) : Agreement.Single;

    public IEnumerable<(string A, string B)> Dyads => Mentions.SelectMany(m => m.Dyads).Distinct().Order();

    /// <summary>The least and the greatest number that it is told with.</summary>
    public (double? Low, double? High) Range => (Mentions.Min(m => m.Value), Mentions.Max(m => m.Value is null ? null : m.High ?? m.Value));

    /// <summary>The first and the last day that any of its claims may be of.</summary>
    public (int? First, int? Last) Reach => (Mentions.Min(m => (m.Time?.Earliest ?? m.Time?.Latest)?.DayNumber), Mentions.Max(m => (m.Time?.Latest ?? m.Time?.Earliest)?.DayNumber));

    /// <summary>How many days its time leaves open; null when it has no end or no beginning.</summary>
    public int? Days => Time is { Earliest: { } a, Latest: { } b } ? b.DayNumber - a.DayNumber : null;

    /// <summary>"told", "planned" or "hypothetical" of an event; "planned" too of an agreement that nobody tells more of than that it is planned or in talks.</summary>
    public string Status => What.Kind == "agreement" && Mentions.All(m => AgreementSteps.Of(m) == AgreementStep.Open) ? "planned" : What.Status;

    /// <summary>Told as having happened, and not only as denied.</summary>
    public bool Happened => What.Kind == "event" && What.Status == "told" && Denied < Mentions.Count;

    /// <summary>The matters of one bucket: events by their days, everything else as one each.</summary>
    public static IEnumerable<Matter> Of(IReadOnlyList<Mention> bucket) => bucket.GroupBy(m => m.What).SelectMany(g => g.Key.Kind == "event"
        ? EventGrouper.Group([.. g]).Select(e => new Matter(g.Key, e.Time, e.Persons, [.. e.Members.OrderBy(m => m.Claim, StringComparer.Ordinal)]))
        : [new Matter(g.Key, Span(g), [], [.. g.OrderBy(m => m.Claim, StringComparer.Ordinal)])]);

    public static string? SurestBasis(IEnumerable<string> bases) => bases.OrderBy(b => Array.IndexOf(Bases, b)).ThenBy(b => b, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>From the first day that a claim gives to the last.</summary>
    private static DateInterval? Span(IEnumerable<Mention> mentions)
    {
        var times = mentions.Select(m => m.Time).OfType<DateInterval>().ToArray();
        return times.Length == 0 ? null : new DateInterval(times.Min(t => t.Earliest ?? t.Latest), times.Max(t => t.Latest ?? t.Earliest));
    }

    public static string NameOf(MatterKey key, DateInterval? time, IReadOnlyList<string> persons)
    {
        var line = key.Kind == "event" ? key.Line + "\t" + time + "\t" + string.Join('|', persons) : key.Line;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..12];
    }
}
