using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>Who takes part in a claim, as what, and for which country or organisation.</summary>
internal readonly record struct MatterParty(string Part, string Actor, string? Side, bool IsPerson = false);

/// <summary>
/// What claims about one matter have in common. Of an event: type, mode, how it is told, and the sides; of a figure what is measured, of whom, for when and in which unit;
/// of the other kinds who and in which words. Lists are joined by line ends.
/// </summary>
/// <param name="Kind">The kind of claim, as <see cref="CodedNames"/> has it.</param>
/// <param name="Status">"told", "planned" or "hypothetical" of an event; "told" of the rest.</param>
/// <param name="Words">What it is named by, with what is said otherwise of the same thing taken out: "no limits partnership".</param>
/// <param name="Place">A document's id where nothing says that another document means the same; else empty.</param>
internal sealed record MatterKey(string Kind, string? Type, string? Mode, string Status, string Actors, string Recipients, string Words, string Unit, string Period, string Place)
{
    /// <summary>Acts that have no direction (PLOVER codebook): all parties act.</summary>
    private static readonly string[] Mutual = ["AGREE", "CONSULT", "COOPERATE"];

    public IReadOnlyList<string> ActorList => Actors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> RecipientList => Recipients.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The key in one line, as the record keeps it.</summary>
    public string Line => string.Join('\t', Kind, Type, Mode, Status, Actors.Replace('\n', '|'), Recipients.Replace('\n', '|'), Words, Unit, Period, Place);

    /// <summary>Where claims with this key are kept together.</summary>
    public long Bucket => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Line)));

    public static MatterKey Read(string line)
    {
        var parts = line.Split('\t');
        return new MatterKey(
            parts[0], parts[1].Length == 0 ? null : parts[1], parts[2].Length == 0 ? null : parts[2], parts[3],
            parts[4].Replace('|', '\n'), parts[5].Replace('|', '\n'), parts[6], parts[7], parts[8], parts[9]);
    }

    public static MatterKey Event(string type, string? mode, string status, IReadOnlyList<MatterParty> parties)
    {
        var mutual = Mutual.Contains(type);
        return new MatterKey(
            "event", type, mode, status,
            Sides(parties.Where(p => mutual || p.Part == "actor")),
            mutual ? "" : Sides(parties.Where(p => p.Part == "recipient")),
            "", "", "", "");
    }

    /// <summary>Countries and organisations in ordinal order; when there are none, whoever there is. "Xi and the guests" is China.</summary>
    public static string Sides(IEnumerable<MatterParty> parties) => string.Join('\n', SideList(parties).Order(StringComparer.Ordinal));

    /// <summary>The same in the order of the text: whose exports, and to whom.</summary>
    public static string SidesAsTold(IEnumerable<MatterParty> parties) => string.Join('\n', SideList(parties));

    /// <summary>Who acts for each side, as "CHN person:xi-jinping", in ordinal order.</summary>
    public static IReadOnlyList<string> Persons(IEnumerable<MatterParty> parties) =>
        [.. parties.Where(p => p.IsPerson && p.Side is not null).Select(p => p.Side + " " + p.Actor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> SideList(IEnumerable<MatterParty> parties)
    {
        var all = parties.ToArray();
        var sides = all.Any(p => p.Side is not null) ? all.Select(p => p.Side).OfType<string>() : all.Select(p => p.Actor);
        return sides.Distinct(StringComparer.Ordinal);
    }
}
