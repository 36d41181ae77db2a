using System.Runtime.InteropServices;

namespace Entente.Claims.Coding.Eventing;

/// <summary>Gives a frame its actors and recipients.</summary>
internal sealed class Binder(Syntax syntax, FrameTable frames, Slots slots, Casting casting, Contents contents, IReadOnlyList<EventMatch?> matches)
{
    /// <summary>The frame with its actors; null when it is told of nobody else.</summary>
    public EventMatch? Bind(EventFrame frame, int trigger, int carrier, LightVerb? light)
    {
        var suffers = light is { Suffers: true };
        var content = contents.Of(trigger, carrier);
        var actors = Cast(frame.Actors, trigger, carrier, suffers, false);
        var recipients = Cast(frame.Recipients, trigger, carrier, suffers, true);
        if (suffers)
        {
            recipients = [];
            casting.Add(Sufferer(trigger, carrier) is >= 0 and var sufferer ? sufferer : trigger, recipients);
        }

        if (frame.Type == EventType.Consult && actors.Count < 2 && slots.Node(trigger, carrier, "O") is >= 0 and var met)
        {
            // "Chad's talks with Niger were held"
            casting.AddOwner(met, actors);
        }

        if (frame is { Type: EventType.Consult, Class: 'n' } && carrier < 0 && actors.Count == 1 && frame.Actors.Any(a => a.Contains("with")) && slots.Node(trigger, carrier, "around") is >= 0 and var present)
        {
            AddDoers(present, actors, false, true);
        }

        if (actors.Count == 1 && recipients.Count == 0 && frame.Recipients.Any(r => r.Contains("host")))
        {
            AddHost(carrier >= 0 ? carrier : trigger, recipients);
        }

        if (actors.Count == 0 && !suffers && frame.Class == 'v')
        {
            AddDoerOfClause(trigger, actors);
        }

        if (actors.Count == 0 && syntax.IsPassive(carrier >= 0 ? carrier : trigger))
        {
            AddAuthority(frame, carrier >= 0 ? carrier : trigger, actors);
        }

        if (actors.Count == 0 && frame.Type == EventType.Protest && slots.Node(trigger, carrier, "S") is >= 0 and var crowd && IsCrowd(crowd))
        {
            AddPeople(carrier >= 0 ? carrier : trigger, actors);
        }

        if (actors.Count == 0 && frame.Actors.Any(a => a.Contains("whose")))
        {
            return null;
        }

        if (recipients.Count > 0 && IsToldOfOneself(frame, actors, recipients))
        {
            return null;
        }

        if (recipients.Count == 0 && content is not null && frame.Recipients.Count > 0 && frame.Type is EventType.Request or EventType.Threaten or EventType.Agree or EventType.Reject)
        {
            recipients = Concerned(frame.Type, content, actors);
        }

        Clean(actors, recipients);
        if (recipients.Count == 0 && frame.Recipients.Count > 0 && !(frame.Type == EventType.Reject && IsAgainst(content)))
        {
            AddNearby(frame.Type, trigger, carrier, actors, recipients);
        }

        if (recipients.Count == 0 && frame.Type == EventType.Protest && Wanted(trigger, carrier) is { } wanted)
        {
            recipients = [.. wanted.Recipients];
        }

        var told = recipients.Count > 0 || frame.Recipients.Any(r => r.Any(s => slots.Node(trigger, carrier, s) >= 0));
        return new EventMatch(frame, trigger, carrier) { HasOtherSide = told, Actors = actors, Recipients = recipients, Content = content, Light = light, WantedByWord = frame.Type == EventType.Request ? WantedMode(trigger, carrier) : null, IsMultilateral = frame.Type == EventType.Consult && IsAtSummit(carrier >= 0 ? carrier : trigger) };
    }

    /// <summary>"as ties grew cold after *the court* issued a warrant", where the parser missed a verb: of a subject that can't act, the one whom "after" puts right before the verb.</summary>
    private void AddDoerOfClause(int verb, List<Cast> actors)
    {
        if (syntax.Child(verb, "nsubj") is not (>= 0 and var subject))
        {
            return;
        }

        foreach (var token in syntax.Under(subject))
        {
            if (syntax.Is(token, "nmod") && (syntax.HasCase(token, "after") || syntax.HasCase(token, "before") || syntax.HasCase(token, "since")) && syntax.Under(token).Last() == verb - 1)
            {
                casting.Add(token, actors, true);
                return;
            }
        }
    }

    /// <summary>"came under attack", "was hit with sanctions".</summary>
    private int Sufferer(int trigger, int carrier) => slots.Node(trigger, carrier, "U") is >= 0 and var hit ? hit : slots.Node(trigger, carrier, "S");

