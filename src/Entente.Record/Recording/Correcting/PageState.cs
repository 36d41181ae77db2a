using System.Globalization;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Record.Recording.Correcting;

/// <summary>A page that is shown, with its rows as corrections change them.</summary>
/// <param name="Page">Its row.</param>
internal sealed record PageState(long Page, string Digest, IReadOnlyList<DocumentState> Documents)
{
    /// <summary>Which correction holds where: its id, the number of its place, the document, and the claim or 0.</summary>
    public HashSet<(string Correction, int N, long Document, long Claim)> Holds { get; } = [];

    /// <summary>Which holds nowhere on this page, and why.</summary>
    public List<(string Correction, int N, string Reason)> Orphans { get; } = [];

    /// <summary>At which claim which correction has lost to which: somebody who decided otherwise had the last word.</summary>
    public Dictionary<(string Correction, long Claim), string> Overruled { get; } = [];

    /// <summary>All has been applied: settles what holds of decisions that go against each other, and tells anew what differs.</summary>
    public void Settle()
    {
        foreach (var claim in Documents.SelectMany(d => d.Claims))
        {
            foreach (var (correction, by) in LastWord.Overruled(claim.Said, claim.GoneBy))
            {
                Overruled[(correction, claim.Key)] = by;
            }

            if (claim.IsGone)
            {
                Holds.RemoveWhere(h => h.Claim == claim.Key && claim.Said.All(s => s.Correction != h.Correction));
            }
            else if (claim.Differs)
            {
                ClaimAgain.Make(claim);
            }
        }
    }
}

/// <summary>A document and its rows.</summary>
internal sealed record DocumentState(long Key, string Id, string Text)
{
    private AnchorFinder? _finder;

    public AnchorFinder Finder => _finder ??= new AnchorFinder(Text);

    public List<ClaimState> Claims { get; init; } = [];

    public IReadOnlyList<RowState> Mentions { get; init; } = [];
}

/// <summary>A row with its values as they are now.</summary>
internal class RowState(long key, object?[] values)
{
    /// <summary>The values as its coder wrote them.</summary>
    protected object?[] Coded { get; } = [.. values];

    public long Key => key;

    public object?[] Values => values;

    /// <summary>A place in the text.</summary>
    public int At(int cell) => Convert.ToInt32(values[cell], CultureInfo.InvariantCulture);

    /// <summary>That it was taken out.</summary>
    public bool IsGone { get; set; }

    public virtual bool IsChanged => IsGone || !Coded.SequenceEqual(values);

    /// <summary>The row as its coder wrote it.</summary>
    public virtual string Was() => JsonSerializer.Serialize(Coded, ChainLink.Json);
}

/// <summary>A claim with its parties and pairs.</summary>
internal sealed class ClaimState(long key, object?[] claim, List<object?[]> parties, List<(string A, string B)> dyads) : RowState(key, claim)
{
    private readonly object?[][] _parties = [.. parties.Select(p => (object?[])p.Clone())];
    private readonly (string A, string B)[] _dyads = [.. dyads];
    private readonly HashSet<object?[]> _missing = new(ReferenceEqualityComparer.Instance);

    /// <summary>All parties, in the order of <see cref="CodedParties"/>, also those that are no actors.</summary>
    public List<object?[]> Parties => parties;

    /// <summary>The parties that it has.</summary>
    public IReadOnlyList<object?[]> Present => _missing.Count == 0 ? parties : parties.FindAll(p => !_missing.Contains(p));

    public List<(string A, string B)> Dyads => dyads;

    /// <summary>That a person added it: there is no row of a coder.</summary>
    public bool IsAdded { get; init; }

    /// <summary>What it said when a person added it.</summary>
    public string? Added { get; init; }

    /// <summary>What was decided about this claim, in order.</summary>
    public List<(string Correction, Decision Decision)> Said { get; } = [];

    /// <summary>The correction that took it out.</summary>
    public string? GoneBy { get; private set; }

    /// <summary>What it says as its coder has it.</summary>
    public string CodedGist => (string)Coded[ClaimCell.Gist]!;

    public IReadOnlyList<object?[]> CodedParties => _parties;

    public IReadOnlyList<(string A, string B)> CodedDyads => _dyads;

    public string Id => (string)Values[ClaimCell.Claim]!;

    public string Kind => (string)Values[ClaimCell.Kind]!;

    public int Start => At(ClaimCell.Start);

    public int Stop => At(ClaimCell.Stop);

    public override bool IsChanged => IsAdded || Differs;

