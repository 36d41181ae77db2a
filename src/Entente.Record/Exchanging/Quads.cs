namespace Entente.Record.Exchanging;

/// <summary>PLOVER's four classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict (codebook of 2021).</summary>
internal static class Quads
{
    public static int? Of(string? eventType) => eventType switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => 1,
        "COOPERATE" or "AID" or "RETREAT" => 2,
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => 3,
        "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT" => 4,
        _ => null,
    };
}
