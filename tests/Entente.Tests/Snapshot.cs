using Shouldly;

namespace Entente.Tests;

/// <summary>
/// Compares text with a file beside the tests, named *.verified.txt. With ENTENTE_ACCEPT=1 in the environment the file is written instead,
/// so that a changed output is looked at in the diff of the commit.
/// </summary>
internal static class Snapshot
{
    public static void ShouldMatch(string actual, params string[] path)
    {
        var file = Repository.PathOf(["tests", "Entente.Tests", .. path]);
        if (Environment.GetEnvironmentVariable("ENTENTE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        File.Exists(file).ShouldBeTrue($"{path[^1]} is missing: run the tests once with ENTENTE_ACCEPT=1 and look at what it holds.");
        actual.ShouldBe(File.ReadAllText(file), $"{path[^1]} differs. If the change is meant, run the tests with ENTENTE_ACCEPT=1 and commit the file.");
    }
}
