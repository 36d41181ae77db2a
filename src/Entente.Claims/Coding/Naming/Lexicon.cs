namespace Entente.Claims.Coding.Naming;

/// <summary>All that data/ knows of names: the phrases, the offices, and the small words that decide how a name is meant.</summary>
internal sealed partial class Lexicon
{
    private readonly Vocabulary _vocabulary = new();
    private readonly PhraseTrie _trie = new();
    private readonly Dictionary<string, Country> _countries = new(StringComparer.Ordinal);

    /// <summary>States that have ended, by their capital.</summary>
    private readonly Dictionary<string, (Country State, DateInterval When)> _former = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Body> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Agreement> _agreements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceRow> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private Cue[] _cues = [];
    private readonly HashSet<int> _givenNames = [];
    private readonly List<Word> _scratch = [];
    private RowPlace _row;

    private Lexicon()
    {
    }

    public Offices Offices { get; } = new();

    public PhraseTrie Trie => _trie;

    public static Lexicon Load(OwnActors own)
    {
        var lexicon = new Lexicon();
        lexicon.ReadCountries(Table.Shipped("countries"));
        lexicon.ReadPlaces(Table.Shipped("places"));
        lexicon.ReadBodies(Table.Shipped("organisations"));
        lexicon.ReadOutlets(Table.Shipped("outlets"));
        lexicon.ReadAgreements(Table.Shipped("agreements"));
        lexicon.ReadOffices(Table.Shipped("offices"));
        lexicon.ReadLeaders(Table.Shipped("leaders"));
        lexicon.ReadRoles(Table.Shipped("role-nouns"));
        lexicon.ReadTraps(Table.Shipped("name-traps"));
        lexicon.ReadCues(Table.Shipped("naming-cues"));
        lexicon.ReadGroups(Table.Shipped("sectors"));
        lexicon.ReadContexts(Table.Shipped("name-contexts"));
        lexicon.ReadMembers(Table.Shipped("memberships"), Table.Shipped("member-nouns"));
        lexicon.ReadOwn(own);
        return lexicon;
    }

    public int Find(ReadOnlySpan<char> letters) => _vocabulary.Find(letters);

    public Country? Country(string? code) => code is not null && _countries.TryGetValue(code, out var country) ? country : null;

    /// <summary>The state that is governed from a capital on a day: Moscow in 1985 is that of the Soviet Union. Without a day, the one of today.</summary>
    public Country? GovernedFrom(PlaceRow capital, DateOnly? day) =>
        day is { } date && _former.TryGetValue(capital.Name, out var former) && former.When.Earliest <= date && date <= former.When.Latest ? former.State : Country(capital.Country);

    public Body? BodyOf(string id) => _bodies.GetValueOrDefault(id);

    /// <summary>The name of a capital as data/ writes it; null when the words name none.</summary>
    public string? Capital(string words)
    {
        var scanned = new List<Word>();
        var senses = new List<Sense>();
        WordScanner.Scan(words, new TextSpan(0, words.Length), (from, to) => Find(words.AsSpan(from, to - from)), scanned);
        return _trie.Longest(scanned, 0, scanned.Count, false, senses) == scanned.Count ? senses.Find(s => s is { Kind: SenseKind.Place, Place.IsCapital: true })?.Place.Name : null;
    }

    /// <summary>What a small word tells.</summary>
    public Cue CueOf(int word) => (uint)word < (uint)_cues.Length ? _cues[word] : Cue.None;

    /// <summary>Whether somebody in data/ has it as first name.</summary>
    public bool IsGivenName(int word) => _givenNames.Contains(word);

    /// <summary>"Chinese government", the actor that a country's people of one sector are.</summary>
    public Actor Group(Country country, string sector)
    {
        var kind = sector is "GOV" or "MIL" or "LEG" or "JUD" or "COP" or "SPY" ? ActorKind.Government : ActorKind.Group;
        return new Actor($"{country.Code}:{sector}", $"{country.Adjective} {_groups.GetValueOrDefault(sector, sector)}", kind) { Country = country.Code, Sector = sector };
    }

    private void ReadCountries(Table table)
    {
        foreach (var row in Rows(table))
        {
            var adjectives = row.List("adjectives");
            var name = row.Required("name");
            var country = new Country(row.Required("iso3"), name, adjectives.Count > 0 ? adjectives[0] : name);
            _countries.Add(country.Code, country);
            if (row["gw_to"] is not null && row["capital"] is { } capital)
            {
                _former[capital] = (country, row.When("gw_from", "gw_to"));
            }

            Phrases(SenseKind.Country, country, name, row.List("aliases"));
            Phrases(SenseKind.Adjective, country, null, adjectives);
            Phrases(SenseKind.Demonym, country, null, row.List("demonyms"));
        }
    }

