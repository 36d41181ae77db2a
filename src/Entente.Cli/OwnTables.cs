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

    /// <summary>The own cues of attribution; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnCues ReadCues(string? given, string folder)
    {
        if (Find(given, folder, "cues.tsv", "--cues") is not { } path)
        {
            return OwnCues.None;
        }

        using var reader = new StreamReader(path);
        var own = OwnCues.Read(Path.GetFileNameWithoutExtension(path), reader);
        Tell(own.Problems);
        Console.Error.WriteLine($"entente: {own.Count} rows of own cues of {path} come before ours.");
        return own;
    }

    public static Option<string?> Propositions() => new("--propositions")
    {
        Description = "Your own propositions that people hold, which are tried before ours; without it propositions.tsv beside the record (or in this folder) if there is one.", HelpName = "FILE",
    };

    /// <summary>The own propositions; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnPropositions ReadPropositions(string? given, string folder)
    {
        if (Find(given, folder, "propositions.tsv", "--propositions") is not { } path)
        {
            return OwnPropositions.None;
        }

        using var reader = new StreamReader(path);
        var own = OwnPropositions.Read(Path.GetFileNameWithoutExtension(path), reader);
        Tell(own.Problems);
        Console.Error.WriteLine($"entente: {own.Count} own propositions of {path} come before ours.");
        return own;
    }

    /// <summary>The own words of action; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnFrames ReadFrames(string? given, string folder)
    {
        if (Find(given, folder, "frames.tsv", "--frames") is not { } path)
        {
            return OwnFrames.None;
        }

        using var reader = new StreamReader(path);
        var own = OwnFrames.Read(Path.GetFileNameWithoutExtension(path), reader);
        Tell(own.Problems);
        Console.Error.WriteLine($"entente: {own.Count} own words of action of {path} come before ours.");
        return own;
    }

    /// <summary>The own actors; what is wrong with them is told on standard error, and the rest holds.</summary>
    /// <exception cref="FormatException">The file that was named is not there.</exception>
    public static OwnActors ReadActors(string? given, string folder)
    {
        if (Find(given, folder, "actors.tsv", "--actors") is not { } path)
        {
            return OwnActors.None;
        }

        using var reader = new StreamReader(path);
        var own = OwnActors.Read(Path.GetFileNameWithoutExtension(path), reader);
        Tell(own.Problems);
        Console.Error.WriteLine($"entente: {own.Count} own actors of {path} win over ours.");
        return own;
    }

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
