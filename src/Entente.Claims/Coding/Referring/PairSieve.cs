using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Referring;

/// <summary>"the two leaders", "both countries", "the two have met": the two that are talked of most, when no third comes near them in weight.</summary>
internal sealed class PairSieve : Sieve
{
    private const int Reach = 8;
    private const double Fading = 0.75;
    private const double Least = 60;
    private const double Clear = 1.25;
    private const int Often = 3;
    private const int Prevalence = 2;

    protected override Link? Find(Scene scene, Mention mention) => mention.Kind switch
    {
        MentionKind.Nominal or MentionKind.Name when mention.Plural && IsTwo(scene, mention) => Of(scene, mention),
        _ => null,
    };

    private static Link? Of(Scene scene, Mention mention)
    {
        var row = scene.Words.NounOf(Noun(scene, mention)) ?? scene.Words.NounOf(scene.Form(mention.Head));
        var kind = row?.Class ?? mention.Class;
        var people = (kind & NounClass.PairOfPeople) != NounClass.None;
        var states = (kind & NounClass.PairOfStates) != NounClass.None;
        return people ? Top(scene, mention, m => LeaderKey(m, row?.Office)) is { } leaders ? leaders : row?.Office is null ? States(scene, mention) : null
            : states ? States(scene, mention) : null;
    }

    private static Link? States(Scene scene, Mention mention) => Top(scene, mention, m => StateKey(scene, m)) is { } link
        ? link with { Actors = [.. link.Antecedents.Select(a => scene.Lexicon.Country(a.Entity.Actors[0].Country)!.Actor)] } : null;

    private static string Noun(Scene scene, Mention mention)
    {
        var token = mention.Head;
        return token > 0 && scene.Tree.Is(token - 1, "amod") | scene.Tree.Is(token - 1, "compound") ? scene.Findings.Text[scene.Tokens[token - 1].Span.Start..scene.Tokens[token].Span.End] : "";
    }

    // the number and nothing that tells which two ("the two countries that …")
    private static bool IsTwo(Scene scene, Mention mention)
    {
        var two = scene.Form(mention.Head) is "both" or "Both" or "two" || IsJoinedBefore(scene, mention);
        foreach (var child in scene.Tree.Children(mention.Head))
        {
            // "the two leaders and their interpreters": those joined are others, who tell nothing of the two
            if (scene.Tree.Is(child, "acl") && !IsRemark(scene, child) || scene.Tree.Is(child, "nmod") && child > mention.Head && scene.Tree.Case(child) is not ("at" or "by" or "since" or "during" or "until" or "after" or "before") || scene.Tree.Is(child, "conj") && !scene.Tree.Has(child, "nmod:poss"))
            {
                return false;
            }

            two |= scene.Form(child) is "both" or "Both" || scene.Form(child) is "two" && mention.Definite;
        }

        return two;
    }

    /// <summary>"both nations, which were …": behind a comma the clause tells only more of them.</summary>
    private static bool IsRemark(Scene scene, int clause) => scene.Tree.LeftEdge(clause) is > 0 and var left && scene.Form(left) is "," || scene.Tree.LeftEdge(clause) is > 1 and var first && scene.Form(first - 1) is ",";

    /// <summary>"Lula and Modi met. The presidents discussed …": the plural of an office, where the sentence before joins two and names no third.</summary>
    private static bool IsJoinedBefore(Scene scene, Mention mention) => mention.Definite && ((scene.Words.NounOf(scene.Form(mention.Head))?.Class ?? NounClass.None) & NounClass.PairOfPeople) != NounClass.None
        && scene.Tree.Child(mention.Head, "amod") is null && scene.Before(mention, 1).Where(m => m.Sentence < mention.Sentence).Select(m => LeaderKey(m, null)).OfType<string>().Distinct().Count() == 2;

    /// <summary>"Norway and Iceland refused. The two countries also …": the two that were joined as subject in the sentence before, with no third.</summary>
    private static Link? Joined(Scene scene, Mention mention, Func<Mention, string?> key)
    {
        var before = scene.Before(mention, 1).ToList();
        foreach (var other in before)
        {
            if (other.Kind == MentionKind.Set || !scene.Tree.Is(other.Head, "conj") || scene.Tree.Head(other.Head) is not { } head || !scene.Tree.Is(head, "nsubj") || before.Find(m => m.Head == head && m.Kind != MentionKind.Set) is not { } one)
            {
                continue;
            }

            var joined = 0;
            foreach (var child in scene.Tree.Children(head))
            {
                joined += scene.Tree.Is(child, "conj") ? 1 : 0;
            }

            if (joined == 1 && key(one) is { } left && key(other) is { } right && left != right)
            {
                return new Link("both", [one, other]);
            }
        }

        return null;
    }

