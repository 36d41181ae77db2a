namespace Entente.Claims.Coding.Naming;

/// <summary>Why words of a phrase were taken for somebody.</summary>
/// <param name="Words">The words of the phrase.</param>
/// <param name="Id">The id of the actor or agreement; null for a place.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Via">How they were linked, as in <see cref="ActorMention.Via"/>; "place" for a place, "agreement" for a treaty or initiative.</param>
/// <param name="Reason">What decided, in a sentence.</param>
public sealed record Explanation(string Words, string? Id, string Name, string? Via, string Reason)
{
    /// <summary>The rows of data/, or of the user's table, that it rests on: "organisations.tsv, line 26".</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>What else the same words can mean, with the row of each.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Of a treaty, or of an organisation's members, who was in it on the day: "USA: party since 1988-06-01".</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Of a state, what it was in organisations, blocs and treaties on the day: "NATO: member since 2023-04-04".</summary>
    public IReadOnlyList<string> Memberships { get; init; } = [];
}

/// <summary>Tells why the names in a phrase were linked as they were: by which rows, for which day, by which words beside them, and what else they could mean.</summary>
internal sealed class Explainer(Lexicon lexicon)
{
    private readonly Memberships _memberships = Memberships.Load();
    private readonly Dictionary<string, DateOnly> _knownTo = Table.Shipped("known-to").Rows.ToDictionary(r => r.Required("table"), r => r.When("to", "to").Latest!.Value, StringComparer.Ordinal);

    public IReadOnlyList<Explanation> Explain(AnalyzedDocument document, Names names, DateOnly? day)
    {
        var sentence = new NamedSentence(lexicon, document);
        sentence.Read(0, new TextSpan(0, document.Text.Length), 0, 0, BlockRole.Body);
        var actors = names.Actors.Select(a => (Span: a.Span, Of(document.Text, sentence, a, day)));
        var traps = Enumerable.Range(0, sentence.Count).Where(i => sentence[i].Is(SenseKind.Trap)).Select(i => (Span: sentence.SpanOf(i, i + 1), OfTrap(document.Text, sentence, i)));
        var places = names.Places.Where(p => !names.Actors.Any(a => a.Span == p.Span)).Select(p => (Span: p.Span, Of(document.Text, sentence, p)));
        var agreements = names.Agreements.Select(a => (Span: a.Span, Of(document.Text, sentence, a, day)));
        return [.. actors.Concat(places).Concat(agreements).Concat(traps).OrderBy(e => e.Span).Select(e => e.Item2)];
    }

    private static Explanation OfTrap(string text, NamedSentence sentence, int piece)
    {
        var words = sentence.SpanOf(piece, piece + 1).In(text);
        var trap = sentence[piece].Of(SenseKind.Trap)!;
        return new Explanation(words, null, words, null, "A phrase that holds a name and is no actor and no place: it is passed over.") { Rows = [trap.Row.ToString()] };
    }

    private Explanation Of(string text, NamedSentence sentence, ActorMention mention, DateOnly? day)
    {
        var senses = SensesIn(sentence, mention.Span);
        var meant = senses.Where(s => IsOf(s, mention.Actor)).ToList();
        var rows = meant.Select(s => s.Row.ToString());
        var thin = "";
        var members = mention.Via == "members" ? lexicon.MemberNounOf(mention.Actor.Id, mention.Span.In(text)) : null;
        rows = members is null ? rows : rows.Append(members.Row.ToString());
        if (lexicon.Offices.ById(mention.Actor.Id) is { } person)
        {
            var spell = person.At(day);
            thin = spell.When.Latest is null && spell.Row.Table == "offices" ? Thin("offices", day) : "";
            rows = rows.Append($"{spell.Row} ({spell.Office}, {spell.Organisation ?? spell.Country}, {spell.When})");
        }

        return new Explanation(mention.Span.In(text), mention.Actor.Id, mention.Actor.Name, mention.Via, Reason(mention, senses, meant, day) + (members is null ? thin : Thin("memberships", day)))
        {
            Rows = [.. rows.Distinct(StringComparer.Ordinal)],
            Memberships = _memberships.Of(mention.Actor.Id, day),
            Members = members is null ? [] : _memberships.In(mention.Actor.Id[..mention.Actor.Id.LastIndexOf(':')], day, members.Standings),
            Others = [.. senses.Except(meant).Where(s => s.Kind is not (SenseKind.Role or SenseKind.Title) && mention.Via != "office").Select(s => $"{s.Name} ({Kind(s.Kind)}; {s.Row})").Distinct(StringComparer.Ordinal)],
        };
    }

