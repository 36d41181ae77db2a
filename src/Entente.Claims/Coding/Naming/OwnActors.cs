namespace Entente.Claims.Coding.Naming;

/// <summary>
/// The actors of a user's own table (actors.tsv), which win over those of data/. A row that is wrong is passed over and told, with line, column and remedy; the others hold.
/// </summary>
public sealed class OwnActors
{
    private static readonly string[] Columns = ["name", "aliases", "surnames", "kind", "id", "country", "sector", "office", "from", "to"];

    private OwnActors(IReadOnlyList<OwnActor> actors, IReadOnlyList<Problem> problems, string digest)
    {
        Actors = actors;
        Problems = problems;
        Digest = digest;
    }

    /// <summary>No own actors.</summary>
    public static OwnActors None { get; } = new([], [], "");

    /// <summary>What is wrong with the table.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Made of the table's text: what was coded with another table is coded anew. Empty when there is none.</summary>
    public string Digest { get; }

    /// <summary>How many rows hold.</summary>
    public int Count => Actors.Count;

    internal IReadOnlyList<OwnActor> Actors { get; }

    /// <summary>Reads a table. The columns are explained in docs/guide/own-tables.md.</summary>
    /// <param name="name">The file's name, for messages, without ".tsv".</param>
    public static OwnActors Read(string name, TextReader reader)
    {
        var codes = Table.Shipped("countries").Rows.Select(r => r.Required("iso3")).Concat(Actor.OfNoState).ToHashSet(StringComparer.Ordinal);
        var sectors = Table.Shipped("sectors").Rows.Select(r => r.Required("code")).ToHashSet(StringComparer.Ordinal);
        var own = OwnTable<OwnActor>.Read(name, reader, Columns, row => Read(row, codes, sectors));
        return new OwnActors(own.Items, own.Problems, own.Digest);
    }

    private static OwnActor Read(TableRow row, HashSet<string> codes, HashSet<string> sectors)
    {
        var name = row.Required("name");
        var kind = Kind(row);
        var country = row["country"];
        if (country is not null && !codes.Contains(country))
        {
            throw row.Wrong("country", $"'{country}' is no code of a country", "Write ISO 3166-1 alpha-3 (XKX for Kosovo), or IGO, NGO, IMG, ISM, MNC");
        }

        if (row["sector"] is { } sector && !sectors.Contains(sector))
        {
            throw row.Wrong("sector", $"'{sector}' is no sector", "Write one of " + string.Join(" ", sectors.Order(StringComparer.Ordinal)));
        }

        var id = row["id"];
        if (kind == ActorKind.Country && (id is null || !codes.Contains(id)))
        {
            throw row.Wrong("id", "a country needs the code that its names stand for", "Write ISO 3166-1 alpha-3, such as FRA");
        }

        if (kind == ActorKind.Person && country is null && id is null)
        {
            throw row.Wrong("country", "a person needs a country", "Write ISO 3166-1 alpha-3, or IGO, NGO, IMG for those of no country");
        }

        if (row["office"] is not null && kind != ActorKind.Person)
        {
            throw row.Wrong("office", "only a person holds an office", "Empty the cell, or write person under 'kind'");
        }

        return new OwnActor(name, kind, id ?? Prefix(kind) + Slug.Of(name), row.When(), row.Line)
        {
            Aliases = row.List("aliases"), Surnames = row.List("surnames"), Country = country, Sector = row["sector"], Office = row["office"],
        };
    }

    private static ActorKind Kind(TableRow row)
    {
        var cell = row.Required("kind");
        return Enum.TryParse<ActorKind>(cell, true, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(cell[0])
            ? kind : throw row.Wrong("kind", $"'{cell}' is no kind of actor", "Write person, country, government, organisation, body, outlet, agency or group");
    }

    private static string Prefix(ActorKind kind) => kind switch
    {
        ActorKind.Person => "person:",
        ActorKind.Outlet or ActorKind.Agency => "outlet:",
        ActorKind.Group => "group:",
        _ => "org:",
    };
}

/// <summary>A row of a user's actors.tsv.</summary>
internal sealed record OwnActor(string Name, ActorKind Kind, string Id, DateInterval When, int Line)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Surnames { get; init; } = [];

    public string? Country { get; init; }

    public string? Sector { get; init; }

    /// <summary>Key of an office as in data/offices.tsv ("foreign minister").</summary>
    public string? Office { get; init; }
}
