using Entente.Claims.Analyzing;
using Entente.Training;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

/// <summary>The model that ships against the development parts of the treebanks, which do not ship: where they lie beside the repository, the floor is held.</summary>
public sealed class AccuracyTests
{
    [Theory]
    [InlineData("en_ewt-ud-dev.conllu.gz", 95.55, 84.7)]
    [InlineData("en_gum-open-dev.conllu.gz", 97.0, 85.4)]
    public void Tags_and_trees_stay_above_the_floor(string treebank, double upos, double las)
    {
        var path = Treebanks() is { } folder ? Path.Combine(folder, treebank) : "";
        Assert.SkipUnless(File.Exists(path), "There is no treebank beside the repository.");
        var measured = Measure.Sentences(LanguageModel.Shipped(), Treebank.Read(path));
        (100.0 * measured.Upos / measured.Words).ShouldBeGreaterThan(upos);
        (100.0 * measured.Las / measured.Words).ShouldBeGreaterThan(las);
    }

    [Theory]
    [InlineData("en_ewt-ud-dev.conllu.gz", 99.2, 89)]
    [InlineData("en_gum-open-dev.conllu.gz", 99.8, 95.5)]
    public void Words_and_sentences_of_raw_text_stay_above_the_floor(string treebank, double words, double sentences)
    {
        var path = Treebanks() is { } folder ? Path.Combine(folder, treebank) : "";
        Assert.SkipUnless(File.Exists(path), "There is no treebank beside the repository.");
        var measured = Measure.Raw(LanguageModel.Shipped(), Treebank.Read(path));
        measured.Words.ShouldBeGreaterThan(words);
        measured.Sentences.ShouldBeGreaterThan(sentences);
    }

    private static string? Treebanks()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "treebanks");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