    private void ReadPlaces(Table table)
    {
        foreach (var row in Rows(table))
        {
            var name = row.Required("name");
            var place = _places[name] = new PlaceRow(name, row["country"], row.Required("kind"), double.Parse(row.Required("latitude")), double.Parse(row.Required("longitude")));
            Phrases(SenseKind.Place, place, name, row.List("aliases"));
            Phrases(SenseKind.PlaceAdjective, place, null, row.List("adjectives"));
            Phrases(SenseKind.PlaceDemonym, place, null, row.List("demonyms"));
        }
    }

    private void ReadBodies(Table table)
    {
        foreach (var row in Rows(table))
        {
            var kind = row.Required("kind");
            var actorKind = kind switch
            {
                "igo" or "bloc" or "alliance" or "treaty" or "forum" or "camp" => ActorKind.Organisation,
                "court" or "bank" when row["country"] == "IGO" => ActorKind.Organisation,
                "government" or "parliament" or "military" or "intelligence" or "police" or "court" => ActorKind.Government,
                _ => ActorKind.Body,
            };
            var id = "org:" + row.Required("id");
            var actor = new Actor(id, row.Required("name"), actorKind) { Country = row["country"], Sector = row["sector"] };
            var body = new Body(actor, kind, row.When());
            _bodies.Add(id, body);
            Phrases(SenseKind.Organisation, body, actor.Name, row.List("aliases"));
        }
    }

    private void ReadOutlets(Table table)
    {
        foreach (var row in Rows(table))
        {
            var name = row.Required("name");
            var kind = row["kind"] == "agency" ? ActorKind.Agency : ActorKind.Outlet;
            var actor = new Actor("outlet:" + Slug.Of(name), name, kind) { Country = row["country"], Sector = "JRN" };
            var body = new Body(actor, row["medium"] ?? "outlet", default);
            _bodies.Add(actor.Id, body);
            Phrases(SenseKind.Outlet, body, name, row.List("aliases"));
        }
    }

    private void ReadAgreements(Table table)
    {
        foreach (var row in Rows(table))
        {
            var id = "agreement:" + row.Required("id");
            var agreement = new Agreement(id, row.Required("name"), row.Required("kind"), row["scope"], row["signed"], row["from"], row["to"]);
            _agreements.Add(id, agreement);
            Phrases(SenseKind.Agreement, agreement, agreement.Name, row.List("aliases"));
        }
    }

    private void ReadOffices(Table table)
    {
        foreach (var row in Rows(table))
        {
            var person = Offices.Add(row, _row);
            if (person.Spells.Count == 1)
            {
                var onlyTitled = row["common"] is not null;
                foreach (var name in row.List("aliases").Prepend(person.Name))
                {
                    Phrase(new Sense(SenseKind.Person, person, name) { OnlyTitled = onlyTitled });
                }

                var surnames = row.List("surnames");
                Phrases(SenseKind.Surname, person, null, surnames);
                Titled(person, row.Required("country"), surnames);
                NoteGivenName(person.Name);
            }
        }
    }

    // their last names are too many to stand alone: only after "President", "Prime Minister" …
    private void ReadLeaders(Table table)
    {
        foreach (var row in Rows(table))
        {
            var name = row.Required("person");
            var person = Offices.AddLeader(name, row.Required("country"), row.When(), _row);
            if (person.Spells.Count == 1)
            {
                Phrase(new Sense(SenseKind.Person, person, name));
                Titled(person, null, []);
                NoteGivenName(name);
            }
        }
    }

    // the name that stands after a title: the last, in East Asia the first
    private void Titled(Person person, string? country, IReadOnlyList<string> surnames)
    {
        var name = person.Name;
        var space = country is "CHN" or "TWN" or "HKG" or "KOR" or "PRK" ? name.IndexOf(' ', StringComparison.Ordinal) : -1;
        var surname = space > 0 ? name[..space] : name[(name.LastIndexOf(' ') + 1)..];
        if (!surnames.Contains(surname) && char.IsUpper(surname[0]) && surname.Length < name.Length && !surname.EndsWith('.'))
        {
            Phrase(new Sense(SenseKind.Surname, person, surname) { OnlyTitled = true });
        }
    }

