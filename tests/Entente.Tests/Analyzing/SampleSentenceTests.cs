using System.Text;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Reading;
using Xunit;

namespace Entente.Tests.Analyzing;

/// <summary>Sentences and words of the sample pages, for people to read in a diff: words are parted by a middle dot where the text has no space.</summary>
public sealed class SampleSentenceTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    public static TheoryData<string> Pages { get; } = new(Some.SamplePages().Select(p => Path.GetFileName(p)).Where(p => !p.StartsWith("12", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_sample_page_is_cut_as_approved(string name)
    {
        var page = Reader.Read(new Page(name, File.ReadAllBytes(Some.SamplePages().Single(p => Path.GetFileName(p) == name))));
        var text = new StringBuilder();
        foreach (var document in Analyzer.Analyze(page).Documents)
        {
            text.Append(document.Document.Id).Append('\n');
            foreach (var sentence in document.Sentences)
            {
                text.Append("  ").Append(Cut(document, sentence)).Append('\n');
            }
        }

        Snapshot.ShouldMatch(text.ToString(), "Analyzing", "Samples", name + ".verified.txt");
    }

    private static string Cut(AnalyzedDocument document, Sentence sentence)
    {
        var text = new StringBuilder();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var glued = i > sentence.FirstToken && document.Tokens[i].Span.Start == document.Tokens[i - 1].Span.End;
            text.Append(i == sentence.FirstToken ? "" : glued ? "·" : " ").Append(document.Form(i));
        }

        return text.ToString();
    }
}
