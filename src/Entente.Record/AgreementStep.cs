namespace Entente.Record;

/// <summary>How far a claim tells that an agreement has come.</summary>
internal enum AgreementStep
{
    /// <summary>It only names it, or guesses.</summary>
    None,

    /// <summary>It is planned, or there are talks.</summary>
    Open,

    /// <summary>It was signed, or is in force.</summary>
    Concluded,

    /// <summary>It was not signed, will not be, or has ended.</summary>
    Failed,
}

/// <summary>Reads how far an agreement has come out of how a claim stands to it and the state that it names.</summary>
internal static class AgreementSteps
{
    private const string InTalks = "in talks";

    /// <param name="stand">As <see cref="ClaimRow.Stand"/> has it.</param>
    /// <param name="state">As <see cref="ClaimRow.Type"/> has it.</param>
    public static AgreementStep Of(string stand, string? state) => (stand, state) switch
    {
        // Who denies that there are talks denies no agreement
        ("denied", InTalks) => AgreementStep.None,
        ("denied", _) => AgreementStep.Failed,
        ("planned", "ended") => AgreementStep.None,
        ("planned", _) => AgreementStep.Open,
        ("asserted", InTalks or "planned") => AgreementStep.Open,
        ("asserted", "signed" or "in force") => AgreementStep.Concluded,
        ("asserted", "ended") => AgreementStep.Failed,
        _ => AgreementStep.None,
    };

    public static AgreementStep Of(Reconciling.Mention mention) => Of(mention.Stand.ToString().ToLowerInvariant(), mention.Change);

    /// <summary>How the first document to tell of an agreement has it, where that is still to come: "planned" or "in talks"; null where it is signed there, or nothing is said.</summary>
    /// <param name="claims">In the order of publication.</param>
    public static string? OpenAtFirst(IReadOnlyList<ClaimRow> claims)
    {
        var first = claims.Where(c => c.Document == claims[0].Document).ToArray();
        var open = Array.Find(first, c => Of(c.Stand, c.Type) == AgreementStep.Open);
        return open is null || Array.Exists(first, c => Of(c.Stand, c.Type) == AgreementStep.Concluded) ? null : open.Type == InTalks ? InTalks : "planned";
    }

    /// <summary>What other documents than the first tell of an agreement that was to come: the claim that says best that it was signed, and that it was not.</summary>
    /// <param name="claims">Those asked for, in the order of publication.</param>
    /// <param name="all">All of the agreement, so that whoever asks for a month has its plans told as they came out.</param>
    public static IEnumerable<(string What, ClaimRow Claim)> Told(IReadOnlyList<ClaimRow> claims, IEnumerable<ClaimRow> all) => OpenAtFirst(claims) is null
        ? []
        : all.Where(c => c.Document != claims[0].Document).Select(c => (What: WordOf(Of(c.Stand, c.Type)), Claim: c)).Where(c => c.What is not null)
            .GroupBy(c => c.What!, StringComparer.Ordinal).Select(g => (g.Key, g.First().Claim));

    /// <summary>What became of a plan: "signed" or "failed"; null where a step tells neither.</summary>
    public static string? WordOf(AgreementStep step) => step switch
    {
        AgreementStep.Concluded => "signed",
        AgreementStep.Failed => "failed",
        _ => null,
    };
}
