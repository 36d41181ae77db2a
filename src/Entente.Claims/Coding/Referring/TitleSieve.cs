namespace Entente.Claims.Coding.Referring;

/// <summary>
/// "the minister", "the foreign minister", "the ministry": the one of the last sentences who was given that post or is called so. Of two of one post
/// ("the president" after two presidents were named) it is nobody, unless one alone stands in the sentence before.
/// </summary>
internal sealed class TitleSieve : Sieve
{
    private const int Reach = 8;

    protected override Link? Find(Scene scene, Mention mention)
    {
        if (!mention.Definite && !IsUnplaced(scene, mention) || mention.Plural || mention.Kind is MentionKind.Pronoun or MentionKind.Set || mention.Named is [{ Actor: not { Kind: ActorKind.Group or ActorKind.Government, Country: null } }, ..])
        {
            return null;
        }

        var title = TitleOf(scene, mention);
        if (title.Length == 0 || HasOwner(scene, mention))
        {
            return null;
        }

        Mention? found = null;
        foreach (var before in scene.Before(mention, Reach))
        {
            if (before.Entity == mention.Entity || before.Plural || before.Entity.Actors is not [var actor] || actor.Id.StartsWith("group:", StringComparison.Ordinal) || !Has(before.Entity, title))
            {
                continue;
            }

            if (found is null)
            {
                found = before;
            }
            else if (before.Entity != found.Entity && (found.Sentence - before.Sentence <= 1 || mention.Sentence - before.Sentence <= 2))
            {
                return null;
            }
        }

        return found is null ? null : new Link("title", [found]);
    }

    // naming gives "the ministry" an actor of its own that belongs nowhere
    private static bool IsUnplaced(Scene scene, Mention mention) => mention.Named is [{ Actor: { Country: null, Kind: ActorKind.Group or ActorKind.Government } }] && scene.Tree.Child(mention.Head, "det") is { } determiner && scene.Form(determiner) is "the" or "The";

    // "the president *of Peru*", "*Peru's* president" are told by their own words
    private static bool HasOwner(Scene scene, Mention mention) => scene.Tree.Has(mention.Head, "nmod") || scene.Tree.Has(mention.Head, "acl");

    private static string TitleOf(Scene scene, Mention mention)
    {
        var words = scene.WordsOf(mention).AsSpan();
        foreach (var article in (ReadOnlySpan<string>)["the ", "The ", "this ", "that ", "This ", "That "])
        {
            words = words.StartsWith(article) ? words[article.Length..] : words;
        }

        if (words.IsEmpty)
        {
            return "";
        }

        var noun = words[(words.LastIndexOf(' ') + 1)..];
        var isPost = mention.Named.Count > 0 && char.IsLower(words[0]) || scene.Words.NounOf(noun) is { Class: var c } && (c & NounClass.Person) != NounClass.None;
        return isPost ? words.ToString() : "";
    }

    // "the minister" may be the foreign minister, "the foreign minister" is nobody who is only minister
    private static bool Has(Entity entity, string title)
    {
        foreach (var role in entity.Roles)
        {
            if (role.EndsWith(title, StringComparison.OrdinalIgnoreCase) && (role.Length == title.Length || role[^(title.Length + 1)] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
