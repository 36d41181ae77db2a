using Entente.Claims;

namespace Entente.Record.Asking;

/// <summary>
/// What data/ knows of an outlet on a day: whose it is and how it stands to a state (data/outlets.tsv, data/outlet-owners.tsv), with the grade of the user's own table.
/// It tells no score: whom to believe is the reader's to say.
/// </summary>
public sealed class Outlets
{
    private static readonly string[] OwnColumns = ["outlet", "grade", "note"];

    private readonly Dictionary<string, TableRow> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableRow> _byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, TableRow> _owners;
    private readonly Dictionary<string, TableRow> _grades = new(StringComparer.Ordinal);

    private Outlets(Table outlets, Table owners, Table? own)
    {
        foreach (var row in outlets.Rows)
        {
            foreach (var name in row.List("aliases").Prepend(row.Required("name")))
            {
                _byName.TryAdd(Key(name), row);
            }

            foreach (var host in row.List("hosts"))
            {
                _byHost.TryAdd(host, row);
            }
        }

        _owners = owners.Rows.ToLookup(r => r.Required("outlet"), StringComparer.Ordinal);
        foreach (var row in own?.Rows ?? [])
        {
            if (row["outlet"] is { } outlet)
            {
                _grades[Named(outlet)] = row;
            }
        }
    }

    /// <summary>The tables that ship with the library.</summary>
    public static Outlets Load() => new(Table.Shipped("outlets"), Table.Shipped("outlet-owners"), null);

    /// <summary>The same with a user's own table of grades: columns outlet (a name or a host), grade, note.</summary>
    /// <param name="wrong">What is wrong in it, with line, column and remedy; the other rows hold.</param>
    public static Outlets Load(string name, TextReader own, out IReadOnlyList<Problem> wrong)
    {
        var table = Table.Parse(name, own, OwnColumns, out var found);
        var problems = found.Concat(table.Rows.Where(r => r["outlet"] is null).Select(r => r.Wrong("outlet", "nothing stands there", "Write the outlet's name or host, or leave the row out"))).ToList();
        wrong = [.. problems.Select(e => new Problem(ProblemCodes.OwnTable, e.Message))];
        return new Outlets(Table.Shipped("outlets"), Table.Shipped("outlet-owners"), table);
    }

    /// <summary>The outlet that published a page, by the name of its publisher or the host of its address; null when neither is known.</summary>
    public OutletFacts? Of(string? publisher, string? uri, DateOnly? day) => publisher is not null && Find(publisher) is { } named ? Facts(named, publisher, day)
        : Uri.TryCreate(uri, UriKind.Absolute, out var address) && ByHost(address.Host) is { } row ? Facts(row, address.Host, day)
        : publisher is not null && _grades.TryGetValue(Named(publisher), out var own) ? new OutletFacts(publisher, null, null) { Grade = own["grade"], Note = own["note"] } : null;

    /// <summary>The outlet of a link in a chain of sources; null when it is none that is known.</summary>
    public OutletFacts? Of(SourceLink link, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Kind is SourceKind.Publisher or SourceKind.Outlet ? Of(link.Name, null, day) : null;
    }

    private OutletFacts Facts(TableRow row, string said, DateOnly? day)
    {
        var name = row.Required("name");
        var grade = _grades.GetValueOrDefault(Key(name)) ?? _grades.GetValueOrDefault(Key(said));
        var owner = _owners[name].LastOrDefault(o => day is { } d ? o.When().Contains(d) : o["to"] is null);
        return new OutletFacts(name, row["country"], row["kind"] == "agency" ? "agency" : row["medium"] ?? "outlet")
        {
            Owner = owner?["owner"], Control = owner?["control"], Since = owner?["from"], Source = owner?["source"], Grade = grade?["grade"], Note = grade?["note"],
        };
    }

    private TableRow? Find(string words) => _byName.GetValueOrDefault(Key(words)) ?? ByHost(words);

    private TableRow? ByHost(string host)
    {
        for (var rest = host; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_byHost.TryGetValue(rest, out var row))
            {
                return row;
            }
        }

        return null;
    }

    // a grade holds for the outlet under any of its names
    private string Named(string words) => Key(Find(words)?.Required("name") ?? words);

    private static string Key(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..].ToUpperInvariant() : name.ToUpperInvariant();
}

/// <summary>An outlet on a day.</summary>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Kind">"agency" (of news), "broadcast" or "outlet"; null when only the user knows it.</param>
public sealed record OutletFacts(string Name, string? Country, string? Kind)
{
    /// <summary>Whose it was on the day; null when it is not known.</summary>
    public string? Owner { get; init; }

    /// <summary>state, state-funded, public, party, nonprofit or private (data/outlet-owners.tsv).</summary>
    public string? Control { get; init; }

    /// <summary>Since when the owner had it, where it is known.</summary>
    public string? Since { get; init; }

    /// <summary>Where that is from.</summary>
    public string? Source { get; init; }

    /// <summary>The user's own grade.</summary>
    public string? Grade { get; init; }

    /// <summary>The user's own note.</summary>
    public string? Note { get; init; }

    /// <summary>"TASS: agency, RUS; state: the Russian Federation (editor)".</summary>
    public override string ToString()
    {
        var what = string.Join(", ", new[] { Kind, Country }.OfType<string>());
        var whose = Control is null ? null : $"{Control}: {Owner}{(Since is null ? "" : ", since " + Since)} ({Source})";
        var grade = Grade is null ? null : $"your grade: {Grade}{(Note is null ? "" : ", " + Note)}";
        return Name + (what.Length > 0 ? ": " + what : "") + string.Concat(new[] { whose, grade }.OfType<string>().Select(s => "; " + s));
    }
}