    /// <summary>
    /// Whom a request, threat, promise or refusal concerns by its content: of a request and a refusal who would act ("refused to recognise the sanctions of Japan"),
    /// else to whom it would be done. Who refuses to act against somebody refuses nothing to him.
    /// </summary>
    private static List<Cast> Concerned(EventType type, EventMatch content, List<Cast> actors)
    {
        var others = content.Actors.Where(a => !actors.Exists(o => o.Mention.Actor.Id == a.Mention.Actor.Id)).ToList();
        if (type == EventType.Reject)
        {
            return others.Count > 0 ? others : IsAgainst(content) ? [] : [.. content.Recipients];
        }

        return content.Recipients.Count == 0 || (type == EventType.Request && content.Actors.Count > 0) ? [.. content.Actors] : [.. content.Recipients];
    }

    private static bool IsAgainst(EventMatch? content) => content is { IsHostile: true } or { Type: EventType.Accuse or EventType.Reject };

    /// <summary>"at the OSCE summit", "on the sidelines of the APEC forum".</summary>
    private bool IsAtSummit(int verb)
    {
        foreach (var child in syntax.Children(verb))
        {
            if (syntax.Is(child, "obl") && syntax.Case(child) is "at" or "during" or "on")
            {
                var place = syntax.Lemma(child) is "sideline" or "margin" or "fringe" && syntax.Oblique(child, "of") is >= 0 and var of ? of : child;
                if (frames.Class("gatherings").Contains(syntax.Lemma(place)) && casting.IsOfOrganisation(place))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The mode that the word of what is asked for gives: of the clause, else of the object or of what stands behind "for".</summary>
    private string? WantedMode(int trigger, int carrier)
    {
        foreach (var slot in (ReadOnlySpan<string>)["X", "for", "O", "on", "to"])
        {
            if (slots.Node(trigger, carrier, slot) is >= 0 and var node && frames.WantedMode(syntax.Lemma(node)) is { } mode)
            {
                return mode;
            }
        }

        return null;
    }

    /// <summary>Where no slot names the other side, the first actor under the trigger that is none of the doers: "launched an inquiry into crimes that Croat forces committed".</summary>
    private void AddNearby(EventType type, int trigger, int carrier, List<Cast> actors, List<Cast> recipients)
    {
        foreach (var child in syntax.Children(carrier >= 0 ? carrier : trigger))
        {
            if (child < trigger || !(syntax.Is(child, "obj") || syntax.Is(child, "obl") || syntax.Is(child, "nmod") || syntax.Is(child, "xcomp") || (syntax.Is(child, "advcl") && syntax.IsInfinitive(child) && type == EventType.Threaten)) || (type == EventType.Assault && syntax.Lemma(child) is "border" or "frontier") || syntax.Case(child) is "by" or "accord" or "after" or "before" or "since" or "during" or "without" or "despite" or "like" or "unlike")
            {
                continue;
            }

            casting.AddUnder(child, IsFriendly(type), type == EventType.Sanction, actors, recipients);
            if (recipients.Count > 0)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Who did what is told without a doer, by the place: only a state's own authorities arrest, try and ban there ("was jailed in Rwanda"),
    /// and who kills there is unidentified (PLOVER sector UAF), unless it was an accident.
    /// </summary>
    private void AddAuthority(EventFrame frame, int verb, List<Cast> actors)
    {
        var official = (frame.Type, frame.Mode) is (EventType.Coerce, "arrest" or "restrict" or "censor" or "deport") or (EventType.Sanction, "convict") or (EventType.Accuse, "investigate");
        if (!official && frame.Type != EventType.Assault)
        {
            return;
        }

        var place = -1;
        foreach (var child in syntax.Children(verb))
        {
            if (frames.Class("accidents").Contains(syntax.Lemma(child)))
            {
                return;
            }

            place = place < 0 && syntax.Is(child, "obl") && syntax.Case(child) is "in" or "at" or "near" && casting.PlaceOf(child) is { Country: not null } ? child : place;
        }

        if (place >= 0)
        {
            casting.AddPlace(place, actors, official ? null : "UAF");
        }
    }

    /// <summary>"thousands of people".</summary>
    private bool IsCrowd(int node) => frames.Class("civilians").Contains(syntax.Lemma(node)) || (frames.Class("partitives").Contains(syntax.Lemma(node)) && (syntax.Oblique(node, "of") is not (>= 0 and var whole) || IsCrowd(whole)));

    /// <summary>Who protests somewhere and is not named is of the people there: "thousands marched in Lagos".</summary>
    private void AddPeople(int verb, List<Cast> actors)
    {
        foreach (var child in syntax.Children(verb))
        {
            var place = syntax.Is(child, "obl") && syntax.Case(child) is "in" or "at" or "through" or "across" or "throughout" ? child : syntax.Is(child, "obj") && syntax.Oblique(child, "in") is >= 0 and var inner ? inner : -1;
            if (actors.Count == 0 && place >= 0)
            {
                casting.AddPlace(place, actors, "CVL");
            }
        }
    }

    /// <summary>Whose guests they are, where nobody else is named: "took part in the forum in Baku".</summary>
    private void AddHost(int verb, List<Cast> recipients)
    {
        foreach (var child in syntax.Children(verb))
        {
            if (recipients.Count == 0 && syntax.Is(child, "obl") && syntax.Case(child) is "in" or "at")
            {
                AddDoers(child, recipients, true, false);
            }
        }
    }

    private static bool IsFriendly(EventType type) => type is EventType.Agree or EventType.Support or EventType.Cooperate or EventType.Aid or EventType.Concede;

    /// <summary>What a protest is for: "marched to demand reforms from the government".</summary>
    private EventMatch? Wanted(int trigger, int carrier)
    {
        foreach (var child in syntax.Children(carrier >= 0 ? carrier : trigger))
        {
            if (syntax.Is(child, "advcl") && matches[child] is { Type: EventType.Request or EventType.Accuse } wanted)
            {
                return wanted;
            }
        }

        return null;
    }

    /// <summary>"Japan said that it must save" asks nobody else for anything.</summary>
    private static bool IsToldOfOneself(EventFrame frame, List<Cast> actors, List<Cast> recipients) =>
        frame.Needs.Any(n => n.Slot == "C") && recipients.Exists(r => actors.Exists(a => a.Mention.Actor.Id == r.Mention.Actor.Id || (r.Mention.Actor.Country is { } country && a.Mention.Actor.Country == country)));

    private List<Cast> Cast(IReadOnlyList<string[]> wanted, int trigger, int carrier, bool suffers, bool place)
    {
        var found = new List<Cast>();
        foreach (var union in wanted)
        {
            foreach (var slot in union)
            {
                if (slot == "poss")
                {
                    casting.AddOwner(trigger, found);
                }
                else if (slot == "whose")
                {
                    // a politician's attacks are words
                    casting.AddBareOwner(trigger, found);
                    found.RemoveAll(c => c.Mention.Actor.Kind == ActorKind.Person);
                }
                else if (!(suffers && slot == "S") && slots.Node(trigger, carrier, slot) is >= 0 and var node)
                {
                    if (slot == "between")
                    {
                        casting.AddBetween(node, found);
                    }

                    if (slot == "act" && matches[node] is null && syntax.Oblique(node, "by") is >= 0 and var doer)
                    {
                        casting.Add(doer, found, true);
                    }

                    var before = found.Count;
                    AddDoers(slots.Speaker(node, carrier >= 0 ? carrier : trigger), found, place, slot == "S" && !place);
                    if (slot == "S" && !place && found.Count > before)
                    {
                        AddCompanions(carrier >= 0 ? carrier : trigger, node, found);
                    }

                    if (slot == "with" && before > 0)
                    {
                        // "held an exercise with ten thousand soldiers": these are nobody's but the doer's
                        found.RemoveAll(c => found.IndexOf(c) >= before && c.Mention.Actor is { Country: null, Kind: ActorKind.Group or ActorKind.Government });
                    }
                }
            }

            if (found.Count > 0)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>"together with Spain, Ireland recognised …", "Brazil, along with Chile, condemned …".</summary>
    private void AddCompanions(int verb, int subject, List<Cast> into)
    {
        foreach (var child in (ReadOnlySpan<int>)[.. syntax.Children(verb), .. syntax.Children(subject)])
        {
            var together = syntax.Lemma(child) is "together" or "along" ? syntax.Oblique(child, "with") : syntax.HasCase(child, "with") && (syntax.HasCase(child, "together") || syntax.HasCase(child, "along")) ? child : -1;
            if (together >= 0)
            {
                casting.Add(together, into, true);
            }
        }
    }

    /// <summary>Of an argument that is itself an act ("condemned the invasion by Iraq") the doers count.</summary>
    private void AddDoers(int node, List<Cast> into, bool place, bool acting)
    {
        var before = into.Count;
        if (matches[node] is { } act && act.Actors.Count > 0 && syntax.Upos(node) == "NOUN")
        {
            if (!acting || act.Type == EventType.Assault)
            {
                into.AddRange(act.Actors);
            }

            return;
        }

        casting.Add(node, into, acting);
        if (place && into.Count == before)
        {
            casting.AddPlace(node, into);
        }
    }

    /// <summary>Nobody stands twice, or on both sides.</summary>
    private static void Clean(List<Cast> actors, List<Cast> recipients)
    {
        Unite(actors);
        Unite(recipients);
        recipients.RemoveAll(r => actors.Exists(a => a.Mention.Span == r.Mention.Span || (a.Mention.Actor.Id == r.Mention.Actor.Id && (a.Mention.Actor.Kind != ActorKind.Group || r.Mention.Antecedent is not null))));
    }

    private static void Unite(List<Cast> casts)
    {
        for (var i = casts.Count - 1; i > 0; i--)
        {
            var id = casts[i].Mention.Actor.Id;
            foreach (var earlier in CollectionsMarshal.AsSpan(casts)[..i])
            {
                if (earlier.Mention.Actor.Id == id)
                {
                    casts.RemoveAt(i);
                    break;
                }
            }
        }
    }
}
