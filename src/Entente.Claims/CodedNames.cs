namespace Entente.Claims;

/// <summary>How the coded document spells the values of the enumerations: the field's own names.</summary>
public static class CodedNames
{
    public static string Of(BlockRole role) => role.ToString().ToLowerInvariant();

    public static string Of(ClaimKind kind) => kind.ToString().ToLowerInvariant();

    public static string Of(ActorKind kind) => kind.ToString().ToLowerInvariant();

    public static string Of(SourceKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>TIMEX3: DATE, TIME, DURATION, SET.</summary>
    public static string Of(TimexType type) => type.ToString().ToUpperInvariant();

    /// <summary>PLOVER: AGREE, CONSULT …</summary>
    public static string Of(EventType type) => type.ToString().ToUpperInvariant();

    public static string Of(TimeGrain grain) => grain switch
    {
        TimeGrain.HalfYear => "half-year",
        TimeGrain.PartOfDay => "part-of-day",
        _ => grain.ToString().ToLowerInvariant(),
    };

    /// <summary>FactBank: CT, PR, PS, U.</summary>
    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Certain => "CT",
        Certainty.Probable => "PR",
        Certainty.Possible => "PS",
        _ => "U",
    };

    /// <summary>ASCII "+" or "-".</summary>
    public static string Of(Polarity polarity) => polarity == Polarity.Positive ? "+" : "-";

    /// <summary>The readings of a set, in the order of the design.</summary>
    public static IEnumerable<string> Of(Readings readings) =>
        Enum.GetValues<Readings>().Where(r => r != Readings.None && readings.HasFlag(r)).Select(r => r.ToString().ToLowerInvariant());

    /// <summary>The value that a name stands for, in any case; false when there is none.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(name);
        return Enum.TryParse(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out value) && !char.IsAsciiDigit(name[0]);
    }
}
