using Entente.Claims;
using Entente.Record;

namespace Entente.Server;

/// <summary>Who decides, and what a decision can choose from.</summary>
/// <param name="By">Absent where the server only answers questions.</param>
/// <param name="Types">What claims of a kind may be of; kinds without types are absent.</param>
/// <param name="Modes">The modes of PLOVER types that have some.</param>
/// <param name="ActorKinds">What an actor may be.</param>
/// <param name="Readings">How a claim may be told.</param>
public sealed record DeskAnswer(
    string? By, IReadOnlyDictionary<string, IReadOnlyList<string>> Types, IReadOnlyDictionary<string, IReadOnlyList<string>> Modes, IReadOnlyList<string> ActorKinds, IReadOnlyList<string> Readings)
{
    internal static DeskAnswer Of(ReviewDesk? desk) => new(
        desk?.Author,
        Enum.GetValues<ClaimKind>().Select(k => (Kind: CodedNames.Of(k), Types: ClaimTypes.Of(k))).Where(k => k.Types.Count > 0).ToDictionary(k => k.Kind, k => k.Types, StringComparer.Ordinal),
        ClaimTypes.Of(ClaimKind.Event).Select(t => (Type: t, Modes: ClaimTypes.Modes(t))).Where(t => t.Modes.Count > 0).ToDictionary(t => t.Type, t => t.Modes, StringComparer.Ordinal),
        [.. Enum.GetValues<ActorKind>().Select(CodedNames.Of)],
        [.. CodedNames.Of(Enum.GetValues<Readings>().Aggregate((all, one) => all | one))]);
}

/// <summary>An actor with where and how pages name it, and what they claim of it.</summary>
/// <param name="Names">The words that it is called by, most frequent first, in the documents that are listed.</param>
/// <param name="Places">The documents that name it, those that do so most first; not all where there are many.</param>
/// <param name="ClaimList">What is claimed of it, not all where there is much.</param>
public sealed record ActorViewAnswer(
    string Id, string Name, string Kind, string? Country, string? Sector, int Documents, int Mentions, int Claims, IReadOnlyList<string> Roles,
    IReadOnlyList<NameAnswer> Names, IReadOnlyList<ActorPlaceAnswer> Places, IReadOnlyList<ClaimAnswer> ClaimList)
{
    internal static ActorViewAnswer Of(ActorView view) => new(
        view.Row.Actor.Id, view.Row.Actor.Name, CodedNames.Of(view.Row.Actor.Kind), view.Row.Actor.Country, view.Row.Actor.Sector, view.Row.Documents, view.Row.Mentions, view.Row.Claims, view.Row.Roles,
        [.. view.Names.Select(n => new NameAnswer(n.Words, n.Count))],
        [.. view.Places.Select(p => new ActorPlaceAnswer(p.Document, p.Title, p.Publisher, p.Mentions, p.Words))],
        [.. view.Claims.Select(c => ClaimAnswer.Of(c, null))]);
}

/// <summary>Words that an actor is called by.</summary>
public sealed record NameAnswer(string Words, int Count);

/// <summary>A document that names an actor, and by which words.</summary>
public sealed record ActorPlaceAnswer(string Document, string? Title, string? Publisher, int Mentions, IReadOnlyList<string> Words);