    private void ReadRoles(Table table)
    {
        foreach (var row in Rows(table))
        {
            var kind = row.Required("kind");
            var role = new RoleNoun(row.Required("noun"), row["sector"], kind, row["office"], row["country"]);
            Phrase(new Sense(kind == "title" ? SenseKind.Title : SenseKind.Role, role, role.Noun));
            if (row["plural"] is { } plural)
            {
                Phrase(new Sense(SenseKind.Role, role, plural) { Plural = true });
            }
        }
    }

    private void ReadTraps(Table table)
    {
        foreach (var row in Rows(table))
        {
            Phrase(new Sense(SenseKind.Trap, row, row.Required("phrase")));
        }
    }

    // "Georgia" beside "Atlanta", "Congress" beside "Lok Sabha"
    private void ReadContexts(Table table)
    {
        foreach (var row in Rows(table))
        {
            var means = row.Required("means");
            var (kind, what) = means.StartsWith("place:", StringComparison.Ordinal) ? (SenseKind.Place, (object)_places[means[6..]])
                : _countries.TryGetValue(means, out var country) ? (SenseKind.Country, country)
                : _agreements.TryGetValue(means, out var agreement) ? (SenseKind.Agreement, agreement) : (SenseKind.Organisation, _bodies[means]);
            Phrase(new Sense(kind, what, row.Required("name")) { Context = [.. row.List("words").Select(w => _vocabulary.Add(w))] });
        }
    }

    private void ReadCues(Table table)
    {
        List<(int Word, Cue Cue)> rows = [.. Rows(table).Select(r => (_vocabulary.Add(r.Required("word")), Enum.Parse<Cue>(r.Required("cue"))))];
        _cues = new Cue[rows.Max(r => r.Word) + 1];
        foreach (var (word, cue) in rows)
        {
            _cues[word] |= cue;
        }
    }

    private void ReadGroups(Table table)
    {
        foreach (var row in Rows(table))
        {
            _groups.Add(row.Required("code"), row.Required("group"));
        }
    }

    private void NoteGivenName(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space > 2)
        {
            _givenNames.Add(_vocabulary.Add(name.AsSpan(0, space)));
        }
    }

    private void Phrases(SenseKind kind, object what, string? name, IReadOnlyList<string> aliases)
    {
        if (name is not null)
        {
            Phrase(new Sense(kind, what, name));
        }

        foreach (var alias in aliases)
        {
            Phrase(new Sense(kind, what, alias));
        }
    }

    private IEnumerable<TableRow> Rows(Table table)
    {
        foreach (var row in table.Rows)
        {
            _row = new RowPlace(table.Name, row.Line);
            yield return row;
        }
    }

    private void Phrase(Sense sense)
    {
        sense.Row = _row;
        _scratch.Clear();
        WordScanner.Scan(sense.Alias, new TextSpan(0, sense.Alias.Length), (from, to) => _vocabulary.Add(sense.Alias.AsSpan(from, to - from)), _scratch);
        _trie.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_scratch), sense);
    }
}

/// <summary>What a small word of data/naming-cues.tsv tells of the name beside it.</summary>
[Flags]
internal enum Cue
{
    None = 0,

    /// <summary>A preposition of place: what follows is where, not who.</summary>
    Where = 1,

    /// <summary>Movement: what follows its "to" or "from" is where.</summary>
    Motion = 2,

    /// <summary>Money: the country before it is part of a currency's name.</summary>
    Currency = 4,

    /// <summary>Somebody no longer, not yet or only in part in the office named.</summary>
    Past = 8,

    /// <summary>Saying: what stands beside it is somebody.</summary>
    Say = 16,

    /// <summary>A small word inside names ("de", "van", "bin").</summary>
    Particle = 32,

    /// <summary>A word that begins sentences and no names.</summary>
    Function = 64,

    /// <summary>A preposition or word that cannot stand between a country and its noun of role.</summary>
    Break = 128,

    Female = 256,
    Male = 512,

    /// <summary>A language is meant after it ("in Chinese", "speaks Russian").</summary>
    Language = 1024,

    /// <summary>A word of number or amount before people ("two", "thousands").</summary>
    Amount = 2048,

    /// <summary>What is held in a city: the city before it is the place.</summary>
    Event = 4096,

    /// <summary>What a name ends in that is no person's ("Street", "Prize").</summary>
    Thing = 8192,

    /// <summary>Taking away: what follows the "from" of what is taken is where ("withdrew troops from Mali").</summary>
    Removal = 16384,
}
