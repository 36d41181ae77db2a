using Entente.Claims;

namespace Entente.Record;

/// <summary>How the lines of another coder are taken.</summary>
public sealed record AcceptOptions
{
    /// <summary>Who coded them; null to take the member "coder" of each line.</summary>
    public string? Coder { get; init; }

    /// <summary>Whether a quote that stands elsewhere than was said, and at one place alone, is taken from there.</summary>
    public bool FindQuotes { get; init; }

    /// <summary>Whether claims are refused too which the text seems to tell otherwise; else they are taken and the doubt is kept with them.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether all is looked at and nothing is recorded.</summary>
    public bool Preview { get; init; }
}

/// <summary>Something to be known of a line of another coder.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Document">The document that the line is about, by its id in the record; null where none was found.</param>
/// <param name="Claim">The claim's id in the line, or "#" and its place from 1 where it has none; null when it is about the line.</param>
/// <param name="Refused">Whether the line or the claim was refused for it.</param>
public sealed record AcceptNotice(int Line, string? Document, string? Claim, Problem Problem, bool Refused);

/// <summary>What became of a file of another coder.</summary>
public sealed record AcceptReport
{
    /// <summary>Lines that hold anything.</summary>
    public int Lines { get; init; }

    /// <summary>Lines that were refused as a whole.</summary>
    public int LinesRefused { get; init; }

    /// <summary>Documents of which a coding was recorded, or would be.</summary>
    public int Documents { get; init; }

    /// <summary>Documents that the coder had coded already, in the same way.</summary>
    public int Known { get; init; }

    public int Accepted { get; init; }

    public int Refused { get; init; }

    /// <summary>Claims that were taken and which the text seems to tell otherwise.</summary>
    public int Doubted { get; init; }

    /// <summary>Who coded, in ordinal order.</summary>
    public IReadOnlyList<string> Coders { get; init; } = [];

    /// <summary>Reasons by their code: how many lines and claims were refused for it. One claim can have several.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; init; } = new Dictionary<string, int>();
}
