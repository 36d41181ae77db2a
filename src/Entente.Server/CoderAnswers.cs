using Entente.Record;

namespace Entente.Server;

/// <summary>Somebody else who coded documents of the record, beside Entente's own coding of the same documents.</summary>
/// <param name="Agreement">0–1: of all claims that either makes, the part in which both agree.</param>
/// <param name="Shared">0–1: of all claims that either makes, the part that both make, whatever they tell otherwise of it.</param>
public sealed record CoderAnswer(string Coder, int Documents, int Claims, int Same, int Otherwise, int OnlyTheirs, int OnlyOurs, double? Agreement, double? Shared)
{
    internal static CoderAnswer Of(CoderRow row) => new(
        row.Coder, row.Documents, row.Claims, row.Same, row.Otherwise, row.OnlyTheirs, row.OnlyOurs, Rounded(row.Agreement), Rounded(row.Shared));

    private static double? Rounded(double? share) => share is { } part ? Math.Round(part, 4) : null;
}

/// <summary>Something that another coder and Entente say otherwise of one place of a document.</summary>
/// <param name="In">In what the two differ; empty where only one makes the claim.</param>
public sealed record CoderDifferenceAnswer(string Document, string Sentence, IReadOnlyList<string> In)
{
    /// <summary>The claim of the other coder; absent where it makes none.</summary>
    public ClaimAnswer? Theirs { get; init; }

    /// <summary>Entente's claim; absent where it makes none.</summary>
    public ClaimAnswer? Ours { get; init; }

    internal static CoderDifferenceAnswer Of(CoderDifference difference) => new(difference.Claim.Document, difference.Claim.Sentence, difference.In)
    {
        Theirs = difference.Theirs is { } theirs ? ClaimAnswer.Of(theirs, null) : null,
        Ours = difference.Ours is { } ours ? ClaimAnswer.Of(ours, null) : null,
    };
}
