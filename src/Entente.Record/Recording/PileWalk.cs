using System.Security.Cryptography;
using System.Text;
using Entente.Claims;
using Entente.Claims.Reading.Opening;

namespace Entente.Record.Recording;

/// <summary>One walk over files and folders.</summary>
internal sealed class PileWalk(PageFacts facts)
{
    private readonly List<PileFile> _files = [];
    private readonly List<MissedFile> _missed = [];
    private readonly List<LeftFile> _passed = [];
    private readonly List<string> _roots = [];
    private readonly List<PileSpot> _closed = [];
    private string _root = "";

    public void Add(string path)
    {
        if (Directory.Exists(path))
        {
            _root = RootOf(path);
            _roots.Add(_root);
            Folder(new DirectoryInfo(path), "");
        }
        else if (File.Exists(path))
        {
            var file = new FileInfo(path);
            _root = RootOf(file.DirectoryName!);
            OneFile(file, file.Name, FactsBeside(file.Directory!, "").GetValueOrDefault(file.Name));
        }
        else
        {
            Miss(path, $"{path} does not exist: check its spelling.");
        }
    }

    public Pile Done() => new([.. _files.GroupBy(f => f.Path, StringComparer.Ordinal).Select(g => g.First() with { Spots = [.. g.SelectMany(f => f.Spots).Distinct()] }).OrderBy(f => f.Name, StringComparer.Ordinal)])
    {
        Roots = [.. _roots.Distinct(StringComparer.Ordinal)],
        Closed = _closed,
        PassedOver = [.. _passed.OrderBy(p => p.Name, StringComparer.Ordinal)],
        Missed = [.. _missed.OrderBy(m => m.Name, StringComparer.Ordinal)],
    };

    /// <summary>The same for a folder however it is written, and nothing that tells where it is.</summary>
    private static string RootOf(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))))[..12];

    private void Folder(DirectoryInfo folder, string name)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _closed.Add(new PileSpot(_root, name));
            Miss(name.Length == 0 ? folder.Name : name, $"The folder {(name.Length == 0 ? folder.Name : name)} cannot be opened: change its permissions and read it again.");
            return;
        }

        var known = FactsBeside(folder, name);
        foreach (var entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var inner = name.Length == 0 ? entry.Name : name + "/" + entry.Name;
            if (entry.Name.StartsWith('.'))
            {
                _passed.Add(new LeftFile(inner, "hidden"));
            }
            else if (entry is FileInfo && IsReadme(entry.Name))
            {
                _passed.Add(new LeftFile(inner, "tells of the folder"));
            }
            else if (entry is FileInfo file)
            {
                OneFile(file, inner, known.GetValueOrDefault(entry.Name));
            }
            else if (entry.LinkTarget is not null)
            {
                _passed.Add(new LeftFile(inner + "/", "link to a folder"));
            }
            else if (EntryNames.IsCompanion(entry.Name))
            {
                _passed.Add(new LeftFile(inner + "/", "part of a saved page", CountFiles((DirectoryInfo)entry)));
            }
            else
            {
                Folder((DirectoryInfo)entry, inner);
            }
        }
    }

    /// <summary>Plain text that tells what the folder holds, and is no page of it; whoever names it as a file has it read.</summary>
    private static bool IsReadme(string name) => Path.GetFileNameWithoutExtension(name).Equals("readme", StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(name).ToLowerInvariant() is "" or ".md" or ".txt" or ".rst";

    private static int CountFiles(DirectoryInfo folder)
    {
        try
        {
            return folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true }).Count();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 1;
        }
    }

    private void OneFile(FileInfo file, string name, PageFacts? known)
    {
        if (file.Name == PagesCsv.FileName)
        {
            return;
        }

        _files.Add(new PileFile(file.FullName, name, Merge(known)) { Spots = [new PileSpot(_root, name)] });
    }

    private PageFacts Merge(PageFacts? known) => known is null ? facts : new PageFacts
    {
        Uri = known.Uri ?? facts.Uri,
        Publisher = known.Publisher ?? facts.Publisher,
        Title = known.Title ?? facts.Title,
        Date = known.Date ?? facts.Date,
        Captured = known.Captured ?? facts.Captured,
        Charset = known.Charset ?? facts.Charset,
    };

    private Dictionary<string, PageFacts> FactsBeside(DirectoryInfo folder, string name)
    {
        var file = Path.Combine(folder.FullName, PagesCsv.FileName);
        if (!File.Exists(file))
        {
            return [];
        }

        var shown = name.Length == 0 ? PagesCsv.FileName : name + "/" + PagesCsv.FileName;
        try
        {
            var (found, problems) = PagesCsv.Parse(File.ReadAllText(file), shown);
            _missed.AddRange(problems.Select(p => new MissedFile(shown, p)));
            _missed.AddRange(found.Keys.Where(f => !File.Exists(Path.Combine(folder.FullName, f)))
                .Select(f => new MissedFile(shown, new Problem(ProblemCodes.PagesCsv, $"{shown} names {f}, which is not there: correct the column 'file'."))));
            return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Miss(shown, $"{shown} cannot be opened: change its permissions and read the folder again.");
            return [];
        }
    }

    private void Miss(string name, string message) => _missed.Add(new MissedFile(name, new Problem(ProblemCodes.Unreadable, message)));
}
