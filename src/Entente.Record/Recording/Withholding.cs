using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Keeps what was forgotten out of what is written: all of it goes through here, whoever coded it. Where nothing was forgotten nothing is looked at.</summary>
internal sealed class Withholding(ForgottenList forgotten)
{
    private const string Gone = "forgotten";

    private static readonly int Address = RowColumns.IndexOf(RowColumns.Document, "address");

    private readonly bool _names = forgotten.HasAny(ForgottenList.Name), _threads = forgotten.HasAny(ForgottenList.Thread) || forgotten.HasAny(ForgottenList.ThreadAddress);

    /// <summary>Whether the page with this digest was forgotten.</summary>
    public bool IsGone(string digest) => forgotten.HasAny(ForgottenList.Page) && forgotten.Has(ForgottenList.Page, digest);

    /// <summary>Whether a page was forgotten, or is another capture of what was.</summary>
    public bool IsGone(PageRows rows) => IsGone(rows.Digest) || forgotten.HasAny(ForgottenList.PageAddress) && rows.Documents.Any(d => HasAddress(d, ForgottenList.PageAddress));

    /// <summary>The rows of a page without threads and persons that were forgotten.</summary>
    public PageRows Clean(PageRows rows)
    {
        if (_threads)
        {
            var thread = forgotten.Has(ForgottenList.Thread, rows.Digest);
            rows = rows with { Documents = [.. rows.Documents.Select(d => thread || HasAddress(d, ForgottenList.ThreadAddress) ? ThreadRedaction.Of(d) : d)] };
        }

        if (!_names)
        {
            return rows;
        }

        var finder = Finder();
        return rows with { Given = Given(rows.Given, finder), Problems = [.. rows.Problems.Select(p => Problem(p, finder))], Documents = [.. rows.Documents.Select(d => PersonRedaction.Of(d, finder))] };
    }

    /// <summary>The rows of a document without persons that were forgotten.</summary>
    public DocumentRows Clean(DocumentRows rows) => _names ? PersonRedaction.Of(rows, Finder()) : rows;

    /// <summary>Corrections without what was forgotten.</summary>
    public IReadOnlyList<Correction> Clean(SqliteConnection connection, IReadOnlyList<Correction> entries)
    {
        if (!_names && !_threads && !forgotten.HasAny(ForgottenList.Page))
        {
            return entries;
        }

        var finder = Finder();
        return new WithheldCorrections(connection, _names ? finder.IsIn : _ => false, IsGone).Clean(entries.OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal));
    }

    /// <summary>Whether words name a person who was forgotten.</summary>
    public bool Tells(params ReadOnlySpan<string> words)
    {
        if (_names)
        {
            var finder = Finder();
            foreach (var some in words)
            {
                if (finder.IsIn(some))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A place in a pile without the folders and names that tell of a person; the page's digest stands for them, so that places stay apart.</summary>
    public string Path(string path, string digest) => _names ? Path(path, digest, Finder()) : path;

    /// <summary>What a reading saw, with such places.</summary>
    public RunFacts Clean(RunFacts facts) => _names ? facts with { Seen = [.. facts.Seen.Select(s => s with { Path = Path(s.Path, s.Digest) })] } : facts;

    public string Given(string given) => _names ? Given(given, Finder()) : given;

    public static string Path(string path, string digest, NameFinder finder)
    {
        if (!finder.IsIn(path))
        {
            return path;
        }

        var name = Gone + "-" + digest[7..15];
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = finder.IsIn(parts[i]) ? name + (i == parts.Length - 1 && !finder.IsIn(System.IO.Path.GetExtension(parts[i])) ? Extension(parts[i]) : "") : parts[i];
        }

        var clean = string.Join('/', parts);
        return finder.IsIn(clean) ? name : clean;
    }

    /// <summary>What a user said of a page without what tells of a person.</summary>
    public static string Given(string given, NameFinder finder)
    {
        var facts = JsonNode.Parse(given)!.AsObject();
        var telling = facts.Where(f => f.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String && finder.IsIn(value.GetValue<string>())).Select(f => f.Key).ToList();
        telling.ForEach(f => facts.Remove(f));
        return telling.Count == 0 ? given : facts.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default });
    }

    private static object?[] Problem(object?[] problem, NameFinder finder)
    {
        var message = RowColumns.IndexOf(RowColumns.Problem, "message");
        return finder.IsIn((string)problem[message]!) ? [.. problem.Select((v, i) => i == message ? "" : v)] : problem;
    }

    /// <summary>".html", and nothing that may be part of a name.</summary>
    private static string Extension(string name) => System.IO.Path.GetExtension(name) is { Length: > 1 and <= 6 } extension && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "";

    private bool HasAddress(DocumentRows document, string kind) => document.Document[Address] is string address && forgotten.Has(kind, address);

    private NameFinder Finder() => new(words => forgotten.Find(ForgottenList.Name, words));
}
