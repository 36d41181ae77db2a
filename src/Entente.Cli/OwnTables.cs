using System.CommandLine;
using Entente.Claims;
using Entente.Claims.Coding.Attributing;
using Entente.Claims.Coding.Claiming;
using Entente.Claims.Coding.Eventing;
using Entente.Claims.Coding.Naming;
using Entente.Record.Asking;

namespace Entente.Cli;

/// <summary>The user's own tables: those that an option names, else those that stand in a folder.</summary>
internal static class OwnTables
{
    public static Option<string?> Actors() => new("--actors")
    {
        Description = "Your own actors, which win over ours; without it actors.tsv beside the record (or in this folder) if there is one.", HelpName = "FILE",
    };

    public static Option<string?> Frames() => new("--frames")
    {
        Description = "Your own words of action, which are tried before ours; without it frames.tsv beside the record (or in this folder) if there is one.", HelpName = "FILE",
    };

    public static Option<string?> Cues() => new("--cues")
    {
        Description = "Your own cues of attribution, which are tried before ours; without it cues.tsv beside the record (or in this folder) if there is one.", HelpName = "FILE",
    };

    public static Option<string?> Propositions() => new("--propositions")
    {
        Description = "Your own propositions that people hold, which are tried before ours; without it propositions.tsv beside the record (or in this folder) if there is one.", HelpName = "FILE",
    };

    /// <summary>The own cues of attribution; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnCues ReadCues(string? given, string folder) =>
        Read(Find(given, folder, "cues.tsv", "--cues"), OwnCues.Read, o => o.Problems, (o, path) => $"{o.Count} rows of own cues of {path} come before ours.") ?? OwnCues.None;

    /// <summary>The own propositions; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnPropositions ReadPropositions(string? given, string folder) =>
        Read(Find(given, folder, "propositions.tsv", "--propositions"), OwnPropositions.Read, o => o.Problems, (o, path) => $"{o.Count} own propositions of {path} come before ours.") ?? OwnPropositions.None;

    /// <summary>The own words of action; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnFrames ReadFrames(string? given, string folder) =>
        Read(Find(given, folder, "frames.tsv", "--frames"), OwnFrames.Read, o => o.Problems, (o, path) => $"{o.Count} own words of action of {path} come before ours.") ?? OwnFrames.None;

    /// <summary>The own actors; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnActors ReadActors(string? given, string folder) =>
        Read(Find(given, folder, "actors.tsv", "--actors"), OwnActors.Read, o => o.Problems, (o, path) => $"{o.Count} own actors of {path} win over ours.") ?? OwnActors.None;

    /// <summary>The outlets, with the user's own grades where outlets.tsv stands in the folder.</summary>
    public static Outlets ReadOutlets(string folder)
    {
        var path = Path.Combine(folder, "outlets.tsv");
        if (!File.Exists(path))
        {
            return Outlets.Load();
        }

        using var reader = new StreamReader(path);
        var outlets = Outlets.Load("outlets", reader, out var wrong);
        Tell(wrong);
        return outlets;
    }

    /// <summary>The folder of a record.</summary>
    public static string FolderOf(string record) => Path.GetDirectoryName(Path.GetFullPath(record)) ?? ".";

    /// <summary>Reads a table and tells what is wrong with it and how many rows hold; null when there is none.</summary>
    private static T? Read<T>(string? path, Func<string, TextReader, T> read, Func<T, IEnumerable<Problem>> problems, Func<T, string, string> held)
        where T : class
    {
        if (path is null)
        {
            return null;
        }

        using var reader = new StreamReader(path);
        var own = read(Path.GetFileNameWithoutExtension(path), reader);
        Tell(problems(own));
        Console.Error.WriteLine("entente: " + held(own, path));
        return own;
    }

    private static void Tell(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"entente: {problem.Code}: {problem.Message}");
        }
    }

    private static string? Find(string? given, string folder, string name, string option)
    {
        if (given is not null)
        {
            return File.Exists(given) ? given : throw new FormatException($"there is no file {given}: check the path behind {option}.");
        }

        var path = Path.Combine(folder, name);
        return File.Exists(path) ? path : null;
    }
}