    private static Link? Top(Scene scene, Mention mention, Func<Mention, string?> key)
    {
        if (Joined(scene, mention, key) is { } pair)
        {
            return pair;
        }

        var weights = new Dictionary<string, (double Weight, Mention Nearest)>(StringComparer.Ordinal);
        foreach (var before in scene.Before(mention, Reach))
        {
            // "the two leaders" said before counts for both
            foreach (var counted in before.Link is { Sieve: "both" } both ? both.Antecedents : [before])
            {
                if (counted.Entity != mention.Entity && key(counted) is { } k)
                {
                    var weight = before.Weight * Math.Pow(Fading, mention.Sentence - before.Sentence);
                    weights[k] = weights.TryGetValue(k, out var old) ? (old.Weight + weight, old.Nearest) : (weight, counted);
                }
            }
        }

        var ranked = weights.OrderByDescending(w => w.Value.Weight).ThenBy(w => w.Key, StringComparer.Ordinal).ToArray();
        var isClear = ranked.Length >= 2 && ranked[1].Value.Weight >= Least && (ranked.Length == 2 || ranked[1].Value.Weight >= Clear * ranked[2].Value.Weight);
        var two = isClear && AreTogether(scene, mention, key, ranked[0].Key, ranked[1].Key) ? (ranked[0].Key, ranked[1].Key) : Prevailing(scene, key);
        return two is ({ } first, { } second) && Last(first) is { } one && Last(second) is { } other ? Both(one, other) : null;

        Mention? Last(string name) => weights.TryGetValue(name, out var known) ? known.Nearest : scene.Mentions.LastOrDefault(m => m.Index < mention.Index && m.Sentence < mention.Sentence && key(m) == name);
    }

    private static Link Both(Mention one, Mention other) => one.Index < other.Index ? new Link("both", [one, other]) : new Link("both", [other, one]);

    /// <summary>Whether one sentence near by names both: two that are only named in turn, each with others, are no pair.</summary>
    private static bool AreTogether(Scene scene, Mention mention, Func<Mention, string?> key, string one, string other)
    {
        var seen = new HashSet<int>();
        foreach (var before in scene.Before(mention, Reach))
        {
            if (key(before) == one || before.Link is { Sieve: "both" } both && both.Antecedents.Any(a => key(a) == one))
            {
                seen.Add(before.Sentence);
            }
        }

        return scene.Before(mention, Reach).Any(b => seen.Contains(b.Sentence) && (key(b) == other || b.Link is { Sieve: "both" } both && both.Antecedents.Any(a => key(a) == other)));
    }

    /// <summary>The two that the whole document is about: each named far more often than a third. Null where there are none.</summary>
    private static (string First, string Second)? Prevailing(Scene scene, Func<Mention, string?> key)
    {
        var ranked = scene.Mentions.Where(m => m.Pronoun is null).Select(key).OfType<string>().GroupBy(k => k, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        return ranked.Length >= 2 && ranked[1].Count() >= Often && (ranked.Length == 2 || ranked[1].Count() >= Prevalence * ranked[2].Count()) ? (ranked[0].Key, ranked[1].Key) : null;
    }

    private static string? LeaderKey(Mention mention, string? office) =>
        !mention.Plural && mention.Entity.Actors is [{ Kind: ActorKind.Person, Sector: "GOV" or "MIL" or null } actor]
            && (office is null || mention.Entity.Roles.Count == 0 || mention.Entity.Roles.Exists(r => r.Contains(office, StringComparison.OrdinalIgnoreCase))) ? actor.Id : null;

    private static string? StateKey(Scene scene, Mention mention) =>
        mention.Entity.Actors is [var actor] && (actor.Kind is ActorKind.Country or ActorKind.Government || actor is { Kind: ActorKind.Person, Sector: "GOV" or "MIL" }) ? scene.Lexicon.Country(actor.Country)?.Code : null;

    /// <summary>The words from "the two" or "both" to the noun.</summary>
    public static TextSpan Phrase(Scene scene, Mention mention)
    {
        var start = mention.Span.Start;
        foreach (var child in scene.Tree.Children(mention.Head))
        {
            start = scene.Tree.Is(child, "det") || scene.Tree.Is(child, "nummod") || scene.Form(child) is "both" or "Both" ? Math.Min(start, scene.Tokens[child].Span.Start) : start;
        }

        return TextSpan.FromBounds(Math.Min(start, mention.Span.Start), mention.Span.End);
    }
}
