using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Referring;

/// <summary>"Baltic Grain Council (BGC)": an acronym that the text itself explains, and every later one of it. The initials of the capitalised words must be its letters. A long form that ends in a noun for bodies is an actor by that.</summary>
internal sealed class AcronymSieve : Sieve
{
    private const NounClass Bodies = NounClass.Organisation | NounClass.Group | NounClass.Company;

    private readonly Dictionary<string, Mention> _explained = new(StringComparer.Ordinal);

    protected override Link? Find(Scene scene, Mention mention)
    {
        if (mention.Kind is not (MentionKind.Name or MentionKind.Nominal) || mention.Named is [{ Via: not "acronym" }, ..])
        {
            return null;
        }

        var form = scene.Form(mention.Head).ToString();
        if (!IsAcronym(form))
        {
            return null;
        }

        if (_explained.TryGetValue(form, out var known))
        {
            return known.Entity.Actors.Count == 0 && mention.Named.Count > 0 ? null : new Link("acronym", [known]);
        }

        if (LongForm(scene, mention, form) is not { } full)
        {
            return null;
        }

        _explained[form] = full;
        if (full.Entity.Actors.Count == 0 && scene.Words.NounOf(scene.Form(full.Head)) is { } noun && (noun.Class & Bodies) != NounClass.None)
        {
            var name = string.Join(' ', scene.WordsOf(full).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            full.Entity.Actors.Add(new Actor("name:" + Slug.Of(name), name, ActorKind.Body));
            full.Entity.IsPerson = false;
        }

        return new Link("acronym", [full]);
    }

    private static bool IsAcronym(string form)
    {
        if (form.Length is < 2 or > 8)
        {
            return false;
        }

        foreach (var letter in form)
        {
            if (!char.IsUpper(letter) && letter is not ('.' or '-') && !char.IsDigit(letter))
            {
                return false;
            }
        }

        return true;
    }

    // the words right before the bracket whose initials are its letters, small words between them left out
    private static Mention? LongForm(Scene scene, Mention mention, string acronym)
    {
        var letters = acronym.Replace(".", "", StringComparison.Ordinal);
        var at = mention.Head - 2;
        if (at < 0 || scene.Form(at + 1) is not "(" || scene.At(at) is not { Kind: MentionKind.Name } full)
        {
            return null;
        }

        var left = letters.Length;
        for (; at >= 0 && left > 0 && scene.Tree.Sentence(at) == mention.Sentence; at--)
        {
            var form = scene.Form(at);
            if (char.IsUpper(form[0]))
            {
                if (form[0] != letters[--left])
                {
                    return null;
                }
            }
            else if (form is not ("of" or "and" or "for" or "the" or "on" or "in" or "&" or "-" or "to"))
            {
                return null;
            }
        }

        if (left > 0)
        {
            return null;
        }

        var start = scene.Tokens[at + 1].Span.Start;
        full.Span = full.Named.Count == 0 && start < full.Span.Start ? TextSpan.FromBounds(start, full.Span.End) : full.Span;
        return full;
    }
}
