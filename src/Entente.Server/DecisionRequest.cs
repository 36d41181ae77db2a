using System.Text.Json;

namespace Entente.Server;

/// <summary>What the web page asks to decide (docs/guide/api.md).</summary>
/// <param name="What">As the log of corrections has it, and "adopt" for an addition that is taken over from another coder.</param>
public sealed record DecisionRequest(string? What)
{
    /// <summary>The claims' whole ids: of one, or of several alike. Of "adopt" claims of one other coder.</summary>
    public IReadOnlyList<string>? Claims { get; init; }

    /// <summary>Ids of actors: of a merge the one that they become first.</summary>
    public IReadOnlyList<string>? Actors { get; init; }

    /// <summary>The id of the one actor that is split, renamed, retyped or rejected.</summary>
    public string? Actor { get; init; }

    /// <summary>Of a split or a merge, whom the words mean: an actor of the record by its id, or a new one.</summary>
    public IntoRequest? Into { get; init; }

    /// <summary>Where a split or an added claim is: a document's id.</summary>
    public string? Document { get; init; }

    /// <summary>Of a split: the words that the actor is called by where it is so.</summary>
    public string? Called { get; init; }

    /// <summary>Where words of the document begin, in code points.</summary>
    public int? Start { get; init; }

    public int? End { get; init; }

    /// <summary>Of an addition the claim as the coded document has it, with offsets from the beginning of its words.</summary>
    public JsonElement? Claim { get; init; }

    /// <summary>Of an actor: its new name, kind, country and sector. What of the last three is not said stays; "" is none.</summary>
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Country { get; init; }

    public string? Sector { get; init; }

    public string? Type { get; init; }

    public string? Mode { get; init; }

    /// <summary>A day, month or year, or two with "/" between: of a date, and of an addition in the place of the claim's own time.</summary>
    public string? When { get; init; }

    /// <summary>Of a judgement of a random sample.</summary>
    public bool? Right { get; init; }

    /// <summary>The entry that is taken back.</summary>
    public string? Correction { get; init; }

    public string? By { get; init; }

    public string? Note { get; init; }

    /// <summary>Only tell what would change.</summary>
    public bool Preview { get; init; }
}

/// <summary>Whom words mean: with a name and a kind a new actor, else one of the record.</summary>
public sealed record IntoRequest(string? Id)
{
    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Country { get; init; }

    public string? Sector { get; init; }

    /// <summary>The id of a new actor. Ids that stand in no table begin with what they are made of, so that none is taken for a country's code.</summary>
    public static string IdOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Contains(':', StringComparison.Ordinal) || (id.Length == 3 && id.All(char.IsAsciiLetterUpper)) ? id : "name:" + id.ToLowerInvariant().Replace(' ', '-');
    }
}
