using System.Globalization;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Record.Recording.Correcting;

/// <summary>Applies a decision about an actor to all that names it in a page: mentions, parties, chains and allegations.</summary>
internal sealed class ActorEdits
{
    /// <summary>Without them a claim is no longer what it was: "… visited Kenya" has lost who.</summary>
    private static readonly string[] Needed = ["actor", "recipient", "member", "organisation", "about", "person", "holder"];

    private readonly PageState _page;
    private readonly Correction _correction;
    private readonly ActorDecision _decision;

    /// <summary>Where the words stand to which the decision is limited.</summary>
    private readonly (DocumentState Document, FoundAnchor Found)? _within;

    private readonly string? _orphaned;

    public ActorEdits(PageState page, Correction correction)
    {
        (_page, _correction, _decision) = (page, correction, (ActorDecision)correction.Decision);
        if (Place is { } place && place.Page == page.Digest)
        {
            _within = ClaimEdits.Find(page, place, out var reason);
            _orphaned = _within is null ? reason : null;
        }
    }

    private TextAnchor? Place => (_decision as SplitActor)?.Place;

    public void Apply()
    {
        if (Place is { } place && place.Page != _page.Digest)
        {
            return;
        }

        var before = _page.Holds.Count;
        Each();
        if (Place is not null && _page.Holds.Count == before)
        {
            _page.Orphans.Add((_correction.Id, 0, _orphaned ?? "its words are there, and the actor is not named in them now"));
        }
    }

    private void Each()
    {
        foreach (var document in _page.Documents)
        {
            foreach (var mention in document.Mentions.Where(m => !m.IsGone && Apply(document, m.Values, ActorCells.OfMention)))
            {
                mention.IsGone = _decision is RejectActor;
                Hold(document, 0);
            }

            // Also of those that were rejected: somebody may find them right later.
            foreach (var claim in document.Claims)
            {
                if (Change(document, claim))
                {
                    Hold(document, claim.Key);
                }
            }
        }
    }

    /// <summary>Changes a claim that names the actor.</summary>
    /// <returns>Whether it does.</returns>
    public bool Change(DocumentState document, ClaimState claim)
    {
        var changed = Parties(document, claim);
        changed |= Chain(document, claim);
        changed |= Allegation(document, claim);
        return changed;
    }

    public void Hold(DocumentState document, long claim) => _page.Holds.Add((_correction.Id, 0, document.Key, claim));

    /// <summary>Whom a mention of this actor means from now on; null when the decision is not about it.</summary>
    private Actor? Now(Actor actor, Naming at) => _decision switch
    {
        MergeActors merge when merge.Others.Contains(actor.Id) => merge.Into,
        SplitActor split when split.Actor == actor.Id && IsThere(split, at) => split.Into,
        RenameActor rename when rename.Actor == actor.Id => actor with { Name = rename.Name },
        RetypeActor retype when retype.Actor == actor.Id => actor with { Kind = retype.Kind, Country = retype.Country, Sector = retype.Sector },
        RejectActor reject when reject.Actor == actor.Id => actor,
        _ => null,
    };

    /// <summary>Whether somebody else is meant there.</summary>
    private bool IsThere(SplitActor split, Naming at) => (split.Page ?? _page.Digest) == _page.Digest
        && (split.Place is null || (_within is var (document, found) && ReferenceEquals(document, at.Document) && at.Start < found.Stop && found.Start < at.Stop))
        && (split.Called is null || split.Called == (at.Called ?? at.Document.Finder.Words(at.Start, at.Stop)));

    private bool Apply(DocumentState document, object?[] row, ActorCells cells)
    {
        var actor = Now(cells.Of(row), new Naming(document, At(row, cells.Start), At(row, cells.Start + 1), null));
        if (actor is null && cells == ActorCells.OfParty && row[ActorCells.Antecedent] is not null)
        {
            actor = Now(cells.Of(row), new Naming(document, At(row, ActorCells.Antecedent), At(row, ActorCells.Antecedent + 1), null));
        }

        if (actor is null)
        {
            return false;
        }

        cells.Set(row, actor);
        return true;
    }

    private bool Parties(DocumentState document, ClaimState claim)
    {
        var changed = claim.Parties.Where(p => Apply(document, p, ActorCells.OfParty)).ToList();
        if (changed.Count > 0 && _decision is RejectActor)
        {
            var emptied = changed.Select(p => p[ActorCells.Part]).Distinct().Where(Needed.Contains).ToList();
            changed.ForEach(claim.Leave);
            if (emptied.Any(part => claim.Present.All(p => !Equals(p[ActorCells.Part], part))))
            {
                claim.TakeOut(_correction.Id);
                claim.Said.Add((_correction.Id, _decision));
            }
        }

        return changed.Count > 0;
    }

    /// <summary>A source that turns out to be no actor keeps its name: the text gives it as the source.</summary>
    private bool Chain(DocumentState document, ClaimState claim)
    {
        var json = (string)claim.Values[ClaimCell.Chain]!;
        if (_decision is RenameActor or RetypeActor || !CorrectionSet.Touched(_decision).Any(a => json.Contains('"' + a + '"', StringComparison.Ordinal)))
        {
            return false;
        }

        var links = JsonSerializer.Deserialize<ChainLink[]>(json, ChainLink.Json) ?? [];
        var now = Array.ConvertAll(links, l => l.Actor is { } id && Now(new Actor(id, l.Name, ActorKind.Body), new Naming(document, claim.Start, claim.Stop, l.Name)) is { } actor ? l with { Actor = _decision is RejectActor ? null : actor.Id } : l);
        claim.Values[ClaimCell.Chain] = links.SequenceEqual(now) ? json : JsonSerializer.Serialize(now, ChainLink.Json);
        return !links.SequenceEqual(now);
    }

    private bool Allegation(DocumentState document, ClaimState claim)
    {
        if (_decision is RejectActor || claim.Values[ClaimCell.Allegation] is not string json || StoredAllegation.Read(json) is not { } stored)
        {
            return false;
        }

        StoredAccused[] against = [.. stored.Against.Select(a => Now(new Actor(a.Id, a.Name, ActorKind.Person), new Naming(document, claim.Start, claim.Stop, a.Name)) is { } now ? new StoredAccused(now.Id, now.Name) : a)];
        if (against.SequenceEqual(stored.Against))
        {
            return false;
        }

        claim.Values[ClaimCell.Allegation] = (stored with { Against = against }).Write();
        return true;
    }

    private static int At(object?[] row, int cell) => Convert.ToInt32(row[cell], CultureInfo.InvariantCulture);

    /// <summary>Where an actor is named: a source, or whom an allegation is about, in the words of the claim.</summary>
    /// <param name="Called">What it is called; null for the words at the place.</param>
    private readonly record struct Naming(DocumentState Document, int Start, int Stop, string? Called);
}
