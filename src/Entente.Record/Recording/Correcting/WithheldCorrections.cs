using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>
/// Corrections without what was forgotten: they quote the text that they are about. An entry of which nothing else is left is gone; one of which something is left is another entry, and what takes it back takes that back.
/// </summary>
/// <param name="tells">Whether words tell of a person who is forgotten.</param>
/// <param name="isGone">Whether a page, by its digest, is forgotten.</param>
internal sealed class WithheldCorrections(SqliteConnection connection, Func<string, bool> tells, Func<string, bool> isGone)
{
    private readonly Dictionary<string, List<string>> _texts = new(StringComparer.Ordinal);

    /// <summary>What an entry has become, by its id before; null when it is gone.</summary>
    private readonly Dictionary<string, string?> _become = new(StringComparer.Ordinal);

    /// <param name="entries">In the order in which they were decided.</param>
    public IReadOnlyList<Correction> Clean(IEnumerable<Correction> entries) => [.. entries.Select(Clean).OfType<Correction>()];

    private Correction? Clean(Correction entry)
    {
        var clean = tells(entry.Author) ? null : Made(entry, Clean(entry.Decision), entry.Note is { } note && tells(note) ? null : entry.Note);
        _become[entry.Id] = clean?.Id;
        return clean;
    }

    private static Correction? Made(Correction entry, Decision? decision, string? note) =>
        decision is null ? null : ReferenceEquals(decision, entry.Decision) && note == entry.Note ? entry : Correction.Of(entry.At, entry.Author, decision, note);

    private Decision? Clean(Decision decision)
    {
        switch (decision)
        {
            case Undo undo:
                return !_become.TryGetValue(undo.Correction, out var now) || now == undo.Correction ? undo : now is null ? null : new Undo(now);
            case ClaimDecision claims:
                var left = claims.Claims.Select(Clean).OfType<ClaimAnchor>().ToList();
                return left.Count == 0 ? null : left.SequenceEqual(claims.Claims) ? claims : claims with { Claims = left };
            case AddClaims add:
                var added = add.From is { } from && tells(from) ? [] : add.Claims.Select(Clean).OfType<AddedClaim>().ToList();
                return added.Count == 0 ? null : added.SequenceEqual(add.Claims) ? add : add with { Claims = added };
            default:
                return tells(CorrectionJson.Write(Correction.Of(DateTimeOffset.UnixEpoch, "-", decision))) ? null : decision;
        }
    }

    private AddedClaim? Clean(AddedClaim claim) => tells(claim.Claim) || Clean(claim.Place) is not { } place ? null : place == claim.Place ? claim : claim with { Place = place };

    private ClaimAnchor? Clean(ClaimAnchor claim) =>
        tells(claim.Gist) || claim.Trigger is { } trigger && tells(trigger) || Clean(claim.Place) is not { } place ? null : place == claim.Place ? claim : claim with { Place = place };

    /// <summary>A place whose words are blanked is none; words around it that are blanked are left out.</summary>
    private TextAnchor? Clean(TextAnchor place) => isGone(place.Page) || IsLost(place.Page, place.Quote) ? null
        : IsLost(place.Page, place.Prefix) || IsLost(place.Page, place.Suffix)
            ? place with { Prefix = IsLost(place.Page, place.Prefix) ? "" : place.Prefix, Suffix = IsLost(place.Page, place.Suffix) ? "" : place.Suffix } : place;

    /// <summary>Whether words tell of the person, or are none of a page's any more of which something is blanked.</summary>
    private bool IsLost(string page, string words) => tells(words) || Blanked(page) is { Count: > 0 } texts && !texts.Exists(t => t.Contains(ClaimParts.Line(words), StringComparison.Ordinal));

    private List<string> Blanked(string page)
    {
        if (!_texts.TryGetValue(page, out var texts))
        {
            texts = connection.Query("SELECT d.text FROM page p JOIN coding c ON c.page = p.id JOIN document d ON d.coding = c.id WHERE p.digest = $1", r => ClaimParts.Line(r.GetString(0)), page);
            _texts[page] = texts = texts.Exists(t => t.Contains(Blanks.Mark, StringComparison.Ordinal)) ? texts : [];
        }

        return texts;
    }
}
