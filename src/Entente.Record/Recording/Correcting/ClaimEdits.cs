using Entente.Claims;
using Entente.Claims.Coding.Eventing;

namespace Entente.Record.Recording.Correcting;

/// <summary>Applies a decision about claims to a page: each is looked for at the words that it rests on, and known again by what it says.</summary>
internal sealed class ClaimEdits(PageState page, Correction correction, CameoTable cameo)
{
    private readonly ClaimDecision _decision = (ClaimDecision)correction.Decision;

    public void Apply()
    {
        for (var n = 0; n < _decision.Claims.Count; n++)
        {
            var anchor = _decision.Claims[n];
            if (anchor.Place.Page != page.Digest)
            {
                continue;
            }

            if (Find(anchor, out var reason) is var (document, claim))
            {
                page.Holds.Add((correction.Id, n, document.Key, claim.Key));
                Decide(claim);
            }
            else
            {
                page.Orphans.Add((correction.Id, n, reason));
            }
        }
    }

    /// <summary>Where the words of an anchor stand on the page; null, with the reason, where they do not, or where nothing tells several places apart.</summary>
    public static (DocumentState Document, FoundAnchor Found)? Find(PageState page, TextAnchor anchor, out string reason)
    {
        var places = page.Documents.SelectMany(d => d.Finder.Find(anchor), (d, found) => (Document: d, Found: found)).ToList();
        reason = places.Count == 0 ? "its words stand nowhere on the page any more" : $"its words stand {places.Count} times on the page, and nothing tells which is meant";
        return FoundAnchor.Choose([.. places.Select(p => p.Found)]) is { } chosen ? places.Find(p => ReferenceEquals(p.Found, chosen)) : null;
    }

    private (DocumentState, ClaimState)? Find(ClaimAnchor anchor, out string reason)
    {
        if (Find(page, anchor.Place, out reason) is not var (document, place))
        {
            return null;
        }

        var there = document.Claims.Where(c => c.Kind == CodedNames.Of(anchor.Kind) && c.Start < place.Stop && place.Start < c.Stop).ToList();
        var found = Only(there, c => c.Id == anchor.Claim)
            ?? Only(there, c => c.CodedGist == anchor.Gist && Trigger(document, c) == anchor.Trigger && (c.Start, c.Stop) == (place.Start, place.Stop))
            ?? Only(there, c => c.CodedGist == anchor.Gist && Trigger(document, c) == anchor.Trigger)
            ?? (_decision is RedateClaims or RetypeClaims && anchor.Trigger is not null ? Only(there, c => Trigger(document, c) == anchor.Trigger) : null);
        reason = $"its words are there, and {(there.Count == 0 ? "nothing is claimed from them" : "what is claimed from them is something else")} now";
        return found is null ? null : (document, found);
    }

    private static ClaimState? Only(List<ClaimState> claims, Predicate<ClaimState> fits) => claims.FindAll(fits) is [var one] ? one : null;

    /// <summary>The word that tells of an event, as anchors have it.</summary>
    public static string? Trigger(DocumentState document, ClaimState claim) => claim.Values[ClaimCell.TriggerStart] is null
        ? null
        : document.Finder.Words(claim.At(ClaimCell.TriggerStart), claim.At(ClaimCell.TriggerStop));

    /// <summary>The last word counts: who finds a claim right that somebody else has rejected brings it back.</summary>
    private void Decide(ClaimState claim)
    {
        claim.Said.Add((correction.Id, _decision));
        switch (_decision)
        {
            case JudgeClaims:
                return;
            case RejectClaims:
                claim.TakeOut(correction.Id);
                return;
        }

        claim.BringBack();
        switch (_decision)
        {
            case RedateClaims date:
                (claim.Values[ClaimCell.Earliest], claim.Values[ClaimCell.Latest]) = (DocumentRows.Iso(date.Time.Earliest), DocumentRows.Iso(date.Time.Latest));
                (claim.Values[ClaimCell.TimeValue], claim.Values[ClaimCell.TimeBasis]) = (date.Time.ToString(), "person");
                break;
            case RetypeClaims retype:
                Retype(claim, retype);
                break;
        }
    }

    private void Retype(ClaimState claim, RetypeClaims retype)
    {
        (claim.Values[ClaimCell.Type], claim.Values[ClaimCell.Mode]) = (retype.Type, retype.Mode);
        if (claim.Kind == "event" && CodedNames.TryParse<EventType>(retype.Type, out var type))
        {
            var (code, weight) = cameo.Of(type, retype.Mode);
            (claim.Values[ClaimCell.Cameo], claim.Values[ClaimCell.Goldstein]) = (code, weight);
        }
    }
}
