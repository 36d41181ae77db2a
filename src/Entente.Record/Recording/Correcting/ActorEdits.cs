using System.Globalization;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Record.Recording.Correcting;

/// <summary>Applies a decision about an actor to all that names it in a page: mentions, parties, chains and allegations.</summary>
internal sealed class ActorEdits(PageState page, Correction correction)
{
    /// <summary>Without them a claim is no longer what it was: "… visited Kenya" has lost who.</summary>
    private static readonly string[] Needed = ["actor", "recipient", "member", "organisation", "about", "person", "holder"];

    private readonly ActorDecision _decision = (ActorDecision)correction.Decision;

    public void Apply()
    {
        foreach (var document in page.Documents)
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
        changed |= Chain(claim);
        changed |= Allegation(claim);
        return changed;
    }

    public void Hold(DocumentState document, long claim) => page.Holds.Add((correction.Id, 0, document.Key, claim));

    /// <summary>Whom a mention of this actor means from now on; null when the decision is not about it.</summary>
    private Actor? Now(Actor actor, Func<string> words) => _decision switch
    {
        MergeActors merge when merge.Others.Contains(actor.Id) => merge.Into,
        SplitActor split when split.Actor == actor.Id && (split.Page ?? page.Digest) == page.Digest && (split.Called is null || split.Called == words()) => split.Into,
        RenameActor rename when rename.Actor == actor.Id => actor with { Name = rename.Name },
        RetypeActor retype when retype.Actor == actor.Id => actor with { Kind = retype.Kind, Country = retype.Country, Sector = retype.Sector },
        RejectActor reject when reject.Actor == actor.Id => actor,
        _ => null,
    };

    private bool Apply(DocumentState document, object?[] row, ActorCells cells)
    {
        var actor = Now(cells.Of(row), () => document.Finder.Words(At(row, cells.Start), At(row, cells.Start + 1)));
        if (actor is null && cells == ActorCells.OfParty && row[ActorCells.Antecedent] is not null)
        {
            actor = Now(cells.Of(row), () => document.Finder.Words(At(row, ActorCells.Antecedent), At(row, ActorCells.Antecedent + 1)));
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
                claim.TakeOut(correction.Id);
                claim.Said.Add((correction.Id, _decision));
            }
        }

        return changed.Count > 0;
    }

    /// <summary>A source that turns out to be no actor keeps its name: the text gives it as the source.</summary>
    private bool Chain(ClaimState claim)
    {
        var json = (string)claim.Values[ClaimCell.Chain]!;
        if (_decision is RenameActor or RetypeActor || !CorrectionSet.Touched(_decision).Any(a => json.Contains('"' + a + '"', StringComparison.Ordinal)))
        {
            return false;
        }

        var links = JsonSerializer.Deserialize<ChainLink[]>(json, ChainLink.Json) ?? [];
        var now = Array.ConvertAll(links, l => l.Actor is { } id && Now(new Actor(id, l.Name, ActorKind.Body), () => l.Name) is { } actor ? l with { Actor = _decision is RejectActor ? null : actor.Id } : l);
        claim.Values[ClaimCell.Chain] = links.SequenceEqual(now) ? json : JsonSerializer.Serialize(now, ChainLink.Json);
        return !links.SequenceEqual(now);
    }

    private bool Allegation(ClaimState claim)
    {
        if (_decision is RejectActor || claim.Values[ClaimCell.Allegation] is not string json || StoredAllegation.Read(json) is not { } stored)
        {
            return false;
        }

        StoredAccused[] against = [.. stored.Against.Select(a => Now(new Actor(a.Id, a.Name, ActorKind.Person), () => a.Name) is { } now ? new StoredAccused(now.Id, now.Name) : a)];
        if (against.SequenceEqual(stored.Against))
        {
            return false;
        }

        claim.Values[ClaimCell.Allegation] = (stored with { Against = against }).Write();
        return true;
    }

    private static int At(object?[] row, int cell) => Convert.ToInt32(row[cell], CultureInfo.InvariantCulture);
}