    private static Explanation Of(string text, NamedSentence sentence, PlaceMention place)
    {
        var senses = SensesIn(sentence, place.Span);
        var meant = senses.Where(s => s.Kind is SenseKind.Place && s.Place.Name == place.Name || s.Kind == SenseKind.Country && s.Country.Name == place.Name).ToList();
        return new Explanation(place.Span.In(text), null, place.Name, "place", meant.Exists(s => s.Context is not null) ? "A place: a word in the sentence decides between several of this name."
            : "A place: a word of place stands before it, or it is no capital and no state.")
        {
            Rows = [.. meant.Select(s => s.Row.ToString()).Distinct(StringComparer.Ordinal)],
            Others = [.. senses.Except(meant).Select(s => $"{s.Name} ({Kind(s.Kind)}; {s.Row})").Distinct(StringComparer.Ordinal)],
        };
    }

    private Explanation Of(string text, NamedSentence sentence, AgreementMention mention, DateOnly? day)
    {
        var meant = SensesIn(sentence, mention.Span).Where(s => s.Kind == SenseKind.Agreement && s.Agreement.Id == mention.Id).ToList();
        var row = meant[0].Agreement;
        string?[] days = [row.Signed is { } signed ? "signed " + signed : null, row.From is { } from ? (row.Kind is "doctrine" or "format" or "initiative" or "plan" ? "since " : "in force since ") + from : null, row.To is { } to ? "until " + to : null];
        return new Explanation(mention.Span.In(text), mention.Id, mention.Name, "agreement", string.Join(", ", days.OfType<string>().Prepend($"An agreement, not an actor: {row.Kind}")) + "." + (row.To is null && day is not null ? Thin("agreements", day) : ""))
        {
            Rows = [.. meant.Select(s => s.Row.ToString()).Distinct(StringComparer.Ordinal)],
            Members = _memberships.In(mention.Id, day),
        };
    }

    private static string Reason(ActorMention mention, List<Sense> senses, List<Sense> meant, DateOnly? day)
    {
        var on = day is { } d ? $"on {d:yyyy-MM-dd}" : "now (no date was given)";
        if (meant.Any(s => s.Own))
        {
            return "A row of your own table, which wins over data/.";
        }

        if (meant.Any(s => s.Context is not null))
        {
            return "A word in the sentence decides between several of this name.";
        }

        return mention.Via switch
        {
            "office" when mention.Actor.Kind == ActorKind.Person => $"Held the office {on}.",
            "office" => "A noun of role with its country or body: nobody is known to hold it alone " + on + ", or it names no one person.",
            "capital" => "A capital without a word of place before it: its government is meant.",
            "demonym" => "An adjective or name of a people: its country is meant, or people of it where they are counted.",
            "surname" when meant.Count == 0 || meant.Any(s => s.OnlyTitled) => $"A last name after a title that fits the office held {on}.",
            "surname" => $"The short form by which the press means this person {on}.",
            "members" => "Those who are in an organisation, taken together; the words may mean some of them only.",
            "both" => $"Each held the office {on}.",
            _ when meant.Count == 0 && mention.Actor.Id.StartsWith("name:", StringComparison.Ordinal) => "In no table: a name of its own by the words beside it.",
            _ when meant.Count == 0 => "Linked by the words beside it.",
            _ when senses.FindAll(s => s.Kind == meant[0].Kind).DistinctBy(s => s.Name, StringComparer.Ordinal).Count() > 1 => $"Of several of this name the one that fits the day ({on}) and the words beside it.",
            _ => "A name in the tables; the longest that stands there.",
        };
    }

    // what may have changed since is told, not guessed
    private string Thin(string table, DateOnly? day) => (day ?? DateOnly.MaxValue) > _knownTo[table] ? $" What changed after {_knownTo[table]:yyyy-MM-dd} the table may not know." : "";

    private static string Kind(SenseKind kind) => kind switch
    {
        SenseKind.Trap => "passed over",
        SenseKind.Country or SenseKind.Adjective or SenseKind.Demonym => "country",
        SenseKind.Place or SenseKind.PlaceAdjective or SenseKind.PlaceDemonym => "place",
        SenseKind.Person or SenseKind.Surname => "person",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static List<Sense> SensesIn(NamedSentence sentence, TextSpan span)
    {
        var senses = new List<Sense>();
        for (var piece = 0; piece < sentence.Count; piece++)
        {
            if (sentence.SpanOf(piece, piece + 1).Overlaps(span))
            {
                senses.AddRange(sentence[piece].Senses);
            }
        }

        return senses;
    }

    private static bool IsOf(Sense sense, Actor actor) => sense.Kind switch
    {
        SenseKind.Country or SenseKind.Adjective or SenseKind.Demonym => actor.Country == sense.Country.Code && actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Group,
        SenseKind.Place or SenseKind.PlaceAdjective or SenseKind.PlaceDemonym => actor.Kind is ActorKind.Government or ActorKind.Group && actor.Country == sense.Place.Country || actor.Id == "place:" + Slug.Of(sense.Place.Name),
        SenseKind.Organisation or SenseKind.Outlet => actor.Id == sense.Body.Actor.Id || actor.Kind == ActorKind.Group && actor.Id.StartsWith(sense.Body.Actor.Id + ":", StringComparison.Ordinal),
        SenseKind.Person or SenseKind.Surname => actor.Id == sense.Person.Id,
        _ => false,
    };
}
