using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Coding.Naming;
using Entente.Claims.Coding.Referring;

namespace Entente.Training;

/// <summary>
/// Measures the links of <see cref="Referrer"/> on gold chains, from raw text. A mention of ours is the gold mention that hangs on the same word.
/// A link is right when both its mention and its antecedent are gold mentions of one chain.
/// </summary>
internal sealed class CorefMeasure
{
    private static readonly string[] _aims = ["person", "place", "organization"];

    private readonly SortedDictionary<string, (int Right, int Wrong, int Unmarked)> _links = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Found, int All)> _pronouns = new(StringComparer.Ordinal);
    private readonly ChainScores _scores = new();
    private readonly List<string> _errors = [];
    private int _sets;

    public static void Tell(string treebank, string archive, int errors, string? genre)
    {
        var analyzer = Analyzer.Load();
        var names = Namer.Load();
        var referrer = Referrer.Load(names);
        var measure = new CorefMeasure();
        foreach (var document in CorefBank.Read(treebank, archive).Where(d => genre is null || d.Name.Contains(genre, StringComparison.Ordinal)))
        {
            var findings = new Findings(analyzer.Analyze(document.Text));
            var found = names.Find(findings.Analyzed, null);
            measure.Add(document, referrer.Resolve(findings with { Actors = found.Actors, Places = found.Places, OfficeDay = found.Day }));
        }

        measure.Write(errors);
    }

    private void Add(CorefDocument document, Scene scene)
    {
        var gold = scene.Mentions.ToDictionary(m => m, m => GoldOf(document, scene, m));
        var right = new HashSet<int>();
        foreach (var mention in scene.Mentions)
        {
            var antecedent = mention.Link is { } link ? (link.Antecedents is [var one] && link.Actors is null ? one : null) : mention.Named.Count > 0 ? NamedBefore(mention) : null;
            _sets += mention.Link is { } l && (l.Antecedents.Count > 1 || l.Actors is not null) ? 1 : 0;
            if (antecedent is null || !(mention.Entity.IsPerson == true || mention.Entity.Mentions.Exists(m => m.Kind == MentionKind.Name)))
            {
                continue;
            }

            // a name is linked to its fullest form, far back, and the gold often begins a new chain between: then the nearest name of ours that it has tells
            antecedent = mention.Link is null || mention.Link.Sieve is "name" or "surname" ? NameBefore(mention, gold) ?? antecedent : antecedent;
            antecedent = antecedent is { Pronoun.Kind: PronounKind.Relative, Link.Antecedents: [var whose] } ? whose : antecedent;
            var sieve = mention.Link is null ? "(same actor)" : mention.Link.Sieve == "pronoun" ? $"pronoun {Class(scene.WordsOf(mention))}" : mention.Link.Sieve;
            var isRight = gold[mention] is { } g && gold[antecedent] is { } a && g.Chain == a.Chain;
            var isMarked = gold[mention] is not null && gold[antecedent] is not null;
            var (good, bad, unmarked) = _links.GetValueOrDefault(sieve);
            _links[sieve] = isRight ? (good + 1, bad, unmarked) : isMarked ? (good, bad + 1, unmarked) : (good, bad, unmarked + 1);
            if (isRight)
            {
                right.Add(document.WordAt(mention.Span.Start));
            }
            else if (mention.Link is not null)
            {
                _errors.Add($"{sieve}: {Around(document, mention)} -> {scene.WordsOf(antecedent)}  ({(gold[mention] is { } gm && gold[antecedent] is { } ga ? $"<{Words(document, gm)}#{gm.Chain}> <{Words(document, ga)}#{ga.Chain}> " : "")}{(gold[mention] is null ? "no gold mention" : gold[antecedent] is null ? "antecedent is in no chain" : "another chain")}) {document.Name}");
            }
        }

        CountPronouns(document, right);
        AddChains(document, scene, gold);
    }

    private static string Words(CorefDocument d, GoldMention m) => string.Join(' ', d.Forms[m.First..(m.Last + 1)]);

    private static string Around(CorefDocument document, Mention mention)
    {
        var text = document.Text.Text;
        var from = Math.Max(0, mention.Span.Start - 110);
        return text[from..mention.Span.Start] + "[" + mention.Span.In(text) + "]" + text[mention.Span.End..Math.Min(text.Length, mention.Span.End + 30)];
    }

    private static Mention? NamedBefore(Mention mention) => mention.Entity.Mentions.LastOrDefault(m => m.Index < mention.Index && m.Named.Count > 0);

    private static Mention? NameBefore(Mention mention, Dictionary<Mention, GoldMention?> gold) =>
        mention.Entity.Mentions.LastOrDefault(m => m.Index < mention.Index && m.Kind == MentionKind.Name && gold[m] is not null);

    private static string Class(string pronoun) => pronoun.ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => "he",
        "she" or "her" or "hers" or "herself" => "she",
        "it" or "its" or "itself" => "it",
        "they" or "them" or "their" or "theirs" or "themselves" => "they",
        _ => "",
    };

    private static GoldMention? GoldOf(CorefDocument document, Scene scene, Mention mention)
    {
        var head = document.WordAt(scene.Tokens[mention.Head].Span.Start);
        var (first, last) = (document.WordAt(mention.Span.Start), document.WordAt(mention.Span.End - 1));
        GoldMention? best = null;
        foreach (var gold in document.Mentions)
        {
            var same = gold.First == first && gold.Last == last;
            if ((same || mention.Kind != MentionKind.Set && HangsOn(document, gold.Head, head, first, last)) && (best is not { } b || Math.Abs(gold.Last - gold.First - (last - first)) < Math.Abs(b.Last - b.First - (last - first))))
            {
                best = gold;
            }
        }

        return best;
    }

    // the same word, or words of one name ("Anthropologist Ken Barger" hangs on its first word, "Ken Barger" on its second)
    private static bool HangsOn(CorefDocument document, int goldHead, int head, int first, int last)
    {
        for (var i = first; i <= last && head >= 0; i++)
        {
            if (goldHead == i && (i == head || document.Heads[i] == head || document.Heads[head] == i))
            {
                return true;
            }
        }

        return head >= 0 && document.Heads[head] == goldHead && document.Relations[head] is "flat" or "nmod:desc";
    }

    /// <summary>Pronouns of the third person in chains of people, places and organisations that have something before them.</summary>
    private void CountPronouns(CorefDocument document, HashSet<int> right)
    {
        var begun = new HashSet<int>();
        foreach (var gold in document.Mentions)
        {
            var pronoun = gold.First == gold.Last ? Class(document.Forms[gold.First]) : "";
            if (pronoun.Length > 0 && begun.Contains(gold.Chain) && _aims.Contains(gold.Type))
            {
                var (found, all) = _pronouns.GetValueOrDefault(pronoun);
                _pronouns[pronoun] = (found + (right.Contains(gold.First) ? 1 : 0), all + 1);
            }

            begun.Add(gold.Chain);
        }
    }

    private void AddChains(CorefDocument document, Scene scene, Dictionary<Mention, GoldMention?> gold)
    {
        var key = document.Mentions.Where(m => _aims.Contains(m.Type)).GroupBy(m => m.Chain).Select(c => c.Select(m => Id(m.First, m.Last)).ToHashSet()).Where(c => c.Count > 1).ToList();
        var response = new List<HashSet<string>>();
        foreach (var entity in scene.Mentions.Select(m => m.Entity).Distinct(ReferenceEqualityComparer.Instance).Cast<Entity>())
        {
            var aimed = entity.IsPerson == true || entity.AllActors().Count > 0;
            var chain = entity.Mentions.Where(m => gold[m] is { } g ? _aims.Contains(g.Type) : aimed).Select(m => gold[m] is { } g ? Id(g.First, g.Last) : $"own {m.Span}").ToHashSet();
            if (chain.Count > 1)
            {
                response.Add(chain);
            }
        }

        _scores.Add(key, response);

        static string Id(int first, int last) => $"{first}-{last}";
    }

    private void Write(int errors)
    {
        // a mention that is in no gold chain counts as wrong in the first figure and is left out of the second
        Console.WriteLine("sieve              links  right  wrong  not in the gold  precision  of those in the gold");
        foreach (var (sieve, (right, wrong, unmarked)) in _links)
        {
            Console.WriteLine($"{sieve,-18} {right + wrong + unmarked,5}  {right,5}  {wrong,5}  {unmarked,15}  {100.0 * right / (right + wrong + unmarked),9:F1}  {100.0 * right / Math.Max(1, right + wrong),20:F1}");
        }

        Console.WriteLine($"links to several, which the gold does not have: {_sets}");
        Console.WriteLine("pronoun   gold  found  recall");
        foreach (var (pronoun, (found, all)) in _pronouns)
        {
            Console.WriteLine($"{pronoun,-8} {all,5}  {found,5}  {100.0 * found / all,6:F1}");
        }

        _scores.Write();
        var step = Math.Max(1, _errors.Count / Math.Max(1, errors));
        foreach (var error in _errors.Where((_, i) => i % step == 0).Take(errors).Order(StringComparer.Ordinal))
        {
            Console.WriteLine(error.ReplaceLineEndings(" "));
        }
    }
}