    /// <summary>That it is not as its coder wrote it, or as it was added.</summary>
    public bool Differs => base.IsChanged || !_dyads.SequenceEqual(dyads) || _missing.Count > 0 || _parties.Zip(parties).Any(p => !p.First.SequenceEqual(p.Second));

    /// <summary>Whether another claim says nothing of the same words that this one does not: then they are one, whoever made them. It may leave open what this one tells, such as a mode or a day.</summary>
    public bool Covers(ClaimState other) => Start < other.Stop && other.Start < Stop
        && ClaimCell.Said.All(c => other.Values[c] is null || Text(Values, c) == Text(other.Values, c)) && Parts(Present).SequenceEqual(Parts(other.Present));

    /// <summary>What a claim says in one text: all that the record counts by, without places in the text, certainty and whoever made it.</summary>
    public static string Says(object?[] claim, IEnumerable<object?[]> parties) => string.Join('\n', ClaimCell.Said.Select(c => Text(claim, c)).Concat(Parts(parties)));

    private static string? Text(object?[] claim, int cell) => Convert.ToString(claim[cell], CultureInfo.InvariantCulture);

    private static IEnumerable<string> Parts(IEnumerable<object?[]> parties) => parties.Select(p => p[ActorCells.Part] + " " + p[ActorCells.OfParty.Actor]).Distinct().Order(StringComparer.Ordinal);

    /// <summary>A party turns out to be no actor.</summary>
    public void Leave(object?[] party) => _missing.Add(party);

    /// <summary>Of those that are decided about one after the other the last is heard.</summary>
    public void TakeOut(string correction) => (IsGone, GoneBy) = (true, GoneBy ?? correction);

    /// <summary>Somebody finds it right, or nearly so, who saw it whole.</summary>
    public void BringBack()
    {
        if (IsGone)
        {
            (IsGone, GoneBy) = (false, null);
            _missing.Clear();
        }
    }

    public override string Was() => JsonSerializer.Serialize(new { claim = Coded, parties = _parties, dyads = _dyads.Select(d => new[] { d.A, d.B }) }, ChainLink.Json);
}

/// <summary>Where the columns of a claim stand in its row.</summary>
internal static class ClaimCell
{
    public static readonly int Claim = Of("claim"), Kind = Of("kind"), Gist = Of("gist"), Start = Of("start"), Stop = Of("stop"), TriggerStart = Of("trigger_start"), TriggerStop = Of("trigger_stop");
    public static readonly int Type = Of("type"), Mode = Of("mode"), Words = Of("words"), Cameo = Of("cameo"), Goldstein = Of("goldstein"), Allegation = Of("allegation"), Chain = Of("chain"), Confidence = Of("confidence");
    public static readonly int Earliest = Of("earliest"), Latest = Of("latest"), TimeValue = Of("time_value"), TimeBasis = Of("time_basis");

    /// <summary>Those that tell what a claim says, beside its parties.</summary>
    public static readonly IReadOnlyList<int> Said =
        [.. new[] { "kind", "type", "mode", "words", "earliest", "latest", "polarity", "readings", "origin", "value", "high", "unit", "measure", "period", "change", "from_value", "to_value", "record" }.Select(Of)];

    private static int Of(string column) => RowColumns.IndexOf(RowColumns.Claim, column);
}

/// <summary>Where the columns of an actor stand in a row of a mention or a party.</summary>
/// <param name="Actor">The first of actor, name, kind, country, sector.</param>
/// <param name="Start">The first of start, stop.</param>
internal readonly record struct ActorCells(int Actor, int Start)
{
    public static readonly ActorCells OfMention = new(RowColumns.IndexOf(RowColumns.Mention, "actor"), RowColumns.IndexOf(RowColumns.Mention, "start"));
    public static readonly ActorCells OfParty = new(RowColumns.IndexOf(RowColumns.Party, "actor"), RowColumns.IndexOf(RowColumns.Party, "start"));
    public static readonly int Part = RowColumns.IndexOf(RowColumns.Party, "part"), Antecedent = RowColumns.IndexOf(RowColumns.Party, "antecedent_start");

    public Actor Of(object?[] row) => new((string)row[Actor]!, (string)row[Actor + 1]!, CodedNames.TryParse<ActorKind>((string)row[Actor + 2]!, out var kind) ? kind : ActorKind.Group)
    {
        Country = (string?)row[Actor + 3],
        Sector = (string?)row[Actor + 4],
    };

    public void Set(object?[] row, Actor actor) => (row[Actor], row[Actor + 1], row[Actor + 2], row[Actor + 3], row[Actor + 4]) = (actor.Id, actor.Name, CodedNames.Of(actor.Kind), actor.Country, actor.Sector);
}
